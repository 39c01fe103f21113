"""The wheel, built and installed elsewhere: an editable install would hide what is missing from it."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
PACKAGES = ("graph", "extract", "queries", "viz", "liantu")
_NO_SOCKETS = '''\
"""Stands in for a machine without network."""
import socket

def _refuse(*arguments, **options):
    raise OSError("the network is unreachable (blocked by the test)")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = _refuse
'''


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the tree as it stands."""
    target = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(root)], cwd=target)
    return next(target.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(root: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts' folder of an environment that holds the wheel and what it depends on, and nothing else."""
    home = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    install = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*install, "--constraint", str(root / "constraints.txt"), str(wheel)], cwd=home)
    return scripts


def _run(command: list[str], cwd: Path, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; its output is the message if it fails."""
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done


def _offline(tmp_path: Path) -> tuple[list[str], dict[str, str]]:
    """What to put before a command, and its environment, so that it cannot reach any network."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LIANTU_", "PYTHON"))}
    for prefix in (["unshare", "-n"], ["unshare", "-r", "-n"]):
        if (
            shutil.which("unshare")
            and subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0
        ):
            return prefix, environment
    blocker = tmp_path / "blocker"
    blocker.mkdir()
    (blocker / "sitecustomize.py").write_text(_NO_SOCKETS, encoding="utf-8")
    return [], environment | {"PYTHONPATH": str(blocker)}


def test_the_wheel_holds_every_file_of_the_packages(root: Path, wheel: Path) -> None:
    """Data files, templates, queries and examples travel with the code."""
    packed = set(zipfile.ZipFile(wheel).namelist())
    files = [path for name in PACKAGES for path in (root / name).rglob("*") if path.is_file()]
    wanted = {path.relative_to(root).as_posix() for path in files if "__pycache__" not in path.parts}
    wanted |= {
        f"liantu/{path.relative_to(root).as_posix()}" for path in (root / "examples").rglob("*") if path.is_file()
    }
    assert wanted - packed == set()


def test_demo_runs_from_the_wheel_without_network(installed: Path, tmp_path: Path) -> None:
    """In an empty environment, from another folder and with no network, `liantu demo` does the whole job."""
    prefix, environment = _offline(tmp_path)
    done = _run([*prefix, str(installed / "liantu"), "demo", "show"], cwd=tmp_path, environment=environment)
    assert (tmp_path / "show" / "liantu.kgl").exists()
    page = (tmp_path / "show" / "links.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html")
    assert "liantu lookup" in done.stdout + done.stderr
    assert "Error" not in done.stderr


def test_the_installed_command_knows_its_version(installed: Path, tmp_path: Path) -> None:
    """The version of the package is the one that the command prints."""
    done = _run([str(installed / "liantu"), "--version"], cwd=tmp_path)
    shown = _run([str(installed / "python"), "-m", "pip", "show", "liantu"], cwd=tmp_path)
    assert f"Version: {done.stdout.split()[1]}\n" in shown.stdout
