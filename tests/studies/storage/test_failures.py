import json
from pathlib import Path

from gcsim.studies.runs import Ended
from gcsim.studies.storage.failures import read_failures, store_failures
from gcsim.studies.storage.provenance import circumstances
from gcsim.studies.storage.store import append
from tests.studies.fakes import a_chunk, quick_run

COLUMNS = {
    "run_key", "study", "kind", "error", "trace", "scenario", "seed", "replication", "retries", "wall_s", "events",
    "host", "host_class", "package_version", "git_commit", "python", "numpy", "finished",
}  # fmt: skip


def test_a_failure_says_what_was_to_be_run_and_what_came_of_it(tmp_path: Path) -> None:
    chunk = a_chunk(tmp_path, quick_run)
    store_failures(
        chunk,
        [
            Ended(chunk.jobs[0].key, "", "", "", 1.0, 5, 0),
            Ended(chunk.jobs[3].key, "timeout", "took longer", "File x", 2.5, 7, 2),
        ],
    )
    (row,) = read_failures(tmp_path).to_dict("records")
    assert set(row) == COLUMNS
    assert json.loads(row["scenario"]) == chunk.jobs[3].scenario.resolved()
    assert {name: row[name] for name in ("run_key", "study", "kind", "error", "trace", "wall_s", "events")} == {
        "run_key": chunk.jobs[3].key,
        "study": "fake",
        "kind": "timeout",
        "error": "took longer",
        "trace": "File x",
        "wall_s": 2.5,
        "events": 7,
    }
    assert (row["seed"], row["replication"], row["retries"], row["git_commit"]) == (1, 3, 2, "c0ffee")
    assert {name: row[name] for name in circumstances()} == circumstances()


def test_nothing_is_written_where_nothing_failed(tmp_path: Path) -> None:
    chunk = a_chunk(tmp_path, quick_run)
    store_failures(chunk, [Ended(chunk.jobs[0].key, "", "", "", 1.0, 5, 0)])
    assert list((tmp_path / "failures").iterdir()) == []


def test_a_folder_without_failures_has_a_table_without_rows(tmp_path: Path) -> None:
    failures = read_failures(tmp_path)
    assert failures.empty
    assert set(failures) == COLUMNS


def test_a_run_that_has_a_result_by_now_is_no_failure(tmp_path: Path) -> None:
    chunk = a_chunk(tmp_path, quick_run)
    keys = [job.key for job in chunk.jobs]
    store_failures(chunk, [Ended(key, "raised", "first", "", 1.0, 5, 2) for key in keys])
    store_failures(chunk, [Ended(keys[1], "lost", "again", "", 1.0, 5, 2)])
    append(tmp_path, [{"run_key": keys[0]}], [{"run_key": keys[0]}])
    failures = read_failures(tmp_path)
    assert failures["run_key"].tolist() == sorted(keys[1:])
    assert failures.set_index("run_key")["error"].to_dict() == {keys[1]: "again", keys[2]: "first", keys[3]: "first"}
