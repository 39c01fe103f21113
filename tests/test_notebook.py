"""The notebook of the examples: it runs, and shows what a run gives."""

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from example_notebook import NOTEBOOK, executed, outputs

import liantu
from liantu.documents import find_inputs


@pytest.fixture(scope="module")
def kept() -> Any:
    """The notebook as it is in the tree."""
    return nbformat.read(NOTEBOOK, as_version=4)


@pytest.mark.slow
def test_the_notebook_shows_what_a_run_gives(kept: Any) -> None:
    """Run anew, every cell puts out what is kept below it, but for the day."""
    assert outputs(executed()) == outputs(kept), "run python tools/example_notebook.py"


def test_the_notebook_shows_every_function(kept: Any) -> None:
    """Each public function is called, and every cell of code before the last that prints has its output."""
    code = "\n".join(cell.source for cell in kept.cells if cell.cell_type == "code")
    assert set(re.findall(r"\bliantu\.(\w+)\(", code)) == set(liantu.__all__)


def test_the_notebook_opens_offline(kept: Any) -> None:
    """Nothing in it has an address but the name of SVG, and it runs nothing."""
    text = nbformat.writes(kept).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?://|<script", text)


def test_the_notebook_is_no_document(examples: Path) -> None:
    """In the folder that `liantu demo` reads it is passed over."""
    inputs, failures = find_inputs([str(examples)])
    assert len(inputs) == 5 and not failures and NOTEBOOK.parent == examples
