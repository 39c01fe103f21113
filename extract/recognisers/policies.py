"""Cited documents: 《…》, nested titles, numbers behind them (phenomenon 9 of DESIGN 5)."""

import re
from collections.abc import Iterator

from extract.model import Found
from extract.scene import Scene
from graph.ids import canonical_key, policy_id

_OPEN, _SIGNS = "《", re.compile(r"[《》]")
_NUMBER = re.compile(
    r"[（(〔\[]?(?P<number>[\u4e00-\u9fff]{1,10}[〔\[［（(【﹝]\s?(?:19|20)\d{2}\s?[〕\]］）)】﹞]\s?(?:第)?\d{1,5}\s?号)"
)
_FORWARD = re.compile(
    r"^(?P<issuer>[\u4e00-\u9fff]{0,60}?)(?:关于)?(?:印发|转发|批转|发布)[《〈<](?P<inner>.{4,80}?)[》〉>](?:的)?(?:通知|函|公告|决定)$"
)
_POLICY_WORDS = re.compile(
    r"(?:通知|意见|方案|规划|纲要|计划|措施|办法|条例|规定|决定|细则|规则|规程|指南|目录|清单|法|公告|公报|标准|政策|章程|准则|要点|"
    r"协议|行动|报告|建议|批复|函|若干|制度|指引|倡议|宣言|体系|框架)(?:[（(].{1,20}[）)])?$"
)
# A title that is nothing but a kind of document stands for one that was named in full
_GENRE = re.compile(
    r"(?:实施|工作|行动|管理|若干|框架|建设|总体|专项|发展)?(?:通知|意见|方案|规划|纲要|计划|措施|办法|条例|规定|决定|细则|规则|"
    r"规程|指南|目录|清单|公告|政策|章程|要点|协议|报告)"
)
_MAX_TITLE = 120
_BEFORE_BARE = re.compile(r"[据照实按]")
_BARE = re.compile(
    r"(?P<title>[\u4e00-\u9fff]{2,20}关于[^《》，。；\n]{4,60}?的(?:批复|通知|意见|决定|函))?"
    r"[（(]?(?P<number>[\u4e00-\u9fff]{1,8}[〔\[［﹝](?:19|20)\d{2}[〕\]］﹞]\d{1,5}号)(?:[）)]|(?=文件|精神|要求|规定))"
)


def title_spans(text: str) -> Iterator[tuple[int, int]]:
    """The outermost 《…》 of a text: (offset of 《, offset after 》); unpaired marks are passed over."""
    depth = start = last = 0
    for match in _SIGNS.finditer(text):
        index = match.start()
        if depth and text.find("\n", last, index) >= 0:
            depth = 0
        last = index
        if text[index] == _OPEN:
            if depth == 0 or index - start > _MAX_TITLE:
                start, depth = index, 0
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and index + 1 - start <= _MAX_TITLE:
                yield start, index + 1


def recognise(scene: Scene) -> Iterator[Found]:
    """Titles that are policies; the document's own title under its own id."""
    own = {_loose(name) for name in (scene.meta.title, *scene.meta.alias_names)}
    known = [(scene.meta.title, scene.policy)]
    for start, end in title_spans(scene.text):
        title = scene.text[start + 1 : end - 1]
        number = _NUMBER.match(scene.text, end)
        if number is None and not _POLICY_WORDS.search(title):
            continue
        if _GENRE.fullmatch(title):
            yield from _short(scene, start, end, title, known)
            continue
        name, alias = canonical_title(title)
        properties = {"number": normal_number(number.group("number"))} if number else {}
        if _loose(name) in own or _loose(title) in own:
            yield Found(start, end, "Policy", scene.meta.title, scene.policy, title, "title", properties={})
            continue
        known.append((name, policy_id(name)))
        yield Found(start, end, "Policy", name, policy_id(name), alias, "title", properties=properties)
    yield from _unquoted(scene)


def _short(scene: Scene, start: int, end: int, title: str, known: list[tuple[str, str]]) -> Iterator[Found]:
    """《条例》: the last document cited before whose title ends so, else the document itself; no document otherwise."""
    for name, key in reversed(known):
        if name.endswith(title):
            yield Found(start, end, "Policy", name, key, title, "title")
            return


def _unquoted(scene: Scene) -> Iterator[Found]:
    """Documents without title marks: by wording and number (国务院关于…的批复（国函〔2014〕87号）), or number alone."""
    reached = 0
    for sign in _BEFORE_BARE.finditer(scene.text):
        match = _BARE.match(scene.text, sign.end()) if sign.end() >= reached else None
        if match is None:
            continue
        reached = match.end()
        title, number = match.group("title"), normal_number(match.group("number"))
        if match.start("title") == 0 or number == scene.meta.number or scene.text[match.start("title") - 1] in "《〈\n":
            continue
        name = title or number
        start = match.start("title") if title else match.start("number")
        yield Found(start, match.end(), "Policy", name, policy_id(name), name, "number", properties={"number": number})


def _loose(title: str) -> str:
    """A title without the words by which a notice and its attachment differ (《关于…的若干措施》, 印发…若干措施)."""
    return canonical_key(title).removeprefix("关于").replace("的", "")


def canonical_title(title: str) -> tuple[str, str]:
    """(name, surface): a notice that only forwards another document goes by the name of what it forwards."""
    match = _FORWARD.match(title)
    return (match.group("inner"), title) if match else (title, title)


def normal_number(number: str) -> str:
    """湘政办发[2022] 60号 → 湘政办发〔2022〕60号."""
    bare = re.sub(r"\s", "", number)
    return re.sub(r"[〔\[［（(【﹝]((?:19|20)\d{2})[〕\]］）)】﹞]", r"〔\1〕", bare)
