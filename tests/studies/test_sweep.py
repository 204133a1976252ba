import dataclasses
import itertools
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from gcsim.scenario import Scenario, Study
from gcsim.scenario import load as read_file
from gcsim.studies import (
    ClusterError,
    Limits,
    NoSuchRunError,
    Row,
    RunsFailedError,
    StoreError,
    StudyStatus,
    execute,
    export,
    load,
    load_provenance,
    read_failures,
    read_statuses,
    run_key,
)
from gcsim.studies.runs import Chunk, Ended
from gcsim.studies.storage.store import stored_keys
from gcsim.studies.workers.executors import Workers, in_processes, in_this_process
from gcsim.studies.workers.pool import Here
from gcsim.studies.workers.supervision import do_chunk_here
from tests.studies.fakes import (
    TRACES,
    a_study,
    dying_run,
    failing_run,
    hanging_run,
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
    result = execute(study, tmp_path, workers=0, run=quick_run)
    keys = [run_key(scenario) for scenario in study.expand()]
    assert (result.stored, result.computed, result.failures) == (0, 12, ())
    assert list(result.keys) == keys
    assert load(tmp_path)["run_key"].tolist() == sorted(keys)


def test_this_process_and_two_workers_give_the_same_bytes(tmp_path: Path) -> None:
    for workers in (0, 2):
        execute(a_study(), tmp_path / str(workers), workers=workers, run=quick_run)
    assert exported(tmp_path / "0") == exported(tmp_path / "2")


def test_a_study_that_is_done_runs_nothing(tmp_path: Path, traces: Path) -> None:
    execute(a_study(), tmp_path / "out", workers=0, run=quick_run)
    before = sorted(traces.iterdir())
    result = execute(a_study(), tmp_path / "out", workers=2, run=failing_run)
    assert (result.stored, result.computed) == (12, 0)
    assert sorted(traces.iterdir()) == before


def test_a_study_that_grew_runs_only_what_is_new(tmp_path: Path) -> None:
    execute(a_study(replications=2), tmp_path, workers=0, run=quick_run)
    result = execute(a_study(replications=3), tmp_path, workers=0, run=quick_run)
    assert (result.stored, result.computed) == (6, 3)
    assert len(load(tmp_path)) == 9


def test_scenarios_that_are_the_same_are_run_once(tmp_path: Path) -> None:
    result = execute(a_study(gogc=(100, 100), replications=2), tmp_path, workers=0, run=quick_run)
    assert result.computed == 2


@pytest.mark.parametrize("workers", [0, 1])
def test_a_run_that_raises_is_named_and_loses_no_other(tmp_path: Path, workers: int) -> None:
    with pytest.raises(RunsFailedError, match=r"2 of 12 runs failed \(2 raised\)") as raised:
        execute(a_study(), tmp_path, workers=workers, run=failing_run)
    result = raised.value.result
    assert "fake with gogc=100, go=1.8, gomaxprocs=2, seed=1, replication=1 (run " in str(raised.value)
    assert result.failed == {"raised": 2}
    assert set(read_failures(tmp_path)["run_key"]) == {failure.key for failure in result.failures}
    assert "ArithmeticError: the heap is negative" in str(raised.value)
    assert all("failing_run" in failure.trace for failure in result.failures)
    assert (result.computed, len(load(tmp_path))) == (10, 10)
    assert {failure.key for failure in result.failures} == set(result.keys) - stored_keys(tmp_path)


def test_a_run_that_failed_is_tried_again(tmp_path: Path) -> None:
    with pytest.raises(RunsFailedError):
        execute(a_study(), tmp_path, workers=0, run=failing_run)
    assert execute(a_study(), tmp_path, workers=0, run=quick_run).computed == 2


def test_only_the_first_of_many_failures_are_told_in_full(tmp_path: Path) -> None:
    with pytest.raises(RunsFailedError, match=r"and 5 more"):
        execute(a_study(gogc=(100,), replications=10), tmp_path, workers=0, run=always_failing)


def always_failing(scenario: object) -> dict[str, None]:
    raise ValueError(str(scenario)[:4])


def scattered_run(scenario: Scenario) -> Row:
    """Give a pause that scatters where gogc is 100, by a third of its mean."""
    scatter = int(run_key(scenario)[:8], 16) / 2**32 if scenario.gogc == 100 else 0.5
    return {**quick_run(scenario), "pause_ns.p50": 50.0 + 100.0 * scatter}


def test_a_run_that_takes_its_process_with_it_is_named_and_loses_no_other(tmp_path: Path) -> None:
    with pytest.raises(RunsFailedError) as raised:
        execute(a_study(), tmp_path, workers=1, run=dying_run)
    (failure,) = raised.value.result.failures
    assert failure.kind == "lost"
    assert "gogc=100" in failure.scenario
    assert "replication=1" in failure.scenario
    assert len(load(tmp_path)) == 11


def test_a_run_that_takes_too_long_fails_and_loses_no_other(tmp_path: Path) -> None:
    with pytest.raises(RunsFailedError, match=r"1 of 12 runs failed \(1 timeout\)"):
        execute(a_study(), tmp_path, workers=1, limits=Limits(timeout_s=0.5, retries=0), run=hanging_run)
    assert len(load(tmp_path)) == 11


def test_an_interruption_keeps_every_finished_run(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        execute(a_study(), tmp_path, workers=0, run=interrupted_run)
    finished = set(stored_keys(tmp_path))
    order = [run_key(scenario) for scenario in a_study().expand()]
    assert finished == set(order[:6])  # equally long runs keep their order: four of gogc 50, two of 100
    (status,) = read_statuses(tmp_path)
    assert (status.state, status.running) == ("interrupted", 0)
    assert execute(a_study(), tmp_path, workers=0, run=quick_run).stored == 6


class Losing(Here):
    """Loses the worker of some chunks, as a Dask cluster does: what a chunk stored before stays."""

    def __init__(self, lost: Callable[[int], bool], *, storing: int = 0) -> None:
        self.lost, self.storing = lost, storing
        self.sizes: list[int] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: object) -> Future[Any]:  # noqa: ANN401
        chunk: Chunk = args[0]
        self.sizes.append(len(chunk.jobs))
        if not self.lost(len(self.sizes)):
            return super().submit(fn, *args, **kwargs)
        do_chunk_here(dataclasses.replace(chunk, jobs=chunk.jobs[: self.storing]))
        future: Future[Any] = Future()
        future.set_exception(BrokenExecutor("the worker\nis gone"))
        return future

    def workers(self) -> Workers:
        return Workers(self, lambda: 1, "a fake", do_chunk_here)


def test_what_a_lost_worker_had_not_stored_is_done_again(tmp_path: Path) -> None:
    losing = Losing(lambda chunk: chunk == 1, storing=1)
    result = execute(a_study(replications=30), tmp_path, workers=losing.workers(), run=quick_run)
    assert (result.computed, result.failures) == (90, ())
    assert losing.sizes[0] - 1 in losing.sizes[1:3]
    assert len(load(tmp_path)) == 90


def test_a_chunk_that_always_loses_its_worker_is_done_run_by_run(tmp_path: Path) -> None:
    losing = Losing(lambda _: losing.sizes[-1] > 1)
    assert execute(a_study(replications=30), tmp_path, workers=losing.workers(), run=quick_run).computed == 90
    assert losing.sizes.count(losing.sizes[0]) >= 3
    assert losing.sizes.count(1) >= losing.sizes[0]


def test_a_run_that_always_loses_its_worker_fails(tmp_path: Path) -> None:
    losing = Losing(lambda _: True)
    with pytest.raises(RunsFailedError, match=r"2 of 2 runs failed \(2 lost\)") as raised:
        execute(a_study(gogc=(50,), replications=2), tmp_path, workers=losing.workers(), run=quick_run)
    assert "BrokenExecutor: the worker is gone" in str(raised.value)
    assert set(read_failures(tmp_path)["kind"]) == {"lost"}


def test_workers_are_waited_for(tmp_path: Path) -> None:
    slots = iter([0, 1])
    seen: list[StudyStatus] = []

    class Seeing:
        def show(self, status: StudyStatus) -> None:
            seen.append(status)

    with in_this_process() as here:
        late = dataclasses.replace(here, slots=lambda: next(slots, 1), where="a cluster")
        execute(a_study(), tmp_path, workers=late, progress=Seeing(), run=quick_run)
    assert "a cluster: no workers yet" in {status.where for status in seen}
    assert seen[-1].where == "a cluster"


def test_a_cluster_that_is_lost_ends_the_study_and_keeps_what_is_done(tmp_path: Path) -> None:
    def slots() -> int:
        if stored_keys(tmp_path):
            raise ClusterError("the scheduler is gone")
        return 1

    with in_this_process() as here:
        lost = dataclasses.replace(here, slots=slots)
        with pytest.raises(ClusterError, match="is gone"):
            execute(a_study(replications=100), tmp_path, workers=lost, run=quick_run)
    assert 0 < len(stored_keys(tmp_path)) < 300
    assert [status.state for status in read_statuses(tmp_path)] == ["failed"]


def test_what_waits_is_taken_back_before_the_workers_are_stopped(tmp_path: Path) -> None:
    """A thread whose chunk is stopped would begin the next one."""
    waiting: list[Future[Any]] = []
    seen: list[bool] = []

    class Never(Here):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: object) -> Future[Any]:  # noqa: ANN401, ARG002
            waiting.append(Future())
            return waiting[-1]

    def slots() -> int:
        if waiting:
            raise KeyboardInterrupt
        return 2

    never = Workers(Never(), slots, stop=lambda: seen.extend(future.cancelled() for future in waiting))
    with pytest.raises(KeyboardInterrupt):
        execute(a_study(), tmp_path, workers=never, run=quick_run)
    assert seen == [True] * 4


