"""Renew the generated parts of README.md and docs/*.md from the files they describe.

Usage: python tools/render_docs.py           write the parts that are stale, and name them
       python tools/render_docs.py --check   only name them; exit code 1 if there are any
A part stands between `<!-- generated: NAME … -->` and `<!-- end: NAME -->`; what stands outside is written by hand.
tests/test_docs.py fails while a part is stale. The same input gives the same text.
"""

import argparse
import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from markdown_table import table  # noqa: E402 - found only once the project's folder is on the path
from pack_docs import pack_list  # noqa: E402 - as above

FLOORS = ROOT / "tests" / "gold" / "floors.toml"
CONFIDENCE = ROOT / "extract" / "data" / "confidence.toml"
MEANINGS = ROOT / "docs" / "rules.toml"
ONTOLOGY = ROOT / "graph" / "ontology.toml"
PHENOMENA = range(1, 11)
FIGURES_ZH = {
    "set": "文件集", "entities": "实体", "relations": "关系", "units": "责任单位", "roles": "角色", "targets": "目标",
    "subjects": "目标主体", "metadata": "元数据",
}  # fmt: skip
IDENTITIES_ZH = {
    "administrative code": "行政区划代码",
    "name": "名称",
    "name with its region": "带地区的名称",
    "name without the suffix 产业链/产业集群/产业/集群/行业": "去掉“产业链、产业集群、产业、集群、行业”的名称",
    "official full name with its region": "带地区的全称",
    "title": "标题",
    "policy and position": "文件和在文件里的位置",
    "policy, clause and order": "文件、条款和次序",
}
KINDS_ZH = {"derived": "推得", "symmetric": "对称", "": ""}


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


# -- how good it is -------------------------------------------------------------------------------------------------


def figures(words: Mapping[str, str] | None = None) -> str:
    """The floors of the quality gate, one row a set of gold graphs; `words` are the titles in another language."""
    sets: Mapping[str, Mapping[str, Any]] = _read(FLOORS)
    kinds = list(dict.fromkeys(key for row in sets.values() for key, value in row.items() if isinstance(value, float)))
    rows = [[name, *(_figure(row.get(kind)) for kind in kinds)] for name, row in sets.items()]
    return table([words[key] if words else key for key in ("set", *kinds)], rows)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


# -- extraction -----------------------------------------------------------------------------------------------------


def confidence() -> str:
    """The relation rules with how often each is right, and on how many facts that was measured where it was."""
    meanings = _read(MEANINGS)
    text = CONFIDENCE.read_text(encoding="utf-8")
    measured = dict(re.findall(r"^([\w-]+) = [\d.]+\s+# (\d+ of \d+)$", text, re.MULTILINE))
    rows = []
    for rule, value in tomllib.loads(text)["rules"].items():
        told = meanings.get(rule, {"relation": "?", "reads": "(say in docs/rules.toml what this rule reads)"})
        rows.append([f"`{rule}`", told["relation"], told["reads"], f"{value:.2f}", measured.get(rule, "estimate")])
    return table(["rule", "relation", "what it reads", "confidence", "right of stated"], rows)


def limits(number: int) -> str:
    """The known limits of one phenomenon, read off the cases that its tests mark, each with its first example."""
    found: dict[str, tuple[str, str]] = {}
    for path in sorted((ROOT / "tests").glob(f"test_phenomenon_{number}_*.py")):
        for issuer, sentence, reason in marked_cases(path):
            found.setdefault(reason, (sentence, issuer))
    rows = [[reason, _said(sentence), issuer] for reason, (sentence, issuer) in found.items()]
    return table(["not done yet", "seen in", "issued by"], rows) if rows else "None is known."


