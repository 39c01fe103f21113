"""What one may ask of the views."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinksOptions:
    """What `view links` shows.

    `focus`: a place by any name, only its links. `group`: a city group by any name, only its links and those of its
    members. `since`: the first year of issue. `mode`: a way of cooperating, such as 对接. `unfold`: links with a group
    also to its members, as derived ones. `layout`: `force` or `map`. `date`: the day the picture is made, ISO.
    """

    focus: str | None = None
    group: str | None = None
    since: int | None = None
    mode: str | None = None
    unfold: bool = False
    layout: str = "force"
    date: str = ""
