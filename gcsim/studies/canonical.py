"""The one form in which results are compared byte for byte.

The files of a study differ with the order in which runs happened to finish, and its provenance with the machine. Its
canonical export does not: it depends on the scenarios and the model alone.
"""

import csv
from collections.abc import Collection
from pathlib import Path

from gcsim.studies.store import read
from gcsim.studies.tables import current

__all__ = ["export"]

_BATCH_ROWS = 256


def export(out: Path, path: Path, keys: Collection[str] | None = None) -> None:
    """Write the results of a folder in their canonical form.

    Parameters
    ----------
    out : Path
        The folder.
    path : Path
        File to write: CSV (RFC 4180, but with line feeds alone), UTF-8. ``run_key`` is the first column, the others
        are sorted by name; rows are sorted by ``run_key``. Integers and flags are as Python prints them, other numbers
        have the shortest decimals that give them back, lists are numbers with spaces between, and what is missing is
        empty.
    keys : collection of str, optional
        Runs to write; all by default.

    Raises
    ------
    StoreError
        If a part cannot be read.
    SchemaError
        If a part is of another schema.
    """
    table = current(read(out), keys)
    names = ["run_key", *sorted(name for name in table.column_names if name != "run_key")]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        for batch in table.select(names).to_batches(max_chunksize=_BATCH_ROWS):
            writer.writerows([_text(row[name]) for name in names] for row in batch.to_pylist())


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(map(str, value))
    return value if isinstance(value, str) else repr(value)
