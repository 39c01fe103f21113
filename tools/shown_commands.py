"""Run the commands that README and docs/ show, and renew the output shown below them.

Usage: python tools/shown_commands.py [PAGE...]    all pages, or the English ones named
A page's commands run in order, as tools/page_reader.py types them; its blocks are read as tools/doc_pages.py says.
Below a command of a console block stands what a terminal shows, where a line `…` stands for any number of lines:
to begin with, write the bare command, run this, and cut. `# exit code 1` behind a command says that it fails. The
commands in the prose of a page run after its blocks. A Chinese page shows the commands of its English page: its
output is copied from it.
tests/test_shown_commands.py fails while an output is stale.
"""

import argparse
import re
import shlex
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from doc_pages import ROOT, Block, blocks, chinese, mentioned, pages, translation
from page_reader import complete, reader, run

CUT = "…"
# What differs by machine or day, and what is compared in its place.
MASKS = (
    (re.compile(r"\b(liantu|KGLite) \d+\.\d+\.\d+\b"), r"\1 VERSION"),
    (re.compile(r"^(?:ok|warn|fail) +(liantu|python|packages|room|browser|fonts) .*"), r"\1"),  # of `liantu doctor`
    (re.compile(r"\b\d+(?:\.\d+)? ?(?:ms|s|min)\b"), "DURATION"),
)
_CODE = re.compile(r"\s+# exit code (\d+)$")


@dataclass(frozen=True, slots=True)
class Shown:
    """A command and the lines shown below it. `head` is the command as it stands in the page, `$ ` and all."""

    head: tuple[str, ...]
    output: tuple[str, ...]

    @property
    def command(self) -> str:
        """The command on one line."""
        return " ".join(line.removesuffix("\\").strip() for line in self.head).removeprefix("$ ")


def commands(block: Block) -> list[Shown]:
    """The commands of a block in order. Raises ValueError for output that stands before the first command."""
    heads: list[list[str]] = []
    outputs: list[list[str]] = []
    for line in block.lines:
        if heads and heads[-1][-1].endswith("\\") and not outputs[-1]:
            heads[-1].append(line)
        elif line.startswith("$ ") or (block.language == "sh" and line and not line.startswith("#")):
            heads.append([line])
            outputs.append([])
        elif outputs:
            outputs[-1].append(line)
        elif block.language == "console":
            raise ValueError(f"line {block.line + 1}: output before the first command")
    return [Shown(tuple(head), trimmed(output)) for head, output in zip(heads, outputs, strict=True)]


