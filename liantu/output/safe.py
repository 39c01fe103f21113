"""The one place where text from documents is made harmless for terminals, tables and spreadsheets."""

import re

# C0 and C1 controls (terminal escapes begin with ESC or CSI), line and paragraph separators, marks that turn the
# direction of the text around, and lone surrogates, which no file can hold.
_DANGEROUS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


# A line end with the white space around it, and what stands before and after.
_BREAK = re.compile("(?<=(.))[ \t\u3000]*[\n\r\u2028\u2029][\\s\u3000]*(?=(.))")


def safe(text: str) -> str:
    """One line of text without control characters: tabs become a space, the rest is shown as \\x1b.

    A line end becomes a space, or nothing between two Chinese characters: it only wraps the line there.
    """
    return _DANGEROUS.sub(_visible, _BREAK.sub(_joined, text))


def _joined(match: re.Match[str]) -> str:
    """What takes the place of a line end."""
    return "" if match[1] > "\u2e7f" and match[2] > "\u2e7f" else " "


def _visible(match: re.Match[str]) -> str:
    """A control character as people read it."""
    character = match.group()
    if character in "\n\r\t\u2028\u2029":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def safe_json(text: str) -> str:
    """JSON text with the dangerous characters that json.dumps leaves alone written as \\u escapes; same value."""
    return _DANGEROUS.sub(lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", text)


def safe_cell(text: str) -> str:
    """A cell of a spreadsheet that no spreadsheet takes for a formula: such text gets an apostrophe in front."""
    return "'" + safe(text) if text.startswith(_FORMULA) else safe(text)
