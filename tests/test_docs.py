"""The documents for people do not go stale."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from doc_pages import anchors, chinese, links, pages
from render_docs import marked_cases, renewed, stale

from liantu.commands import COMMANDS
from liantu.output import FORMATS

PACKAGES = ("graph", "extract", "queries", "viz", "liantu")
FOLDERS = (*PACKAGES, "tools", "tests", "docs", "examples", "bench")
ROOT = Path(__file__).resolve().parent.parent
PAGES = ["CHANGELOG.md", *(path.relative_to(ROOT).as_posix() for path in pages())]


def _documents(root: Path) -> str:
    """README and all pages of docs/, as one text."""
    return "\n".join(path.read_text(encoding="utf-8") for path in [root / "README.md", *sorted(root.glob("docs/*.md"))])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(root: Path, name: str) -> None:
    """Each command of the table occurs in README or docs as `liantu NAME`."""
    assert re.search(rf"liantu {name}\b", _documents(root))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_documented(root: Path, name: str) -> None:
    """Each output format occurs in README or docs."""
    assert re.search(rf"\b{name}\b", _documents(root))


@pytest.mark.parametrize("name", PACKAGES)
def test_the_architecture_page_names_each_package(root: Path, name: str) -> None:
    """The page of the house has a row for each package, and the package is there."""
    assert f"| `{name}/` |" in (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert (root / name / "__init__.py").is_file()


@pytest.mark.parametrize("index", ["README.md", "README.zh-CN.md"])
def test_the_index_lists_every_page(root: Path, index: str) -> None:
    """Each page of docs/ stands in the index of its language, or in both where there is only one."""
    listed = {target for target, _ in links((root / "docs" / index).read_text(encoding="utf-8"))}
    ours = {path.name for path in pages() if path.parent.name == "docs" and chinese(path) == ("zh-CN" in index)}
    assert ours - listed == {index}


def test_every_path_in_the_architecture_page_exists(root: Path) -> None:
    """A file or folder that the page names is in the tree."""
    text = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:graph|extract|queries|viz|liantu|tools)/[a-z_/.]*)`", text)
    assert paths
    assert [path for path in paths if not (root / path).exists()] == []


def test_every_dependency_is_explained(root: Path) -> None:
    """Each dependency has a row with reason and licence, at the version in constraints.txt."""
    page = (root / "docs" / "dependencies.md").read_text(encoding="utf-8")
    pins = dict(re.findall(r"^([\w.-]+)==(\S+)$", (root / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE))
    versions = {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in pins.items()}
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        name = re.match(r"[\w.-]+", requirement)
        assert name is not None
        assert re.search(rf"^\| {re.escape(name[0])} \|.*\| {re.escape(versions[name[0]])} \(", page, re.MULTILINE), (
            name[0]
        )


def test_constraints_are_exact_and_local_to_nobody(root: Path) -> None:
    """Every line pins one version; no address, path or editable install has slipped in."""
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#") and not re.fullmatch(r"[\w.-]+==[\w.+!]+", line)] == []


def test_generated_parts_are_fresh() -> None:
    """What is generated from data files, packs and tests says what they say."""
    assert stale() == [], "run python tools/render_docs.py"


def test_every_rule_is_told_in_words(root: Path) -> None:
    """Each rule with a confidence has a line in docs/rules.toml that says what it reads, and no other has one."""
    rules = set(tomllib.loads((root / "extract" / "data" / "confidence.toml").read_text(encoding="utf-8"))["rules"])
    told = set(tomllib.loads((root / "docs" / "rules.toml").read_text(encoding="utf-8")))
    assert rules == told, "mend docs/rules.toml and run python tools/render_docs.py"


def test_a_page_without_its_markers_is_an_error() -> None:
    """A generated part that has lost a marker is told, not passed over."""
    page = "<!-- generated: one, by hand -->\nold\n<!-- end: one -->\n"
    assert renewed(page, "one", "new") == "<!-- generated: one, by hand -->\n\nnew\n\n<!-- end: one -->\n"
    with pytest.raises(ValueError, match="two"):
        renewed(page, "two", "new")


def test_examples_of_extraction_are_held_by_tests(root: Path) -> None:
    """Each sentence that the page of extraction gives as read stands in a table of the tests, not as a limit."""
    page = (root / "docs" / "extraction.md").read_text(encoding="utf-8")
    tables = re.findall(r"\| text \| facts \|\n\|[-|]+\|\n((?:\|.*\n)+)", page)
    sentences = [row.split("|")[1].strip() for table in tables for row in table.splitlines()]
    held, limited = set[str](), set[str]()
    for path in root.glob("tests/test_phenomen*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        held |= {_one_line(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        limited |= {_one_line(sentence) for _, sentence, _ in marked_cases(path)}
    assert len(sentences) >= 20
    assert [sentence for sentence in sentences if sentence not in held - limited] == []


def _one_line(text: object) -> str:
    return " ".join(str(text).split("\n")).strip()


@pytest.mark.parametrize("page", PAGES)
def test_links_and_paths_lead_somewhere(root: Path, page: str) -> None:
    """Each relative link names a file, and a heading of it where it names one; each path in `code` is in the tree."""
    text = (root / page).read_text(encoding="utf-8")
    for target, anchor in links(text):
        if not target.startswith("http"):
            path = (root / page).parent / target if target else root / page
            assert path.is_file(), target
            assert not anchor or anchor in anchors(path.read_text(encoding="utf-8")), f"{target}#{anchor}"
    for path in re.findall(rf"`({'|'.join(FOLDERS)})(/[\w./*-]*)`", text):
        named = "".join(path)
        if not re.search(r"[A-Z]{3}", named):  # NAME stands for a name of one's own
            assert list(root.glob(named.rstrip("/"))), named
