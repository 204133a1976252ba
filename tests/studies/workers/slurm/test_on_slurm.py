import contextlib
import logging
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from importlib.util import find_spec
from pathlib import Path

import pytest

from gcsim.studies import ClusterError, execute, export
from gcsim.studies.workers.slurm import _lifetime_s, on_slurm
from tests.studies.fakes import a_study, quick_run, slow_run
from tests.studies.workers.slurm.node import command

SETTINGS = "interface: lo\nmemory: 512MiB\n"
STUDY = """\
name: interrupted
go: "1.8"
hardware: measured-2vcpu
until: {duration: 100s}
replications: 10
workload: {kind: forest, live_heap: 4MiB}
"""

if find_spec("dask_jobqueue") is None:  # not imported: it would take Ctrl-C away from pytest
    pytest.skip("needs dask-jobqueue", allow_module_level=True)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    monkeypatch.setattr("gcsim.studies.workers.slurm._LOOK_S", 0.5)

    def write(more: str = "") -> Path:
        path = tmp_path / "slurm.yaml"
        path.write_text(f"{SETTINGS}{more}")
        return path

    return write


def queued(conf: Path) -> list[str]:
    return command(conf, "squeue", "--noheader", "--format=%i").split()


def jobs_of(executor: Executor, tasks: int, seconds: float) -> list[str]:
    """Let each task sleep; return the jobs that they slept in."""
    script = f"sleep {seconds}; echo $SLURM_JOB_ID"
    futures: list[Future[bytes]] = [
        executor.submit(subprocess.check_output, ["/bin/sh", "-c", script]) for _ in range(tasks)
    ]
    # One that is done is let go: Dask does it again if its worker leaves while somebody holds the future.
    return [futures.pop(0).result(timeout=90).decode().strip() for _ in range(tasks)]


def processes_of(job: str) -> list[str]:
    """List the processes that Slurm started for a job, and those that these started."""
    found = []
    for process in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            words = (process / "environ").read_bytes().split(b"\0") if process.name.isdigit() else []
            if {b"SLURM_JOB_ID=%s" % job.encode(), b"SLURM_CONF=%s" % os.environb[b"SLURM_CONF"]} <= set(words):
                found.append(process.name)
    return found


def enter(file: Path | None, logs: Path) -> None:
    with on_slurm(file, logs) as workers:
        until(lambda: workers.slots() > 0)


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_jobs_do_what_is_handed_over_and_are_gone_at_the_end(
    tmp_path: Path, slurm: Path, settings: Callable[[str], Path]
) -> None:
    with on_slurm(settings("jobs: 2\npartition: debug\n"), tmp_path / "log files") as workers:
        until(lambda: workers.slots() == 2)
        jobs = queued(slurm)
        assert len(jobs) == 2
        assert set(jobs_of(workers.executor, 6, 0.2)) == set(jobs)
        assert all(map(processes_of, jobs))
    until(lambda: queued(slurm) == [])
    assert not any(map(processes_of, jobs))
    assert sorted(path.name for path in (tmp_path / "log files").iterdir()) == sorted(f"slurm-{n}.log" for n in jobs)


def test_a_job_has_a_slot_for_each_core(tmp_path: Path, slurm: Path, settings: Callable[[str], Path]) -> None:
    with on_slurm(settings("cores: 2\n"), tmp_path / "logs") as workers:
        until(lambda: workers.slots() == 2)
        assert command(slurm, "squeue", "--noheader", "--format=%C %m %l").split() == ["2", "512M", "1:00:00"]


def test_an_interruption_leaves_no_job(tmp_path: Path, slurm: Path, settings: Callable[[str], Path]) -> None:
    entered = []
    with contextlib.suppress(KeyboardInterrupt), on_slurm(settings(""), tmp_path):
        until(lambda: queued(slurm) != [])
        entered = queued(slurm)
        raise KeyboardInterrupt
    assert entered != []
    until(lambda: queued(slurm) == [])


@pytest.mark.slow
def test_a_job_that_is_lost_is_replaced_and_its_work_done_again(
    tmp_path: Path, slurm: Path, settings: Callable[[str], Path]
) -> None:
    with on_slurm(settings(""), tmp_path) as workers:
        until(lambda: workers.slots() == 1)
        (first,) = queued(slurm)
        asked = threading.Timer(1, command, (slurm, "scancel", first))
        asked.start()
        (second,) = set(jobs_of(workers.executor, 1, 3))
        asked.join()
    assert second != first


@pytest.mark.usefixtures("slurm")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_sweep_that_is_interrupted_says_what_is_kept(
    tmp_path: Path, settings: Callable[[str], Path], number: int, code: int
) -> None:
    study = tmp_path / "study.yaml"
    study.write_text(STUDY)
    words = ["sweep", str(study), "--out", str(tmp_path / "out"), "--cluster", f"slurm:{settings('')}"]
    sweep = subprocess.Popen(
        [str(Path(sys.executable).with_name("gcsim")), *words], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    )
    until((tmp_path / "out/logs").exists)
    time.sleep(1)
    sweep.send_signal(number)
    _, errors = sweep.communicate(timeout=60)
    assert "finished runs are kept in" in errors
    assert sweep.returncode == code


