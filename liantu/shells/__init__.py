"""Completion in the shells: the script of each, and how it is answered.

Ours differ from click's where a parameter of a pack is completed (`-p region=`): bash takes `=` for the end of a word,
and no space may follow a key that waits for its value.
"""

import os
from collections.abc import Mapping
from importlib.resources import files

from click import Command
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    split_arg_string,
)

PROGRAM = "liantu"
VARIABLE = "_LIANTU_COMPLETE"


def _template(name: str) -> str:
    return files("liantu.shells").joinpath(name).read_text(encoding="utf-8")


class Bash(BashComplete):
    """Reads the line up to the cursor as it was typed, since bash cuts words at = and :."""

    source_template = _template("bash.sh")

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one in work, and this one; also for the script of click, which some may have kept."""
        line = os.environ.get("COMP_TYPED")
        if line is None:
            return super().get_completion_args()
        words = split_arg_string(line)[1:]
        if not words or line[-1:].isspace():
            return words, ""
        return words[:-1], words[-1]

    def format_completion(self, item: CompletionItem[str]) -> str:
        """The value without what bash takes for a word of its own before it."""
        typed = self.get_completion_args()[1]
        head = typed[: max(typed.rfind(sign) for sign in "=:") + 1]
        return f"{item.type},{str(item.value).removeprefix(head)}"


class Zsh(ZshComplete):
    """As click's, but for the script."""

    source_template = _template("zsh.sh")


SHELLS: Mapping[str, type[ShellComplete]] = {"bash": Bash, "zsh": Zsh, "fish": FishComplete}


def script(shell: str, command: Command) -> str:
    """What a shell has to run so that it completes our command."""
    answering = SHELLS[shell](command, {}, PROGRAM, VARIABLE)
    return answering.source_template % answering.source_vars()


def register() -> None:
    """Have click answer by these."""
    for answering in SHELLS.values():
        add_completion_class(answering)
