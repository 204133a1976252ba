"""A folder of results that survives being killed at any instant.

``parts/`` holds the results and ``provenance/`` how they came about, both as Parquet files ("parts"). A part is
written under a temporary name, synced and renamed, so it is there whole or not at all. Its name is the hash of the
runs it holds: writing the same runs twice is writing the same file. Small parts are merged into large ones by first
writing the large part and then removing the small ones; whoever is killed in between leaves rows twice, and readers
drop the second.

One process writes to a folder at a time, which a lock of the operating system sees to: it ends with the process.
Anybody may read at any time.
"""

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from gcsim.studies.schema import join, to_table

__all__ = ["PART_ROWS", "FolderBusyError", "StoreError", "append", "compact", "locked", "read", "stored_keys"]

PART_ROWS = 256
"""A part of so many runs or more is never merged again."""

_RESULTS = "parts"
_PROVENANCE = "provenance"
_TEMPORARY = ".tmp"
_NAME_DIGITS = 24
_READABLE = 0o644  # a temporary file is for its owner alone; results are for whoever may enter the folder


class StoreError(Exception):
    """A folder of results that cannot be used; the message says why and what would do."""


class FolderBusyError(StoreError):
    """Another process is writing to the folder."""


def _everything(_column: str) -> bool:
    """Want every column."""
    return True


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Own a folder of results for writing; what a killed predecessor left half-written is removed.

    Parameters
    ----------
    out : Path
        The folder; made if it is not there.

    Raises
    ------
    FolderBusyError
        If another process owns it. Nothing was touched then.
    StoreError
        If it cannot be made.
    """
    try:
        for folder in (out / _RESULTS, out / _PROVENANCE):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{out}: no folder for results: {error.strerror}") from error
    with (out / ".lock").open("a+b") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise FolderBusyError(f"{out}: another sweep writes here; wait for it, or use another folder") from error
        for folder in (out / _RESULTS, out / _PROVENANCE):
            for torn in folder.glob(f".*{_TEMPORARY}"):
                torn.unlink()
        yield


def append(out: Path, results: Sequence[Mapping[str, Any]], provenance: Sequence[Mapping[str, Any]]) -> None:
    """Store some runs; when this returns they outlast a loss of power.

    Parameters
    ----------
    out : Path
        The folder, :func:`locked`.
    results, provenance : sequence of mapping
        A row for each run in each of them, with its ``run_key``.

    Raises
    ------
    SchemaError
        If the rows do not make a table.
    StoreError
        If the disk does not take them.
    """
    # A run counts as done once its result is there, so the result goes last: then each stored run has its provenance.
    tables = {_PROVENANCE: to_table(provenance), _RESULTS: to_table(results)}
    try:
        for name, table in tables.items():
            _write(out / name, table)
    except OSError as error:
        raise StoreError(f"{out}: cannot store results: {error.strerror}; what was stored before is kept") from error


def compact(out: Path) -> None:
    """Merge parts of less than :data:`PART_ROWS` runs.

    Parameters
    ----------
    out : Path
        The folder, :func:`locked`.
    """
    for folder in (out / _RESULTS, out / _PROVENANCE):
        small = [part for part in _parts(folder) if pq.read_metadata(part).num_rows < PART_ROWS]
        if len(small) > 1:
            _merge(folder, small)


def stored_keys(out: Path) -> frozenset[str]:
    """Return the keys of all runs whose results a folder holds.

    Parameters
    ----------
    out : Path
        The folder; one that is not there holds nothing.

    Returns
    -------
    frozenset of str
        Run keys, those of other versions of the model included.

    Raises
    ------
    StoreError
        If a part cannot be read.
    """
    tables = _tables(out / _RESULTS, lambda name: name == "run_key")
    return frozenset(key for table in tables for key in table["run_key"].to_pylist())


def read(out: Path, wanted: Callable[[str], bool] = _everything, *, provenance: bool = False) -> pa.Table:
    """Read all runs of a folder.

    Parameters
    ----------
    out : Path
        The folder.
    wanted : callable
        Says of a column, by its name, whether to read it; ``run_key`` has to be among them.
    provenance : bool
        Read how the results came about instead of the results.

    Returns
    -------
    pyarrow.Table
        A row for each run, sorted by ``run_key``; it is empty and has no columns but ``run_key`` where nothing is
        stored.

    Raises
    ------
    StoreError
        If a part cannot be read.
    SchemaError
        If a part is of another schema.
    """
    tables = _tables(out / (_PROVENANCE if provenance else _RESULTS), wanted)
    return _distinct(join(tables)) if tables else pa.table({"run_key": pa.array([], pa.string())})


def _tables(folder: Path, wanted: Callable[[str], bool]) -> list[pa.Table]:
    while True:
        parts = _parts(folder)
        try:
            return [_read(part, wanted) for part in parts]
        except FileNotFoundError:
            continue  # merged into another part since the folder was listed


def _distinct(table: pa.Table) -> pa.Table:
    # Of a run that was done twice, since its first result was lost with a killed process, the later provenance counts.
    if "finished" in table.column_names:
        table = table.sort_by([("finished", "descending")])
    keys = table["run_key"].to_numpy(zero_copy_only=False).astype(str)
    return table.take(np.unique(keys, return_index=True)[1])


def _merge(folder: Path, small: Sequence[Path]) -> None:
    merged = _distinct(join([_read(part, _everything) for part in small]))
    written = {_write(folder, merged.slice(begin, PART_ROWS)) for begin in range(0, merged.num_rows, PART_ROWS)}
    for part in small:
        if part not in written:
            part.unlink()


def _write(folder: Path, table: pa.Table) -> Path:
    keys = "\n".join(sorted(table["run_key"].to_pylist()))
    part = folder / f"{hashlib.sha256(keys.encode()).hexdigest()[:_NAME_DIGITS]}.parquet"
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=_TEMPORARY)
    try:
        with os.fdopen(descriptor, "wb") as file:
            pq.write_table(table, file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_READABLE)
        Path(name).rename(part)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    _sync_folder(folder)
    return part


def _sync_folder(folder: Path) -> None:
    # Without this the file's new name may be lost in a crash though its contents are on the disk.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _parts(folder: Path) -> list[Path]:
    return sorted(part for part in folder.glob("*.parquet") if not part.name.startswith("."))


def _read(part: Path, wanted: Callable[[str], bool]) -> pa.Table:
    try:
        file = pq.ParquetFile(part)
        return file.read(columns=[name for name in file.schema_arrow.names if wanted(name)])
    except FileNotFoundError:
        raise
    except (pa.ArrowInvalid, OSError) as error:
        raise StoreError(f"{part}: not readable ({error}); delete it, and a sweep does its runs again") from error
