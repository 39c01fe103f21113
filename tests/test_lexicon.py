"""Names of the user's own are found as the user says, and nothing else changes."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from short_policies import bare, names, policy, relations

from extract.model import Options
from extract.own_names.model import OwnName, own_names
from extract.own_names.reading import read_lexicons
from extract.pipeline import extract_text
from graph.facts import Document, Entity
from graph.jsonl import encode
from graph.verify import verify
from liantu.documents import extract_all, find_inputs

HEADER = "类型,名称,全称,别名,地区,成员,类别,级别\n"
LEXICON = """\
企业,珞石电控,湖南珞石电控科技有限公司,珞石控制,湘潭市,,,
Enterprise,昭铸精工,,,岳塘区,,,
园区,云帆智谷,湘潭云帆智谷产业园,,430304,,产业园,市级
产业链,合金新材,,新型合金,,,,
机构,湘潭市链长制工作办公室,,链长办,湘潭市,,,
城市群,湘中三城,,潭娄邵,,湘潭市、娄底市、邵阳市,都市圈,
高校科研,韶峰先研院,,韶峰先进材料研究院,湘潭市,,,
"""
BODY = (
    "（一）发展新链。重点发展合金新材、电子陶瓷等特色产业，壮大新型合金产业链。支持珞石控制扩大产能，"
    "珞石电控科技有限公司参加。依托珞石电控、昭铸精工等骨干企业，引进配套企业。（责任单位：市链长办、市工业和信息化局）\n"
    "（二）推动区域合作。推动湘潭市融入湘中三城，加强与娄底市对接，建设潭娄邵协作区。"
    "在云帆智谷布局珞石产业园，与韶峰先研院合作研发合金新材。邵阳市参加。"
)


def options(tmp_path: Path, rows: str = LEXICON) -> Options:
    """The options with a lexicon of these rows."""
    path = tmp_path / "own.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return Options(read_lexicons([path]).names)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """The facts of the text with the lexicon, each compared with the text."""
    text = policy(BODY)
    found = extract_text(text, "short.txt", options=options(tmp_path))
    verify(found)
    for entity in found.entities:
        assert all(bare(text[mention.start : mention.end]) == bare(mention.text) for mention in entity.mentions)
    return found


def entity(document: Document, label: str, name: str) -> Entity:
    """The one entity of that label and name."""
    (found,) = (item for item in document.entities if (item.type, item.name) == (label, name))
    return found


def test_a_firm_is_found_under_all_its_names_and_placed(document: Document) -> None:
    """An invented firm is one Enterprise by name, alias and official name without its province, and is in its city."""
    firm = entity(document, "Enterprise", "珞石电控")
    assert [mention.text for mention in firm.mentions] == ["珞石控制", "珞石电控科技有限公司", "珞石电控"]
    assert set(firm.aliases) == {"珞石控制", "珞石电控科技有限公司", "湖南珞石电控科技有限公司"}
    assert firm.properties == {"officialName": "湖南珞石电控科技有限公司"}
    assert ("珞石电控", "湘潭市") in relations(document, "LOCATED_IN")


def test_a_seat_that_the_text_does_not_name_is_told_by_what_it_names(document: Document) -> None:
    """A firm in a district that the document does not name is in the city that it is about."""
    assert ("昭铸精工", "湘潭市") in relations(document, "LOCATED_IN")


def test_a_park_has_what_the_lexicon_says(document: Document) -> None:
    """A park without any word for a park in its name is found, with level and kind, in its city."""
    assert entity(document, "Park", "云帆智谷").properties == {"level": "市级", "kind": "产业园"}
    assert ("云帆智谷", "湘潭市") in relations(document, "LOCATED_IN")


def test_a_chain_is_found_in_lists_before_its_noun_and_by_itself(document: Document) -> None:
    """A chain counts in an enumeration, before 产业链 under another name, and where it stands alone."""
    assert [mention.text for mention in entity(document, "IndustryChain", "合金新材").mentions] == [
        "合金新材",
        "新型合金产业链",
        "合金新材",
    ]
    assert ("湘潭市", "合金新材") in relations(document, "DEVELOPS")


def test_an_agency_is_found_by_its_short_form(document: Document) -> None:
    """市链长办 in a document of the city is the office of that city, and answers for the clause."""
    office = entity(document, "Agency", "湘潭市链长制工作办公室")
    assert [mention.text for mention in office.mentions] == ["市链长办"]
    assert office.aliases == ("市链长办", "链长办")
    assert office.name in {source for source, _ in relations(document, "RESPONSIBLE_FOR")}


def test_the_names_that_a_document_does_not_use_are_kept(tmp_path: Path) -> None:
    """An entity has every name that the user gives it, whichever the document uses: it can be looked up by each."""
    found = extract_text(policy("支持珞石电控发展。"), "short.txt", options=options(tmp_path))
    assert entity(found, "Enterprise", "珞石电控").aliases == ("湖南珞石电控科技有限公司", "珞石控制")


def test_the_short_form_of_an_agency_is_no_other_places(tmp_path: Path) -> None:
    """市链长办 in a document of another city, or behind another city's name, is not this office."""
    own = options(tmp_path)
    abroad = extract_text(policy("市链长办参加。", "娄底市人民政府办公室"), "short.txt", options=own)
    beside = extract_text(policy("邵阳市链长办参加。"), "short.txt", options=own)
    named = extract_text(policy("湘潭市链长办参加。", "娄底市人民政府办公室"), "short.txt", options=own)
    assert [("湘潭市链长制工作办公室" in names(item, "Agency")) for item in (abroad, beside, named)] == [
        False,
        False,
        True,
    ]


