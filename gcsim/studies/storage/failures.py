"""Runs that failed, as data: what was to be run, what came of it, and where."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from gcsim.studies.identity import canonical_json
from gcsim.studies.runs import Chunk, Ended
from gcsim.studies.storage.provenance import circumstances, now
from gcsim.studies.storage.store import FAILURES, append_failures, read, stored_keys

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["read_failures", "store_failures"]

_COLUMNS = (
    "run_key",
    "study",
    "kind",
    "error",
    "trace",
    "scenario",
    "seed",
    "replication",
    "retries",
    "wall_s",
    "events",
    "host",
    "host_class",
    "package_version",
    "git_commit",
    "python",
    "numpy",
    "finished",
)


def store_failures(chunk: Chunk, ended: Iterable[Ended]) -> None:
    """Store the runs of a chunk that failed.

    Parameters
    ----------
    chunk : Chunk
        What was to be run, where to, and for which study.
    ended : iterable of Ended
        What became of its jobs; those that have a result are left out.

    Raises
    ------
    StoreError
        If the folder does not take them.
    """
    scenarios = {job.key: job.scenario for job in chunk.jobs}
    rows = [
        {
            "run_key": end.key,
            "study": chunk.study,
            "kind": end.kind,
            "error": end.error,
            "trace": end.trace,
            "scenario": canonical_json(scenarios[end.key].resolved()),
            "seed": scenarios[end.key].seed,
            "replication": scenarios[end.key].replication,
            "retries": end.retries,
            "wall_s": end.wall_s,
            "events": end.events,
            **circumstances(),
            "git_commit": chunk.commit,
            "finished": now(),
        }
        for end in ended
        if end.kind
    ]
    if rows:
        append_failures(chunk.out, rows)


def read_failures(out: Path) -> "pd.DataFrame":
    """Read which runs of a folder failed and have no result by now.

    Parameters
    ----------
    out : Path
        The folder.

    Returns
    -------
    pandas.DataFrame
        One row for a run, sorted by ``run_key``; the last time it failed. Columns: ``run_key``, ``study``, ``kind``
        (``raised``, ``timeout``, ``memory``, ``lost``), ``error``, ``trace``, ``scenario`` (canonical JSON of what it
        resolved to), ``seed``, ``replication``, ``retries``, ``wall_s``, ``events``, ``host``, ``host_class``,
        ``package_version``, ``git_commit``, ``python``, ``numpy``, ``finished`` (UTC, ISO 8601).

    Raises
    ------
    StoreError
        If a part cannot be read.
    SchemaError
        If a part is of a newer schema.
    """
    table = read(out, table=FAILURES)
    done = stored_keys(out)
    missing = pa.array([key not in done for key in table["run_key"].to_pylist()], pa.bool_())
    frame: pd.DataFrame = table.filter(missing).to_pandas()
    return frame.reindex(columns=list(_COLUMNS))
