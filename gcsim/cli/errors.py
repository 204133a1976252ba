"""Errors that are not defects of gcsim, and their exit codes."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from gcsim.recording import Recording

__all__ = ["InputError", "check_end", "input_error", "study_errors", "write_error"]


class InputError(Exception):
    """What was asked for cannot be done; the message says what would do."""


def input_error(error: Exception) -> str | None:
    """Return the message for an error that the input explains.

    Parameters
    ----------
    error : Exception
        What a command raised.

    Returns
    -------
    str or None
        One or more lines; None if the error is a defect of gcsim.
    """
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    from gcsim.scenario import ScenarioError

    return str(error) if isinstance(error, ScenarioError) else None


def write_error(message: str) -> None:
    """Write a message to stderr, which progress bars and warnings share."""
    sys.stderr.write(f"{message}\n")


def check_end(recording: "Recording") -> None:
    """Leave with a message if a run came to a bad end; to be called when its results have been written.

    Parameters
    ----------
    recording : Recording
        The run.

    Raises
    ------
    InputError
        If its program is none: what was asked for cannot be done.
    typer.Exit
        With code 1, if the simulated process died as a Go process would, and with its words on stderr.
    """
    if recording.ended_by == "program_error":
        raise InputError(recording.failure)
    if recording.failure:
        write_error(recording.failure)
        raise typer.Exit(1)


class _TerminatedError(KeyboardInterrupt):
    """SIGTERM: what a cluster sends at the end of a walltime, and a machine that goes down."""


@contextmanager
def study_errors(folder: Path, again: Callable[[str], str] | None = None) -> Iterator[None]:
    """Turn what a study raises, and signals that end it, into messages and exit codes.

    Parameters
    ----------
    folder : Path
        Where its results are kept.
    again : callable, optional
        From a run's key to the command that does this run alone.

    Raises
    ------
    InputError
        If the folder, the cluster or this machine cannot be used, or there is no such run.
    typer.Exit
        With code 1 if runs failed, with 130 after Ctrl-C, with 143 after SIGTERM: what is finished is kept.
    """
    from gcsim.studies import ClusterError, NoSuchRunError, RunnerError, RunsFailedError, SchemaError, StoreError

    try:
        with _signals():
            yield
    except (ClusterError, NoSuchRunError, RunnerError, SchemaError, StoreError) as error:
        raise InputError(str(error)) from error
    except RunsFailedError as error:
        write_error(str(error))
        if again is not None and error.result.failures:
            write_error(f"one of them alone, with its traceback: {again(error.result.failures[0].key)}")
        raise typer.Exit(1) from error
    except KeyboardInterrupt as error:
        terminated = isinstance(error, _TerminatedError)
        word = "terminated" if terminated else "interrupted"
        write_error(f"{word}: finished runs are kept in {folder}; the same command does the rest")
        raise typer.Exit(128 + (signal.SIGTERM if terminated else signal.SIGINT)) from error


@contextmanager
def _signals() -> Iterator[None]:
    """Let the first Ctrl-C or SIGTERM end a study cleanly, and a second one at once: no result is lost by either."""
    ending: type[KeyboardInterrupt] | None = None

    def end(number: int, _frame: FrameType | None) -> None:
        nonlocal ending
        if ending is not None:
            if sys.stderr.isatty():
                sys.stderr.write("\x1b[?25h")  # a bar hides the cursor
                sys.stderr.flush()
            os._exit(128 + number)
        ending = _TerminatedError if number == signal.SIGTERM else KeyboardInterrupt
        raise ending

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except Exception as error:
        # A library that was interrupted in the middle of an import or of C code may make something else of it.
        if ending is not None:
            raise ending from error
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
