"""What all tests share: their order, and a way to run the command line."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_LATE = ("slow", "server", "browser")
pytest_plugins = ["servers", "browsing"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast tests first, then those that build and install, then those that need a server or a browser."""

    def stage(item: pytest.Item) -> int:
        """0 for a fast test, else the latest of its marks."""
        return max((_LATE.index(name) + 1 for name in _LATE if item.get_closest_marker(name)), default=0)

    items.sort(key=stage)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the packaged examples."""
    return ROOT / "examples"


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def liantu(tmp_path: Path) -> Run:
    """Run the real command in a folder of its own: `liantu("stats", "--json")`."""

    def run(
        *arguments: str | Path, stdin: bytes = b"", cwd: Path = tmp_path, settings: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("LIANTU_", "NEO4J_"))}
        done = subprocess.run(
            [sys.executable, "-m", "liantu", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=environment | dict(settings or {}),
            timeout=300,
            check=False,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