def test_an_interrupted_study_counts_what_was_stored_at_the_last_moment(tmp_path: Path) -> None:
    study = a_study(replications=20)
    execute(a_study(replications=1), tmp_path, workers=0, run=quick_run)
    with pytest.raises(KeyboardInterrupt):
        execute(study, tmp_path, workers=0, run=interrupted_run)
    (status,) = read_statuses(tmp_path)
    assert (status.state, status.stored) == ("interrupted", 3)
    assert status.done == len(stored_keys(tmp_path)) - 3 > 0


def test_a_study_that_a_damaged_part_ends_has_ended_for_whoever_looks(tmp_path: Path) -> None:
    def damaging(chunk: Chunk) -> tuple[Ended, ...]:
        (tmp_path / "parts" / "damaged.parquet").write_bytes(b"not a table")
        return do_chunk_here(dataclasses.replace(chunk, out=tmp_path / "none"))

    with in_this_process() as here, pytest.raises(StoreError, match="none: not there"):
        execute(a_study(), tmp_path, workers=dataclasses.replace(here, do=damaging), run=quick_run)
    assert [status.state for status in read_statuses(tmp_path)] == ["failed"]


def test_chunks_that_are_lost_together_are_looked_up_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = itertools.count()

    def counted(out: Path) -> object:
        next(looks)
        return stored_keys(out)

    monkeypatch.setattr("gcsim.studies.sweep.stored_keys", counted)
    losing = Losing(lambda chunk: chunk <= 6)
    workers = dataclasses.replace(losing.workers(), slots=lambda: 3)
    assert execute(a_study(replications=30), tmp_path, workers=workers, run=quick_run).computed == 90
    assert next(looks) == 2  # before the plan, and when six chunks were lost


