"""Evidence that its clause does not bear out any more."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from liantu.doctor.finding import FAIL, OK, Finding, Patient, some

_CLAUSES = "MATCH (c:Clause) RETURN c.id, c.text"
_EVIDENCE = (
    "MATCH ()-[r]->() WHERE r.quote IS NOT NULL "
    "RETURN r.clauseId AS clause, r.quote AS quote, r.start AS first, r.`end` AS last"
)
_REMEDY = "something else has written here: `liantu forget` the documents and ingest them again, or make a new graph"
Said = tuple[str, int, int]  # the quote and its offsets in the source


def check(patient: Patient) -> Iterator[Finding]:
    """Every quote against the text of its clause, and the offsets of one clause's quotes against one another."""
    if patient.store is None:
        return
    texts = {str(row[0]): str(row[1] or "") for row in patient.store.read(_CLAUSES).rows}
    by_clause: dict[str, set[Said]] = defaultdict(set)
    checked = 0
    for clause, quote, first, last in patient.store.read(_EVIDENCE).rows:
        checked += 1
        if isinstance(first, int) and isinstance(last, int):
            by_clause[str(clause)].add((str(quote), first, last))
        else:
            by_clause[str(clause)].add((str(quote), 0, 0))
    wrong = sorted(clause for clause, said in by_clause.items() if clause in texts and not stands(said, texts[clause]))
    if wrong:
        message = f"quotes of {len(wrong):,} clauses do not stand in the text where they are told to: {some(wrong)}"
        yield Finding("evidence", FAIL, message, _REMEDY)
    else:
        yield Finding("evidence", OK, f"{checked:,} quotes stand in their clauses, word for word")


def stands(said: Iterable[Said], text: str) -> bool:
    """Whether quotes stand in a clause's text, white space aside, at offsets that agree: the clause can begin at one
    place in the source only."""
    begins: set[int] | None = None
    for quote, first, last in said:
        possible = {first - place for place in _places("".join(quote.split()), last - first, text)}
        begins = possible if begins is None else begins & possible
        if not begins:
            return False
    return True


def _places(bare: str, length: int, text: str) -> Iterator[int]:
    """Where in a text a stretch of some length begins that is the quote, white space aside."""
    if not bare or length <= 0:
        return
    start = text.find(bare[0])
    while start >= 0:
        piece = text[start : start + length]
        if len(piece) == length and (piece == bare or "".join(piece.split()) == bare):
            yield start
        start = text.find(bare[0], start + 1)