def test_a_group_has_its_members_and_abbreviations(document: Document) -> None:
    """The places of a group that the document names are its members; an abbreviation is the group, not its cities."""
    group = entity(document, "CityGroup", "湘中三城")
    assert group.aliases == ("潭娄邵",)
    assert {source for source, target in relations(document, "MEMBER_OF") if target == group.name} == {
        "湘潭市",
        "娄底市",
        "邵阳市",
    }
    assert ("湘潭市", "湘中三城") in relations(document, "COOPERATES_WITH")


def test_an_institution_is_found(document: Document) -> None:
    """An institution by an abbreviation that no rule would read is one, and what it does is read."""
    assert "韶峰先研院" in names(document, "Institution")
    assert ("湘潭市", "韶峰先研院") in relations(document, "COOPERATES_WITH")


def test_a_longer_name_stays_whole(document: Document, tmp_path: Path) -> None:
    """A firm's name inside that of a park or of another firm is no mention of the firm."""
    assert "珞石产业园" in names(document, "Park")
    other = extract_text(policy("支持珞石电控销售有限公司发展。"), "short.txt", options=options(tmp_path))
    assert names(other, "Enterprise") == {"珞石电控销售有限公司"}


def test_a_latin_name_ends_where_it_ends(tmp_path: Path) -> None:
    """ZX9 is found in ZX9动力 and written in full width, not in ZX90."""
    own = options(tmp_path, "企业,ZX-9动力,,ZX9,湘潭市,,,\n")
    found = extract_text(policy("支持ZX9、ZX-9动力发展，与ZX90、AZX9合作，引进ＺＸ９动力。"), "short.txt", options=own)
    assert [mention.text for mention in entity(found, "Enterprise", "ZX-9动力").mentions] == [
        "ZX9",
        "ZX-9动力",
        "ＺＸ９",
    ]


def test_a_chain_is_no_piece_of_a_longer_one(tmp_path: Path) -> None:
    """合金新材 is not found in 合金新材料, which is another chain."""
    found = extract_text(policy("壮大合金新材料产业链。"), "short.txt", options=options(tmp_path))
    assert names(found, "IndustryChain") == {"合金新材料"}


