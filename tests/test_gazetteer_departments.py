"""The gazetteer of public bodies: short forms, official full names with their region, national bodies."""

from importlib.resources import files

import pytest

from extract.gazetteers.departments import central_bank, departments
from extract.gazetteers.regions import Region, regions


def named(name: str) -> Region:
    """A region by a name that is plain."""
    region = regions().resolve(name, None)
    assert region is not None, name
    return region


def test_the_file_tells_source_and_date() -> None:
    """The file compiled by hand says so, with a date."""
    head = files("extract.gazetteers").joinpath("data/departments.toml").read_text(encoding="utf-8")[:600]
    assert "# source: " in head
    assert "# date: 2026-" in head


def test_every_form_is_found_and_gives_a_name() -> None:
    """Each form leads to a department whose official name holds the region, and no form stands for two bodies."""
    table = departments()
    forms = [form for department in table.departments for form in department.forms()]
    assert len(forms) == len(set(forms))
    for form in table.surfaces():
        department = table.find(form)
        assert department is not None
        assert "湘潭" in table.official(department, named("湘潭市"), form)


OFFICIAL = """
湖南省 发展改革委 湖南省发展和改革委员会
湖南省 工业和信息化厅 湖南省工业和信息化厅
湖南省 科技厅 湖南省科学技术厅
湖南省 人力资源社会保障厅 湖南省人力资源和社会保障厅
湖南省 应急厅 湖南省应急管理厅
湖南省 国资委 湖南省人民政府国有资产监督管理委员会
湖南省 市场监管局 湖南省市场监督管理局
湖南省 地方金融监管局 湖南省地方金融监督管理局
湖南省 税务局 国家税务总局湖南省税务局
湖南省 银保监局 中国银行保险监督管理委员会湖南监管局
湖南省 证监局 中国证券监督管理委员会湖南监管局
湖南省 贸促会 中国国际贸易促进委员会湖南省委员会
湖南省 环保厅 湖南省环境保护厅
湖南省 法院 湖南省高级人民法院
湖南省 政府办公厅 湖南省人民政府办公厅
湖南省 委组织部 中共湖南省委组织部
湖南省 委金融办 中共湖南省委金融委员会办公室
湖南省 政协 中国人民政治协商会议湖南省委员会
湘潭市 工信局 湘潭市工业和信息化局
湘潭市 科技局 湘潭市科学技术局
湘潭市 发改委 湘潭市发展和改革委员会
湘潭市 自然资源规划局 湘潭市自然资源和规划局
湘潭市 工商联 湘潭市工商业联合会
湘潭市 中级人民法院 湘潭市中级人民法院
湘潭市 法院 湘潭市中级人民法院
湘潭市 委 中共湘潭市委
湘潭市 委督查室 中共湘潭市委督查室
湘潭市 政府督查室 湘潭市人民政府督查室
湘潭市 纪委 中共湘潭市纪律检查委员会
湘潭市 监委 湘潭市监察委员会
湘潭市 文旅广体局 湘潭市文化旅游广电体育局
湘潭市 团委 共青团湘潭市委
湘潭市 政府金融办 湘潭市人民政府金融工作办公室
湘潭市 国动办 湘潭市国防动员办公室
桂阳县 工信局 桂阳县工业和信息化局
桂阳县 科工局 桂阳县科技和工业信息化局
桂阳县 发改局 桂阳县发展和改革局
桂阳县 法院 桂阳县人民法院
长沙市 海关 中华人民共和国长沙海关
上海市 经济信息化委 上海市经济和信息化委员会
上海市 科委 上海市科学技术委员会
上海市 国资委 上海市国有资产监督管理委员会
上海市 金融监管局 国家金融监督管理总局上海监管局
上海市 规划资源局 上海市规划和自然资源局
重庆市 经济信息委 重庆市经济和信息化委员会
重庆市 文化旅游委 重庆市文化和旅游发展委员会
北京市 教委 北京市教育委员会
北京市 卫生健康委 北京市卫生健康委员会
四川省 经信厅 四川省经济和信息化厅
眉山市 文广旅局 眉山市文化广播电视和旅游局
成都市 文广旅局 成都市文化广电旅游局
浙江省 经济和信息化厅 浙江省经济和信息化厅
常州市 文广旅局 常州市文化广电和旅游局
山东省 工业和信息化厅 山东省工业和信息化厅
青岛市 行政审批局 青岛市行政审批服务局
南京市 行政审批局 南京市行政审批局
广西壮族自治区 通信管理局 广西壮族自治区通信管理局
湘西州 林业局 湘西土家族苗族自治州林业局
武汉市 国税局 武汉市国家税务局
"""


