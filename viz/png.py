"""A figure as PNG, drawn by a browser that is there: Chromium, Chrome or Edge, without window and network."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import fromstring, tostring

from graph.errors import OutputError

SCALE = 2.0
_NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge",
)  # fmt: skip
_FLAGS = (
    "--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--no-default-browser-check",
    "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
    "--default-background-color=ffffffff",
)  # fmt: skip
_SECONDS = 120
# Of larger pictures Chromium draws only a part.
_MOST = 8_000
_REMEDY = "install Chromium, Chrome or Edge (LIANTU_BROWSER=/path/to/it where it is not on PATH), or write SVG."


def png(svg: str, width: int, height: int, *, seconds: float = _SECONDS) -> bytes:
    """The picture at twice its size in pixels, less where that is more than a browser draws.

    Raises OutputError if there is no browser or it draws nothing within `seconds`.
    """
    browser = find_browser()
    with TemporaryDirectory(prefix="liantu-", ignore_cleanup_errors=True) as folder:
        source, drawn = Path(folder, "figure.svg"), Path(folder, "figure.png")
        scale = min(SCALE, _MOST / max(width, height, 1))
        if scale < 1.0:
            # A browser scales up only.
            width, height, scale = round(width * scale), round(height * scale), 1.0
            svg = _sized(svg, width, height)
        source.write_text(svg, encoding="utf-8", newline="\n")
        command = [
            browser, *_FLAGS, *(["--no-sandbox"] if _as_root() else []), f"--user-data-dir={Path(folder, 'profile')}",
            f"--window-size={width},{height}", f"--force-device-scale-factor={scale:.4f}",
            f"--screenshot={drawn}", source.as_uri(),
        ]  # fmt: skip
        told = _run(command, folder, seconds)
        if not drawn.exists():
            last = next((line for line in reversed(told.splitlines()) if line.strip()), "it says nothing")
            raise OutputError(f"{browser} drew no picture ({last.strip()[:200]}); {_REMEDY}")
        return drawn.read_bytes()


def find_browser() -> str:
    """The browser that LIANTU_BROWSER names, else the first on PATH. Raises OutputError if there is none."""
    wanted = os.environ.get("LIANTU_BROWSER", "").strip()
    found = shutil.which(wanted) if wanted else next(filter(None, map(shutil.which, _NAMES)), None)
    if not found:
        missing = f"LIANTU_BROWSER names {wanted}, which is no program" if wanted else "There is no browser on PATH"
        raise OutputError(f"{missing}, and PNG is drawn by one; {_REMEDY}")
    return found


def _sized(svg: str, width: int, height: int) -> str:
    """The same drawing at another size."""
    root = fromstring(svg)
    root.set("width", str(width))
    root.set("height", str(height))
    return tostring(root, encoding="unicode")


def _run(command: list[str], folder: str, seconds: float) -> str:
    """Run the browser with its own home; what it wrote to standard error. Raises OutputError if it takes too long."""
    environment = os.environ | {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_CACHE_HOME": folder}
    said = Path(folder, "said.txt")
    try:
        with said.open("wb") as stream:
            running = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=stream, env=environment,
                start_new_session=True,
            )  # fmt: skip
    except OSError as error:
        raise OutputError(f"{command[0]} cannot be run ({error.strerror}); {_REMEDY}") from error
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise OutputError(f"{command[0]} drew no picture within {seconds:g} seconds; {_REMEDY}") from error
    finally:
        _end(running)
    return said.read_text("utf-8", "replace")


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a browser that still runs, with the processes that it started: they share its group."""
    if running.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
    running.wait()


def _as_root() -> bool:
    """Whether we are root, for whom Chromium refuses to run in its sandbox."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
