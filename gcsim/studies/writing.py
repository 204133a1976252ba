"""From outcomes to parts: how often results go to the disk."""

import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from gcsim.studies.runs import Outcome
from gcsim.studies.store import PART_ROWS, append, compact

__all__ = ["FLUSH_S", "PartWriter"]

FLUSH_S = 0.5
"""Results wait no longer than this for the disk, s; so much of a sweep's work is lost when it is killed."""

_COMPACT_EVERY = 32  # parts: a row is then written about eight times at the worst, and a folder has few small parts


class PartWriter:
    """Collects outcomes and stores them in parts; leaving its context stores the rest, whatever the reason.

    Parameters
    ----------
    out : Path
        The folder, locked.
    git_commit : str or None
        Commit of the source, for the provenance.
    """

    def __init__(self, out: Path, git_commit: str | None) -> None:
        self._out = out
        self._commit = git_commit
        self._results: dict[str, dict[str, Any]] = {}  # by key: an interruption may hand a run over twice
        self._provenance: dict[str, dict[str, Any]] = {}
        self._flushed_s = time.monotonic()
        self._parts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._flush()
        compact(self._out)

    def add(self, outcome: Outcome, *, retries: int) -> None:
        """Take a run that has a row.

        Parameters
        ----------
        outcome : Outcome
            What came of it.
        retries : int
            How often it was begun before.
        """
        self._results[outcome.key] = {"run_key": outcome.key, **(outcome.row or {})}
        self._provenance[outcome.key] = {
            "run_key": outcome.key,
            **outcome.provenance,
            "git_commit": self._commit,
            "retries": retries,
        }
        self.tick()

    def tick(self) -> None:
        """Store what has waited long enough, or is enough for a part."""
        if len(self._results) >= PART_ROWS or time.monotonic() - self._flushed_s >= FLUSH_S:
            self._flush()

    def _flush(self) -> None:
        if self._results:
            append(self._out, list(self._results.values()), list(self._provenance.values()))
            self._results, self._provenance = {}, {}
            self._parts += 1
            if self._parts % _COMPACT_EVERY == 0:
                compact(self._out)
        self._flushed_s = time.monotonic()
