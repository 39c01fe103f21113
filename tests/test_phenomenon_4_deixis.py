"""Phenomenon 4 (DESIGN 5): 我市, 全省, 驻益 and 该园区 are no entities; they stand for the place that is meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_policies import TITLE, limit, named_at, names, policy, proven, read, regions, relations

MEANT = [
    ("湖南省人民政府", "我省装备制造优势明显。", "我省", "湖南省"),
    ("广西壮族自治区人民政府", "提升我区糖业竞争力。", "我区", "广西壮族自治区"),
    ("内蒙古自治区人民政府", "完善全区新能源布局。", "全区", "内蒙古自治区"),
    ("恩施土家族苗族自治州人民政府", "推动全州工业提质增效。", "全州", "恩施土家族苗族自治州"),
    ("延边朝鲜族自治州人民政府", "提升我州对外开放水平。", "我州", "延边朝鲜族自治州"),
    ("安吉县人民政府", "促进我县竹产业转型。", "我县", "安吉县"),
    ("桑植县人民政府", "统筹全县工业用地。", "全县", "桑植县"),
    ("上海市浦东新区人民政府", "优化全区产业空间。", "全区", "浦东新区"),
    ("上海市人民政府", "对在本市注册的企业给予奖励。", "本市", "上海市"),
    ("重庆市人民政府", "构建全市先进制造业体系。", "全市", "重庆市"),
    ("太仓市人民政府", "本市行政区域内的企业适用本办法。", "本市", "太仓市"),
    ("锡林郭勒盟行政公署", "加快全盟绿电就近消纳。", "全盟", "锡林郭勒盟"),
    ("鄂温克族自治旗人民政府", "推进全旗畜产品加工。", "全旗", "鄂温克族自治旗"),
    ("湘潭市工业和信息化局", "感谢您对我市工业发展的关心。", "我市", "湘潭市"),
    ("益阳市人民政府", "支持驻益高校服务地方。", "驻益", "益阳市"),
    ("湘潭市人民政府", "对来潭投资的客商给予奖励。", "来潭", "湘潭市"),
    ("武汉市人民政府", "鼓励在汉高校转化成果。", "在汉", "武汉市"),
    ("山东省人民政府", "吸引外商来鲁投资兴业。", "来鲁", "山东省"),
    ("宁波市人民政府", "支持在甬企业上市。", "在甬", "宁波市"),
    ("泉州市人民政府", "吸引人才来泉创业。", "来泉", "泉州市"),
    pytest.param(
        "郑州市人民政府",
        "鼓励驻郑金融机构扩大投放。",
        "驻郑",
        "郑州市",
        marks=limit("驻郑 is not resolved before 金融机构, which is not among the nouns and verbs that may follow"),
    ),
    pytest.param(
        "襄阳市人民政府",
        "贯彻落实省、市工作部署。",
        "省、",
        "湖北省",
        marks=limit("a bare 省 in a city's document is not resolved"),
    ),
]

NOT_MEANT = [
    ("合肥市人民政府", "坚持完全市场化运作。", "全市"),
    ("陕西省人民政府", "健全省际合作机制。", "全省"),
    ("安吉县人民政府", "健全县域商业体系。", "全县"),
    ("上海市浦东新区人民政府", "划定安全区域。", "安全区域"),
    ("黔东南苗族侗族自治州人民政府", "健全州际协作机制。", "健全"),
    ("江苏省人民政府", "引导企业节省成本。", "节省"),
    ("杭州市人民政府", "推动企业上市，拓展市场。", "上市，拓展市场"),
    ("广东省人民政府", "吸引外省市企业投资。", "外省市"),
    ("福建省人民政府", "学习其他省的先进经验。", "其他省"),
    ("大连市人民政府", "巩固来料加工优势。", "来料加工"),
    ("南宁市人民政府", "做好来宾接待服务。", "来宾接待"),
    ("福州市人民政府", "盘活在建项目。", "在建"),
]

LINKS = [
    ("广西壮族自治区人民政府", TITLE, "我区大力发展蔗糖产业。", "DEVELOPS", {("广西壮族自治区", "蔗糖")}),
    ("安吉县人民政府", TITLE, "本县重点发展绿色家居产业。", "DEVELOPS", {("安吉县", "绿色家居")}),
    (
        "恩施土家族苗族自治州人民政府",
        TITLE,
        "推动我州与重庆市万州区共建产业园区。",
        "COOPERATES_WITH",
        {("万州区", "恩施土家族苗族自治州")},
    ),
    (
        "泰州市人民政府",
        TITLE,
        "支持泰州医药高新区建设。该园区重点发展生物医药产业。",
        "DEVELOPS",
        {("泰州医药高新区", "生物医药"), ("泰州市", "生物医药")},
    ),
    (
        "贵州省人民政府",
        TITLE,
        "支持仁怀市做强做优。该市重点发展酱酒包装产业。",
        "DEVELOPS",
        {("仁怀市", "酱酒包装")},
    ),
    (
        "江西省人民政府办公厅",
        "关于支持赣州市高质量发展的若干措施",
        "支持全市发展稀土产业。",
        "DEVELOPS",
        {("赣州市", "稀土")},
    ),
]

PRONOUNS = {
    "青海省人民政府": ("青海省", ("我省", "全省", "本省")),
    "天津市人民政府": ("天津市", ("我市", "全市", "本市")),
    "绵阳市人民政府": ("绵阳市", ("我市", "全市", "本市")),
    "临夏回族自治州人民政府": ("临夏回族自治州", ("我州", "全州", "本州")),
    "长沙县人民政府": ("长沙县", ("我县", "全县", "本县")),
    "杭州市萧山区人民政府": ("萧山区", ("我区", "全区", "本区")),
}
PREDICATES = ("坚持创新驱动。", "工业基础较好。", "加快绿色转型。", "营商环境持续优化。")


@pytest.mark.parametrize(("issuer", "sentence", "words", "place"), MEANT)
def test_pronouns_of_place_stand_for_the_issuers_region(issuer: str, sentence: str, words: str, place: str) -> None:
    """我市, 全省, 驻益 are mentions of the region by its official name and make no entity of their own."""
    document = read(sentence, issuer)
    assert named_at(document, policy(sentence, issuer), words) == {place}
    assert regions(document) <= {place} | regions(read("坚持创新驱动。", issuer))
    assert not {words, words[1:]} & {item.name for item in document.entities}


@pytest.mark.parametrize(("issuer", "sentence", "words"), NOT_MEANT)
def test_words_that_look_like_pronouns_of_place_are_none(issuer: str, sentence: str, words: str) -> None:
    """完全市场化 holds no 全市, 健全省际 no 全省; 外省市 is another's, 来料加工 nobody's coming."""
    document = read(sentence, issuer)
    assert named_at(document, policy(sentence, issuer), words) == set()
    assert regions(document) == regions(read("坚持创新驱动。", issuer))


@pytest.mark.parametrize(("issuer", "title", "sentence", "kind", "pairs"), LINKS)
def test_facts_about_a_pronoun_are_facts_about_its_place(
    issuer: str, title: str, sentence: str, kind: str, pairs: set[tuple[str, str]]
) -> None:
    """What is said of 我州, 该园区 or 该市 is said of the place it stands for."""
    found = relations(read(sentence, issuer, title), kind)
    assert {frozenset(pair) for pair in found} == {frozenset(pair) for pair in pairs}


def test_our_bureau_is_the_issuer_and_no_agency_of_its_own() -> None:
    """我局 in a reply is a pronoun: the only agency is the one that replies."""
    document = read("我局将加大政策宣传力度。", "湘潭市工业和信息化局")
    assert names(document, "Agency") == {"湘潭市工业和信息化局"}


def test_the_province_of_a_city_is_told_from_the_city_a_policy_is_about() -> None:
    """In a province's measures for a city 全省 is the province and 全市 the city."""
    title, body = "关于支持娄底市先进材料产业发展的若干措施", "全省各地要加强支持。全市上下要抓好落实。"
    document = read(body, "湖南省人民政府办公厅", title)
    text = policy(body, "湖南省人民政府办公厅", title)
    assert named_at(document, text, "全省") == {"湖南省"}
    assert named_at(document, text, "全市") == {"娄底市"}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data())
def test_any_pronouns_stand_for_the_one_region(data: st.DataObject) -> None:
    """Whatever the level and the pronouns, the document names no region but its own, at each pronoun."""
    issuer = data.draw(st.sampled_from(sorted(PRONOUNS)))
    region, choices = PRONOUNS[issuer]
    words = data.draw(st.lists(st.sampled_from(choices), min_size=1, max_size=3, unique=True))
    body = "".join(f"{word}{data.draw(st.sampled_from(PREDICATES))}" for word in words)
    document = proven(body, issuer)
    assert regions(document) == regions(read("坚持创新驱动。", issuer))
    assert all(named_at(document, policy(body, issuer), word) == {region} for word in words)
