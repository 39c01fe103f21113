"""City groups that no vocabulary knows, by names that spell their members with one sign each."""

import pytest
from short_policies import names, read, relations

GROUPS: list[tuple[str, str, str, set[str]]] = [
    ("芜湖市", "联手马鞍山市打造宁马芜产业走廊。", "宁马芜", {"马鞍山市", "芜湖市"}),
    ("昌吉回族自治州", "加快乌昌一体化，与乌鲁木齐市共建产业园。", "乌昌", {"乌鲁木齐市", "昌吉回族自治州"}),
    ("许昌市", "推进郑许一体化，加强与郑州市协作。", "郑许", {"郑州市", "许昌市"}),
    (
        "孝感市",
        "建设“汉孝随襄十”汽车产业走廊，与随州市、襄阳市协同配套。",
        "汉孝随襄十",
        {"孝感市", "随州市", "襄阳市"},
    ),
    (
        "太原市",
        "加强与山西中部城市群晋中、忻州、吕梁、阳泉四市协作。",
        "山西中部城市群",
        {"晋中市", "忻州市", "吕梁市", "阳泉市"},
    ),
    (
        "长春市",
        "推动吉林、四平、辽源等长春现代化都市圈城市协同配套。",
        "长春都市圈",
        {"长春市", "吉林市", "四平市", "辽源市"},
    ),
    ("四平市", "四平市是长春现代化都市圈的重要组成部分。", "长春都市圈", {"四平市"}),
    (
        "许昌市",
        "融入郑州都市圈。加强与开封市、洛阳市、新乡市等都市圈城市分工协作。",
        "郑州都市圈",
        {"开封市", "洛阳市", "新乡市"},
    ),
]


@pytest.mark.parametrize(("issuer", "body", "group", "members"), GROUPS)
def test_a_group_has_the_members_that_its_name_or_its_list_spells(
    issuer: str, body: str, group: str, members: set[str]
) -> None:
    """Those of them that the document names."""
    document = read(body, f"{issuer}人民政府")
    assert group in names(document, "CityGroup")
    assert {member for member, of in relations(document, "MEMBER_OF") if of == group} == members


@pytest.mark.parametrize(
    ("issuer", "body"),
    [
        ("宜宾市", "推动川南一体化发展。"),
        ("成都市", "推进产教一体化、城乡一体化。"),
        ("济南市", "实施“三提三争”活动。"),
    ],
)
def test_other_words_before_the_same_nouns_are_no_groups(issuer: str, body: str) -> None:
    """A part of a province, what is merged besides places, a slogan in quotation marks."""
    known = {"川南", "成都都市圈"}
    assert names(read(body, f"{issuer}人民政府"), "CityGroup") <= known
