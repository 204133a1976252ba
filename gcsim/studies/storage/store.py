"""A folder of results that survives being killed at any instant, and that several processes may write at once.

``parts/`` holds the results, ``provenance/`` how they came about and ``failures/`` the runs that have none, all as
Parquet files ("parts"). A part is written under a temporary name, synced and renamed, so it is there whole or not at
all. Its name is the hash of the runs it holds: writing the same runs twice is writing the same file. Small parts are
merged into large ones by first writing the large part and then removing the small ones; whoever is killed in between
leaves rows twice, and readers drop the second.

So nobody needs a lock to write or to read. Merging is done by one process at a time, since two would do the same work.
"""

import errno
import fcntl
import hashlib
import os
import platform
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from gcsim.studies.storage.schema import SchemaError, check_version, join, to_table

__all__ = [
    "FAILURES",
    "PARTS",
    "PART_ROWS",
    "PROVENANCE",
    "Keys",
    "StoreError",
    "Table",
    "append",
    "append_failures",
    "compact",
    "explained",
    "prepare",
    "read",
    "stored_keys",
]

PART_ROWS = 256
"""A part of so many runs or more is never merged again."""

Table = Literal["parts", "provenance", "failures"]
"""A folder of parts: results, how they came about, runs that failed."""

PARTS: Table = "parts"
PROVENANCE: Table = "provenance"
FAILURES: Table = "failures"

_LASTING: Mapping[str, Any] = {"compression": "zstd"}
_PASSING: Mapping[str, Any] = {"compression": "none", "use_dictionary": False, "write_statistics": False}
_LASTING_ROWS = 32
"""A part of fewer runs is merged soon. With its 260 columns it takes 6 ms of CPU time to be written plainly and 5 ms to
be read, instead of 15 and 13, and a tenth more of the disk."""

_LOCK = ".compacting"
_TEMPORARY = ".tmp"
_ABANDONED_S = 3600.0  # nobody writes a part for so long
_NAME_DIGITS = 24
_KNOWN_PARTS = 1 << 16
_READABLE = 0o644  # a temporary file is for its owner alone; results are for whoever may enter the folder

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ESTALE}


class StoreError(Exception):
    """A folder of results that cannot be used; the message says why and what would do."""


class Keys(AbstractSet[str]):
    """Run keys, a few dozen bytes each: a million of them take as much memory as they have digits.

    Parameters
    ----------
    keys : array of bytes
        The keys; in any order, and some perhaps twice.
    """

    __slots__ = ("_sorted",)

    def __init__(self, keys: npt.NDArray[np.bytes_]) -> None:
        self._sorted = np.unique(keys)

    @classmethod
    def _from_iterable(cls, it: Iterable[Any]) -> frozenset[Any]:  # what & and - of two of them give
        return frozenset(it)

    def __contains__(self, key: object) -> bool:
        # A run key is ASCII; what is longer than every key held must not be cut to their length.
        if not isinstance(key, str) or not key.isascii() or not len(self._sorted):
            return False
        sought = key.encode()
        at = int(self._sorted.searchsorted(sought))
        return at < len(self._sorted) and bool(self._sorted[at] == sought)

    def __iter__(self) -> Iterator[str]:
        return (key.decode() for key in self._sorted)

    def __len__(self) -> int:
        return len(self._sorted)


def _everything(_column: str) -> bool:
    """Want every column."""
    return True


def prepare(out: Path) -> None:
    """Make a folder for results and see whether it takes them.

    Parameters
    ----------
    out : Path
        The folder; made if it is not there.

    Raises
    ------
    StoreError
        If it cannot be made or written.
    SchemaError
        If it holds tables of a newer schema.
    """
    if out.exists() and not out.is_dir():
        raise StoreError(f"{out}: a file, and results take a folder; name another one")
    try:
        for table in (PARTS, PROVENANCE, FAILURES):
            (out / table).mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=out / table, prefix=".", suffix=_TEMPORARY) as probe:
                probe.write(b"results will fit")
                probe.flush()
    except OSError as error:
        raise explained(out, error) from error


