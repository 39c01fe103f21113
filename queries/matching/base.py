"""What a rung of the ladder is made of: the text that was typed, a question to the graph, and the nodes it is about."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# What an abbreviation may be read as: from a text as typed to official names, or words of them.
Readings = Callable[[str], Iterable[str]]

# How a name was matched, the surest first, and what people read of it.
WAYS: Mapping[str, str] = {
    "name": "名称",
    "alias": "别名",
    "code": "代码",
    "spelling": "写法不同",
    "reading": "简称",
    "pinyin": "拼音",
    "initials": "拼音首字母",
    "part": "名称的一部分",
    "opening": "拼音的开头",
    "characters": "缩写",
    "sound": "同音字",
    "slip": "一字之差",
    "near": "相近",
}
# Ways in which a text is the whole of a name as it stands in the graph: nothing was guessed.
PLAIN = ("name", "alias", "code", "spelling")
# Ways in which a text is the whole of a name.
WHOLE = (*PLAIN, "reading", "pinyin", "initials", "sound")


@dataclass(frozen=True, slots=True)
class Typed:
    """A text as typed, without white space around it, and what abbreviations may be read as."""

    text: str
    readings: Readings


@dataclass(frozen=True, slots=True)
class Candidate:
    """A node of the graph that a name may mean.

    `aliases` holds its other names: those that documents use, the short name of a division, the number of a document.
    `code` is the code of a division, else empty; `said` the number of clauses that name it; `read` if it is a document
    that was read, not one only cited.
    """

    id: str
    label: str
    name: str
    aliases: tuple[str, ...]
    code: str
    said: int
    read: bool

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called, its own name first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a rung asks of the graph.

    `condition` is a Cypher condition on `n` that the engine can check fast and that may let too much through;
    `way` says of each node it gives how the text matches, one of WAYS, or is empty where it does not.
    """

    condition: str
    parameters: Mapping[str, Any]
    way: Callable[[Candidate], str]


# A rung: what it asks for a text, or None where it has nothing to say about such a text.
Rung = Callable[[Typed], Ask | None]


def any_name(condition: str) -> str:
    """A condition on the text `{0}`, asked of the name and of each other name of a node."""
    texts = [condition.format(text) for text in ("n.name", "coalesce(n.shortName, n.number)")]
    return " OR ".join([*texts, f"any(a IN n.aliases WHERE {condition.format('a')})"])


def all_of(*conditions: str) -> str:
    """All of these conditions, the cheapest first. A planner multiplies AND within OR out, but not CASE."""
    *others, last = conditions
    return (
        "".join(f"CASE WHEN {condition} THEN " for condition in others) + f"({last})" + " ELSE false END" * len(others)
    )


def holds_any(name: str, texts: Sequence[str]) -> tuple[str, Mapping[str, str]]:
    """A condition that `{0}` holds one of some texts, for `any_name`, and its parameters, whose names begin so."""
    parameters = {f"{name}{place}": text for place, text in enumerate(texts)}
    return "(" + " OR ".join(f"{{0}} CONTAINS ${key}" for key in parameters) + ")", parameters


def together(*rungs: Rung) -> Rung:
    """Several rungs as one, asked at once; of what they find the surest way counts. Their parameters differ in name."""

    def ask(typed: Typed) -> Ask | None:
        asks = [ask for rung in rungs if (ask := rung(typed)) is not None]
        if not asks:
            return None

        def way(node: Candidate) -> str:
            return min(filter(None, (ask.way(node) for ask in asks)), key=list(WAYS).index, default="")

        parameters = {name: value for ask in asks for name, value in ask.parameters.items()}
        return Ask(" OR ".join(ask.condition for ask in asks), parameters, way)

    return ask


def known(typed: Typed) -> bool:
    """Whether a gazetteer knows the text: it is right as it stands, though the graph may hold nothing of it."""
    return any(True for _ in typed.readings(typed.text))
