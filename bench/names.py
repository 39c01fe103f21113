"""How long a name takes to be found, in each of the ways, in a graph of 100,000 names.

Run: make bench, or python bench/names.py for a file, python bench/names.py --server for a Neo4j server as well. Names
are those of all divisions, of bodies of each, and of firms made of places and trades. Limit: 1 s a name after opening.
On a file the seconds of the processor are counted, so that a machine that does something else meanwhile gives the same
figures; on a server the time that passes. The best of three counts.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice, product
from pathlib import Path
from time import perf_counter, process_time

from extract.gazetteers.regions import Region, regions
from graph.ids import entity_id
from graph.stores import Changes, NodeChange, Store, open_store
from liantu.readings import readings
from queries.names import find

NAMES = 100_000
LIMIT = 1.0
TRIES = 3
_BATCH = 10_000
_TRADES = ("科技", "新材料", "机械", "智能装备", "生物医药", "电子", "新能源", "钢铁", "食品", "电气")
_BRANDS = ("华中", "天宏", "湘星", "金科", "远东", "盛达", "信德", "光明", "海龙", "正阳")
# A text for each way, and texts that nothing is called.
TYPED = (
    *("长沙市", "长沙", "430100", "長沙", "潭市工信局", "市工信局", "发改委", "科技", "市"),
    *("loudi", "ld", "xiangtanyuan", "长沙远东科技公司", "株州市", "娄庭市", "娄庭"),
    *("长沙远东科技有现公司", "没有人叫这个名字", "nobody is called so"),
)


def nodes() -> Iterator[NodeChange]:
    """Divisions, bodies and firms."""
    table = regions()
    every = [region for level in ("province", "city", "county") for region in _divisions(level)]
    for region in every:
        place = {"shortName": region.short or None, "adcode": region.code, "level": region.level}
        known = {key: value for key, value in place.items() if value}
        yield _node(entity_id(region.label, region.code), region.label, region.name, region=True, **known)
    for region in every:
        yield _named("Agency", f"{table.body_name(region)}工业和信息化局")
        yield _named("Agency", f"{table.body_name(region)}发展和改革委员会")
    for region, brand, trade in product(every, _BRANDS, _TRADES):
        yield _named("Enterprise", f"{region.short or region.name}{brand}{trade}有限公司")


def _divisions(level: str) -> list[Region]:
    table = regions()
    found = (region for name, _ in table.names((level,)) for region in table.candidates(name))
    return list({region.code: region for region in found if region.level == level}.values())


def _named(label: str, name: str) -> NodeChange:
    return _node(entity_id(label, name), label, name)


def _node(key: str, label: str, name: str, *, region: bool = False, **known: str) -> NodeChange:
    return NodeChange(key, label, region, True, {"name": name, "aliases": [], "support": "{}", **known})


def fill(store: Store) -> None:
    """Write the names, each once."""
    left = islice({node.id: node for node in islice(nodes(), NAMES * 2)}.values(), NAMES)
    while batch := tuple(islice(left, _BATCH)):
        store.write(lambda transaction, batch=batch: transaction.apply(Changes(batch)))  # type: ignore[misc]


def measure(where: str, clock: Callable[[], float]) -> None:
    """Print the time of each text, and of the slowest."""
    with open_store(where, writable=True) as store:
        fill(store)
    with open_store(where) as store:
        slowest = 0.0
        for text in TYPED:
            times = list[float]()
            while len(times) < TRIES:
                began = clock()
                found = find(store, text, readings=readings)
                times.append(clock() - began)
            slowest = max(slowest, min(times))
            way = found.hits[0].way if found.hits else f"none, {len(found.nearest)} near"
            print(f"  {min(times):.2f} s  {text}: {len(found.hits):,} ({way})", flush=True)
    print(f"the slowest of {len(TYPED)} names among {NAMES:,}: {slowest:.2f} s (limit {LIMIT:g} s)")


def main() -> None:
    """A file, and a server where that is asked for."""
    with tempfile.TemporaryDirectory() as folder:
        measure(str(Path(folder) / "names.kgl"), process_time)
    if "--server" in sys.argv[1:]:
        from neo4j_server import launch

        server = launch()
        try:
            os.environ |= server.environment
            measure(server.uri, perf_counter)
        finally:
            server.remove()


if __name__ == "__main__":
    main()
