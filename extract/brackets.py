"""Pairs of brackets of a text, found in one pass."""

import re

from graph.values import value

_OPEN = {"（": "）", "(": ")", "［": "］", "[": "]", "〔": "〕", "【": "】"}
_SAME = {")": "）", "）": "）", "]": "］", "］": "］", "〕": "］", "】": "】"}
_CLOSES = {opening: _SAME[closing] for opening, closing in _OPEN.items()}
_SIGNS = re.compile("[" + "".join(map(re.escape, (*_OPEN, *_SAME))) + "]")


@value
class Bracket:
    """An outermost pair: `start` is the opening sign, `end` just after the closing one."""

    start: int
    end: int

    def inner(self) -> tuple[int, int]:
        """The span between the signs."""
        return self.start + 1, self.end - 1


def outer_brackets(text: str, limit: int = 3000) -> list[Bracket]:
    """The outermost bracket pairs of at most `limit` characters; unpaired signs and longer pairs are passed over.

    Half-width and full-width signs pair with each other, since texts mix them.
    """
    found: list[Bracket] = []
    stack: list[tuple[int, str]] = []
    last = 0
    for match in _SIGNS.finditer(text):
        index, sign = match.start(), match.group()
        if stack and text.find("\n", last, index) >= 0:
            stack.clear()
        last = index
        if sign in _CLOSES:
            if stack and index - stack[0][0] > limit:
                stack.clear()
            if len(stack) < 8:
                stack.append((index, _CLOSES[sign]))
        elif stack:
            while stack and stack[-1][1] != _SAME[sign]:
                stack.pop()
            if stack:
                start, _ = stack.pop()
                if not stack and index + 1 - start <= limit:
                    found.append(Bracket(start, index + 1))
    return found
