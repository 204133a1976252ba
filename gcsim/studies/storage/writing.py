"""From rows to parts: how often results go to the disk."""

import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from gcsim.studies.runs import Attempt
from gcsim.studies.storage.provenance import circumstances, now
from gcsim.studies.storage.store import PART_ROWS, append

__all__ = ["FLUSH_S", "PartWriter"]

FLUSH_S = 2.0
"""Results wait no longer than this for the disk, s; so much of a worker's work is lost when it is killed."""


class PartWriter:
    """Collects the rows of runs and stores them in parts; leaving its context stores the rest, whatever the reason.

    Its methods may be called by several threads.

    Parameters
    ----------
    out : Path
        The folder, prepared.
    study : str
        Name of the study, for the provenance.
    commit : str or None
        Commit of the source, for the provenance.
    """

    def __init__(self, out: Path, study: str, commit: str | None) -> None:
        self._out = out
        self._same = {**circumstances(), "study": study, "git_commit": commit}
        self._results: list[dict[str, Any]] = []
        self._provenance: list[dict[str, Any]] = []
        self._since_s = 0.0
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.flush()

    def add(self, attempt: Attempt, *, retries: int) -> None:
        """Take a run that has a row.

        Parameters
        ----------
        attempt : Attempt
            What came of it.
        retries : int
            How often it was begun before.
        """
        if attempt.row is None:
            raise ValueError("a run without a row has no place among results")
        with self._lock:
            if not self._results:
                self._since_s = time.monotonic()
            self._results.append(attempt.row)
            self._provenance.append(
                {
                    "run_key": attempt.row["run_key"],
                    "wall_s": attempt.wall_s,
                    "events": attempt.events,
                    "retries": retries,
                    "finished": now(),
                    **self._same,
                }
            )

    def due_s(self) -> float | None:
        """Return in how many seconds something should be stored; None if nothing waits."""
        with self._lock:
            if not self._results:
                return None
            if len(self._results) >= PART_ROWS:
                return 0.0
            return max(self._since_s + FLUSH_S - time.monotonic(), 0.0)

    def flush(self) -> tuple[str, ...]:
        """Store everything that waits.

        Returns
        -------
        tuple of str
            Keys of the runs that are stored now.

        Raises
        ------
        StoreError
            If the folder does not take them. They wait on.
        """
        with self._lock:
            if self._results:
                append(self._out, self._results, self._provenance)
            keys = tuple(row["run_key"] for row in self._results)
            self._results, self._provenance = [], []
            return keys