def append(out: Path, results: Sequence[Mapping[str, Any]], provenance: Sequence[Mapping[str, Any]]) -> None:
    """Store some runs; when this returns they outlast a loss of power.

    Parameters
    ----------
    out : Path
        The folder, prepared.
    results, provenance : sequence of mapping
        A row for each run in each of them, with its ``run_key``.

    Raises
    ------
    SchemaError
        If the rows do not make a table.
    StoreError
        If the disk does not take them, or the folder is not there.
    """
    # A run counts as done once its result is there, so the result goes last: then each stored run has its provenance.
    tables = {PROVENANCE: to_table(provenance), PARTS: to_table(results)}
    try:
        for name, table in tables.items():
            _write(out / name, table, _LASTING if table.num_rows >= _LASTING_ROWS else _PASSING)
    except OSError as error:
        raise explained(out, error) from error


def append_failures(out: Path, failures: Sequence[Mapping[str, Any]]) -> None:
    """Store some runs that have no result.

    Parameters
    ----------
    out : Path
        The folder, prepared.
    failures : sequence of mapping
        A row for each run, with its ``run_key`` and when it ``finished``.

    Raises
    ------
    SchemaError, StoreError
        As :func:`append`.
    """
    try:
        _write(out / FAILURES, to_table(failures), _LASTING)
    except OSError as error:
        raise explained(out, error) from error


def compact(out: Path, most: int | None = None) -> None:
    """Merge parts of less than :data:`PART_ROWS` runs, and remove what killed processes left half-written.

    Nothing happens if another process is at it, or if the disk does not take a merged part: the small ones are as good.

    Parameters
    ----------
    out : Path
        The folder, prepared. Others may write to it meanwhile.
    most : int, optional
        How many parts of a table to merge, at least 2: a small part takes some 15 ms of CPU time, and somebody may be
        waiting. All by default.

    Raises
    ------
    StoreError
        If a part cannot be read.
    SchemaError
        If a part is of a newer schema.
    """
    with suppress(OSError), _alone(out) as now_s:
        for table in (PARTS, PROVENANCE, FAILURES):
            _merge_small(out / table, most)
            for torn in (out / table).glob(f".*{_TEMPORARY}"):
                with suppress(FileNotFoundError):  # its owner has just renamed it
                    if now_s - torn.stat().st_mtime > _ABANDONED_S:
                        torn.unlink()


def stored_keys(out: Path) -> Keys:
    """Return the keys of all runs whose results a folder holds.

    Parameters
    ----------
    out : Path
        The folder; one that is not there holds nothing.

    Returns
    -------
    Keys
        Run keys, those of other versions of the model included.

    Raises
    ------
    StoreError
        If a part cannot be read.
    SchemaError
        If a part is of a newer schema.
    """
    columns = [
        np.asarray(table["run_key"].to_numpy(), np.bytes_) for table in _tables(out / PARTS, "run_key".__eq__) if table
    ]
    return Keys(np.concatenate(columns) if columns else np.empty(0, np.bytes_))


def read(out: Path, wanted: Callable[[str], bool] = _everything, table: Table = PARTS) -> pa.Table:
    """Read all runs of a folder.

    Parameters
    ----------
    out : Path
        The folder.
    wanted : callable
        Says of a column, by its name, whether to read it; ``run_key`` has to be among them.
    table : str
        ``parts`` for the results, ``provenance`` for how they came about, ``failures`` for what there is of runs that
        failed, those that were done later included.

    Returns
    -------
    pyarrow.Table
        A row for each run, sorted by ``run_key``; it is empty and has no columns but ``run_key`` where nothing is
        stored. Of rows that say when they ``finished``, the latest of a run.

    Raises
    ------
    StoreError
        If a part cannot be read.
    SchemaError
        If a part is of a newer schema.
    """
    tables = list(_tables(out / table, wanted))
    return _distinct(join(tables)) if tables else pa.table({"run_key": pa.array([], pa.string())})


