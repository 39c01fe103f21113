"""Title, number, issuers, dates, validity, kind and region, read from the head and the signature of a document."""

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.structure import Metadata, metadata, split_clauses

_REGIONS = {
    "江南省": ("江南省", "province"),
    "江北省": ("江北省", "province"),
    "江南": ("江南省", "province"),
    "青溪市": ("青溪市", "city"),
    "青溪": ("青溪市", "city"),
    "白石市": ("白石市", "city"),
    "白石": ("白石市", "city"),
    "云台区": ("云台区", "county"),
    "松坪县": ("松坪县", "county"),
    "松坪": ("松坪县", "county"),
}


def _regions(text: str) -> list[tuple[int, int, str, str]]:
    found: list[tuple[int, int, str, str]] = []
    position = 0
    while position < len(text):
        size = next((size for size in (3, 2) if text[position : position + size] in _REGIONS), 0)
        if size:
            found.append((position, position + size, *_REGIONS[text[position : position + size]]))
        position += size or 1
    return found


def _read(text: str, source: str = "file.txt") -> Metadata:
    return metadata(text, split_clauses(text), source, _regions)


def _plain(words: str) -> str:
    return words.replace("\n", "").replace("[", "〔").replace("]", "〕")


NOTICE = (
    "青溪市人民政府办公室\n关于印发《青溪市茶产业振兴实施方案》的通知\n青政办发〔2023〕8号\n各县区人民政府：\n"
    "《青溪市茶产业振兴实施方案》已经市人民政府同意，现印发给你们，请遵照执行。\n青溪市人民政府办公室\n2023年3月9日\n"
    "青溪市茶产业振兴实施方案\n为振兴茶业，制定本方案。\n一、目标\n建成茶园。"
)
OPINION = (
    "江南省人民政府\n关于支持白石市\n建设茶都的若干意见\n江政发〔2022〕3号\n"
    "各市人民政府：\n提出以下意见。\n一、目标\n略。"
)
TODAY = "\n一、目标\n略。\n青溪市人民政府\n2024年2月1日"

CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "a notice and its attachment are one policy": (
        NOTICE,
        {
            "title": "青溪市茶产业振兴实施方案",
            "number": "青政办发〔2023〕8号",
            "issuer": "青溪市人民政府办公室",
            "issued": "2023-03-09",
            "genre": "方案",
            "region_hint": "青溪市",
            "issuer_region": "青溪市",
            "effective_until": None,
            "alias_names": (
                "青溪市人民政府办公室关于印发《青溪市茶产业振兴实施方案》的通知",
                "关于印发《青溪市茶产业振兴实施方案》的通知",
                "青政办发〔2023〕8号",
            ),
        },
    ),
    "a title over several lines, about a city of the issuer": (
        OPINION,
        {
            "title": "江南省人民政府关于支持白石市建设茶都的若干意见",
            "number": "江政发〔2022〕3号",
            "issuer": "江南省人民政府",
            "genre": "意见",
            "region_hint": "白石市",
            "issuer_region": "江南省",
            "issued": None,
        },
    ),
    "a draft note is no part of the title": (
        "实施茶业兴县战略\n推进茶园提质行动方案\n（征求意见稿）\n为推进茶业，制定本方案。青溪市是茶乡。\n一、目标\n略。",
        {"title": "实施茶业兴县战略推进茶园提质行动方案", "genre": "方案", "issuer": None, "region_hint": "青溪市"},
    ),
    "years in brackets below are part of it": (
        "松坪县茶产业发展规划\n（2024—2030年）\n为发展茶业，制定本规划。\n第一章总则\n略。",
        {"title": "松坪县茶产业发展规划（2024—2030年）", "genre": "规划", "region_hint": "松坪县"},
    ),
    "trial stays in the title": (
        "松坪县茶园补贴办法（试行）\n第一条为规范补贴，制定本办法。\n第二条本办法自2023年7月1日起施行，试行一年。",
        {"title": "松坪县茶园补贴办法（试行）", "genre": "办法", "effective_until": "2024-06-30", "issued": None},
    ),
    "number of a collection and date in the title": (
        "7.白石市人民政府办公室关于印发2023年白石市茶旅工作要点的通知（2023年4月5日）\n白府办函[2023]11号\n"
        "各县区：\n现印发给你们。\n一、目标\n略。",
        {
            "title": "2023年白石市茶旅工作要点",
            "number": "白府办函〔2023〕11号",
            "issued": "2023-04-05",
            "genre": "工作要点",
            "region_hint": "白石市",
        },
    ),
    "the signature's date wins over the title's": (
        "白石市茶叶局关于办好茶会的通知（2023年4月6日）\n各单位：\n请办好茶会。\n白石市茶叶局\n2023年4月5日",
        {"title": "白石市茶叶局关于办好茶会的通知", "issued": "2023-04-05", "issuer": "白石市茶叶局"},
    ),
    "another body's signature further down is not the title's": (
        "1.白石市茶叶局关于办好茶会的公告（2023年4月6日）\n请办好茶会。\n2.青溪市茶叶局关于种茶的通知（2023年5月1日）\n"
        "各单位：\n请种茶。\n青溪市茶叶局\n2023年5月1日",
        {"issued": "2023-04-06", "issuer": "白石市茶叶局", "genre": "公告"},
    ),
    "a title over lines with the notice's end below": (
        "江南省商务厅关于印发江南省茶叶出口三年行动方案\n（2024—2026年）的通知\n江商发〔2024〕5号\n各市商务局：\n"
        "现印发给你们。\n江南省商务厅\n2024年1月8日",
        {
            "title": "江南省茶叶出口三年行动方案（2024—2026年）",
            "genre": "方案",
            "issued": "2024-01-08",
            "issuer": "江南省商务厅",
        },
    ),
    "the longer name that the notice gives": (
        "青溪市林业局关于印发茶园管护办法的通知\n青林发〔2024〕2号\n各科室：\n"
        "现将《青溪市林业局茶园管护办法》印发给你们。\n青溪市林业局\n2024年2月3日\n一、目标\n略。",
        {"title": "青溪市林业局茶园管护办法", "genre": "办法", "region_hint": "青溪市"},
    ),
    "several attachments leave the notice's own title": (
        "青溪市茶叶局关于印发《青溪市茶园规划》《青溪市茶企名单》的通知\n各单位：\n现印发给你们。\n青溪市茶叶局\n2024年2月3日",
        {"title": "青溪市茶叶局关于印发《青溪市茶园规划》《青溪市茶企名单》的通知", "genre": "通知"},
    ),
    "a forwarded document is another policy": (
        "青溪市人民政府办公室关于转发《江南省茶业条例》的通知\n各单位：\n现转发给你们。\n青溪市人民政府办公室\n2024年2月3日",
        {
            "title": "青溪市人民政府办公室关于转发《江南省茶业条例》的通知",
            "genre": "通知",
            "issuer": "青溪市人民政府办公室",
        },
    ),
    "joint issuers without a sign between": (
        "江南省人民政府办公厅江北省人民政府办公厅关于印发两省茶业合作清单的通知\n江府办函〔2023〕9号\n各市：\n"
        "请执行。江南省人民政府办公厅江北省人民政府办公厅\n2023年5月4日",
        {
            "title": "两省茶业合作清单",
            "genre": "清单",
            "issuers": ("江南省人民政府办公厅", "江北省人民政府办公厅"),
            "issued": "2023-05-04",
            "issuer_region": "江南省",
            "region_hint": "江南省",
        },
    ),
    "several departments, named in the signature": (
        "财政部等三部门关于支持茶业的意见\n财茶〔2024〕1号\n各省：\n提出如下意见。\n一、目标\n略。\n财政部\n农业农村部\n"
        "国务院国有资产监督管理委员会\n2024年1月18日",
        {
            "issuer": "财政部",
            "issuers": ("财政部", "农业农村部", "国务院国有资产监督管理委员会"),
            "region_hint": None,
            "issued": "2024-01-18",
        },
    ),
    "party and government": (
        "中共青溪市委青溪市人民政府关于茶业强市的决定\n青发〔2021〕1号\n（2021年1月2日）\n茶业是根本。\n一、目标\n略。",
        {
            "issuers": ("中共青溪市委", "青溪市人民政府"),
            "genre": "决定",
            "issued": "2021-01-02",
            "issuer_region": "青溪市",
        },
    ),
    "a district signs with a department above it": (
        "关于印发《茶谷建设方案》的通知\n青科发〔2025〕7号\n各单位：\n现予以印发。\n青溪市科学技术局\n青溪市云台区人民政府\n2025年3月1日",
        {
            "title": "茶谷建设方案",
            "issuers": ("青溪市科学技术局", "青溪市云台区人民政府"),
            "region_hint": "云台区",
            "issuer_region": "青溪市",
        },
    ),
    "a reply is about the place of the proposal": (
        "江南省林业厅对省人大二次会议0123号建议的答复\n江林建议函[2023]26号\n2023-5-2\n李某代表：\n"
        "您提出的《关于扶持青溪茶业的建议》收悉。现答复如下：\n一、扶持\n略。\n江南省林业厅\n2023年5月6日",
        {
            "title": "江南省林业厅对省人大二次会议0123号建议的答复",
            "number": "江林建议函〔2023〕26号",
            "issuer": "江南省林业厅",
            "issued": "2023-05-06",
            "genre": "答复",
            "region_hint": "青溪市",
            "issuer_region": "江南省",
        },
    ),
    "a text that opens with a preface takes the file's name": (
        "前言\n为振兴茶业，依据《江南省茶业规划》，编制本规划。松坪县是茶乡，松坪县有茶。\n第一章总则\n略。",
        {"title": "松坪茶业", "genre": None, "number": None, "title_span": None, "region_hint": "松坪县"},
    ),
    "a fact sheet on top": (
        "关于印发《青溪市茶谷建设方案》的通知\n发布日期:2025-03-10\n发布机构:青溪市科学技术局\n原文链接:http://a.b/c.html\n"
        "青科发〔2025〕7号\n各单位：\n现予以印发。\n一、目标\n略。",
        {
            "title": "青溪市茶谷建设方案",
            "number": "青科发〔2025〕7号",
            "issuer": "青溪市科学技术局",
            "issued": "2025-03-10",
        },
    ),
    "a fact sheet with title, number and month": (
        "基本信息\n文档类型：政策类\n发布机构：江南省商务厅\n发布日期：2025年8月\n文件名称：江南省茶叶出口指引\n"
        "文件编号：江商发〔2025〕18号\n有效期至：2027年12月31日\n为扩大出口，提出以下意见。\n一、目标\n略。",
        {
            "title": "江南省茶叶出口指引",
            "number": "江商发〔2025〕18号",
            "issued": "2025-08",
            "issuer": "江南省商务厅",
            "effective_until": "2027-12-31",
            "genre": "指南",
        },
    ),
    "a flattened table": (
        "索引号：\n0001\n发文机关：\n青溪市人民政府\n成文日期：\n2020年1月2日\n青溪市茶业条例\n为规范茶业，制定本条例。\n第一条略。",
        {"title": "青溪市茶业条例", "issuer": "青溪市人民政府", "issued": "2020-01-02", "genre": "条例"},
    ),
    "red head, number first": (
        "青溪市人民政府办公室文件\n青政办发〔2023〕8号\n关于做好春茶采制的通知\n各单位：\n请做好。\n青溪市人民政府办公室\n二〇二三年三月九日",
        {
            "title": "关于做好春茶采制的通知",
            "number": "青政办发〔2023〕8号",
            "issued": "2023-03-09",
            "issuer": "青溪市人民政府办公室",
        },
    ),
    "a registration is an alias": (
        "QXCR—2023—01002\n青溪市人民政府关于保护古茶树的通告\n青政发〔2023〕4号\n即日起保护古茶树。\n青溪市人民政府\n2023年3月9日",
        {
            "number": "青政发〔2023〕4号",
            "alias_names": ("关于保护古茶树的通告", "青政发〔2023〕4号", "QXCR—2023—01002"),
            "genre": "通告",
        },
    ),
    "a cited number is not the own one": (
        "青溪市茶业措施\n根据《江南省茶业意见》（江政发〔2021〕7号）\n制定以下措施。\n一、目标\n略。",
        {"title": "青溪市茶业措施", "number": None, "genre": "措施"},
    ),
    "title and number on one line": (
        "青溪市人民政府关于种茶的意见青政发〔2020〕5号各县区人民政府：种茶富民，现提出以下意见。一、目标：建茶园。二、任务：修水渠。",
        {"title": "青溪市人民政府关于种茶的意见", "number": "青政发〔2020〕5号", "issuer": "青溪市人民政府"},
    ),
    "stated validity": (
        "青溪市茶业办法" + TODAY.replace("略。", "本办法自发布之日起施行，有效期至2026年12月31日。"),
        {"effective_until": "2026-12-31", "issued": "2024-02-01", "issuer": "青溪市人民政府"},
    ),
    "a term from its own start": (
        "青溪市茶业办法" + TODAY.replace("略。", "本办法自2024年3月1日起施行，有效期5年。"),
        {"effective_until": "2029-02-28"},
    ),
    "a term from the day of issue": (
        "青溪市茶业办法" + TODAY.replace("略。", "本办法自印发之日起施行，有效期三年。"),
        {"effective_until": "2027-01-31"},
    ),
    "a period": (
        "青溪市茶业措施" + TODAY.replace("略。", "本措施执行期限为2024年1月1日至2025年12月31日。"),
        {"effective_until": "2025-12-31"},
    ),
    "until the end of a year": (
        "青溪市茶业措施" + TODAY.replace("略。", "本措施自印发之日起实施，有效期至2026年底。"),
        {"effective_until": "2026-12-31"},
    ),
    "a licence's validity is not the document's": (
        "青溪市茶业措施"
        + TODAY.replace("略。", "茶企许可证有效期5年。龙头企业称号有效期至2026年12月31日止须复审后方可延续使用。"),
        {"effective_until": None},
    ),
    "an impossible date is none": (
        "青溪市茶业措施\n发布日期：2024年13月45日\n一、目标\n本措施有效期至2026年15月40日。",
        {"issued": "2024", "effective_until": "2026-12-31"},
    ),
    "two regions in the title leave the issuer's": (
        "江南省商务厅关于青溪市与白石市茶业协作的意见\n各市：\n提出意见。\n一、目标\n略。",
        {"region_hint": "江南省"},
    ),
    "an agreement of two places is about the first": (
        "白石市与青溪市茶业合作协议\n双方约定如下。青溪市种茶，青溪市制茶。\n一、目标\n略。",
        {"region_hint": "白石市", "genre": "协议"},
    ),
    "an order puts another document into force": (
        "青溪市人民政府令\n第3号\n《青溪市古茶树办法》已经市人民政府常务会议通过，现予公布。\n市长某某\n2022年12月1日\n"
        "青溪市古茶树办法\n第一条略。\n第二条本办法自2023年1月1日起施行。",
        {"title": "青溪市古茶树办法", "issuer": "青溪市人民政府", "issued": "2022-12-01", "number": "第3号"},
    ),
    "short forms of counties are common words": (
        "江南省商务厅关于松坪茶业的意见\n各市：\n提出意见。\n一、目标\n略。",
        {"region_hint": "江南省"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_metadata(name: str) -> None:
    """Each shape of head and signature gives its metadata."""
    text, expected = CASES[name]
    meta = _read(text, "documents/松坪茶业.txt")
    assert {key: getattr(meta, key) for key in expected} == expected


@pytest.mark.parametrize("name", CASES)
def test_spans_hold_what_they_name(name: str) -> None:
    """Every span covers the words of its value (line feeds of wrapped titles and the form of brackets apart)."""
    text, _ = CASES[name]
    meta = _read(text)
    for start, end, name_there in meta.name_spans:
        assert _plain(text[start:end]) == _plain(name_there)
    pairs = [(meta.title, meta.title_span), (meta.number, meta.number_span), (meta.issuer, meta.issuer_span)]
    for value, span in [*pairs, *zip(meta.issuers, meta.issuer_spans, strict=True)]:
        assert span is None or _plain(text[span[0] : span[1]]) == value
    if meta.issued_span is not None and meta.issued is not None and "〇" not in text:
        assert meta.issued[:4] in text[slice(*meta.issued_span)]


def test_wrapped_issuer_lines_keep_their_places() -> None:
    """The bodies of a signature are found where they stand."""
    meta = _read(CASES["several departments, named in the signature"][0])
    assert len(meta.issuer_spans) == 3
    assert meta.issuer_span == (0, 3)


def test_empty_text() -> None:
    """An empty text has the source's stem as its title, and nothing else."""
    meta = _read("", "某方案.docx")
    assert (meta.title, meta.issuer, meta.issued, meta.region_hint) == ("某方案", None, None, None)


_PIECES = (
    *("青溪市", "人民政府", "办公室", "关于印发", "《", "》", "（", "）", "的通知", "实施方案", "青政发〔2023〕8号"),
    *("2023年3月9日", "2023年13月9日", "\n", "。", "：", "发布日期：", "发文机关", "有效期", "5年", "本办法", "附件"),
    *("自2024年1月1日起施行", "有效期至", "2026年", "12月", "一、", "等三部门", "中共", "的答复", "建议", "99年"),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_never_fails(text: str) -> None:
    """Whatever the head looks like, there is a title, and spans lie in the text."""
    meta = _read(text)
    assert meta.title
    assert all(0 <= start <= end <= len(text) for start, end, _ in meta.name_spans)


HOSTILE = (
    *("关于印发", "《青溪市", "青溪市人民政府\n", "青政发〔2023〕", "2023年3月9日\n", "青溪市人民政府2023年3月9日\n"),
    *(
        "有效期5年",
        "本办法",
        "有效期至",
        "自2023年1月1日起施行",
        "（2023年",
        "方案",
        "局",
        "中共",
        "发布日期：",
        "通知\n",
    ),
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length(unit: str) -> None:
    """Four times the text takes about four times the time, whatever it is made of."""
    small, large = (_seconds(unit * (size // len(unit))) for size in (25_000, 100_000))
    assert large < 0.05 or large / small < 9


def _seconds(text: str) -> float:
    clauses = split_clauses(text)
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        metadata(text, clauses, "x", lambda words: [])
        best = min(best, time.process_time() - start)
    return best
