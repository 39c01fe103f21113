"""Deterministic ids: kind and canonical name or code, so that documents can be extracted in any order."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z\d]+", re.A)  # what is as it is to be
_MARKS = re.compile(r"[《》〈〉<>“”‘’\"'「」]")


def canonical_key(name: str) -> str:
    """The form of a name under which it is identified: NFKC, no white space, no quotation or title marks."""
    if _PLAIN.fullmatch(name):
        return name
    text = _MARKS.sub("", unicodedata.normalize("NFKC", name).replace("—", "-"))
    return _SPACE.sub("", text)


def entity_id(label: str, key: str) -> str:
    """The id of an entity: `City:431300`, `IndustryChain:先进钢铁材料`. `key` is a code or a name."""
    return f"{label}:{canonical_key(key)}"


def policy_id(title: str) -> str:
    """The id of a policy by its canonical title."""
    return entity_id("Policy", title)


def clause_id(policy: str, path: tuple[int, ...]) -> str:
    """The id of a clause: the policy's id with the kind changed, `#`, and the path in the tree (`2.1.3`)."""
    return f"Clause:{policy.removeprefix('Policy:')}#{'.'.join(map(str, path))}"


def target_id(clause: str, ordinal: int) -> str:
    """The id of the `ordinal`-th quantified target (from 0) that a clause sets."""
    return f"Target:{clause.removeprefix('Clause:')}:{ordinal}"
