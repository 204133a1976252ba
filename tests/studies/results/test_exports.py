import errno
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from gcsim.simulation import MODEL_VERSION
from gcsim.studies import execute, load
from gcsim.studies.results.exports import FORMATS, export_as, is_export
from gcsim.studies.results.needs import ExportError
from gcsim.studies.results.overview import runs_of
from gcsim.studies.storage.schema import LIST_COLUMNS
from gcsim.studies.storage.store import append, prepare
from tests.studies.fakes import a_study, quick_run


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("swept")
    execute(a_study(), out, workers=0, run=quick_run)
    return out


@pytest.fixture
def out(swept: Path, tmp_path: Path) -> Path:
    return shutil.copytree(swept, tmp_path / "out")


def in_parts(folder: Path, *parts: list[Mapping[str, object]]) -> Path:
    prepare(folder)
    for rows in parts:
        append(folder, rows, [{"run_key": row["run_key"], "finished": "2026"} for row in rows])
    return folder


def written(form: str, folder: Path) -> bytes:
    path = folder / "again"
    export_as(form, folder, path)
    return path.read_bytes()


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_results_give_the_same_bytes_however_they_were_stored(form: str, tmp_path: Path) -> None:
    rows: list[Mapping[str, object]] = [
        {"run_key": key, "model_version": MODEL_VERSION, "go": go, "replication": 0, "x": x, "pauses_ns": pauses}
        for key, go, x, pauses in [("a", "1.4", 1, [3, 4]), ("b", "1.5", 0.5, []), ("c", "1.6", None, [5])]
    ]
    together = in_parts(tmp_path / "together", rows)
    apart = in_parts(tmp_path / "apart", rows[2:], rows[:1], rows[1:2], rows[1:])
    assert written(form, together) == written(form, apart)


@pytest.mark.parametrize("form", ["csv", "xarray-netcdf"])
def test_runs_are_written_as_if_they_were_alone_in_their_folder(form: str, out: Path, tmp_path: Path) -> None:
    execute(a_study(), tmp_path / "shared", workers=0, run=quick_run)
    keys = runs_of(out, "fake")
    row = {"run_key": "other", "model_version": MODEL_VERSION, "gogc": "100", "replication": 9, "cycles": 1.5, "new": 3}
    in_parts(tmp_path / "shared", [row])
    assert export_as(form, tmp_path / "shared", tmp_path / "some", keys) == 12
    export_as(form, out, tmp_path / "all")
    assert (tmp_path / "some").read_bytes() == (tmp_path / "all").read_bytes()


def test_a_parquet_file_holds_results_in_canonical_order_and_nothing_else(out: Path, tmp_path: Path) -> None:
    assert export_as("parquet", out, tmp_path / "it.parquet") == 12
    table = pq.read_table(tmp_path / "it.parquet")
    names = table.column_names
    assert names[0] == "run_key"
    assert names[1:] == sorted(names[1:])
    assert set(LIST_COLUMNS) & set(names) == set(LIST_COLUMNS) & set(quick_run(next(a_study().expand())))
    assert not {"finished", "host", "never"} & set(names)
    assert table["run_key"].to_pylist() == sorted(load(out)["run_key"])


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_written_again_over_itself(form: str, out: Path, tmp_path: Path) -> None:
    suffix, _ = FORMATS[form]
    path = tmp_path / f"it{suffix}"
    assert export_as(form, out, path) == export_as(form, out, path) == 12
    assert is_export(path, suffix)
    assert {one.name for one in tmp_path.iterdir()} == {"out", path.name}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("contents", [b"", b"mine\n", b"PAR1 is no table", b"\x89HDF\r\n\x1a\nwithout runs"])
def test_a_file_that_is_no_export_is_left_alone(form: str, contents: bytes, out: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(contents)
    with pytest.raises(ExportError, match=f"mine: is there already, and no {form} that gcsim exported; name another"):
        export_as(form, out, tmp_path / "mine")
    assert (tmp_path / "mine").read_bytes() == contents


def test_a_folder_is_no_export(out: Path) -> None:
    assert not is_export(out, ".csv")
    with pytest.raises(ExportError, match=f"{out}: is a folder; name another file with -o"):
        export_as("csv", out, out)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_to_write_leaves_the_last_export(form: str, out: Path, tmp_path: Path) -> None:
    export_as(form, out, tmp_path / "it")
    before = (tmp_path / "it").read_bytes()
    with pytest.raises(ExportError, match="no runs of this version of the model to export"):
        export_as(form, out, tmp_path / "it", ["of another study"])
    assert (tmp_path / "it").read_bytes() == before


@pytest.mark.parametrize("form", FORMATS)
def test_a_full_disk_leaves_the_last_export(
    form: str, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suffix, _ = FORMATS[form]
    export_as(form, out, tmp_path / "it")
    before = (tmp_path / "it").read_bytes()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setitem(FORMATS, form, (suffix, full))
        with pytest.raises(ExportError, match="it: cannot be written: No space left on device"):
            export_as(form, out, tmp_path / "it")
    assert (tmp_path / "it").read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {"out", "it"}


def test_a_file_in_a_folder_that_is_not_there_is_refused(out: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"none/it\.csv: cannot be written: No such file or directory"):
        export_as("csv", out, tmp_path / "none" / "it.csv")


def test_a_package_that_is_not_installed_is_named(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "h5py", None)
    with pytest.raises(ExportError, match=r"this needs h5py: pip install 'gcsim-go\[results\]'"):
        export_as("xarray-netcdf", out, tmp_path / "it.nc")
    assert {one.name for one in tmp_path.iterdir()} == {"out"}


def test_an_export_leaves_the_folder_as_it_was(out: Path, tmp_path: Path) -> None:
    shutil.copytree(out, tmp_path / "copy")
    for form in FORMATS:
        export_as(form, out, tmp_path / form)
    held = {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    copy = tmp_path / "copy"
    assert held == {path.relative_to(copy): path.read_bytes() for path in copy.rglob("*") if path.is_file()}
