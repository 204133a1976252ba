import shutil
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gcsim.studies import execute
from gcsim.studies.results import query as module
from gcsim.studies.results.needs import ExportError
from gcsim.studies.results.query import ask, boxed
from gcsim.studies.storage.schema import SchemaError
from gcsim.studies.storage.store import StoreError, Table, append, compact, prepare
from tests.studies.fakes import a_study, failing_run, quick_run

pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("swept")
    execute(a_study(), out, workers=0, run=quick_run)
    return out


@pytest.fixture
def out(swept: Path, tmp_path: Path) -> Path:
    return shutil.copytree(swept, tmp_path / "out")


def test_a_question_is_answered_from_all_parts(out: Path) -> None:
    answer = ask(
        out, 'SELECT gogc, count(*) AS n, max("pause_ns.max") > 0 AS paused FROM runs GROUP BY gogc ORDER BY gogc'
    )
    assert answer.to_pylist() == [
        {"gogc": "100", "n": 4, "paused": True},
        {"gogc": "50", "n": 4, "paused": True},
        {"gogc": "off", "n": 4, "paused": None},
    ]


def test_lists_are_lists_and_columns_without_values_are_there(out: Path) -> None:
    answer = ask(out, "SELECT len(pauses_ns) AS n, never FROM runs WHERE gogc = '50' LIMIT 1")
    assert answer.to_pylist() == [{"n": 3, "never": None}]


def test_parts_whose_columns_differ_make_one_table(tmp_path: Path) -> None:
    prepare(tmp_path)
    rows: dict[str, dict[str, object]] = {"a": {"x": 1}, "b": {"x": 0.5, "y": "text"}, "c": {"x": None}}
    for key, row in rows.items():
        append(tmp_path, [{"run_key": key, **row}], [{"run_key": key}])
    answer = ask(tmp_path, "SELECT * FROM runs ORDER BY run_key")
    assert answer.to_pylist() == [
        {"run_key": "a", "x": 1.0, "y": None},
        {"run_key": "b", "x": 0.5, "y": "text"},
        {"run_key": "c", "x": None, "y": None},
    ]


def test_a_run_that_is_stored_twice_is_one(tmp_path: Path) -> None:
    prepare(tmp_path)
    for keys, finished in (("ab", "2027"), ("bc", "2026")):
        rows = [{"run_key": key, "x": 1} for key in keys]
        append(tmp_path, rows, [{"run_key": key, "finished": finished} for key in keys])
    assert ask(tmp_path, "SELECT count(*) AS n FROM runs").to_pylist() == [{"n": 3}]
    answer = ask(tmp_path, "SELECT finished FROM provenance ORDER BY run_key")
    assert answer["finished"].to_pylist() == ["2027", "2027", "2026"]


def test_runs_of_another_version_of_the_model_are_left_out(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MODEL_VERSION", 10**6)
    assert ask(out, "SELECT run_key FROM runs").num_rows == 0
    assert ask(out, "SELECT run_key FROM provenance").num_rows == 12


def test_failed_runs_are_a_table_too(tmp_path: Path) -> None:
    assert ask(tmp_path, "SELECT kind, error FROM failures").num_rows == 0
    with pytest.raises(Exception, match="2 of 12 runs failed"):
        execute(a_study(), tmp_path, workers=0, run=failing_run)
    assert ask(tmp_path, "SELECT kind, count(*) AS n FROM failures GROUP BY kind").to_pylist() == [
        {"kind": "raised", "n": 2}
    ]


def test_a_study_is_asked_alone(out: Path) -> None:
    for study, n in {"fake": 12, "it's another": 0}.items():
        for view in ("runs", "provenance"):
            assert len(ask(out, f"FROM {view}", study)) == n


def test_an_empty_folder_has_no_runs(tmp_path: Path) -> None:
    assert ask(tmp_path, "SELECT * FROM runs JOIN provenance USING (run_key)").to_pylist() == []
    assert ask(tmp_path, "SELECT * FROM runs", "none").to_pylist() == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("SELEC 1", "syntax error at or near"),
        ("SELECT none FROM runs", 'Referenced column "none" not found'),
        ("DELETE FROM runs", "Can only delete from base table"),
        ("COPY (SELECT 1) TO 'here.csv'", "file system operations are disabled"),
        ("ATTACH 'here.db'", "file system operations are disabled"),
        ("SELECT * FROM read_csv('pyproject.toml')", "file system operations are disabled"),
        ("SET enable_external_access = true", "the configuration has been locked"),
        ("SELECT * FROM question", "Table with name question does not exist"),
    ],
)
def test_a_question_that_is_wrong_or_would_write_is_refused(
    out: Path, question: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ExportError, match=said):
        ask(out, question)
    assert {one.name for one in tmp_path.iterdir()} == {"out"}


