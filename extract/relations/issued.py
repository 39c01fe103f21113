"""ISSUED: the issuer's name in the title or the signature; a body that the text says issued a cited document."""

import re
from collections.abc import Iterator

from extract.model import Found, Link
from extract.scene import Scene

_ISSUES = re.compile(
    r"(?:联合|先后|正式|陆续|相继|共同|已经?|又|率先|研究|牵头){0,8}(?:制定|起草)?(?:并)?(?:印发|出台|发布|颁布|下发)(?:实施)?了?(?:关于)?$"
)
_BETWEEN = re.compile(r"[》、，,和及《]*")


def relate(scene: Scene) -> Iterator[Link]:
    """Each issuing body with the document; then those of documents that the text says they issued."""
    for start, end in scene.meta.issuer_spans:
        for agency in scene.within(start, end, "Agency")[:1]:
            yield Link(agency.id, "ISSUED", scene.policy, start, end, "issued-metadata")
    yield from _cited(scene)


def _cited(scene: Scene) -> Iterator[Link]:
    """省工信厅先后印发了《甲》《乙》: the body right before the verb issued each document of the list."""
    issuer: Found | None = None
    last = -1
    for found in scene.found:
        if found.label != "Policy" or scene.text[found.start : found.start + 1] != "《" or found.id == scene.policy:
            continue
        joined = last >= 0 and _BETWEEN.fullmatch(scene.text, last, found.start) is not None
        if not joined:
            issuer = _issuer(scene, found.start)
        last = found.end
        if issuer is not None:
            sentence = scene.sentence_at(found.start)
            yield Link(issuer.id, "ISSUED", found.id, sentence.start, sentence.end, "issued-stated")


def _issuer(scene: Scene, offset: int) -> Found | None:
    sentence = scene.sentence_at(offset)
    verb = _ISSUES.search(scene.text, max(sentence.start, offset - 24), offset)
    if verb is None:
        return None
    agencies = scene.within(sentence.start, verb.start(), "Agency")
    if not agencies or agencies[-1].end != verb.start():
        return None
    return agencies[-1]
