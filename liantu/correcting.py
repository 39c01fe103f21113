"""Corrections on their way through a run: found, applied to every document that passes, and told at the end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from graph.corrections import Correction, Corrections, read_corrections, why_not
from graph.errors import LiantuError, TableError
from graph.facts import Document
from graph.stores import Store, chosen, open_store
from liantu.options import plural, say
from liantu.outcome import Failure, Result
from liantu.output.safe import safe

NAME = "corrections.csv"
_SHOWN = 10
_RECORDS = "MATCH (p:Policy) WHERE p.corrections IS NOT NULL RETURN p.corrections AS corrections"

corrections_option = click.option(
    "--corrections",
    "corrections",
    type=click.Path(path_type=Path),
    envvar="LIANTU_CORRECTIONS",
    show_envvar=True,
    default=None,
    metavar="FILE",
    help=f"Put facts right by this table (.csv, .xlsx); default: {NAME} beside the graph file, if it is there.",
)


def table_beside(graph: str | None) -> Path | None:
    """Where the corrections of a graph file are kept by default; None for a server."""
    place = chosen(graph)
    return None if "://" in place else Path(place).parent / NAME


def corrections_for(given: Path | None, graph: str | None) -> Corrections:
    """The corrections in a file, else those beside the graph, else none. Raises TableError."""
    if given is not None:
        return read_corrections(given)
    beside = table_beside(graph)
    if beside is None:
        return Corrections(())
    workbook = beside.with_suffix(".xlsx")
    found = [path for path in (beside, workbook) if path.is_file()]
    if len(found) > 1:
        raise TableError(f"There are both {beside} and {workbook}; name one with --corrections, or remove one.")
    return read_corrections(found[0]) if found else Corrections(())


def correcting(given: Path | None, graph: str | None) -> "Correcting":
    """A run of a command with the corrections in a file, or those beside the graph, of which a line tells."""
    corrections = corrections_for(given, graph)
    if given is None and corrections.lines:
        lines = plural(len(corrections.lines), "line")
        say(f"Corrections of {safe(corrections.source)} are applied ({lines}).")
    return Correcting(corrections)


@dataclass(slots=True)
class Correcting:
    """One run: `corrected` passes documents on; what it met on the way is told by `tell`."""

    corrections: Corrections
    _effective: set[Correction] = field(default_factory=set)
    _reasons: dict[Correction, str] = field(default_factory=dict)
    _policies: set[str] = field(default_factory=set)
    _lost: list[str] = field(default_factory=list)

    def corrected(self, results: Iterable[Result]) -> Iterator[Result]:
        """The results with every document corrected. One in which lines undo one another becomes a Failure."""
        if not self.corrections.lines:
            yield from results
            return
        for result in results:
            yield result if isinstance(result, Failure) else self._corrected(result)

    def _corrected(self, document: Document) -> Result:
        from liantu.identity import identify  # with the names of all places: not before a document comes

        self._policies |= self.corrections.policies(document)
        try:
            found = self.corrections.apply(document, identify)
        except TableError as error:
            return Failure(f"{document.policy.source}: {error}")
        self._effective |= found.effective
        for line, reason in found.reasons.items():
            self._reasons.setdefault(line, reason)
        self._lost += found.lost
        return found.document

    def outcome(self, store: Store | None = None) -> "Outcome":
        """What became of the lines. One that holds in another document of the graph `store` is in effect, too."""
        held = set(self._effective)
        if store is not None:
            held |= set(self.corrections.effective_by(str(row[0]) for row in store.read(_RECORDS).rows))
        rest = [line for line in self.corrections.lines if line not in held]
        elsewhere = [line for line in rest if line.scope and line.scope not in self._policies]
        idle = tuple((line, self._reasons.get(line) or why_not(line)) for line in rest if line not in elsewhere)
        return Outcome(self.corrections, len(held), idle, tuple(elsewhere), tuple(dict.fromkeys(self._lost)))

    def tell(self, graph: str | None = None, *, stored: bool = False) -> dict[str, Any]:
        """Say what became of the lines, on standard error; gives the same for JSON, {} where there are no lines.

        `stored`: the documents went into `graph`, which knows of the lines that hold in others.
        """
        if not self.corrections.lines:
            return {}
        outcome = self.outcome()
        if stored and outcome.idle:
            outcome = self._in_graph(graph) or outcome
        outcome.say()
        return {"corrections": outcome.record()}

    def _in_graph(self, graph: str | None) -> "Outcome | None":
        try:
            with open_store(graph) as store:
                return self.outcome(store)
        except LiantuError:
            return None  # there is no graph, which is told where it was to be written


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the lines of a table: how many hold, which apply to nothing and why, which are about policies
    that were not read; and the relations that went because the ontology does not allow them any more."""

    corrections: Corrections
    effective: int
    idle: tuple[tuple[Correction, str], ...]
    elsewhere: tuple[Correction, ...]
    lost: tuple[str, ...]

    def say(self) -> None:
        """Tell it on standard error: the counts in a line, then what to look at."""
        counts = f"{self.effective:,} in effect, {len(self.idle):,} without effect"
        others = f", {len(self.elsewhere):,} for policies that were not read" if self.elsewhere else ""
        say(f"Corrections: {counts}{others}.")
        for line, reason in self.idle[:_SHOWN]:
            say(f"Warning: {safe(line.where)}: {safe(line.text)} applies to nothing: {safe(reason)}.")
        if len(self.idle) > _SHOWN:
            source = safe(self.corrections.source)
            say(f"… and {len(self.idle) - _SHOWN:,} more; see `liantu corrections check {source}`.")
        for text in self.lost[:_SHOWN]:
            say(f"Note: {safe(text)} went with the change of type.")
        if len(self.lost) > _SHOWN:
            say(f"… and {len(self.lost) - _SHOWN:,} more relations that the new types do not allow.")

    def record(self) -> dict[str, Any]:
        """The same in full for a program."""
        return {
            "file": self.corrections.source,
            "effective": self.effective,
            "idle": [{"line": line.line, "decision": line.text, "why": why} for line, why in self.idle],
            "other_policies": [line.line for line in self.elsewhere],
            "lost": list(self.lost),
        }