def trimmed(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines without spaces at their ends and without blank lines at the end."""
    return tuple("\n".join(line.rstrip() for line in lines).rstrip("\n").split("\n")) if any(lines) else ()


def masked(line: str) -> str:
    """A line with what differs by machine or day left out."""
    for pattern, name in MASKS:
        line = pattern.sub(name, line)
    return line


def fitted(shown: Sequence[str], actual: Sequence[str]) -> list[str]:
    """What is printed, `actual`, cut as `shown` is: as many lines before the first `…` and after the last; what stands
    between two is found by its first line. A line that differs from the old one only in what is masked stays.

    Raises ValueError where a piece between two cuts is no longer printed.
    """
    pieces = _pieces(shown)
    if len(pieces) == 1 or sum(map(len, pieces)) >= len(actual):
        return _kept(shown, actual)
    first, *between, last = pieces
    result = _kept(first, actual[: len(first)])
    wanted = [masked(line) for line in actual]
    for piece in between:
        if masked(piece[0]) not in wanted:
            raise ValueError(f"{piece[0]!r} between two cuts is no longer printed; place the cuts anew")
        start = wanted.index(masked(piece[0]))
        result += [CUT, *_kept(piece, actual[start : start + len(piece)])]
    return [*result, CUT, *_kept(last, actual[len(actual) - len(last) :])]


def _pieces(shown: Sequence[str]) -> list[list[str]]:
    """The lines between the cuts."""
    pieces: list[list[str]] = [[]]
    for line in shown:
        if line == CUT:
            pieces.append([])
        else:
            pieces[-1].append(line)
    return pieces


def _kept(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The new lines, but the old one where both say the same once masked."""
    return [was if masked(was) == masked(now) else now for was, now in zip_longest(old[: len(new)], new, fillvalue="")]


def renewed(page: Path, folder: Path) -> str:
    """The text of an English page with the outputs that its commands print in `folder`, an empty one.

    Raises ValueError with page, line and output for a command that ends with another exit code than is said.
    """
    name, text = page.relative_to(ROOT).as_posix(), page.read_text(encoding="utf-8")
    lines = text.split("\n")
    shift = 0
    with reader(name, folder):
        for block in blocks(text):
            if block.file:
                Path(block.file).parent.mkdir(parents=True, exist_ok=True)
                Path(block.file).write_text("\n".join(block.lines) + "\n", encoding="utf-8", newline="\n")
            elif block.language == "cypher" and not block.note:
                _ask("\n".join(block.lines), f"{name}, line {block.line + 1}")
            elif block.runs:
                new = _renewed_block(block, f"{name}, line {block.line + 1}")
                start = block.line + shift
                lines[start : start + len(block.lines)] = new
                shift += len(new) - len(block.lines)
        for command in filter(complete, mentioned(text)):
            _mention(command, name)
    return "\n".join(lines)


def _mention(command: str, name: str) -> None:
    """Run a command of the prose; a file that the blocks have written already is written anew."""
    for output in re.findall(r"-o (\S+\.\w+)", command):
        Path(output).unlink(missing_ok=True)
    code, printed = run(command)
    if code:
        raise ValueError(f"{name}: {command}: exit code {code}\n" + "\n".join(printed))


def _ask(statement: str, where: str) -> None:
    """Run a statement that is shown; it has to find something."""
    code, printed = run(shlex.join(["liantu", "cypher", statement, "--format", "jsonl"]))
    if code or not any(line.startswith("{") for line in printed):
        raise ValueError(f"{where}: {statement}: " + "\n".join(printed))


def _renewed_block(block: Block, where: str) -> list[str]:
    """The lines of a block after its commands were run."""
    new: list[str] = []
    for shown in commands(block):
        said = _CODE.search(shown.command)
        code, printed = run(shown.command)
        if code != int(said[1] if said else 0):
            raise ValueError(f"{where}: {shown.command}: exit code {code}\n" + "\n".join(printed))
        try:
            output = fitted(shown.output, trimmed(printed))
        except ValueError as error:
            raise ValueError(f"{where}: {shown.command}: {error}") from error
        new += [*shown.head, *output, *([""] if output else [])]
    while new and not new[-1]:
        new.pop()
    return new if block.language == "console" else list(block.lines)


def copied(english: str, chinese_text: str) -> str:
    """A Chinese page with the output of the console blocks of its English page."""
    lines = chinese_text.split("\n")
    shown = [block for block in blocks(english) if block.language == "console"]
    theirs = [block for block in blocks(chinese_text) if block.language == "console"]
    for one, other in reversed(list(zip(shown, theirs, strict=False))):
        lines[other.line : other.line + len(other.lines)] = one.lines
    return "\n".join(lines)


def main() -> int:
    """Renew the pages named, or all; 1 if a command of one did not run as its page says."""
    parser = argparse.ArgumentParser(description="Renew the output of the commands shown on README and docs/.")
    parser.add_argument("pages", nargs="*", type=Path, metavar="PAGE", help="an English page; default: all")
    named = [path.resolve() for path in parser.parse_args().pages] or [page for page in pages() if not chinese(page)]
    failed = False
    for page in named:
        try:
            with tempfile.TemporaryDirectory() as folder:
                new = renewed(page, Path(folder))
        except ValueError as error:
            print(error)
            failed = True
            continue
        _write(page, new)
        if translation(page).exists():
            _write(translation(page), copied(new, translation(page).read_text(encoding="utf-8")))
    return int(failed)


def _write(page: Path, text: str) -> None:
    if text != page.read_text(encoding="utf-8"):
        page.write_text(text, encoding="utf-8", newline="\n")
        print(f"renewed: {page.relative_to(ROOT).as_posix()}")


if __name__ == "__main__":
    sys.exit(main())
