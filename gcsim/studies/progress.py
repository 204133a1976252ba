"""How far a sweep is: a bar for people at a terminal, lines for a log."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as RichProgress

from gcsim.studies.status import StudyStatus

__all__ = ["Display", "Progress", "Silence", "StudyProgress", "described", "ending", "shown"]

_BAR_HZ = 5
_LINE_S = 30.0
_LONGEST_S = 100 * 365 * 86400  # dates end at the year 9999
_LONG_PLAN = 10_000  # runs: to plan more takes some seconds, in which something should be seen


class StudyProgress(Protocol):
    """Who is told how far a study is."""

    def show(self, status: StudyStatus) -> None:
        """Take note of how far it is; called some times a second.

        Parameters
        ----------
        status : StudyStatus
            What is known.
        """


class Progress(Protocol):
    """Who is told how far some calculation is that does one thing after another."""

    def begin(self, *, stored: int, left: int, work: float) -> None:
        """Take note of what is to be done.

        Parameters
        ----------
        stored : int
            Runs that were there before.
        left : int
            Runs to do.
        work : float
            What they take together, in any unit.
        """

    def advance(self, *, failed: bool, work: float) -> None:
        """Take note of a run that is over.

        Parameters
        ----------
        failed : bool
            Whether it raised.
        work : float
            What it took of the whole, as guessed before.
        """


class Silence:
    """Tells nobody."""

    def show(self, status: StudyStatus) -> None:
        """Do nothing."""

    def begin(self, *, stored: int, left: int, work: float) -> None:
        """Do nothing."""

    def advance(self, *, failed: bool, work: float) -> None:
        """Do nothing."""


class Display:
    """Takes both a study's status and single steps; this one shows them to nobody.

    Parameters
    ----------
    title : str
        Name of what is shown.
    """

    def __init__(self, title: str) -> None:
        self._status = StudyStatus(study=title, state="planning")
        self._begun_s: float | None = None

    def begin(self, *, stored: int, left: int, work: float) -> None:
        """Take note of what is to be done; as :meth:`Progress.begin`."""
        self._begun_s = None
        self.show(
            StudyStatus(
                study=self._status.study,
                state="running" if left else "done",
                runs=stored + left,
                stored=stored,
                predicted_s=work,
            )
        )

    def advance(self, *, failed: bool, work: float) -> None:
        """Take note of a step that is over; as :meth:`Progress.advance`."""
        status = self._status
        self.show(
            replace(
                status,
                done=status.done + (not failed),
                failed=status.failed + failed,
                done_s=status.done_s + work,
            )
        )

    def show(self, status: StudyStatus) -> None:
        """Take note of a study's status; as :meth:`StudyProgress.show`."""
        if self._begun_s is None and status.state != "planning":
            self._begun_s = time.monotonic()
        self._status = replace(status, study=self._status.study)
        self._draw()

    def _draw(self) -> None:
        """Show how far it is."""

    def _text(self, *, brief: bool = False) -> str:
        elapsed_s = 0.0 if self._begun_s is None else time.monotonic() - self._begun_s
        return described(self._status, elapsed_s, datetime.now().astimezone(), brief=brief)


@contextmanager
def shown(title: str, console: Console | None = None, *, quiet: bool = False) -> Iterator[Display]:
    """Show the progress of a sweep for as long as the context lasts.

    Parameters
    ----------
    title : str
        Name of the sweep.
    console : rich.console.Console, optional
        Where to; stderr by default. A terminal gets a bar that is drawn at most 5 times a second; anything else gets
        lines, at most one in half a minute beside the first and the last.
    quiet : bool
        Show nothing.
    """
    if quiet:
        yield Display(title)
        return
    console = Console(stderr=True) if console is None else console
    if console.is_terminal:
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=None),
            TextColumn("{task.fields[told]}", markup=False),
        )
        with RichProgress(*columns, console=console, refresh_per_second=_BAR_HZ, expand=True) as bar:
            yield _Bar(title, bar)
    else:
        lines = _Lines(title, console)
        try:
            yield lines
        finally:
            lines.end()


