"""`liantu view`: pictures, one subcommand each."""

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from graph.errors import QueryError
from graph.stores import Store, open_store
from liantu.destination import free, output_option
from liantu.naming import resolve
from liantu.options import StrictGroup, graph_option
from liantu.parameters import parameters_option, typed
from liantu.pictures import WRITERS, chosen_format, finished, today, write_picture
from liantu.progress import waiting
from viz import LAYOUTS, READABLE, LinksOptions, Picture, ViewOptions, views

Make = Callable[..., Picture]
# The pictures by name, each by what makes it of a store, ViewOptions and its own arguments; filled by `view`.
PICTURES: dict[str, Make] = {}


@click.group(cls=StrictGroup, options_metavar="", subcommand_metavar="PICTURE [OPTIONS]")
def command() -> None:
    """Draw one HTML page that opens offline in any browser; nothing on it asks the network.

    A click on a line of the picture shows the sentences that say so. With -o NAME.svg or NAME.png it is a figure for a
    report instead; PNG needs a browser on this machine. Names may be aliases, or parts of a name.

    \b
    Example:
      liantu view links --group 株潭娄 -o links.html
      liantu view chain 先进钢铁材料 -o steel.svg
    """


_OPTIONS = (
    output_option(help="Default: PICTURE.html."),
    click.option(
        "--format",
        "format_name",
        type=click.Choice(tuple(WRITERS)),
        envvar="LIANTU_VIEW_FORMAT",
        help="Default: by the ending of -o.",
    ),
    click.option("--since", type=click.IntRange(1949, 2100), metavar="YEAR", help="Only documents issued since YEAR."),
    click.option(
        "--confidence", type=click.FloatRange(0, 1), default=0.0, metavar="C", help="Only facts so sure, 0 to 1."
    ),
    click.option("--layout", type=click.Choice(tuple(LAYOUTS)), help="How to arrange it; default: the view's own."),
    click.option("--all", "everything", is_flag=True, help=f"Draw all, even more than {READABLE} nodes."),
    graph_option,
)


def view(make: Make) -> click.Command:
    """A subcommand that draws what `make(store, options, ...)` returns; its own options come before these."""

    @functools.wraps(make)
    def run(
        output: Path | None, format_name: str | None, since: int | None, confidence: float, layout: str | None,
        everything: bool, graph: str | None, **arguments: Any,
    ) -> None:  # fmt: skip
        target = output or free(Path(f"{make.__name__}.{format_name or 'html'}"))
        kind = chosen_format(format_name, target)
        most = None if everything else READABLE
        options = ViewOptions(since=since, confidence=confidence, layout=layout, most=most, date=today())
        with waiting("drawing"), open_store(graph, writable=False) as store:
            picture = make(store, options, **arguments)
        write_picture(finished(picture, options), target, kind)

    PICTURES[make.__name__] = make
    decorated: Any = run
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    made: click.Command = command.command(make.__name__)(decorated)
    return made


@view
@click.option("--focus", metavar="PLACE", help="Only the links of this place.")
@click.option("--group", metavar="GROUP", help="Only the links of this city group and of its members.")
@click.option("--mode", metavar="MODE", help="Only this way of cooperating, such as 对接.")
@click.option("--unfold", is_flag=True, help="Links with a group also to its members, as derived ones.")
def links(
    store: Store,
    options: ViewOptions,
    focus: str | None = None,
    group: str | None = None,
    mode: str | None = None,
    unfold: bool = False,
) -> Picture:
    """Regions and city groups, linked by the clauses that state a cooperation.

    \b
    Example:
      liantu view links --group 株潭娄 --since 2020 -o links.html
    """
    focus, group = (name and resolve(store, name, kind) for name, kind in ((focus, "place"), (group, "group")))
    return views.links(
        store,
        LinksOptions(
            since=options.since, confidence=options.confidence, layout=options.layout, most=options.most,
            date=options.date, focus=focus, group=group, mode=mode, unfold=unfold,
        ),
    )  # fmt: skip


@view
@click.argument("name")
def chain(store: Store, options: ViewOptions, name: str) -> Picture:
    """A chain: places and parks that develop it, enterprises by role, those wanted, sub-chains, targets.

    \b
    Example:
      liantu view chain 先进钢铁材料 -o steel.html
    """
    return views.chain(store, resolve(store, name, "chain"), options)


@view
@click.argument("name")
def agency(store: Store, options: ViewOptions, name: str) -> Picture:
    """An agency: its clauses by document, as lead and as member, and the units that answer for them with it.

    \b
    Example:
      liantu view agency 湖南省工业和信息化厅 -o agency.html
    """
    return views.agency(store, resolve(store, name, "agency"), options)


@view
@click.argument("title")
def policy(store: Store, options: ViewOptions, title: str) -> Picture:
    """One document: its sections, who answers for what, its targets, the chains, parks and enterprises it names.

    TITLE is the title, a part of it, or the number of the document.

    \b
    Example:
      liantu view policy 支持娄底市先进材料产业高质量发展若干政策措施 -o policy.html
    """
    return views.policy(store, resolve(store, title, "policy"), options)


@view
@click.argument("name")
def region(store: Store, options: ViewOptions, name: str) -> Picture:
    """A place and all that is said of it.

    \b
    Example:
      liantu view region 娄底 -o loudi.html
    """
    return views.region(store, resolve(store, name, "place"), options)


@view
@click.argument("name")
@click.option("--depth", type=click.IntRange(1, 3), default=1, help="How many steps around it.")
def ego(store: Store, options: ViewOptions, name: str, depth: int = 1) -> Picture:
    """Anything with what it is tied to, in one to three steps.

    \b
    Example:
      liantu view ego 湘潭经开区 --depth 2 -o park.html
    """
    return views.ego(store, resolve(store, name, "entity"), options, depth=depth)


@view
@click.argument("names", nargs=-1, required=True, metavar="REGION REGION...")
def shared(store: Store, options: ViewOptions, names: tuple[str, ...]) -> Picture:
    """Two or more regions: which chains and enterprises they share, and which each has alone.

    \b
    Example:
      liantu view shared 娄底 湘潭 -o shared.html
    """
    keys = tuple(dict.fromkeys(resolve(store, name, "region") for name in names))
    if len(keys) < 2:
        raise QueryError(f"{'、'.join(names)} is one region; name two or more, as in liantu view shared 娄底 湘潭.")
    return views.shared(store, keys, options)


@view
@click.argument("start")
@click.argument("end")
def path(store: Store, options: ViewOptions, start: str, end: str) -> Picture:
    """How two things hang together: all shortest ways between them, each step with its sentence.

    \b
    Example:
      liantu view path 娄底 粤港澳大湾区 -o path.html
    """
    ends = resolve(store, start, "entity"), resolve(store, end, "entity")
    if ends[0] == ends[1]:
        raise QueryError(f"{start} and {end} are the same; name two different things.")
    return views.path(store, *ends, options)


@view
@click.argument("statement", metavar="'MATCH ...'")
@parameters_option
def query(store: Store, options: ViewOptions, statement: str, parameters: Mapping[str, Any] | None = None) -> Picture:
    """What a query in Cypher returns as nodes, relationships and paths. Statements that write are refused.

    \b
    Example:
      liantu view query 'MATCH (a:Park)-[r:DEVELOPS]->(b) RETURN a, r, b' -o parks.html
    """
    return views.query(store, statement, {key: typed(value) for key, value in (parameters or {}).items()}, options)
