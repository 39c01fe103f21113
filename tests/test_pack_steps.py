"""The steps after a statement: centrality, likeness, Chinese names."""

from typing import Any

import pytest

from graph.stores import Answer
from queries.post import POST, take

LINKS = ("source", "source_name", "target", "target_name", "weight")
ENTITIES = ("id", "label", "name", "aliases")


def test_the_middle_of_a_chain_is_the_most_central() -> None:
    """Of 甲—乙—丙—丁 and 乙—戊, 乙 has three partners and lies on 5 of the 6 shortest connections of others."""
    rows = (("1", "甲", "2", "乙", 3), ("2", "乙", "3", "丙", 1), ("3", "丙", "4", "丁", 2), ("5", "戊", "2", "乙", 1))
    answer = take("centrality", Answer(LINKS, rows), {})
    assert answer.columns == ("name", "partners", "strength", "between")
    assert answer.rows == (
        ("乙", 3, 5, 0.8333),
        ("丙", 2, 3, 0.5),
        ("甲", 1, 3, 0.0),
        ("丁", 1, 2, 0.0),
        ("戊", 1, 1, 0.0),
    )
    assert take("centrality", Answer(LINKS, rows[::-1]), {}) == answer


def test_nodes_without_a_name_take_part_unlisted() -> None:
    """甲 and 乙 that only meet in an unnamed place are listed, the place is not; no links make no rows."""
    rows = (("x", None, "1", "甲", 1), ("x", None, "2", "乙", 2))
    assert take("centrality", Answer(LINKS, rows), {}).rows == (("乙", 1, 2, 0.0), ("甲", 1, 1, 0.0))
    assert take("centrality", Answer(LINKS, ()), {}).rows == ()


@pytest.mark.parametrize(
    ("label", "a", "b", "reason"),
    [
        ("Enterprise", "湘电", "湘电集团", ""),
        ("Enterprise", "湘电重装", "湘电重装集团", "名称相含"),
        ("Enterprise", "中车株机", "中车株洲电机", "疑为简称"),
        ("Institution", "湖南大学", "湖南科技大学", ""),
        ("IndustryChain", "细胞与基因治疗", "细胞和基因治疗", "写法相近"),
        ("IndustryChain", "汽车", "汽车零部件", ""),
        ("Agency", "泉州市商务局", "荆州市商务局", ""),
        ("Agency", "娄底市工业和信息化局", "娄底市工业与信息化局", "写法相近"),
        ("Policy", "关于第12号提案的答复意见", "关于第13号提案的答复意见", ""),
    ],
)
def test_names_that_may_be_one(label: str, a: str, b: str, reason: str) -> None:
    """Names alike in all but a particle, one inside the other or short for it; not other places or numbers."""
    answer = take("likeness", Answer(ENTITIES, (("1", label, a, []), ("2", label, b, None))), {"least": 85})
    assert [row[4] for row in answer.rows] == ([reason] if reason else [])


def test_an_alias_that_is_the_others_name_is_told() -> None:
    """The alias of one is the name of the other, in whatever order they come; of another label it says nothing."""
    rows: tuple[tuple[Any, ...], ...] = (
        ("1", "Enterprise", "涟源钢铁集团", ["涟钢"]),
        ("2", "Enterprise", "涟钢", []),
        ("3", "Park", "涟钢", []),
    )
    expected = (("Enterprise", "涟源钢铁集团", "涟钢", 50, "同名或以别名相称"),)
    for turned in (rows, rows[::-1]):
        answer = take("likeness", Answer(ENTITIES, turned), {"least": 85})
        assert [(row[0], {row[1], row[2]}, row[4]) for row in answer.rows] == [
            (row[0], {row[1], row[2]}, row[4]) for row in expected
        ]


def test_labels_and_types_become_chinese() -> None:
    """Only in the columns `label` and `relation`; what the ontology does not know stays."""
    answer = take(
        "chinese", Answer(("label", "relation", "name"), (("City", "IN_CHAIN", "City"), ("X", None, "Y"))), {}
    )
    assert answer.rows == (("市", "属于产业链", "City"), ("X", None, "Y"))


@pytest.mark.parametrize("name", POST)
def test_a_step_keeps_no_rows_as_no_rows(name: str) -> None:
    """An empty answer stays empty."""
    assert take(name, Answer(ENTITIES if name == "likeness" else LINKS, ()), {"least": 85}).rows == ()
