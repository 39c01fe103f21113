"""The gazetteers of divisions and city groups: names, what they stand for, and honest files."""

from pathlib import Path

import pytest
from region_names import short_form

from extract.automaton import Automaton
from extract.gazetteers.city_groups import city_groups
from extract.gazetteers.regions import Region, regions

DATA = Path(__file__).resolve().parent.parent / "extract" / "gazetteers" / "data"
TABLES = (
    "regions.tsv",
    "towns.tsv",
    "renames.tsv",
    "region_aliases.tsv",
    "region_lookalikes.tsv",
    "ambiguous_short.tsv",
)


def named(name: str) -> Region:
    """A region by a name that is plain."""
    region = regions().resolve(name, None)
    assert region is not None, name
    return region


@pytest.mark.parametrize("file", TABLES)
def test_headers_tell_source_date_and_rows(file: str) -> None:
    """Each table says what its source and date are, its count of rows is true, and no row stands twice."""
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    rows = lines[len(comments) + 1 :]
    assert any(line.startswith("# source: ") and len(line) > 20 for line in comments)
    assert any(line.startswith("# date: 20") for line in comments)
    assert f"# rows: {len(rows)}" in comments
    assert len(set(rows)) == len(rows)


def test_the_file_of_groups_tells_source_date_and_size() -> None:
    """The file compiled by hand says so, with a date and the number of groups."""
    head = (DATA / "city_groups.toml").read_text(encoding="utf-8")[:600]
    assert "# source: " in head
    assert "# date: 2026-" in head
    assert f"# groups: {len(city_groups().groups)}\n" in head


def test_the_hierarchy_is_whole() -> None:
    """Every parent exists and is of a higher level; all provinces, and every township's county, are there."""
    table = regions()
    codes = [line.split("\t")[0] for line in (DATA / "regions.tsv").read_text(encoding="utf-8").splitlines()[6:]]
    levels = [table.path(region)[0].level for code in codes if (region := table.by_code(code))]
    assert levels.count("province") == len(codes) == 3214
    assert len([code for code in codes if code.endswith("0000")]) == 34
    for line in (DATA / "towns.tsv").read_text(encoding="utf-8").splitlines()[6:]:
        assert table.by_code(line.split("\t")[2]) is not None, line


@pytest.mark.parametrize(
    ("name", "code", "path"),
    [
        ("娄底", "431300", "湖南省/娄底市"),
        ("新化县", "431322", "湖南省/娄底市/新化县"),
        ("宜章", "431022", "湖南省/郴州市/宜章县"),
        ("湘西", "433100", "湖南省/湘西土家族苗族自治州"),
        ("湘西州", "433100", "湖南省/湘西土家族苗族自治州"),
        ("江华县", "431129", "湖南省/永州市/江华瑶族自治县"),
        ("内蒙古", "150000", "内蒙古自治区"),
        ("内蒙", "150000", "内蒙古自治区"),
        ("新疆", "650000", "新疆维吾尔自治区"),
        ("天门", "429006", "湖北省/天门市"),
        ("仙桃市", "429004", "湖北省/仙桃市"),
        ("济源", "419001", "河南省/济源市"),
        ("石河子", "659001", "新疆维吾尔自治区/石河子市"),
        ("东莞", "441900", "广东省/东莞市"),
        ("儋州市", "460400", "海南省/儋州市"),
        ("浦东新区", "310115", "上海市/浦东新区"),
        ("浦东", "310115", "上海市/浦东新区"),
        ("云阳", "500235", "重庆市/云阳县"),
        ("前郭", "220721", "吉林省/松原市/前郭尔罗斯蒙古族自治县"),
        ("襄樊", "420600", "湖北省/襄阳市"),
        ("大庸市", "430800", "湖南省/张家界市"),
        ("望城县", "430112", "湖南省/长沙市/望城区"),
        ("棋梓镇", "430381105", "湖南省/湘潭市/湘乡市/棋梓镇"),
        ("吉林", "220000", "吉林省"),
        ("吉林市", "220200", "吉林省/吉林市"),
        ("湘潭", "430300", "湖南省/湘潭市"),
    ],
)
def test_names_lead_to_codes_and_paths(name: str, code: str, path: str) -> None:
    """A plain name, full, short or former, leads to its code and its place in the tree."""
    region = named(name)
    assert (region.code, "/".join(step.name for step in regions().path(region))) == (code, path)


@pytest.mark.parametrize(
    "name", ["鼓楼区", "朝阳区", "城关镇", "城区", "郊区", "通州", "永定区", "和平", "朝阳", "没有这个县"]
)
def test_ambiguous_and_unknown_names_stay_unresolved(name: str) -> None:
    """A name of several divisions, or of none, stands for none without a document's region."""
    assert regions().resolve(name, None) is None


@pytest.mark.parametrize(
    ("name", "near", "code"),
    [
        ("鼓楼区", "福州市", "350102"),
        ("朝阳区", "北京市", "110105"),
        ("朝阳", "长春市", "220104"),
        ("朝阳", "沈阳市", "211300"),
        ("永定区", "张家界市", "430802"),
        ("通州", "南通市", "320612"),
        ("城关镇", "永登县", "620121100"),
        ("长安镇", "东莞市", "441900119"),
        ("桥西区", "石家庄市", "130104"),
        ("海南", "西宁市", "632500"),
        ("海南", "广东省", "460000"),
        ("河北", "天津市", "130000"),
        ("资阳", "益阳市", "430902"),
        ("长沙", "长沙县", "430100"),
        ("吉林", "吉林市", "220000"),
        ("新市区", "保定市", "130602"),
        ("新市区", "乌鲁木齐市", "650104"),
    ],
)
def test_the_region_of_the_document_settles(name: str, near: str, code: str) -> None:
    """Of several divisions the one in, above or nearest to the document's region is meant."""
    region = regions().resolve(name, named(near))
    assert region is not None
    assert region.code == code


