"""What the shell completes: names of packs, their parameters, and the values that these allow."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from graph.errors import LiantuError
from queries import Pack, packs


def _known(context: click.Context) -> tuple[Pack, ...]:
    """The packs; none where a folder of the user's is broken, since completion has no place for an error."""
    own = context.params.get("own") or ()
    try:
        return packs(tuple(map(Path, own)))
    except LiantuError:
        return packs()


def complete_pack(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Packs whose names begin so, with their titles."""
    return [CompletionItem(pack.name, help=pack.title) for pack in _known(context) if pack.name.startswith(typed)]


def complete_value(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """`key=` for the parameters of the pack named before, and `key=value` where a parameter has a list of values."""
    # An option without its value yet ends the parsing: the words before it are still arguments.
    words = (context.params.get("name"), *context.args)
    parameters = [item for pack in _known(context) if pack.name in words for item in pack.parameters]
    found = [
        CompletionItem(f"{item.name}={value}", help=item.about)
        for item in parameters
        for value in item.choices or ("",)
    ]
    return [item for item in found if item.value.startswith(typed)]
