"""The card of an entity as an analyst reads it, and what is said when a name means nothing or much."""

import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from short_documents import documents, load_into

from graph.stores import open_store
from liantu.card import card_text
from liantu.output.safe import safe
from queries.lookup import card, search

Run = Callable[..., subprocess.CompletedProcess[str]]
L, X, C, R = (document.policy.title for document in documents())


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four short documents."""
    path = tmp_path_factory.mktemp("lookup") / "g.kgl"
    load_into(path, *documents())
    return path


def _card(graph: Path, name: str, evidence: int = 5) -> str:
    """The card of what a name means first."""
    with open_store(str(graph)) as store:
        return card_text(card(store, search(store, name).hits[0]), evidence)


def _group(text: str, heading: str) -> list[str]:
    """The lines under a heading of a card."""
    lines = text.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith(heading))
    end = next((index for index in range(start, len(lines)) if not lines[index]), len(lines))
    return [line.strip() for line in lines[start + 1 : end]]


def test_a_city_with_all_that_is_said_of_it(liantu: Run, graph: Path) -> None:
    """Names, place in the region tree, documents, then relations grouped, counted and strongest first."""
    done = liantu("lookup", "娄底", "--graph", graph)
    assert done.returncode == 0
    text = done.stdout
    assert text.splitlines()[:7] == [
        "娄底市（市）  City:431300",
        "  又名  娄底",
        "  位置  湖南省 > 娄底市",
        "  六位行政区划代码  431300",
        "  提及  3 份文件 6 条",
        f"  最早  2021-05-06 《{X}》 潭政办发〔2021〕12号",
        f"  最近  2023-03-01 《{C}》 长政发〔2023〕5号",
    ]
    assert _group(text, "合作 ↔ 4") == [
        "2 条  长沙市（共建、对接）",
        "1 条  怀化市（对接）",
        "1 条  湘潭市（合作）",
        "1 条  粤港澳大湾区（承接转移）",
    ]
    assert _group(text, "发展 → 3")[0] == "4 条  先进材料"
    assert _group(text, "适用 ← 1") == [f"1 条  {L}"]


def test_each_sentence_stands_once_with_policy_and_clause(graph: Path) -> None:
    """A sentence names all that it says of the entity, and the document, number, date and clause it stands in."""
    lines = _group(_card(graph, "长沙市"), "依据")
    said = "一、支持长沙市发展工程机械产业，推动长沙市对接娄底市。"
    index = next(index for index, line in enumerate(lines) if line.endswith(said))
    assert set(lines[index].removesuffix(f"] {said}").removeprefix("[").split("；")) == {"发展 工程机械", "合作 娄底市"}
    assert lines[index + 1] == f"—— 《{C}》 长政发〔2023〕5号 2023-03-01 一、"
    assert lines[0] == "[合作 娄底市；发展 先进材料] 3．支持娄底市与长沙市共建园区，壮大先进材料产业。"
    quotes = [line for line in lines if line.startswith("[")]
    assert len(quotes) == len(set(quotes)) == 5


def test_as_many_sentences_as_asked_for(liantu: Run, graph: Path) -> None:
    """`--evidence N` shows at most N sentences; none with 0."""
    assert _card(graph, "娄底市", 1).count("——") == 1
    assert "依据" not in _card(graph, "娄底市", 0)
    assert _card(graph, "娄底市", 99).count("——") > 5
    assert liantu("lookup", "娄底市", "--evidence", "2", "--graph", graph).stdout.count("——") == 2


def test_an_agency_with_its_duties(graph: Path) -> None:
    """Duties are listed by document in the order of the clauses, with role and heading."""
    text = _card(graph, "湖南省发展和改革委员会")
    assert "  又名  省发展改革委\n" in text
    assert _group(text, "负责 → 1（牵头 1）") == [
        f"《{L}》",
        "牵头  二、3． 支持娄底市与长沙市共建园区，壮大先进材料产业",
    ]
    duties = _group(_card(graph, "湘潭市工业和信息化局"), "负责 → 2")
    assert [line for line in duties if line.startswith("《")] == [f"《{X}》", f"《{R}》"]
    assert [line.split()[0] for line in duties if not line.startswith("《")] == ["参与", "参与"]


def test_a_firm_lies_where_the_documents_put_it(graph: Path) -> None:
    """What has no place of its own in the gazetteer is placed by LOCATED_IN, up to the province."""
    text = _card(graph, "恒晶光材")
    assert "  位置  湖南省 > 长沙市 > 恒晶光材\n" in text
    assert _group(text, "属于产业链 →") == ["1 条  特种玻璃（骨干）"]


def test_a_document_is_found_by_its_number(graph: Path) -> None:
    """A policy's card has number, dates and kind, and what it cites and what repeals it."""
    text = _card(graph, "潭政办发〔2021〕12号")
    assert text.startswith(f"{X}（政策文件）")
    for line in ("  文号  潭政办发〔2021〕12号", "  发布日期  2021-05-06", "  文种  意见", "  来源路径  xiangtan.txt"):
        assert f"{line}\n" in text
    assert _group(text, "引用 → 1") == ["1 条  湖南省先进制造业促进办法（依据）"]
    assert _group(text, "引用 ← 1") == [f"1 条  {R}（废止）"]
    assert "true" not in text


