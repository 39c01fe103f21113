"""Measure extraction on the gold graphs: print the figures, and write floors and rule confidences from them.

Usage: python tools/measure.py                          print the figures of each set and the errors that are left
       python tools/measure.py --write                  write tests/gold/floors.toml and extract/data/confidence.toml
       python tools/measure.py --write --lower REASON   the same, where a figure fell: the reason is kept in the file
A floor only rises; without --lower a fall is an error (exit code 1) and nothing is written. Sets whose texts are not
here (../shared) keep the floors they have.
"""

import argparse
import hashlib
import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scoring import Judgement, Tally, judge

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from extract.pipeline import extract_text  # noqa: E402 - found only once the project's folder is on the path
from extract.reading import read  # noqa: E402 - as above

GOLD, SHARED = ROOT / "tests" / "gold", ROOT.parent / "shared"
_MOST = 0.999  # no rule is certain
FLOORS, CONFIDENCE = GOLD / "floors.toml", ROOT / "extract" / "data" / "confidence.toml"
# Each set: where its gold graphs are, and where their texts are.
SETS: dict[str, tuple[Path, str, tuple[Path, ...]]] = {
    "examples": (GOLD, "example_*.json", (ROOT / "examples",)),
    "documents": (GOLD, "documents_*.json", (ROOT / "tests" / "documents",)),
    "seeds": (SHARED / "gold", "seed_*.json", (SHARED / "corpus",)),
    "corpus": (GOLD, "corpus_*.json", (SHARED / "corpus",)),
    "more": (GOLD, "more_*.json", (SHARED / "corpus_more",)),
}
KINDS = {"entities": "entity:", "relations": "relation:", "units": "unit", "roles": "role", "targets": "target"}
KINDS |= {"subjects": "subject", "metadata": "metadata"}


def texts_of(name: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The texts of a set with their gold graphs; none where the texts are not here."""
    folder, pattern, places = SETS[name]
    for path in sorted(folder.glob(pattern)):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = next((place / gold["doc"] for place in places if (place / gold["doc"]).exists()), None)
        if text is not None:
            yield text, gold


def fingerprint(name: str) -> str:
    """SHA-256 over the texts of a set, in order."""
    digest = hashlib.sha256()
    for text, _ in texts_of(name):
        digest.update(text.read_bytes())
    return digest.hexdigest()


def judged(name: str) -> Judgement:
    """All documents of a set, judged together."""
    total = Judgement()
    for path, gold in texts_of(name):
        source = read(path)
        one = judge(extract_text(source.text, path.name), gold)
        for kind, tally in one.tallies.items():
            total.tallies[kind] = _sum(total.tallies.get(kind), tally)
        for rule, tally in one.rules.items():
            total.rules[rule] = _sum(total.rules.get(rule), tally)
    return total


def _sum(one: Tally | None, other: Tally) -> Tally:
    total = one or Tally()
    total += other
    return total


def figures(judgement: Judgement) -> dict[str, float]:
    """F1 by kind, cut (not rounded) after three digits."""
    return {kind: int(judgement.total(prefix).f1 * 1000) / 1000 for kind, prefix in KINDS.items()}


def floors() -> dict[str, dict[str, Any]]:
    """The floors as stored."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def _report(name: str, judgement: Judgement) -> None:
    print(f"\n{name}: " + "  ".join(f"{kind} {value:.3f}" for kind, value in figures(judgement).items()))
    for kind, tally in sorted(judgement.tallies.items()):
        for error in tally.errors:
            print(f"    {kind:24s} {error}")


def _write_floors(results: Mapping[str, Judgement], reason: str | None) -> list[str]:
    """Write the floors; the falls, where there are any and no reason is given (then nothing is written)."""
    stored, falls = floors(), []
    for name, judgement in results.items():
        old = stored.get(name, {})
        new: dict[str, Any] = {"texts": fingerprint(name), **figures(judgement)}
        same = old.get("texts") == new["texts"]
        falls += [
            f"{name}: {kind} fell from {old[kind]} to {new[kind]}" for kind in KINDS if same and new[kind] < old[kind]
        ]
        lowered = reason if any(same and new[kind] < old[kind] for kind in KINDS) else old.get("lowered")
        stored[name] = new | ({"lowered": lowered} if lowered else {})
    if falls and reason is None:
        return falls
    lines = ["# What extraction reaches on the gold graphs (F1): tests fail below. Written by tools/measure.py.", ""]
    for name, table in stored.items():
        lines += [
            f"[{name}]",
            *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in table.items()),
            "",
        ]
    FLOORS.write_text("\n".join(lines), encoding="utf-8")
    return []


def _write_confidence(results: Mapping[str, Judgement]) -> None:
    """How often each rule is right: (right + 1) / (stated + 2), so that a rule seen seldom is never certain."""
    stored = tomllib.loads(CONFIDENCE.read_text(encoding="utf-8"))["rules"]
    counts: dict[str, Tally] = {rule: Tally() for rule in stored}
    for judgement in results.values():
        for rule, tally in judgement.rules.items():
            counts[rule] = _sum(counts.get(rule), tally)
    lines = [
        "# How often each relation rule is right: (right + 1) / (stated + 2) over the facts it states on the gold",
        "# graphs, so that a rule that states few is never certain. Behind each: right of stated.",
        "# source: measured by tools/measure.py on tests/gold and ../shared/gold",
        "",
        "[rules]",
    ]
    for rule, tally in sorted(counts.items()):
        total = tally.right + tally.wrong
        lines.append(f"{rule} = {min((tally.right + 1) / (total + 2), _MOST):.3f}  # {tally.right} of {total}")
    CONFIDENCE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(description="Measure extraction on the gold graphs.")
    parser.add_argument("--write", action="store_true", help="write floors and confidences")
    parser.add_argument("--lower", metavar="REASON", help="let floors fall, for this reason")
    options = parser.parse_args()
    results = {name: judged(name) for name in SETS if any(True for _ in texts_of(name))}
    for name, judgement in results.items():
        _report(name, judgement)
    if not options.write:
        return 0
    falls = _write_floors(results, options.lower)
    if falls:
        print("", *falls, "nothing was written; give --lower REASON if that is meant", sep="\n")
        return 1
    _write_confidence(results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
