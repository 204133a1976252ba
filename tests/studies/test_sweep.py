import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from gcsim.studies import (
    FolderBusyError,
    RunsFailedError,
    WorkersLostError,
    execute,
    export,
    load,
    load_provenance,
    run_key,
)
from gcsim.studies.executors import Workers, cpus, in_this_process
from gcsim.studies.progress import Silence
from gcsim.studies.store import PART_ROWS, locked, stored_keys
from tests.studies.fakes import (
    TRACES,
    a_study,
    dying_run,
    failing_run,
    hopeless_run,
    interrupted_run,
    killed_study,
    quick_run,
    slow_run,
)

REPOSITORY = Path(__file__).parents[2]


def exported(out: Path) -> bytes:
    path = out / "canonical.csv"
    export(out, path)
    return path.read_bytes()


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def traces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "traces"
    folder.mkdir()
    monkeypatch.setenv(TRACES, str(folder))
    return folder


def test_every_run_of_a_study_is_stored_once(tmp_path: Path) -> None:
    study = a_study()
    result = execute(study, tmp_path, workers=1, run=quick_run)
    keys = [run_key(scenario) for scenario in study.expand()]
    assert (result.stored, result.computed, result.failures) == (0, 12, ())
    assert list(result.keys) == keys
    assert load(tmp_path)["run_key"].tolist() == sorted(keys)


def test_one_and_two_workers_give_the_same_bytes(tmp_path: Path) -> None:
    for workers in (1, 2):
        execute(a_study(), tmp_path / str(workers), workers=workers, run=quick_run)
    assert exported(tmp_path / "1") == exported(tmp_path / "2")


def test_a_study_that_is_done_runs_nothing(tmp_path: Path, traces: Path) -> None:
    execute(a_study(), tmp_path / "out", workers=1, run=quick_run)
    before = sorted(traces.iterdir())
    result = execute(a_study(), tmp_path / "out", workers=2, run=hopeless_run)
    assert (result.stored, result.computed) == (12, 0)
    assert sorted(traces.iterdir()) == before


def test_a_study_that_grew_runs_only_what_is_new(tmp_path: Path) -> None:
    execute(a_study(replications=2), tmp_path, workers=1, run=quick_run)
    result = execute(a_study(replications=3), tmp_path, workers=1, run=quick_run)
    assert (result.stored, result.computed) == (6, 3)
    assert len(load(tmp_path)) == 9


def test_scenarios_that_are_the_same_are_run_once(tmp_path: Path) -> None:
    result = execute(a_study(gogc=(100, 100), replications=2), tmp_path, workers=1, run=quick_run)
    assert result.computed == 2


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_raises_is_named_and_loses_no_other(tmp_path: Path, workers: int) -> None:
    with pytest.raises(RunsFailedError, match=r"2 of 12 runs failed") as raised:
        execute(a_study(), tmp_path, workers=workers, run=failing_run)
    result = raised.value.result
    assert "fake with gogc=100, go=1.8, gomaxprocs=2, seed=1, replication=1 (run " in str(raised.value)
    assert "ArithmeticError: the heap is negative" in str(raised.value)
    assert all("failing_run" in failure.trace for failure in result.failures)
    assert (result.computed, len(load(tmp_path))) == (10, 10)
    assert {failure.key for failure in result.failures} == set(result.keys) - stored_keys(tmp_path)


def test_a_run_that_failed_is_tried_again(tmp_path: Path) -> None:
    with pytest.raises(RunsFailedError):
        execute(a_study(), tmp_path, workers=1, run=failing_run)
    assert execute(a_study(), tmp_path, workers=1, run=quick_run).computed == 2


def test_only_the_first_of_many_failures_are_told_in_full(tmp_path: Path) -> None:
    with pytest.raises(RunsFailedError, match=r"and 5 more"):
        execute(a_study(gogc=(100,), replications=10), tmp_path, workers=1, run=always_failing)


def always_failing(scenario: object) -> dict[str, None]:
    raise ValueError(str(scenario)[:4])


def test_a_run_that_takes_its_process_with_it_is_named_and_loses_no_other(tmp_path: Path) -> None:
    with pytest.raises(RunsFailedError) as raised:
        execute(a_study(), tmp_path, workers=2, run=dying_run)
    (failure,) = raised.value.result.failures
    assert "gogc=100" in failure.scenario
    assert "replication=1" in failure.scenario
    assert "the process that ran it ended" in failure.error
    assert len(load(tmp_path)) == 11
    assert load_provenance(tmp_path)["retries"].isin([0, 1]).all()


def test_workers_that_never_live_to_finish_a_run_end_the_sweep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gcsim.studies.sweep._DEATHS", 2)
    with pytest.raises(WorkersLostError, match="2 workers in a row"):
        execute(a_study(), tmp_path, workers=2, run=hopeless_run)
    assert stored_keys(tmp_path) == frozenset()


