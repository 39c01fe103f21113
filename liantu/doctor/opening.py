"""The graph opened for the doctor, who leaves it as it is."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import LiantuError
from graph.stores import chosen, open_store, unsaved_log
from liantu.doctor.finding import Patient


@contextmanager
def examined(where: str | None) -> Iterator[Patient]:
    """The graph, open for reading, or with the reason why it is not."""
    place = chosen(where)
    named = bool(where or os.environ.get("LIANTU_GRAPH") or os.environ.get("NEO4J_URI"))
    log = None if "://" in place else unsaved_log(Path(place))
    with TemporaryDirectory(prefix="liantu-", ignore_cleanup_errors=True) as folder:
        try:
            # To open a graph whose writer has died is to mend it: that is done to a copy.
            store = open_store(str(_copied(Path(place), log, Path(folder))) if log else place)
        except (LiantuError, OSError) as error:
            yield Patient(place, named, trouble=str(error))
            return
        with store:
            yield Patient(place, named, store, unsaved=log is not None)


def _copied(path: Path, log: Path, folder: Path) -> Path:
    """The graph file, if there is one, and its log, in another folder."""
    for file in (path, log):
        if file.exists():
            shutil.copyfile(file, folder / file.name)
    return folder / path.name
