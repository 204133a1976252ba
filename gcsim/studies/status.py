"""How far a study is, in a file of its own beside its results, for whoever looks from elsewhere."""

import json
import os
import socket
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

__all__ = ["STATES", "StudyStatus", "added", "now", "read_statuses", "write_status"]

STATES = ("planning", "running", "done", "failed", "interrupted", "stopped")
"""What a study may be at: ``failed`` if runs failed or the study broke off, ``stopped`` if it was killed."""

_FOLDER = "studies"
_LIVE = ("planning", "running")
_SILENT = timedelta(seconds=30)
"""A study writes its status every second or two; network file systems show it some seconds later."""

_COUNTED = ("runs", "stored", "done", "failed", "events", "predicted_s", "done_s")

_READABLE = 0o644  # a temporary file is for its owner alone; results are for whoever may enter the folder


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyStatus:
    """How far a study is.

    Attributes
    ----------
    study : str
        Its name.
    state : str
        One of :data:`STATES`.
    runs : int
        Runs that are wanted; with a wanted precision, those wanted so far.
    stored : int
        How many of them were there before.
    done, failed : int
        How many were done since, and how many failed.
    running : int
        How many are being done now.
    events : int
        Events that the engine took on in the runs done.
    predicted_s, done_s : float
        CPU seconds predicted for all runs that were missing, and for those of them that are over, s.
    began, updated : str
        When the study was begun, and when this was written: UTC, ISO 8601.
    command : str
        The command that does the rest; empty where a program called.
    version, commit : str
        Of gcsim; the commit is empty for an installed package.
    host, pid : str and int
        The process that has the study.
    where : str
        Where the runs are done, in words.
    """

    study: str
    state: str
    runs: int = 0
    stored: int = 0
    done: int = 0
    failed: int = 0
    running: int = 0
    events: int = 0
    predicted_s: float = 0.0
    done_s: float = 0.0
    began: str = ""
    updated: str = ""
    command: str = ""
    version: str = ""
    commit: str = ""
    host: str = ""
    pid: int = 0
    where: str = ""


def now() -> str:
    """Return the time of day: UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def added(before: StudyStatus, status: StudyStatus) -> StudyStatus:
    """Return how far two studies are that are done one after the other.

    Parameters
    ----------
    before, status : StudyStatus
        The first one, which is over, and the second one.

    Returns
    -------
    StudyStatus
        The second one, begun when the first one was, and with the runs of both.
    """
    sums = {name: getattr(before, name) + getattr(status, name) for name in _COUNTED}
    return replace(status, began=before.began, **sums)


def write_status(out: Path, status: StudyStatus) -> None:
    """Write a status in place of the study's last one; a reader sees the one or the other.

    Parameters
    ----------
    out : Path
        Folder of results.
    status : StudyStatus
        What is written.

    Raises
    ------
    OSError
        If the disk does not take it, or the folder is not there.
    """
    folder = out / _FOLDER
    folder.mkdir(exist_ok=True)  # not its parents: results that vanished are not begun anew
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(asdict(status), file, indent=1)
        Path(name).chmod(_READABLE)
        Path(name).rename(folder / f"{quote(status.study, safe=' ')}.json")
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise


def read_statuses(out: Path) -> list[StudyStatus]:
    """Read how far the studies of a folder are.

    Parameters
    ----------
    out : Path
        Folder of results.

    Returns
    -------
    list of StudyStatus
        The one that was written last comes first. A study that should be writing, but has not for half a minute, is
        ``stopped``; at once if its process was on this host and is gone. A file that is no status is left out.
    """
    found = [status for path in (out / _FOLDER).glob("*.json") if (status := _read(path)) is not None]
    return sorted(found, key=lambda status: status.updated, reverse=True)


def _read(path: Path) -> StudyStatus | None:
    known = {field.name for field in fields(StudyStatus)}
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        status = StudyStatus(**{name: value for name, value in written.items() if name in known})
        silent = datetime.now(UTC) - datetime.fromisoformat(status.updated)
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    if status.state not in _LIVE:
        return status
    # A process that is there may be busy for longer: it plans a large study, or merges parts.
    ended = not _is_there(status.pid) if status.host == socket.gethostname() else silent > _SILENT
    return replace(status, state="stopped", running=0) if ended else status


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        return True
    return pid > 0
