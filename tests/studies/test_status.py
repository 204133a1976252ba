import json
import os
import socket
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gcsim.studies.status import StudyStatus, added, now, read_statuses, write_status

RUNNING = StudyStatus(
    study="curve", state="running", runs=9, running=2, updated=now(), host=socket.gethostname(), pid=os.getpid()
)


def old(seconds: float) -> str:
    return (datetime.now(UTC) - timedelta(seconds=seconds)).isoformat()


def read_back(out: Path, status: StudyStatus) -> str:
    write_status(out, status)
    (found,) = read_statuses(out)
    return found.state


def test_a_status_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_status(tmp_path, RUNNING)
    write_status(tmp_path, replace(RUNNING, done=3))
    assert read_statuses(tmp_path) == [replace(RUNNING, done=3)]
    assert [path.name for path in (tmp_path / "studies").iterdir()] == ["curve.json"]


def test_the_status_written_last_comes_first(tmp_path: Path) -> None:
    for name, seconds in (("a", 2), ("b", 1), ("c", 3)):
        write_status(tmp_path, replace(RUNNING, study=name, updated=old(seconds)))
    assert [status.study for status in read_statuses(tmp_path)] == ["b", "a", "c"]


def test_a_folder_without_studies_has_no_statuses(tmp_path: Path) -> None:
    assert read_statuses(tmp_path) == []


@pytest.mark.parametrize("name", ["a/b", "..", ".", "süß 7"])
def test_any_name_of_a_study_makes_a_file(tmp_path: Path, name: str) -> None:
    write_status(tmp_path, replace(RUNNING, study=name))
    assert [status.study for status in read_statuses(tmp_path)] == [name]
    assert len(list((tmp_path / "studies").iterdir())) == 1


def test_a_study_whose_process_is_gone_is_stopped(tmp_path: Path) -> None:
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    write_status(tmp_path, replace(RUNNING, pid=int(gone.stdout)))
    (found,) = read_statuses(tmp_path)
    assert (found.state, found.running) == ("stopped", 0)


def test_a_study_that_is_busy_is_not_stopped(tmp_path: Path) -> None:
    assert read_back(tmp_path, replace(RUNNING, updated=old(3600))) == "running"
    assert read_back(tmp_path, replace(RUNNING, pid=1)) == "running"  # somebody else's process


def test_a_study_on_another_machine_is_stopped_when_it_says_nothing(tmp_path: Path) -> None:
    assert read_back(tmp_path, replace(RUNNING, host="elsewhere", updated=old(5))) == "running"
    assert read_back(tmp_path, replace(RUNNING, host="elsewhere", updated=old(300))) == "stopped"


def test_a_study_that_is_over_stays_so(tmp_path: Path) -> None:
    assert read_back(tmp_path, replace(RUNNING, state="interrupted", updated=old(10**6), pid=2**22)) == "interrupted"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", json.dumps({"study": "x", "state": "done", "updated": "noon"})])
def test_what_is_no_status_is_left_out(tmp_path: Path, text: str) -> None:
    write_status(tmp_path, RUNNING)
    (tmp_path / "studies/other.json").write_text(text, encoding="utf-8")
    assert read_statuses(tmp_path) == [RUNNING]


def test_a_later_version_may_say_more(tmp_path: Path) -> None:
    write_status(tmp_path, RUNNING)
    file = tmp_path / "studies/curve.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"mood": "good"}), encoding="utf-8")
    assert read_statuses(tmp_path) == [RUNNING]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _mode: int) -> None:
        raise OSError("no")

    monkeypatch.setattr(Path, "chmod", refuse)
    with pytest.raises(OSError, match="no"):
        write_status(tmp_path, RUNNING)
    assert list((tmp_path / "studies").iterdir()) == []


def test_a_folder_that_vanished_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_status(tmp_path / "gone", RUNNING)
    assert not (tmp_path / "gone").exists()


def test_two_studies_done_one_after_the_other_are_counted_together() -> None:
    first = replace(RUNNING, began="2026-01-01", stored=1, done=7, failed=1, events=5, predicted_s=2.0, done_s=2.0)
    second = replace(RUNNING, runs=4, done=1, running=3, predicted_s=1.0, began="2026-01-02")
    assert added(first, second) == replace(
        second, runs=13, stored=1, done=8, failed=1, events=5, predicted_s=3.0, done_s=2.0, began="2026-01-01"
    )
