"""`liantu demo`: the whole job on the packaged examples."""

from pathlib import Path

import click

from graph.errors import OutputError
from graph.jsonl import encode
from graph.stores import Store, open_store
from liantu.card import card_text
from liantu.documents import extract_all, find_inputs
from liantu.loading import load_all, tell
from liantu.options import emit, say
from liantu.outcome import Failure, Result
from liantu.output.files import write_file
from liantu.packaged import examples_folder
from liantu.pictures import links_page
from liantu.report import finish
from queries import Table, run
from queries.lookup import card, search

_PACK = "city_links"
_EVIDENCE = 2


@click.command()
@click.argument("directory", default="liantu-demo", type=click.Path(path_type=Path), metavar="[DIR]")
def command(directory: Path) -> None:
    """Do the whole job on the packaged examples: facts, a graph, a query, a lookup card, a page.

    Writes facts.jsonl, liantu.kgl and links.html into DIR (default ./liantu-demo). A second run changes nothing.

    \b
    Example:
      liantu demo show
    """
    _make(directory)
    graph, page = directory / "liantu.kgl", directory / "links.html"
    inputs, failures = find_inputs([str(examples_folder())])
    results = list(extract_all(inputs))
    _write_facts(directory / "facts.jsonl", results)
    loaded = load_all(str(graph), results)
    tell(loaded, str(graph), as_json=False)
    with open_store(str(graph), writable=False) as store:
        links = run(store, _PACK, {})
        _title(f"liantu query {_PACK} --graph {graph}")
        emit(links, "table", None)
        name = _show_card(store, links, graph)
        write_file(page, links_page(store).encode("utf-8"))
    _farewell(directory, graph, page, name)
    finish([*failures, *loaded.tally.failures], others=loaded.others)


def _make(directory: Path) -> None:
    """The folder to write into. Raises OutputError where there can be none."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{directory} cannot be made a folder ({error.strerror}); name another one.") from error


def _write_facts(path: Path, results: list[Result]) -> None:
    lines = [encode(result) + "\n" for result in results if not isinstance(result, Failure)]
    write_file(path, "".join(lines).encode("utf-8"))


def _title(command_line: str) -> None:
    """The command that would give what follows."""
    say(f"\n$ {command_line}\n")


def _show_card(store: Store, links: Table, graph: Path) -> str:
    """Print the card of the place that has the strongest link, and return its name."""
    name = str(links.rows[0][0]) if links.rows else ""
    found = search(store, name)
    if found.hits:
        _title(f"liantu lookup {name} --graph {graph}")
        click.echo(card_text(card(store, found.hits[0]), _EVIDENCE), nl=False)
    return name


def _farewell(directory: Path, graph: Path, page: Path, name: str) -> None:
    """What was made and what to try next."""
    say(
        f"\nMade in {directory}: facts.jsonl (the facts), {graph.name} (the graph), {page.name} (open it in a browser)."
    )
    say("Try next:")
    say(f"  liantu lookup {name or 'NAME'} --graph {graph}")
    say(f"  liantu query --graph {graph}                 (what can be asked)")
    say(f"  liantu ingest YOUR_FOLDER --graph {graph}    (your own documents)")
