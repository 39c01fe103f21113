"""Phenomenon 3 (DESIGN 5): short names come out as the official names they stand for in the issuer's region."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_policies import agencies, duties, limit, names, proven, read, regions

BODIES = [
    ("浙江省人民政府", "省市场监管局", "浙江省市场监督管理局"),
    ("广东省人民政府", "省卫生健康委", "广东省卫生健康委员会"),
    ("江苏省人民政府", "省地方金融监管局", "江苏省地方金融监督管理局"),
    ("广西壮族自治区人民政府", "南宁海关", "中华人民共和国南宁海关"),
    ("厦门市人民政府", "市税务局", "国家税务总局厦门市税务局"),
    ("湖南省人民政府", "人民银行长沙中心支行", "中国人民银行长沙中心支行"),
    ("莆田市人民政府", "人民银行市中心支行", "中国人民银行莆田市中心支行"),
    ("浙江省人民政府", "人民银行浙江省分行", "中国人民银行浙江省分行"),
    ("浙江省人民政府", "金融监管总局浙江监管局", "国家金融监督管理总局浙江监管局"),
    ("四川省人民政府", "四川银保监局", "中国银行保险监督管理委员会四川监管局"),
    ("深圳市人民政府", "深圳证监局", "中国证券监督管理委员会深圳监管局"),
    ("甘肃省人民政府", "省委组织部", "中共甘肃省委组织部"),
    ("辽宁省人民政府", "省委网信办", "中共辽宁省委网络安全和信息化委员会办公室"),
    ("湖北省人民政府", "省委政法委", "中共湖北省委政法委员会"),
    ("内蒙古自治区人民政府", "自治区总工会", "内蒙古自治区总工会"),
    ("温州市人民政府", "市工商联", "温州市工商业联合会"),
    ("福建省人民政府", "省贸促会", "中国国际贸易促进委员会福建省委员会"),
    ("苏州市人民政府", "苏州工业园区管委会", "苏州工业园区管委会"),
    ("上海市人民政府", "市经济信息化委", "上海市经济和信息化委员会"),
    ("上海市人民政府", "市国资委", "上海市国有资产监督管理委员会"),
    ("北京市人民政府", "市规划自然资源委", "北京市规划和自然资源委员会"),
    ("天津市人民政府", "市工信局", "天津市工业和信息化局"),
    ("重庆市人民政府", "市住房城乡建委", "重庆市住房和城乡建设委员会"),
    ("新疆维吾尔自治区人民政府", "自治区工信厅", "新疆维吾尔自治区工业和信息化厅"),
    ("西藏自治区人民政府", "自治区发展改革委", "西藏自治区发展和改革委员会"),
    pytest.param(
        "新疆生产建设兵团办公厅",
        "兵团工信局",
        "新疆生产建设兵团工业和信息化局",
        marks=limit("新疆生产建设兵团 is no region of the gazetteer, so 兵团工信局 keeps its short name"),
    ),
    ("凉山彝族自治州人民政府", "州经信局", "凉山彝族自治州经济和信息化局"),
    ("延边朝鲜族自治州人民政府", "州工信局", "延边朝鲜族自治州工业和信息化局"),
    ("锡林郭勒盟行政公署", "盟工信局", "锡林郭勒盟工业和信息化局"),
    ("安吉县人民政府", "县自然资源规划局", "安吉县自然资源和规划局"),
    ("太仓市人民政府", "市科技局", "太仓市科学技术局"),
    ("鄂温克族自治旗人民政府", "旗财政局", "鄂温克族自治旗财政局"),
    ("湖南省人民政府", "省经信委", "湖南省经济和信息化委员会"),
    ("山东省人民政府", "省工商局", "山东省工商行政管理局"),
    ("山东省人民政府", "省国资委", "山东省人民政府国有资产监督管理委员会"),
    ("河南省人民政府", "省政府国资委", "河南省人民政府国有资产监督管理委员会"),
    ("海南省人民政府", "省营商环境建设厅", "海南省营商环境建设厅"),
    ("广州市人民政府", "市妇联", "广州市妇女联合会"),
    ("宜春市人民政府", "市法院", "宜春市中级人民法院"),
    ("江西省人民政府", "工信部", "工业和信息化部"),
]

PROSE = [
    ("浙江省人民政府", "省经信厅要会同省科技厅抓好落实。", {"浙江省经济和信息化厅", "浙江省科学技术厅"}),
    ("南昌市人民政府", "市人社局、市教育局联合开展专项行动。", {"南昌市人力资源和社会保障局", "南昌市教育局"}),
    ("安徽省人民政府", "企业可向省发改委申报。", {"安徽省发展和改革委员会"}),
    ("保定市人民政府", "牢固树立全局意识，破解开局难题。", set()),
    ("运城市人民政府", "完善市场监管体系，推进局部试点。", set()),
    ("汉中市人民政府", "各级财政部门要加大投入，部分企业可先行先试。", set()),
]

PLACES = [
    ("湖南省人民政府", "支持湘西州、怀化发展山地农业。", {"湘西土家族苗族自治州", "怀化市"}),
    ("云南省人民政府", "支持西双版纳州、楚雄州建设物流枢纽。", {"西双版纳傣族自治州", "楚雄彝族自治州"}),
    ("四川省人民政府", "支持阿坝州、甘孜州开发清洁能源。", {"阿坝藏族羌族自治州", "甘孜藏族自治州"}),
    ("陕西省人民政府", "加强与内蒙古、宁夏、甘肃的能源合作。", {"内蒙古自治区", "宁夏回族自治区", "甘肃省"}),
]

GROUPS = [
    ("湖南省人民政府", "推进长株潭一体化发展。", {"长株潭"}),
    ("江苏省人民政府", "推动苏锡常共建太湖湾科技创新圈。", {"苏锡常"}),
    ("赣州市人民政府", "全面融入大湾区。", {"粤港澳大湾区"}),
    ("四川省人民政府", "推动成德眉资同城化发展。", {"成都都市圈"}),
    ("河北省人民政府", "服务京津冀协同发展。", {"京津冀"}),
    ("福建省人民政府", "推动厦漳泉都市圈建设。", {"厦漳泉"}),
]

DEFINED = [
    (
        "合肥市人民政府",
        "支持安徽江淮汽车集团股份有限公司（以下简称江淮汽车）做强主业。江淮汽车要加快转型。",
        "Enterprise",
        {"安徽江淮汽车集团股份有限公司", "江淮汽车"},
    ),
    pytest.param(
        "郑州市人民政府",
        "支持郑州航空港经济综合实验区（以下简称“航空港区”）建设。航空港区重点发展智能终端产业。",
        "Park",
        {"郑州航空港经济综合实验区", "航空港区"},
        marks=limit("the short name of 以下简称 (航空港区) becomes a project of its own"),
    ),
    (
        "成都市人民政府",
        "支持成都高新技术产业开发区（以下简称成都高新区）提升能级。成都高新区要先行先试。",
        "Park",
        {"成都高新区", "成都高新技术产业开发区"},
    ),
    (
        "宁波市人民政府",
        "宁波市经济和信息化局（以下简称“市经信局”）负责解释。市经信局要加强宣传。",
        "Agency",
        {"宁波市经济和信息化局", "市经信局"},
    ),
    pytest.param(
        "重庆市人民政府",
        "建设北京理工大学重庆创新中心（简称“创新中心”）。创新中心要聚焦成果转化。",
        "Institution",
        {"北京理工大学重庆创新中心", "创新中心"},
        marks=limit("the longer institution (创新中心 of a university) is read as the university"),
    ),
    pytest.param(
        "山西省人民政府",
        "支持山西转型综合改革示范区（以下称“山西综改示范区”）发展。山西综改示范区要当好排头兵。",
        "Park",
        {"山西转型综合改革示范区", "山西综改示范区"},
        marks=limit("示范区 is no kind of park, so neither name nor short name is one"),
    ),
]

ISSUERS = {
    "贵州省人民政府": ("省", "贵州省"),
    "南平市人民政府": ("市", "南平市"),
    "桑植县人民政府": ("县", "桑植县"),
    "怒江傈僳族自治州人民政府": ("州", "怒江傈僳族自治州"),
    "天津市人民政府": ("市", "天津市"),
}
OFFICES = {
    "财政局": "财政局",
    "科技局": "科学技术局",
    "发展改革委": "发展和改革委员会",
    "市场监管局": "市场监督管理局",
    "商务局": "商务局",
    "总工会": "总工会",
    "工商联": "工商业联合会",
    "统计局": "统计局",
    "住房城乡建设局": "住房和城乡建设局",
    "医保局": "医疗保障局",
}


@pytest.mark.parametrize(("issuer", "short", "official"), BODIES)
def test_an_agencys_short_name_comes_out_official(issuer: str, short: str, official: str) -> None:
    """A unit's short name, present or former, stands for one official name with the issuer's region."""
    document = read(f"（一）加强统筹。抓好任务落实。（责任单位：{short}）", issuer)
    assert duties(document, "member") == {official}
    assert agencies(document) == {official}


@pytest.mark.parametrize(("issuer", "sentence", "bodies"), PROSE)
def test_agencies_are_known_in_prose_too(issuer: str, sentence: str, bodies: set[str]) -> None:
    """Short names count outside brackets as well; words that merely hold 局, 委 or 部 are no agencies."""
    assert agencies(read(sentence, issuer)) == bodies


@pytest.mark.parametrize(("issuer", "sentence", "places"), PLACES)
def test_a_places_short_name_comes_out_official(issuer: str, sentence: str, places: set[str]) -> None:
    """湘西州 and 宁夏 are mentions of the divisions by their official full names."""
    assert regions(read(sentence, issuer)) == places


@pytest.mark.parametrize(("issuer", "sentence", "groups"), GROUPS)
def test_a_groups_short_name_comes_out_as_one_group(issuer: str, sentence: str, groups: set[str]) -> None:
    """长株潭 and 大湾区 are city groups under their usual names."""
    assert names(read(sentence, issuer), "CityGroup") == groups


@pytest.mark.parametrize(("issuer", "sentence", "label", "forms"), DEFINED)
def test_a_bracket_that_defines_a_short_name_makes_no_second_entity(
    issuer: str, sentence: str, label: str, forms: set[str]
) -> None:
    """What （以下简称…） defines is another name of the same entity wherever it stands."""
    document = read(sentence, issuer)
    (found,) = [item for item in document.entities if item.type == label and item.name != issuer]
    assert forms <= {found.name, *found.aliases}
    assert len(found.mentions) >= 2


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.sampled_from(sorted(ISSUERS)), st.lists(st.sampled_from(sorted(OFFICES)), min_size=1, max_size=6, unique=True)
)
def test_any_list_of_offices_comes_out_official(issuer: str, offices: list[str]) -> None:
    """Whatever the issuer's level and the offices, each comes out as the region's office and no other does."""
    level, region = ISSUERS[issuer]
    units = "、".join(f"{level}{office}" for office in offices)
    document = proven(f"（一）加强统筹。抓好任务落实。（责任单位：{units}）", issuer)
    assert agencies(document) == {f"{region}{OFFICES[office]}" for office in offices}