def test_a_merge_that_fails_ends_the_study_and_its_status(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(_out: Path) -> None:
        raise StoreError("a part is not readable")

    monkeypatch.setattr("gcsim.studies.sweep.compact", damaged)
    with pytest.raises(StoreError, match="not readable"):
        execute(a_study(), tmp_path, workers=0, run=quick_run)
    assert [status.state for status in read_statuses(tmp_path)] == ["failed"]


def test_parts_are_merged_while_a_study_goes_on_a_few_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounds: list[int | None] = []
    monkeypatch.setattr("gcsim.studies.sweep.compact", lambda _out, most=None: bounds.append(most))
    monkeypatch.setattr("gcsim.studies.sweep._COMPACT_EVERY", 2)
    execute(a_study(replications=30), tmp_path, workers=0, run=quick_run)
    assert set(bounds[:-1]) == {48}
    assert bounds[-1] is None


def test_studies_of_several_threads_leave_each_others_processes_alone(tmp_path: Path, traces: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        long = pool.submit(execute, a_study(), tmp_path / "long", workers=1, run=slow_run)
        wait_for(lambda: bool(list(traces.iterdir())))
        for number in range(3):
            pool.submit(execute, a_study(), tmp_path / str(number), workers=0, run=quick_run).result()
            with in_processes(1) as others:
                assert others.slots() == 1
        assert long.result().computed == 12
    done_by = Counter(path.name.partition(".")[0] for path in traces.iterdir() if path.suffix != f".{os.getpid()}")
    assert set(done_by.values()) == {1}


def test_a_folder_that_vanishes_ends_the_study_in_words_and_is_not_made_again(tmp_path: Path) -> None:
    out = tmp_path / "out"

    class Removing:
        def show(self, status: StudyStatus) -> None:
            if status.state == "running" and out.exists():
                shutil.rmtree(out)

    with pytest.raises(StoreError, match=r"out: not there on .*; a study needs its folder until its end"):
        execute(a_study(), out, workers=1, run=quick_run, progress=Removing())
    assert not out.exists()


def test_a_full_disk_ends_the_study(tmp_path: Path) -> None:
    def full(_chunk: Chunk) -> tuple[Ended, ...]:
        raise StoreError("No space left on device")

    with in_this_process() as here, pytest.raises(StoreError, match="No space left"):
        execute(a_study(), tmp_path, workers=dataclasses.replace(here, do=full), run=quick_run)


def test_one_run_is_done_alone(tmp_path: Path) -> None:
    study = a_study()
    key = run_key(study.at(5))
    for _ in range(2):  # whether it is stored or not
        result = execute(study, tmp_path, only=key, run=quick_run)
        assert (list(result.keys), result.computed) == ([key], 1)
    assert load(tmp_path)["run_key"].tolist() == [key]


def test_one_run_alone_says_what_it_raised_and_is_tried_once(tmp_path: Path) -> None:
    study = a_study()
    with pytest.raises(RunsFailedError, match="1 of 1 runs failed") as raised:
        execute(study, tmp_path, only=run_key(study.at(5)), run=failing_run)
    assert "failing_run" in raised.value.result.failures[0].trace
    assert read_failures(tmp_path)["retries"].tolist() == [0]


def test_one_run_alone_leaves_the_status_of_its_study_as_it_is(tmp_path: Path) -> None:
    study = a_study()
    execute(study, tmp_path, workers=0, run=quick_run)
    before = read_statuses(tmp_path)
    execute(study, tmp_path, only=run_key(study.at(5)), run=quick_run)
    with pytest.raises(NoSuchRunError):
        execute(study, tmp_path, only="nonsense", run=quick_run)
    assert read_statuses(tmp_path) == before


@pytest.mark.parametrize("key", ["0" * 32, "nonsense"])
def test_a_run_that_there_is_not_cannot_be_done_alone(tmp_path: Path, key: str) -> None:
    with pytest.raises(NoSuchRunError, match=f"fake has no run {key}"):
        execute(a_study(), tmp_path, only=key, run=quick_run)


def test_the_status_of_a_study_says_what_became_of_it(tmp_path: Path) -> None:
    execute(a_study(), tmp_path, workers=0, run=quick_run, command="gcsim sweep fake.yaml")
    (done,) = read_statuses(tmp_path)
    assert (done.study, done.state, done.runs, done.stored, done.done, done.failed) == ("fake", "done", 12, 0, 12, 0)
    assert done.command == "gcsim sweep fake.yaml"
    assert done.pid == os.getpid()
    assert done.predicted_s == pytest.approx(done.done_s)
    with pytest.raises(RunsFailedError):
        execute(a_study(replications=5), tmp_path, workers=0, run=always_failing)
    (failed,) = read_statuses(tmp_path)
    assert (failed.state, failed.stored, failed.done, failed.failed) == ("failed", 12, 0, 3)


def precise(folder: Path, ci: str) -> Study:
    """Give a study of two points whose replications go on until the mean of pause_p50 is known so well."""
    file = folder / "precise.yaml"
    file.write_text(
        "name: precise\ngo: '1.8'\ngogc: {sweep: [50, 100]}\nhardware: measured-2vcpu\n"
        f"replications: {{until: {{metric: pause_p50, ci: {ci}}}, max: 40}}\n"
        "until: {duration: 1s}\nworkload: {kind: forest, live_heap: 4MiB}\n",
        encoding="utf-8",
    )
    return read_file(file)


def test_replications_go_on_until_the_metric_is_known_precisely_enough(tmp_path: Path) -> None:
    study = precise(tmp_path, "10%")
    assert study.precision is not None
    result = execute(study, tmp_path / "out", workers=0, run=scattered_run)
    table = load(tmp_path / "out")
    counts = table["gogc"].value_counts()
    assert study.precision.least <= counts["50"] < counts["100"] <= 40  # the former does not scatter at all
    assert sorted(result.keys) == sorted(table["run_key"])
    for _, group in table.groupby("gogc"):
        assert sorted(group["replication"]) == list(range(len(group)))
    assert execute(study, tmp_path / "out", workers=0, run=always_failing).computed == 0


def test_replications_end_at_their_most(tmp_path: Path) -> None:
    result = execute(precise(tmp_path, "1%"), tmp_path / "out", workers=0, run=scattered_run)
    assert load(tmp_path / "out")["gogc"].value_counts()["100"] == 40
    assert len(result.keys) == len(load(tmp_path / "out"))


def test_runs_that_fail_count_as_replications(tmp_path: Path) -> None:
    with pytest.raises(RunsFailedError):
        execute(precise(tmp_path, "1%"), tmp_path / "out", workers=0, run=always_failing)


def sweeping(out: Path, workers: int) -> subprocess.Popen[bytes]:
    program = f"from tests.studies.fakes import sweep_slowly; sweep_slowly({str(out)!r}, {workers})"
    return subprocess.Popen([sys.executable, "-c", program], cwd=REPOSITORY, stderr=subprocess.PIPE)


def test_a_sweep_that_was_killed_ends_with_the_tables_of_an_undisturbed_one(tmp_path: Path, traces: Path) -> None:
    out = tmp_path / "killed"
    sweep = sweeping(out, 2)
    wait_for(lambda: len(stored_keys(out)) >= 5)
    sweep.kill()
    sweep.communicate()
    stored, begun = stored_keys(out), {path.name.partition(".")[0] for path in traces.iterdir()}
    assert len(stored) >= len(begun) - 4
    assert len(stored) < 40
    execute(killed_study(), out, workers=0, run=quick_run)
    execute(killed_study(), tmp_path / "undisturbed", workers=0, run=quick_run)
    assert exported(out) == exported(tmp_path / "undisturbed")


def test_no_worker_outlives_a_sweep_that_was_killed(tmp_path: Path, traces: Path) -> None:
    sweep = sweeping(tmp_path / "out", 2)
    wait_for(lambda: len({path.suffix for path in traces.iterdir()}) == 2)
    workers = {int(path.suffix[1:]) for path in traces.iterdir()}
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


def test_provenance_says_how_each_result_came_about(tmp_path: Path) -> None:
    execute(a_study(), tmp_path, workers=0, run=slow_run)
    provenance = load_provenance(tmp_path)
    assert provenance["run_key"].tolist() == load(tmp_path)["run_key"].tolist()
    assert (provenance["wall_s"] >= 0.1).all()
    assert set(provenance) == {
        "run_key", "study", "wall_s", "events", "host", "host_class", "package_version", "python", "numpy", "finished",
        "git_commit", "retries",
    }  # fmt: skip
    assert set(provenance) & set(load(tmp_path)) == {"run_key"}
