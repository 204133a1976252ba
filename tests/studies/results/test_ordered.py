import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gcsim.simulation import MODEL_VERSION
from gcsim.studies.results import ordered as module
from gcsim.studies.results.ordered import ordered
from gcsim.studies.storage.schema import SchemaError
from gcsim.studies.storage.store import StoreError, append, prepare

KEYS = ("c", "a", "e", "b", "d")


def a_row(key: str, **more: object) -> Mapping[str, object]:
    return {"run_key": key, "model_version": MODEL_VERSION, "pauses_ns": [ord(key[0])] * 512, "x": 1} | more


def stored(out: Path, *parts: Sequence[Mapping[str, object]]) -> Path:
    prepare(out)
    for rows in parts:
        append(out, rows, [{"run_key": row["run_key"]} for row in rows])
    return out


def tables(out: Path, beside: Path, keys: Sequence[str] | None = None, stretch_bytes: int = 1 << 20) -> list[pa.Table]:
    with ordered(out, beside, keys, stretch_bytes) as results:
        found = list(results.tables)
        assert all(table.schema.equals(results.schema, check_metadata=True) for table in found)
        assert sum(table.num_rows for table in found) == results.rows
    assert not [path for path in beside.iterdir() if path != out]
    return found


def keys_of(found: Sequence[pa.Table]) -> list[list[str]]:
    return [table["run_key"].to_pylist() for table in found]


def test_runs_come_in_the_order_of_their_keys_from_whatever_part(tmp_path: Path) -> None:
    out = stored(tmp_path / "out", [a_row("c"), a_row("a")], [a_row("e"), a_row("b")], [a_row("d")])
    (table,) = tables(out, tmp_path)
    assert table.column_names == ["run_key", "model_version", "pauses_ns", "x"]
    assert table.to_pylist() == [a_row(key) for key in sorted(KEYS)]


def test_where_a_stretch_ends_depends_on_the_runs_alone(tmp_path: Path) -> None:
    rows = [a_row(key) for key in KEYS]
    together = stored(tmp_path / "together" / "out", rows)
    apart = stored(tmp_path / "apart" / "out", *([row] for row in rows), rows[:2])
    two_runs = 2 * (512 * 8 + 2048)
    assert keys_of(tables(together, together.parent, stretch_bytes=two_runs)) == [["a", "b"], ["c", "d"], ["e"]]
    assert keys_of(tables(apart, apart.parent, stretch_bytes=two_runs)) == [["a", "b"], ["c", "d"], ["e"]]


def test_a_run_larger_than_a_stretch_is_one_of_its_own(tmp_path: Path) -> None:
    out = stored(tmp_path / "out", [a_row(key) for key in KEYS])
    assert keys_of(tables(out, tmp_path, stretch_bytes=10)) == [["a"], ["b"], ["c"], ["d"], ["e"]]


def test_columns_without_a_value_in_the_runs_asked_for_are_left_out_and_types_are_the_widest(tmp_path: Path) -> None:
    out = stored(tmp_path / "out", [a_row("a", y=None)], [a_row("b", x=0.5, y=True, new="text")])
    (only,) = tables(out, tmp_path, ["a"])
    assert only.column_names == ["run_key", "model_version", "pauses_ns", "x"]
    (both,) = tables(out, tmp_path)
    assert both.select(["x", "y", "new"]).to_pylist() == [
        {"x": 1.0, "y": None, "new": None},
        {"x": 0.5, "y": True, "new": "text"},
    ]


def test_runs_of_another_version_of_the_model_are_left_out(tmp_path: Path) -> None:
    out = stored(tmp_path / "out", [a_row("a"), a_row("b", model_version=MODEL_VERSION - 1, old=3)])
    (table,) = tables(out, tmp_path)
    assert table.to_pylist() == [a_row("a")]


def test_a_folder_without_runs_gives_no_table(tmp_path: Path) -> None:
    assert tables(tmp_path, tmp_path) == []
    assert tables(stored(tmp_path / "out", [a_row("a")]), tmp_path, ["b"]) == []


def test_parts_that_are_merged_and_runs_that_come_between_the_readings_lose_and_add_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = stored(tmp_path / "out", [a_row("c")], [a_row("a")])
    survey = module._survey  # noqa: SLF001  # what happens between two readings cannot be seen from outside

    def and_then(*args: object) -> object:
        found = survey(*args)  # type: ignore[arg-type]  # as it was called
        for part in (out / "parts").iterdir():
            part.unlink()
        stored(out, [a_row("a"), a_row("b"), a_row("c")], [a_row("d")])
        return found

    monkeypatch.setattr(module, "_survey", and_then)
    assert keys_of(tables(out, tmp_path)) == [["a", "c"]]


def test_parts_that_are_deleted_between_the_readings_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = stored(tmp_path / "out", [a_row("c")], [a_row("a")])
    survey = module._survey  # noqa: SLF001  # what happens between two readings cannot be seen from outside

    def and_then(*args: object) -> object:
        found = survey(*args)  # type: ignore[arg-type]  # as it was called
        next((out / "parts").iterdir()).unlink()
        return found

    monkeypatch.setattr(module, "_survey", and_then)
    with pytest.raises(StoreError, match=f"{out}: parts were taken away while they were read; ask again"):
        tables(out, tmp_path)


def test_a_part_that_is_gone_when_its_turn_comes_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = stored(tmp_path / "out", [a_row("c")], [a_row("a")])
    read = module._read  # noqa: SLF001  # as above

    def merged_meanwhile(part: Path) -> pa.Table:
        if len(list((out / "parts").iterdir())) == 2:
            stored(out, [a_row("a"), a_row("c")])
            part.unlink()
        return read(part)

    monkeypatch.setattr(module, "_read", merged_meanwhile)
    assert keys_of(tables(out, tmp_path)) == [["a", "c"]]


def test_a_damaged_part_and_one_of_another_schema_are_told(tmp_path: Path) -> None:
    out = stored(tmp_path / "out", [a_row("c")])
    part = out / "parts" / "x.parquet"
    part.write_bytes(b"torn")
    with pytest.raises(StoreError, match=f"{part}: not readable .*delete it, and a sweep does its runs again"):
        tables(out, tmp_path)
    pq.write_table(pa.table({"a": [1]}, metadata={"gcsim.schema": "99"}), part)
    with pytest.raises(SchemaError, match=f"{part}: a table of schema 99"):
        tables(out, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_an_export_takes_no_more_memory_for_more_runs(form: str, tmp_path: Path) -> None:
    lists = {name: list(range(5_000)) for name in ("pauses_ns", "stops_ns")}
    for part in range(40):
        rows = [a_row(f"{at:03}-{part}", **lists) for at in range(256)]
        stored(tmp_path / "out", rows)
    program = (
        "import resource, sys; from pathlib import Path; from gcsim.studies.results.exports import export_as\n"
        "print(export_as(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    command = [sys.executable, "-c", program, form, str(tmp_path / "out"), str(tmp_path / "it")]
    runs, peak_kib = map(int, subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())
    assert runs == 40 * 256  # 800 MB in memory
    assert peak_kib < 700 << 10
