"""Kinds of things as people type them: the ontology's label or its Chinese name."""

from collections.abc import Mapping
from functools import cache

import click
from click.shell_completion import CompletionItem

from graph.ontology import ontology


class Kind(click.ParamType[tuple[str, ...]]):
    """The labels that a word stands for: one of the ontology, by label or Chinese name, or all divisions as Region."""

    name = "type"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The labels. Raises BadParameter with the words there are."""
        if isinstance(value, tuple):
            return value
        known = {word.casefold(): labels for word, (labels, _) in words().items()}
        if value.strip().casefold() not in known:
            self.fail(f"{value!r} is no type; the types are {', '.join(words())}.", param, ctx)
        return known[value.strip().casefold()]

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The words that begin so, in either language."""
        begun = incomplete.casefold()
        return [
            CompletionItem(word, help=help_)
            for word, (_, help_) in words().items()
            if word.casefold().startswith(begun)
        ]


@cache
def words() -> Mapping[str, tuple[tuple[str, ...], str]]:
    """Each word with the labels that it stands for and its name in the other language."""
    known = {name: label for name, label in ontology().labels.items() if name not in ("Clause", "Target")}
    divisions = ontology().region_labels
    english = {name: ((name,), label.zh) for name, label in known.items()} | {"Region": (divisions, "地区")}
    return english | {zh: (labels, name) for name, (labels, zh) in english.items()}
