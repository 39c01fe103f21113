"""How many times `python -c pass` the command `liantu --help` takes. The limit is 3.

Run: python bench/startup.py. The two are run in turn, so that a busy machine slows both, and medians are compared.
"""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

RUNS = 30
LIMIT = 3.0


def seconds(arguments: list[str]) -> float:
    """The wall-clock time of one run of a command."""
    began = perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - began


def command() -> list[str]:
    """The installed command if it stands beside this Python, else the module."""
    script = Path(sys.executable).with_name("liantu")
    return [str(script)] if script.exists() else [sys.executable, "-m", "liantu"]


def ratio(runs: int = RUNS) -> float:
    """The median time of `liantu --help` over that of an empty Python program."""
    pairs = [(seconds([sys.executable, "-c", "pass"]), seconds([*command(), "--help"])) for _ in range(runs)]
    return median(pair[1] for pair in pairs) / median(pair[0] for pair in pairs)


if __name__ == "__main__":
    print(f"liantu --help takes {ratio():.2f} times python -c pass (limit {LIMIT})")
