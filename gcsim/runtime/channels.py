"""Channels and ``select``.

Semantics are Go's (go1.4 chan.goc and select.goc, go1.8 chan.go and select.go): a value goes from hand to hand where
somebody waits, waiters are served first come first served, a select tries its cases in a random order, and whoever is
served is readied on the P of the goroutine that served it.

Where releases differ all of them get one rule. Values of buffered channels go from hand to hand, as from 1.6 on; a
receiver of 1.4 and 1.5 was woken to look into the buffer, and could find that another had been there. A close readies
in the order of the queues, as up to 1.6; 1.7 and 1.8 ready in the opposite order.
"""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING, Any, Final

from gcsim.runtime.calls import Panic, interrupt
from gcsim.runtime.errors import GoPanic
from gcsim.runtime.goroutine import G
from gcsim.runtime.instructions import Instruction, Signal
from gcsim.runtime.prices import Price

if TYPE_CHECKING:
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["Channel", "Close", "Receive", "Select", "Send"]

_SEND_ON_CLOSED = "send on closed channel"

_PANIC_ON_CLOSED = Panic(_SEND_ON_CLOSED)
"""What a sender that waited does when it goes on after a close."""

_NIL_SEND = "chan send (nil chan)"
_NIL_RECEIVE = "chan receive (nil chan)"

_NOBODY: Final = object()
"""Stands for the value of a sender where none waits."""

_EMPTY: Any = ()
"""Stands for a deque where nobody ever waited: deques are many times the size of a channel."""

_FEW = 32
"""So many waits that are over may lie in the queues of a channel before it is worth while to take them out."""


class Channel:
    """A channel.

    Parameters
    ----------
    capacity : int
        Values that it buffers; 0 for one that hands over.
    name : str
        What it is, for logs.

    Attributes
    ----------
    buffer : deque
        Values sent and not yet received.
    closed : bool
        Whether it is closed.
    senders, receivers : deque
        Who waits, the first at the left: goroutines, and cases of selects, some of which may have been served by
        another channel.
    """

    __slots__ = ("_stale", "buffer", "capacity", "closed", "name", "price", "receivers", "senders")

    def __init__(self, capacity: int = 0, name: str = "") -> None:
        found: object = capacity
        if not isinstance(found, int) or found < 0:
            raise ValueError(f"a channel buffers a whole number of values that is not negative; found {found!r}")
        self.capacity = capacity
        self.name = name
        self.price = Price.BUFFERED if capacity else Price.UNBUFFERED
        self.buffer: deque[Any] = deque() if capacity else _EMPTY
        self.closed = False
        self.senders: deque[G | _Case] = _EMPTY
        self.receivers: deque[G | _Case] = _EMPTY
        self._stale = 0

    def __len__(self) -> int:
        return len(self.buffer)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"Channel({self.name or self.capacity})"

    def send(self, value: Any = None) -> "Send":  # noqa: ANN401 - a channel carries anything
        """Return the instruction that sends a value: ``c <- value``."""
        return Send(self, value)

    def receive(self) -> "Receive":
        """Return the instruction that receives: ``<-c``; its result is the value, None from a closed channel."""
        return Receive(self)

    def receive_ok(self) -> "Receive":
        """Return the instruction that receives: ``v, ok := <-c``; its result is the value and whether it was sent."""
        return Receive(self, with_ok=True)

    def close(self) -> "Close":
        """Return the instruction that closes it."""
        return Close(self)

    def each(self, body: Callable[[Any], Generator[Any, Any, None]]) -> Generator[Any, Any, None]:
        """Do something with every value until the channel is closed, as ``for v := range c`` does.

        Parameters
        ----------
        body : callable
            Given a value, returns the steps to do with it.

        Yields
        ------
        Instruction
            To be delegated to: ``yield from c.each(work)``.
        """
        receive = self.receive_ok()
        while True:
            value, ok = yield receive
            if not ok:
                return
            yield from body(value)

    # What an operation does to it: whether it can be done now, and doing it

    def takes(self) -> bool:
        """Return whether a send would not block."""
        return self.closed or len(self.buffer) < self.capacity or _anybody(self.receivers)

    def gives(self) -> bool:
        """Return whether a receive would not block."""
        return self.closed or bool(self.buffer) or _anybody(self.senders)

    def put(self, scheduler: "Scheduler", p: "P", value: Any) -> bool:  # noqa: ANN401
        """Send a value without blocking; return whether that was possible.

        Raises
        ------
        GoPanic
            If the channel is closed.
        """
        if self.receivers and self.hand(scheduler, p, value):
            return True
        if self.closed:
            raise GoPanic(_SEND_ON_CLOSED)
        if len(self.buffer) < self.capacity:
            self.buffer.append(value)
            return True
        return False

    def get(self, scheduler: "Scheduler", p: "P") -> tuple[Any, bool] | None:
        """Receive without blocking, if that is possible.

        Returns
        -------
        tuple of object and bool, or None
            The value, and whether it was sent rather than made up for a closed channel.
        """
        if self.buffer:
            value = self.buffer.popleft()
            if self.senders:
                moves_up = self.taken(scheduler, p)
                if moves_up is not _NOBODY:
                    self.buffer.append(moves_up)
            return value, True
        value = self.taken(scheduler, p) if self.senders else _NOBODY
        if value is not _NOBODY:
            return value, True
        return (None, False) if self.closed else None

    def shut(self, scheduler: "Scheduler", p: "P") -> None:
        """Close it: receivers get nothing, senders panic when they run.

        Raises
        ------
        GoPanic
            If it is closed already.
        """
        if self.closed:
            raise GoPanic("close of closed channel")
        self.closed = True
        receivers, self.receivers = self.receivers, _EMPTY
        for waiter in receivers:
            if isinstance(waiter, G):
                step: Any = waiter.step
                waiter.step = None
                waiter.value = (None, False) if step.with_ok else None
                scheduler.unblock(waiter, p)
            elif waiter.g is not None:
                waiter.served(scheduler, p, (None, False))
        senders, self.senders = self.senders, _EMPTY
        for waiter in senders:
            if isinstance(waiter, G):
                waiter.step = None
                interrupt(waiter, _PANIC_ON_CLOSED)
                scheduler.unblock(waiter, p)
            elif waiter.g is not None:
                interrupt(waiter.g, _PANIC_ON_CLOSED)
                waiter.served(scheduler, p, None)

    def leave_behind(self) -> None:
        """Note that a case of a select which waits here was served by another channel."""
        # Looking for it in the queue would take longer the more wait: a channel `done` may have a million waiters.
        self._stale += 1
        if self._stale > _FEW and 2 * self._stale > len(self.senders) + len(self.receivers):
            self.senders = deque(waiter for waiter in self.senders if _waits(waiter))
            self.receivers = deque(waiter for waiter in self.receivers if _waits(waiter))
            self._stale = 0

    def hand(self, scheduler: "Scheduler", p: "P", value: Any) -> bool:  # noqa: ANN401
        """Hand a value to the first receiver that waits; return whether there was one."""
        receivers = self.receivers
        while receivers:
            waiter: Any = receivers.popleft()
            if waiter.__class__ is G:
                step: Any = waiter.step
                waiter.step = None
                waiter.value = (value, True) if step.with_ok else value
                scheduler.unblock(waiter, p)
                return True
            if waiter.g is not None:
                waiter.served(scheduler, p, (value, True))
                return True
        return False

    def taken(self, scheduler: "Scheduler", p: "P") -> Any:  # noqa: ANN401
        """Take the value of the first sender that waits, and let it go on; return ``_NOBODY`` if there was none."""
        senders = self.senders
        while senders:
            waiter: Any = senders.popleft()
            if waiter.__class__ is G:
                value = waiter.value
                waiter.value = waiter.step = None
                scheduler.unblock(waiter, p)
                return value
            if waiter.g is not None:
                waiter.served(scheduler, p, None)
                return waiter.value
        return _NOBODY


