"""Renew the words of Chinese prose that stand in no name: verbs, adverbs, adjectives, prepositions, conjunctions.

Usage: python tools/build_function_words.py
Takes the words of jieba's dictionary that are tagged as such and frequent, less those that occur in a name of our
vocabularies of chains, parks, institutions and regions, of sub_industries.tsv, or in boundary_words.toml. Run it after
one of these grew.
The same input gives the same file.
"""

import sys
from pathlib import Path

import jieba
from vocabulary_files import DATA, read_rows, write_rows

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extract.gazetteers.vocabulary import boundary_words

FILE = DATA / "function_words.tsv"
# Least frequency in jieba's dictionary by tag: rarer words are as likely a part of a name.
LEAST = {"v": 150, "vn": 150, "vd": 50, "d": 100, "ad": 100, "a": 500, "p": 20, "c": 20, "ul": 0, "u": 0, "y": 0}
COMMENTS = (
    "# Verbs, adverbs, adjectives, prepositions and conjunctions of two to four characters that stand in no name known"
    " to us: a name may begin after them",
    "# source: dictionary of jieba 0.42.1 (MIT), less the words inside the names of our own vocabularies",
    "# date: 2026-11-27",
    "# built by: tools/build_function_words.py",
)


def names() -> str:
    """All names of the vocabularies, one a line."""
    found: list[str] = []
    for file in ("chains.tsv", "parks.tsv", "institutions.tsv", "regions.tsv"):
        for row in read_rows(DATA / file)[2]:
            found += [row["name"], row.get("full", ""), *row.get("aliases", "").split(";")]
    found += [row["name"] for row in read_rows(Path(__file__).with_name("sub_industries.tsv"))[2]]
    return "\n".join(found)


def main() -> None:
    """Write the file."""
    words = boundary_words()
    known, inside = {*words.edges(), *words.protected}, names()
    rows = []
    with jieba.get_dict_file() as lines:
        for line in lines:
            word, frequency, tag = line.decode("utf-8").split()
            frequent = tag in LEAST and int(frequency) >= LEAST[tag]
            if frequent and 2 <= len(word) <= 4 and word not in known and word not in inside:
                rows.append({"word": word, "tag": tag})
    write_rows(FILE, COMMENTS, ("word", "tag"), sorted(rows, key=lambda row: row["word"]))


if __name__ == "__main__":
    main()
