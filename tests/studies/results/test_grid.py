import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from gcsim.simulation import MODEL_VERSION
from gcsim.studies import execute
from gcsim.studies.results.grid import as_dataset
from gcsim.studies.results.needs import ExportError
from gcsim.studies.storage.store import append, prepare
from tests.studies.fakes import a_study, quick_run

xarray = pytest.importorskip("xarray")


def stored(out: Path, runs: Sequence[Mapping[str, object]]) -> Path:
    """Store runs whose result ``ops`` is their number."""
    rows = [
        {"run_key": f"{at:02}", "model_version": MODEL_VERSION, "replication": 0, **run, "ops": at}
        for at, run in enumerate(runs)
    ]
    prepare(out)
    append(out, rows, [{"run_key": row["run_key"], "finished": "2026"} for row in rows])
    return out


def test_what_was_swept_is_a_dimension_and_each_result_a_variable_with_its_unit(tmp_path: Path) -> None:
    execute(a_study(), tmp_path, workers=0, run=quick_run)
    dataset = as_dataset(tmp_path)
    assert dict(dataset.sizes) == {"gogc": 3, "replication": 4}
    assert dataset["gogc"].to_numpy().tolist() == ["50", "100", "off"]
    assert dataset["pause_ns.p50"].attrs == {
        "units": "ns",
        "long_name": "pauses of a whole collection, all its stops added up: p50",
    }
    assert dataset["cycles"].sel(gogc="100").to_numpy().tolist() == [3, 3, 3, 3]
    assert dataset["pause_ns.max"].sel(gogc="off").isnull().all()
    assert set(dataset["ended_by"].to_numpy().ravel()) == {"duration"}
    keys = dataset["run_key"].sel(gogc="50").to_numpy()
    assert dataset["pause_ns.max"].sel(gogc="50").to_numpy().tolist() == [int(key[:8], 16) for key in keys]
    assert not {"pauses_ns", "op_buckets", "never", "model_version"} & set(dataset)
    assert dataset.attrs["model_version"] == MODEL_VERSION
    assert json.loads(dataset.attrs["scenario"])["workload.live_heap"] == 64 * 2**20


def test_values_are_in_their_natural_order(tmp_path: Path) -> None:
    runs = [{"go": go, "workload.live_heap": heap} for go in ("1.10", "1.9", "1.6.2", "1.6") for heap in (100, 20)]
    dataset = as_dataset(stored(tmp_path, runs))
    assert dataset["go"].to_numpy().tolist() == ["1.6", "1.6.2", "1.9", "1.10"]
    assert dataset["workload.live_heap"].to_numpy().tolist() == [20, 100]
    assert dataset["workload.live_heap"].attrs["units"] == "bytes"
    assert dataset["ops"].sel({"go": "1.9", "workload.live_heap": 20}).item() == 3


def test_points_without_a_run_are_nan_or_empty(tmp_path: Path) -> None:
    runs = [
        {"go": go, "gogc": gogc, "replication": at, "ended_by": "exit"}
        for go in ("1.4", "1.5")
        for gogc in ("50", "100")
        for at in range(3)
    ]
    dataset = as_dataset(stored(tmp_path, runs[:-1]))
    absent = dataset.sel(go="1.5", gogc="100", replication=2)
    assert np.isnan(absent["ops"])
    assert absent["ended_by"].item() == ""
    assert int(dataset["ops"].count()) == 11


def test_columns_that_move_together_share_a_dimension(tmp_path: Path) -> None:
    runs = [
        {"go": go, "gomaxprocs": ps, "hardware.costs.a": cost, "gogc": gogc}
        for go, ps, cost in [("1.4", 1, 0.5), ("1.5", 2, 0.25), ("1.6", 2, 0.125)]
        for gogc in ("50", "off")
    ]
    dataset = as_dataset(stored(tmp_path, runs))
    assert dict(dataset.sizes) == {"go": 3, "gogc": 2, "replication": 1}
    assert dataset["gomaxprocs"].dims == ("go",)
    assert dataset["gomaxprocs"].to_numpy().tolist() == [1, 2, 2]
    assert dataset["hardware.costs.a"].to_numpy().tolist() == [0.5, 0.25, 0.125]