class Send(Instruction):
    """``c <- value``.

    Parameters
    ----------
    channel : Channel
        Where to; None for a nil channel, which blocks for ever.
    value : object
        What.
    """

    __slots__ = ("channel", "price", "value")

    def __init__(self, channel: Channel | None, value: Any = None) -> None:  # noqa: ANN401
        self.channel = channel
        self.value = value
        self.price = Price.BUFFERED if channel is None else channel.price

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal | None:
        """Hand the value over, buffer it, or wait."""
        channel = self.channel
        if channel is None:
            return scheduler.park(p, g, _NIL_SEND)
        if channel.receivers and channel.hand(scheduler, p, self.value):
            return None
        if (channel.capacity or channel.closed) and channel.put(scheduler, p, self.value):
            return None
        g.value = self.value
        g.step = self
        try:
            channel.senders.append(g)
        except AttributeError:  # nobody ever waited
            channel.senders = deque((g,))
        return scheduler.park(p, g, "chan send")


class Receive(Instruction):
    """``<-c``.

    Parameters
    ----------
    channel : Channel
        Where from; None for a nil channel, which blocks for ever.
    with_ok : bool
        Whether the result is a pair: the value, and whether it was sent.
    """

    __slots__ = ("channel", "price", "with_ok")

    def __init__(self, channel: Channel | None, *, with_ok: bool = False) -> None:
        self.channel = channel
        self.with_ok = with_ok
        self.price = Price.BUFFERED if channel is None else channel.price

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Any:  # noqa: ANN401
        """Take a value, or wait."""
        channel = self.channel
        if channel is None:
            return scheduler.park(p, g, _NIL_RECEIVE)
        if channel.senders and not channel.capacity:
            value = channel.taken(scheduler, p)
            if value is not _NOBODY:
                return (value, True) if self.with_ok else value
        if channel.capacity or channel.closed:
            got = channel.get(scheduler, p)
            if got is not None:
                return got if self.with_ok else got[0]
        g.step = self
        try:
            channel.receivers.append(g)
        except AttributeError:  # nobody ever waited
            channel.receivers = deque((g,))
        return scheduler.park(p, g, "chan receive")


