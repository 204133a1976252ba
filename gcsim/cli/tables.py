"""A run's tables as files."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from gcsim.recording import Recording
from gcsim.recording.histogram import bucket_bounds
from gcsim.vocabulary import Cause, PState

__all__ = ["write_tables"]


def write_tables(recording: Recording, summary: Mapping[str, Any], directory: Path) -> None:
    """Write everything a run recorded.

    ``pauses.parquet``, ``cycles.parquet``, ``heap.parquet``, ``utilization.parquet`` and ``goroutines.parquet`` have
    the columns of :mod:`gcsim.recording.tables`; ``p_time.parquet`` a row for each P with its time in each state, ns;
    ``latency.parquet`` a row for each bucket that counted something: its bounds, its count and its time by cause, ns;
    ``summary.json`` what ``gcsim run --json`` prints.

    Parameters
    ----------
    recording : Recording
        One run.
    summary : mapping
        Its summary.
    directory : Path
        Where the files go; made if it is not there. Files of these names in it are replaced.

    Raises
    ------
    OSError
        If the directory or a file cannot be written.
    """
    directory.mkdir(parents=True, exist_ok=True)
    tables = {
        "pauses": recording.pauses,
        "cycles": recording.cycles,
        "heap": recording.heap,
        "utilization": recording.utilization,
        "goroutines": recording.goroutines,
        "p_time": _p_time(recording),
        "latency": _latency(recording),
    }
    for name, columns in tables.items():
        pq.write_table(pa.table(dict(columns)), directory / f"{name}.parquet")
    (directory / "summary.json").write_text(json.dumps(summary, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _p_time(recording: Recording) -> dict[str, npt.NDArray[np.generic]]:
    columns = {f"{state.name.lower()}_ns": recording.p_time_ns[:, state] for state in PState}
    return {"p": np.arange(len(recording.p_time_ns)), **columns}


def _latency(recording: Recording) -> dict[str, npt.NDArray[np.generic]]:
    histogram, bounds = recording.latency, bucket_bounds()
    (used,) = np.nonzero(histogram.counts)
    columns = {f"{cause.name.lower()}_ns": histogram.cause_ns[used, cause] for cause in Cause}
    return {"from_ns": bounds[used], "below_ns": bounds[used + 1], "count": histogram.counts[used], **columns}