def described(status: StudyStatus, elapsed_s: float, now: datetime, *, brief: bool = False) -> str:
    """Say how far a study is.

    Parameters
    ----------
    status : StudyStatus
        The study.
    elapsed_s : float
        For how long runs have been done, s.
    now : datetime
        The time of day.
    brief : bool
        Use few words, for a line that a bar shares.

    Returns
    -------
    str
        Runs done, being done, failed and left, the rate, the events simulated, and when it will end; what is zero or
        unknown is left out.

    Examples
    --------
    >>> status = StudyStatus(study="s", state="running", runs=9, stored=2, done=4, running=2, predicted_s=7, done_s=4)
    >>> described(status, 8.0, datetime(2026, 11, 22, 14, 0))
    '6 done (2 before), 3 left, 2 running, 0.5 runs/s, ends in 0:00:06, at 14:00:06'
    """
    if status.state == "planning":
        return f"planning {status.runs} runs"
    left = status.runs - status.stored - status.done - status.failed
    before = f" ({status.stored} before)" if status.stored else ""
    over = status.done + status.failed
    rest = ending(elapsed_s, status.done_s, status.predicted_s - status.done_s if left else 0.0, now)
    done = (
        f"{status.stored + status.done}/{status.runs} done" if brief else f"{status.stored + status.done} done{before}"
    )
    words = [
        done,
        "" if brief else f"{left} left",
        f"{status.running} running" if status.running else "",
        f"{status.failed} failed" if status.failed else "",
        f"{_short(over / elapsed_s)} runs/s" if elapsed_s >= 1 and over else "",
        f"{_short(status.events)} events" if status.events else "",
        rest.partition(",")[0] if brief else rest,
        "" if status.running or not status.where.endswith("no workers yet") else status.where,
    ]
    return ", ".join(filter(None, words))


def ending(elapsed_s: float, done: float, left: float, now: datetime) -> str:
    """Say when something ends that goes on as it went so far.

    Parameters
    ----------
    elapsed_s : float
        For how long it went on, s.
    done, left : float
        Work done in that time, and work left, in one unit.
    now : datetime
        The time of day.

    Returns
    -------
    str
        Duration and time of day, rounded to seconds; empty while nothing is known or nothing left.

    Examples
    --------
    >>> ending(60, 2.0, 4.0, datetime(2026, 11, 22, 14, 0))
    'ends in 0:02:00, at 14:02:00'
    """
    if elapsed_s <= 0 or done <= 0 or left <= 0:  # a clock that was put back says that no time has gone by
        return ""
    rest = timedelta(seconds=min(round(elapsed_s * left / done), _LONGEST_S))
    return f"ends in {rest}, at {now + rest:%H:%M:%S}"


def _short(number: float) -> str:
    """Write a number to three digits: 0.5, 12.3, 4.56M."""
    for scale, unit in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e4, "k")):
        if number >= scale:
            unit_scale = 1e3 if unit == "k" else scale
            return f"{number / unit_scale:.3g}{unit}"
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"  # noqa: PLR2004  # three digits


class _Bar(Display):
    def __init__(self, title: str, bar: RichProgress) -> None:
        super().__init__(title)
        self._bar = bar
        self._task = bar.add_task(title, total=None, told="")

    def _draw(self) -> None:
        status = self._status
        # A bar of no work would pulse for ever: with nothing left to do it is full.
        over = status.state == "done" or not status.predicted_s
        self._bar.update(
            self._task,
            total=None if status.state == "planning" else 1.0,
            completed=1.0 if over else status.done_s / status.predicted_s,
            told=self._text(brief=True),
        )


class _Lines(Display):
    def __init__(self, title: str, console: Console) -> None:
        super().__init__(title)
        self._console = console
        self._said_s: float | None = None
        self._said = ""

    def end(self) -> None:
        text = self._text()
        if self._status.state != "planning" and text != self._said:
            self._say(text)

    def _draw(self) -> None:
        if self._status.state == "planning" and self._status.runs < _LONG_PLAN:
            return
        if self._said_s is None or time.monotonic() - self._said_s >= _LINE_S:
            self._say(self._text())

    def _say(self, text: str) -> None:
        self._said_s = time.monotonic()
        self._said = text
        self._console.print(f"{self._status.study}: {text}", markup=False, highlight=False, soft_wrap=True)
