"""Extraction speed as a ratio to jieba.cut over the same text, on one core, start-up excluded.

Run: python bench/extraction.py [FILE...]. Without files: the examples, and ../shared where it exists. The two are run
in turn over all texts, and medians are compared; characters are those of the decoded source text.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import jieba

from extract.pipeline import extract_text
from extract.reading import Source, discover, read
from graph.errors import LiantuError

ROOT = Path(__file__).resolve().parent.parent
CORPORA = (ROOT / "examples", ROOT.parent / "shared" / "corpus", ROOT.parent / "shared" / "corpus_more")
RUNS = 7
FLOOR = 1.0  # as fast as the word segmentation alone; 1.03 to 1.06 is reached


def sources(paths: list[Path]) -> list[Source]:
    """What the reader makes of the documents under the paths; reading is not measured."""
    found = []
    for path in paths:
        try:
            found += [read(item) for item in discover([str(path)])]
        except LiantuError as error:
            print(f"left out: {error}", file=sys.stderr)
    return found


def seconds(work: Callable[[Source], object], texts: list[Source]) -> float:
    """The wall-clock time of doing the work once on every text."""
    began = perf_counter()
    for source in texts:
        work(source)
    return perf_counter() - began


def segment(source: Source) -> int:
    """What extraction is compared with: every word that jieba sees."""
    return sum(1 for _ in jieba.cut(source.text))


def extract(source: Source) -> object:
    """The whole of extraction, from source text to document."""
    return extract_text(source.text, source.name, sha256=source.sha256)


def main(arguments: list[str]) -> None:
    """Measure and print."""
    jieba.setLogLevel("ERROR")
    texts = sources([Path(argument) for argument in arguments] or [path for path in CORPORA if path.exists()])
    characters = sum(len(source.text) for source in texts)
    if not characters:
        sys.exit("There is no text to measure on; name some documents.")
    # The first round builds dictionaries and caches on both sides and does not count.
    seconds(segment, texts)
    seconds(extract, texts)
    pairs = [(seconds(segment, texts), seconds(extract, texts)) for _ in range(RUNS)]
    cut, ours = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    print(f"{len(texts)} documents, {characters:,} characters, median of {RUNS} runs in turn")
    print(f"jieba.cut  {characters / cut:>12,.0f} characters/s")
    print(f"extraction {characters / ours:>12,.0f} characters/s")
    ratio = cut / ours
    print(f"ratio      {ratio:>12.2f} (floor {FLOOR}{'' if ratio >= FLOOR else ', MISSED'})")


if __name__ == "__main__":
    main(sys.argv[1:])
