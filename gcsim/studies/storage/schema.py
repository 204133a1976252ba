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
from operator import itemgetter
from typing import Any

import pyarrow as pa

__all__ = ["LIST_COLUMNS", "SCHEMA_VERSION", "SchemaError", "check_row", "check_version", "join", "to_table"]

SCHEMA_VERSION = 2
"""Goes up whenever a program that reads the tables of the version before would misread these.

Version 1 had one writer for a folder, which owned it: it removed the temporary files of others and knew nothing of
failed runs, so it must not take a folder of version 2 for its own. Its tables read as they are: what they do not have,
such as the study of a run, is null.
"""

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

_READ = range(1, SCHEMA_VERSION + 1)
_METADATA_KEY = b"gcsim.schema"
_METADATA = {_METADATA_KEY: str(SCHEMA_VERSION).encode()}
_LIST = pa.large_list(pa.int64())  # "large": all histograms of a big study are more than 2**31 numbers
_TYPES: Mapping[type, pa.DataType] = {
    bool: pa.bool_(),
    int: pa.int64(),
    float: pa.float64(),
    str: pa.string(),
    list: _LIST,
}
_PLAIN = _TYPES.keys() | {type(None)}


class SchemaError(ValueError):
    """A table that does not keep the rules of this module."""


def check_row(row: Mapping[str, Any]) -> None:
    """Refuse a row that no table takes.

    Parameters
    ----------
    row : mapping
        Column name to value.

    Raises
    ------
    SchemaError
        If a value is of an unknown type.
    """
    if set(map(type, row.values())) - _PLAIN:
        raise SchemaError(_unknown(next((name, value) for name, value in row.items() if type(value) not in _PLAIN)))


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
        If a column holds values of types that do not go together, of an unknown type, or too large.
    """
    columns = _columns(rows)
    arrays, fields = [], []
    for name, values in columns.items():
        kind = _type_of(name, values)
        fields.append(pa.field(name, kind))
        try:
            arrays.append(pa.array(values, kind))
        except (pa.ArrowException, OverflowError) as error:
            raise SchemaError(f"column {name} does not hold plain values: {error}") from error
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=_METADATA))


def check_version(schema: pa.Schema) -> None:
    """Refuse a table of another version that would be misread.

    Parameters
    ----------
    schema : pyarrow.Schema
        Schema of the table, with its metadata.

    Raises
    ------
    SchemaError
        If it is of a newer schema than this program knows, or of none.
    """
    found = (schema.metadata or {}).get(_METADATA_KEY, b"0").decode(errors="replace")
    if found not in map(str, _READ):
        newer = found.isdecimal() and int(found) > SCHEMA_VERSION
        raise SchemaError(
            f"a table of schema {found}, and this gcsim reads {_READ[0]} to {_READ[-1]}: "
            + ("use a gcsim as new as the one that wrote it" if newer else "it is no table of results")
            + ", or begin in an empty folder"
        )


def join(tables: Sequence[pa.Table]) -> pa.Table:
    """Put tables one below the other.

    Parameters
    ----------
    tables : sequence of pyarrow.Table
        Tables that :func:`to_table` made, of this version or one that it reads.

    Returns
    -------
    pyarrow.Table
        All rows, with the columns of all tables, as a table of this version.

    Raises
    ------
    SchemaError
        If a table is of another schema, or one and the same column holds text here and numbers there.
    """
    for table in tables:
        check_version(table.schema)
    try:
        joined = pa.concat_tables(tables, promote_options="permissive")
    except (pa.ArrowTypeError, pa.ArrowInvalid) as error:
        raise SchemaError(f"these tables do not go together: {error}") from error
    return joined.replace_schema_metadata(_METADATA)


def _columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    names = list(rows[0]) if rows else []
    if len(names) > 1 and all(row.keys() == rows[0].keys() for row in rows):
        # Nearly always: the runs of a study have the same columns, and asking each row for all of them at once costs a
        # fraction of asking for one by one.
        cells = zip(*map(itemgetter(*names), rows), strict=True)
        return dict(zip(names, map(list, cells), strict=True))
    names = list(dict.fromkeys(name for row in rows for name in row))
    return {name: [row.get(name) for row in rows] for name in names}


def _type_of(name: str, values: Sequence[Any]) -> pa.DataType:
    kinds = set(map(type, values)) - {type(None)}
    if kinds - _TYPES.keys():
        raise SchemaError(_unknown((name, next(value for value in values if type(value) not in _PLAIN))))
    if not kinds:
        return _LIST if name in LIST_COLUMNS else pa.null()
    if kinds == {int, float}:
        return pa.float64()
    if len(kinds) > 1:
        raise SchemaError(f"column {name} holds {' and '.join(sorted(kind.__name__ for kind in kinds))}")
    return _TYPES[kinds.pop()]


def _unknown(cell: tuple[str, object]) -> str:
    name, value = cell
    return f"column {name} holds a {type(value).__name__}; plain values would do"
