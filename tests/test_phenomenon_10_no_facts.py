"""Phenomenon 10 of DESIGN 5: what is denied, quoted, supposed, past or only named is no fact."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_policies import names, proven, read, relations

from graph.facts import Document

Pair = tuple[str, str]
KINDS = ("COOPERATES_WITH", "DEVELOPS", "ATTRACTS", "IN_CHAIN", "HAS_TARGET")
THINGS = ("IndustryChain", "Enterprise", "Park", "Institution", "Project", "CityGroup", "Target")
PLAN = "推进新型工业化行动计划（2023—2025年）"


def facts(document: Document) -> set[Pair]:
    """The pairs of every relation that a sentence can state of the economy."""
    return {pair for kind in KINDS for pair in relations(document, kind)}


DENIED: list[object] = [
    ("宣城市", "不得与芜湖、马鞍山签订排他性合作协议。"),
    ("信阳市", "严禁承接京津冀、长三角落后产能转移。"),
    ("铜川市", "不再发展电解铝产业。"),
    ("晋中市", "不再引进海螺水泥、冀东水泥等企业。"),
    ("清远市", "暂不承接粤港澳大湾区电镀产业转移。"),
    ("孝感市", "尚未与武汉都市圈实现一体化。"),
    ("合肥市", "防止与武汉、成都在新型显示产业上重复建设。"),
    ("盐城市", "避免与南通同质化竞争。"),
    ("乌海市", "禁止新建焦化产业项目。"),
    ("邯郸市", "未能与北京建立产业协作机制。"),
    ("银川市", "电石产业项目一律不予备案。"),
    ("抚州市", "园区不得超过国土空间规划确定的范围。"),
    ("焦作市", "不鼓励企业与境外机构合作研发。"),
    ("曲靖市", "杜绝与昆明在招商引资中恶性竞争。"),
]

UNREAL: list[object] = [
    ("鄂州市", "如与武汉共建园区，税收按比例分享。"),
    (
        "嘉兴市",
        "若引进特斯拉、比亚迪等企业，实行一事一议。",
    ),
    (
        "蚌埠市",
        "网传“蚌埠与南京共建机场”系不实信息。",
    ),
    (
        "开封市",
        "有企业反映“与郑州对接不畅”。",
    ),
    ("景德镇市", "上世纪八十年代曾发展搪瓷产业。"),
    ("白银市", "2018年，全市工业增加值达到180亿元，高新技术企业30家。"),
    ("大同市", "假如与北京协同发展，可争取更多项目。"),
    ("阜新市", "组织征集“我为阜新与沈阳协作建言”活动。"),
]

AFFIRMED: list[object] = [
    ("吴忠市", "不断深化与银川合作。", {("吴忠市", "银川市")}),
    ("南通市", "不仅要接轨上海，还要提升服务。", {("南通市", "上海市")}),
    ("商丘市", "不得搞重复建设，推动商丘与徐州共建物流园。", {("商丘市", "徐州市")}),
    ("丽水市", "防止污染转移。主动对接宁波。", {("丽水市", "宁波市")}),
]

NAMED: list[object] = [
    ("常德市", "实施“百亿领航、十亿壮大”行动，推进“光芒计划”。", set()),
    ("鞍山市", "擦亮“钢城”名片，弘扬“孟泰精神”。", set()),
    ("襄阳市", "落实“一主引领、两翼驱动”布局，推行“链长制”。", set()),
    ("济南市", "建设制造强国、质量强国、网络强国、数字中国。", set()),
    ("许昌市", "支持龙头企业联合上下游企业，打造产业链。", set()),
    ("荆州市", "建设一批特色产业园区、产业集群和公共服务平台。", set()),
    ("宿州市", "推动传统产业改造、新兴产业壮大、未来产业布局。", set()),
    ("德州市", "引进世界500强企业、行业领军企业和总部企业。", set()),
    ("绵阳市", "支持高校、科研院所、重点实验室和创新平台建设。", set()),
    ("中山市", "加快重大项目、重点工程和标准厂房建设。", set()),
    ("梧州市", "开展“三企入桂”活动，办好“桂商大会”。", set()),
    ("四平市", "组织开展“产业链金融服务月”活动。", set()),
    ("泰州市", "落实企业主体责任，优化园区服务，完善城市群功能。", set()),
    ("玉溪市", "做强主导产业、优势产业集群和战略性新兴产业。", set()),
    ("台州市", "实施“凤凰行动”“雄鹰行动”“雏鹰行动”。", set()),
    ("渭南市", "深入实施“亩均论英雄”改革和“千企万户大走访”。", set()),
    ("宜春市", "弘扬“工匠精神”，发展氢能产业。", {"氢能"}),
    ("龙岩市", "实施“百企倍增”工程，壮大工程机械产业。", {"工程机械"}),
]


@pytest.mark.parametrize(("city", "sentence"), DENIED)
def test_what_is_denied_or_forbidden_is_no_fact(city: str, sentence: str) -> None:
    """Negation, prohibition and avoidance state neither cooperation nor development nor attraction."""
    assert facts(read(sentence, f"{city}人民政府")) == set()


@pytest.mark.parametrize(("city", "sentence"), UNREAL)
def test_what_is_supposed_quoted_or_past_is_no_fact(city: str, sentence: str) -> None:
    """A condition, somebody else's words and what once was state nothing of what the policy wants."""
    assert facts(read(sentence, f"{city}人民政府", PLAN)) == set()


@pytest.mark.parametrize(("city", "sentence", "expected"), AFFIRMED)
def test_a_negation_ends_with_its_fragment(city: str, sentence: str, expected: set[Pair]) -> None:
    """不断 and 不仅 deny nothing, and a negation does not reach the next fragment."""
    pairs = relations(read(sentence, f"{city}人民政府"), "COOPERATES_WITH")
    assert {frozenset(pair) for pair in pairs} == {frozenset(pair) for pair in expected}


@pytest.mark.parametrize(("city", "sentence", "expected"), NAMED)
def test_slogans_programmes_and_generic_nouns_are_no_entities(city: str, sentence: str, expected: set[str]) -> None:
    """Names of programmes, mottoes and nouns that any plan uses name nothing; a chain beside them still counts."""
    assert names(read(sentence, f"{city}人民政府"), *THINGS) == expected


CITIES = ("南京", "合肥", "杭州", "武汉", "成都", "西安")
DENIALS = ("不得", "严禁", "禁止", "不再", "防止", "避免")
DEEDS = (
    "与{city}共建园区",
    "与{city}开展产业协作",
    "承接{city}产业转移",
    "对接{city}",
    "发展电解铝产业",
    "引进比亚迪等企业",
)
IDLE = ("实施“百企倍增”行动。", "提升园区能级。", "壮大龙头企业。", "落实“三高四新”战略。", "优化营商环境。")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.tuples(st.sampled_from(DENIALS), st.sampled_from(DEEDS), st.sampled_from(CITIES), st.sampled_from(IDLE)),
        min_size=1,
        max_size=4,
    )
)
def test_denials_and_slogans_add_up_to_nothing(parts: list[tuple[str, str, str, str]]) -> None:
    """However many denials and slogans follow one another, none becomes a fact."""
    body = "".join(f"{denial}{deed.format(city=city)}。{idle}" for denial, deed, city, idle in parts)
    document = proven(body, "山东省人民政府")
    assert facts(document) == set()