@pytest.mark.parametrize(("region", "surface", "name"), [line.split() for line in OFFICIAL.strip().splitlines()])
def test_official_names(region: str, surface: str, name: str) -> None:
    """A department's form in the text and its region give its official full name."""
    department = departments().find(surface)
    assert department is not None
    assert departments().official(department, named(region), surface) == name


def test_unsafe_short_forms_keep_the_region_and_the_form() -> None:
    """A form that no department knows is not expanded; without a region the name has none."""
    table = departments()
    assert table.find("经研金融办") is None
    finance = table.find("金融办")
    assert finance is not None
    assert table.official(finance, named("湘潭市"), "经研金融办") == "湘潭市经研金融办"
    assert table.official(finance, None, "金融办") == "金融工作办公室"


def test_forms_that_hold_their_level() -> None:
    """团市委 is the youth league of the city, not its party committee."""
    table = departments()
    league = table.find("团市委")
    assert league is not None
    assert table.level_of("团市委") == "city"
    assert table.level_of("工信局") is None
    assert table.official(league, named("湘潭市"), "团市委") == "共青团湘潭市委"


def test_former_bodies_are_told_apart() -> None:
    """A body that a reform has ended keeps its own name and is known as former."""
    bureau = departments().find("环保局")
    assert bureau is not None
    assert bureau.is_former("环保局")
    assert not bureau.is_former("生态环境局")


@pytest.mark.parametrize(
    ("surface", "home", "name"),
    [
        ("人民银行长沙中心支行", None, "中国人民银行长沙中心支行"),
        ("人民银行市中心支行", "湘潭市", "中国人民银行湘潭市中心支行"),
        ("人民银行市中心支行", "湘乡市", "中国人民银行湘潭市中心支行"),
        ("人行省分行", "湘潭市", "中国人民银行湖南省分行"),
        ("中国人民银行湖南省分行", None, "中国人民银行湖南省分行"),
    ],
)
def test_branches_of_the_central_bank(surface: str, home: str | None, name: str) -> None:
    """A branch gets the bank's full name, and 省 or 市 in it the document's own province or city."""
    assert central_bank(surface, named(home) if home else None) == name


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("国家发展改革委", "国家发展和改革委员会"),
        ("工信部", "工业和信息化部"),
        ("科技部", "科学技术部"),
        ("国务院", "国务院"),
        ("国办", "国务院办公厅"),
        ("税务总局", "国家税务总局"),
        ("金融监管总局", "国家金融监督管理总局"),
        ("证监会", "中国证券监督管理委员会"),
        ("国家知识产权局", "国家知识产权局"),
    ],
)
def test_national_bodies(surface: str, name: str) -> None:
    """National bodies have their common full names."""
    assert departments().national(surface) == name


@pytest.mark.parametrize(
    "word", ["有关部门", "主管部门", "各县市区人民政府", "市直部门", "监管局", "委员会", "分局", "办公室", "园区管委会"]
)
def test_generic_words_are_no_departments(word: str) -> None:
    """Words that name no body of their own are not found."""
    assert departments().find(word) is None
    assert departments().national(word) is None