def test_a_column_that_follows_from_two_axes_is_a_coordinate_along_both(tmp_path: Path) -> None:
    runs = [
        {"go": go, "hardware.cores": cores, "gomaxprocs": 1 if go == "1.4" else cores}
        for go in ("1.4", "1.5")
        for cores in (2, 4, 8)
    ]
    dataset = as_dataset(stored(tmp_path, runs))
    assert dict(dataset.sizes) == {"go": 2, "hardware.cores": 3, "replication": 1}
    assert dataset["gomaxprocs"].sel(go="1.5").to_numpy().tolist() == [2, 4, 8]


def test_switches_tried_one_at_a_time_are_points_in_a_row(tmp_path: Path) -> None:
    names = [f"collector.mechanisms.m{at:02}" for at in range(40)]
    runs = [{name: "on" if name == changed else "off" for name in names} for changed in ["none", *names]]
    dataset = as_dataset(stored(tmp_path, runs))
    assert dict(dataset.sizes) == {"point": 41, "replication": 1}
    changed = dataset["collector.mechanisms.m07"].to_numpy()
    assert dataset["ops"].to_numpy()[changed == "on", 0].tolist() == [8]


def test_what_only_some_runs_have_is_missing_in_the_others(tmp_path: Path) -> None:
    runs: list[dict[str, object]] = [
        {"workload.kind": "forest", "workload.live_heap": 64, "workload.cured": None},
        {"workload.kind": "forest", "workload.live_heap": 128, "workload.cured": None},
        {"workload.kind": "leak", "workload.live_heap": None, "workload.cured": True},
    ]
    dataset = as_dataset(stored(tmp_path, runs))
    assert dict(dataset.sizes) == {"workload.live_heap": 3, "replication": 1}
    assert dataset["workload.live_heap"].to_numpy()[:2].tolist() == [64, 128]
    assert np.isnan(dataset["workload.live_heap"].to_numpy()[2])
    assert dataset["workload.kind"].to_numpy().tolist() == ["forest", "forest", "leak"]
    assert dataset["workload.cured"].to_numpy()[2] == 1


def test_a_name_that_netcdf_does_not_allow_is_written_otherwise(tmp_path: Path) -> None:
    runs = [{"workload.values.a/b.go:3": value} for value in (1, 2)]
    dataset = as_dataset(stored(tmp_path, runs))
    dataset.to_netcdf(tmp_path / "it.nc", engine="h5netcdf")
    with xarray.open_dataset(tmp_path / "it.nc", engine="h5netcdf") as again:
        assert again["workload.values.a_b.go:3"].to_numpy().tolist() == [1, 2]
        assert again.equals(dataset)


def test_runs_that_no_column_tells_apart_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="runs 00 and 02 differ in nothing that a column says; --export parquet"):
        as_dataset(stored(tmp_path, [{"go": "1.4"}, {"go": "1.5"}, {"go": "1.4"}]))


def test_a_folder_without_runs_has_no_grid(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no runs of this version of the model to export"):
        as_dataset(tmp_path)


def test_without_xarray_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xarray", None)
    with pytest.raises(ExportError, match=r"this needs xarray: pip install 'gcsim-go\[results\]'"):
        as_dataset(tmp_path)


def test_a_study_of_one_point_has_its_replications_alone(tmp_path: Path) -> None:
    dataset = as_dataset(stored(tmp_path, [{"go": "1.8", "replication": at} for at in range(3)]))
    assert dict(dataset.sizes) == {"replication": 3}
    assert dataset["ops"].to_numpy().tolist() == [0, 1, 2]
    assert json.loads(dataset.attrs["scenario"]) == {"go": "1.8"}
