"""What `-v` tells: the loggers of Liantu on standard error, each line made harmless; nothing without it."""

import logging
import sys
import time

from liantu.output.safe import safe

ROOT = "liantu"
_LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)


class _Harmless(logging.Formatter):
    """Seconds since the start, the package, and the message on one line, as a terminal may show it."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        began = time.monotonic() - _BEGAN
        return f"{began:8.2f} s {record.name.removeprefix(ROOT + '.')}: {safe(' '.join(record.getMessage().split()))}"


_BEGAN = time.monotonic()


def start(verbosity: int) -> None:
    """Tell more from now on: 1 for what is done, 2 for each statement with its parameters; never less than before."""
    logger = logging.getLogger(ROOT)
    level = _LEVELS[min(verbosity, len(_LEVELS) - 1)]
    if level >= logging.WARNING or (logger.handlers and logger.level <= level):
        return
    logger.setLevel(level)
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(_Harmless())
        logger.addHandler(handler)
        logger.propagate = False


def verbose() -> bool:
    """Whether `-v` was given."""
    return logging.getLogger(ROOT).isEnabledFor(logging.INFO)


def verbosity() -> int:
    """How often `-v` was given, for a process that is to tell as much as this one."""
    logger = logging.getLogger(ROOT)
    return sum(logger.isEnabledFor(level) for level in _LEVELS[1:])
