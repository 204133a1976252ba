"""An event that is armed again instead of made anew.

SimPy makes a new object for each ``timeout``; a P that re-arms one event for the next change of its state runs
1.9-2.6 times as fast. This is the only module that knows how SimPy keeps its queue: a heap of ``(time, priority,
serial, event)`` whose ``step`` takes ``event.callbacks``, calls each with the event, and looks at ``event._ok``. A
test pins that contract.
"""

from collections.abc import Callable
from heapq import heappush

from gcsim.kernel.clock import StopClock

__all__ = ["ArmedEvent"]

_PRIORITY = 0
"""SimPy's URGENT: at equal times what was computed ahead (a completion) comes before what control does (a stop)."""


class ArmedEvent:
    """One pending change, due in the time of a :class:`~gcsim.kernel.clock.StopClock`.

    Arming it again moves it; an entry of the queue that has become too early costs one look, never a call.

    Parameters
    ----------
    clock : StopClock
        Whose time the event is due in.
    action : callable
        Called without arguments when the event is due; it may arm the event again.
    """

    __slots__ = ("_action", "_clock", "_due", "_env", "_mine", "_ok", "_queued", "callbacks")

    def __init__(self, clock: StopClock, action: Callable[[], None]) -> None:
        self._clock = clock
        self._env = clock.env
        self._action = action
        self._due: int | None = None
        self._queued: list[int] = []
        self._mine = (self._come_up,)
        self._ok = True
        self.callbacks: tuple[Callable[[object], None], ...] | None = self._mine

    @property
    def due(self) -> int | None:
        """When the event is due on its clock, ns; None while it is not armed."""
        return self._due

    def arm(self, delay_ns: int) -> None:
        """Make the event due after a delay, whatever it was armed for before.

        Parameters
        ----------
        delay_ns : int
            Delay on the event's clock, ns, not negative.

        Raises
        ------
        ValueError
            If the delay is negative.
        """
        if delay_ns < 0:
            msg = f"a delay of {delay_ns} ns lies in the past; give one that is not negative"
            raise ValueError(msg)
        clock = self._clock
        if clock.standing:
            self._due = clock.now + delay_ns
            clock.hold(self)
            return
        # From here on as StopClock.now and _queue have it, without the calls: this runs at every turn of a P.
        env = self._env
        at: int = env._now + delay_ns  # type: ignore[assignment]  # noqa: SLF001
        self._due = at - clock.stopped_ns
        queued = self._queued
        if not queued or at < queued[-1]:
            queued.append(at)
            heappush(env._queue, (at, _PRIORITY, next(env._eid), self))  # type: ignore[misc]  # noqa: SLF001

    def disarm(self) -> None:
        """Forget what the event was armed for."""
        self._due = None

    def queue_again(self) -> None:
        """Queue the event after its clock stood still; called by the clock."""
        if self._due is not None:
            at = self._due + self._clock.stopped_ns
            if not self._queued or at < self._queued[-1]:
                self._queue(at)

    def _queue(self, at: int) -> None:
        self._queued.append(at)
        heappush(self._env._queue, (at, _PRIORITY, next(self._env._eid), self))  # type: ignore[misc]  # noqa: SLF001

    def _come_up(self, _: object) -> None:
        self.callbacks = self._mine
        queued, due = self._queued, self._due
        # Entries are pushed only when earlier than all others, so the last one is the one that came up.
        queued.pop()
        if due is None:
            return
        clock = self._clock
        if clock.standing:
            clock.hold(self)
            return
        at = due + clock.stopped_ns
        if at > self._env._now:  # noqa: SLF001
            if not queued or at < queued[-1]:
                self._queue(at)
            return
        self._due = None
        self._action()