def test_an_unknown_name_gets_the_nearest(liantu: Run, graph: Path) -> None:
    """A name that nothing bears is exit code 1, one sentence with the nearest names, and no data."""
    done = liantu("lookup", "娄低儿市", "--graph", graph)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert re.search(r"娄低儿市 is not in .*g\.kgl; the nearest names are 娄底市（市）", done.stderr)
    done = liantu("lookup", "zzzz", "--graph", graph)
    assert done.returncode == 1
    assert "no name is near it; see `liantu query`" in done.stderr


def test_several_hits_are_listed_to_choose_from(liantu: Run, graph: Path) -> None:
    """Part of a name that several bear gives a list with kind, place and what to type; a plain name its card alone."""
    done = liantu("lookup", "湘潭", "--graph", graph)
    assert done.stdout.startswith("湘潭市（市）")
    assert (done.stderr, "另有同名" in done.stdout) == ("", False)
    done = liantu("lookup", "工业和信息化", "--graph", graph)
    assert done.returncode == 0
    assert "工业和信息化 may mean 2 things（名称的一部分）" in done.stderr
    rows = [line.split() for line in done.stdout.splitlines()[2:]]
    assert sorted(row[:2] for row in rows) == [["湖南省工业和信息化厅", "机构"], ["湘潭市工业和信息化局", "机构"]]
    for row in rows:
        assert liantu("lookup", row[0], "--graph", graph).stdout.startswith(f"{row[0]}（机构）")


def test_a_list_is_narrowed_by_type_and_place(liantu: Run, graph: Path) -> None:
    """`--type` takes a label or its Chinese name, `--in` any name of a region; both leave one, and its card."""
    for kind in ("机构", "agency"):
        done = liantu("lookup", "工业和信息化", "--type", kind, "--in", "xiangtan", "--graph", graph)
        assert done.stdout.startswith("湘潭市工业和信息化局（机构）"), done.stderr
        assert "xiangtan is taken for 湘潭市（市，拼音）." in done.stderr
    wrong = liantu("lookup", "娄底", "--type", "国家", "--graph", graph)
    assert wrong.returncode == 2 and "the types are Province, City" in wrong.stderr
    nowhere = liantu("lookup", "娄底", "--in", "长沙", "--graph", graph)
    assert nowhere.returncode == 1
    assert "is of this type and place; without --type and --in it means 娄底市（市）." in nowhere.stderr
    assert liantu("lookup", " ", "--graph", graph).returncode == 2


