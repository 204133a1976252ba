import io
import re
from datetime import UTC, datetime

import pytest
from rich.console import Console

from gcsim.studies import progress
from gcsim.studies.progress import ending, shown

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def said(*, terminal: bool, stored: int = 2, failed: tuple[bool, ...] = (False, True), left: int = 3) -> str:
    stream = io.StringIO()
    with shown("pause-curve", Console(file=stream, force_terminal=terminal, width=120, _environ={})) as told:
        told.begin(stored=stored, left=left, work=10.0 * left)
        for failure in failed:
            told.advance(failed=failure, work=10.0)
    return stream.getvalue()


def test_a_log_gets_a_line_at_the_beginning_and_one_at_the_end() -> None:
    assert said(terminal=False).splitlines() == [
        "pause-curve: 2 done (2 before), 3 left",
        "pause-curve: 3 done (2 before), 1 left, 1 failed",
    ]


def test_a_log_of_a_study_that_was_done_gets_one_line() -> None:
    assert said(terminal=False, stored=5, left=0, failed=()) == "pause-curve: 5 done (5 before), 0 left\n"


def test_a_log_hears_when_the_sweep_will_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_LINE_S", 0.0)
    lines = said(terminal=False, stored=0, failed=(False, False, False)).splitlines()
    assert lines[0] == "pause-curve: 0 done, 3 left"
    assert re.fullmatch(r"pause-curve: 1 done, 2 left, ends in 0:00:00, at \d\d:\d\d:\d\d", lines[1])
    assert lines[3:] == ["pause-curve: 3 done, 0 left"] * 2


def test_a_log_gets_few_lines_however_many_runs_there_are() -> None:
    assert len(said(terminal=False, failed=(False,) * 1000, left=1000).splitlines()) == 2


def test_a_terminal_gets_a_bar() -> None:
    shown_text = said(terminal=True)
    assert "━" in shown_text
    assert "3 done (2 before), 1 left, 1 failed" in shown_text
    assert "ends in" in shown_text


def test_a_bar_of_a_study_that_was_done_is_full() -> None:
    assert "ends in" not in said(terminal=True, stored=5, left=0, failed=())


def test_the_end_is_as_far_away_as_the_work_done_says() -> None:
    assert ending(90, 1.0, 40.0, NOON) == "ends in 1:00:00, at 13:00:00"


@pytest.mark.parametrize(("done", "left"), [(0.0, 5.0), (5.0, 0.0)])
def test_the_end_is_not_guessed_before_anything_is_done_nor_when_all_is(done: float, left: float) -> None:
    assert ending(1, done, left, NOON) == ""
