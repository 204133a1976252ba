from pathlib import Path

import pytest

from gcsim.studies import StoreError
from gcsim.studies.runs import Attempt
from gcsim.studies.storage import writing
from gcsim.studies.storage.store import PART_ROWS, PROVENANCE, prepare, read, stored_keys
from gcsim.studies.storage.writing import PartWriter


def done(key: str) -> Attempt:
    return Attempt({"run_key": key, "x": 1}, "", "", "", 0.5, 7)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    prepare(tmp_path / "out")
    return tmp_path / "out"


def test_what_was_added_is_stored_at_the_end_with_its_provenance(out: Path) -> None:
    with PartWriter(out, "fake", "c0ffee") as writer:
        writer.add(done("a"), retries=1)
        assert len(stored_keys(out)) == 0
    assert set(stored_keys(out)) == {"a"}
    (row,) = read(out, table=PROVENANCE).to_pylist()
    assert set(row) == {
        "run_key", "study", "wall_s", "events", "retries", "host", "host_class", "package_version", "git_commit",
        "python", "numpy", "finished",
    }  # fmt: skip
    told = {name: row[name] for name in ("run_key", "study", "wall_s", "events", "retries", "git_commit")}
    assert told == {
        "run_key": "a", "study": "fake", "wall_s": 0.5, "events": 7, "retries": 1, "git_commit": "c0ffee",
    }  # fmt: skip


def test_results_wait_for_a_while_or_until_they_make_a_part(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now_s = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now_s)
    writer = PartWriter(out, "fake", None)
    assert writer.due_s() is None
    writer.add(done("a"), retries=0)
    assert writer.due_s() == writing.FLUSH_S
    now_s += writing.FLUSH_S + 1
    assert writer.due_s() == 0
    assert writer.flush() == ("a",)
    assert writer.due_s() is None
    assert writer.flush() == ()
    for number in range(PART_ROWS):
        assert writer.due_s() != 0
        writer.add(done(str(number)), retries=0)
    assert writer.due_s() == 0


def test_what_could_not_be_stored_waits_on(out: Path) -> None:
    writer = PartWriter(out, "fake", None)
    writer.add(done("a"), retries=0)
    out.rename(out.with_name("away"))
    with pytest.raises(StoreError):
        writer.flush()
    out.with_name("away").rename(out)
    assert writer.flush() == ("a",)
    assert set(stored_keys(out)) == {"a"}


def test_a_run_without_a_row_has_no_place(out: Path) -> None:
    with pytest.raises(ValueError, match="has no place among results"):
        PartWriter(out, "fake", None).add(Attempt(None, "raised", "", "", 0.0, 0), retries=0)
