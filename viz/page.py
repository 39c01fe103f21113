"""A picture as one HTML file that opens offline: nothing asks the network, nothing runs in it but our scripts."""

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from viz.legend import OTHER, kind_key, kinds, legend, notes
from viz.model import Link, Node, Picture, Sentence
from viz.network import network, vis_script
from viz.resources import text, themes, words
from viz.visible import shown

# The files of the page's script, in the order in which they run.
SCRIPTS = (
    "state", "filters", "network", "labels", "panel", "table", "selection", "legend", "search", "save", "events",
)  # fmt: skip


def render(picture: Picture) -> str:
    """The page of a picture, to be written as UTF-8. The same picture gives the same text.

    Raises OutputError for a layout that there is not, DataError if pyvis is broken.
    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    picture = shown(picture)
    scripts, data = ([vis_script(), page_script()], _data(picture)) if picture.links else ([], "")
    style = text("templates/page.css")
    template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return template.from_string(text("templates/page.html.j2")).render(
        picture=picture,
        said=said(picture.view),
        notes=notes(picture),
        policy=content_policy(style, scripts),
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
        data=Markup(data),
    )


def page_script() -> str:
    """The script of the page: its files, joined into one that is strict throughout."""
    strict = '"use strict";\n'
    return strict + "".join(text(f"templates/script/{name}.js").removeprefix(strict) for name in SCRIPTS)


def in_script(value: Any) -> str:
    """JSON that may stand in a script element: no character in it can end the element or a line of it."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written


def said(view: str) -> Mapping[str, str]:
    """The words of the page: what every view says, and what this one says instead."""
    own = words("page")["views"].get(view, {})
    return {name: own.get(name, value) for name, value in words("page")["words"].items()}


def content_policy(style: str, scripts: list[str]) -> str:
    """What the page may do: run and look like exactly what is written in it, and nothing else."""
    allowed = " ".join(_hash(script) for script in scripts) or "'none'"
    own = f"script-src {allowed}; style-src {_hash(style)}"
    return f"default-src 'none'; {own}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}'"


def _data(picture: Picture) -> str:
    """What the script needs, as JSON. Clauses that many links share are written once."""
    pool: dict[Sentence, int] = {}
    position = {node.id: number for number, node in enumerate(picture.nodes)}
    labels = {entry["label"] for entry in legend(picture)}
    links = [_link(link, position, pool) for link in picture.links]
    clauses = {key: number for number, key in enumerate(dict.fromkeys(item.key for item in pool))}
    return in_script({
        "nodes": [_node(node, labels) for node in picture.nodes],
        "links": links,
        "sentences": [_sentence(item, clauses) for item in pool],
        "legend": legend(picture),
        "kinds": kinds(picture),
        "themes": themes(),
        "network": network(picture),
        "title": picture.title,
        "words": said(picture.view),
    })  # fmt: skip


def _node(node: Node, labels: set[str]) -> Mapping[str, Any]:
    label = node.label if node.label in labels else OTHER
    return {
        "label": label, "name": node.name, "aliases": node.aliases, "properties": node.properties, "main": node.main,
    }  # fmt: skip


def _link(link: Link, position: Mapping[str, int], pool: dict[Sentence, int]) -> Mapping[str, Any]:
    return {
        "source": position[link.source], "target": position[link.target], "weight": link.weight, "kind": link.kind,
        "derived": link.derived, "directed": link.directed, "key": kind_key(link), "details": link.details,
        "sentences": [pool.setdefault(item, len(pool)) for item in link.sentences],
        "basis": [pool.setdefault(item, len(pool)) for item in link.basis],
    }  # fmt: skip


def _sentence(item: Sentence, clauses: Mapping[str, int]) -> Mapping[str, Any]:
    return {
        "policy": item.policy, "number": item.number, "issued": item.issued, "clause": item.clause,
        "text": item.text, "mark": (item.mark_start, item.mark_end), "key": clauses[item.key],
        "confidence": round(item.confidence, 3),
    }  # fmt: skip