def test_a_statement_without_an_answer_has_no_columns(out: Path) -> None:
    assert ask(out, "-- nothing asked").column_names == []


def test_what_a_statement_does_to_the_views_is_over_with_it(out: Path) -> None:
    assert len(ask(out, "DROP VIEW runs; CREATE TABLE runs AS SELECT 1 AS one; FROM runs")) == 1
    assert len(ask(out, "FROM runs")) == 12


def test_parts_that_are_merged_while_a_question_is_asked_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(tmp_path)
    for key in "abc":
        append(tmp_path, [{"run_key": key}], [{"run_key": key}])
    listed = module._parts  # noqa: SLF001  # the instant between listing and reading is what this is about
    listings = []

    def merged_after_listing(out: Path, table: Table) -> list[Path]:
        found = list(listed(out, table))
        listings.append(len(found))
        compact(tmp_path)
        return found

    monkeypatch.setattr(module, "_parts", merged_after_listing)
    assert ask(tmp_path, "SELECT count(*) AS n FROM runs").to_pylist() == [{"n": 3}]
    assert listings[0] == 3
    assert 1 in listings


def test_a_damaged_part_is_told(out: Path) -> None:
    (part,) = (out / "parts").glob("*.parquet")
    part.write_bytes(b"not a table")
    with pytest.raises(StoreError, match=rf"{part}: not readable \(Parquet magic bytes not found"):
        ask(out, "SELECT 1")


def test_a_table_of_others_is_told(out: Path) -> None:
    other = out / "parts" / "other.parquet"
    pq.write_table(pa.table({"a": [1]}), other)
    with pytest.raises(SchemaError, match=f"{other}: a table of schema 0.*it is no table of results"):
        ask(out, "SELECT 1")
    pq.write_table(pa.table({"a": [1]}, metadata={"gcsim.schema": "99"}), other)
    with pytest.raises(SchemaError, match=f"{other}: a table of schema 99.*use a gcsim as new as"):
        ask(out, "SELECT 1")


def test_a_wrong_question_is_told_where_names_are(out: Path) -> None:
    with pytest.raises(ExportError, match=r'(?s)pause_ns.*stands in double quotes: "pause_ns.p99"'):
        ask(out, "SELECT pause_ns.p99 FROM runs")


def test_all_rows_of_an_answer_are_drawn(out: Path) -> None:
    drawn = boxed(ask(out, "DESCRIBE runs"), 120)
    assert all(column in drawn for column in ask(out, "SELECT * FROM runs").column_names)


def test_without_duckdb_one_line_says_what_to_install(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(ExportError, match=r"this needs duckdb: pip install 'gcsim-go\[results\]'"):
        ask(out, "SELECT 1")


def test_an_answer_is_drawn_in_the_width_there_is(out: Path) -> None:
    drawn = boxed(ask(out, "SELECT * FROM runs"), 90)
    assert max(map(len, drawn.splitlines())) <= 90
    assert "run_key" in drawn
    assert "12 rows" in drawn
