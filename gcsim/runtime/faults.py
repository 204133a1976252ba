"""What is said when a program is no program, or when all goroutines are asleep."""

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any

from gcsim.runtime.errors import ProgramError
from gcsim.runtime.goroutine import G, Steps
from gcsim.units import format_duration

if TYPE_CHECKING:
    from types import TracebackType

    from gcsim.runtime.scheduler import Scheduler

__all__ = ["deadlock", "nonsense", "raised", "stands_still", "steps", "where"]

_MOST_LISTED = 100
"""Goroutines that a deadlock lists one by one."""


def steps(program: object) -> Steps:
    """Return a sequence of steps as a program.

    Raises
    ------
    ProgramError
        If it is none.
    """
    if isinstance(program, list | tuple):
        return Steps(program)
    raise ProgramError(
        f"a goroutine runs a generator or a list of steps; found {_shown(program)}. "
        "Does the function yield, and was it called: worker(c) rather than worker?"
    )


def nonsense(scheduler: "Scheduler", g: G, step: object) -> ProgramError:
    """Return the error of a program that yields what is no step."""
    return _error(
        scheduler,
        g,
        f"yielded {_shown(step)}, which is no instruction: yield one of gcsim.runtime, such as Compute(1000)",
    )


def raised(scheduler: "Scheduler", g: G, error: Exception) -> ProgramError:
    """Return the error of a program that raises."""
    at = _raised_at(error.__traceback__)
    return _error(scheduler, g, f"{type(error).__name__}: {error}" if str(error) else type(error).__name__, at)


def stands_still(scheduler: "Scheduler", g: G, steps: int) -> ProgramError:
    """Return the error of programs that never let time pass."""
    return _error(scheduler, g, f"no time has passed for {steps:,} steps: something has to compute, sleep or wait")


def where(g: G) -> str:
    """Return the line of its program at which a goroutine is, as ``file.py:12``; its name where it has no lines."""
    program: Any = g.program
    # What a generator delegates to is where it is.
    while getattr(program, "gi_yieldfrom", None) is not None and hasattr(program.gi_yieldfrom, "gi_frame"):
        program = program.gi_yieldfrom
    frame = getattr(program, "gi_frame", None)
    return g.name if frame is None else f"{_file(frame.f_code.co_filename)}:{frame.f_lineno}"


def deadlock(scheduler: "Scheduler") -> str:
    """Return what Go prints when all goroutines are asleep: the message, and where each of them waits."""
    asleep = [g for g in scheduler.goroutines if g.program is not None and not g.system]
    parts = ["fatal error: all goroutines are asleep - deadlock!"]
    parts += [f"goroutine {g.number} [{g.waits or 'waiting'}]:\n{g.name}\n\t{where(g)}" for g in asleep[:_MOST_LISTED]]
    if len(asleep) > _MOST_LISTED:
        parts.append(f"...{len(asleep) - _MOST_LISTED} more goroutines")
    return "\n\n".join(parts)


def _error(scheduler: "Scheduler", g: G, what: str, at: str | None = None) -> ProgramError:
    now = format_duration(int(scheduler.clock.env.now))
    return ProgramError(f"goroutine {g.number} ({g.name}) at {at or where(g)}, t={now}: {what}")


def _raised_at(trace: "TracebackType | None") -> str | None:
    """Return the line of the program itself: the second of the traceback, below the scheduler's own."""
    lines: Iterable[TracebackType] = _traces(trace)
    for own in islice(lines, 1, 2):
        return f"{_file(own.tb_frame.f_code.co_filename)}:{own.tb_lineno}"
    return None


def _traces(trace: "TracebackType | None") -> "Iterable[TracebackType]":
    while trace is not None:
        yield trace
        trace = trace.tb_next


def _file(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - so that the message stays one line
