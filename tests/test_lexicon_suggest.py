"""What documents name often and no vocabulary knows is proposed in the form in which a lexicon takes it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from short_policies import policy

from extract.model import Options
from extract.own_names.reading import read_lexicons
from extract.own_names.suggesting import Gathered, Suggestion, gather, ranked

Run = Callable[..., subprocess.CompletedProcess[str]]
BODY = (
    "（一）依托深思电工、湘高电器、华为等骨干企业，做强电工电器产业。支持深思电工扩大产能。（责任单位：市优化办、市财政局）\n"
    "（二）依托深思电工、振添光学等骨干企业，建设红仑工业园。（责任单位：市优化办）"
)


def suggestions(texts: list[tuple[str, str]], least: int = 2) -> list[Suggestion]:
    """The names that are proposed from texts with their names."""
    found: Gathered = {}
    for text, name in texts:
        gather(found, text, name, Options())
    return ranked(found, least)


def test_names_no_vocabulary_knows_are_counted_with_their_sentences() -> None:
    """A firm that the rules find is proposed with its count, its place and sentences; what is known is not."""
    texts = [(policy(BODY), "a.txt"), (policy(BODY, title="关于另一件事的意见"), "b.txt")]
    found = {item.name: item for item in suggestions(texts)}
    firm = found["深思电工"]
    assert (firm.label, firm.count, firm.documents, firm.region) == ("Enterprise", 6, {"a.txt", "b.txt"}, "湘潭市")
    assert len(firm.sentences) == 3 and all("深思电工" in sentence for sentence in firm.sentences)
    assert found["湘潭市优化办"].label == "Agency" and found["红仑工业园"].label == "Park"
    assert found.keys().isdisjoint({"华为", "湘潭市财政局", "湘潭市", "电工电器"})
    assert next(iter(found)) == "深思电工"


def test_what_stands_too_seldom_is_left_out() -> None:
    """A name counts from the number of places that is asked for."""
    assert [item.name for item in suggestions([(policy(BODY), "a.txt")], 3)] == ["深思电工"]


def test_a_group_is_proposed_with_its_members() -> None:
    """A group that the text lists is proposed with the places it lists."""
    found = suggestions([(policy("推动“三南”（龙南、定南、全南）一体化。", "赣州市人民政府办公室"), "a.txt")], 1)
    (group,) = (item for item in found if item.label == "CityGroup")
    assert (group.name, group.member_cells) == ("三南", ("龙南市", "定南县", "全南县"))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_table_is_a_lexicon(liantu: Run, tmp_path: Path, ending: str) -> None:
    """What `suggest` writes is read back by --lexicon as it is, and its names are then known."""
    (tmp_path / "a.txt").write_text(policy(BODY), encoding="utf-8")
    assert liantu("lexicon", "suggest", "a.txt", "--min-count", "1", "-o", f"names.{ending}").returncode == 0
    names = read_lexicons([tmp_path / f"names.{ending}"]).names
    assert {"深思电工", "湘高电器", "红仑工业园"} <= {entry.name for entry in names.entries}
    again = liantu("lexicon", "suggest", "a.txt", "--lexicon", f"names.{ending}", "--format", "json")
    assert (again.returncode, json.loads(again.stdout)) == (0, [])
    assert "known already" in liantu("lexicon", "suggest", "a.txt", "--lexicon", f"names.{ending}").stderr


def test_type_and_limit_choose(liantu: Run, tmp_path: Path) -> None:
    """--type takes labels and Chinese names, --limit the most frequent; an unknown type is wrong usage."""
    (tmp_path / "a.txt").write_text(policy(BODY), encoding="utf-8")
    done = liantu("lexicon", "suggest", "a.txt", "--type", "企业", "--limit", "1", "--format", "json")
    (row,) = json.loads(done.stdout)
    assert list(row) == [
        *("type", "name", "full", "aliases", "region", "members", "kind", "level"),
        *("note", "count", "documents", "sentence"),
    ]
    assert (row["type"], row["name"], row["count"], row["documents"]) == ("企业", "深思电工", 3, 1)
    assert liantu("lexicon", "suggest", "a.txt", "--type", "工厂").returncode == 2


def test_a_document_that_cannot_be_read_costs_no_other(liantu: Run, tmp_path: Path) -> None:
    """The names of the others are listed, the bad one is named, exit code 1."""
    (tmp_path / "a.txt").write_text(policy(BODY), encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"no pdf")
    done = liantu("lexicon", "suggest", "a.txt", "b.pdf", "--format", "json")
    assert done.returncode == 1 and json.loads(done.stdout)[0]["name"] == "深思电工" and "b.pdf" in done.stderr
