"""What corrections leave on facts: who, when and what, each told once, in an order that no order of lines changes."""

from collections.abc import Iterable, Mapping

from graph.corrections.correction import Correction
from graph.facts import Properties, Scalar

_BETWEEN = "；"
_UNSIGNED = "（未署名）"


def marked(properties: Properties, *lines: Correction) -> dict[str, Scalar]:
    """Properties with the marks of further lines."""
    return joined(
        properties,
        *({"correctedBy": line.who, "correctedOn": line.when, "correction": said(line)} for line in lines),
    )


def joined(properties: Properties, *others: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """The first properties with the marks of others added to theirs."""
    result = dict(properties)
    for key in ("correctedBy", "correctedOn", "correction"):
        told = _listed(str(marks[key]) for marks in (properties, *others) if marks.get(key))
        if told:
            result[key] = max(told) if key == "correctedOn" else _BETWEEN.join(told)
    return result


def recorded(properties: Properties, lines: Iterable[Correction]) -> dict[str, Scalar]:
    """The properties of a document's own entity with the lines that hold in the document."""
    before = properties.get("corrections")
    told = [*([str(before)] if before else []), *map(_record, lines)]
    return dict(properties) | ({"corrections": _BETWEEN.join(_listed(told))} if told else {})


def texts_recorded(corrections: object) -> frozenset[str]:
    """The texts of the lines that a record names."""
    return frozenset(item.partition("：")[2] for item in str(corrections or "").split(_BETWEEN) if item)


def said(line: Correction) -> str:
    """The text of a line as it stands in marks, where ； divides one from the next."""
    return line.text.replace(_BETWEEN, "，")


def _record(line: Correction) -> str:
    """张三 2026-11-27：企业“精密”不是实体"""
    signed = " ".join(part for part in (line.who, line.when) if part).replace("：", " ").replace(_BETWEEN, " ")
    return f"{signed or _UNSIGNED}：{said(line)}"


def _listed(texts: Iterable[str]) -> list[str]:
    return sorted({item for text in texts for item in text.split(_BETWEEN) if item})
