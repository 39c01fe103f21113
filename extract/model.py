"""The values between the steps of extraction. All offsets are half-open character offsets into the clean text."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Self

from extract.own_names.model import NO_NAMES, OwnNames
from graph.facts import Scalar
from graph.values import value


@value
class Found:
    """A mention of an entity under its canonical name.

    `alias` is the surface form worth keeping (empty for pure pronouns such as 我市). `listed` is False for a
    mention that only serves relations: a region that stands inside another entity's name.
    """

    start: int
    end: int
    label: str
    name: str
    id: str
    alias: str = ""
    rule: str = ""
    listed: bool = True
    properties: Mapping[str, Scalar] = field(default_factory=dict)

    def moved(self, by: int) -> Self:
        """The same, so many characters further on."""
        return type(self)(
            self.start + by,
            self.end + by,
            self.label,
            self.name,
            self.id,
            self.alias,
            self.rule,
            self.listed,
            self.properties,
        )


@value
class Link:
    """A relation between two ids, said by the words at [start, end)."""

    source: str
    type: str
    target: str
    start: int
    end: int
    rule: str
    properties: Mapping[str, Scalar] = field(default_factory=dict)

    def moved(self, by: int) -> Self:
        """The same, so many characters further on."""
        return type(self)(
            self.source, self.type, self.target, self.start + by, self.end + by, self.rule, self.properties
        )


@value
class Piece:
    """A stretch of the text: a sentence, or a part of one between commas."""

    start: int
    end: int
    clause: int


@value
class Options:
    """What a caller may choose: the names that are known besides those of Liantu. May be pickled."""

    names: OwnNames = NO_NAMES

    @property
    def fingerprint(self) -> str:
        """Another one where the same text may give other facts; the same in every process and on every system."""
        return self.names.fingerprint


@value
class Topics:
    """Chains in force by place: under the path of a clause (offset from which, chain) in order. `headed` are those
    that stand as the clause's heading, so that they hold for the clauses below."""

    own: Mapping[tuple[int, ...], Sequence[tuple[int, Found]]]
    headed: Mapping[tuple[int, ...], Sequence[tuple[int, Found]]]
