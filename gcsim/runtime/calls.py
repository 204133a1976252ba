"""Functions that a goroutine is in: calls, what they deferred, and panics that unwind them.

A function's deferred calls run when it ends, the last first; a panic ends function after function until a deferred one
recovers (go1.4 panic.go and panic.c, go1.8 panic.go: ``deferproc``, ``gopanic``, ``recovery``).
"""

from typing import TYPE_CHECKING, Any

from gcsim.runtime import faults
from gcsim.runtime.errors import FatalError, GoPanic
from gcsim.runtime.goroutine import Steps
from gcsim.runtime.instructions import SWITCHED, Instruction, Signal
from gcsim.runtime.prices import Price
from gcsim.vocabulary import Cause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gcsim.runtime.goroutine import G, Program
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["Call", "Calls", "Defer", "Panic", "Recover", "begin", "interrupt", "leave", "panic"]


class _Panic:
    """A panic in progress."""

    __slots__ = ("at", "during", "recovered", "value")

    def __init__(self, value: object, at: str, during: "_Panic | None") -> None:
        self.value = value
        self.at = at
        self.during = during
        self.recovered = False


class _Function:
    """A function that a goroutine is in; one that was called by no ``Call`` has no frame."""

    __slots__ = ("deferred", "defers", "frame", "panic", "program", "result")

    def __init__(self, program: "Program | Steps", frame: int | None = None, *, deferred: bool = False) -> None:
        self.program = program
        self.frame = frame
        self.deferred = deferred
        self.defers: list[Program | Steps] = []
        self.panic: _Panic | None = None
        self.result: object = None


class Calls:
    """The functions that a goroutine is in, the innermost last.

    Parameters
    ----------
    program : Program
        The goroutine's first function.
    """

    __slots__ = ("functions",)

    def __init__(self, program: "Program | Steps") -> None:
        self.functions = [_Function(program)]

    @property
    def deferred(self) -> int:
        """Calls that wait for their functions to end."""
        return sum(len(function.defers) for function in self.functions)


def _of(g: "G") -> Calls:
    if g.calls is None:
        g.calls = Calls(g.program)
    return g.calls


class Call(Instruction):
    """Call a function: results in what it returns, None where it recovered from a panic.

    Parameters
    ----------
    program : Program or sequence of steps
        The function's generator, for one call; or a straight list of steps, for any number.
    frame : int
        Bytes of its stack frame; the stack grows if it does not fit.
    """

    __slots__ = ("_frame", "_program")

    def __init__(self, program: "Program | Sequence[Any]", frame: int = 0) -> None:
        if frame < 0:
            raise ValueError(f"a frame has a size in bytes that is not negative; found {frame}")
        self._program = _callable(program)
        self._frame = frame

    def cost_ns(self, scheduler: "Scheduler", g: "G") -> int:
        """Return the time of the call and of growing the stack, which the function's prologue does."""
        grown_ns = scheduler.stacks.enter(g, self._frame)
        if grown_ns:
            g.delayed(grown_ns, Cause.STACK_GROWTH)
        return scheduler.prices[Price.CALL] + grown_ns

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal:  # noqa: ARG002
        """Go on in the function."""
        return begin(g, _begun(scheduler, g, self._program), self._frame)


class Defer(Instruction):
    """Have a function called when the present one ends.

    Parameters
    ----------
    program : Program or sequence of steps
        The deferred function's generator, its arguments evaluated now; or a straight list of steps.
    """

    __slots__ = ("_program",)

    price = Price.DEFER

    def __init__(self, program: "Program | Sequence[Any]") -> None:
        self._program = _callable(program)

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        """Remember it."""
        _of(g).functions[-1].defers.append(_begun(scheduler, g, self._program))


class Panic(Instruction):
    """Panic.

    Parameters
    ----------
    value : object
        What with.
    """

    __slots__ = ("_value",)

    price = Price.PANIC

    def __init__(self, value: object) -> None:
        self._value = value

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Any:  # noqa: ANN401, ARG002
        """Unwind."""
        raise GoPanic(self._value)


class Recover(Instruction):
    """Stop a panic: results in what the panic was called with, None where there is nothing to stop.

    There is only in a function that was deferred by the one that panics, not in one that such a function calls.
    """

    __slots__ = ()

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> object:  # noqa: ARG002
        """Let the panicking function return to its caller."""
        functions = _of(g).functions
        if not functions[-1].deferred:
            return None
        stopped = functions[-2].panic
        if stopped is None or stopped.recovered:
            return None
        stopped.recovered = True
        return stopped.value


class _Before(Instruction):
    """Stands in for a goroutine's program until a step of another's making is done."""

    __slots__ = ("_g", "_step", "gi_yieldfrom", "price")

    def __init__(self, g: "G", step: Instruction) -> None:
        self._g = g
        self._step = step
        self.price = step.price
        self.gi_yieldfrom = g.program  # where a generator has what it delegates to: there the goroutine is

    def send(self, _: object) -> "_Before":
        """Give the goroutine its program back, after the step."""
        self._g.program = self.gi_yieldfrom
        return self

    def cost_ns(self, scheduler: "Scheduler", g: "G") -> int:
        """Return what the step costs."""
        return self._step.cost_ns(scheduler, g)

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal:
        """Do the step; what it results in is what the goroutine waited for."""
        value = self._step.perform(scheduler, p, g)
        if isinstance(value, Signal):
            return value
        g.value = value
        return SWITCHED


