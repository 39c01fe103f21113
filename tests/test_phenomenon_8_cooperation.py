"""Phenomenon 8 of DESIGN 5: who cooperates with whom, and who is only named in the same sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_policies import proven, read, relations

from graph.facts import Document

Pairs = set[frozenset[str]]


def pairs(document: Document) -> Pairs:
    """The linked pairs, without direction."""
    return {frozenset(pair) for pair in relations(document, "COOPERATES_WITH")}


def modes(document: Document) -> set[object]:
    """How the pairs are linked."""
    return {relation.properties.get("mode") for relation in document.relations if relation.type == "COOPERATES_WITH"}


def each(left: str, *right: str) -> Pairs:
    """One partner with each of the others."""
    return {frozenset({left, other}) for other in right}


PLACES: list[object] = [
    ("宜昌市", "推动宜昌与荆州、荆门共建化工产业园。", "共建", each("宜昌市", "荆州市", "荆门市")),
    ("遂宁市", "积极融入成渝地区双城经济圈。", "融入", each("遂宁市", "成渝地区双城经济圈")),
    ("四川省", "（六）金牛—什邡合作。推进园区建设。", "合作", each("金牛区", "什邡市")),
    ("信阳市", "面向长三角、粤港澳大湾区承接产业转移。", "承接转移", each("信阳市", "长三角", "粤港澳大湾区")),
    ("江阴市", "推动江阴与靖江跨江融合。", "一体化", each("江阴市", "靖江市")),
    ("湛江市", "深度联动海南自由贸易港。", "联动", each("湛江市", "海南自由贸易港")),
    ("安徽省", "支持合肥工业大学与同济大学开展轻量化材料联合研究。", "合作研发", each("合肥工业大学", "同济大学")),
    ("黄石市", "支持新冶钢与大冶特殊钢集团建立稳定供货关系。", "联动", each("新冶钢", "大冶特殊钢集团")),
    ("信阳市", "有序承接京津冀、长三角产业转移。", "承接转移", each("信阳市", "京津冀", "长三角")),
    ("衢州市", "支持衢州在杭州、上海设立科创飞地。", "飞地", each("衢州市", "杭州市", "上海市")),
    ("镇江市", "与常州、无锡组建新能源汽车产业联盟。", "联盟", each("镇江市", "常州市", "无锡市")),
    ("广东省", "加快推进广州与佛山同城化。", "一体化", each("广州市", "佛山市")),
    ("嘉兴市", "全面接轨上海。", "融入", each("嘉兴市", "上海市")),
    ("河源市", "用好与深圳共建的产业转移工业园。", "共建", each("河源市", "深圳市")),
    ("遂宁市", "推进与重庆市潼南区共建的产业合作园区建设。", "共建", each("遂宁市", "潼南区")),
    ("渭南市", "加强与西安、咸阳、铜川的产业协作。", "协作", each("渭南市", "西安市", "咸阳市", "铜川市")),
    ("湖北省", "支持黄冈市对接武汉都市圈。", "对接", each("黄冈市", "武汉都市圈")),
    ("浙江省", "推动舟山与宁波在绿色石化领域协同发展。", "协同", each("舟山市", "宁波市")),
    ("汕头市", "深化汕头、潮州与深圳的战略合作。", "合作", each("深圳市", "汕头市", "潮州市")),
    ("郴州市", "建设对接粤港澳大湾区的桥头堡。", "对接", each("郴州市", "粤港澳大湾区")),
    ("赣州市", "加快与粤港澳大湾区一体化发展。", "一体化", each("赣州市", "粤港澳大湾区")),
    ("延边朝鲜族自治州", "与宁波开展结对帮扶。", "结对", each("延边朝鲜族自治州", "宁波市")),
    ("廊坊市", "主动服务和融入京津冀协同发展。", "融入", each("廊坊市", "京津冀")),
    (
        "安徽省",
        "推动滁州与南京共建产业合作区，推动马鞍山与南京共建交通走廊。",
        "共建",
        each("南京市", "滁州市", "马鞍山市"),
    ),
    ("安徽省", "支持阜阳承接上海、苏州产业转移。", "承接转移", each("阜阳市", "上海市", "苏州市")),
    (
        "韶关市",
        "提升与深圳共建的产业转移园、与东莞共建的合作园区。",
        "共建",
        each("韶关市", "深圳市", "东莞市"),
    ),
    ("遂宁市", "推进遂潼一体化发展。潼南区的企业不断增加。", "一体化", each("遂宁市", "潼南区")),
    (
        "安徽省",
        "推动阜阳市与苏州市、亳州市与上海市奉贤区共建园区。",
        "共建",
        each("阜阳市", "苏州市") | each("亳州市", "奉贤区"),
    ),
    ("徐州市", "加强与连云港市、宁波舟山港合作。", "合作", each("徐州市", "连云港市")),
    ("重庆市", "深化山东省与重庆市东西部协作。", "协作", each("山东省", "重庆市")),
    ("保定市", "承接北京非首都功能疏解。", "承接转移", each("保定市", "北京市")),
    ("泸州市", "积极参与成渝地区双城经济圈建设。", "融入", each("泸州市", "成渝地区双城经济圈")),
    ("江门市", "在深圳建设反向飞地，吸引研发人才。", "飞地", each("江门市", "深圳市")),
    ("绍兴市", "不断深化与上海合作，不仅承接产业转移，还共建研发平台。", "合作", each("绍兴市", "上海市")),
    ("青海省", "推动西宁市与海东市联手打造光伏产业走廊。", "合作", each("西宁市", "海东市")),
]

FIRMS: list[object] = [
    ("福建省", "推动宁德时代与厦门大学联合攻关固态电池技术。", "合作研发", each("宁德时代", "厦门大学")),
    ("芜湖市", "深化与华为、科大讯飞的战略合作。", "合作", each("芜湖市", "华为", "科大讯飞")),
    (
        "甘肃省",
        "支持酒钢集团与兰州大学、兰州理工大学合作研发特种钢材。",
        "合作研发",
        each("酒钢集团", "兰州大学", "兰州理工大学"),
    ),
    ("江苏省", "推动苏州工业园区与宿迁经开区结对发展。", "结对", each("苏州工业园区", "宿迁经开区")),
    ("哈尔滨市", "与哈尔滨工业大学共建先进技术研究院。", "共建", each("哈尔滨市", "哈尔滨工业大学")),
    ("四川省", "推动中国中车与西南交通大学组建创新联合体。", "联盟", each("中国中车", "西南交通大学")),
    ("青岛市", "鼓励海尔集团联合中国海洋大学攻关水下机器人技术。", "合作", each("海尔集团", "中国海洋大学")),
    ("大连市", "与冰山集团签署战略合作协议。", "合作", each("大连市", "大连冰山集团")),
]

NONE: list[object] = [
    ("东莞市", "组织企业赴深圳、广州参加展会。"),
    ("徐州市", "学习借鉴苏州、无锡先进经验。"),
    ("金华市", "沪昆高铁途经杭州、金华、衢州。"),
    ("咸宁市", "加强与高校、科研院所合作，推动成果转化。"),
    ("台州市", "推动吉利、星星冷链等企业扩大产能。"),
    ("南通市", "从上海、苏州引进高层次人才。"),
    ("四川省", "在成都、绵阳、德阳布局建设中试基地。"),
    ("山东省", "推动青岛、烟台、威海壮大海洋装备产业。"),
    ("张掖市", "完善银企对接机制，加强部门协同。"),
    ("株洲市", "开展产学研合作，推进两业融合发展。"),
    ("廊坊市", "距北京、天津均不足一百公里。"),
    ("安庆市", "推进城乡一体化，加强区域交流。"),
]


@pytest.mark.parametrize(("city", "sentence", "mode", "expected"), PLACES)
def test_places_are_linked_across_the_two_sides_with_the_mode(
    city: str, sentence: str, mode: str, expected: Pairs
) -> None:
    """All pairs across the two sides and none within one; the city is a side of its own missions."""
    document = read(sentence, f"{city}人民政府")
    assert pairs(document) == expected
    assert modes(document) == {mode}


@pytest.mark.parametrize(("region", "sentence", "mode", "expected"), FIRMS)
def test_firms_institutions_and_parks_are_linked_like_places(
    region: str, sentence: str, mode: str, expected: Pairs
) -> None:
    """Firms, institutions and parks that a sentence joins in cooperation are pairs, not with the issuer besides."""
    document = read(sentence, f"{region}人民政府")
    assert pairs(document) == expected
    assert modes(document) == {mode}


@pytest.mark.parametrize(("city", "sentence"), NONE)
def test_names_in_one_sentence_are_not_linked_by_that(city: str, sentence: str) -> None:
    """Company in one sentence, models, routes and general wishes for cooperation link nobody."""
    assert pairs(read(sentence, f"{city}人民政府")) == set()


CITIES = ("南京市", "合肥市", "杭州市", "武汉市", "成都市", "西安市", "长沙市", "青岛市")
DEEDS = ("共建产业园区", "对接", "协同发展", "开展产业协作", "组建产业联盟", "签署合作协议")


@st.composite
def statements(draw: st.DrawFn) -> tuple[str, Pairs]:
    """(推动 lefts 与 rights deed, the pairs across), with full or short names, after a sentence that links nobody."""
    chosen = draw(st.lists(st.sampled_from(CITIES), min_size=2, max_size=6, unique=True))
    cut = draw(st.integers(min_value=1, max_value=len(chosen) - 1))
    short = draw(st.booleans())
    shown = [city.removesuffix("市") if short else city for city in chosen]
    idle = draw(st.sampled_from(("", "组织企业赴广州、宁波参展。", "学习厦门、大连经验。")))
    left, right = "、".join(shown[:cut]), "、".join(shown[cut:])
    sentence = f"{idle}推动{left}{draw(st.sampled_from('与同'))}{right}{draw(st.sampled_from(DEEDS))}。"
    return sentence, {frozenset({one, other}) for one in chosen[:cut] for other in chosen[cut:]}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(statements())
def test_pairs_are_the_product_of_the_two_sides(drawn: tuple[str, Pairs]) -> None:
    """Whatever cities stand on the two sides, the pairs are all across and none within."""
    sentence, expected = drawn
    document = proven(sentence, "江西省人民政府")
    assert pairs(document) == expected