@pytest.mark.slow
@pytest.mark.usefixtures("slurm")
def test_workers_leave_before_their_walltime_and_others_take_over(
    tmp_path: Path, settings: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gcsim.studies.workers.slurm._lifetime_s", lambda walltime_s: (walltime_s / 12, 0.0))
    with on_slurm(settings("walltime: 1m\n"), tmp_path) as workers:
        jobs = jobs_of(workers.executor, 5, 1)
    assert len(jobs) == 5
    assert len(set(jobs)) >= 2


@pytest.mark.slow
@pytest.mark.usefixtures("slurm")
def test_a_study_outlives_the_walltime_of_its_jobs(
    tmp_path: Path, settings: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Slurm's own limit counts in whole minutes; a worker needs some seconds before it has done its first runs.
    monkeypatch.setattr("gcsim.studies.workers.slurm._lifetime_s", lambda walltime_s: (walltime_s / 4, 0.0))
    study = a_study(gogc=(100,), replications=200)  # some 20 s
    execute(study, tmp_path / "slurm", cluster=f"slurm:{settings('walltime: 1m')}", run=slow_run)
    execute(study, tmp_path / "here", workers=0, run=quick_run)
    exports = []
    for out in (tmp_path / "slurm", tmp_path / "here"):
        export(out, out / "canonical.csv")
        exports.append((out / "canonical.csv").read_bytes())
    assert exports[0] == exports[1]
    assert len(list((tmp_path / "slurm/logs").iterdir())) >= 2


@pytest.mark.parametrize(("walltime_s", "latest_s"), [(10, 9), (600, 540), (3600, 3300), (86_400, 86_100)])
def test_the_last_of_a_walltime_is_left_to_the_runs_that_still_finish(walltime_s: float, latest_s: float) -> None:
    lifetime, stagger = _lifetime_s(walltime_s)
    assert lifetime + stagger == latest_s
    assert lifetime - stagger >= 0.7 * walltime_s


@pytest.mark.slow
def test_what_slurm_says_is_told_while_nothing_starts(
    tmp_path: Path,
    slurm: Path,
    settings: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("gcsim.studies.workers.slurm._FIRST_TOLD_S", 1.2)
    monkeypatch.setattr("gcsim.studies.workers.slurm._TOLD_S", 2.4)
    hog = command(slurm, "sbatch", "--parsable", "--cpus-per-task=2", "--output=/dev/null", "--wrap=sleep 60").strip()
    threading.Timer(4, command, (slurm, "scancel", hog)).start()
    with caplog.at_level(logging.WARNING, "gcsim"), on_slurm(settings(""), tmp_path) as workers:
        until(lambda: workers.slots() == 1)
    assert caplog.messages[0].startswith("no worker has started for 0 min: squeue says PENDING (")
    assert ") of job " in caplog.messages[0]
    assert 2 <= len(caplog.messages) <= 4


def test_what_slurm_refuses_is_said_before_anything_is_submitted(
    tmp_path: Path, slurm: Path, settings: Callable[[str], Path]
) -> None:
    with pytest.raises(ClusterError, match=r"Slurm refuses the jobs: .*invalid partition.*nope"):
        enter(settings("partition: nope\n"), tmp_path)
    assert queued(slurm) == []


def test_jobs_without_a_worker_end_the_sweep_with_what_they_printed(
    tmp_path: Path, slurm: Path, settings: Callable[[str], Path]
) -> None:
    with pytest.raises(ClusterError, match=r"before a worker has started; their logs are in .*:\n.*/no/p") as raised:
        enter(settings("python: /no/python\n"), tmp_path)
    assert str(tmp_path) in str(raised.value)
    until(lambda: queued(slurm) == [])


@pytest.mark.slow
def test_a_job_that_slurm_does_not_take_is_submitted_again_later(
    tmp_path: Path, slurm: Path, settings: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    once = tmp_path / "once"
    sbatch = tmp_path / "bin/sbatch"
    sbatch.parent.mkdir()
    sbatch.write_text(
        f"""#!/bin/sh
if [ "$1" != --test-only ] && ! mkdir {once}; then [ -e {once}/allowed ] || exit 1; fi
exec {shutil.which("sbatch")} "$@"
"""
    )
    sbatch.chmod(0o755)
    monkeypatch.setenv("PATH", f"{sbatch.parent}:{os.environ['PATH']}")
    monkeypatch.setattr("gcsim.studies.workers.slurm._LOOK_S", 0.2)
    with on_slurm(settings("jobs: 2\n"), tmp_path) as workers:
        until(lambda: workers.slots() == 1)
        assert len(queued(slurm)) == 1
        (once / "allowed").touch()
        until(lambda: workers.slots() == 2)


@pytest.mark.slow
def test_a_controller_that_does_not_answer_for_a_while_does_no_harm(
    tmp_path: Path, slurm: Path, settings: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    squeue = tmp_path / "squeue"
    squeue.write_text("#!/bin/sh\nexit 1\n")
    squeue.chmod(0o755)
    with on_slurm(settings(""), tmp_path) as workers:
        until(lambda: workers.slots() == 1)
        (job,) = queued(slurm)
        with monkeypatch.context() as away:
            away.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
            time.sleep(1.5)  # three looks
        assert jobs_of(workers.executor, 1, 0) == [job]


def test_without_slurm_it_says_where_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ClusterError, match="no sbatch here: use --cluster slurm on a login node"):
        enter(None, tmp_path)


def test_without_dask_jobqueue_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dask_jobqueue", None)
    with pytest.raises(ClusterError, match=r"pip install 'gcsim-go\[cluster\]'"):
        enter(None, tmp_path)
