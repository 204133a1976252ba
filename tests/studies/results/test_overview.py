import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from gcsim.simulation import MODEL_VERSION
from gcsim.studies import RunsFailedError, StoreError, execute
from gcsim.studies.results import overview as module
from gcsim.studies.results.overview import check_folder, differing, failures_of, overview, runs_of
from gcsim.studies.status import read_statuses, write_status
from gcsim.studies.storage import store
from gcsim.studies.storage.store import append, prepare
from tests.studies.fakes import a_study, failing_run, quick_run


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("swept")
    execute(a_study(), out, workers=0, run=quick_run)
    return out


@pytest.fixture
def out(swept: Path, tmp_path: Path) -> Path:
    return shutil.copytree(swept, tmp_path / "out")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("broken")
    with pytest.raises(RunsFailedError):
        execute(a_study(), out, workers=0, run=failing_run)
    return out


@pytest.fixture
def failed(broken: Path, tmp_path: Path) -> Path:
    return shutil.copytree(broken, tmp_path / "failed")


def test_a_study_is_told_with_its_state_and_its_runs(out: Path) -> None:
    seen = overview(out)
    (line,) = seen.studies
    assert (line.study, line.state, line.runs, line.stored, line.found, line.failed) == ("fake", "done", 12, 12, 0, 0)
    assert (seen.runs, seen.other_runs, seen.failures) == (12, {}, ())
    assert line.took_s is not None
    assert line.took_s >= 0


def test_how_results_came_about_is_summed_up(out: Path) -> None:
    told = overview(out).provenance
    for name in ("package_version", "git_commit", "host_class", "python", "numpy"):
        assert sum(told.computed_by[name].values()) == 12
    assert "" < told.first <= told.last
    assert told.run_s > 0
    assert told.retries == 0


def test_runs_of_other_versions_of_the_model_are_counted_by_version(out: Path) -> None:
    row = {"run_key": "old", "model_version": MODEL_VERSION - 1}
    append(out, [row], [{"run_key": "old", "study": "before", "finished": "2020"}])
    seen = overview(out)
    assert (seen.runs, seen.other_runs) == (12, {MODEL_VERSION - 1: 1})
    assert [(line.study, line.state, line.runs, line.stored) for line in seen.studies] == [
        ("fake", "done", 12, 12),
        ("before", "unknown", None, 1),
    ]
    alone = overview(out, "before")
    assert (alone.runs, alone.other_runs, len(alone.studies)) == (0, {MODEL_VERSION - 1: 1}, 1)
    assert alone.provenance.first == alone.provenance.last == "2020"


def test_a_folder_of_the_first_schema_is_told_without_what_it_did_not_know(tmp_path: Path) -> None:
    prepare(tmp_path)
    append(tmp_path, [{"run_key": "a", "model_version": MODEL_VERSION}], [{"run_key": "a", "wall_s": 2.5}])
    seen = overview(tmp_path)
    assert [(line.study, line.stored) for line in seen.studies] == [("", 1)]
    assert seen.provenance.run_s == 2.5
    assert seen.provenance.computed_by["host_class"] == {"": 1}


def test_an_empty_folder_holds_nothing_yet(tmp_path: Path) -> None:
    seen = overview(tmp_path)
    assert (seen.studies, seen.runs, seen.failures, seen.provenance.first) == ((), 0, (), "")


def test_failures_are_counted_by_kind_and_error(failed: Path) -> None:
    seen = overview(failed)
    (kind,) = seen.failures
    assert (kind.kind, kind.runs, kind.errors) == ("raised", 2, (("ArithmeticError: the heap is negative", 2),))
    assert (seen.runs, seen.studies[0].state, seen.studies[0].failed) == (10, "failed", 2)


def test_a_failed_run_says_what_it_differs_in(failed: Path) -> None:
    # gogc differs from the results, though the failed runs have it in common; live_heap does in none
    assert differing(failed, failures_of(failed)) == [{"go": "1.8", "gogc": 100, "gomaxprocs": 2}] * 2
    results = failures_of(failed).assign(scenario=['{"go":"1.8","a":{"b":1}}', '{"go":"1.8","a":{"b":2}}'])
    assert differing(failed, results) == [{"go": "1.8", "a.b": 1}, {"go": "1.8", "a.b": 2}]


def test_a_failed_run_differs_from_results_in_what_they_vary(failed: Path) -> None:
    append(failed, [{"run_key": "x", "workload.live_heap": 1}], [{"run_key": "x"}])
    assert [told["workload.live_heap"] for told in differing(failed, failures_of(failed))] == [64 * 2**20] * 2


def test_failures_of_a_study_are_its_own(failed: Path) -> None:
    assert len(failures_of(failed, "fake")) == 2
    (status,) = read_statuses(failed)
    write_status(failed, replace(status, study="other"))
    assert len(failures_of(failed, "other")) == 0


def test_what_a_study_found_counts_as_another_ones(out: Path) -> None:
    (status,) = read_statuses(out)
    write_status(out, replace(status, study="second", stored=12, done=0))
    assert len(runs_of(out, "fake")) == 12
    assert runs_of(out, "second") == frozenset()


def test_a_study_that_is_not_there_is_refused(out: Path, tmp_path: Path) -> None:
    for asked in (runs_of, failures_of, overview):
        with pytest.raises(StoreError, match="no study pauses; there are fake"):
            asked(out, "pauses")
    with pytest.raises(StoreError, match="no study pauses; no study left its name here"):
        runs_of(tmp_path / "empty", "pauses")


def test_a_status_that_tells_no_times_took_no_time(out: Path) -> None:
    (status,) = read_statuses(out)
    write_status(out, replace(status, began=""))
    assert overview(out).studies[0].took_s is None


def test_what_is_no_folder_of_results_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "one/runs/parts").mkdir(parents=True)
    with pytest.raises(StoreError, match="none: is not there; name a folder that gcsim sweep wrote"):
        check_folder(tmp_path / "none")
    with pytest.raises(StoreError, match="file: a file; name a folder that gcsim sweep wrote"):
        check_folder(tmp_path / "file")
    with pytest.raises(StoreError, match=r"no folder of results, there is no parts/ in it; did you mean .*one/runs\?"):
        check_folder(tmp_path / "one")
    with pytest.raises(StoreError, match=r"no folder of results, .*; name a folder that gcsim sweep wrote"):
        check_folder(tmp_path)
    check_folder(tmp_path / "one/runs")


def test_results_themselves_are_not_read(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def spied(*arguments: object, **named: object) -> object:
        table = store.read(*arguments, **named)  # type: ignore[arg-type]  # as it was called
        asked.extend(table.column_names)
        return table

    monkeypatch.setattr(module, "read", spied)
    overview(out)
    assert "model_version" in asked
    assert not {"pauses_ns", "pause_ns.max", "gogc"} & set(asked)