def test_a_name_that_was_guessed_is_told(liantu: Run, graph: Path) -> None:
    """Whatever takes a name says on standard error how it understood one that the graph does not hold so."""
    for words in (("lookup", "娄低"), ("query", "city_links", "-p", "region=娄低"), ("path", "娄低", "长沙")):
        done = liantu(*words, "--graph", graph)
        assert done.returncode == 0
        assert done.stderr == "娄低 is taken for 娄底市（市，同音字）.\n"


def test_a_program_gets_the_whole_list(liantu: Run, graph: Path) -> None:
    """`--json` gives every choice with what to type, how it was matched and how many clauses name it."""
    record = json.loads(liantu("lookup", "工业和信息化", "--json", "--graph", graph).stdout)
    assert record["name"] == "工业和信息化"
    assert {choice["input"] for choice in record["choices"]} == {"湖南省工业和信息化厅", "湘潭市工业和信息化局"}
    assert {choice["way"] for choice in record["choices"]} == {"part"}
    assert all(choice["said"] > 0 and choice["id"].startswith("Agency:") for choice in record["choices"])


def test_a_program_gets_the_whole_card(liantu: Run, graph: Path) -> None:
    """`--json` gives ids, labels, all relations and all sentences."""
    record = json.loads(liantu("lookup", "娄底", "--json", "--graph", graph).stdout)
    assert (record["id"], record["label"], record["path"]) == ("City:431300", "City", ["湖南省", "娄底市"])
    tie = next(tie for tie in record["relations"] if tie["type"] == "COOPERATES_WITH")
    assert (tie["partner"], tie["clauses"], tie["notes"], tie["direction"]) == ("长沙市", 2, ["共建", "对接"], "both")
    assert {sentence["policy"] for sentence in record["sentences"]} == {L, X, C}
    assert record["others"] == []


def test_many_partners_are_cut_with_their_number(tmp_path: Path) -> None:
    """A group of more than twelve shows the strongest twelve and says how many more there are."""
    document = documents()[0]
    city = next(entity for entity in document.entities if entity.name == "娄底市")
    develops = next(item for item in document.relations if item.type == "DEVELOPS")
    chain = next(entity for entity in document.entities if entity.id == develops.target)
    more = [replace(chain, id=f"IndustryChain:链{i:02}", name=f"链{i:02}") for i in range(15)]
    ties = [replace(develops, source=city.id, target=item.id) for item in more]
    many = replace(document, entities=(*document.entities, *more), relations=(*document.relations, *ties))
    load_into(tmp_path / "g.kgl", many)
    lines = _group(_card(tmp_path / "g.kgl", "娄底市"), "发展 → 18")
    assert len(lines) == 13
    assert lines[-1] == "…… 另有 6 个，--json 列出全部"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("共建先进材\n料产业园", "共建先进材料产业园"),
        ("产业。 \r\n\r\n　　（责任单位", "产业。（责任单位"),
        ("PC\nand PP", "PC and PP"),
        ("产值\n1000亿元", "产值 1000亿元"),
        ("\n甲\n", " 甲 "),
    ],
)
def test_wrapped_lines_are_shown_as_one(text: str, line: str) -> None:
    """A line end between Chinese characters vanishes, any other becomes one space."""
    assert safe(text) == line


def test_clause_texts_are_shown_on_one_line(liantu: Run, graph: Path) -> None:
    """The text of a clause keeps its line ends in JSON and loses them where people read."""
    question = (
        "MATCH (c:Clause) WHERE c.text CONTAINS '电子陶瓷' AND c.number <> '' RETURN c.text AS text ORDER BY c.id"
    )
    raw = json.loads(liantu("cypher", question, "--format", "json", "--graph", graph).stdout)
    assert "\n" in raw[0]["text"].strip()
    assert "产业。（责任单位" in liantu("cypher", question, "--graph", graph).stdout
