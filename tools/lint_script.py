"""Lint the script of the pages, as it runs: the files of viz/templates/script joined into one.

Usage: python tools/lint_script.py. Exits with the linter's code; its rules are in tools/oxlint.json.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from viz.page import page_script  # noqa: E402 - found only once the project's folder is on the path


def main() -> int:
    """Write the script where the linter can read it, and lint it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.js"
        file.write_text(page_script(), encoding="utf-8")
        linter = Path(sys.executable).with_name("oxlint")
        return subprocess.run([linter, "-c", ROOT / "tools" / "oxlint.json", file], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