def marked_cases(path: Path) -> Iterator[tuple[str, str, str]]:
    """(issuer or region, sentence, reason) of each case of a test file that is marked as a limit."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        reason = _reason(node) if isinstance(node, ast.Call) else None
        if reason is not None:
            assert isinstance(node, ast.Call)
            issuer, sentence, *_ = _texts(node.args)
            yield issuer, sentence, reason


def _reason(call: ast.Call) -> str | None:
    """The reason of `marks=limit("…")`, if a call has it."""
    for keyword in call.keywords:
        mark = keyword.value
        if keyword.arg == "marks" and isinstance(mark, ast.Call) and getattr(mark.func, "id", "") == "limit":
            return _texts(mark.args)[0]
    return None


def _texts(nodes: Iterable[ast.expr]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _said(sentence: str) -> str:
    return " / ".join(line for line in sentence.split("\n") if line)


# -- ontology -------------------------------------------------------------------------------------------------------


def labels(chinese: bool = False) -> str:
    """The labels with their Chinese names, what makes two the same, and their properties."""
    also = "（也是 Region）" if chinese else " (also Region)"
    rows = [
        [
            f"{name}{also if entry.get('region') else ''}",
            entry["zh"],
            IDENTITIES_ZH[entry["identity"]] if chinese else entry["identity"],
            _properties(entry["properties"]),
        ]
        for name, entry in _read(ONTOLOGY)["labels"].items()
    ]
    return table(
        ["标签", "中文", "凭什么算同一个", "属性"] if chinese else ["label", "中文", "identity", "properties"], rows
    )


def relations(chinese: bool = False) -> str:
    """The relation types with their Chinese names, ends and properties."""
    rows = []
    for name, entry in _read(ONTOLOGY)["relations"].items():
        arrow = " ↔ " if entry.get("symmetric") else " → "
        ends = "; ".join(arrow.join(end.replace("|", ", ") for end in pair) for pair in entry["ends"])
        kind = "derived" if entry.get("derived") else "symmetric" if entry.get("symmetric") else ""
        shown = KINDS_ZH[kind] if chinese else kind
        rows.append([name, entry["zh"], ends, shown, _properties(entry["properties"])])
    titles = (
        ["类型", "中文", "从 → 到", "性质", "属性"] if chinese else ["type", "中文", "from → to", "kind", "properties"]
    )
    return table(titles, rows)


def _properties(properties: Mapping[str, str]) -> str:
    return "; ".join(f"`{name}` {meaning}" for name, meaning in properties.items())


# -- pages ----------------------------------------------------------------------------------------------------------

# The generated parts: page, name of the part, what makes it.
PARTS: tuple[tuple[str, str, Callable[[], str]], ...] = (
    ("README.md", "figures", figures),
    ("README.zh-CN.md", "figures-zh", partial(figures, FIGURES_ZH)),
    ("docs/extraction.md", "confidence", confidence),
    *(("docs/extraction.md", f"limits-{number}", partial(limits, number)) for number in PHENOMENA),
    ("docs/ontology.md", "labels", labels),
    ("docs/ontology.md", "relations", relations),
    ("docs/ontology.zh-CN.md", "labels", partial(labels, chinese=True)),
    ("docs/ontology.zh-CN.md", "relations", partial(relations, chinese=True)),
    ("docs/packs.md", "packs", pack_list),
    ("docs/packs.zh-CN.md", "packs", partial(pack_list, chinese=True)),
)


def renewed(text: str, name: str, content: str) -> str:
    """A page with one generated part replaced. Raises ValueError where the page lacks its markers."""
    pattern = re.compile(rf"(<!-- generated: {re.escape(name)}\b[^>]*-->\n).*?(<!-- end: {re.escape(name)} -->)", re.S)
    if len(pattern.findall(text)) != 1:
        raise ValueError(f"the markers of the generated part {name!r} do not stand exactly once; put them back.")
    return pattern.sub(lambda match: f"{match[1]}\n{content}\n\n{match[2]}", text)


def stale(*, write: bool = False) -> list[str]:
    """The parts (`page: name`) that are not what their sources say; with `write` they are renewed."""
    found = []
    for page, name, make in PARTS:
        path = ROOT / page
        old = path.read_text(encoding="utf-8")
        new = renewed(old, name, make())
        if new != old:
            found.append(f"{page}: {name}")
            if write:
                path.write_text(new, encoding="utf-8", newline="\n")
    return found


def main() -> int:
    """Renew or check."""
    parser = argparse.ArgumentParser(description="Renew the generated parts of README.md and docs/*.md.")
    parser.add_argument("--check", action="store_true", help="only name the parts that are stale")
    options = parser.parse_args()
    found = stale(write=not options.check)
    for part in found:
        print(f"{'stale' if options.check else 'renewed'}: {part}")
    return 1 if options.check and found else 0


if __name__ == "__main__":
    sys.exit(main())
