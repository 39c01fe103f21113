"""`--format json`: one array of objects, keyed by the columns' machine names."""

import json
from typing import IO

from liantu.output.cells import plain
from liantu.output.safe import safe_json
from liantu.output.sheet import Tabular, record


def write(table: Tabular, stream: IO[str]) -> None:
    """Write the array, one row a line."""
    rows = [safe_json(json.dumps(plain(record(table, row)), ensure_ascii=False)) for row in table.rows]
    stream.write("[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n")
