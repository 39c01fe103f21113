"""What one may ask of the views."""

from dataclasses import dataclass

READABLE = 150


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """What every view takes.

    `since`: the first year of issue of the documents. `confidence`: the least confidence of a fact, 0 to 1.
    `layout`: one of viz.layout.LAYOUTS, or None for the view's own. `most`: how many nodes are drawn at most, the
    strongest first; None for all. `date`: the day the picture is made, ISO.
    """

    since: int | None = None
    confidence: float = 0.0
    layout: str | None = None
    most: int | None = READABLE
    date: str = ""


@dataclass(frozen=True, slots=True)
class LinksOptions(ViewOptions):
    """What `view links` shows.

    `focus`: a place by any name or its id, only its links. `group`: a city group likewise, only its links and those of
    its members. `mode`: a way of cooperating, such as 对接. `unfold`: links with a group to its members, as derived.
    """

    focus: str | None = None
    group: str | None = None
    mode: str | None = None
    unfold: bool = False
