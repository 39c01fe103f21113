"""Phenomenon 2 (DESIGN 5): what several names share is said once; each gets it back, in the issuer's region."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_policies import REGIONS, agencies, limit, names, proven, read, regions

PLACES = [
    ("恩施土家族苗族自治州人民政府", "支持巴东、建始、鹤峰等县发展硒产业。", {"巴东县", "建始县", "鹤峰县"}),
    ("桂林市人民政府", "推动荔浦市和阳朔、平乐两县联动发展。", {"荔浦市", "阳朔县", "平乐县"}),
    ("常德市人民政府", "在安乡、汉寿、桃源三县布局绿色食品基地。", {"安乡县", "汉寿县", "桃源县"}),
    ("成都市人民政府", "推动武侯、青羊、金牛等区发展都市工业。", {"武侯区", "青羊区", "金牛区"}),
    (
        "佛山市人民政府",
        "支持南海、顺德、三水区建设智能制造示范区。",
        {"南海区", "顺德区", "三水区"},
    ),
    ("遵义市人民政府", "支持仁怀、习水、赤水等县市发展酱香白酒产业。", {"仁怀市", "习水县", "赤水市"}),
    ("河北省人民政府", "推动保定、廊坊、沧州等市承接北京产业转移。", {"保定市", "廊坊市", "沧州市", "北京市"}),
    ("内蒙古自治区人民政府", "支持鄂尔多斯、乌海、阿拉善等盟市发展氢能产业。", {"鄂尔多斯市", "乌海市", "阿拉善盟"}),
    (
        "云南省人民政府",
        "支持红河、文山、大理等州发展绿色铝产业。",
        {"红河哈尼族彝族自治州", "文山壮族苗族自治州", "大理白族自治州"},
    ),
    (
        "新疆维吾尔自治区人民政府",
        "推动喀什、和田、阿克苏等地区发展纺织服装产业。",
        {"喀什地区", "和田地区", "阿克苏地区"},
    ),
    ("四川省人民政府", "打造成都—德阳—绵阳装备制造走廊。", {"成都市", "德阳市", "绵阳市"}),
    pytest.param(
        "吉林市人民政府",
        "支持吉林高新区、吉林经开区壮大碳纤维产业。",
        set(),
        marks=limit("吉林 in the names of parks of 吉林市 is taken for the province"),
    ),
    ("益阳市人民政府", "支持长春经开区建设船舶产业园。", set()),
    ("河源市人民政府", "营造和平稳定的发展环境。", set()),
    ("海南省人民政府", "弘扬东方文化，发展文化创意产业。", set()),
    (
        "上海市浦东新区人民政府",
        "支持企业加大研发投入。",
        set(),
    ),
    (
        "安庆市人民政府",
        "支持怀宁、太湖等县发展绿色食品产业。",
        {"怀宁县", "太湖县"},
    ),
    (
        "阿坝藏族羌族自治州人民政府",
        "支持黑水、松潘等县发展清洁能源产业。",
        {"黑水县", "松潘县"},
    ),
    ("安康市人民政府", "市、县两级要压实责任，支持有条件的县区先行先试。", set()),
]

CODES = [
    ("舟山市人民政府", "支持普陀、定海区发展海洋装备产业。", {"330903", "330902"}),
    ("南通市人民政府", "支持通州、海门两区发展家纺产业。", {"320612", "320614"}),
    ("鞍山市人民政府", "支持铁西、立山区发展钢材深加工产业。", {"210303", "210304"}),
    (
        "福州市人民政府",
        "推动鼓楼、台江、仓山等区发展软件产业。",
        {"350102", "350103", "350104"},
    ),
    (
        "长春市人民政府",
        "推动朝阳、宽城、绿园区发展汽车零部件产业。",
        {"220104", "220103", "220106"},
    ),
    (
        "佳木斯市人民政府",
        "支持向阳、前进、东风等区发展都市工业。",
        {"230803", "230804", "230805"},
    ),
]

PARKS = [
    ("合肥市人民政府", "支持合肥高新区、经开区错位发展。", {"合肥高新区", "合肥经开区"}),
    (
        "赣州市人民政府",
        "支持龙南、信丰经开区提质升级。",
        {"龙南经开区", "信丰经开区"},
    ),
    (
        "湖北省人民政府",
        "推动襄阳、宜昌、荆门高新区争先进位。",
        {"襄阳高新区", "宜昌高新区", "荆门高新区"},
    ),
    ("陕西省人民政府", "支持西安高新区、经开区与咸阳高新区协作配套。", {"西安高新区", "西安经开区", "咸阳高新区"}),
    ("南宁市人民政府", "推进南宁高新区和经开区、东盟经开区扩区。", {"南宁高新区", "南宁经开区", "东盟经开区"}),
    ("浙江省人民政府", "鼓励省级开发区和高新区整合提升。", set()),
    pytest.param(
        "呼伦贝尔市人民政府",
        "支持旗市区建设工业园区和物流园区。",
        set(),
        marks=limit("旗市区 (any banner, city or district) and the verb after it are read as part of a park's name"),
    ),
]

BODIES: list[object] = [
    (
        "昆明市人民政府",
        "市发展改革委、工业和信息化局、财政局要加强配合。",
        {"昆明市发展和改革委员会", "昆明市工业和信息化局", "昆明市财政局"},
    ),
    pytest.param(
        "甘肃省人民政府",
        "省委组织部、宣传部要加强指导。",
        {"中共甘肃省委组织部", "中共甘肃省委宣传部"},
        marks=limit("the shared party committee (省委X部、Y部) is not given back in prose"),
    ),
    pytest.param(
        "芜湖市人民政府",
        "芜湖经开区和高新区管委会要抓好组织实施。",
        {"芜湖经开区管委会", "芜湖高新区管委会"},
        marks=limit("the committee of a park (经开区管委会) is not read in prose, coordinated or not"),
    ),
    pytest.param(
        "山东省人民政府",
        "济南、青岛海关要优化通关服务。",
        {"中华人民共和国济南海关", "中华人民共和国青岛海关"},
        marks=limit("the shared tail 海关 is not given back to the first"),
    ),
    ("湖北省人民政府", "宜昌、襄阳市人民政府要加强组织领导。", {"宜昌市人民政府", "襄阳市人民政府"}),
    (
        "广西壮族自治区人民政府",
        "自治区财政厅、商务厅要完善配套措施。",
        {"广西壮族自治区财政厅", "广西壮族自治区商务厅"},
    ),
    ("宁夏回族自治区人民政府", "各市、县（区）人民政府要抓好落实。", set()),
    ("辽阳市人民政府", "市、县两级有关部门要密切配合。", set()),
]

# Names that are no other word; those that are (太湖, 黑水) stand in the table of places.
COUNTIES = {
    "黄冈市人民政府": ("红安", "罗田", "英山", "浠水", "蕲春", "黄梅"),
    "安庆市人民政府": ("怀宁", "宿松", "望江", "岳西"),
    "楚雄彝族自治州人民政府": ("双柏", "牟定", "姚安", "大姚", "元谋", "武定"),
    "阿坝藏族羌族自治州人民政府": ("汶川", "松潘", "小金", "壤塘", "若尔盖"),
}


@pytest.mark.parametrize(("issuer", "sentence", "places"), PLACES)
def test_places_get_back_the_level_they_share(issuer: str, sentence: str, places: set[str]) -> None:
    """宜章、临武等县 are two counties by full name; a place's name in a park or a word is no place."""
    assert regions(read(sentence, issuer)) == places


