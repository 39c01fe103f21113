"""Run the notebook of the examples and keep its outputs.

Usage: python tools/example_notebook.py            run examples/liantu.ipynb and write its outputs into it
tests/test_notebook.py fails while they are stale.
"""

import re
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = ROOT / "examples" / "liantu.ipynb"
# What differs by day: the date on which a picture is made.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def executed(path: Path = NOTEBOOK) -> Any:
    """The notebook with the outputs of a run, without what tells of the machine. Raises CellExecutionError."""
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        NotebookClient(notebook, timeout=300, resources={"metadata": {"path": folder}}, record_timing=False).execute()
    notebook.metadata = {"language_info": {"name": "python"}}
    for cell in notebook.cells:
        cell.metadata = {}
    return notebook


def outputs(notebook: Any) -> list[Any]:
    """What each cell of code puts out, without the days."""
    return [
        [_masked(output.get("data") or {"text": output.get("text")}) for output in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def _masked(data: dict[str, Any]) -> dict[str, str]:
    return {kind: _DAY.sub("DAY", str(value)) for kind, value in data.items()}


if __name__ == "__main__":
    text = nbformat.writes(executed(), indent=1)
    NOTEBOOK.write_text(text.rstrip("\n") + "\n", encoding="utf-8", newline="\n")
    print(f"{NOTEBOOK.relative_to(ROOT)} written.")