class Close(Instruction):
    """``close(c)``.

    Parameters
    ----------
    channel : Channel
        Which; None for a nil channel, which panics.
    """

    __slots__ = ("channel",)

    price = Price.BUFFERED

    def __init__(self, channel: Channel | None) -> None:
        self.channel = channel

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        """Wake all who wait."""
        if self.channel is None:
            raise GoPanic("close of nil channel")
        self.channel.shut(scheduler, p)


class Select(Instruction):
    """``select``: results in the index of the case that was done, and what it received.

    The result is ``(index, value, ok)``: value and ok are those of a receive, None and False after a send; the index of
    the default is -1.

    Parameters
    ----------
    cases : sequence of Send and Receive
        What to choose from; those on a nil channel are never chosen.
    default : bool
        Whether it goes on at once where no case is ready.

    Notes
    -----
    The compiler makes of a single case without a default the send or the receive that it is, with its price and its
    wait reason; and of one on a nil channel a select without cases (``walkselect``, go1.4 cmd/gc/select.c, go1.8
    cmd/compile/internal/gc/select.go).
    """

    __slots__ = ("_cases", "_default", "_waits")

    def __init__(self, cases: Sequence[Send | Receive] = (), *, default: bool = False) -> None:
        for case in cases:
            if not isinstance(case, Send | Receive):
                raise TypeError(f"a select chooses among sends and receives of channels; found {case!r}")
        self._cases = tuple(cases)
        self._default = default
        self._waits = "select"
        if not cases or (len(cases) == 1 and cases[0].channel is None):
            self._waits = "select (no cases)"
        elif len(cases) == 1:
            self._waits = "chan send" if isinstance(cases[0], Send) else "chan receive"

    def cost_ns(self, scheduler: "Scheduler", g: "G") -> int:  # noqa: ARG002
        """Return the price of looking at every case."""
        cases = self._cases
        if len(cases) == 1 and not self._default:
            return scheduler.prices[cases[0].price]
        return scheduler.prices[Price.SELECT] * max(len(cases), 1)

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Any:  # noqa: ANN401
        """Do a ready case, drawn at random, or wait for the first."""
        cases = self._cases
        ready = [
            i
            for i, case in enumerate(cases)
            if case.channel is not None and (case.channel.takes() if isinstance(case, Send) else case.channel.gives())
        ]
        if ready:
            chosen = ready[scheduler.choosing.integer(len(ready))] if len(ready) > 1 else ready[0]
            case = cases[chosen]
            channel: Any = case.channel
            if isinstance(case, Send):
                channel.put(scheduler, p, case.value)
                return chosen, None, False
            return chosen, *channel.get(scheduler, p)
        if self._default:
            return -1, None, False
        waiting = [_Case(g, i, case) for i, case in enumerate(cases) if case.channel is not None]
        for entry in waiting:
            entry.others = waiting
        return scheduler.park(p, g, self._waits)


class _Case:
    """A case of a select whose goroutine waits.

    Attributes
    ----------
    g : G or None
        Who waits; None when one of the select's cases has been served.
    """

    __slots__ = ("_channel", "_index", "g", "others", "value")

    def __init__(self, g: G, index: int, case: Send | Receive) -> None:
        channel: Any = case.channel
        self.g: G | None = g
        self._index = index
        self._channel: Channel = channel
        self.others: list[_Case] = []
        if isinstance(case, Send):
            self.value = case.value
            if channel.senders is _EMPTY:
                channel.senders = deque()
            channel.senders.append(self)
        else:
            self.value = None
            if channel.receivers is _EMPTY:
                channel.receivers = deque()
            channel.receivers.append(self)

    def served(self, scheduler: "Scheduler", p: "P", received: tuple[Any, bool] | None) -> None:
        """Let the goroutine go on with this case, and with none of the others."""
        g: Any = self.g
        for other in self.others:
            other.g = None
            if other is not self:
                other._channel.leave_behind()  # noqa: SLF001 - its own kind
        g.value = (self._index, *(received or (None, False)))
        scheduler.unblock(g, p)


def _waits(waiter: G | _Case) -> bool:
    return isinstance(waiter, G) or waiter.g is not None


def _anybody(queue: deque[G | _Case]) -> bool:
    """Return whether somebody waits in a queue, and take those out of its front who do no longer."""
    while queue:
        if _waits(queue[0]):
            return True
        queue.popleft()
    return False
