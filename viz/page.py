"""A picture as one HTML file that opens offline: nothing asks the network, nothing runs in it but our scripts."""

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from viz.layout import unplaced
from viz.model import Link, Node, Picture, Sentence
from viz.network import OTHER, legend, network, vis_script
from viz.resources import text, themes, words
from viz.visible import shown

# The files of the page's script, in the order in which they run.
SCRIPTS = ("state", "network", "panel", "table", "selection", "legend", "search", "events")


def render(picture: Picture, *, layout: str = "force") -> str:
    """The page of a picture, to be written as UTF-8. The same picture gives the same text.

    `layout` is `force` or `map`. Raises OutputError for any other, DataError if pyvis is broken.
    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    picture = shown(picture)
    scripts, data = ([vis_script(), page_script()], _data(picture, layout)) if picture.links else ([], "")
    style = text("templates/page.css")
    template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return template.from_string(text("templates/page.html.j2")).render(
        picture=picture,
        notes=_notes(picture, layout),
        policy=_content_policy(style, scripts),
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
        data=Markup(data),
    )


def page_script() -> str:
    """The script of the page: its files, joined."""
    return "\n".join(text(f"templates/script/{name}.js") for name in SCRIPTS)


def in_script(value: Any) -> str:
    """JSON that may stand in a script element: no character in it can end the element or a line of it."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written


def _content_policy(style: str, scripts: list[str]) -> str:
    """What the page may do: run and look like exactly what is written in it, and nothing else."""
    allowed = " ".join(_hash(script) for script in scripts) or "'none'"
    own = f"script-src {allowed}; style-src {_hash(style)}"
    return f"default-src 'none'; {own}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}'"


def _notes(picture: Picture, layout: str) -> tuple[str, ...]:
    """The picture's notes, and where the layout put what it had no place for."""
    without = unplaced(picture) if layout == "map" else ()
    if not without:
        return picture.notes
    names = "、".join(node.name for node in without)
    return (*picture.notes, words("links")["notes"]["no_coordinates"].format(names=names))


def _data(picture: Picture, layout: str) -> str:
    """What the script needs, as JSON. Clauses that many links share are written once."""
    pool: dict[Sentence, int] = {}
    position = {node.id: number for number, node in enumerate(picture.nodes)}
    kinds = legend(picture)
    labels = {entry["label"] for entry in kinds}
    links = [_link(link, position, pool) for link in picture.links]
    return in_script({
        "nodes": [_node(node, labels) for node in picture.nodes],
        "links": links,
        "sentences": [_sentence(item) for item in pool],
        "legend": kinds,
        "themes": themes(),
        "network": network(picture, layout),
    })  # fmt: skip


def _node(node: Node, labels: set[str]) -> Mapping[str, Any]:
    label = node.label if node.label in labels else OTHER
    return {"label": label, "name": node.name, "aliases": node.aliases, "properties": node.properties}


def _link(link: Link, position: Mapping[str, int], pool: dict[Sentence, int]) -> Mapping[str, Any]:
    years = sorted(item.issued[:4] for item in link.sentences if item.issued)
    return {
        "source": position[link.source], "target": position[link.target], "weight": link.weight,
        "derived": link.derived, "modes": dict(link.details).get("方式", ()), "chains": dict(link.details).get("同条产业链", ()),
        "documents": len({item.policy for item in link.sentences}),
        "years": "" if not years else years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}",
        "sentences": [pool.setdefault(item, len(pool)) for item in link.sentences],
        "basis": [pool.setdefault(item, len(pool)) for item in link.basis],
    }  # fmt: skip


def _sentence(item: Sentence) -> Mapping[str, Any]:
    return {
        "policy": item.policy, "number": item.number, "issued": item.issued, "clause": item.clause,
        "text": item.text, "mark": (item.mark_start, item.mark_end),
    }  # fmt: skip