class _Return(Instruction):
    """Return from a function at a price: a segment of the stack is closed."""

    __slots__ = ("_ns", "_result")

    def __init__(self, ns: int, result: object) -> None:
        self._ns = ns
        self._result = result

    def cost_ns(self, scheduler: "Scheduler", g: "G") -> int:  # noqa: ARG002
        """Return the price."""
        return self._ns

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> object:  # noqa: ARG002
        """Return."""
        return self._result


def begin(g: "G", program: "Program | Steps", frame: int | None = None) -> Signal:
    """Let a goroutine go on in a function; what it returns is the result of the instruction that does this.

    Parameters
    ----------
    g : G
        The goroutine, on its P.
    program : Program
        The function's.
    frame : int or None
        Bytes of stack that were taken for it.

    Returns
    -------
    Signal
        ``SWITCHED``, for the instruction to return.
    """
    _of(g).functions.append(_Function(program, frame))
    g.program = program
    return SWITCHED


def interrupt(g: "G", step: Instruction) -> None:
    """Have a goroutine that is off its P do something before its program goes on.

    Parameters
    ----------
    g : G
        The goroutine.
    step : Instruction
        What it does. Its result is that of the step for which the goroutine left its P.
    """
    g.value = None
    g.program = _Before(g, step)


def leave(scheduler: "Scheduler", g: "G", result: object) -> bool:
    """End the innermost function; return whether the goroutine goes on in another, deferred ones or its caller.

    Raises
    ------
    FatalError
        If a panic has left the last function.
    """
    _of(g).functions[-1].result = result
    return _unwind(scheduler, g)


def panic(scheduler: "Scheduler", g: "G", raised: GoPanic) -> Signal:
    """Let a goroutine panic; return ``SWITCHED``: it goes on in a deferred function, or in a caller.

    Raises
    ------
    FatalError
        If nothing recovers.
    """
    functions = _of(g).functions
    # Whatever panics while deferred functions run for an earlier panic takes its place.
    earlier = next((function.panic for function in reversed(functions) if function.panic is not None), None)
    function = functions[-1]
    function.panic = _Panic(raised.value, faults.where(g), earlier)
    _close(scheduler, g, function.program)
    _unwind(scheduler, g)
    return SWITCHED


def _unwind(scheduler: "Scheduler", g: "G") -> bool:
    functions = _of(g).functions
    closing = 0
    while True:
        function = functions[-1]
        if function.defers:
            program = function.defers.pop()
            functions.append(_Function(program, deferred=True))
            g.program = program
            return True
        functions.pop()
        if function.frame is not None:
            closing += scheduler.stacks.leave(g, function.frame)
        raised = function.panic
        if not functions:
            if raised is not None:
                raise FatalError("panic", _last_words(g, raised))
            return False
        caller = functions[-1]
        if raised is not None:
            caller.panic = raised
            _close(scheduler, g, caller.program)
        elif not function.deferred:
            g.program = caller.program
            if closing:
                interrupt(g, _Return(closing, function.result))
            else:
                g.value = function.result
            return True
        elif caller.panic is not None and caller.panic.recovered:
            # The deferred function has returned that stopped the panic: only now it is over (recovery).
            caller.panic = None


def _callable(program: Any) -> Any:  # noqa: ANN401 - whatever a user gives
    """Return a program, or steps for any number of them; raise where it is neither."""
    if not hasattr(program, "send"):
        faults.steps(program)
    return program


def _begun(scheduler: "Scheduler", g: "G", program: Any) -> "Program | Steps":  # noqa: ANN401 - as _callable returns
    if not hasattr(program, "send"):
        return Steps(program)
    if getattr(program, "gi_frame", program) is None:
        raise faults.raised(scheduler, g, ValueError("a generator is for one call; this one has ended already"))
    return program  # type: ignore[no-any-return]


def _close(scheduler: "Scheduler", g: "G", program: "Program | Steps") -> None:
    """End a program that a panic has left."""
    try:
        program.close()
    except RuntimeError:
        error = RuntimeError("a panic has ended this function, and it yields once more: use Defer, not finally")
        raise faults.raised(scheduler, g, error) from None
    except Exception as error:
        raise faults.raised(scheduler, g, error) from error


def _last_words(g: "G", raised: _Panic) -> str:
    return f"{_panics(raised)}\n\ngoroutine {g.number} [running]:\n{g.name}\n\t{raised.at}"


def _panics(raised: _Panic) -> str:
    """Return the panics in progress as ``printpanics`` does, the first of them first (panic.go of go1.4 and go1.8)."""
    before = "" if raised.during is None else f"{_panics(raised.during)}\n\t"
    value = "nil" if raised.value is None else raised.value
    return f"{before}panic: {value}{' [recovered]' if raised.recovered else ''}"