def explained(out: Path, error: OSError) -> StoreError:
    """Say why a folder of results does not take something, and what would do.

    Parameters
    ----------
    out : Path
        The folder.
    error : OSError
        What the system said.

    Returns
    -------
    StoreError
    """
    why = error.strerror or str(error)
    if error.errno in _FULL:
        return StoreError(
            f"{out}: no room for results ({why}); make some and start again: what was stored before is kept, and only "
            "what is missing is run"
        )
    if error.errno in _FORBIDDEN:
        return StoreError(f"{out}: results cannot be written here ({why}); use a folder that you may write to")
    if error.errno in _GONE:
        return StoreError(
            f"{out}: not there on {platform.node()} ({why}); a study needs its folder until its end, and one that all "
            "its workers share"
        )
    return StoreError(f"{out}: results cannot be stored ({why}); what was stored before is kept")


@contextmanager
def _alone(out: Path) -> Iterator[float]:
    """Be the only one who merges, and give the folder's own time, s; BlockingIOError if another process does."""
    with (out / _LOCK).open("a+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.utime(lock.fileno())  # what a server's clock says, where the folder is another machine's
        yield os.fstat(lock.fileno()).st_mtime


def _tables(folder: Path, wanted: Callable[[str], bool]) -> Iterator[pa.Table]:
    """Read every part once, those included that take the place of others meanwhile.

    While parts are merged, a row is always in one of them; but a listing made at that time may hold neither the small
    part, already removed, nor the large one, not seen yet. So the folder is listed until there is nothing new in it.
    """
    done: set[Path] = set()
    while new := [part for part in _parts(folder) if part not in done]:
        for part in new:
            done.add(part)
            with suppress(FileNotFoundError):
                yield _read(part, wanted)


def _distinct(table: pa.Table) -> pa.Table:
    # Of a run that was done twice, since its first result was lost with a killed process, the later provenance counts.
    if "finished" in table.column_names:
        table = table.sort_by([("finished", "descending")])
    keys = np.asarray(table["run_key"].to_numpy(), np.bytes_)
    return table.take(np.unique(keys, return_index=True)[1])


def _merge_small(folder: Path, most: int | None) -> None:
    small: list[Path] = []
    held: list[pa.Table] = []
    found = 0
    for part in _parts(folder):
        if found == most:
            break
        with suppress(FileNotFoundError):
            if _rows(part) < PART_ROWS:
                held.append(_read(part, _everything))
                small.append(part)
                found += 1
        if sum(table.num_rows for table in held) >= PART_ROWS:
            merged = _distinct(join(held))
            if merged.num_rows >= PART_ROWS:
                _replace(folder, small, merged)
                small, held = [], []
            else:
                held = [merged]
    if len(small) > 1:
        _replace(folder, small, _distinct(join(held)))


def _replace(folder: Path, small: Sequence[Path], merged: pa.Table) -> None:
    written = _write(folder, merged, _LASTING)
    for part in small:
        if part != written:
            part.unlink(missing_ok=True)


def _write(folder: Path, table: pa.Table, how: Mapping[str, Any]) -> Path:
    keys = "\n".join(sorted(table["run_key"].to_pylist()))
    part = folder / f"{hashlib.sha256(keys.encode()).hexdigest()[:_NAME_DIGITS]}.parquet"
    contents = pa.BufferOutputStream()  # whole before a file is made: then only the disk can fail
    pq.write_table(table, contents, **how)
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=_TEMPORARY)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(contents.getvalue())
            file.flush()
            os.fchmod(file.fileno(), _READABLE)
            os.fsync(file.fileno())
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


@lru_cache(_KNOWN_PARTS)
def _rows(part: Path) -> int:
    # A part is named after the runs it holds, so their number never changes.
    with _readable(part):
        return int(pq.read_metadata(part).num_rows)


def _read(part: Path, wanted: Callable[[str], bool]) -> pa.Table:
    with _readable(part), pq.ParquetFile(part) as file:
        schema = file.schema_arrow
        try:
            check_version(schema)
        except SchemaError as error:
            raise SchemaError(f"{part}: {error}") from None
        return file.read(columns=[name for name in schema.names if wanted(name)])


@contextmanager
def _readable(part: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise
    except (pa.ArrowInvalid, OSError) as error:
        raise StoreError(f"{part}: not readable ({error}); delete it, and a sweep does its runs again") from error