@pytest.mark.parametrize(("name", "near"), [("鼓楼区", "江苏省"), ("桥西区", "河北省"), ("鼓楼区", "湖南省")])
def test_two_equally_near_regions_are_no_answer(name: str, near: str) -> None:
    """Where two are equally near, or none is near at all, there is no guess."""
    assert regions().resolve(name, named(near)) is None


def test_relations_in_the_tree() -> None:
    """Ancestors, children, townships and containment agree."""
    table = regions()
    loudi, hunan, town = named("娄底市"), named("湖南省"), named("棋梓镇")
    assert table.ancestors(loudi) == (hunan,)
    assert loudi in table.children(hunan)
    assert table.is_within(named("新化县"), hunan)
    assert not table.is_within(hunan, loudi)
    assert table.by_code(town.code) == town
    assert town in table.towns(named("湘乡市"))
    assert len(table.towns(named("东莞市"))) == 32
    assert [place.name for place in table.town_candidates("锡矿山")] == ["锡矿山街道"]
    assert table.candidates("棋梓") == ()
    assert [region.label for region in table.path(town)] == ["Province", "City", "County", "Town"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("广西壮族自治区", "广西"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("东乡族自治县", "东乡"),
        ("城区", ""),
        ("攸县", ""),
        ("清新区", "清新"),
        ("碑林区", "碑林"),
        ("神农架林区", "神农架"),
        ("滨海新区", ""),
        ("阿拉善左旗", ""),
        ("香港特别行政区", "香港"),
    ],
)
def test_short_forms(name: str, short: str) -> None:
    """A short form leaves out the rank and the peoples, and has at least two characters."""
    assert short_form(name) == short


def test_ambiguous_short_forms() -> None:
    """Ordinary words, brands and rivers are flagged; names that policies use every day are not."""
    table = regions()
    flagged = (
        "长安 朝阳 和平 新城 中原 大通 通道 城中 东方 新华 桥东 资源 合作 平安 中方 同心 互助 新兴 比如 白银 新建 路桥"
    )
    free = "娄底 宜章 临武 桂阳 新化 安化 永兴 双峰 西安 德清 长乐 顺德 海淀 雨湖 石峰 吉安 大同 保定 赤水"
    assert [form for form in flagged.split() if not table.is_ambiguous_short(form)] == []
    assert [form for form in free.split() if table.is_ambiguous_short(form)] == []


@pytest.mark.parametrize(
    "text",
    [
        "重大理论",
        "推广复合肥",
        "打通出海口",
        "各自贡献",
        "确保定期检查",
        "珠江西岸",
        "空中卫星",
        "西南通道",
        "实现长治久安",
    ],
)
def test_lookalikes_swallow_chance_hits(text: str) -> None:
    """Words in which a region's short form stands by chance hold no region once they are matched first."""
    table = regions()
    cities = [name for name, _ in table.names(("province", "city"))]
    assert Automaton(cities).hits(text)
    hits = Automaton([*cities, *table.lookalikes()]).hits(text)
    assert [word for _, _, word in hits if table.candidates(word)] == []


def test_names_for_the_automaton() -> None:
    """Full names and short forms of at least two characters come with their kind; townships only on demand."""
    forms = dict(regions().names())
    assert (forms["娄底市"], forms["娄底"], forms["大庸市"], forms["襄樊"]) == (False, True, False, True)
    assert min(map(len, forms)) == 2
    assert "棋梓镇" not in forms
    assert "棋梓镇" in dict(regions().names(("town",)))


@pytest.mark.parametrize(
    ("surface", "members"),
    [
        ("长株潭", "长沙 株洲 湘潭"),
        ("株洲—湘潭—娄底", "株洲 湘潭 娄底"),
        ("京津冀", "北京 天津 河北"),
        ("长三角地区", "上海 江苏 浙江 安徽"),
        ("川渝", "四川 重庆"),
        ("苏锡常", "苏州 无锡 常州"),
        ("深莞惠", "深圳 东莞 惠州"),
        ("成德眉资", "成都 德阳 眉山 资阳"),
        ("中部六省", "山西 安徽 江西 河南 湖北 湖南"),
        ("宁镇扬", "南京 镇江 扬州"),
        ("湘南", "衡阳 郴州 永州"),
    ],
)
def test_city_groups_have_their_members(surface: str, members: str) -> None:
    """A group is found by any name and has the members that its plan defines."""
    group = city_groups().find(surface)
    assert group is not None
    assert " ".join(member.short for member in group.members) == members
    assert group.strict


def test_city_groups_are_well_formed() -> None:
    """No name stands twice, kinds are the five known ones, a strict group has members and tells its plan."""
    groups = city_groups().groups
    names = [name for group in groups for name in (group.name, *group.aliases)]
    assert len(names) == len(set(names)) == len(city_groups().surfaces())
    assert {group.kind for group in groups} == {"城市群", "都市圈", "经济带", "板块", "示范区"}
    assert [group.name for group in groups if group.strict and not (len(group.members) > 1 and group.source)] == []
    assert len(city_groups().find("粤港澳大湾区").members) == 11  # type: ignore[union-attr]
    assert city_groups().find("城市群") is None
