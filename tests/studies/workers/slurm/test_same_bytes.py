"""One study, in every place that can do it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from gcsim.scenario import Study, load
from gcsim.studies import execute, export, load_provenance
from gcsim.studies.storage.failures import read_failures

pytest.importorskip("distributed")

STUDY = """\
name: everywhere
go: {sweep: ["1.4", "1.5", "1.8"]}
gogc: {sweep: [50, 200]}
gomaxprocs: 2
hardware: measured-2vcpu
until: {duration: {sweep: [5ms, 50ms]}}
replications: 2
workload: {kind: forest, live_heap: 4MiB}
"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    path = tmp_path_factory.mktemp("study") / "everywhere.yaml"
    path.write_text(STUDY)
    return load(path)


@pytest.fixture(scope="module")
def expected(study: Study, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return exported(study, tmp_path_factory.mktemp("here"), workers=0)


def exported(study: Study, out: Path, *, workers: int | None = None, cluster: str | None = None) -> bytes:
    execute(study, out, workers=workers, cluster=cluster)
    assert read_failures(out).empty
    assert len(load_provenance(out)) == study.n_runs
    export(out, out / "canonical.csv")
    return (out / "canonical.csv").read_bytes()


@pytest.fixture
def dask_by_hand(tmp_path: Path) -> Iterator[str]:
    """Start a scheduler and two workers as a user does, in three processes."""
    dask = str(Path(sys.executable).with_name("dask"))
    file = tmp_path / "scheduler.json"
    scheduler = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)]
    worker = ["worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-dashboard"]
    with ExitStack() as stack:
        for words in (scheduler, worker, worker):
            log = stack.enter_context((tmp_path / "dask.log").open("ab"))
            process = subprocess.Popen([dask, *words], cwd=tmp_path, stdout=log, stderr=log)
            stack.callback(stop, process)
        deadline = time.monotonic() + 60
        while not file.exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield file.read_text().partition('"address": "')[2].partition('"')[0]


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(20)
    process.kill()
    process.wait()


@pytest.mark.parametrize("workers", [1, 2])
def test_processes_give_the_bytes_of_this_one(tmp_path: Path, study: Study, expected: bytes, workers: int) -> None:
    assert exported(study, tmp_path, workers=workers) == expected


def test_a_dask_cluster_here_gives_the_bytes_of_this_process(tmp_path: Path, study: Study, expected: bytes) -> None:
    assert exported(study, tmp_path, cluster="local:2") == expected


def test_dask_workers_started_by_hand_give_the_bytes_of_this_process(
    tmp_path: Path, study: Study, expected: bytes, dask_by_hand: str
) -> None:
    assert dask_by_hand.startswith("tcp://127.0.0.1:")
    assert exported(study, tmp_path / "out", cluster=dask_by_hand) == expected
    places = load_provenance(tmp_path / "out")["host"]
    assert set(places) == {os.uname().nodename}


@pytest.mark.usefixtures("slurm")
def test_slurm_gives_the_bytes_of_this_process(
    tmp_path: Path, study: Study, expected: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the folder of results is relative, as on a command line
    Path("slurm.yaml").write_text("jobs: 2\ninterface: lo\nmemory: 1GiB\n")
    assert exported(study, Path("out"), cluster="slurm:slurm.yaml") == expected
    assert list(Path("out/logs").glob("slurm-*.log")) != []
