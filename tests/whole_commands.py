"""Commands run as processes of their own: how they are called, who is left of them, and a folder to run them in."""

import subprocess
import sys
from pathlib import Path

from short_documents import TEXTS

COPIES = 5


def command(*arguments: str) -> list[str]:
    """The words that start `liantu` with these arguments."""
    return [sys.executable, "-m", "liantu", *arguments]


def group(leader: int) -> list[str]:
    """The processes of a group that are alive."""
    listed = subprocess.run(["ps", "-eo", "pgid=,stat=,args="], capture_output=True, encoding="utf-8", check=True)
    lines = (line.split(None, 2) for line in listed.stdout.splitlines())
    return [" ".join(line) for line in lines if line[0] == str(leader) and not line[1].startswith("Z")]


def make_home(home: Path) -> Path:
    """Fill a folder with documents for about a second, their facts, and their graph."""
    (home / "plans").mkdir()
    for name, text in TEXTS.items():
        for copy in range(COPIES):
            changed = text.replace("意见\n", f"第{copy}号意见\n").replace("措施\n", f"第{copy}号措施\n")
            (home / "plans" / f"{copy:02}-{name}").write_text(changed + "\n补充说明。" * 100, encoding="utf-8")
    for arguments in (("extract", "plans", "-o", "facts.jsonl"), ("ingest", "plans", "--graph", "g.kgl")):
        subprocess.run(command(*arguments), cwd=home, check=True, capture_output=True)
    return home
