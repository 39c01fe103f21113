"""What README and docs/ show is what commands print."""

import shlex
import shutil
from pathlib import Path

import pytest
from doc_pages import CHINESE, NOT_RUN, OTHERS, ROOT, Block, blocks, chinese, pages, translation
from doc_pages import COMMANDS as LANGUAGES
from page_reader import parsed
from shown_commands import commands, copied, fitted, renewed

ENGLISH = [page for page in pages() if not chinese(page)]
PAIRS = [page for page in ENGLISH if translation(page).exists()]


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bash") is None, reason="the lines beside liantu's are those of a POSIX shell")
@pytest.mark.parametrize("page", ENGLISH, ids=_name)
def test_commands_print_what_is_shown(page: Path, tmp_path: Path) -> None:
    """Every command of a page runs in order on the examples and prints what stands below it."""
    assert renewed(page, tmp_path) == page.read_text(encoding="utf-8"), "run python tools/shown_commands.py"


@pytest.mark.parametrize("page", PAIRS, ids=_name)
def test_chinese_pages_show_the_output_of_their_english_page(page: Path) -> None:
    """What is printed stands in both pages alike."""
    text = translation(page).read_text(encoding="utf-8")
    assert copied(page.read_text(encoding="utf-8"), text) == text, "run python tools/shown_commands.py"


@pytest.mark.parametrize("page", pages(), ids=_name)
def test_every_block_is_of_a_known_kind(page: Path) -> None:
    """A fence names a language and, behind it, nothing, a file, or a reason not to run it."""
    for block in blocks(page.read_text(encoding="utf-8")):
        assert block.language in (*LANGUAGES, *OTHERS), f"{page.name}, line {block.line}"
        assert not block.note or block.file or block.note in NOT_RUN, f"{page.name}, line {block.line}"


def _unrun() -> list[tuple[str, str]]:
    """(page, command) for each command of ours that is shown and not run."""
    return [
        (_name(page), shown.command.removeprefix(".venv/bin/"))
        for page in ENGLISH
        for block in blocks(page.read_text(encoding="utf-8"))
        if block.language in LANGUAGES and block.note in NOT_RUN
        for shown in commands(block)
        if shown.command.removeprefix(".venv/bin/").startswith("liantu ")
    ]


@pytest.mark.parametrize(("page", "command"), _unrun())
def test_commands_that_are_not_run_are_at_least_spelled_right(
    page: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command for a server or with a placeholder names a command and options that there are."""
    monkeypatch.chdir(tmp_path)
    parsed(shlex.split(command, comments=True)[1:])


# -- how pages are read and renewed ---------------------------------------------------------------------------------

PAGE = """\
# One

```console
$ liantu stats \\
    --format json
old
$ liantu nothing   # exit code 2
```

```csv corrections.csv
a,b
```

```sh template
liantu ingest FOLDER
```
"""


def test_blocks_of_a_page() -> None:
    """Language, kind or file, and whether it runs."""
    console, data, template = blocks(PAGE)
    assert (console.runs, data.runs, template.runs) == (True, False, False)
    assert (data.file, template.file) == ("corrections.csv", "")
    assert [shown.command for shown in commands(console)] == [
        "liantu stats --format json",
        "liantu nothing   # exit code 2",
    ]
    assert commands(console)[0].output == ("old",)


def test_output_before_the_first_command_is_an_error() -> None:
    """A console block begins with a command."""
    with pytest.raises(ValueError, match="before the first command"):
        commands(Block("console", "", ("printed",), 1))


def test_a_fence_that_nothing_closes_is_an_error() -> None:
    """The rest of a page is not taken for code."""
    with pytest.raises(ValueError, match="nothing closes"):
        blocks("```sh\nliantu stats\n")


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("", "one two three four five"),
        ("x", "one two three four five"),
        ("x …", "one …"),
        ("x x … x", "one two … five"),
        ("… x x", "… four five"),
        ("x … three … x", "one … three … five"),
        ("x x x … x x", "one two three four five"),
        ("…", "…"),
    ],
)
def test_an_output_keeps_its_cuts(shown: str, expected: str) -> None:
    """As many lines stay before the first cut and after the last; between two, the line that is found again."""
    assert fitted(shown.split(), ["one", "two", "three", "four", "five"]) == expected.split()


def test_a_lost_piece_between_cuts_is_an_error() -> None:
    """What stood between two cuts and is gone has to be placed by hand."""
    with pytest.raises(ValueError, match="place the cuts anew"):
        fitted(["…", "gone", "…"], ["one", "two"])


def test_durations_and_versions_do_not_make_a_page_stale() -> None:
    """What differs by machine stays as it is written."""
    assert fitted(["5 documents in 1.2 s"], ["5 documents in 0.7 s"]) == ["5 documents in 1.2 s"]
    assert fitted(["4 documents in 1.2 s"], ["5 documents in 0.7 s"]) == ["5 documents in 0.7 s"]


def test_a_chinese_page_gets_the_output_of_the_english_one() -> None:
    """Console blocks are copied, all else stays."""
    english = "Yes\n\n```console\n$ liantu stats\nnew\n```\n"
    assert copied(english, "是\n\n```console\n$ liantu stats\nold\nolder\n```\n") == english.replace("Yes", "是")


def test_chinese_pages_have_an_english_one() -> None:
    """A translation without its page would never be renewed."""
    for page in filter(chinese, pages()):
        assert page.with_name(page.name.removesuffix(CHINESE) + ".md").exists(), page.name
