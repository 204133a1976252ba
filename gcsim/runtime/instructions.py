"""What a program's steps are: instructions, each with a price and an effect.

An instruction takes its time first and does what it does at the end of it, at once. It may leave its goroutine
blocked, hand the P to an activity, or switch the goroutine to another function; a signal says which.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from gcsim.runtime.prices import Price
from gcsim.units import parse_duration

if TYPE_CHECKING:
    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = [
    "BLOCKED",
    "ENGAGED",
    "SWITCHED",
    "Compute",
    "Go",
    "Gosched",
    "Instruction",
    "Loop",
    "Myself",
    "Signal",
    "Straight",
    "nanoseconds",
    "straight",
]


class Signal:
    """What an instruction returns in place of a result, if its goroutine cannot simply go on.

    Parameters
    ----------
    name : str
        For logs.
    """

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return self._name


BLOCKED = Signal("BLOCKED")
"""The goroutine is off its P: the P looks for another."""

ENGAGED = Signal("ENGAGED")
"""The P is taken by something that will see to what it does next."""

SWITCHED = Signal("SWITCHED")
"""The goroutine goes on in another function: its :attr:`~gcsim.runtime.goroutine.G.program` has changed."""


class Instruction:
    """One step of a program. Instructions hold no state of a run, so one object may be yielded again and again.

    Attributes
    ----------
    price : Price
        What it costs; ``Price.OWN`` where :meth:`cost_ns` says so.
    preemptible : bool
        Whether its time slice can end in the midst of it, since it passes function prologues all the time.
    call_free : bool
        Whether it has no safepoint at all, so that only asynchronous preemption stops it.
    """

    __slots__ = ()

    price: Price = Price.OWN
    preemptible: ClassVar[bool] = False
    call_free: ClassVar[bool] = False

    def cost_ns(self, scheduler: "Scheduler", g: "G") -> int:  # noqa: ARG002 - what an instruction costs may depend on both
        """Return how long it takes, ns; asked only of what has no fixed price."""
        return 0

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Any:  # noqa: ANN401 - a result is the program's affair
        """Do it, at the end of its time, on a P that runs the goroutine.

        Returns
        -------
        object
            What the program is sent, or a :class:`Signal`.

        Raises
        ------
        GoPanic
            If Go would panic.
        """
        raise NotImplementedError


def nanoseconds(of: str, duration: object) -> int:
    """Return a duration in ns.

    Parameters
    ----------
    of : str
        Whose, for the message.
    duration : int or str
        Whole ns, or a text such as ``"10us"``.

    Raises
    ------
    TypeError
        If it is something else.
    ValueError
        If it is negative or no duration.
    """
    if isinstance(duration, str):
        return parse_duration(duration)
    if not isinstance(duration, int) or isinstance(duration, bool):
        msg = f'{of} takes whole ns, such as 1500, or a text, such as "1.5us"; found {duration!r}'
        raise TypeError(msg)
    if duration < 0:
        msg = f"{of} takes a duration that is not negative; found {duration} ns"
        raise ValueError(msg)
    return duration


class Compute(Instruction):
    """Compute for a while, calling functions all the time: its time slice may end anywhere.

    Parameters
    ----------
    duration : int or str
        How long, whole ns or a text such as ``"10us"``.
    """

    __slots__ = ("_ns",)

    preemptible = True

    def __init__(self, duration: int | str) -> None:
        self._ns = nanoseconds(type(self).__name__, duration)

    def cost_ns(self, scheduler: "Scheduler", g: "G") -> int:  # noqa: ARG002
        """Return the duration."""
        return self._ns

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:
        """Do nothing more."""


class Loop(Compute):
    """Compute in a loop without calls: until Go 1.14 nothing stops it before it ends.

    Parameters
    ----------
    duration : int or str
        How long, whole ns or a text such as ``"10ms"``.
    """

    __slots__ = ()

    preemptible = False
    call_free = True


class Gosched(Instruction):
    """Let others run: the goroutine goes to the end of the global queue (``goschedImpl``, go1.8 proc.go:2288)."""

    __slots__ = ()

    price = Price.GOSCHED

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal:  # noqa: ARG002
        """Yield the P."""
        scheduler.yield_p(p)
        return BLOCKED


class Straight(Instruction):
    """A step of a straight program and what follows it. It knows nothing of who runs it, so alike goroutines share it.

    Parameters
    ----------
    step : Instruction
        What is done.
    following : Straight or None
        What is done after it; None at the end.
    """

    __slots__ = ("_following", "_step", "call_free", "preemptible", "price")

    def __init__(self, step: Instruction, following: "Straight | None") -> None:
        self._step = step
        self._following = following or _END
        self.price = step.price
        self.preemptible = step.preemptible  # type: ignore[misc] # this one's are those of its step
        self.call_free = step.call_free  # type: ignore[misc]

    def send(self, _: object) -> "Straight":
        """Be the program's next step."""
        return self

    def close(self) -> None:
        """Do nothing: there is no state that could end."""

    def cost_ns(self, scheduler: "Scheduler", g: "G") -> int:
        """Return the step's cost."""
        return self._step.cost_ns(scheduler, g)

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal:
        """Do the step; the goroutine goes on with the next."""
        g.program = self._following
        value = self._step.perform(scheduler, p, g)
        return value if value.__class__ is Signal else SWITCHED


class _End:
    """What follows the last step."""

    __slots__ = ()

    def send(self, _: object) -> Instruction:
        """End the goroutine."""
        raise StopIteration

    def close(self) -> None:
        """Do nothing."""


_END = _End()


def straight(steps: Sequence[object]) -> Straight | None:
    """Return instructions as a program that goroutines can share; None if they are not all instructions."""
    following = None
    for step in reversed(steps):
        if not isinstance(step, Instruction):
            return None
        following = Straight(step, following)
    return following


class Go(Instruction):
    """Start a goroutine, as the ``go`` statement does; results in the goroutine.

    Parameters
    ----------
    program : Program or sequence of steps
        What it does: a generator, or a straight list of steps that alike goroutines share.
    name : str, optional
        What it is, for logs and reports; a generator's own name by default.
    """

    __slots__ = ("name", "program")

    price = Price.GO

    def __init__(self, program: Any, name: str = "") -> None:  # noqa: ANN401 - checked when it starts
        shared = straight(program) if isinstance(program, list | tuple) else None
        self.program: Any = shared or program
        self.name = name

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> "G":  # noqa: ARG002
        """Make it runnable."""
        return scheduler.go(self.name, self.program, by=p)


class Myself(Instruction):
    """Result in the goroutine itself."""

    __slots__ = ()

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> "G":  # noqa: ARG002
        """Return it."""
        return g
