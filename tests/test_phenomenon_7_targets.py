"""Phenomenon 7 of DESIGN 5: quantified targets, and figures that are none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_policies import proven, read

from graph.facts import Document

# subject, metric, comparator, value, unit, year
Goal = tuple[str, str, str, object, str, int]
PLAN = "推进新型工业化行动计划（2023—2025年）"


def goals(document: Document) -> set[tuple[object, ...]]:
    """(subject, metric, comparator, value, unit, year) of every target."""
    label = {entity.id: entity.name for entity in document.entities}
    said = {entity.id: entity.properties for entity in document.entities if entity.type == "Target"}
    keys = ("metric", "comparator", "value", "unit", "year")
    return {
        (label[r.source], *(said[r.target][key] for key in keys)) for r in document.relations if r.type == "HAS_TARGET"
    }


GOALS: list[object] = [
    (
        "成都市",
        "到2025年，电子信息产业规模达到2万亿元，生物医药产业规模突破2000亿元。",
        {
            ("电子信息", "规模", ">=", 2, "万亿元", 2025),
            ("生物医药", "规模", ">", 2000, "亿元", 2025),
        },
    ),
    (
        "沈阳市",
        "到2027年，装备制造产业营业收入不低于3000亿元，其中航空装备产业营业收入800亿元左右。",
        {
            ("装备制造", "营业收入", ">=", 3000, "亿元", 2027),
            ("航空装备", "营业收入", "~", 800, "亿元", 2027),
        },
    ),
    (
        "潍坊市",
        "到2025年，打造智能工厂3-5家、数字化车间30～50个。",
        {("潍坊市", "智能工厂", ">=", 3, "家", 2025), ("潍坊市", "数字化车间", ">=", 30, "个", 2025)},
    ),
    (
        "南昌市",
        "到2025年，规模以上工业增加值年均增长7%以上。",
        {("南昌市", "规模以上工业增加值年均增长", ">=", 7, "%", 2025)},
    ),
    (
        "鄂尔多斯市",
        "到2025年，单位工业增加值能耗累计下降14%。",
        {("鄂尔多斯市", "单位工业增加值能耗累计下降", "=", 14, "%", 2025)},
    ),
    (
        "大连市",
        "到2025年，高技术制造业增加值占规模以上工业增加值比重提高3个百分点。",
        {("大连市", "高技术制造业增加值占规模以上工业增加值比重提高", "=", 3, "个百分点", 2025)},
    ),
    (
        "连云港市",
        "到2030年，生物医药产业产值翻一番。",
        {("生物医药", "产值翻一番", "=", 2, "倍", 2030)},
    ),
    (
        "贵阳市",
        "到2025年，工程建设项目审批时限由80个工作日压减至50个工作日以内。",
        {("贵阳市", "工程建设项目审批时限", "<=", 50, "个工作日", 2025)},
    ),
    (
        "唐山市",
        "到2026年，钢铁产业、化工产业产值分别达到1500亿元、800亿元。",
        {("钢铁", "产值", ">=", 1500, "亿元", 2026), ("化工", "产值", ">=", 800, "亿元", 2026)},
    ),
    (
        "佛山市",
        "到2025年，智能家电产业、陶瓷产业产值均突破1000亿元。",
        {("智能家电", "产值", ">", 1000, "亿元", 2025), ("陶瓷", "产值", ">", 1000, "亿元", 2025)},
    ),
    (
        "银川市",
        "到2025年，万元工业增加值用水量控制在15立方米以内。",
        {("银川市", "万元工业增加值用水量", "<=", 15, "立方米", 2025)},
    ),
    (
        "太原市",
        "到2027年，全市规上工业总产值突破5000亿元。新增规上工业企业500家以上，建成省级绿色工厂60家左右。",
        {
            ("太原市", "规上工业总产值", ">", 5000, "亿元", 2027),
            ("太原市", "规上工业企业", ">=", 500, "家", 2027),
            ("太原市", "省级绿色工厂", "~", 60, "家", 2027),
        },
    ),
    (
        "张家口市",
        "到2025年，可再生能源产业产值达到500亿元，到2030年达到1000亿元。",
        {
            ("可再生能源", "产值", ">=", 500, "亿元", 2025),
            ("可再生能源", "产值", ">=", 1000, "亿元", 2030),
        },
    ),
    (
        "福州市",
        "“十四五”末，数字经济核心产业增加值占地区生产总值比重达到12%。",
        {("福州市", "数字经济核心产业增加值占地区生产总值比重", ">=", 12, "%", 2025)},
    ),
    ("武汉市", "到2025年，武汉东湖高新区营业收入突破3万亿元。", {("东湖高新区", "营业收入", ">", 3, "万亿元", 2025)}),
    (
        "绵阳市",
        "到2025年，产值过亿元的企业达到200家。",
        {("绵阳市", "产值过亿元的企业", ">=", 200, "家", 2025)},
    ),
    (
        "常州市",
        "到2025年，形成2个千亿级产业集群、5家百亿级企业。",
        {("常州市", "千亿级产业集群", "=", 2, "个", 2025), ("常州市", "百亿级企业", "=", 5, "家", 2025)},
    ),
    (
        "昆明市",
        "到2025年，每年新增高新技术企业100家以上。",
        {("昆明市", "每年新增高新技术企业", ">=", 100, "家", 2025)},
    ),
    (
        "台州市",
        "2024年，完成规模以上工业企业数字化改造300家，工业投资增长12%。",
        {
            ("台州市", "规模以上工业企业数字化改造", "=", 300, "家", 2024),
            ("台州市", "工业投资增长", "=", 12, "%", 2024),
        },
    ),
    (
        "芜湖市",
        "到2025年，专精特新中小企业达到1000家，其中专精特新“小巨人”企业100家。",
        {
            ("芜湖市", "专精特新中小企业", ">=", 1000, "家", 2025),
            ("芜湖市", "专精特新“小巨人”企业", "=", 100, "家", 2025),
        },
    ),
    (
        "邢台市",
        "到2025年，绿色建筑占新建建筑比例由60%提高到80%。",
        {("邢台市", "绿色建筑占新建建筑比例", ">=", 80, "%", 2025)},
    ),
    (
        "珠海市",
        "到2025年，每万人口高价值发明专利拥有量达到12件。",
        {("珠海市", "每万人口高价值发明专利拥有量", ">=", 12, "件", 2025)},
    ),
    (
        "南京市",
        "到2025年，集成电路产业营业收入力争突破1000亿元，年均增速保持在20%左右。",
        {("集成电路", "营业收入", ">", 1000, "亿元", 2025), ("集成电路", "年均增速", "~", 20, "%", 2025)},
    ),
    (
        "湖州市",
        "力争2026年底前，高新技术企业总数超过2500家，技术合同成交额达300亿元。",
        {("湖州市", "高新技术企业", ">", 2500, "家", 2026), ("湖州市", "技术合同成交额", ">=", 300, "亿元", 2026)},
    ),
]

NONE: list[object] = [
    ("济南市", "2022年，全市规模以上工业增加值增长6%，高新技术企业达到5000家。"),
    ("厦门市", "对新认定的国家级制造业单项冠军企业，最高给予100万元奖励。"),
    ("泉州市", "推动产值10亿元以上的企业、投资5亿元以上的项目纳入重点调度。"),
    ("威海市", "“十三五”期间，全市累计建成国家级绿色工厂15家。"),
    ("烟台市", "截至2022年底，全市规上工业企业达到2600家。"),
    ("保定市", "贷款额度不超过500万元的，按照实际利率给予贴息。"),
    ("日照市", "近三年，工业技改投资年均增长15%。"),
    ("泰安市", "在现有30家瞪羚企业基础上，加快培育。"),
    ("淄博市", "设立注册资本10亿元的产业基金。"),
    ("吉林省", "（一）发展基础\n医药健康产业实现产值602亿元，碳纤维原丝产能达到5万吨。"),
    (
        "聊城市",
        "推广24小时不打烊服务，做优世界500强对接机制。",
    ),
]

HORIZON: list[object] = [
    ("吉林省", "（一）夯实发展基础\n钢铁产业产值达到602亿元。", {("钢铁", "产值", ">=", 602, "亿元", 2025)}),
    ("长春市", "培育制造业单项冠军企业20家。", {("长春市", "制造业单项冠军企业", "=", 20, "家", 2025)}),
    ("哈尔滨市", "航空航天产业产值突破600亿元。", {("航空航天", "产值", ">", 600, "亿元", 2025)}),
    (
        "兰州市",
        "到2024年，规模以上工业企业达到450家。研发投入强度达到2.5%。",
        {("兰州市", "规模以上工业企业", ">=", 450, "家", 2024), ("兰州市", "研发投入强度", ">=", 2.5, "%", 2024)},
    ),
]

BASES: list[object] = [
    (
        "大庆市",
        "到2025年，研发投入强度比2020年提高0.6个百分点。",
        0.6,
        2020,
    ),
    (
        "洛阳市",
        "到2025年，单位工业增加值二氧化碳排放较2020年下降18%。",
        18,
        2020,
    ),
    (
        "海口市",
        "到2026年，高新技术企业数量在2022年基础上增长50%。",
        50,
        2022,
    ),
    ("拉萨市", "到2025年，规模以上工业增加值年均增长8%。", 8, None),
]


def agree(got: set[tuple[object, ...]], expected: set[Goal]) -> None:
    """The same targets; a metric may keep a verb beside the expected words (新增规上工业企业)."""
    bare = {(subject, *rest) for subject, _, *rest in got}
    assert bare == {(subject, *rest) for subject, _, *rest in expected}
    for subject, metric, *rest in expected:
        said = [str(other[1]) for other in got if (other[0], *other[2:]) == (subject, *rest)]
        assert any(metric in name and len(name) <= len(metric) + 4 for name in said), (metric, said)


@pytest.mark.parametrize(("city", "sentence", "expected"), GOALS)
def test_goals_keep_subject_metric_comparator_value_unit_and_year(
    city: str, sentence: str, expected: set[Goal]
) -> None:
    """A figure with a due year is a target of what its words name."""
    document = read(sentence, f"{city}人民政府")
    agree(goals(document), expected)


@pytest.mark.parametrize(("city", "sentence"), NONE)
def test_figures_of_the_past_rewards_and_qualifiers_are_no_targets(city: str, sentence: str) -> None:
    """Even under a plan with a horizon, what was reached, what is paid and what only describes is no target."""
    assert goals(read(sentence, f"{city}人民政府", PLAN)) == set()


@pytest.mark.parametrize(("city", "sentence", "expected"), HORIZON)
def test_the_plans_horizon_is_the_year_where_none_is_told(city: str, sentence: str, expected: set[Goal]) -> None:
    """A plan for 2023—2025 wants its figures by 2025; a year that the text tells goes before it."""
    agree(goals(read(sentence, f"{city}人民政府", PLAN)), expected)


@pytest.mark.parametrize(("city", "sentence", "value", "base"), BASES)
def test_a_change_keeps_the_year_it_is_measured_from(city: str, sentence: str, value: object, base: int | None) -> None:
    """比2020年提高 is measured from 2020; what tells no year of comparison has none."""
    targets = [entity.properties for entity in read(sentence, f"{city}人民政府").entities if entity.type == "Target"]
    assert [(target["value"], target.get("baseYear")) for target in targets] == [(value, base)]


CHAINS = ("特种玻璃", "工业机器人", "新能源汽车", "生物医药")
METRICS = ("产值", "营业收入")
COMPARED = (
    ("达到{v}亿元", ">="),
    ("突破{v}亿元", ">"),
    ("{v}亿元左右", "~"),
    ("不低于{v}亿元", ">="),
    ("为{v}亿元", "="),
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[str, set[Goal]]:
    """(a sentence of goals of several chains with one due year, after one of history, its targets)."""
    year = draw(st.integers(min_value=2024, max_value=2035))
    parts, expected = [], set[Goal]()
    for chain in draw(st.lists(st.sampled_from(CHAINS), min_size=1, max_size=4, unique=True)):
        metric, value = draw(st.sampled_from(METRICS)), draw(st.integers(min_value=1, max_value=9999))
        words, comparator = draw(st.sampled_from(COMPARED))
        parts.append(f"{chain}产业{metric}{words.format(v=value)}")
        expected.add((chain, metric, comparator, value, "亿元", year))
    past = draw(st.sampled_from(("", "2021年，全市工业总产值达到310亿元。", "最高给予50万元奖励。")))
    return f"{past}到{year}年，{draw(st.sampled_from(('，', '；'))).join(parts)}。", expected


@settings(max_examples=60, deadline=None, derandomize=True)
@given(plans())
def test_a_list_of_goals_gives_one_target_each(drawn: tuple[str, set[Goal]]) -> None:
    """However many chains a sentence sets goals for, each has exactly its own."""
    sentence, expected = drawn
    document = proven(sentence, "合肥市人民政府")
    assert goals(document) == expected
