import json
import os
import signal
import subprocess
import sys
import time
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import gcsim
from gcsim.studies import ClusterError, RunsFailedError, execute, export, load
from gcsim.studies.workers.executors import _Watch, check_cluster, cpus, place, workers_of
from gcsim.studies.workers.unsignalled import dask_setup
from tests.studies.fakes import a_study, failing_run, quick_run, slow_run

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    distributed: Any = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=2,
        processes=False,
        host="127.0.0.1",
        protocol="tcp://",
        dashboard_address="127.0.0.1:0",
    ) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_the_bytes_that_this_process_gives(tmp_path: Path, scheduler: str) -> None:
    execute(a_study(), tmp_path / "cluster", cluster=scheduler, run=quick_run)
    execute(a_study(), tmp_path / "here", workers=0, run=quick_run)
    exports = []
    for out in (tmp_path / "cluster", tmp_path / "here"):
        export(out, out / "canonical.csv")
        exports.append((out / "canonical.csv").read_bytes())
    assert exports[0] == exports[1]


def test_a_cluster_of_processes_started_here_does_runs(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(RunsFailedError, match="2 of 12 runs failed"):
        execute(a_study(), tmp_path, cluster="local:1", run=failing_run)
    assert len(load(tmp_path)) == 10


def test_workers_without_the_same_gcsim_are_refused(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gcsim.studies.workers.executors._about", lambda _probe: ("0.0.7", 1, True))
    with pytest.raises(ClusterError, match=rf"has gcsim 0\.0\.7 \(model 1\), here is {gcsim.__version__}"):
        execute(a_study(), tmp_path, cluster=scheduler, run=quick_run)


def test_workers_that_cannot_use_gcsim_are_refused(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def about(_probe: str) -> None:
        raise ImportError("no gcsim")

    monkeypatch.setattr("gcsim.studies.workers.executors._about", about)
    with pytest.raises(ClusterError, match=r"cannot use gcsim .*no gcsim.*: install gcsim"):
        execute(a_study(), tmp_path, cluster=scheduler, run=quick_run)


def test_workers_that_do_not_see_the_folder_are_refused(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gcsim.studies.workers.executors._SHARED_S", 0.1)
    monkeypatch.setattr(Path, "touch", lambda _self: None)
    with pytest.raises(ClusterError, match=r"does not see .*: use --out with a folder that all machines share"):
        execute(a_study(), tmp_path, cluster=scheduler, run=quick_run)


def test_a_watch_outlasts_whatever_a_broken_connection_raises(tmp_path: Path) -> None:
    class Broken:
        status = "running"
        scheduler = types.SimpleNamespace(ncores=None)

        def sync(self, *_: object, **__: object) -> dict[str, int]:
            return {"tcp://worker": 1}

        def run(self, *_: object, callback_timeout: float, **__: object) -> None:
            assert callback_timeout < 60
            raise RuntimeError("IOLoop is closed")

    watch = _Watch(Broken(), "tcp://h:1", tmp_path)
    watch.look()
    assert watch.slots() == 1
    assert list(tmp_path.iterdir()) == []
    watch.out = tmp_path / "gone"
    watch.look()
    assert watch.slots() == 1


def test_a_cluster_whose_start_is_interrupted_is_started_and_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is half there cannot be ended, and complains at the end of the process."""
    distributed: Any = pytest.importorskip("distributed")
    done: list[str] = []

    class Slow:
        def __init__(self, **_: object) -> None:
            time.sleep(0.2)
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.2)
            done.append("started")

        def close(self) -> None:
            done.append("ended")

    monkeypatch.setattr(distributed, "LocalCluster", Slow)
    with pytest.raises(KeyboardInterrupt):
        execute(a_study(), tmp_path, cluster="local:2", run=quick_run)
    assert done == ["started", "ended"]


def test_a_cluster_that_cannot_be_started_here_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed: Any = pytest.importorskip("distributed")

    def failing(**_: object) -> None:
        raise RuntimeError("Nanny failed to start.")

    monkeypatch.setattr(distributed, "LocalCluster", failing)
    with pytest.raises(ClusterError, match=r"no cluster can be started here: Nanny failed to start\."):
        execute(a_study(), tmp_path, cluster="local:2", run=quick_run)


def test_a_cluster_without_a_scheduler_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("gcsim.studies.workers.executors._CONNECT_S", 0.2)
    with pytest.raises(ClusterError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9; use tcp"):
        execute(a_study(), tmp_path, cluster="tcp://127.0.0.1:9", run=quick_run)


def test_a_cluster_without_dask_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install 'gcsim-go\[cluster\]'"):
        execute(a_study(), tmp_path, cluster="tcp://127.0.0.1:9", run=quick_run)


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture
def lonely(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Start a scheduler in a process of its own, without workers."""
    pytest.importorskip("distributed")
    file = tmp_path / "scheduler.json"
    program = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "0", "--host", "127.0.0.1"]
    with subprocess.Popen(
        [*program, "--no-dashboard", "--scheduler-file", str(file)], stderr=subprocess.DEVNULL, cwd=tmp_path
    ) as process:
        wait_for(file.exists)
        address: str = json.loads(file.read_text())["address"]
        yield address, process
        process.kill()


def test_a_scheduler_that_is_killed_ends_the_study_in_words(
    tmp_path: Path, lonely: tuple[str, subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gcsim.studies.workers.executors._LOST_S", 2.0)
    monkeypatch.setattr("gcsim.studies.workers.executors._LOOK_S", 0.2)
    address, process = lonely

    class Killer:
        def show(self, status: object) -> None:
            if "no workers yet" in str(status):
                process.send_signal(signal.SIGKILL)

    with pytest.raises(ClusterError, match="does not answer any more; finished runs are kept"):
        execute(a_study(), tmp_path / "out", cluster=address, run=slow_run, progress=Killer())


@pytest.mark.parametrize("spec", ["", "tcp:/x", "local", "local:0", "local:x", "slurms", "10.0.0.1:8786", "slurm:"])
def test_what_names_no_cluster_is_refused_before_anything_else(tmp_path: Path, spec: str) -> None:
    with pytest.raises(ClusterError, match=r"no cluster is called .*; use tcp://HOST:PORT"):
        execute(a_study(), tmp_path / "out", cluster=spec, run=quick_run)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("spec", ["tcp://h:1", "tls://h:1", "local:12", "slurm", "slurm:a b.yaml"])
def test_what_names_a_cluster_is_taken(spec: str) -> None:
    check_cluster(spec)


def test_without_a_number_of_workers_all_processors_work_but_no_more_than_there_are_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gcsim.studies.workers.executors.cpus", lambda: 3)
    for workers, runs, slots in ((None, 9, 3), (None, 2, 2), (5, 9, 5), (0, 9, 1)):
        with place(None, workers, runs) as found:
            assert found.slots() == slots
    assert (workers_of(None, None), workers_of(0, None), workers_of(7, None)) == (3, 1, 7)
    assert (workers_of(None, "local:4"), workers_of(None, "slurm")) == (4, None)


def test_there_is_at_least_one_processor() -> None:
    assert cpus() >= 1


def test_slurm_is_asked_where_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Path | None, Path]] = []
    monkeypatch.setattr("gcsim.studies.workers.slurm.on_slurm", lambda file, logs: asked.append((file, logs)))
    place("slurm", None, 1)
    place("slurm:site.yaml", None, 1, Path("out"))
    assert asked == [(None, Path("logs")), (Path("site.yaml"), Path("out"))]


def test_workers_started_here_leave_ctrl_c_to_their_owner() -> None:
    before = signal.getsignal(signal.SIGINT)
    try:
        dask_setup(None)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
