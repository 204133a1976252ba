"""Timers that send on a channel: ``time.After``, ``time.NewTimer``, ``time.NewTicker`` (go1.4 and go1.8 time/sleep.go).

A timer sends the time at which it fires, ns. It never waits for a receiver: its channel holds one value, and what comes
while that has not been received is dropped (``sendTime``).
"""

from typing import TYPE_CHECKING

from gcsim.runtime.channels import Channel
from gcsim.runtime.instructions import Instruction, nanoseconds
from gcsim.runtime.prices import Price

if TYPE_CHECKING:
    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["After", "NewTicker", "NewTimer", "Ticker", "Timer"]


class _Clock:
    """What timers and tickers have in common.

    Attributes
    ----------
    channel : Channel
        Where it sends the time when it fires, ns: ``C``.
    """

    __slots__ = ("_pending", "_stop", "channel")

    def __init__(self) -> None:
        self.channel = Channel(1)
        # Which of its settings is to fire; those before it come up in vain.
        self._pending: object | None = None
        self._stop = _Stop(self)

    def stop(self) -> "_Stop":
        """Return the instruction that stops it; its result is whether it was still to fire. No channel is closed."""
        return self._stop

    def halt(self) -> bool:
        """Stop it; return whether it was still to fire."""
        was, self._pending = self._pending is not None, None
        return was

    def set(self, scheduler: "Scheduler", at_ns: int, period_ns: int = 0) -> None:
        """Let it fire.

        Parameters
        ----------
        scheduler : Scheduler
            Whose time and timers.
        at_ns : int
            When, ns.
        period_ns : int
            How long after that again and again, ns; 0 for never.
        """
        setting = self._pending = object()

        def fire(p: "P") -> None:
            if self._pending is not setting:
                return
            now = int(scheduler.clock.env.now)
            if period_ns:
                # What was missed meanwhile is missed: when += period * (1 + -delta/period), go1.8 time.go:212.
                self.set(scheduler, at_ns + period_ns * (1 + (now - at_ns) // period_ns), period_ns)
            else:
                self._pending = None
            self.channel.put(scheduler, p, now)

        scheduler.timers.add(at_ns, fire)


class Timer(_Clock):
    """A timer: fires once, unless it is stopped before."""

    __slots__ = ()

    def reset(self, duration: int | str) -> "_Reset":
        """Return the instruction that sets it anew; its result is whether it was still to fire.

        Parameters
        ----------
        duration : int or str
            From now, whole ns or a text such as ``"1ms"``.
        """
        return _Reset(self, duration)


class Ticker(_Clock):
    """A ticker: fires again and again until it is stopped; a receiver that is slow misses ticks."""

    __slots__ = ()


class NewTimer(Instruction):
    """Make a timer and start it; results in the :class:`Timer`.

    Parameters
    ----------
    duration : int or str
        How long until it fires, whole ns or a text such as ``"1ms"``.
    """

    __slots__ = ("_ns",)

    price = Price.TIMER

    def __init__(self, duration: int | str) -> None:
        self._ns = nanoseconds(type(self).__name__, duration)

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Timer:  # noqa: ARG002
        """Start it."""
        return _started(scheduler, self._ns)


class After(Instruction):
    """``time.After``: results in the channel of a new timer, which nothing can stop.

    Parameters
    ----------
    duration : int or str
        How long until a value comes, whole ns or a text such as ``"1ms"``.
    """

    __slots__ = ("_ns",)

    price = Price.TIMER

    def __init__(self, duration: int | str) -> None:
        self._ns = nanoseconds(type(self).__name__, duration)

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Channel:  # noqa: ARG002
        """Start the timer."""
        return _started(scheduler, self._ns).channel


class NewTicker(Instruction):
    """Make a ticker and start it; results in the :class:`Ticker`.

    Parameters
    ----------
    period : int or str
        How long from one value to the next, whole ns or a text such as ``"1ms"``; not 0.
    """

    __slots__ = ("_ns",)

    price = Price.TIMER

    def __init__(self, period: int | str) -> None:
        self._ns = nanoseconds(type(self).__name__, period)
        if self._ns == 0:
            raise ValueError("a ticker needs a period that is not 0")

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Ticker:  # noqa: ARG002
        """Start it."""
        ticker = Ticker()
        ticker.set(scheduler, int(scheduler.clock.env.now) + self._ns, self._ns)
        return ticker


class _Stop(Instruction):
    __slots__ = ("_clock",)

    price = Price.TIMER

    def __init__(self, clock: _Clock) -> None:
        self._clock = clock

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> bool:  # noqa: ARG002
        return self._clock.halt()


class _Reset(Instruction):
    __slots__ = ("_ns", "_timer")

    price = Price.TIMER

    def __init__(self, timer: Timer, duration: int | str) -> None:
        self._ns = nanoseconds("reset", duration)
        self._timer = timer

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> bool:  # noqa: ARG002
        was = self._timer.halt()
        self._timer.set(scheduler, int(scheduler.clock.env.now) + self._ns)
        return was


def _started(scheduler: "Scheduler", ns: int) -> Timer:
    timer = Timer()
    timer.set(scheduler, int(scheduler.clock.env.now) + ns)
    return timer