def test_without_a_lexicon_nothing_is_other_than_before(tmp_path: Path) -> None:
    """A run with a lexicon leaves no trace in a run without, and one whose names do not occur changes no fact."""
    text = policy(BODY)
    before = encode(extract_text(text, "short.txt"))
    encode(extract_text(text, "short.txt", options=options(tmp_path)))
    foreign = options(tmp_path, "企业,铻钰铭锐,,,娄底市,,,\n")
    assert encode(extract_text(text, "short.txt")) == before == encode(extract_text(text, "short.txt", options=foreign))
    assert not names(extract_text(text, "short.txt"), "CityGroup")


@pytest.mark.parametrize(
    ("row", "body", "label", "name"),
    [
        ("高校科研,三一重工,,,,,,", "支持三一重工发展。", "Institution", "三一重工"),
        ("企业,湘潭工程研究院,,,,,,", "依托湘潭工程研究院发展。", "Enterprise", "湘潭工程研究院"),
        ("企业,华菱涟钢,,,娄底市,,,", "支持涟钢、华菱涟钢发展。", "Enterprise", "华菱涟钢"),
    ],
)
def test_the_users_word_counts(tmp_path: Path, row: str, body: str, label: str, name: str) -> None:
    """What the user says of a name holds against the vocabularies and the suffix; other names of ours follow it."""
    found = extract_text(policy(body), "short.txt", options=options(tmp_path, row + "\n"))
    (item,) = (item for item in found.entities if item.type in ("Enterprise", "Institution"))
    assert (item.type, item.name) == (label, name)


def test_an_ordinary_word_counts_only_where_the_text_says_so(tmp_path: Path) -> None:
    """A firm called 精密 is one in a list of firms, not in 精密制造."""
    own = options(tmp_path, "企业,精密,昭铸精密有限公司,,湘潭市,,,\n")
    plain = extract_text(policy("发展精密制造产业，提高精密水平。"), "short.txt", options=own)
    listed = extract_text(policy("依托精密、深思电工等骨干企业，发展先进制造。"), "short.txt", options=own)
    assert not names(plain, "Enterprise") and "精密" in names(listed, "Enterprise")


def test_a_firm_without_a_place_is_placed_as_an_unknown_one(tmp_path: Path) -> None:
    """To name a firm without its region takes nothing from what the text says of its place."""
    body = "依托深思电工、湘高电器等骨干企业，做强电工电器产业。"
    without = extract_text(policy(body), "short.txt")
    own = extract_text(policy(body), "short.txt", options=options(tmp_path, "企业,湘高电器,,,,,,\n"))
    assert relations(own, "LOCATED_IN") == relations(without, "LOCATED_IN") != set()


def test_processes_give_the_same_facts(tmp_path: Path) -> None:
    """With --jobs 2 the facts and the ids are those of one process."""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(policy(BODY, title=f"关于第{number}件事的实施意见"), encoding="utf-8")
    inputs, _ = find_inputs([str(tmp_path / "*.txt")])
    own = options(tmp_path)
    alone, together = (list(extract_all(inputs, jobs, options=own)) for jobs in (1, 2))
    assert alone == together and all(isinstance(item, Document) for item in alone)


def test_options_are_told_apart_by_what_they_say() -> None:
    """The fingerprint depends on the names, not on their order, and goes to another process as it is."""
    one, two = OwnName("Enterprise", "珞石电控"), OwnName("Park", "云帆智谷", region="430300")
    first, second = Options(own_names([one, two])), Options(own_names([two, one]))
    assert first == second and hash(first) == hash(second)
    assert first.fingerprint == second.fingerprint == pickle.loads(pickle.dumps(first)).fingerprint
    assert Options().fingerprint == "" != first.fingerprint
    assert Options(own_names([one, replace(two, region="")])).fingerprint != first.fingerprint
