import shutil
from pathlib import Path

import numpy as np
import pytest

from gcsim.studies import execute, export, latencies, load
from gcsim.studies.results.tables import load_provenance
from gcsim.studies.storage.store import append
from gcsim.vocabulary import Cause
from tests.studies.fakes import a_study, quick_run


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("swept")
    execute(a_study(), out, workers=0, run=quick_run)
    return out


@pytest.fixture
def out(swept: Path, tmp_path: Path) -> Path:
    return shutil.copytree(swept, tmp_path / "out")


def test_a_row_has_the_scenario_by_dotted_keys(out: Path) -> None:
    table = load(out)
    assert sorted(set(table["gogc"])) == ["100", "50", "off"]
    assert set(table["workload.live_heap"]) == {64 * 2**20}
    assert table["gomaxprocs"].dtype == np.int64
    costs = [name for name in map(str, table) if name.startswith("hardware.costs.")]
    assert {str(table[name].dtype) for name in costs} == {"float64"}


def test_a_missing_number_is_nan(out: Path) -> None:
    table = load(out)
    assert table.loc[table["gogc"] == "off", "pause_ns.max"].isna().all()
    assert table["pause_ns.max"].dtype == np.float64
    assert table["never"].dtype == np.float64


def test_pauses_are_kept_exactly(out: Path) -> None:
    for row in load(out).to_dict("records"):
        number = int(row["run_key"][:8], 16)
        assert row["pauses_ns"].tolist() == ([] if row["gogc"] == "off" else [number, number + 1, number + 2])


def test_a_study_is_read_alone_from_a_folder_of_several(out: Path) -> None:
    result = execute(a_study(gogc=(800,)), out, workers=0, run=quick_run)
    assert len(load(out)) == 16
    assert set(load(out, result.keys)["gogc"]) == {"800"}
    assert sorted(key for key, _ in latencies(out, result.keys)) == sorted(result.keys)


def test_runs_of_another_version_of_the_model_are_left_out(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gcsim.studies.results.tables.MODEL_VERSION", 10**6)
    assert len(load(out)) == 0
    assert len(load_provenance(out)) == 12


def test_a_run_that_does_not_say_its_version_is_left_out(out: Path) -> None:
    append(out, [{"run_key": "x", "gogc": "100"}], [{"run_key": "x"}])
    assert "x" not in set(load(out)["run_key"])


def test_histograms_come_back_as_they_were(out: Path) -> None:
    for key, histogram in latencies(out):
        assert histogram.counts.sum() == 3
        assert histogram.counts[[3, 65]].tolist() == [2, 1]
        assert histogram.cause_ns[3, Cause.SERVICE] == 6
        assert histogram.cause_ns[65, Cause.DESCHEDULED] == int(key[:8], 16)
        assert histogram.max_ns == 70


def test_an_empty_folder_is_an_empty_table(tmp_path: Path) -> None:
    assert load(tmp_path).empty
    assert list(latencies(tmp_path)) == []


def test_the_canonical_export_holds_results_in_a_fixed_order_and_exactly(out: Path, tmp_path: Path) -> None:
    export(out, tmp_path / "canonical.csv")
    header, *lines = (tmp_path / "canonical.csv").read_text().splitlines()
    names = header.split(",")
    assert names[0] == "run_key"
    assert names[1:] == sorted(names[1:])
    assert "wall_s" not in names
    rows = [dict(zip(names, line.split(","), strict=True)) for line in lines]
    assert [row["run_key"] for row in rows] == sorted(row["run_key"] for row in rows)
    for row in rows:
        number = int(row["run_key"][:8], 16)
        collects = row["gogc"] != "off"
        assert row["pause_ns.p50"] == (repr(number / 7).removesuffix(".0") if collects else "")
        assert row["pause_ns.max"] == (str(number) if collects else "")
        assert row["pauses_ns"] == (f"{number} {number + 1} {number + 2}" if collects else "")


def test_an_export_can_hold_one_study_of_several(out: Path, tmp_path: Path) -> None:
    result = execute(a_study(gogc=(800,)), out, workers=0, run=quick_run)
    export(out, tmp_path / "canonical.csv", result.keys)
    assert len((tmp_path / "canonical.csv").read_text().splitlines()) == 5
