"""A live view of the studies of a folder, from outside."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from gcsim.studies.status import StudyStatus

__all__ = ["line", "watch"]

_LOOK_S = 1.0  # as often as a study writes its status
_LINE_S = 30.0
_BAR, _LEAST_BAR, _GAP = 30, 6, 1  # columns of a terminal
_GOES_ON = ("planning", "running")

_Show = Callable[[Sequence["StudyStatus"]], None]


def watch(out: Path, study: str | None, console: "Console") -> bool:
    """Show how far the studies of a folder are until none of them goes on.

    Parameters
    ----------
    out : Path
        The folder.
    study : str or None
        Show this one alone.
    console : rich.console.Console
        Where to. A terminal gets bars that are drawn every second; anything else a line for each study every half
        minute, and when it ends.

    Returns
    -------
    bool
        Whether there is a study to tell of.
    """
    from gcsim.studies.status import read_statuses

    def look() -> list["StudyStatus"]:
        return [status for status in read_statuses(out) if study in {None, status.study}]

    show = _bars_on if console.is_terminal else _lines_on
    statuses: list[StudyStatus] = []
    with show(console) as told:
        while statuses := look():
            told(statuses)
            if not any(status.state in _GOES_ON for status in statuses):
                break
            time.sleep(_LOOK_S)
    for status in statuses if console.is_terminal else ():
        if rest := _rest(status):
            console.print(f"{status.study}: {rest}", markup=False, highlight=False, soft_wrap=True)
    return bool(statuses)


def line(status: "StudyStatus") -> str:
    """Say in a line how far a study is.

    Parameters
    ----------
    status : StudyStatus
        The study.

    Returns
    -------
    str
        Its name, its state and how far it is; of one that was killed or interrupted, what does the rest.
    """
    return "; ".join(filter(None, [f"{status.study}: {_told(status)}", _rest(status)]))


def _told(status: "StudyStatus", *, brief: bool = False) -> str:
    from gcsim.studies.progress import described

    now = datetime.now().astimezone()
    if status.state == "planning" or not (status.began and status.updated):
        return described(status, 0.0, now, brief=brief)
    if status.state == "running":
        lasted = datetime.fromisoformat(status.updated) - datetime.fromisoformat(status.began)
        return described(status, lasted.total_seconds(), now, brief=brief)
    over = replace(status, done_s=0.0)  # it does not go on as it went, and has no end to wait for
    return f"{status.state}, {described(over, 0.0, now, brief=brief)}"


def _rest(status: "StudyStatus") -> str:
    """Say what does the rest of a study that was killed or interrupted."""
    broken_off = status.state in {"interrupted", "stopped"}
    return f"goes on by: {status.command}" if broken_off and status.command else ""


@contextmanager
def _bars_on(console: "Console") -> Iterator[_Show]:
    from rich.live import Live

    with Live(console=console, auto_refresh=False) as live:
        yield lambda statuses: live.update(_bars(statuses, console.width), refresh=True)


@contextmanager
def _lines_on(console: "Console") -> Iterator[_Show]:
    said: dict[str, tuple[str, float]] = {}

    def show(statuses: Sequence["StudyStatus"]) -> None:
        for status in statuses:
            state, at_s = said.get(status.study, ("", 0.0))
            if status.state != state or (status.state in _GOES_ON and time.monotonic() - at_s >= _LINE_S):
                console.print(line(status), markup=False, highlight=False, soft_wrap=True)
                said[status.study] = status.state, time.monotonic()

    yield show


def _bars(statuses: Sequence["StudyStatus"], width: int) -> "Table":
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, _GAP))
    told = {status.study: _told(status, brief=True) for status in statuses}
    room = width - max(map(len, told)) - max(map(len, told.values())) - 2 * _GAP
    for status in statuses:
        over = 1.0 if status.state == "done" else 0.0
        share = status.done_s / status.predicted_s if status.predicted_s and not over else over
        bar = ProgressBar(total=1.0, completed=share, width=min(max(room, _LEAST_BAR), _BAR))
        table.add_row(Text(status.study), bar, Text(told[status.study]))
    return table
