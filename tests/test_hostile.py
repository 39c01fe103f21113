"""Extraction takes time linear in the length of its input, however hostile: times are compared as ratios, never as
seconds, so that the tests hold on any machine."""

import gc
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from time import process_time
from types import ModuleType

import pytest

import extract
from extract.pipeline import extract_text

EXAMPLES = Path(__file__).parent.parent / "examples"
SENTENCES = "".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))).replace("\n", "")
HEAD = "湘潭市人民政府关于印发《湘潭市先进制造业行动方案》的通知\n"
GROWTH, LIMIT = 4, 8  # time may grow up to twice as much as the text
SHORT_LINES_ONLY = "extract.cleaning.markup._PAGE.0"  # asked for full matches of at most 40 characters
NOISE = 0.004  # seconds below which a time says nothing


def _dense(length: int) -> str:
    """Sentences of the examples without a line feed."""
    return (SENTENCES * (length // len(SENTENCES) + 1))[:length]


def _repeated(words: str, head: str = "") -> Callable[[int], str]:
    return lambda count: head + words * count


# What the text is, and how many times it is repeated in the shorter text.
HOSTILE: dict[str, tuple[Callable[[int], str], int]] = {
    "a list of different firms": (lambda n: "依托" + "、".join(f"甲{i}乙" for i in range(n)) + "等骨干企业。", 2500),
    "a list of chains": (lambda n: HEAD + "重点发展" + "钢铁、锑、电子陶瓷、" * n + "等产业。", 2500),
    "opening brackets": (_repeated("（"), 25000),
    "brackets of both widths": (_repeated("(（["), 8000),
    "nested brackets": (lambda n: "（" * n + "）" * n, 12000),
    "empty brackets": (_repeated("（）"), 4000),
    "marks of responsibility": (_repeated("责任单位："), 12500),
    "lines of responsibility": (_repeated("责任单位：市科技局\n"), 250),
    "brackets of responsibility": (_repeated("（责任单位：市科技局、市财政局）"), 150),
    "attracting": (_repeated("引进"), 12500),
    "opening quotes": (_repeated("“"), 20000),
    "quoted cooperation": (_repeated("“对接长沙”、", HEAD), 300),
    "opening title marks": (_repeated("《"), 20000),
    "modifiers without a noun": (_repeated("领域", HEAD), 1500),
    "works without a noun": (_repeated("重点", HEAD), 12500),
    "short lines": (lambda n: HEAD + "目录\n" * n, 1500),
    "signatures": (_repeated("某某局\n2024年1月1日\n", HEAD), 600),
    "titles": (_repeated("《甲乙丙规划》"), 1000),
    "digits": (_repeated("1"), 25000),
    "leading firms": (lambda n: "骨干" * n + "企业", 12500),
    "regions side by side": (_repeated("湘潭市娄底市长沙市株洲市双峰县"), 500),
    "regions in a list": (_repeated("湘潭、"), 3000),
    "cooperation without a stop": (_repeated("湘潭与长沙合作、", HEAD), 200),
    "links without a stop": (_repeated("对接长沙", HEAD), 200),
    "enclaves without a stop": (_repeated("在长沙市设立飞地", HEAD), 250),
    "pairs without a stop": (_repeated("湘潭、长沙两市合作，", HEAD), 500),
    "chains without a stop": (_repeated("先进钢铁材料产业、", HEAD), 250),
    "parts without a stop": (_repeated("其中钢铁产业", HEAD), 300),
    "firms without a stop": (_repeated("中联重科、三一重工、", HEAD), 300),
    "firms of chains": (_repeated("以中联重科为链主", HEAD), 400),
    "settling firms": (_repeated("中联重科落户湘潭", HEAD), 400),
    "companies without a stop": (_repeated("甲乙丙有限公司", HEAD), 800),
    "parks without a stop": (_repeated("湘潭高新区和经开区", HEAD), 200),
    "parks being built": (_repeated("在湘潭建设深百产业园", HEAD), 300),
    "figures without a stop": (_repeated("产值达到100亿元", HEAD), 1500),
    "figures of years": (_repeated("到2030年产值达到100亿元，", HEAD), 500),
    "firms of a far section": (lambda n: HEAD + "先进钢铁材料产业。" + "引进中联重科，" * n, 600),
    "topics of other sections": (
        lambda n: HEAD + "一、总则\n" + "（一）先进钢铁材料产业。\n" * n + "（二）引进中联重科。\n" * n,
        250,
    ),
    "projects under headings": (lambda n: HEAD + "".join(f"{i}.湘潭大学城铁路项目。\n" for i in range(n)), 500),
    "ordinals": (_repeated("一是甲。二是乙。"), 2000),
    "numbers in a line": (_repeated("1.甲。2.乙。"), 2000),
    "spaces between words": (_repeated("a "), 12000),
    "Markdown links": (_repeated("[a](b)"), 8000),
    "hard wraps": (_repeated("甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸\n"), 1000),
    "titles of documents": (_repeated(HEAD + "各县市区人民政府：\n为了发展，" + "甲" * 200 + "。\n"), 150),
    "numbers of documents": (_repeated("湘政办发〔2024〕1号\n"), 2000),
    "terms of validity": (_repeated("有效期为5年"), 2500),
    "quoted names between places": (
        lambda n: HEAD + "依托湘潭县" + "和和和和“甲”" * n + "的双峰县，发展钢铁产业。",
        100,
    ),
    "cities of a circle": (_repeated("郑州、开封、洛阳等都市圈城市。", HEAD + "建设郑州都市圈。"), 400),
    "places joined in lists": (_repeated("湘潭县与双峰县共建，", HEAD), 300),
    "dense prose": (_dense, 15000),
}


def _seconds(work: Callable[[str], object], text: str, runs: int = 2) -> float:
    """The least processor time of some runs, without that of the collector, which looks at all that the tests hold."""
    times = []
    gc.disable()
    for _ in range(runs):
        began = process_time()
        work(text)
        times.append(process_time() - began)
    gc.enable()
    return min(times)


def _extract(text: str) -> object:
    return extract_text(text, "hostile.txt")


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_with_the_text_only(kind: str) -> None:
    """Four times the text takes about four times as long."""
    build, count = HOSTILE[kind]
    _extract(build(1))  # dictionaries are read before the clock runs
    short, long = (_seconds(_extract, build(times * count)) for times in (1, GROWTH))
    assert long < LIMIT * max(short, NOISE), f"{short:.3f} s became {long:.3f} s"


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["", "\n"], ids=["on one line", "in paragraphs"])
def test_two_megabytes_take_no_more_per_character(ending: str) -> None:
    """A character of a large document costs what one of a small document costs, give or take a factor of two."""
    small = _dense(100_000).replace("。", "。" + ending)
    large = _dense(750_000).replace("。", "。" + ending)
    assert len(large.encode()) > 2_000_000
    assert _seconds(_extract, large, runs=1) < 2 * 7.5 * _seconds(_extract, small)


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(extract.__path__, "extract."):
        yield importlib.import_module(found.name)


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns that a value is or holds."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _patterns(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _patterns(getattr(value, field.name))


def _values(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The globals of a module, and what its cached functions give that need no argument."""
    for name, value in vars(module).items():
        if hasattr(value, "cache_info") and value.__module__ == module.__name__:
            if not value.__wrapped__.__code__.co_argcount:
                yield name, value()
        else:
            yield name, value


def _all_patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of the package once, by module and name."""
    found: dict[re.Pattern[str], str] = {}
    for module in _modules():
        for name, value in _values(module):
            for number, pattern in enumerate(_patterns(value)):
                found.setdefault(pattern, f"{module.__name__}.{name}.{number}")
    return {name: pattern for pattern, name in found.items()}


def _inputs(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Texts of about that length out of the literals of a pattern: one of them, each of some, all of them in turn."""
    words = list(dict.fromkeys(re.findall(r"[\u4e00-\u9fff“”《》（）()、，：。]+|[A-Za-z]{2,}", pattern.pattern)))
    literals = [word[:8] for word in words if not word.startswith(("\\", "u4e00"))]
    for word in (*literals[:: max(1, len(literals) // 6)], "".join(literals)[:60], "甲", "1", " ", "1.", "（1"):
        yield (word or "甲") * (length // len(word or "甲") + 1)


def _search(pattern: re.Pattern[str]) -> Callable[[str], object]:
    return lambda text: sum(1 for _ in pattern.finditer(text))


def test_there_are_patterns_to_test() -> None:
    """The walk over the package finds module-level patterns, those of cached vocabularies, and those in tables."""
    names = _all_patterns()
    assert len(names) > 150
    assert any("target_words" in name or "_words" in name for name in names)


def test_patterns_take_linear_time() -> None:
    """No pattern of the package takes more than linear time on a text made of its own words."""
    slow = []
    patterns = _all_patterns()
    del patterns[SHORT_LINES_ONLY]
    for name, pattern in patterns.items():
        work = _search(pattern)
        for short, long in zip(_inputs(pattern, 1000), _inputs(pattern, GROWTH * 1000), strict=True):
            after = _seconds(work, long)
            if after > NOISE and after > LIMIT * _seconds(work, short):
                slow.append(f"{name} on {long[:12]!r}…: {after:.3f} s")
    assert not slow, "\n".join(slow)
