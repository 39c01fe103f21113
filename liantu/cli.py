"""The entry point of the command `liantu`."""

import os
import sys


def main() -> None:
    """Run the command line. Help and version are answered at once; anything else loads click and one command."""
    _speak_utf8()
    from liantu.overview import overview, version

    arguments = sys.argv[1:]
    completing = "_LIANTU_COMPLETE" in os.environ  # a shell asks what may follow
    if arguments in ([], ["--help"], ["-h"]) and not completing:
        sys.stdout.write(overview())
    elif arguments == ["--version"]:
        sys.stdout.write(version())
    else:
        try:
            _run(completing)
        except KeyboardInterrupt:  # before anybody listened
            raise SystemExit(130) from None


def _run(completing: bool) -> None:
    """One command, to a clean end also when a signal asks for one."""
    from liantu.interrupts import Interrupted, deafen, finish, listen

    listen()
    try:
        from liantu.app import app

        if completing:
            from liantu.shells import register

            register()
        app(prog_name="liantu")
    except Interrupted as interrupted:
        finish(interrupted)
    finally:
        deafen()
        _let_go()


def _let_go() -> None:
    """Drop what standard output did not take, which was told: Python would fail over it once more, with code 120."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _speak_utf8() -> None:
    """Files and pipes get UTF-8 on every system; a terminal keeps its own encoding, with no character fatal."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
