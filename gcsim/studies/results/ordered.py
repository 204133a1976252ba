"""Results in the order of their keys, some at a time: a folder may hold more than memory does.

Keys are hashes, so neighbours in their order lie anywhere in the folder. A first reading finds out which runs there are
and how large; a second one deals them out to files, one for each stretch of keys, which are then read one by one.
"""

import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from gcsim.studies.results.tables import current
from gcsim.studies.storage.schema import SchemaError, check_version, join
from gcsim.studies.storage.store import PARTS, StoreError

__all__ = ["STRETCH_BYTES", "Ordered", "ordered"]

STRETCH_BYTES = 1 << 26
"""Runs that are held at once, bytes as :mod:`pyarrow` holds them; sorting and writing take three times as much."""

_ROW_BYTES = 1 << 11  # what a row holds beside its lists: some two hundred numbers
_ITEM_BYTES = 8

_Keys = npt.NDArray[np.bytes_]


@dataclass(frozen=True, slots=True)
class Ordered:
    """Results in the order of their keys.

    Attributes
    ----------
    rows : int
        How many runs there are.
    schema : pyarrow.Schema
        Their columns: ``run_key``, then the others by name; one that has no value in any of these runs is none.
    tables : iterator of pyarrow.Table
        The runs, a stretch of keys at a time. Where a stretch ends depends on the runs alone, not on how they are
        spread over parts.
    """

    rows: int
    schema: pa.Schema
    tables: Iterator[pa.Table]


@dataclass(frozen=True, slots=True)
class _Survey:
    """The runs of a folder: their keys in order, the stretch of each, and all columns of its parts and those held."""

    keys: _Keys
    stretches: npt.NDArray[np.int64]
    schema: pa.Schema
    held: list[str]


@contextmanager
def ordered(
    out: Path, beside: Path, keys: Collection[str] | None = None, stretch_bytes: int = STRETCH_BYTES
) -> Iterator[Ordered]:
    """Read results in the order of their keys, with no more of them in memory than a stretch.

    Parameters
    ----------
    out : Path
        The folder; a sweep may go on in it.
    beside : Path
        Folder for what is put in order, on a disk that has room for it; there is nothing left in it afterwards.
    keys : collection of str, optional
        Runs to read; all of this version of the model by default.
    stretch_bytes : int, default: STRETCH_BYTES
        How much a stretch may hold, bytes.

    Yields
    ------
    Ordered
        To be read within the context.

    Raises
    ------
    StoreError
        If a part cannot be read, or is taken away meanwhile.
    SchemaError
        If a part is of another schema.
    """
    survey = _survey(out, keys, stretch_bytes)
    columns = ["run_key", *sorted(set(survey.held) - {"run_key"})]
    with tempfile.TemporaryDirectory(dir=beside, prefix=".") as name:
        files = _dealt_out(out, keys, survey, columns, Path(name))
        schema = pa.schema([survey.schema.field(column) for column in columns], metadata=survey.schema.metadata)
        yield Ordered(len(survey.keys), schema, _sorted(files))


def _survey(out: Path, keys: Collection[str] | None, stretch_bytes: int) -> _Survey:
    empty: dict[pa.Schema, pa.Table] = {}
    held: set[str] = set()
    found: list[_Keys] = [np.empty(0, np.bytes_)]
    sizes: list[npt.NDArray[np.int64]] = [np.empty(0, np.int64)]
    for part in _parts(out):
        empty[part.schema] = part.schema.empty_table()
        table = current(part, keys)
        held |= {name for name in table.column_names if table.column(name).null_count < table.num_rows}
        found.append(_keys_of(table))
        sizes.append(_sizes(table))
    every, first = np.unique(np.concatenate(found), return_index=True)
    stretches = (np.cumsum(np.concatenate(sizes)[first]) - 1) // stretch_bytes
    schema = join(list(empty.values())).schema if empty else pa.schema([("run_key", pa.string())])
    return _Survey(every, stretches, schema, sorted(held))


def _dealt_out(
    out: Path, keys: Collection[str] | None, survey: _Survey, columns: list[str], folder: Path
) -> list[Path]:
    """Write the runs of each stretch into a file of its own, and return the files in order."""
    files = [folder / f"{stretch}.arrow" for stretch in np.unique(survey.stretches)]
    number = dict(zip(np.unique(survey.stretches).tolist(), range(len(files)), strict=True))
    written = np.zeros(len(survey.keys), bool)
    with ExitStack() as stack:
        write: list[Callable[[pa.Table], None]] = []
        for part in _parts(out) if files else ():
            table = join([survey.schema.empty_table(), current(part, keys)]).select(columns)
            if not write:
                options = pa.ipc.IpcWriteOptions(compression="zstd")
                writers = [pa.ipc.new_file(str(file), table.schema, options=options) for file in files]
                write = [stack.enter_context(writer).write_table for writer in writers]
            its, rows = np.unique(_keys_of(table), return_index=True)
            at = np.searchsorted(survey.keys, its)
            new = at < len(survey.keys)  # others have come since
            new[new] = (survey.keys[at[new]] == its[new]) & ~written[at[new]]
            at, rows = at[new], rows[new]
            written[at] = True
            for stretch in np.unique(survey.stretches[at]):
                write[number[int(stretch)]](table.take(rows[survey.stretches[at] == stretch]))
    if not written.all():
        raise StoreError(f"{out}: parts were taken away while they were read; ask again")
    return files


def _sorted(files: list[Path]) -> Iterator[pa.Table]:
    for file in files:
        with pa.ipc.open_file(str(file)) as reader:
            table = reader.read_all()
        file.unlink()
        yield table.take(np.argsort(_keys_of(table)))


def _keys_of(table: pa.Table) -> _Keys:
    return np.asarray(table["run_key"].to_numpy(), np.bytes_)


def _sizes(table: pa.Table) -> npt.NDArray[np.int64]:
    """Return what each run takes in memory, bytes: of its lists exactly, of the rest as a guess, the same for all."""
    sizes = np.full(table.num_rows, _ROW_BYTES, np.int64)
    for column in table.columns:
        if pa.types.is_large_list(column.type):
            lengths = pc.fill_null(pc.list_value_length(column), 0)
            sizes += _ITEM_BYTES * np.asarray(lengths.to_numpy(), np.int64)
    return sizes


def _parts(out: Path) -> Iterator[pa.Table]:
    """Read every part of results once, those included that take the place of others meanwhile."""
    done: set[Path] = set()
    while new := [part for part in sorted((out / PARTS).glob("[!.]*.parquet")) if part not in done]:
        for part in new:
            done.add(part)
            with suppress(FileNotFoundError):
                yield _read(part)


def _read(part: Path) -> pa.Table:
    try:
        with pq.ParquetFile(part) as file:
            check_version(file.schema_arrow)
            return file.read()
    except SchemaError as error:
        raise SchemaError(f"{part}: {error}") from None
    except FileNotFoundError:
        raise
    except (pa.ArrowInvalid, OSError) as error:
        raise StoreError(f"{part}: not readable ({error}); delete it, and a sweep does its runs again") from error
