"""The documents for people do not go stale."""

import re
import tomllib
from pathlib import Path

import pytest

from liantu.commands import COMMANDS
from liantu.output import FORMATS

PACKAGES = ("graph", "extract", "queries", "viz", "liantu")


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
