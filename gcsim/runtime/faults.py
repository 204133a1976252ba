"""What is said when a program is no program, or when all goroutines are asleep."""

import inspect
import os
import sysconfig
import traceback
from typing import TYPE_CHECKING, Any

from gcsim.runtime.errors import ProgramError
from gcsim.runtime.goroutine import G, Steps
from gcsim.runtime.instructions import Instruction
from gcsim.units import format_duration

if TYPE_CHECKING:
    from types import FrameType, TracebackType

    from gcsim.runtime.scheduler import Scheduler

__all__ = ["StuckError", "UnplacedError", "deadlock", "escaped", "nonsense", "raised", "stands_still", "steps", "where"]

_MOST_LISTED = 100
"""Goroutines that a deadlock lists one by one."""

_GCSIM = os.path.dirname(os.path.dirname(__file__)) + os.sep  # noqa: PTH120 - to be compared with the texts in code
_LIBRARIES = (
    _GCSIM,
    *(sysconfig.get_path(name) + os.sep for name in ("stdlib", "platstdlib", "purelib", "platlib")),
    "<frozen ",
)
"""Where code stands that is nobody's program."""


class UnplacedError(ProgramError):
    """Says what is wrong; goroutine, line and time are still to be put before it."""


class StuckError(UnplacedError):
    """A program runs on and on without a yield."""

    def __init__(self) -> None:
        super().__init__("runs on and on without a yield: is there a loop without one, or time.sleep instead of Sleep?")


def steps(program: object) -> Steps:
    """Return a sequence of steps as a program.

    Raises
    ------
    UnplacedError
        If it is none.
    """
    if isinstance(program, list | tuple):
        return Steps(program)
    raise UnplacedError(
        f"a goroutine runs a generator or a list of steps; found {_shown(program)}. "
        "Does the function yield, and was it called: worker(c) rather than worker?"
    )


def nonsense(scheduler: "Scheduler", g: G, step: object) -> ProgramError:
    """Return the error of a program that yields what is no step."""
    if inspect.isgenerator(step):
        instead = "say yield from, or yield Call(...) or Go(...) of it"
    elif isinstance(step, type) and issubclass(step, Instruction):
        instead = f"yield an object of it, {step.__name__}(...)"
    else:
        instead = "yield one of gcsim.runtime, such as Compute(1000)"
    return _error(scheduler, g, f"yielded {_shown(step)}, which is no instruction: {instead}")


def raised(scheduler: "Scheduler", g: G, error: Exception) -> ProgramError:
    """Return the error of a program that raises."""
    if isinstance(error, ProgramError) and not isinstance(error, UnplacedError):
        return error
    return _error(scheduler, g, _said(error), _raised_at(error.__traceback__))


def escaped(scheduler: "Scheduler", error: Exception) -> str | None:
    """Return what to say of an error that came up outside of any program's own steps.

    It may still be a program's: of a callback, of what its goroutines are to run, of a step that only looks like one.

    Parameters
    ----------
    scheduler : Scheduler
        What was running.
    error : Exception
        With its traceback.

    Returns
    -------
    str or None
        The message; None for an error of gcsim.
    """
    if isinstance(error, ProgramError) and not isinstance(error, UnplacedError):
        return str(error)
    at = None
    for frame, line in traceback.walk_tb(error.__traceback__):
        if not _library(frame):
            at = _line(frame, line)
        g, step = frame.f_locals.get("g"), frame.f_locals.get("step")
        if isinstance(g, G):
            if isinstance(error, UnplacedError):
                return str(_error(scheduler, g, str(error)))
            if step is not None and not isinstance(step, Instruction):
                return str(nonsense(scheduler, g, step))
    if at is None and not isinstance(error, UnplacedError):
        return None
    return f"{f'{at}, ' if at else ''}t={_now(scheduler)}: {_said(error)}"


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
    return ProgramError(f"goroutine {g.number} ({g.name}) at {at or where(g)}, t={_now(scheduler)}: {what}")


def _now(scheduler: "Scheduler") -> str:
    return format_duration(int(scheduler.clock.env.now))


def _said(error: Exception) -> str:
    if isinstance(error, ProgramError):
        return str(error)
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _raised_at(trace: "TracebackType | None") -> str | None:
    """Return the line of the program: the last that is in nobody's library, else that of the innermost generator."""
    at = None
    theirs = False
    for frame, line in traceback.walk_tb(trace):
        if not _library(frame):
            at, theirs = _line(frame, line), True
        elif not theirs and frame.f_code.co_flags & inspect.CO_GENERATOR:
            at = _line(frame, line)
    return at


def _library(frame: "FrameType") -> bool:
    return frame.f_code.co_filename.startswith(_LIBRARIES)


def _line(frame: "FrameType", line: int) -> str:
    return f"{_file(frame.f_code.co_filename)}:{line}"


def _file(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - so that the message stays one line
