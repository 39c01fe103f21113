"""`--format jsonl`: one JSON object a line, keyed by the columns' machine names."""

import json
from typing import IO

from liantu.output.cells import plain
from liantu.output.safe import safe_json
from liantu.output.sheet import Tabular, record


def write(table: Tabular, stream: IO[str]) -> None:
    """Write one line a row."""
    for row in table.rows:
        stream.write(safe_json(json.dumps(plain(record(table, row)), ensure_ascii=False)) + "\n")
