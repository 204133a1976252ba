"""Results as tables for people and figures."""

from collections.abc import Collection, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from gcsim.recording import LatencyHistogram
from gcsim.simulation import MODEL_VERSION
from gcsim.studies.storage.store import read
from gcsim.vocabulary import Cause

__all__ = ["current", "latencies", "load", "load_provenance"]

_BATCH_ROWS = 256
_HISTOGRAM = ("op_buckets", "op_counts", "op_cause_ns")


def load(out: Path, keys: Collection[str] | None = None) -> pd.DataFrame:
    """Read the results of a folder.

    Parameters
    ----------
    out : Path
        The folder.
    keys : collection of str, optional
        Runs to read, such as the ``keys`` of a :class:`~gcsim.studies.StudyResult`; all by default. A folder
        may hold runs of other studies, or of the same before its file was changed.

    Returns
    -------
    pandas.DataFrame
        One row for a run, sorted by ``run_key``. Columns: ``run_key``; the scenario's values by dotted key (``gogc``
        is text); results by dotted key, times in ns, sizes in bytes; lists, such as ``pauses_ns``, with an array in
        each row. A missing number is NaN, so a column of integers in which one is missing is of floats. Histograms of
        latencies are left on the disk, see :func:`latencies`. Runs of another version of the model are left out.

    Raises
    ------
    StoreError
        If a part cannot be read.
    SchemaError
        If a part is of another schema.
    """
    table = current(read(out, lambda name: name not in _HISTOGRAM), keys)
    untyped = [at for at, field in enumerate(table.schema) if pa.types.is_null(field.type)]
    for at in untyped:  # pandas would make a column of None objects of it, which no figure takes for numbers
        table = table.set_column(at, table.column_names[at], table.column(at).cast(pa.float64()))
    frame: pd.DataFrame = table.to_pandas()
    return frame


def latencies(out: Path, keys: Collection[str] | None = None) -> Iterator[tuple[str, LatencyHistogram]]:
    """Read the histograms of operation latencies of a folder; those of several runs can be added.

    Parameters
    ----------
    out : Path
        The folder.
    keys : collection of str, optional
        Runs to read; all by default.

    Yields
    ------
    str
        Run key; the runs come sorted by it.
    LatencyHistogram
        Its operations, exactly as recorded.

    Raises
    ------
    StoreError, SchemaError
        As :func:`load`.
    """
    names = {"run_key", "model_version", *_HISTOGRAM, "op_ns.max"}
    table = current(read(out, names.__contains__), keys)
    for batch in table.to_batches(max_chunksize=_BATCH_ROWS):
        for row in batch.to_pylist():
            histogram = LatencyHistogram.empty()
            held = row["op_buckets"]
            histogram.counts[held] = row["op_counts"]
            histogram.cause_ns[held] = np.reshape(np.asarray(row["op_cause_ns"], np.int64), (len(held), len(Cause)))
            yield row["run_key"], LatencyHistogram(histogram.counts, histogram.cause_ns, row["op_ns.max"] or 0)


def load_provenance(out: Path) -> pd.DataFrame:
    """Read how the results of a folder came about.

    Parameters
    ----------
    out : Path
        The folder.

    Returns
    -------
    pandas.DataFrame
        One row for a run, sorted by ``run_key``: ``study``, ``wall_s``, ``events``, ``retries``, ``host``,
        ``host_class``, ``package_version``, ``git_commit``, ``python``, ``numpy``, ``finished`` (UTC, ISO 8601).

    Raises
    ------
    StoreError, SchemaError
        As :func:`load`.
    """
    frame: pd.DataFrame = read(out, table="provenance").to_pandas()
    return frame


def current(table: pa.Table, keys: Collection[str] | None) -> pa.Table:
    """Select the runs of this version of the model.

    Parameters
    ----------
    table : pyarrow.Table
        Results.
    keys : collection of str or None
        Further restricts them to these runs.

    Returns
    -------
    pyarrow.Table
        In the order of `table`.
    """
    if "model_version" in table.column_names:
        wanted = pc.fill_null(pc.equal(table["model_version"], MODEL_VERSION), fill_value=False)
        if not pc.all(wanted).as_py():  # nearly always all are, and a large table is not copied without need
            table = table.filter(wanted)
    if keys is not None:
        table = table.filter(pc.is_in(table["run_key"], pa.array(sorted(keys), pa.string())))
    return table
