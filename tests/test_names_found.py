"""What people type, and what it finds: by any of its names, in any spelling, by pinyin, by sound, with a slip."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packs_graph import load_into

from graph.errors import QueryError
from graph.stores import Store, open_store
from liantu.readings import readings
from queries.matching.base import WHOLE
from queries.names import Found, find, meant, to_type

NUMBERED = "娄底市人民政府关于对接长株潭加快先进材料产业发展的实施意见"
FOUND = [
    ("娄底市", "name", "娄底市"),
    (" 娄底 ", "alias", "娄底市"),
    ("City:431300", "name", "娄底市"),
    ("431300", "code", "娄底市"),
    ("４３１３００", "code", "娄底市"),
    ("婁底", "spelling", "娄底市"),
    ("長沙", "spelling", "长沙市"),
    ("loudi", "pinyin", "娄底市"),
    ("Lou Di", "pinyin", "娄底市"),
    ("lóudǐ", "pinyin", "娄底市"),
    ("lou3 di3", "pinyin", "娄底市"),
    ("loudishi", "pinyin", "娄底市"),
    ("changsha", "pinyin", "长沙市"),
    ("zhangsha", "pinyin", "长沙市"),
    ("ld", "initials", "娄底市"),
    ("LD", "initials", "娄底市"),
    ("xt", "initials", "湘潭市"),
    ("loudish", "opening", "娄底市"),
    ("娄低", "sound", "娄底市"),
    ("株州", "sound", "株洲市"),
    ("湘谭高薪区", "sound", "湘潭高新区"),
    ("娄庭市", "slip", "娄底市"),
    ("娄底底市", "slip", "娄底市"),
    ("底娄市", "slip", "娄底市"),
    ("株潭娄", "name", "株潭娄"),
    ("大湾区", "alias", "粤港澳大湾区"),
    ("潭市工信局", "reading", "湘潭市工业和信息化局"),
    ("株洲市工信局", "reading", "株洲市工业和信息化局"),
    ("潭工信局", "reading", "湘潭市工业和信息化局"),
    ("省发改委", "reading", "湖南省发展和改革委员会"),
    ("先进钢铁材料产业", "alias", "先进钢铁材料"),
    ("三一", "part", "三一集团"),
    ("硬质材", "part", "先进硬质材料"),
    ("苏锡长", "sound", "苏锡常"),
    ("中科院苏州纳米所", "characters", "中国科学院苏州纳米所"),
    ("娄政发〔2022〕97号", "alias", NUMBERED),
    ("娄政发[2022]97号", "spelling", NUMBERED),
    ("娄政发（2022）97号", "spelling", NUMBERED),
    ("娄政发 【2022】 97 号", "spelling", NUMBERED),
    ("娄政发〔２０２２〕９７号", "spelling", NUMBERED),
    ("娄政发2022年第97号", "spelling", NUMBERED),
    ("娄政发2022-97", "near", None),
    ("娄政发〔2022〕97", "spelling", NUMBERED),
    ("97号", "part", NUMBERED),
    (f"《{NUMBERED}》", "spelling", NUMBERED),
    ("关于对接长株潭加快先进材料产业发展的实施意见", "alias", NUMBERED),
    ("名字没有的地方", "near", None),
    ("", "near", None),
    ("　", "near", None),
    ("%", "near", None),
]


# What a slip may be by chance: another name, or a part of one.
SURER = (*WHOLE, "part")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The examples and the documents on steel."""
    path = str(tmp_path_factory.mktemp("found") / "g.kgl")
    with open_store(path, writable=True) as store:
        load_into(store)
    with open_store(path) as store:
        yield store


def asked(store: Store, text: str, within: str | None = None) -> Found:
    """What a text finds with the readings of the gazetteers."""
    return find(store, text, readings=readings, within=within)


def test_what_is_typed_finds_what_is_meant(place: str) -> None:
    """The table, on both stores: the first hit, and how it was matched."""
    with open_store(place, writable=True) as store:
        load_into(store)
    with open_store(place) as store:
        found = [(text, asked(store, text)) for text, _, _ in FOUND]
    got = [
        (text, hits.hits[0].way if hits.hits else "near", hits.hits[0].name if hits.hits else None)
        for text, hits in found
    ]
    assert got == FOUND


def test_a_clear_hit_stands_first(store: Store) -> None:
    """Of divisions called so the one of the highest level; of other things of one name none is clear."""
    for text in ("湘潭", "xt"):
        found = asked(store, text)
        assert [hit.name for hit in found.hits] == ["湘潭市", "湘潭县"]
        assert found.clear is found.hits[0]
    several = asked(store, "高新区")
    assert several.clear is None and len(several.hits) > 5
    said = [hit.said for hit in several.hits]
    assert said == sorted(said, reverse=True) and said[0] > said[-1]


