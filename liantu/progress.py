"""Progress on standard error: for people only, and only when there is something to wait for."""

import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from liantu.logs import verbose

if TYPE_CHECKING:
    from rich.console import Console

Item = TypeVar("Item")
_PATIENCE = 1.0
_CHUNK = 1 << 20


def shown() -> bool:
    """Whether somebody looks: standard error is a terminal, and `-v` does not tell each step anyway."""
    return sys.stderr.isatty() and not verbose()


def track(items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
    """Pass items on; after a second, on a terminal, draw a bar with rate and remaining time."""
    if not shown():
        yield from items
        return
    began = time.monotonic()
    iterator = iter(items)
    for done, item in enumerate(iterator, start=1):
        yield item
        if time.monotonic() - began > _PATIENCE:
            yield from _draw(iterator, done, total, label, began)


def _draw(items: Iterator[Item], done: int, total: int, label: str, began: float) -> Iterator[Item]:
    """The rest of the items under a bar that vanishes at the end."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[rate]}")
    columns: Any = (TextColumn(label), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=_console(), transient=True) as bar:
        task = bar.add_task(label, total=total, completed=done, rate="")
        for item in items:
            yield item
            done += 1
            bar.update(task, completed=done, rate=f"{done / (time.monotonic() - began):.1f}/s")


@contextmanager
def waiting(label: str) -> Iterator[None]:
    """A block of work of which no part can be counted: after a second, on a terminal, a sign that it goes on."""
    if not shown():
        yield
        return
    ended = threading.Event()
    sign = threading.Thread(target=_turn, args=(label, ended), daemon=True)
    sign.start()
    try:
        yield
    finally:
        ended.set()
        sign.join()


def _turn(label: str, ended: threading.Event) -> None:
    """Draw a sign with the seconds until the work ends."""
    if ended.wait(_PATIENCE):
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns: Any = (SpinnerColumn(), TextColumn(label), TimeElapsedColumn())
    with Progress(*columns, console=_console(), transient=True) as bar:
        bar.add_task(label, total=None)
        ended.wait()


def _console() -> "Console":
    from rich.console import Console

    return Console(stderr=True)


def lines_of(files: Iterable[Path]) -> int:
    """How many lines files have, for a bar; 0 where nobody looks, or for a file that cannot be read."""
    if not shown():
        return 0
    count = 0
    for file in files:
        try:
            with file.open("rb") as stream:
                while chunk := stream.read(_CHUNK):
                    count += chunk.count(b"\n")
        except OSError:
            continue
    return count
