"""`liantu report` and figures as files: one folder with all that is needed, safe to mail and to open."""

import csv
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browsing import Show
from conftest import Run
from test_page_safety import HOSTILE

from viz.report import ROWS, Figure, Table, report_page


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory, root: Path) -> str:
    """A graph file with the examples."""
    path = str(tmp_path_factory.mktemp("report") / "g.kgl")
    command = [sys.executable, "-m", "liantu", "ingest", str(root / "examples"), "--graph", path]
    subprocess.run(command, cwd=root, capture_output=True, check=True)
    return path


class Links(HTMLParser):
    """Where the links of a page lead, and what it has anchors for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.to: list[str] = []
        self.ids: set[str] = set()
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Gather."""
        self.tags.add(tag)
        found = dict(attrs)
        self.to += [found["href"] or ""] if "href" in found else []
        self.ids |= {found["id"] or ""} if "id" in found else set()


@pytest.mark.parametrize(("name", "figures", "tables"), [("娄底", 2, 7), ("先进钢铁材料", 1, 7), ("株潭娄", 1, 3)])
def test_a_report_is_a_folder_that_holds_all_it_names(
    name: str, figures: int, tables: int, graph: str, liantu: Run, tmp_path: Path
) -> None:
    """A place, a chain, a city group: every link of the index leads to a file of the folder or a part of the page."""
    done = liantu("report", name, "-o", "out", "--graph", graph)
    assert done.returncode == 0, done.stderr
    assert f"with {figures} figures and {tables} tables" in done.stderr
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    links = Links(page)
    for target in links.to:
        assert target[1:] in links.ids if target.startswith("#") else (tmp_path / "out" / target).is_file(), target
    assert page.count("<figure") == figures and page.count("<svg") == figures
    assert "script" not in links.tags and not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert len(list((tmp_path / "out" / "tables").glob("*.csv"))) == tables


def test_the_tables_of_a_report_are_those_of_the_packs(graph: str, liantu: Run, tmp_path: Path) -> None:
    """All rows of a pack stand in its file; the first of them stand on the page."""
    assert liantu("report", "娄底", "-o", "out", "--graph", graph).returncode == 0
    told = liantu("query", "city_links", "-p", "region=娄底市", "--format", "csv", "-o", "own.csv", "--graph", graph)
    assert told.returncode == 0
    file = tmp_path / "out" / "tables" / "city_links.csv"
    assert file.read_bytes() == (tmp_path / "own.csv").read_bytes()
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    for row in list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))[1 : ROWS + 1]:
        assert "<td>" + "</td><td>".join(row) + "</td>" in page


def test_an_unknown_name_makes_no_folder(graph: str, liantu: Run, tmp_path: Path) -> None:
    """A name that is no place and no chain is an error with the nearest; so is a folder that cannot be made."""
    done = liantu("report", "中车株机", "-o", "out", "--graph", graph)
    assert done.returncode == 1 and "Nothing is called" in done.stderr and not (tmp_path / "out").exists()
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    done = liantu("report", "娄底", "-o", "taken", "--graph", graph)
    assert done.returncode == 1 and "taken is a file; name a folder" in done.stderr


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name)[:30])
def test_hostile_texts_are_text_in_a_report(name: str) -> None:
    """Nothing in a name, a cell, a title or a reason adds an element to the page."""
    figures = [Figure("图", "", "", name)]

    def page(text: str) -> str:
        return report_page(text, "2026-11-27", 1, figures, [Table(text, text, (text,), ((text,),), "tables/t.csv")])

    elements = re.compile(r"<[a-zA-Z/!]")
    plain = report_page(
        "甲", "2026-11-27", 1, [Figure("图", "", "", "乙")], [Table("甲", "甲", ("甲",), (("甲",),), "t")]
    )
    assert len(elements.findall(page(name))) == len(elements.findall(plain))


def test_a_figure_is_written_by_the_ending_of_its_name(graph: str, liantu: Run, tmp_path: Path) -> None:
    """-o NAME.svg is an SVG, --format svg names it so; an ending that does not fit the format is refused."""
    assert liantu("view", "chain", "先进钢铁材料", "-o", "c.svg", "--graph", graph).returncode == 0
    assert (tmp_path / "c.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert liantu("view", "chain", "先进钢铁材料", "--format", "svg", "--graph", graph).returncode == 0
    assert (tmp_path / "chain.svg").read_bytes() == (tmp_path / "c.svg").read_bytes()
    done = liantu("view", "chain", "先进钢铁材料", "--format", "png", "-o", "d.svg", "--graph", graph)
    assert done.returncode == 2 and ".png" in done.stderr


@pytest.mark.browser
def test_a_figure_is_drawn_as_png(graph: str, liantu: Run, tmp_path: Path, chromium: object) -> None:
    """-o NAME.png is a picture drawn by the browser that is there."""
    assert chromium
    done = liantu("view", "links", "-o", "links.png", "--graph", graph)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "links.png").read_bytes().startswith(b"\x89PNG") and "open it" not in done.stderr


@pytest.mark.browser
def test_a_report_opens_without_asking_for_anything(graph: str, liantu: Run, tmp_path: Path, show: Show) -> None:
    """The index in a real browser: nothing is asked for, the console is empty, the figures are as wide as the page."""
    assert liantu("report", "娄底", "-o", "out", "--graph", graph).returncode == 0
    browser = show(tmp_path / "out" / "index.html")
    widths = browser.execute_script("return [...document.querySelectorAll('figure svg')].map((s) => s.clientWidth)")
    assert len(widths) == 2 and min(widths) > 600
