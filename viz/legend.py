"""What a picture's signs mean: the kinds of nodes and of links in it, with their looks and numbers, and its notes."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from graph.ontology import ontology
from viz.layout import unplaced
from viz.model import Link, Picture
from viz.resources import Style, link_styles, styles, themes, words

OTHER = "other"


def legend(picture: Picture) -> list[Mapping[str, Any]]:
    """Label, Chinese name, shape, colours and number of each kind of node, in the order of the ontology."""
    known = ontology().labels
    present = Counter(node.label if node.label in known else OTHER for node in picture.nodes)
    names = {name: label.zh for name, label in known.items()} | {OTHER: words("page")["other"]}
    return [
        {
            "label": name,
            "zh": zh,
            "shape": style.shape,
            "light": style.light,
            "dark": style.dark,
            "count": present[name],
        }
        for name, zh, style in ((name, zh, style_of(name)) for name, zh in names.items() if present[name])
    ]


def kinds(picture: Picture) -> list[Mapping[str, Any]]:
    """Key, Chinese name, colours and number of each kind of link, the stated before the derived, the many first."""
    present = Counter((link.derived, link.kind, kind_key(link)) for link in picture.links)
    return [
        {
            "key": key, "zh": _title(name, derived=derived), "derived": derived, "count": count,
            **_colours(name, derived=derived),
        }
        for (derived, name, key), count in sorted(present.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    ]  # fmt: skip


def kind_key(link: Link) -> str:
    """What tells this kind of link from others on the page."""
    return f"{link.kind}|derived" if link.derived else link.kind


def line_colour(link: Link, theme: str) -> str:
    """The colour of a link, by `light` or `dark`."""
    return _colours(link.kind, derived=link.derived)[theme]


def notes(picture: Picture) -> tuple[str, ...]:
    """The picture's notes, and what its layout has to add: what has no place on the map, whose the borders are."""
    if picture.layout != "map" or not picture.links:
        return picture.notes
    said, names = words("page"), "、".join(node.name for node in unplaced(picture))
    without = (said["no_coordinates"].format(names=names),) if names else ()
    return (*picture.notes, *without, said["border"])


def style_of(label: str) -> Style:
    """How nodes of this label look; one that no ontology knows looks like `other`."""
    return styles().get(label) or styles()[OTHER]


def _title(name: str, *, derived: bool) -> str:
    """The name of a kind; what is derived says so."""
    return f"{name}（{words('page')['derived']}）" if derived else name


def _colours(name: str, *, derived: bool) -> Mapping[str, str]:
    """A colour on white and one on black: that of the kind, else that of stated or derived links."""
    own = {} if derived else link_styles().get(name, {})
    plain = "derived" if derived else "stated"
    return {theme: own.get(theme, colours[plain]) for theme, colours in themes().items()}
