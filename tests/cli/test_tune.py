"""``gcsim tune``."""

import itertools
import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pandas as pd
import pytest

import gcsim.figures.tuning
from gcsim.cli.search import Runs
from gcsim.scenario import Scenario
from gcsim.search.points import Answers
from gcsim.search.ranges import Point
from gcsim.studies import Row, StudyStatus, load, read_statuses, runs
from gcsim.studies.status import write_status
from gcsim.studies.workers.executors import Workers, in_this_process
from tests.cli.conftest import Cli

FEW = ("--trials", 3, "--replications", 2, "--workers", 0)


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw no figure: that takes longer than all runs together."""
    monkeypatch.setattr(gcsim.figures, "save", lambda _figure, _folder, _name: [])


def test_it_tells_the_best_with_its_neighbours_and_keeps_table_and_figure(
    cli: Cli, small: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    asked = (
        "tune",
        small,
        "--minimize",
        "pause_p99",
        "--subject-to",
        "gc_cpu_fraction<90%",
        "--over",
        "gogc,gomaxprocs",
    )
    result = cli(*asked, "--set", "seed=2", "--out", out, *FEW, "--quiet")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0] == ("small-tune: smallest pause_p99, gc_cpu_fraction<90%, over gogc=25..800:log gomaxprocs=1..2")
    assert "2 replications each; 0 break a limit; " in lines[1]
    assert lines[3].split() == ["gogc", "gomaxprocs", "pause_p99", "gc_cpu_fraction<90%"]
    assert lines[4].startswith("best ")
    assert any(line.startswith("beside the best ") for line in lines)
    table = pd.read_csv(out / "tune.csv")
    best = table[table["best"]].iloc[0]
    assert f"gcsim run {small} --set seed=2 --set gogc={best['gogc']} --set gomaxprocs={best['gomaxprocs']}" in lines
    assert table["origin"].tolist()[:3] == ["file", "search", "search"]
    assert best["pause_p99"] == table.loc[table["feasible"], "pause_p99"].min()
    assert sorted(path.name for path in out.glob("tune.*")) == [f"tune.{end}" for end in ("csv", "pdf", "png")]


@pytest.mark.usefixtures("undrawn")
def test_a_second_time_nothing_is_run_and_the_same_is_found(cli: Cli, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    asked = ("tune", small, "--maximize", "ops_per_s", "--over", "gogc=50|off,go=1.7|1.8", "--out", out, *FEW, "--json")
    first, second = (json.loads(cli(*asked).out) for _ in range(2))
    assert first["runs"] == {"stored": 0, "computed": len(load(out)), "failed": 0}
    assert second["runs"] == {"stored": len(load(out)), "computed": 0, "failed": 0}
    assert {**first, "runs": 0} == {**second, "runs": 0}
    assert first["objective"] == {"metric": "ops_per_s", "maximize": True}
    assert first["best"]["ops_per_s"] == max(point["ops_per_s"] for point in first["points"])
    assert first["nearest"] is None
    assert [point["origin"] for point in first["beside"]] == ["beside"] * 2


@pytest.mark.usefixtures("undrawn")
def test_any_number_of_workers_finds_the_same(cli: Cli, small: Path, tmp_path: Path) -> None:
    tables = []
    for workers in (0, 2):
        out = tmp_path / str(workers)
        asked = ("tune", small, "--minimize", "op_p99", "--over", "gogc", "--trials", 12, "--replications", 1)
        assert cli(*asked, "--workers", workers, "--out", out, "--quiet").code == 0
        tables.append((out / "tune.csv").read_bytes())
    assert tables[0] == tables[1]
    (status,) = read_statuses(out)
    assert (status.study, status.state) == ("small-tune", "done")
    # Two batches, and neighbours of the best: it tells all of them.
    assert (status.done, status.stored, status.failed) == (len(load(out)), status.runs - len(load(out)), 0)
    assert status.runs > 12


@pytest.mark.usefixtures("undrawn")
def test_whoever_looks_sees_one_search_that_goes_on_and_not_its_batches(
    cli: Cli, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[StudyStatus] = []

    def seeing(out: Path, status: StudyStatus) -> None:
        seen.append(status)
        write_status(out, status)

    monkeypatch.setattr("gcsim.studies.status.write_status", seeing)
    asked = ("tune", small, "--minimize", "op_p99", "--over", "gogc", "--trials", 12, "--replications", 1)
    assert cli(*asked, "--workers", 0, "--out", tmp_path / "out", "--quiet").code == 0
    states = [status.state for status in seen]
    assert states[-1] == "done"
    assert set(states[:-1]) == {"planning", "running"}
    counts = [(status.runs, status.done) for status in seen]
    assert counts == sorted(counts)
    assert len({status.began for status in seen}) == 1


@pytest.mark.usefixtures("undrawn")
def test_a_search_that_is_interrupted_says_so(
    cli: Cli, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, batches = Runs.__call__, itertools.count()

    def interrupted(runs: Runs, points: Sequence[Point]) -> Answers:
        if next(batches):
            raise KeyboardInterrupt
        return answer(runs, points)

    monkeypatch.setattr(Runs, "__call__", interrupted)
    asked = ("tune", small, "--minimize", "op_p99", "--over", "gogc", "--trials", 12, "--replications", 1)
    assert cli(*asked, "--workers", 0, "--out", tmp_path / "out", "--quiet").code == 130
    (status,) = read_statuses(tmp_path / "out")
    assert (status.state, status.runs, status.done) == ("interrupted", 10, 10)


@pytest.mark.usefixtures("undrawn")
def test_workers_are_asked_for_once_for_whole_batches_and_print_into_the_folder(
    cli: Cli, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []

    def place(*wanted: object) -> AbstractContextManager[Workers]:
        asked.append(wanted)
        return in_this_process()

    monkeypatch.setattr(gcsim.studies, "place", place)
    command = ("tune", small, "--minimize", "op_p99", "--over", "gogc", "--trials", 12, "--replications", 1)
    assert cli(*command, "--cluster", "local:9", "--out", tmp_path / "out", "--quiet").code == 0
    assert asked == [("local:9", None, 10, tmp_path / "out" / "logs")]


@pytest.mark.usefixtures("undrawn")
def test_where_no_point_keeps_to_the_limits_the_nearest_is_told_with_exit_code_1(
    cli: Cli, small: Path, tmp_path: Path
) -> None:
    asked = ("tune", small, "--minimize", "pause_p99", "--over", "gogc", "--subject-to", "heap_peak<1MiB")
    result = cli(*asked, "--out", tmp_path / "out", *FEW, "--quiet")
    assert result.code == 1
    assert result.err.startswith("small-tune: no point keeps to heap_peak<1MiB; the nearest is gogc=")
    assert result.err.endswith(": search wider ranges, or ask for less\n")
    assert "\nnearest" in result.out
    assert " MiB broken" in result.out
    assert "gcsim run" not in result.out
    told = json.loads(cli(*asked, "--out", tmp_path / "out", *FEW, "--quiet", "--json").out)
    assert told["best"] is None
    assert told["nearest"]["heap_peak"] == min(point["heap_peak"] for point in told["points"])


def test_where_no_point_has_a_value_it_says_why(cli: Cli, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    none = ("--set", "gogc=off", "--over", "gomaxprocs=1|2", "--out", out, *FEW, "--quiet")
    result = cli("tune", small, "--minimize", "pause_p99", *none)
    assert result.code == 1
    assert "no point has a value of pause_p99" in result.err
    assert "3 have no value" in result.out
    assert [path.name for path in out.glob("tune.*")] == ["tune.csv"]


def failing_run(scenario: Scenario) -> Row:
    if scenario.gomaxprocs == 1:
        raise ArithmeticError("no number")
    return runs.run_scenario(scenario)


@pytest.mark.usefixtures("undrawn")
def test_runs_that_fail_do_not_end_the_search(
    cli: Cli, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    execute = gcsim.studies.execute
    monkeypatch.setattr(gcsim.studies, "execute", lambda *args, **named: execute(*args, run=failing_run, **named))
    result = cli("tune", small, "--minimize", "op_p99", "--over", "gomaxprocs=1|2", "--out", tmp_path / "out", *FEW)
    assert result.code == 0
    assert "; 2 failed" in result.out
    assert "--set gomaxprocs=2" in result.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name one metric: --minimize METRIC or --maximize METRIC"),
        (["--minimize", "pause_p99", "--maximize", "ops_per_s"], "name one metric"),
        (["--minimize", "speed"], "no metric is called speed"),
        (["--minimize", "pause_p99", "--subject-to", "gc_cpu_fraction"], "found no METRIC<VALUE"),
        (["--minimize", "pause_p99", "--subject-to", "gc_cpu<10%"], "no metric is called gc_cpu"),
        (["--minimize", "pause_p99", "--over", "gogc=1"], 'found "1"'),
        (["--minimize", "pause_p99"], "sweeps nothing"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_message(
    cli: Cli, small: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    result = cli("tune", small, "--out", tmp_path / "out", *FEW, *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert "Traceback" not in result.err
