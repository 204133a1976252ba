"""Results in the formats of other tools.

The same results give the same bytes, whoever computed them and in which order; how they came about is not part of them.
"""

import os
import tempfile
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from gcsim.studies.results.canonical import export
from gcsim.studies.results.grid import as_dataset
from gcsim.studies.results.needs import ExportError, needed
from gcsim.studies.results.ordered import ordered

__all__ = ["FORMATS", "export_as", "export_netcdf", "export_parquet", "is_export"]

_HEADS = {".csv": b"run_key", ".parquet": b"PAR1", ".nc": b"\x89HDF\r\n\x1a\n"}
_READABLE = 0o644


def export_parquet(out: Path, path: Path, keys: Collection[str] | None = None) -> int:
    """Write results as one Parquet file.

    Parameters
    ----------
    out : Path
        The folder.
    path : Path
        File to write. Its rows and columns are those of :class:`~gcsim.studies.results.ordered.Ordered`.
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
    with (
        ordered(out, path.parent, keys) as results,
        pq.ParquetWriter(path, results.schema, compression="zstd") as file,
    ):
        for table in results.tables:
            file.write_table(table)
    return results.rows


def export_netcdf(out: Path, path: Path, keys: Collection[str] | None = None) -> int:
    """Write results as a NetCDF file, as :func:`~gcsim.studies.results.grid.as_dataset` arranges them.

    Parameters
    ----------
    out : Path
        The folder.
    path : Path
        File to write, NetCDF 4.
    keys : collection of str, optional
        Runs to write; all by default.

    Returns
    -------
    int
        How many were written.

    Raises
    ------
    ExportError
        If there is nothing to write, or a package is not installed.
    StoreError, SchemaError
        As :func:`export_parquet`.
    """
    needed("h5netcdf", "h5py")
    dataset = as_dataset(out, keys)
    dataset.to_netcdf(path, engine="h5netcdf")
    return int((dataset["run_key"] != "").sum())


FORMATS: Mapping[str, tuple[str, Callable[[Path, Path, Collection[str] | None], int]]] = {
    "csv": (".csv", export),
    "parquet": (".parquet", export_parquet),
    "xarray-netcdf": (".nc", export_netcdf),
}
"""Formats by name: the suffix of their files, and what writes them."""


def export_as(form: str, out: Path, path: Path, keys: Collection[str] | None = None) -> int:
    """Write results in a format; the file is there whole or not at all.

    Parameters
    ----------
    form : str
        One of :data:`FORMATS`.
    out : Path
        The folder.
    path : Path
        File to write. An export that is there already is replaced, anything else is not.
    keys : collection of str, optional
        Runs to write; all by default.

    Returns
    -------
    int
        How many were written.

    Raises
    ------
    ExportError
        If there is nothing to write, another file is there, it cannot be written, or the results do not fit into the
        format.
    StoreError, SchemaError
        As :func:`export_parquet`.
    """
    suffix, write = FORMATS[form]
    if path.exists() and not is_export(path, suffix):
        what = "a folder" if path.is_dir() else f"there already, and no {form} that gcsim exported"
        raise ExportError(f"{path}: is {what}; name another file with -o")
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=suffix)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written: {error.strerror}") from error
    os.close(descriptor)
    whole = Path(name)
    try:
        runs = write(out, whole, keys)
        if not runs:
            raise ExportError(f"{out}: no runs of this version of the model to export")
        whole.chmod(_READABLE)
        whole.rename(path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(FileNotFoundError):
            whole.unlink()
    return runs


def is_export(path: Path, suffix: str) -> bool:
    """Say whether a file is what :func:`export_as` writes.

    Parameters
    ----------
    path : Path
        The file.
    suffix : str
        That of the format.

    Returns
    -------
    bool
        Judged by its contents: a table of runs has a ``run_key``.
    """
    if not path.is_file():
        return False
    with path.open("rb") as file:
        if not file.read(8).startswith(_HEADS[suffix]):
            return False
    if suffix == ".csv":
        return True
    if suffix == ".parquet":
        with suppress(pa.ArrowInvalid, OSError):
            return "run_key" in pq.read_schema(path).names
        return False
    return b"run_key" in path.read_bytes()