def test_hits_lie_in_the_region_asked_for(store: Store) -> None:
    """A place in it or below it, a park that lies there, a body of it, a chain that it develops, a group it is in."""
    hunan = asked(store, "湖南").hits[0].id
    loudi = asked(store, "娄底").hits[0].id
    parks = {hit.name for hit in asked(store, "高新区", hunan).hits}
    assert "湘潭高新区" in parks and "常熟高新区" not in parks
    assert {hit.name for hit in asked(store, "高新区", loudi).hits} == {"娄底高新区", "新化高新区"}
    assert [hit.name for hit in asked(store, "发改", loudi).hits] == ["娄底市发展和改革委员会"]
    assert [hit.name for hit in asked(store, "株潭娄", loudi).hits] == ["株潭娄"]
    assert [hit.name for hit in asked(store, "长沙", loudi).hits] == ["长沙产业飞地"]
    assert asked(store, "常熟", loudi).hits == ()


def test_what_to_type_finds_just_that_one(store: Store) -> None:
    """Each line of a list tells a text that means its thing and nothing else."""
    for text in ("市", "高新区", "产业", "大学"):
        hits = asked(store, text).hits
        assert hits
        for key, typed in to_type(store, hits).items():
            again = asked(store, typed)
            assert again.clear is not None and again.clear.id == key


def test_a_guess_of_two_characters_is_not_taken(store: Store) -> None:
    """A slip in a name of two characters leaves one of them: listed, never taken for granted."""
    found = asked(store, "娄庭")
    assert [hit.name for hit in found.hits][:1] == ["娄底市"] and found.hits[0].way == "slip"
    assert found.clear is None
    with pytest.raises(QueryError, match="may mean 娄底市"):
        meant(store, "娄庭", "region", readings)


def test_a_name_that_the_gazetteers_know_is_no_slip(store: Store) -> None:
    """A city of which the graph holds nothing is not taken for another one that is spelt alike."""
    assert find(store, "湘西").hits[0].way == "slip"
    assert asked(store, "湘西").hits == ()


def test_each_name_is_found_with_a_slip_in_it(store: Store) -> None:
    """One character wrong, missing or doubled, in every name of the graph: it is in the list,
    unless what was typed is the name of something else, or a part of one."""
    chance = random.Random(7)
    missed = list[tuple[str, str]]()
    names = store.read(
        "MATCH (n) WHERE n.support IS NOT NULL AND n.name IS NOT NULL AND NOT n:Clause AND NOT n:Target "
        "RETURN n.id AS id, n.name AS name ORDER BY id"
    ).rows
    for key, name in names:
        at = chance.randrange(len(name))
        slips = (f"{name[:at]}囧{name[at + 1 :]}", name[:at] + name[at + 1 :], f"{name[:at]}{name[at]}{name[at:]}")
        for slip in (chance.choice(slips),):
            hits = asked(store, slip)
            surer = hits.hits and hits.hits[0].way not in ("characters", "sound", "slip", "opening")
            if len(name) > 1 and not surer and key not in {hit.id for hit in hits.hits}:
                missed.append((name, slip))
    assert len(names) > 200
    assert missed == []


@settings(max_examples=80, deadline=None)
@given(
    text=st.one_of(st.text(max_size=30), st.text("娄底市湘潭株洲高新区〔〕[]（）《》0123456789 abcxyz'", max_size=12))
)
def test_any_text_may_be_asked_for(store: Store, text: str) -> None:
    """No text is an error, and the same text finds the same in the same order."""
    found = asked(store, text)
    assert found == asked(store, text)
    assert len(found.nearest) <= 5 and not (found.hits and found.nearest)
    try:
        meant(store, text, "place", readings)
    except QueryError as error:
        assert "\n" not in repr(str(error))


def test_what_the_page_says_can_be_typed_is_found(store: Store, root: Path) -> None:
    """Each text in the table of docs/lookup.md finds something, in a way that the row names if it names one."""
    page = (root / "docs" / "lookup.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?!you type|---)(.*?) \| .*? \| (.*?) \|$", page.split("## The card")[0], re.MULTILINE)
    assert len(rows) > 15
    for texts, how in rows:
        for text in (part.strip('" ') for part in texts.split(",") if "…" not in part):
            hits = asked(store, text).hits
            assert hits, text
            told = re.search(r"（?\((\w+)\)", how)
            assert told is None or hits[0].way_zh == told[1] or hits[0].certain, (text, hits[0].way_zh)
