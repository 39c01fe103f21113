"""Progress on standard error: for people only, and only when there is something to wait for."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
_PATIENCE = 1.0


def track(items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
    """Pass items on; after a second, on a terminal, draw a bar with rate and remaining time."""
    if not sys.stderr.isatty():
        yield from items
        return
    began = time.monotonic()
    iterator = iter(items)
    for done, item in enumerate(iterator, start=1):
        yield item
        if time.monotonic() - began > _PATIENCE:
            yield from _draw(iterator, done, total, label)


def _draw(items: Iterator[Item], done: int, total: int, label: str) -> Iterator[Item]:
    """The rest of the items under a bar that vanishes at the end."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total, completed=done)
        for item in items:
            yield item
            bar.advance(task)
