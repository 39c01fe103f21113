"""One decided line, and the forms under which names and policies are compared."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from graph.facts import Scalar
from graph.ids import canonical_key
from graph.ontology import ontology

# A label and a name as people write it; and the same with the name in canonical form, by which it is found.
Name = tuple[str, str]
Key = tuple[str, str]
_BRACKETS = re.compile(r"[\[\]()〔〕【】{}]")


@dataclass(frozen=True, slots=True, eq=False)
class Correction:
    """A line of a table of corrections, read and checked. What it does not tell is an empty string.

    `decision` is a key of DECISIONS, `type` and `other_type` are labels, `relation` is a relation type; `others` are
    the names in the column other_name. `where` tells file and line, `text` says the decision in Chinese. Two are the
    same only where they are one line.
    """

    line: int
    where: str
    decision: str
    name: str
    type: str = ""
    other_type: str = ""
    others: tuple[str, ...] = ()
    relation: str = ""
    policy: str = ""
    sentence: str = ""
    detail: str = ""
    who: str = ""
    when: str = ""
    note: str = ""
    text: str = ""

    @property
    def other(self) -> str:
        """The first of the other names."""
        return self.others[0] if self.others else ""

    @property
    def key(self) -> Key:
        """What the line is about."""
        return self.type, canonical_key(self.name)

    @property
    def scope(self) -> str:
        """The policy in which the line holds, as it is compared; empty if it holds in all."""
        return policy_key(self.policy) if self.policy else ""


@dataclass(frozen=True, slots=True)
class Identity:
    """What an entity is known by: its id, its canonical name, and the properties that come with them."""

    id: str
    name: str
    properties: Mapping[str, Scalar] = field(default_factory=dict)


# (label, name, region the document is about or '') → who that is, None if nobody is known by the name.
Identify = Callable[[str, str, str], Identity | None]


def policy_key(text: str) -> str:
    """The form in which titles, numbers and ids of policies are compared: no brackets, spaces, title marks."""
    return _BRACKETS.sub("", canonical_key(text.removeprefix("Policy:")))


def squeezed(text: str) -> str:
    """Text without white space."""
    return "".join(text.split())


def named(label: str, name: str) -> str:
    """企业“湘高电器”, or the name alone where no label is told."""
    return f"{ontology().labels[label].zh if label else ''}“{name}”"
