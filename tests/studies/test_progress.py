import io
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from rich.console import Console

from gcsim.studies import progress
from gcsim.studies.progress import Silence, described, ending, shown
from gcsim.studies.status import StudyStatus

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
RUNNING = StudyStatus(study="curve", state="running", runs=9, stored=2, done=4, predicted_s=7.0, done_s=4.0)


def console(stream: io.StringIO, *, terminal: bool) -> Console:
    return Console(file=stream, force_terminal=terminal, width=120, _environ={})


def said(*, terminal: bool, stored: int = 2, failed: tuple[bool, ...] = (False, True), left: int = 3) -> str:
    stream = io.StringIO()
    with shown("pause-curve", console(stream, terminal=terminal)) as told:
        told.begin(stored=stored, left=left, work=10.0 * left)
        for failure in failed:
            told.advance(failed=failure, work=10.0)
    return stream.getvalue()


def told_of(*statuses: StudyStatus, terminal: bool = False, quiet: bool = False) -> str:
    stream = io.StringIO()
    with shown("curve", console(stream, terminal=terminal), quiet=quiet) as told:
        for status in statuses:
            told.show(status)
    return stream.getvalue()


def test_a_log_gets_a_line_at_the_beginning_and_one_at_the_end() -> None:
    first, last = said(terminal=False).splitlines()
    assert first == "pause-curve: 2 done (2 before), 3 left"
    assert last.startswith("pause-curve: 3 done (2 before), 1 left, 1 failed")


def test_a_log_of_a_study_that_was_done_gets_one_line() -> None:
    assert said(terminal=False, stored=5, left=0, failed=()) == "pause-curve: 5 done (5 before), 0 left\n"


def test_a_log_hears_when_the_sweep_will_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_LINE_S", 0.0)
    lines = said(terminal=False, stored=0, failed=(False, False, False)).splitlines()
    assert lines[0] == "pause-curve: 0 done, 3 left"
    assert re.fullmatch(r"pause-curve: 1 done, 2 left, ends in 0:00:00, at \d\d:\d\d:\d\d", lines[1])
    assert lines[3:] == ["pause-curve: 3 done, 0 left"]


def test_a_log_gets_few_lines_however_many_runs_there_are() -> None:
    assert len(said(terminal=False, failed=(False,) * 1000, left=1000).splitlines()) == 2


def test_a_log_hears_of_planning_only_where_that_takes_its_time() -> None:
    planning = StudyStatus(study="x", state="planning", runs=12)
    assert told_of(planning) == ""
    assert told_of(replace(planning, runs=10**6)) == "curve: planning 1000000 runs\n"
    assert told_of(planning, replace(RUNNING, done=7, state="done")).startswith("curve: 9 done (2 before), 0 left")


def test_a_terminal_gets_a_bar() -> None:
    shown_text = said(terminal=True)
    assert "━" in shown_text
    assert "3/5 done, 1 failed" in shown_text
    assert "ends in" in shown_text


def test_a_bar_of_a_study_that_was_done_is_full() -> None:
    assert "ends in" not in said(terminal=True, stored=5, left=0, failed=())
    assert "9/9 done" in told_of(
        StudyStatus(study="x", state="planning", runs=9),
        StudyStatus(study="x", state="done", runs=9, stored=9),
        terminal=True,
    )


def test_whoever_wants_quiet_has_it() -> None:
    assert told_of(RUNNING, quiet=True, terminal=True) == ""


def test_silence_takes_everything() -> None:
    Silence().begin(stored=1, left=2, work=3.0)
    Silence().advance(failed=False, work=1.0)
    Silence().show(RUNNING)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "6 done (2 before), 3 left, 0.5 runs/s, ends in 0:00:06, at 12:00:06"),
        ({"running": 2}, "6 done (2 before), 3 left, 2 running, 0.5 runs/s, ends in 0:00:06, at 12:00:06"),
        ({"done": 3, "failed": 1, "events": 12_345, "done_s": 0.0},
         "5 done (2 before), 3 left, 1 failed, 0.5 runs/s, 12.3k events"),
        ({"done": 0, "done_s": 0.0, "where": "tcp://x: no workers yet"},
         "2 done (2 before), 7 left, tcp://x: no workers yet"),
        ({"runs": 10**6, "done": 160_000, "events": 4 * 10**9, "done_s": 0.0},
         "160002 done (2 before), 839998 left, 20k runs/s, 4G events"),
    ],
)  # fmt: skip
def test_what_is_known_is_said(changes: dict[str, object], text: str) -> None:
    assert described(replace(RUNNING, **changes), 8.0, NOON) == text  # type: ignore[arg-type]


def test_a_bar_that_shares_its_line_uses_few_words() -> None:
    busy = replace(RUNNING, running=2, failed=1, events=123_456_789)
    text = described(busy, 8.0, NOON, brief=True)
    assert text == "6/9 done, 2 running, 1 failed, 0.625 runs/s, 123M events, ends in 0:00:06"


def test_the_end_is_as_far_away_as_the_work_done_says() -> None:
    assert ending(90, 1.0, 40.0, NOON) == "ends in 1:00:00, at 13:00:00"


@pytest.mark.parametrize(("done", "left"), [(0.0, 5.0), (5.0, 0.0)])
def test_the_end_is_not_guessed_before_anything_is_done_nor_when_all_is(done: float, left: float) -> None:
    assert ending(1, done, left, NOON) == ""


def test_no_end_is_foretold_by_a_clock_that_was_put_back_and_no_end_is_beyond_all_dates() -> None:
    assert ending(-60.0, 1.0, 1.0, NOON) == ""
    assert ending(1e6, 1e-9, 1e9, NOON).startswith("ends in 36500 days")
