"""The commands that import a folder of CSV files into Neo4j, as scripts, and the words that go with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

# The buffer in which the import reads a row, in bytes, if no row needs more.
_BUFFER = 4 * 1024 * 1024
_OPTIONS = (
    "--id-type=string", "--input-encoding=UTF-8", "--multiline-fields=true", "--array-delimiter=U+001F",
    "--ignore-empty-strings=false", "--trim-strings=false", "--legacy-style-quoting=false", "--bad-tolerance=0",
    "--overwrite-destination",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """A header and a data file, and the option that says what is in them: `--nodes=A:B`, `--relationships=TYPE`."""

    option: str
    header: str
    data: str


def arguments(groups: Sequence[Group], longest: int) -> list[str]:
    """What follows `neo4j-admin database import full DATABASE`, in the folder; `longest` is the size of a row."""
    buffer = max(_BUFFER, 2 * longest)
    return [*_OPTIONS, f"--read-buffer-size={buffer}", *(f"{x.option}={x.header},{x.data}" for x in groups)]


def shell_script(groups: Sequence[Group], longest: int) -> str:
    """import.sh."""
    told = " \\\n".join(f"  '{argument}'" for argument in arguments(groups, longest))
    return _text("import.sh").replace("@ARGUMENTS@", told)


def windows_script(groups: Sequence[Group], longest: int) -> str:
    """import.bat, with line ends of Windows."""
    told = " ^\n".join(f'  "{argument}"' for argument in arguments(groups, longest))
    return _text("import.bat").replace("@ARGUMENTS@", told).replace("\n", "\r\n")


def readme() -> str:
    """README.txt."""
    return _text("README.txt")


def _text(name: str) -> str:
    return files("graph.export").joinpath("neo4j", name).read_text(encoding="utf-8")
