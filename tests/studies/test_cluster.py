import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gcsim.studies import ClusterError, RunsFailedError, execute, export, load
from tests.studies.fakes import a_study, failing_run, quick_run


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    distributed: Any = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, host="127.0.0.1", protocol="tcp://", dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_the_bytes_that_this_process_gives(tmp_path: Path, scheduler: str) -> None:
    execute(a_study(), tmp_path / "cluster", cluster=scheduler, run=quick_run)
    execute(a_study(), tmp_path / "here", workers=1, run=quick_run)
    exports = []
    for out in (tmp_path / "cluster", tmp_path / "here"):
        export(out, out / "canonical.csv")
        exports.append((out / "canonical.csv").read_bytes())
    assert exports[0] == exports[1]


def test_a_run_that_raises_on_a_cluster_loses_no_other(tmp_path: Path, scheduler: str) -> None:
    with pytest.raises(RunsFailedError, match="2 of 12 runs failed"):
        execute(a_study(), tmp_path, cluster=scheduler, run=failing_run)
    assert len(load(tmp_path)) == 10


def test_a_cluster_without_a_scheduler_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("gcsim.studies.executors._CONNECT_S", 0.2)
    with pytest.raises(ClusterError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9; use tcp"):
        execute(a_study(), tmp_path, cluster="tcp://127.0.0.1:9", run=quick_run)


def test_a_cluster_without_dask_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install 'gcsim-go\[cluster\]'"):
        execute(a_study(), tmp_path, cluster="tcp://127.0.0.1:9", run=quick_run)
