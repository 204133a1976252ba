"""Errors that are not defects of gcsim, and their exit codes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
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


@contextmanager
def study_errors(folder: Path) -> Iterator[None]:
    """Turn what a study raises into messages and exit codes.

    Parameters
    ----------
    folder : Path
        Where its results are kept.

    Raises
    ------
    InputError
        If the folder or the cluster cannot be used.
    typer.Exit
        With code 1, if runs failed.
    KeyboardInterrupt
        If interrupted, after saying what is kept.
    """
    from gcsim.studies import ClusterError, RunsFailedError, SchemaError, StoreError, WorkersLostError

    try:
        yield
    except (ClusterError, SchemaError, StoreError) as error:
        raise InputError(str(error)) from error
    except (RunsFailedError, WorkersLostError) as error:
        write_error(str(error))
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        write_error(f"interrupted: finished runs are kept in {folder}; the same command does the rest")
        raise
