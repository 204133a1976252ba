"""What a process that does runs and the one that owns it tell each other."""

import signal
from typing import NamedTuple

__all__ = ["OWNER_SIGNALS", "WHERE_SIGNAL", "Began", "Done", "Finished", "Refused", "Report", "RunnerError", "Stored"]

OWNER_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""What a terminal or a scheduler sends to every process; only the owner of a study heeds it."""

WHERE_SIGNAL = signal.SIGUSR1
"""Asks a runner to write down where its run is."""


class RunnerError(Exception):
    """Runs cannot be done in a process of their own here; the message says why and what would do."""


class Began(NamedTuple):
    """An attempt at a run begins.

    Attributes
    ----------
    key : str
        Key of the run.
    """

    key: str


class Finished(NamedTuple):
    """The attempt that began last is over.

    Attributes
    ----------
    key, kind, error, trace, wall_s, events
        As in :class:`~gcsim.studies.runs.Ended`, for this attempt. A result is not stored yet.
    """

    key: str
    kind: str
    error: str
    trace: str
    wall_s: float
    events: int


class Stored(NamedTuple):
    """Results are on the disk.

    Attributes
    ----------
    keys : tuple of str
        Keys of their runs.
    """

    keys: tuple[str, ...]


class Refused(NamedTuple):
    """The runner cannot go on, and ends.

    Attributes
    ----------
    error : Exception
        Why; the chunk's whole trouble, not that of one run.
    """

    error: Exception


class Done(NamedTuple):
    """Everything that was ordered is done and stored."""


Report = Began | Finished | Stored | Refused | Done
