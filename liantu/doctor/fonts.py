"""What pictures need: a browser for PNG, and a font with Chinese characters."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from graph.errors import OutputError
from liantu.doctor.finding import OK, WARN, Finding, Patient
from viz.png import find_browser

# Fonts that come with systems which have no fontconfig.
_KNOWN = (
    "/System/Library/Fonts/PingFang.ttc",
    "/System/Library/Fonts/Hiragino Sans GB.ttc",
    "/System/Library/Fonts/STHeiti Light.ttc",
    "/Library/Fonts/Arial Unicode.ttf",
    "Fonts/msyh.ttc",
    "Fonts/simsun.ttc",
    "Fonts/simhei.ttf",
)
_SECONDS = 10
_REMEDY = "install one, such as Noto Sans CJK SC (Debian: fonts-noto-cjk)"


def check(_patient: Patient) -> Iterator[Finding]:
    """The browser that draws PNG, and the fonts with which names are written."""
    try:
        yield Finding("browser", OK, find_browser())
    except OutputError as error:
        yield Finding("browser", WARN, str(error))
    found = _fonts()
    if found is None:
        yield Finding("fonts", WARN, "it cannot be told whether there is a font for Chinese", _REMEDY)
    elif found:
        yield Finding("fonts", OK, found[0] + (f" and {len(found) - 1} more" if len(found) > 1 else ""))
    else:
        yield Finding("fonts", WARN, "there is no font for Chinese: PNG would show boxes", _REMEDY)


def _fonts() -> list[str] | None:
    """The fonts for Chinese; None where that cannot be found out."""
    root = Path(os.environ.get("WINDIR", "/"))
    known = [path.name for path in (root / name for name in _KNOWN) if path.is_file()]
    if known:
        return known
    program = shutil.which("fc-list")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, ":lang=zh", "family"],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            encoding="utf-8",
            errors="replace",
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return sorted({line.split(",")[0].strip() for line in done.stdout.splitlines() if line.strip()})
