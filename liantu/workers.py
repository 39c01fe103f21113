"""Processes that read documents: fresh interpreters, which end with this one whatever ends it."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.connection import wait
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from liantu import logs

Outcome = TypeVar("Outcome")


class _Context(SpawnContext):
    """Starts fresh interpreters on every system, and knows those that it started."""

    def __init__(self) -> None:
        super().__init__()
        self.started: list[BaseProcess] = []

    def Process(self, *given: Any, **named: Any) -> BaseProcess:  # type: ignore[override]
        """A process to be started."""
        made = super().Process(*given, **named)
        self.started.append(made)
        return made


class Workers:
    """A pool of processes."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        """Work in the processes of `pool`."""
        self._pool = pool

    def submit(self, work: Callable[..., Outcome], /, *given: Any) -> Future[Outcome]:
        """Have work done. A process that this starts does not hear Ctrl-C, which a terminal sends to all of a group."""
        mask = getattr(signal, "pthread_sigmask", None)
        if mask is None:
            return self._pool.submit(work, *given)
        before = mask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGHUP))
        try:
            return self._pool.submit(work, *given)
        finally:
            mask(signal.SIG_SETMASK, before)


@contextmanager
def workers(number: int, prepare: Callable[..., None], /, *given: Any) -> Iterator[Workers]:
    """A pool for a block of work, in which each process first calls `prepare(*given)`.

    Where the block is left by an error the processes are ended at once.
    """
    context, begin = _Context(), (logs.verbosity(), prepare, given)
    pool = ProcessPoolExecutor(number, mp_context=context, initializer=_begin, initargs=begin)
    try:
        yield Workers(pool)
    except BaseException:
        for process in context.started:
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(verbosity: int, prepare: Callable[..., None], given: tuple[Any, ...]) -> None:
    """What a process does first: it leaves the signals to its parent, and looks after it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logs.start(verbosity)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare(*given)


def _end_with_parent() -> None:
    """A parent that was killed ends nobody; a process without one would wait for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
