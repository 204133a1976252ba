"""The one form in which results are compared byte for byte.

The files of a study differ with the order in which runs happened to finish, and its provenance with the machine. Its
canonical export does not: it depends on the scenarios and the model alone.
"""

import csv
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TextIO

import pyarrow as pa
import pyarrow.compute as pc

from gcsim.studies.results.ordered import ordered
from gcsim.studies.results.tables import current
from gcsim.studies.storage.store import read

__all__ = ["canonical_table", "export", "write_csv"]

_BATCH_ROWS = 256
_EXACT = 2**53  # from here on not every whole number is a float


def export(out: Path, path: Path, keys: Collection[str] | None = None) -> int:
    """Write the results of a folder in their canonical form.

    Parameters
    ----------
    out : Path
        The folder.
    path : Path
        File to write, UTF-8, as :func:`write_csv` does. Rows and columns are those of
        :class:`~gcsim.studies.results.ordered.Ordered`.
    keys : collection of str, optional
        Runs to write; all by default.

    Returns
    -------
    int
        How many were written.

    Raises
    ------
    StoreError
        If a part cannot be read.
    SchemaError
        If a part is of another schema.
    """
    with ordered(out, path.parent, keys) as results, path.open("w", encoding="utf-8", newline="") as file:
        write_csv(results.schema.names, results.tables, file)
    return results.rows


def write_csv(columns: Sequence[str], tables: Iterable[pa.Table], file: TextIO) -> None:
    """Write tables as one of CSV (RFC 4180, but with line feeds alone).

    Parameters
    ----------
    columns : sequence of str
        Names of its columns.
    tables : iterable of pyarrow.Table
        Tables of plain values that have these columns, to be put one below the other.
    file : file object
        Whole numbers and flags are written as Python prints them, other numbers with the shortest decimals that give
        them back, lists as numbers with spaces between; what is missing is empty.
    """
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for table in tables:
        for batch in table.to_batches(max_chunksize=_BATCH_ROWS):
            writer.writerows(zip(*map(_texts, batch.columns), strict=True))


def canonical_table(out: Path, keys: Collection[str] | None, wanted: Callable[[str], bool]) -> pa.Table:
    """Read some columns of results in the order of the canonical form.

    Parameters
    ----------
    out : Path
        The folder.
    keys : collection of str or None
        Runs to read; None for all.
    wanted : callable
        Says of a column, by its name, whether to read it; ``run_key`` and ``model_version`` have to be among them.

    Returns
    -------
    pyarrow.Table
        Runs of this version of the model, sorted by ``run_key``, which is the first column; the others are sorted by
        name. A column that has no value in any of these runs is none of theirs and left out.

    Raises
    ------
    StoreError, SchemaError
        As :func:`export`.
    """
    table = current(read(out, wanted), keys)
    held = {name for name in table.column_names if table.column(name).null_count < table.num_rows}
    return table.select(["run_key", *sorted(held - {"run_key"})])


def _texts(column: pa.Array) -> Iterable[str]:
    if pa.types.is_large_list(column.type) and pa.types.is_integer(column.type.value_type):
        # Most of what a table holds: left to Arrow, which is twenty times as fast as Python.
        column = pc.binary_join(column.cast(pa.large_list(pa.string())), " ")
    return map(_text, column.to_pylist())


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(map(str, value))
    # A column of integers is one of floats where other runs of the folder made it so: 100 is 100 in either.
    if isinstance(value, float) and value.is_integer():
        return str(int(value)) if abs(value) < _EXACT else str(value)
    return str(value)
