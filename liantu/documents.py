"""Documents to facts, as many as there are: one bad document becomes a Failure and stops nothing."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from time import perf_counter

from extract.model import Options
from extract.reading import Input, Source, discover, read
from graph.errors import DataError, LiantuError
from liantu.outcome import Failure, Result, Skipped
from liantu.workers import workers

_AHEAD = 4
_LOG = logging.getLogger("liantu.extract")


def find_inputs(paths: Iterable[str]) -> tuple[list[Input], list[Failure]]:
    """The documents behind files, folders, globs and `-`, sorted by name, each once; and what led to none."""
    found: dict[str, Input] = {}
    failures: list[Failure] = []
    for path in paths:
        try:
            for item in discover([path]):
                found.setdefault(str(item if item == "-" else item.resolve()), item)
        except LiantuError as error:
            failures.append(Failure(str(error)))
    return sorted(found.values(), key=str), failures


def extract_all(inputs: Sequence[Input], jobs: int = 1, options: Options | None = None) -> Iterator[Result]:
    """The result of each input, in the order of the inputs, whatever the number of processes."""
    if jobs == 1 or len(inputs) < 2:
        return (extract_one(item, options) for item in inputs)
    return _together(inputs, jobs, options)


def extract_one(item: Input | Source, options: Options | None = None) -> Result:
    """Read one document and extract its facts, which the pipeline verifies against its text."""
    began = perf_counter()
    result = _extract(item, options)
    told = result.message if isinstance(result, Failure) else f"{len(result.relations)} relations"
    _LOG.info("%s: %s, in %.2f s", _name(item), told, perf_counter() - began)
    return result


def _extract(item: Input | Source, options: Options | None) -> Result:
    from extract.pipeline import extract_text  # not before something is read: often nothing is new

    try:
        source = item if isinstance(item, Source) else read(item)
        if not source.chinese:
            return Skipped(f"{source.name} holds no Chinese text and is skipped; give the Chinese document.")
        return extract_text(source.text, source.name, sha256=source.sha256, options=options)
    except DataError:
        # Our own data is broken: no document can do better, so it is said once.
        raise
    except LiantuError as error:
        return Failure(str(error))
    except Exception as error:
        # A fault of ours in one document must not cost the facts of the others; it is told, not hidden.
        told = f"{type(error).__name__}: {error}"
        return Failure(f"{_name(item)}: extraction failed ({told}); please report it with the document.")


def _together(inputs: Sequence[Input], jobs: int, options: Options | None) -> Iterator[Result]:
    """In several processes, a few documents ahead of what is asked for."""
    with workers(min(jobs, len(inputs)), _begin, options) as pool:
        waiting: deque[tuple[Input | Source, Future[Result]]] = deque()
        for item in inputs:
            # Only this process has the standard input.
            given = _read_or_fail(item) if item == "-" else item
            if isinstance(given, Failure):
                yield given
                continue
            waiting.append((given, pool.submit(_extract_here, given)))
            if len(waiting) >= jobs * _AHEAD:
                yield _outcome(*waiting.popleft(), options)
        while waiting:
            yield _outcome(*waiting.popleft(), options)


def _read_or_fail(item: Input) -> Source | Failure:
    """The source behind an input, or why there is none."""
    try:
        return read(item)
    except LiantuError as error:
        return Failure(str(error))


_own: Options | None = None  # of a process of the pool: the options of its run


def _begin(options: Options | None) -> None:
    """Give a process the options once: those with many names would take longer to send than a document to read."""
    global _own
    _own = options


def _extract_here(item: Input | Source) -> Result:
    """The work of a process of the pool."""
    return extract_one(item, _own)


def _outcome(item: Input | Source, future: Future[Result], options: Options | None) -> Result:
    """The result of one document; if a process died, the document is tried once more alone."""
    with suppress(BrokenProcessPool):
        return future.result()
    try:
        with workers(1, _begin, options) as pool:
            return pool.submit(_extract_here, item).result()
    except BrokenProcessPool:
        told = "the process that read it died, probably for want of memory; split the document"
        return Failure(f"{_name(item)}: {told}.")


def _name(item: Input | Source) -> str:
    return item.name if isinstance(item, Source) else str(item)
