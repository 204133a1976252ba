"""A promise about stops: at most so long stopped in every window of time; how a collector keeps it, and when it cannot.

The schedule that Go 1.5 was to have was 10 ms stopped in every 50 ms (ISMM keynote 2018). The era kept the pauses short
by doing less in them; the strategy ``budgeted`` keeps them short by cutting them. Work that is cut goes on in another
stop, once the windows have room for it. In between goroutines run and change the heap, so a write barrier has to tell
of it, and one last stop remains whose work no cut can take out.
"""

from bisect import bisect_right
from dataclasses import dataclass

__all__ = ["Promise", "Stops"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """At most ``pause_ns`` stopped in every ``window_ns``, both in ns."""

    pause_ns: int
    window_ns: int


class Stops:
    """The stops so far, and how long the next may be.

    Parameters
    ----------
    promise : Promise
        What is to be kept.

    Notes
    -----
    A window's stopped time is greatest where it ends with a stop, so a stop keeps the promise for every window if it
    keeps it for the one that ends with it.
    """

    __slots__ = ("_begins", "_ends", "promise")

    def __init__(self, promise: Promise) -> None:
        self.promise = promise
        self._begins: list[int] = []
        self._ends: list[int] = []

    def add(self, begin: int, end: int) -> None:
        """Note a stop, ns; none may begin before the last has ended."""
        first = bisect_right(self._ends, end - self.promise.window_ns)
        del self._begins[:first], self._ends[:first]
        self._begins.append(begin)
        self._ends.append(end)

    def room(self, begin: int) -> int:
        """Return how long a stop that begins at some time after the last may be, ns.

        Examples
        --------
        >>> stops = Stops(Promise(pause_ns=10, window_ns=50))
        >>> stops.add(0, 8)
        >>> stops.room(20), stops.room(48)
        (2, 10)
        """
        pause, window = self.promise.pause_ns, self.promise.window_ns
        edges = (edge + window - begin for edge in (*self._begins, *self._ends))
        # A longer stop pushes its window on: where that leaves another behind, it costs nothing to be longer.
        lengths = sorted({0, pause, *(edge for edge in edges if 0 < edge < pause)})
        room = 0
        for length in lengths:
            over = self._held_from(begin + length - window) + length - pause
            if over > 0:
                return max(length - over, room)
            room = length
        return room

    def next_begin(self, now: int, length: int) -> int:
        """Return when at the earliest, from now on, a stop of so many ns may begin; one that is too long is cut."""
        length = min(length, self.promise.pause_ns)
        left = self.promise.pause_ns - length
        for begin, end in zip(reversed(self._begins), reversed(self._ends), strict=True):
            if end - begin > left:
                # The window must begin where only so much of this stop is in it.
                return max(now, end - left + self.promise.window_ns - length)
            left -= end - begin
        return now

    def _held_from(self, instant: int) -> int:
        """Return the time stopped since an instant, ns."""
        spans = zip(self._begins, self._ends, strict=True)
        return sum(end - max(begin, instant) for begin, end in spans if end > instant)
