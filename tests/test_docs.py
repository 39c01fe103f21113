"""The documents for people do not go stale."""

import ast
import importlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from render_docs import marked_cases, renewed, stale

from liantu.commands import COMMANDS
from liantu.output import FORMATS

Run = Callable[..., subprocess.CompletedProcess[str]]

PACKAGES = ("graph", "extract", "queries", "viz", "liantu")
FOLDERS = (*PACKAGES, "tools", "tests", "docs", "examples", "bench")
ROOT = Path(__file__).resolve().parent.parent
PAGES = ["README.md", "CHANGELOG.md", *sorted(f"docs/{path.name}" for path in ROOT.glob("docs/*.md"))]
_PLACEHOLDER = re.compile(r"(?<![A-Za-z])[A-Z]{3,}(?![a-z])")


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


def _commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with its name, those inside a group (view links) too."""
    for name, (module, _) in COMMANDS.items():
        command = importlib.import_module(module).command
        yield name, command
        if isinstance(command, click.Group):
            context = click.Context(command)
            for inner in command.list_commands(context):
                found = command.get_command(context, inner)
                assert found is not None
                yield f"{name} {inner}", found


@pytest.mark.parametrize(("name", "command"), [pytest.param(*pair, id=pair[0]) for pair in _commands()])
def test_every_command_has_an_example_in_its_help(name: str, command: click.Command) -> None:
    """`--help` ends its text with an Example that calls the command itself."""
    told = command.get_help(click.Context(command, info_name=f"liantu {name}"))
    assert re.search(rf"Example:\n\s+liantu {name}\b", told)


@pytest.mark.parametrize("page", PAGES)
def test_links_and_paths_lead_somewhere(root: Path, page: str) -> None:
    """Each relative link names a file, and a heading of it where it names one; each path in `code` is in the tree."""
    text = (root / page).read_text(encoding="utf-8")
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)", text):
        path = (root / page).parent / target if target else root / page
        assert path.is_file(), target
        assert not anchor or anchor in _anchors(path), f"{target}#{anchor}"
    for path in re.findall(rf"`({'|'.join(FOLDERS)})(/[\w./*-]*)`", text):
        named = "".join(path)
        if not re.search(r"[A-Z]{3}", named):  # NAME stands for a name of one's own
            assert list(root.glob(named.rstrip("/"))), named


def _anchors(path: Path) -> set[str]:
    """The anchors that a page's headings get."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _command_lines(page: Path) -> list[list[str]]:
    """The `liantu …` lines of a page's fenced blocks as arguments, without those with placeholders in capitals."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    found = re.findall(r"^(?:\$ )?(?:\.venv/bin/)?liantu (.*)$", "\n".join(lines), re.MULTILINE)
    calls = [shlex.split(line, comments=True) for line in found]
    return [call for call in calls if not any(_PLACEHOLDER.search(word) for word in call if " " not in word)]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """A folder as the pages suppose it: the documents in plans/, their facts, their graph."""
    place = tmp_path_factory.mktemp("reader")
    shutil.copytree(examples, place / "plans")
    for words in (["extract", "plans/", "-o", "facts.jsonl"], ["load", "facts.jsonl"]):
        subprocess.run([sys.executable, "-m", "liantu", *words], cwd=place, check=True, env=_environment())
    return place


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("LIANTU_", "NEO4J_"))}


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_commands_shown_run(root: Path, liantu: Run, workplace: Path, tmp_path: Path, page: str) -> None:
    """Every command in a fenced block runs on the examples, one after another as a reader would type them."""
    place = shutil.copytree(workplace, tmp_path / "work")
    for call in _command_lines(root / page):
        if call[:1] == ["extract"]:
            (place / "facts.jsonl").unlink(missing_ok=True)
        done = liantu(*call, cwd=place)
        assert done.returncode == 0, f"liantu {shlex.join(call)}: {done.stderr}"
        assert "Traceback" not in done.stderr
