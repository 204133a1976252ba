"""The tables of a study: what their columns hold, in one place.

Columns come from the scenario and from the analysis, and both grow; a fixed list of them would only repeat what stands
there. Fixed are the rules:

- ``run_key`` is the first column, text, never empty;
- integers are int64, other numbers float64, flags bool, text utf-8, lists are lists of int64;
- ``gogc`` is text, since it may be ``off``;
- a column in which integers and other numbers meet is float64; one where text meets numbers is an error;
- a column in which a part holds no value has no type there and takes the one it has elsewhere.

The rules give the same table however the rows are spread over parts.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

__all__ = ["LIST_COLUMNS", "SCHEMA_VERSION", "SchemaError", "join", "to_table"]

SCHEMA_VERSION = 1
"""Goes up whenever a program that reads the tables of the version before would misread these."""

LIST_COLUMNS = (
    "pauses_ns",
    "cycle_ends_ns",
    "stops_ns",
    "stop_phases",
    "sampled_ns",
    "sampled_goroutines",
    "sampled_heap_bytes",
    "op_buckets",
    "op_counts",
    "op_cause_ns",
)
"""Columns that hold a list in each row: exact pauses and stops, samples, and the histogram of operation latencies."""

_METADATA_KEY = b"gcsim.schema"
_LIST = pa.large_list(pa.int64())  # "large": all histograms of a big study are more than 2**31 numbers
_TYPES: Mapping[type, pa.DataType] = {
    bool: pa.bool_(),
    int: pa.int64(),
    float: pa.float64(),
    str: pa.string(),
    list: _LIST,
}


class SchemaError(ValueError):
    """A table that does not keep the rules of this module."""


def to_table(rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Turn rows into a table.

    Parameters
    ----------
    rows : sequence of mapping
        Column name to value; rows may have different columns, and what a row does not have is null.

    Returns
    -------
    pyarrow.Table
        A row for each of `rows`, columns in the order in which they first occur. Its metadata tell the version of the
        schema.

    Raises
    ------
    SchemaError
        If a column holds values of types that do not go together, or of an unknown type.
    """
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = {name: [row.get(name) for row in rows] for name in names}
    fields = [pa.field(name, _type_of(name, values)) for name, values in columns.items()]
    metadata = {_METADATA_KEY: str(SCHEMA_VERSION).encode()}
    return pa.table(columns, schema=pa.schema(fields, metadata=metadata))


def join(tables: Sequence[pa.Table]) -> pa.Table:
    """Put tables one below the other.

    Parameters
    ----------
    tables : sequence of pyarrow.Table
        Tables that :func:`to_table` made.

    Returns
    -------
    pyarrow.Table
        All rows, with the columns of all tables.

    Raises
    ------
    SchemaError
        If a table is of a newer schema, or one and the same column holds text here and numbers there.
    """
    for table in tables:
        found = int((table.schema.metadata or {}).get(_METADATA_KEY, b"0"))
        if found != SCHEMA_VERSION:
            raise SchemaError(
                f"a table of schema {found}; this gcsim reads schema {SCHEMA_VERSION}: use the gcsim that wrote it, "
                "or begin in an empty folder"
            )
    try:
        return pa.concat_tables(tables, promote_options="permissive")
    except (pa.ArrowTypeError, pa.ArrowInvalid) as error:
        raise SchemaError(f"these tables do not go together: {error}") from error


def _type_of(name: str, values: Sequence[Any]) -> pa.DataType:
    kinds = {type(value) for value in values if value is not None}
    if unknown := kinds - _TYPES.keys():
        raise SchemaError(f"column {name} holds a {min(kind.__name__ for kind in unknown)}; plain values would do")
    if not kinds:
        return _LIST if name in LIST_COLUMNS else pa.null()
    if kinds == {int, float}:
        return pa.float64()
    if len(kinds) > 1:
        raise SchemaError(f"column {name} holds {' and '.join(sorted(kind.__name__ for kind in kinds))}")
    return _TYPES[kinds.pop()]
