"""Phenomenon 1 (DESIGN 5): a list gives one chain or one firm an item, by its head or the word before it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_policies import called, limit, names, proven, read, relations

CHAINS = [
    ("安徽省人民政府", "做大做强新型显示、集成电路、智能家电等优势产业。", {"新型显示", "集成电路", "智能家电"}),
    ("宁波市人民政府", "打造绿色石化、汽车两大万亿级产业集群。", {"绿色石化", "汽车"}),
    (
        "内蒙古自治区人民政府",
        "重点建设稀土新材料、现代煤化工、乳制品等产业链。",
        {"稀土新材料", "现代煤化工", "乳制品"},
    ),
    (
        "重庆市人民政府",
        "聚焦智能网联新能源汽车、新一代电子信息制造业、先进材料三大主导产业集群，强化招商。",
        {"智能网联新能源汽车", "新一代电子信息制造业", "先进材料"},
    ),
    ("德宏傣族景颇族自治州人民政府", "培育咖啡、坚果、硅基材料等特色产业。", {"咖啡", "坚果", "硅基材料"}),
    (
        "苏州工业园区管理委员会",
        "壮大生物医药、纳米技术应用和人工智能三大新兴产业。",
        {"生物医药", "纳米技术应用", "人工智能"},
    ),
    ("曹县人民政府", "做强汉服、木制品、芦笋加工等产业集群。", {"汉服", "木制品", "芦笋加工"}),
    (
        "黑龙江省人民政府办公厅",
        "发展卫星应用、冰雪装备以及生物制造等产业。",
        {"卫星应用", "冰雪装备", "生物制造"},
    ),
    (
        "贵州省人民政府",
        "加快建设白酒产业集群、新能源电池材料产业集群和算力产业集群。",
        {"白酒", "新能源电池材料", "算力"},
    ),
    pytest.param(
        "新疆维吾尔自治区人民政府",
        "推动硅基新材料、煤炭煤电煤化工、绿色有机果蔬等“八大产业集群”建设。",
        {"硅基新材料", "煤炭煤电煤化工", "绿色有机果蔬"},
        marks=limit("a quoted head (等“八大产业集群”) does not head its list"),
    ),
    ("长春市人民政府", "发展汽车及零部件、轨道客车等产业。", {"汽车及零部件", "轨道客车"}),
    ("柳州市人民政府", "做优做强汽车、钢铁、工程机械、螺蛳粉四条产业链。", {"汽车", "钢铁", "工程机械", "螺蛳粉"}),
    ("天津市人民政府", "围绕信创、航空航天、中医药等12条重点产业链，实施链长制。", {"信创", "航空航天", "中医药"}),
    ("深圳市人民政府", "培育低空经济、工业母机、合成生物等新兴产业和未来产业。", {"低空经济", "工业母机", "合成生物"}),
    (
        "甘南藏族自治州人民政府",
        "重点发展中药材产业（黄芪、党参、当归）、食用菌产业和牦牛产业。",
        {"中药材", "食用菌", "牦牛"},
    ),
    ("河北省人民政府", "推动钢铁、石化、建材、有色等行业绿色低碳转型。", {"钢铁", "石化", "建材", "有色金属"}),
    ("海南省人民政府", "发展种业、深海、航天三大未来产业。", {"种业", "深海", "航天"}),
    ("河池市人民政府", "大力发展桑蚕茧丝绸、有色金属、长寿食品等特色产业。", {"桑蚕茧丝绸", "有色金属", "长寿食品"}),
    ("江苏省人民政府", "加强用地、用能、资金等要素保障，服务产业发展。", set()),
    ("云南省人民政府", "发展新兴产业、未来产业和特色优势产业。", set()),
    ("陕西省人民政府", "支持高校、科研院所、企业等创新主体深度融入产业链。", set()),
    pytest.param(
        "滁州市人民政府",
        "完善道路、供水、供电、供气等产业配套设施。",
        set(),
        marks=limit("等产业配套设施 is read as the head 产业: the last item (供气) becomes a chain"),
    ),
    ("东莞市人民政府", "开展产业链供需对接、银企对接、人才对接等活动。", set()),
]

FIRMS = [
    ("合肥市人民政府", "依托京东方、长鑫存储、晶合集成等龙头企业，完善产业生态。", {"京东方", "长鑫存储", "晶合集成"}),
    ("宁德市人民政府", "发挥宁德时代、青拓集团、东南铜业等龙头企业带动作用。", {"宁德时代", "青拓集团", "东南铜业"}),
    (
        "包头市人民政府",
        "支持包钢股份、北奔重汽、大全新能源等骨干企业扩大产能。",
        {"包钢股份", "北奔重汽", "大全新能源"},
    ),
    (
        "昌吉回族自治州人民政府",
        "以特变电工、新疆众和、东方希望为龙头，发展铝基新材料产业。",
        {"特变电工", "新疆众和", "东方希望"},
    ),
    ("义乌市人民政府", "引进爱旭太阳能、晶澳科技、欣旺达等企业落户。", {"爱旭太阳能", "晶澳科技", "欣旺达"}),
    ("天津市滨海新区人民政府", "推动飞腾、麒麟软件、曙光等企业组建创新联合体。", {"飞腾", "麒麟软件", "曙光"}),
    (
        "潍坊市人民政府",
        "以潍柴动力、歌尔股份、豪迈科技等为链主，带动中小企业协作配套。",
        {"潍柴动力", "歌尔股份", "豪迈科技"},
    ),
    ("贵阳市人民政府", "培育满帮、航天电器、振华新材等一批领军企业。", {"满帮", "航天电器", "振华新材"}),
    (
        "景德镇市人民政府",
        "鼓励昌河飞机工业（集团）有限责任公司、景德镇黑猫集团有限责任公司加大研发投入。",
        {"昌河飞机工业（集团）有限责任公司", "景德镇黑猫集团有限责任公司"},
    ),
    ("赣州市人民政府", "推动工商银行、农业银行、建设银行扩大制造业贷款投放。", {"工商银行", "农业银行", "建设银行"}),
    ("辽宁省人民政府", "支持国有企业、民营企业、外资企业等各类企业公平竞争。", set()),
    ("台州市人民政府", "培育单项冠军、专精特新“小巨人”、瞪羚等优质企业。", set()),
    ("荆门市人民政府", "引导龙头企业、链主企业和配套企业协同发展。", set()),
    ("邯郸市人民政府", "推动钢铁、水泥、玻璃等企业实施超低排放改造。", set()),
    ("四川省人民政府", "组织银行、保险、担保等机构服务中小企业。", set()),
]

LINKS = [
    (
        "洛阳市人民政府",
        "壮大轴承产业，依托洛轴集团、新强联等骨干企业建设产业基地。",
        "IN_CHAIN",
        {("洛轴集团", "轴承"), ("新强联", "轴承")},
    ),
    (
        "徐州市人民政府",
        "依托徐工集团发展工程机械产业，依托维维股份发展食品产业。",
        "IN_CHAIN",
        {("徐工集团", "工程机械"), ("维维股份", "食品")},
    ),
    (
        "长沙市人民政府",
        "支持比亚迪、蓝思科技分别做大新能源汽车、智能终端产业。",
        "IN_CHAIN",
        {("比亚迪", "新能源汽车"), ("蓝思科技", "智能终端")},
    ),
    (
        "重庆市人民政府",
        "围绕新型显示产业链，引进康宁玻璃、惠科金渝等企业。",
        "ATTRACTS",
        {("新型显示", "康宁玻璃"), ("新型显示", "惠科金渝")},
    ),
    (
        "河池市人民政府",
        "大力发展桑蚕茧丝绸、有色金属、长寿食品等特色产业。",
        "DEVELOPS",
        {("河池市", "桑蚕茧丝绸"), ("河池市", "有色金属"), ("河池市", "长寿食品")},
    ),
]

ITEMS = (
    "工程机械",
    "新能源汽车",
    "生物医药",
    "锂电池",
    "集成电路",
    "绿色食品",
    "现代中药",
    "轨道交通装备",
    "化工新材料",
    "智能家电",
)
FIRM_ITEMS = ("恒晶光材", "蓝湖玻陶", "三一重工", "隆基绿能", "阳光电源", "中联重科", "歌尔股份", "天能电池")
TAILS = ("等产业", "等特色产业", "等优势产业集群", "等重点产业链", "等主导产业")


@pytest.mark.parametrize(("issuer", "sentence", "chains"), CHAINS)
def test_each_item_under_a_chain_head_is_a_chain(issuer: str, sentence: str, chains: set[str]) -> None:
    """A list under 产业, 产业链, 产业集群 or 行业 gives one chain an item; other lists none."""
    assert names(read(sentence, issuer), "IndustryChain") == chains


@pytest.mark.parametrize(("issuer", "sentence", "firms"), FIRMS)
def test_each_item_of_a_list_of_firms_is_a_firm(issuer: str, sentence: str, firms: set[str]) -> None:
    """A list that its head or its verb marks as firms gives one firm an item; classes of firms are none."""
    assert called(read(sentence, issuer), "Enterprise", firms) == firms


@pytest.mark.parametrize(("issuer", "sentence", "kind", "pairs"), LINKS)
def test_each_item_takes_part_in_what_is_said_of_the_list(
    issuer: str, sentence: str, kind: str, pairs: set[tuple[str, str]]
) -> None:
    """What a sentence says of a list it says of each item, and of no item of another list."""
    document = read(sentence, issuer)
    others = {pair for pair in relations(document, kind) if kind == "ATTRACTS" and pair[0] == document.policy.region}
    assert relations(document, kind) - others == pairs


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from(ITEMS), min_size=2, max_size=7, unique=True),
    st.sampled_from(("、", "和")),
    st.sampled_from(TAILS),
)
def test_any_list_of_chains_comes_out_item_by_item(items: list[str], last: str, tail: str) -> None:
    """Whatever the items, the last joint and the head, the chains are exactly the items."""
    document = proven(f"培育壮大{'、'.join(items[:-1])}{last}{items[-1]}{tail}。", "福建省人民政府")
    assert names(document, "IndustryChain") == set(items)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from(FIRM_ITEMS), min_size=2, max_size=6, unique=True),
    st.sampled_from(("、", "和")),
    st.sampled_from(("等龙头企业", "等骨干企业", "等企业", "等链主企业")),
)
def test_any_list_of_firms_comes_out_item_by_item(items: list[str], last: str, tail: str) -> None:
    """Whatever the items, the last joint and the head, the firms are exactly the items."""
    document = proven(f"依托{'、'.join(items[:-1])}{last}{items[-1]}{tail}，提升配套能力。", "湖北省人民政府")
    assert names(document, "Enterprise") == set(items)
