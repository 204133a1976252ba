"""How many events the engine took on, for nothing: it numbers them anyway.

A thread's simulations leave their numbering here when they begin, so that whoever runs something can ask afterwards
how much it simulated, whatever became of it.
"""

import threading
from collections.abc import Iterator

__all__ = ["begin_numbering", "take_events"]


class _Tally(threading.local):
    def __init__(self) -> None:
        self.before = 0
        self.numbering: Iterator[int] | None = None


_tally = _Tally()


def begin_numbering(numbering: Iterator[int]) -> None:
    """Take note of a simulation that begins in this thread; the one before it is over.

    Parameters
    ----------
    numbering : iterator of int
        Gives each event of its engine a number, from 0.
    """
    _tally.before = take_events()
    _tally.numbering = numbering


def take_events() -> int:
    """Return how many events the simulations of this thread have had since this was asked last.

    Returns
    -------
    int
        Every event that an engine has put into its queue: also those that came to nothing, since something else was
        due first.
    """
    events = _tally.before + (0 if _tally.numbering is None else next(_tally.numbering))
    _tally.before, _tally.numbering = 0, None
    return events
