"""The parts of a Markdown page that tests and tools look at: fenced blocks, headings, links.

A fence is told by the words behind its backticks: a language, then a kind or the name of a file.

    ```console            commands behind `$ ` with what they print
    ```sh                 commands alone
    ```sh KIND            commands that are not run; the kinds and why are in NOT_RUN
    ```cypher             a statement that reads, and finds something
    ```csv corrections.csv    a file: it is there, with this content, for the commands that follow
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHINESE = ".zh-CN.md"

# Commands that are shown and not run, by the second word of their fence.
NOT_RUN = {
    "install": "puts software onto the machine: pip, make, git, apt",
    "server": "needs a Neo4j server, or a program such as Neo4j Browser",
    "template": "holds words in capitals for the reader to replace",
    "develop": "is for those who change Liantu, and takes minutes: measuring, benches, all tests",
    "shell": "sets up the reader's own shell",
}
COMMANDS = ("console", "sh")
OTHERS = ("cypher", "csv", "json", "powershell", "python", "text", "toml")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: language, the second word of the fence or "", its lines, and the number of the first of these."""

    language: str
    note: str
    lines: tuple[str, ...]
    line: int

    @property
    def runs(self) -> bool:
        """Whether it holds commands that are run."""
        return self.language in COMMANDS and not self.note

    @property
    def file(self) -> str:
        """The name of the file that it is the content of, or ""."""
        return self.note if "." in self.note else ""


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order. Raises ValueError for a fence that nothing closes."""
    found: list[Block] = []
    opened: tuple[int, str, list[str]] | None = None
    for number, line in enumerate(text.split("\n")):
        if opened is None:
            if line.startswith("```"):
                opened = number + 1, line[3:], []
        elif line == "```":
            start, info, lines = opened
            language, _, note = info.partition(" ")
            found.append(Block(language, note, tuple(lines), start))
            opened = None
        else:
            opened[2].append(line)
    if opened is not None:
        raise ValueError(f"line {opened[0]}: a fence that nothing closes")
    return found


def prose(text: str) -> str:
    """A page without the content of its fenced blocks."""
    return re.sub(r"^```.*?^```$", "```\n```", text, flags=re.MULTILINE | re.DOTALL)


def headings(text: str) -> list[tuple[int, str]]:
    """(level, words) of each heading, in order."""
    return [(len(marks), words) for marks, words in re.findall(r"^(#+) (.+)$", prose(text), re.MULTILINE)]


def anchors(text: str) -> list[str]:
    """The anchor that each heading gets, in order."""
    return [re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-") for _, words in headings(text)]


def links(text: str) -> list[tuple[str, str]]:
    """(target, anchor) of each link and picture, in order."""
    return re.findall(r"\]\(([^)#\s]*)#?([^)\s]*)\)", prose(text))


def mentioned(text: str) -> list[str]:
    """The commands in the prose of a page, as in `liantu stats`, each once."""
    return list(dict.fromkeys(re.findall(r"`(liantu [^`]+)`", prose(text).replace("\n", " "))))


def pages() -> list[Path]:
    """README and the pages of docs/ in both languages, English before Chinese."""
    found = [ROOT / "README.md", *ROOT.glob("README.*.md"), *ROOT.glob("docs/*.md")]
    return sorted(set(found), key=lambda path: (path.parent != ROOT, chinese(path), path.name))


def chinese(page: Path) -> bool:
    """Whether a page is the Chinese one of two."""
    return page.name.endswith(CHINESE)


def translation(page: Path) -> Path:
    """Where the Chinese of an English page stands, or would stand."""
    return page.with_name(page.name.removesuffix(".md") + CHINESE)