def test_an_interruption_keeps_every_finished_run(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        execute(a_study(), tmp_path, workers=1, run=interrupted_run)
    finished = stored_keys(tmp_path)
    order = [run_key(scenario) for scenario in a_study().expand()]
    assert finished == set(order[:6])  # equally long runs keep their order: four of gogc 50, two of 100
    assert execute(a_study(), tmp_path, workers=1, run=quick_run).stored == 6


class Impatient:
    """Interrupts the sweep at the first run, when others are done too."""

    def begin(self, *, stored: int, left: int, work: float) -> None:
        assert (stored, left) == (0, 12)
        assert work > 0

    def advance(self, *, failed: bool, work: float) -> None:
        time.sleep(2)
        raise KeyboardInterrupt((failed, work))


def test_an_interruption_keeps_runs_that_finished_but_were_not_looked_at(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        execute(a_study(), tmp_path, workers=2, run=quick_run, progress=Impatient())
    assert 2 <= len(stored_keys(tmp_path)) < 12


class NoExecutor(Executor):
    def submit(self, fn: Callable[..., Any], /, *args: object, **kwargs: object) -> Future[Any]:
        raise BrokenExecutor((fn, args, kwargs))


def test_a_pool_that_broke_before_it_took_a_run_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pools = iter([Workers(NoExecutor(), lambda: 2)])

    @contextmanager
    def broken_at_first(_workers: int) -> Iterator[Workers]:
        with in_this_process() as here:
            yield next(pools, here)

    monkeypatch.setattr("gcsim.studies.sweep.in_processes", broken_at_first)
    assert execute(a_study(), tmp_path, workers=2, run=quick_run).computed == 12


def test_a_long_sweep_leaves_few_parts_while_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts: list[int] = []

    class Counting(Silence):
        def advance(self, *, failed: bool, work: float) -> None:
            super().advance(failed=failed, work=work)
            parts.append(len(list((tmp_path / "parts").iterdir())))

    monkeypatch.setattr("gcsim.studies.writing.FLUSH_S", 0.0)
    execute(a_study(gogc=(100,), replications=70), tmp_path, workers=1, run=quick_run, progress=Counting())
    assert parts[30] == 31
    assert max(parts) < 33
    assert len(load(tmp_path)) == 70


def test_there_is_at_least_one_processor() -> None:
    assert cpus() >= 1


def sweeping(out: Path, workers: int) -> subprocess.Popen[bytes]:
    program = f"from tests.studies.fakes import sweep_slowly; sweep_slowly({str(out)!r}, {workers})"
    return subprocess.Popen([sys.executable, "-c", program], cwd=REPOSITORY, stderr=subprocess.PIPE)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_sweep_that_was_killed_ends_with_the_tables_of_an_undisturbed_one(
    tmp_path: Path, traces: Path, workers: int
) -> None:
    out = tmp_path / "killed"
    sweep = sweeping(out, workers)
    wait_for(lambda: len(stored_keys(out)) >= 5)
    sweep.kill()
    sweep.communicate()
    stored, begun = stored_keys(out), {path.name.partition(".")[0] for path in traces.iterdir()}
    assert len(stored) >= len(begun) // 4
    assert len(stored) < 40
    execute(killed_study(), out, workers=1, run=quick_run)
    execute(killed_study(), tmp_path / "undisturbed", workers=1, run=quick_run)
    assert exported(out) == exported(tmp_path / "undisturbed")


def test_no_worker_outlives_a_sweep_that_was_killed(tmp_path: Path, traces: Path) -> None:
    sweep = sweeping(tmp_path / "out", 2)
    wait_for(lambda: len(list(traces.iterdir())) >= 4)
    workers = {int(path.suffix[1:]) for path in traces.iterdir()}
    assert len(workers) == 2
    assert sweep.pid not in workers
    sweep.kill()
    sweep.communicate()
    wait_for(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


def test_ctrl_c_stores_what_is_finished_and_ends_the_workers(tmp_path: Path, traces: Path) -> None:
    out = tmp_path / "out"
    sweep = sweeping(out, 2)
    wait_for(lambda: len(list(traces.iterdir())) >= 4)
    workers = {int(path.suffix[1:]) for path in traces.iterdir()}
    for process in (*workers, sweep.pid):  # as a terminal does
        os.kill(process, signal.SIGINT)
    _, said = sweep.communicate(timeout=60)
    assert said.rstrip().endswith(b"KeyboardInterrupt")
    assert 2 <= len(stored_keys(out)) < 40
    wait_for(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


def test_a_second_sweep_in_a_folder_is_refused_and_harms_nothing(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(FolderBusyError, match="another sweep writes here"):
        execute(a_study(), tmp_path, workers=1, run=quick_run)
    assert execute(a_study(), tmp_path, workers=1, run=quick_run).computed == 12


def test_a_large_study_is_stored_in_few_parts(tmp_path: Path) -> None:
    runs = 2 * PART_ROWS + 10
    execute(a_study(gogc=(100,), replications=runs), tmp_path, workers=1, run=quick_run)
    assert len(list((tmp_path / "parts").iterdir())) == 3
    assert len(load(tmp_path)) == runs


def test_without_a_number_of_workers_all_processors_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = []

    @contextmanager
    def counted(workers: int) -> Iterator[Workers]:
        wanted.append(workers)
        with in_this_process() as here:
            yield here

    monkeypatch.setattr("gcsim.studies.sweep.in_processes", counted)
    monkeypatch.setattr("gcsim.studies.sweep.cpus", lambda: 3)
    execute(a_study(), tmp_path, run=quick_run)
    execute(a_study(gogc=(800,), replications=2), tmp_path, run=quick_run)
    assert wanted == [3, 2]  # no more processes than runs


def test_provenance_says_how_each_result_came_about(tmp_path: Path) -> None:
    execute(a_study(), tmp_path, workers=1, run=slow_run)
    provenance = load_provenance(tmp_path)
    assert provenance["run_key"].tolist() == load(tmp_path)["run_key"].tolist()
    assert (provenance["wall_s"] >= 0.1).all()
    assert set(provenance) == {
        "run_key", "wall_s", "host", "package_version", "python", "numpy", "finished", "git_commit", "retries",
    }  # fmt: skip
    assert set(provenance) & set(load(tmp_path)) == {"run_key"}
