"""Phenomenon 9 of DESIGN 5: documents that a policy cites, as what, and who issued them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_policies import proven, read, relations

from graph.facts import Document, Entity

# one of the cited document's names, its number, what it is cited for
Cited = tuple[str, str | None, str]


def cited(document: Document) -> list[tuple[Entity, str]]:
    """The cited documents with the mode of the citation, in the order of the text."""
    mode = {r.target: str(r.properties.get("mode", "")) for r in document.relations if r.type == "CITES"}
    found = [(entity, mode[entity.id]) for entity in document.entities if entity.id in mode]
    return sorted(found, key=lambda pair: pair[0].mentions[0].start)


def agree(document: Document, expected: list[Cited]) -> None:
    """The same documents in the same order, each under any of its names."""
    found = cited(document)
    shown = [(entity.properties.get("number"), mode) for entity, mode in found]
    assert shown == [(number, mode) for _, number, mode in expected]
    for (entity, _), (name, _, _) in zip(found, expected, strict=True):
        assert name in (entity.name, *entity.aliases)


CITES: list[object] = [
    (
        "苏州市",
        "根据《江苏省制造业智能化改造和数字化转型三年行动计划（2022—2024年）》，制定本意见。",
        [("江苏省制造业智能化改造和数字化转型三年行动计划（2022—2024年）", None, "依据")],
    ),
    (
        "佛山市",
        "根据《广东省人民政府关于印发广东省制造业高质量发展“十四五”规划的通知》（粤府〔2021〕53号）精神，制定本意见。",
        [("广东省人民政府关于印发广东省制造业高质量发展“十四五”规划的通知", "粤府〔2021〕53号", "依据")],
    ),
    (
        "洛阳市",
        "按照《国务院关于印发〈中国制造2025〉的通知》（国发〔2015〕28号）要求推进。",
        [("中国制造2025", "国发〔2015〕28号", "依据")],
    ),
    (
        "厦门市",
        "依据《国务院关于积极推进“互联网+”行动的指导意见》（国发[2015]40号）实施。",
        [("国务院关于积极推进“互联网+”行动的指导意见", "国发〔2015〕40号", "依据")],
    ),
    (
        "沈阳市",
        "根据《辽宁省政务数据资源共享管理办法》(辽政发﹝2019﹞27号)规定办理。",
        [("辽宁省政务数据资源共享管理办法", "辽政发〔2019〕27号", "依据")],
    ),
    (
        "郑州市",
        "按照《河南省支持企业技术改造若干政策》（豫政【2017】14号）兑现。",
        [("河南省支持企业技术改造若干政策", "豫政〔2017〕14号", "依据")],
    ),
    (
        "福州市",
        "依照《福建省促进工业转型升级的意见》（闽政（2015）10号）支持。",
        [("福建省促进工业转型升级的意见", "闽政〔2015〕10号", "依据")],
    ),
    (
        "杭州市",
        "修订《杭州市工业用地管理办法》，提高用地效率。",
        [("杭州市工业用地管理办法", None, "修订")],
    ),
    (
        "宁波市",
        "《宁波市智能制造扶持办法》（甬政发〔2019〕5号）同时废止。",
        [("宁波市智能制造扶持办法", "甬政发〔2019〕5号", "废止")],
    ),
    (
        "长春市",
        "自本意见施行之日起，《长春市工业奖励办法》和《长春市技改补助细则》停止执行。",
        [("长春市工业奖励办法", None, "废止"), ("长春市技改补助细则", None, "废止")],
    ),
    (
        "昆明市",
        "贯彻落实《云南省产业强省三年行动（2022—2024年）》精神。",
        [("云南省产业强省三年行动（2022—2024年）", None, "贯彻")],
    ),
    (
        "绍兴市",
        "现将《浙江省“415X”先进制造业集群建设行动方案》转发给你们。",
        [("浙江省“415X”先进制造业集群建设行动方案", None, "转发")],
    ),
    (
        "南宁市",
        "依照《中华人民共和国中小企业促进法》扶持小微企业。",
        [("中华人民共和国中小企业促进法", None, "依据")],
    ),
    (
        "贵阳市",
        "根据《贵州省新型工业化规划》，修订《贵阳市工业发展指南》。",
        [("贵州省新型工业化规划", None, "依据"), ("贵阳市工业发展指南", None, "修订")],
    ),
    (
        "太原市",
        "根据《山西省开发区条例》、《山西省标准地管理办法》（晋政办发〔2020〕11号），制定细则。",
        [("山西省开发区条例", None, "依据"), ("山西省标准地管理办法", "晋政办发〔2020〕11号", "依据")],
    ),
    (
        "合肥市",
        "按照《关于修改〈安徽省促进科技成果转化条例〉的决定》执行。",
        [("关于修改〈安徽省促进科技成果转化条例〉的决定", None, "依据")],
    ),
    ("兰州市", "根据国发〔2016〕28号文件精神，深化融合发展。", [("国发〔2016〕28号", "国发〔2016〕28号", "依据")]),
    (
        "济南市",
        "落实《山东省人民政府关于印发〈山东省制造强省建设行动计划〉的通知》，对照《山东省制造强省建设行动计划》逐项推进。",
        [("山东省制造强省建设行动计划", None, "贯彻")],
    ),
    (
        "武汉市",
        "转发《湖北省经济和信息化厅关于开展智能工厂评定的通知》，组织企业申报。",
        [("湖北省经济和信息化厅关于开展智能工厂评定的通知", None, "转发")],
    ),
    (
        "芜湖市",
        "根据《安徽省低空经济发展实施方案》（以下简称《实施方案》），制定本意见。各地按照《实施方案》抓好落实。",
        [("安徽省低空经济发展实施方案", None, "依据")],
    ),
    ("成都市", "做好《求是》杂志和《四川日报》征订。", []),
    ("大连市", "拍摄《大国重器》纪录片，演出话剧《钢铁年华》。", []),
    ("青岛市", "在《中国工业经济》期刊发表论文。", []),
    ("湘潭市", "落实《关于促进工业发展的实施意见》各项要求。", []),
    ("天津市", "对标《天津市产业链高质量发展，加强宣传。", []),
]

ISSUERS: list[object] = [
    (
        "无锡市",
        "工业和信息化部印发《智能制造典型场景参考指引》。",
        {("工业和信息化部", "智能制造典型场景参考指引")},
    ),
    (
        "常州市",
        "省工业和信息化厅先后出台了《江苏省星级上云企业评定工作指南》《江苏省智能工厂管理办法》。",
        {
            ("江苏省工业和信息化厅", "江苏省星级上云企业评定工作指南"),
            ("江苏省工业和信息化厅", "江苏省智能工厂管理办法"),
        },
    ),
    ("西安市", "陕西省人民政府发布《陕西省航空产业规划》。", {("陕西省人民政府", "陕西省航空产业规划")}),
    ("南昌市", "市财政局按照《南昌市产业引导基金管理办法》拨付资金。", set()),
    ("石家庄市", "组织市教育局学习《河北省职业教育条例》。", set()),
]


@pytest.mark.parametrize(("city", "sentence", "expected"), CITES)
def test_cited_documents_keep_name_number_and_mode(city: str, sentence: str, expected: list[Cited]) -> None:
    """Documents named by title or number are cited, as what the words beside them tell; magazines and plays are not."""
    agree(read(sentence, f"{city}人民政府"), expected)


@pytest.mark.parametrize(("city", "sentence", "expected"), ISSUERS)
def test_a_body_that_is_said_to_issue_a_document_issued_it(
    city: str, sentence: str, expected: set[tuple[str, str]]
) -> None:
    """印发, 出台 and 发布 tell the issuer of a cited document; a body that uses or studies one did not issue it."""
    document = read(sentence, f"{city}人民政府")
    own = document.policy.title
    assert {pair for pair in relations(document, "ISSUED") if pair[1] != own} == expected


TITLES = (
    "安徽省制造强省建设规划",
    "关于加快工业互联网发展的意见",
    "安徽省技术改造专项资金管理办法",
    "安徽省数字经济条例",
)
NUMBERS = ("皖政〔2021〕17号", "皖政办[2020]4号", "皖经信（2019）112号", "")
WORDS = (("根据", "依据"), ("按照", "依据"), ("贯彻", "贯彻"), ("落实", "贯彻"), ("修订", "修订"), ("废止", "废止"))


@st.composite
def citations(draw: st.DrawFn) -> tuple[str, list[Cited]]:
    """(sentences that cite a document each or name a magazine, what they cite)."""
    body, expected = "", list[Cited]()
    for title in draw(st.lists(st.sampled_from(TITLES), min_size=1, max_size=4, unique=True)):
        word, mode = draw(st.sampled_from(WORDS))
        number = draw(st.sampled_from(NUMBERS))
        forwarded = draw(st.booleans())
        shown = f"安徽省人民政府关于印发〈{title}〉的通知" if forwarded else title
        normal = number.replace("[", "〔").replace("]", "〕").replace("（", "〔").replace("）", "〕") or None
        body += f"{word}《{shown}》{f'（{number}）' if number else ''}，推进工作。"
        body += draw(st.sampled_from(("", "征订《求是》杂志。", "优化服务。")))
        expected.append((title, normal, mode))
    return body, expected


@settings(max_examples=60, deadline=None, derandomize=True)
@given(citations())
def test_each_document_is_cited_once_with_its_own_mode(drawn: tuple[str, list[Cited]]) -> None:
    """Whatever is cited one after another, each document keeps its own number and mode."""
    body, expected = drawn
    document = proven(body, "合肥市人民政府")
    agree(document, expected)
