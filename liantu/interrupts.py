"""A clean end when somebody asks for one: Ctrl-C, the end of the terminal, or the word of the system.

The first signal leaves the program as an exception, so that everything under way is closed and taken back; further ones
are not heard meanwhile. Signals that whoever started the program had switched off (nohup) stay off.
"""

import logging
import signal
import sys
import threading
from types import FrameType
from typing import Any

_ASKED = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
_SENTENCE = "Interrupted; what was loaded stays loaded, and nothing half-written is left.\n"


class Interrupted(BaseException):
    """The program is to end. No Exception, so that nothing on the way takes it for a fault that can be passed over."""

    def __init__(self, number: int) -> None:
        """`number` is that of the signal."""
        super().__init__(number)
        self.number = number

    @property
    def code(self) -> int:
        """The exit code by which shells know that a program was ended by this signal: 130 after Ctrl-C."""
        return 128 + self.number


def listen() -> None:
    """From now on the signals raise Interrupted in the main thread."""
    for number in _ASKED:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _raise)
    sys.unraisablehook = _swallowed


def behind(error: BaseException) -> Interrupted | None:
    """The signal behind an error, if it broke out while the signal was being obeyed: what a library that is stopped in
    the middle of its work says when it is closed is of no account."""
    before: BaseException | None = error
    while before is not None and not isinstance(before, Interrupted):
        before = before.__context__
    return before


def finish(interrupted: Interrupted) -> None:
    """Say that the program ended early, and leave with the code for it."""
    sys.stderr.write(_SENTENCE)
    raise SystemExit(interrupted.code)


def deafen() -> None:
    """Do not hear the signals any more: the program is at its end."""
    for number in _ASKED:
        signal.signal(number, signal.SIG_IGN)


def _raise(number: int, _frame: FrameType | None) -> None:
    deafen()
    raise Interrupted(number)


def _swallowed(fault: Any) -> None:
    """Python drops what is raised while it tidies up an object; a signal is sent once more, a little later.

    The rest is of use to nobody but us: it follows an error that was told.
    """
    if not isinstance(fault.exc_value, Interrupted):
        logging.getLogger("liantu").debug("dropped by Python: %r in %r", fault.exc_value, fault.object)
        return
    number = fault.exc_value.number
    signal.signal(number, _raise)
    threading.Timer(0.02, _send, (number,)).start()


def _send(number: int) -> None:
    """Send a signal to the main thread, which alone hears it and may be asleep."""
    main = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main is not None:
        signal.pthread_kill(main, number)
    else:
        signal.raise_signal(number)
