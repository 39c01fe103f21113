"""The plain case of each phenomenon of the language (DESIGN 5), on sentences of our own."""

import pytest
from short_policies import duties, names, read, relations


@pytest.mark.parametrize(
    ("sentence", "chains"),
    [
        ("壮大工程机械、特种玻璃、装配式建筑等优势产业。", {"工程机械", "特种玻璃", "装配式建筑"}),
        ("培育新能源汽车、氢能和储能三大产业集群。", {"新能源汽车", "氢能", "储能"}),
        ("推进海洋装备产业链建设。", {"海洋装备"}),
    ],
)
def test_each_member_of_a_list_with_a_chain_head_is_a_chain(sentence: str, chains: set[str]) -> None:
    """Phenomenon 1: a list under 产业 or 产业集群 gives one chain an item."""
    assert names(read(sentence), "IndustryChain") == chains


def test_firms_that_only_their_list_marks_are_enterprises() -> None:
    """Phenomenon 1: 依托A、B等骨干企业 makes A and B firms though no suffix does."""
    document = read("发展特种玻璃产业，依托恒晶光材、蓝湖玻陶等骨干企业，扩大产能。")
    assert names(document, "Enterprise") == {"恒晶光材", "蓝湖玻陶"}
    assert relations(document, "IN_CHAIN") == {("恒晶光材", "特种玻璃"), ("蓝湖玻陶", "特种玻璃")}


def test_a_joint_tail_is_undone() -> None:
    """Phenomenon 2: 湘潭高新区和经开区 are two parks, both of 湘潭."""
    document = read("支持湘潭高新区和经开区错位发展。")
    assert names(document, "Park") == {"湘潭高新区", "湘潭经开区"}


def test_abbreviations_are_resolved_with_the_issuers_region() -> None:
    """Phenomenon 3: 市工信局 and 省发展改革委 come out as what they stand for."""
    document = read("加强协调。（责任单位：市工信局、省发展改革委）")
    assert {"湘潭市工业和信息化局", "湖南省发展和改革委员会"} <= names(document, "Agency")


def test_pronouns_stand_for_the_documents_region() -> None:
    """Phenomenon 4: 我市 and 全市 are mentions of the issuer's region and no entity of their own."""
    document = read("我市积极发展特种玻璃产业。")
    assert names(document, "City") == {"湘潭市"}
    assert relations(document, "DEVELOPS") == {("湘潭市", "特种玻璃")}


@pytest.mark.parametrize(
    ("bracket", "lead", "member"),
    [
        ("（责任单位：市工信局、市财政局）", set(), {"湘潭市工业和信息化局", "湘潭市财政局"}),
        ("（市商务局牵头，市财政局配合）", {"湘潭市商务局"}, {"湘潭市财政局"}),
        ("［牵头单位：市科技局；配合单位：市教育局、各县市区人民政府］", {"湘潭市科学技术局"}, {"湘潭市教育局"}),
        ("（责任单位：市科技局、市教育局，排第一的为牵头单位，下同）", {"湘潭市科学技术局"}, {"湘潭市教育局"}),
    ],
)
def test_units_answer_for_the_clause_of_their_bracket(bracket: str, lead: set[str], member: set[str]) -> None:
    """Phenomenon 5: units and roles of each bracket form; generic units are no agencies."""
    document = read(f"（一）优化服务。落实惠企政策。{bracket}")
    assert duties(document, "lead") == lead
    assert duties(document, "member") == member
    assert len({target for _, target in relations(document, "RESPONSIBLE_FOR")}) == 1


def test_a_section_on_a_chain_takes_its_firms_and_targets() -> None:
    """Phenomenon 6: under a chain's heading firms relied on are in it, firms to be introduced are attracted by it."""
    document = read(
        "1．特种玻璃产业\n到2027年，产业链产值达到80亿元。依托恒晶光材等骨干企业做强主业。引进南玻新材、信义光电等企业。"
    )
    assert relations(document, "IN_CHAIN") == {("恒晶光材", "特种玻璃")}
    assert relations(document, "ATTRACTS") == {("特种玻璃", "南玻新材"), ("特种玻璃", "信义光电")}
    assert {source for source, _ in relations(document, "HAS_TARGET")} == {"特种玻璃"}


def test_targets_inherit_year_and_history_is_none() -> None:
    """Phenomenon 7: the due year holds on; a figure of the past is no target."""
    document = read(
        "2021年实现产值300亿元。到2026年，全市工业总产值突破500亿元，培育专精特新企业30家以上，研发投入强度达到3.2%。"
    )
    targets = {
        (
            e.properties["metric"],
            e.properties["comparator"],
            e.properties["value"],
            e.properties["unit"],
            e.properties["year"],
        )
        for e in document.entities
        if e.type == "Target"
    }
    assert targets == {
        ("工业总产值", ">", 500, "亿元", 2026),
        ("专精特新企业", ">=", 30, "家", 2026),
        ("研发投入强度", ">=", 3.2, "%", 2026),
    }


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("支持湘潭与长沙、株洲共建产业园。", {frozenset({"湘潭市", "长沙市"}), frozenset({"湘潭市", "株洲市"})}),
        ("主动对接粤港澳大湾区。", {frozenset({"湘潭市", "粤港澳大湾区"})}),
        ("承接长三角产业转移。", {frozenset({"湘潭市", "长三角"})}),
        ("到长沙、株洲、娄底开展宣传。", set()),
    ],
)
def test_places_are_linked_across_two_sides_only(sentence: str, pairs: set[frozenset[str]]) -> None:
    """Phenomenon 8: all pairs across the two sides of a statement of cooperation, none within, none by mere company."""
    assert {frozenset(pair) for pair in relations(read(sentence), "COOPERATES_WITH")} == pairs


def test_cited_documents_keep_mode_and_number() -> None:
    """Phenomenon 9: 根据《…》（文号） is a citation with mode and number, a forwarding notice goes by what it holds."""
    document = read(
        "根据《湖南省人民政府关于印发〈湖南省先进制造业促进办法〉的通知》（湘政发〔2022〕8号）精神，制定本意见。"
    )
    cited = [entity for entity in document.entities if entity.type == "Policy" and entity.id != document.policy.id]
    assert [(entity.name, entity.properties["number"]) for entity in cited] == [
        ("湖南省先进制造业促进办法", "湘政发〔2022〕8号")
    ]
    assert [r.properties["mode"] for r in document.relations if r.type == "CITES"] == ["依据"]


@pytest.mark.parametrize(
    "sentence",
    [
        "落实“三高四新”战略，实施“百企倍增”行动。",
        "壮大龙头企业，提升园区能级，发展新兴产业。",
        "不得与长沙、株洲开展合作。",
    ],
)
def test_slogans_generic_nouns_and_negation_give_no_facts(sentence: str) -> None:
    """Phenomenon 10: programmes, generic nouns and what is denied are no facts."""
    document = read(sentence)
    assert not names(document, "IndustryChain", "Project", "Park", "Enterprise")
    assert not relations(document, "COOPERATES_WITH")
