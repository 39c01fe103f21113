"""`liantu lexicon`: names of the user's own: proposals from documents, and a check of a file."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from extract.model import Options
from extract.own_names.kinds import kinds
from extract.own_names.reading import read_lexicons
from extract.own_names.suggesting import LABELS, Gathered, Suggestion, gather, ranked, told
from extract.own_names.tables import COLUMNS
from extract.reading import Input, Source, read
from graph.errors import LiantuError
from graph.ontology import ontology
from liantu.documents import find_inputs
from liantu.lexicons import lexicon_option, own_options
from liantu.options import StrictGroup, emit, format_options, paths_argument, plural, say
from liantu.outcome import Failure
from liantu.output import Sheet
from liantu.output.safe import safe
from liantu.progress import track
from liantu.report import finish

_TITLES = tuple(column.titles[0] for column in COLUMNS)


@click.group(cls=StrictGroup, options_metavar="", subcommand_metavar="COMMAND [OPTIONS]")
def command() -> None:
    """Names of your own: enterprises, parks, chains, agencies, institutions, city groups that Liantu does not know.

    A lexicon is a .csv, .xlsx or .toml file with one row a name: 类型, 名称, 全称, 别名, 地区, 成员. `liantu ingest`
    and `liantu extract` take it with --lexicon. docs/lexicon.md tells all of it.

    \b
    Example:
      liantu lexicon suggest plans/ -o names.xlsx
      liantu lexicon check names.xlsx
      liantu ingest plans/ --lexicon names.xlsx
    """


@command.command("suggest")
@paths_argument
@click.option("--min-count", type=click.IntRange(min=1), default=2, metavar="N", help="Names that stand N times.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only names of this type, such as 企业 or Park.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=None, metavar="N", help="The N most frequent.", show_default="all"
)
@lexicon_option
@format_options
def suggest(
    paths: tuple[str, ...],
    min_count: int,
    types: tuple[str, ...],
    limit: int | None,
    lexicons: tuple[Path, ...],
    format_name: str | None,
    output: Path | None,
) -> None:
    """List names that occur often in documents and that no vocabulary knows, with type, counts and sentences.

    The columns are those of a lexicon: delete the rows that are no names, mend the others, and give the file back with
    --lexicon. Names of a lexicon given here are known and not listed.

    \b
    Example:
      liantu lexicon suggest plans/ --type 企业 --min-count 3 -o names.xlsx
    """
    labels = _labels(types)
    options = own_options(lexicons)
    inputs, failures = find_inputs(paths)
    gathered = _gathered(track(inputs, len(inputs), "reading"), options, failures)
    found = [item for item in ranked(gathered, min_count) if item.label in labels]
    if inputs:
        emit(_sheet(found[:limit]), format_name, output, nothing="every name that stands so often is known already.")
    finish(failures, others=len(inputs) - len(failures))


@command.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
def check(files: tuple[Path, ...]) -> None:
    """Read lexicons as `ingest` would and say what is in them, or everything that is wrong, with file and line.

    \b
    Example:
      liantu lexicon check names.xlsx
    """
    read = read_lexicons(files)
    for remark in read.remarks:
        say(f"Note: {safe(remark)}")
    counts = Counter(entry.label for entry in read.names.entries)
    listed = ", ".join(f"{ontology().labels[label].zh} {counts[label]:,}" for label in LABELS if counts[label])
    click.echo(f"{plural(len(read.names.entries), 'name')}{f': {listed}' if listed else ''}. Nothing is wrong.")


def _labels(types: Iterable[str]) -> frozenset[str]:
    """The labels that are asked for; all without any. Raises UsageError for an unknown one."""
    unknown = [name for name in types if name.casefold() not in kinds()]
    if unknown:
        known = ", ".join(f"{label} ({ontology().labels[label].zh})" for label in LABELS)
        raise click.UsageError(f"{unknown[0]} is no type of names; the types are {known}.")
    return frozenset(kinds()[name.casefold()].label for name in types) or frozenset(LABELS)


def _gathered(inputs: Iterable[Input], options: Options, failures: list[Failure]) -> Gathered:
    """The unknown names of all documents; one that cannot be read becomes a failure and costs no other."""
    found: Gathered = {}
    for item in inputs:
        try:
            source: Source = read(item)
            if source.chinese:
                gather(found, source.text, source.name, options)
        except LiantuError as error:
            failures.append(Failure(str(error)))
        except Exception as error:
            told = f"{type(error).__name__}: {error}"
            failures.append(Failure(f"{item}: extraction failed ({told}); please report it with the document."))
    return found


def _sheet(found: Iterable[Suggestion]) -> Sheet:
    """The rows of a lexicon."""
    return Sheet(tuple(column.key for column in COLUMNS), _TITLES, tuple(map(_row, found)))


def _row(item: Suggestion) -> tuple[object, ...]:
    row = told(item)
    cells = {
        "type": ontology().labels[item.label].zh,
        "name": item.name,
        "region": row.region,
        "members": "、".join(row.members),
        "count": item.count,
        "documents": len(item.documents),
        "sentence": " ／ ".join(item.sentences),
    }
    return tuple(cells.get(column.key, "") for column in COLUMNS)