@pytest.mark.parametrize(("issuer", "sentence", "codes"), CODES)
def test_namesakes_are_those_of_the_documents_region(issuer: str, sentence: str, codes: set[str]) -> None:
    """A name that several divisions have is the one that lies in the issuer's region."""
    document = read(sentence, issuer)
    found = {
        item.properties["adcode"]
        for item in document.entities
        if item.type in REGIONS and item.name != document.policy.region
    }
    assert found == codes


@pytest.mark.parametrize(("issuer", "sentence", "parks"), PARKS)
def test_parks_get_back_the_place_or_the_kind_they_share(issuer: str, sentence: str, parks: set[str]) -> None:
    """湘潭高新区和经开区 are two parks of 湘潭; kinds of parks are none."""
    assert names(read(sentence, issuer), "Park") == parks


@pytest.mark.parametrize(("issuer", "sentence", "bodies"), BODIES)
def test_agencies_get_back_the_head_or_the_tail_they_share(issuer: str, sentence: str, bodies: set[str]) -> None:
    """市发展改革委、财政局 are both of the city; 济南、青岛海关 are both customs; generic bodies are none."""
    assert agencies(read(sentence, issuer)) == bodies


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data(), st.sampled_from(("、", "和")), st.sampled_from(("等县", "县", "等县市")))
def test_any_list_of_counties_comes_out_item_by_item(data: st.DataObject, last: str, tail: str) -> None:
    """Whatever the counties, the last joint and the tail, the regions are exactly the counties by full name."""
    issuer = data.draw(st.sampled_from(sorted(COUNTIES)))
    items = data.draw(st.lists(st.sampled_from(COUNTIES[issuer]), min_size=2, max_size=4, unique=True))
    document = proven(f"支持{'、'.join(items[:-1])}{last}{items[-1]}{tail}发展特色食品产业。", issuer)
    assert regions(document) == {f"{item}县" for item in items}
