"""How long every export takes on the graph of bench/packs.py in a file, and how much memory beyond the open graph.

Run: make bench, or python bench/exports.py [DOCUMENTS] [FORMAT…]. The documents (200 unless told) are loaded as a user
would load them, since the copies for Neo4j are made of what was recorded then. Seconds are those of the processor.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from synthetic import documents

from graph.loading import load_many
from graph.stores import open_store
from liantu.hierarchy import divisions

FORMATS = ("graphml", "gexf", "csv", "xlsx", "neo4j-admin", "cypher")
# What runs in a process of its own, and prints its seconds and the megabytes that it held at most.
_RUN = r"""
import re, sys, time
from pathlib import Path
from liantu.app import app
try:
    app(sys.argv[1:], prog_name="liantu")
finally:
    held = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="utf-8"))
    print(f"{time.process_time():.1f} {int(held[1]) / 1024:.0f}")
"""


def measured(*arguments: str) -> tuple[float, float]:
    """Run a command of Liantu's; gives seconds and megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments], stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    seconds, megabytes = done.stdout.split()[-2:]
    return float(seconds), float(megabytes)


def _size(path: Path) -> float:
    """The megabytes of a file or a folder."""
    files = path.iterdir() if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files) / 1024**2


def main() -> None:
    """Make the graph and measure."""
    given = sys.argv[1:]
    number = int(given.pop(0)) if given and given[0].isdigit() else 200
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "exports.kgl")
        began = perf_counter()
        with open_store(path, writable=True) as store:
            for _, outcome in load_many(store, documents(number), divisions):
                assert outcome == "new"
            counts = store.counts()
        nodes, links = sum(counts.labels.values()), sum(counts.relations.values())
        print(f"{nodes:,} nodes and {links:,} relationships, loaded in {perf_counter() - began:.0f} s", flush=True)
        opened, held = measured("stats", "--graph", path)
        print(f"  {opened:6.1f} s  {held:5.0f} MB  to open it and count")
        for name in given or FORMATS:
            output = Path(folder) / name
            seconds, megabytes = measured("export", name, "-o", str(output), "--graph", path)
            print(f"  {seconds:6.1f} s  {megabytes:5.0f} MB  {name}: {_size(output):.0f} MB written", flush=True)


if __name__ == "__main__":
    main()
