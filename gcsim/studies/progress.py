"""How far a sweep is: a bar for people at a terminal, lines for a log."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, ProgressColumn, Task, TextColumn
from rich.progress import Progress as RichProgress
from rich.text import Text

__all__ = ["Progress", "Silence", "ending", "shown"]

_BAR_HZ = 5
_LINE_S = 5.0


class Progress(Protocol):
    """Who is told how far a sweep is."""

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

    def begin(self, *, stored: int, left: int, work: float) -> None:
        """Do nothing."""

    def advance(self, *, failed: bool, work: float) -> None:
        """Do nothing."""


@contextmanager
def shown(title: str, console: Console | None = None) -> Iterator[Progress]:
    """Show the progress of a sweep for as long as the context lasts.

    Parameters
    ----------
    title : str
        Name of the sweep.
    console : rich.console.Console, optional
        Where to; stderr by default. A terminal gets a bar that is drawn at most 5 times a second; anything else gets
        lines, at most one in 5 seconds beside the first and the last.
    """
    console = Console(stderr=True) if console is None else console
    if console.is_terminal:
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[runs]}", markup=False),
            _Ending(),
        )
        with RichProgress(*columns, console=console, refresh_per_second=_BAR_HZ) as bar:
            yield _Bar(title, bar)
    else:
        lines = _Lines(title, console)
        try:
            yield lines
        finally:
            lines.end()


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
    if done <= 0 or left <= 0:
        return ""
    rest = timedelta(seconds=round(elapsed_s * left / done))
    return f"ends in {rest}, at {now + rest:%H:%M:%S}"


class _Count:
    """Runs done, failed and left, in words."""

    def __init__(self, stored: int, left: int) -> None:
        self.stored, self.left, self.done, self.failed = stored, left, 0, 0

    def add(self, *, failed: bool) -> None:
        self.left -= 1
        self.done += 1
        self.failed += failed

    def __str__(self) -> str:
        parts = [f"{self.stored + self.done - self.failed} done", f"{self.left} left"]
        if self.stored:
            parts[0] += f" ({self.stored} before)"
        if self.failed:
            parts.append(f"{self.failed} failed")
        return ", ".join(parts)


class _Bar:
    def __init__(self, title: str, bar: RichProgress) -> None:
        self._title, self._bar = title, bar
        self._count = _Count(0, 0)

    def begin(self, *, stored: int, left: int, work: float) -> None:
        self._count = _Count(stored, left)
        # A bar of no work would pulse for ever: with nothing left to do it is full.
        self._task = self._bar.add_task(
            self._title, total=work or 1.0, completed=0 if left else 1, runs=str(self._count)
        )

    def advance(self, *, failed: bool, work: float) -> None:
        self._count.add(failed=failed)
        self._bar.update(self._task, advance=work, runs=str(self._count))


class _Ending(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(ending(task.elapsed or 0.0, task.completed, task.remaining or 0.0, datetime.now().astimezone()))


class _Lines:
    def __init__(self, title: str, console: Console) -> None:
        self._title, self._console = title, console
        self._count = _Count(0, 0)
        self._begun_s = self._said_s = time.monotonic()
        self._done = self._work = 0.0

    def begin(self, *, stored: int, left: int, work: float) -> None:
        self._count = _Count(stored, left)
        self._work = work
        self._begun_s = time.monotonic()
        self._say("")

    def advance(self, *, failed: bool, work: float) -> None:
        self._count.add(failed=failed)
        self._done += work
        now_s = time.monotonic()
        if now_s - self._said_s >= _LINE_S:
            left = self._work - self._done if self._count.left else 0.0
            self._say(ending(now_s - self._begun_s, self._done, left, datetime.now().astimezone()))

    def end(self) -> None:
        if self._count.done:
            self._say("")

    def _say(self, when: str) -> None:
        self._said_s = time.monotonic()
        line = f"{self._title}: {self._count}{', ' if when else ''}{when}"
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)
