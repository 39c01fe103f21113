"""A figure as PNG: by a browser that is there, without a network; without a browser a sentence that says what to do."""

import struct
from pathlib import Path
from time import sleep

import pytest
from test_svg import chain

from graph.errors import OutputError
from viz.png import find_browser, png
from viz.svg import figure, size_of


def script(folder: Path, text: str) -> str:
    """A program that stands for a browser."""
    file = folder / "browser"
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


def alive(process: int) -> bool:
    """Whether a process still runs (one that has ended and waits to be collected does not)."""
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text(encoding="utf-8").rsplit(") ", 1)[1][0] not in "ZX"


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
def test_a_figure_is_drawn_at_twice_its_size() -> None:
    """A PNG of the figure's width and height times two, in which not everything is white."""
    svg = figure(chain())
    wide, high = size_of(svg)
    drawn = png(svg, wide, high)
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n") and struct.unpack(">II", drawn[16:24]) == (2 * wide, 2 * high)
    assert len(drawn) > 20_000


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
def test_a_huge_figure_is_drawn_smaller() -> None:
    """Never more pixels to a side than a browser draws."""
    drawn = png(figure(chain()), 20_000, 10_000)
    assert struct.unpack(">II", drawn[16:24]) == (8_000, 4_000) and len(drawn) > 50_000


def test_without_a_browser_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No browser on PATH, or LIANTU_BROWSER names none: one sentence each, with what to install or to write instead."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("LIANTU_BROWSER", raising=False)
    with pytest.raises(OutputError, match=r"no browser on PATH.*install Chromium, Chrome or Edge.*or write SVG\.$"):
        png("<svg/>", 10, 10)
    monkeypatch.setenv("LIANTU_BROWSER", "/nowhere/chromium")
    with pytest.raises(OutputError, match=r"LIANTU_BROWSER names /nowhere/chromium, which is no program"):
        find_browser()


def test_a_browser_that_draws_nothing_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its last line is in the message."""
    monkeypatch.setenv("LIANTU_BROWSER", script(tmp_path, "echo 'no display' >&2; exit 1"))
    with pytest.raises(OutputError, match=r"drew no picture \(no display\)"):
        png("<svg/>", 10, 10)


def test_a_browser_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """After the seconds that it has, with all that it started."""
    mark = tmp_path / "child"
    monkeypatch.setenv("LIANTU_BROWSER", script(tmp_path, f"sleep 60 & echo $! > {mark}; wait"))
    with pytest.raises(OutputError, match="within 1 seconds"):
        png("<svg/>", 10, 10, seconds=1)
    child = int(mark.read_text())
    for _ in range(50):
        if not alive(child):
            return
        sleep(0.1)
    pytest.fail(f"process {child} still runs")


def test_the_browser_is_kept_off_the_network_and_the_users_profile(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It gets a profile and a home of its own, which are gone afterwards, and no name resolves."""
    log = tmp_path / "log"
    monkeypatch.setenv("LIANTU_BROWSER", script(tmp_path, f'echo "$HOME" "$@" > {log}'))
    with pytest.raises(OutputError):
        png("<svg/>", 10, 10)
    told = log.read_text(encoding="utf-8")
    assert "MAP * ~NOTFOUND" in told and "--user-data-dir=" in told and "--window-size=10,10" in told
    assert not Path(told.split()[0]).exists()
