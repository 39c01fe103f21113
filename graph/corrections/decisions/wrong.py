"""A relation is wrong: it goes, everywhere, or in one policy, or only where a sentence says it."""

from collections.abc import Iterator
from dataclasses import replace

from graph.corrections.correction import Correction, squeezed
from graph.corrections.draft import Draft, Unmet
from graph.corrections.kind import Kind
from graph.corrections.relations import check_relation, clause_ids, in_words, labels_at
from graph.facts import Evidence
from graph.ids import canonical_key


def _check(line: Correction) -> Iterator[str]:
    yield from check_relation(line)
    if "Clause" in labels_at(line, target=True) and not (line.policy or line.sentence):
        yield "clauses have numbers of their own in each policy; add the policy (文件) or the sentence (依据句)"
    if not line.other and not line.sentence:
        yield "other_name (另一名称) is empty; only a sentence (依据句) can stand for the clause"


def _says(line: Correction) -> str:
    return in_words(line) + "：关系有误" + (f"（“{line.sentence}”）" if line.sentence else "")


def _apply(draft: Draft, line: Correction) -> None:
    sources = draft.find(labels_at(line, target=False), line.name, line)
    targets = _targets(draft, line)
    found = [relation for s in sources for t in targets if (relation := draft.relation(line.relation, s, t))]
    if not found:
        raise Unmet(f"{in_words(line)} is not stated in 《{draft.policy.title}》")
    for relation in found:
        kept = tuple(item for item in relation.evidence if not _is_meant(item, line))
        if kept == relation.evidence:
            draft.tell(line, f"{in_words(line)} is stated in 《{draft.policy.title}》, but not by this sentence")
            continue
        draft.took_effect(line, changed=True)
        if kept:
            draft.state(replace(relation, evidence=kept))
        else:
            draft.drop(relation)


def _targets(draft: Draft, line: Correction) -> tuple[str, ...]:
    labels = labels_at(line, target=True)
    if labels == ("Target",):
        figures = draft.names.called(("Target", canonical_key(line.other)))
        if figures:
            return figures  # the same figure may be set several times
    if "Clause" not in labels:
        return draft.find(labels, line.other, line)
    clauses = clause_ids(draft, line.other)
    if not clauses:
        raise Unmet(f"《{draft.policy.title}》 has no clause {line.other}")
    return clauses


def _is_meant(item: Evidence, line: Correction) -> bool:
    """Whether a piece of evidence is that of the line; white space aside, and either may hold the other."""
    said, sentence = squeezed(item.quote), squeezed(line.sentence)
    return sentence in said or said in sentence


kind = Kind(
    words=("关系有误", "wrong relation"),
    needs=("name", "relation"),
    takes=("type", "other_type", "other_name", "policy", "sentence"),
    says=_says,
    check=_check,
    apply=_apply,
)
