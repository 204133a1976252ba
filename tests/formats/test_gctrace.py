"""Reading the collector's log of real runtimes."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from gcsim.formats import ConcurrentCycle, GcTraceLine, StoppedCycle, measured_window, parse

TESTS = Path(__file__).parents[1]
FIXTURES = TESTS / "fixtures" / "gctrace"
MEASURED = sorted((TESTS.parent / "results" / "measured").glob("*.gctrace"))


def fixture(release: str) -> str:
    return (FIXTURES / f"gctrace.go{release}.txt").read_text()


def test_a_line_of_1_4_is_read_field_by_field() -> None:
    assert parse(fixture("1.4.3"))[-1] == StoppedCycle(
        cycle=15,
        threads=1,
        stop_ms=0.001,
        sweep_ms=0.386,
        mark_ms=13.037,
        finish_ms=0.001,
        heap_start_mb=32,
        heap_end_mb=59,
        objects=966509,
        mallocs=1752600,
        frees=786091,
        goroutines=4,
        spans=8239,
        swept_background=2,
        swept_in_pause=690,
        handoffs=0,
        handoff_objects=0,
        steals=0,
        stolen_items=0,
        procyields=0,
        osyields=0,
        sleeps=0,
    )


def test_the_counters_of_a_shared_mark_of_1_4_are_told_apart() -> None:
    line = (
        "gc4(2): 0+14+42+1 us, 0 -> 0 MB, 639 (698-59) objects, 4 goroutines, 39/9/5 sweeps, "
        "1(3) handoff, 2(6) steal, 13/7/8 yields"
    )
    (found,) = parse(line)
    assert isinstance(found, StoppedCycle)
    assert found.threads == 2
    assert (found.spans, found.swept_background, found.swept_in_pause) == (39, 9, 5)
    assert (found.handoffs, found.handoff_objects, found.steals, found.stolen_items) == (1, 3, 2, 6)
    assert (found.procyields, found.osyields, found.sleeps) == (13, 7, 8)


def test_a_line_of_1_5_is_read_field_by_field() -> None:
    assert parse(fixture("1.5.4"))[1] == ConcurrentCycle(
        cycle=2,
        start_s=0.013,
        gc_cpu_percent=45,
        sweep_termination_ms=4.4,
        scan_ms=8.0,
        install_barrier_ms=0.040,
        mark_ms=3.8,
        mark_termination_ms=0.10,
        sweep_termination_cpu_ms=8.9,
        scan_cpu_ms=8.0,
        install_barrier_cpu_ms=0.0,
        assist_ms=6.2,
        background_ms=2.4,
        idle_ms=0.004,
        mark_termination_cpu_ms=0.20,
        heap_start_mb=8,
        heap_end_mb=14,
        heap_marked_mb=14,
        goal_mb=13,
        ps=2,
        forced=False,
    )


def test_a_line_of_1_8_is_read_field_by_field() -> None:
    assert parse(fixture("1.8.4"))[-1] == ConcurrentCycle(
        cycle=7,
        start_s=0.125,
        gc_cpu_percent=41,
        sweep_termination_ms=0.17,
        scan_ms=None,
        install_barrier_ms=None,
        mark_ms=0.0,
        mark_termination_ms=17.0,
        sweep_termination_cpu_ms=0.35,
        scan_cpu_ms=None,
        install_barrier_cpu_ms=None,
        assist_ms=4.9,
        background_ms=11.0,
        idle_ms=1.9,
        mark_termination_cpu_ms=35.0,
        heap_start_mb=50,
        heap_end_mb=50,
        heap_marked_mb=32,
        goal_mb=50,
        ps=2,
        forced=True,
    )


@pytest.mark.parametrize("release", ["1.4.3", "1.5.4", "1.6.4", "1.7.6", "1.8.4", "1.19.8", "1.22.10", "1.26.6"])
def test_every_collection_of_a_release_is_found_and_numbered(release: str) -> None:
    found = parse(fixture(release))
    count = int(re.findall(r"NumGC=(\d+)", fixture(release))[0])
    assert [collection.cycle for collection in found] == list(range(1, count + 1))


# Not 1.19.8: its program asked while a collection ran, and the runtime prints that one as forced too.
@pytest.mark.parametrize("release", ["1.5.4", "1.6.4", "1.7.6", "1.8.4", "1.22.10", "1.26.6"])
def test_the_collection_that_the_program_asked_for_is_marked_as_forced(release: str) -> None:
    forced = [line.forced for line in parse(fixture(release)) if isinstance(line, ConcurrentCycle)]
    assert forced == [False] * (len(forced) - 1) + [True]


def in_ms(duration: str) -> float:
    scale = {"ms": 1.0, "µs": 1e-3}
    number, unit = re.fullmatch(r"([\d.]+)(\D+)", duration).groups()  # type: ignore[union-attr]
    return float(number) * scale[unit]


@pytest.mark.parametrize(
    ("release", "tolerance"),
    # 1.4 cuts four terms to whole us; later releases print two digits of each and PauseNs includes starting the world.
    [("1.4.3", 0.06), ("1.5.4", 0.11), ("1.6.4", 0.11), ("1.7.6", 0.11), ("1.8.4", 0.2)],
)
def test_the_sum_of_the_stops_is_about_the_pause_that_the_runtime_reports(release: str, tolerance: float) -> None:
    newest_first = re.findall(r"maxpause=\[(.*)\]", fixture(release))[0].split()
    reported = [in_ms(duration) for duration in reversed(newest_first)]
    found = [collection.pause_ms for collection in parse(fixture(release))]
    assert sum(found) == pytest.approx(sum(reported), rel=tolerance)


@pytest.mark.parametrize("path", MEASURED, ids=lambda path: path.name)
def test_every_line_of_a_measured_run_is_read_and_its_window_holds_its_collections(path: Path) -> None:
    text = path.read_text()
    run = json.loads(path.with_suffix(".json").read_text())
    whole, window = parse(text), parse(measured_window(text))
    numbers = [collection.cycle for collection in whole]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(window) == run["num_gc"]
    kind = StoppedCycle if run["version"].startswith("go1.4") else ConcurrentCycle
    assert {type(collection) for collection in whole} == {kind}
    assert not any(_forced(collection) for collection in window)


@pytest.mark.parametrize("path", MEASURED, ids=lambda path: path.name)
def test_the_pauses_of_a_measured_run_are_those_that_the_program_read(path: Path) -> None:
    read_us = json.loads(path.with_suffix(".json").read_text())["pauses_us"]
    logged_us = [1000 * collection.pause_ms for collection in parse(measured_window(path.read_text()))]
    # PauseNs also holds what follows the last clock of the line: up to a tenth of a pause of 0.1 ms.
    assert 0.9 <= np.median(logged_us[-256:]) / np.median(read_us) <= 1.005


def test_the_measured_runs_are_all_there() -> None:
    assert len(MEASURED) == 180


def _forced(collection: GcTraceLine) -> bool:
    return isinstance(collection, ConcurrentCycle) and collection.forced


def test_other_lines_on_standard_error_are_passed_over() -> None:
    text = "scvg0: inuse: 3, idle: 60, sys: 63, released: 0, consumed: 63 (MB)\npacer: sweep done\ngcsim: hello\n"
    assert parse(text) == []


def test_a_last_line_that_the_end_of_the_process_cut_short_is_passed_over() -> None:
    text = fixture("1.8.4").split("ver=")[0]
    assert len(parse(text[:-20])) == 6
    assert parse("gc ") == []


def test_a_broken_line_before_the_last_is_refused_with_its_number() -> None:
    lines = fixture("1.6.4").splitlines()
    lines[2] = lines[2][:40]
    with pytest.raises(ValueError, match=r"line 3: .*gc 3 @0.024s"):
        parse("\n".join(lines))


def test_the_newest_format_has_the_stacks_and_globals_of_the_pacer() -> None:
    line = (
        "gc 5 @0.078s 21%: 0.067+26+0.21 ms clock, 0.13+2.1/14/0.12+0.42 ms cpu, 56->64->41 MB, 60 MB goal, "
        "3 MB stacks, 64 MB globals, 2 P (forced)"
    )
    (found,) = parse(line)
    assert isinstance(found, ConcurrentCycle)
    assert (found.heap_marked_mb, found.goal_mb, found.stacks_mb, found.globals_mb) == (41, 60, 3, 64)
    assert (found.ps, found.forced) == (2, True)


def test_a_format_that_no_release_prints_is_refused() -> None:
    with pytest.raises(ValueError, match=r"line 1: not a gctrace line of any known Go release: 'gc 1 @0"):
        parse(fixture("1.22.10").replace(" MB stacks", " MB frames"))


def test_the_measured_window_is_what_lies_between_its_marks() -> None:
    assert measured_window("gc 1\n# begin\ngc 2\ngc 3\n# end\ngc 4\n") == "gc 2\ngc 3\n"


@pytest.mark.parametrize("text", ["", "# begin\n", "# end\n# begin\n", "# begin\n# end\n# end\n"])
def test_a_log_without_one_window_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="one line '# begin'"):
        measured_window(text)
