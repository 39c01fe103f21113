"""How long the lookup and every pack take on a graph of 100,000 nodes and more than 500,000 relationships in a file.

Run: make bench, or python bench/packs.py. Each is asked about the busiest place, chain, agency … of the graph, once
with no more parameters than it needs and once with all its filters. Limit: 1 s after opening; those that take longer
are named, with the reason where it is known. Counted are the seconds of the processor, so that a machine which does
something else meanwhile gives the same figures. `python bench/packs.py NAME…` prints the time of these packs.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import perf_counter, process_time

from synthetic import documents, fill

from graph.stores import Store, open_store
from queries import Pack, packs, run
from queries.lookup import card, search

LIMIT = 1.0
# What takes too long is asked again; the best time counts.
TRIES = 3
# The packs that may not keep the limit where they are asked without a filter, and why; docs/packs.md says so too.
REASONS: Mapping[str, str] = {
    "single_source": "all facts of the graph are grouped, and most of them are the answer; give relation or entity",
    "unfolded_links": "the answer is a row for each pair that a group of cities brings together; give region",
    "target_changes": "the answer is every target of every document that replaces another; give policy",
    "attracted": "all firms that are to come are compared with the places where they lie",
    "leading_enterprises": "every firm of a role is a row, with its chains and places; give role or region",
    "central_chains": "shortest connections are counted through a network of 40,000 links; give region",
    "document_facts": "all facts of the graph are counted",
    "duplicates": "all names of the graph are compared; give kind",
}
# The name of the node that most relationships of a type go from or to, by type of parameter.
_BUSIEST = {
    "region": ("City", "<-[r:LOCATED_IN]-"),
    "place": ("City", "<-[r:LOCATED_IN]-"),
    "group": ("CityGroup", "<-[r:MEMBER_OF]-"),
    "chain": ("IndustryChain", "<-[r:DEVELOPS]-"),
    "park": ("Park", "<-[r:LOCATED_IN]-"),
    "agency": ("Agency", "-[r:RESPONSIBLE_FOR]->"),
    "policy": ("Policy", "-[r:CITES]->"),
    "entity": ("City", "<-[r:LOCATED_IN]-"),
}
# Values of other parameters, and of the second place or entity that a pack asks for, which is not to be the first.
_VALUES = {"day": "2020-06-30", "from": "2019-01-01", "to": "2022-12-31", "metric": "产值", "year": "2025"}
_SECOND = {"region": "长沙市", "entity": "工程机械"}
_NAMES = ("华中", "工业和信息化", "nobody is called so")


def busiest(store: Store) -> dict[str, str]:
    """What to ask about, by type of parameter."""
    return {
        kind: store.read(
            f"MATCH (n:{label}){pattern}() WITH n, count(r) AS links RETURN n.name AS name "
            "ORDER BY links DESC, n.id LIMIT 1"
        ).rows[0][0]
        for kind, (label, pattern) in _BUSIEST.items()
    }


def parameter_sets(pack: Pack, known: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """What a pack needs, and then all that it takes of places, chains and the like."""
    needed, all_of_them = {}, {}
    for item in pack.parameters:
        value = _SECOND.get(item.type, "") if item.name == "b" else _VALUES.get(item.name) or known.get(item.type, "")
        if item.default is None:
            needed[item.name] = value
        if item.default is None or (item.type in known and item.name not in ("c", "group")):
            all_of_them[item.name] = value
    yield needed
    if all_of_them != needed:
        yield all_of_them


def best(work: Callable[[], int]) -> tuple[float, int]:
    """The seconds that work takes at best, and what it returns."""
    times: list[float] = []
    result = 0
    while not times or (min(times) > LIMIT and len(times) < TRIES):
        began = process_time()
        result = work()
        times.append(process_time() - began)
    return min(times), result


def questions(store: Store, only: tuple[str, ...]) -> Iterator[tuple[str, str, Callable[[], int]]]:
    """(name, what is asked, how to ask it; the number of rows comes back)."""
    known = busiest(store)

    def look_up(name: str) -> int:
        hits = search(store, name).hits
        return len(card(store, hits[0]).ties) if hits else 0

    for name in () if only else dict.fromkeys([*known.values(), *_NAMES]):
        yield "lookup", name, lambda name=name: look_up(name)  # type: ignore[misc]
    for pack in packs():
        if not only or pack.name in only:
            for given in parameter_sets(pack, known):
                shown = " ".join(f"{key}={value}" for key, value in given.items())
                yield pack.name, shown, lambda pack=pack, given=given: len(run(store, pack.name, given).rows)  # type: ignore[misc]


def measure(store: Store, only: tuple[str, ...]) -> None:
    """Print the times of those asked for, or of all what keeps the limit and what does not."""
    times: list[float] = []
    for name, asked, work in questions(store, only):
        seconds, found = best(work)
        times.append(seconds)
        if only or seconds > LIMIT:
            reason = REASONS.get(name, "") if seconds > LIMIT else ""
            print(f"  {seconds:.2f} s  {name} {asked}: {found:,} rows" + (f"; {reason}" if reason else ""), flush=True)
    slow = sum(seconds > LIMIT for seconds in times)
    print(
        f"{len(times)} lookups and questions: {len(times) - slow} within {LIMIT:g} s, {slow} not; "
        f"the longest {max(times):.2f} s, {sum(times):.1f} s in all"
    )


def main() -> None:
    """Make the graph and measure."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "packs.kgl")
        began = perf_counter()
        with open_store(path, writable=True) as store:
            fill(store, documents())
            counts = store.counts()
        nodes, links = sum(counts.labels.values()), sum(counts.relations.values())
        print(f"{nodes:,} nodes and {links:,} relationships, made in {perf_counter() - began:.0f} s", flush=True)
        with open_store(path) as store:
            measure(store, tuple(sys.argv[1:]))


if __name__ == "__main__":
    main()
