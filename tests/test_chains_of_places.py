"""Which place develops which chain, beyond the plain subject: by section, by name, by what carries it."""

import pytest
from short_policies import read, relations

Case = tuple[str, str, set[tuple[str, str]]]

SECTIONS: list[Case] = [
    ("烟台市", "（一）做强生物医药产业链\n支持烟台高新区建设国际生物科技园。", {("烟台高新区", "生物医药")}),
    (
        "咸阳市",
        "1．新型显示产业\n在咸阳高新区规划建设显示器件产业园。",
        {("咸阳高新区", "新型显示"), ("显示器件产业园", "新型显示")},
    ),
    (
        "台州市",
        "（二）壮大泵与电机产业集群\n大溪镇重点发展智能水泵，泽国镇主攻空压机。",
        {("大溪镇", "泵与电机"), ("泽国镇", "泵与电机")},
    ),
    (
        "茂名市",
        "（一）石化产业\n以茂名高新区、茂南区为主平台，完善配套管网。",
        {("茂名高新区", "石化"), ("茂南区", "石化")},
    ),
]
NAMES: list[Case] = [
    ("随州市", "培育应急装备产业。加快应急装备产业园建设。", {("应急装备产业园", "应急装备")}),
    ("滁州市", "发展智能家电产业。推进滁州智能家电产业园二期建设。", {("滁州智能家电产业园", "智能家电")}),
]
CARRIERS: list[Case] = [
    (
        "四平市",
        "公主岭市依托公主岭经济开发区、大岭物流园重点发展汽车零部件产业。",
        {("公主岭市", "汽车零部件"), ("公主岭经开区", "汽车零部件"), ("大岭物流园", "汽车零部件")},
    ),
    (
        "襄阳市",
        "枣阳市以枣阳经济开发区为载体，重点发展汽车内外饰产业。",
        {("枣阳市", "汽车内外饰"), ("枣阳经开区", "汽车内外饰")},
    ),
    ("亳州市", "支持谯城区利用十河工业园发展中药饮片产业。", {("谯城区", "中药饮片"), ("十河工业园", "中药饮片")}),
    ("嘉峪关市", "发展软件和信息技术服务业。", {("嘉峪关市", "软件和信息技术服务业")}),
    (
        "长沙市",
        "以望城经开区为主要承载地，发展储能电池、氢能装备产业。",
        {("望城经开区", "储能电池"), ("望城经开区", "氢能装备")},
    ),
    ("商丘市", "发展超硬材料产业。支持柘城县建设超硬材料产业园。", {("柘城县", "超硬材料")}),
    (
        "南阳市",
        "依托卧龙区丰富的艾草资源，支持仙草药业开展技术改造，壮大艾草制品产业。",
        {("卧龙区", "艾草制品"), ("南阳市", "艾草制品")},
    ),
    (
        "榆林市",
        "推动榆阳高新区与神木高新区共建榆神合作产业园，重点发展煤化工产业。",
        {("榆阳高新区", "煤化工"), ("神木高新区", "煤化工"), ("榆神合作产业园", "煤化工")},
    ),
    ("绵竹市", "支持什地镇加快白酒企业技术改造。发展白酒产业。", {("什地镇", "白酒")}),
    ("宿迁市", "白酒是我市重点打造的主导产业。依托泗阳经开区，推动品质提升。", {("泗阳经开区", "白酒")}),
    (
        "黑龙江省",
        "（一）玉米加工产业链\n绥化市以肇东经济开发区为载体，发展氨基酸产品。绥化市望奎县支持某某食品集团扩大产能。",
        {("绥化市", "玉米加工"), ("望奎县", "玉米加工"), ("肇东经开区", "玉米加工")},
    ),
    ("湖北省", "支持黄冈市承接武汉汽车零部件产业转移。", {("黄冈市", "汽车零部件")}),
    ("湛江市", "引导广州电子信息产业向湛江转移。", {("湛江市", "电子信息")}),
    ("湖北省", "推动新洲区与团风县在装配式建筑产业上协作配套。", {("新洲区", "装配式建筑"), ("团风县", "装配式建筑")}),
    ("鄂州市", "支持鄂州市与顺丰集团深化合作，发展航空物流产业。", {("鄂州市", "航空物流")}),
    (
        "成都市经济和信息化局 德阳市",
        "（一）锂电材料产业\n推动产业协同发展。",
        {("成都市", "锂电材料"), ("德阳市", "锂电材料")},
    ),
    ("漯河市", "形成以食品加工、装备制造为主导的产业体系。", {("漯河市", "食品加工"), ("漯河市", "装备制造")}),
]
EXACT: list[Case] = [
    (
        "梧州市",
        "藤县、岑溪市分别发展陶瓷、石材产业。",
        {("藤县", "陶瓷"), ("岑溪市", "石材"), ("梧州市", "陶瓷"), ("梧州市", "石材")},
    ),
    (
        "六安市",
        "（一）做强新能源汽车产业\n依托金安经开区、舒城经开区，重点发展氢能装备产业。",
        {("六安市", "新能源汽车"), ("六安市", "氢能装备"), ("金安经开区", "氢能装备"), ("舒城经开区", "氢能装备")},
    ),
]
NONE: list[Case] = [
    ("潍坊市", "（一）做强虚拟现实产业\n学习借鉴青岛高新区的做法。", {("青岛高新区", "虚拟现实")}),
    ("潍坊市", "（一）做强虚拟现实产业\n不得在寒亭经济开发区新布局同类项目。", {("寒亭经济开发区", "虚拟现实")}),
    ("太原市", "加强与晋中、忻州、吕梁、阳泉四市产业链协作。", {("晋中市", "四市"), ("太原市", "四市")}),
    ("银川市", "引导银行创新产业链金融产品，绘制产业链图谱。", {("银川市", "金融"), ("银川市", "绘制")}),
]


@pytest.mark.parametrize(("issuer", "body", "expected"), [*SECTIONS, *NAMES, *CARRIERS])
def test_a_place_develops_what_its_section_its_name_or_its_carrier_tells(
    issuer: str, body: str, expected: set[tuple[str, str]]
) -> None:
    """Parks in the section on a chain, parks named after one, and what a place is to develop by means of a park."""
    assert expected <= relations(read(body, f"{issuer}人民政府"), "DEVELOPS")


@pytest.mark.parametrize(("issuer", "body", "expected"), EXACT)
def test_each_place_has_its_own_chain_and_no_other(issuer: str, body: str, expected: set[tuple[str, str]]) -> None:
    """Places told with chains 分别 are paired in turn; what a sentence says of a park counts before its section."""
    assert relations(read(body, f"{issuer}人民政府"), "DEVELOPS") == expected


@pytest.mark.parametrize(("issuer", "body", "wrong"), NONE)
def test_no_chain_is_given_to_models_bans_or_mere_counts(issuer: str, body: str, wrong: set[tuple[str, str]]) -> None:
    """A model elsewhere, a ban, four cities under one noun and 产业链金融 make no one's chain."""
    assert not wrong & relations(read(body, f"{issuer}人民政府"), "DEVELOPS")
