import errno
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gcsim.studies import SchemaError, StoreError
from gcsim.studies.storage import store
from gcsim.studies.storage.schema import SCHEMA_VERSION
from gcsim.studies.storage.store import (
    FAILURES,
    PARTS,
    PROVENANCE,
    Table,
    append,
    append_failures,
    compact,
    prepare,
    read,
    stored_keys,
)

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    prepare(tmp_path / "out")
    return tmp_path / "out"


def add(out: Path, *keys: str, finished: str = "2026") -> None:
    append(
        out, [{"run_key": key, "x": ord(key)} for key in keys], [{"run_key": key, "finished": finished} for key in keys]
    )


def parts(out: Path) -> list[Path]:
    return sorted((out / "parts").iterdir())


def keys_of(out: Path, table: Table = PARTS) -> list[str]:
    keys: list[str] = read(out, table=table)["run_key"].to_pylist()
    return keys


def test_what_was_appended_is_read_sorted_by_key(out: Path) -> None:
    add(out, "b", "c")
    add(out, "a")
    assert read(out).to_pylist() == [{"run_key": key, "x": ord(key)} for key in "abc"]


def test_stored_keys_are_a_set_of_text(out: Path) -> None:
    add(out, "b", "c")
    add(out, "a", "b")
    keys = stored_keys(out)
    assert set(keys) == {"a", "b", "c"}
    assert list(keys) == ["a", "b", "c"]
    assert len(keys) == 3
    assert [key in keys for key in ("a", "c", "d", "", "ab", "ä", b"a")] == [True, True, *[False] * 5]
    assert keys - {"a"} == {"b", "c"}


def test_a_million_keys_take_little_memory(out: Path) -> None:
    keys = pa.array([f"{number:032x}" for number in range(100_000)])
    metadata = {"gcsim.schema": str(SCHEMA_VERSION)}
    pq.write_table(pa.table({"run_key": keys}).replace_schema_metadata(metadata), out / "parts" / "large.parquet")
    held = stored_keys(out)
    assert f"{99_999:032x}" in held
    assert f"{100_000:032x}" not in held
    assert held._sorted.nbytes * 10 < 100e6  # noqa: SLF001


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert len(stored_keys(tmp_path / "none")) == 0
    assert "a" not in stored_keys(tmp_path / "none")
    assert read(tmp_path / "none").num_rows == 0


def test_rows_that_are_stored_twice_are_read_once(out: Path) -> None:
    add(out, "a", "b")
    add(out, "b", "c")
    assert keys_of(out) == ["a", "b", "c"]


@pytest.mark.parametrize("compacted", [False, True])
def test_the_later_provenance_of_a_run_counts(out: Path, *, compacted: bool) -> None:
    for finished, keys in {"2027": "a", "2028": "ab", "2026": "abc"}.items():
        add(out, *keys, finished=finished)
    if compacted:
        compact(out)
    assert read(out, table=PROVENANCE)["finished"].to_pylist() == ["2028", "2028", "2026"]


def test_failures_have_a_table_of_their_own(out: Path) -> None:
    append_failures(out, [{"run_key": "a", "error": "first", "finished": "2026"}])
    append_failures(
        out,
        [{"run_key": "b", "error": "other", "finished": "2026"}, {"run_key": "a", "error": "then", "finished": "2027"}],
    )
    assert read(out, table=FAILURES)["error"].to_pylist() == ["then", "other"]
    assert len(stored_keys(out)) == 0


def test_the_same_runs_make_the_same_part(out: Path) -> None:
    add(out, "a", "b")
    add(out, "b", "a")
    assert len(parts(out)) == 1


def test_small_parts_become_one(out: Path) -> None:
    for key in "abcd":
        add(out, key)
        append_failures(out, [{"run_key": key, "finished": "2026"}])
    before = read(out)
    compact(out)
    assert [len(list((out / table).iterdir())) for table in (PARTS, PROVENANCE, FAILURES)] == [1, 1, 1]
    assert read(out).equals(before)


def test_a_merge_can_be_bounded_and_the_next_one_goes_on(out: Path) -> None:
    for key in "abcdefgh":
        add(out, key)
    before = read(out)
    counts = []
    for _ in range(4):
        compact(out, 3)
        counts.append(len(parts(out)))
    assert counts == [6, 4, 2, 1]
    assert read(out).equals(before)


def test_a_part_that_will_be_merged_soon_is_written_plainly_and_a_merged_one_is_not(out: Path) -> None:
    def compressions() -> set[str]:
        return {pq.ParquetFile(part).metadata.row_group(0).column(0).compression for part in parts(out)}

    add(out, "a")
    add(out, "b")
    assert compressions() == {"UNCOMPRESSED"}
    compact(out)
    assert compressions() == {"ZSTD"}


def test_a_part_that_holds_all_of_another_survives_their_merge(out: Path) -> None:
    add(out, "a", "b")
    add(out, "b")
    compact(out)
    assert len(parts(out)) == 1
    assert set(stored_keys(out)) == {"a", "b"}


def test_large_parts_are_left_alone(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PART_ROWS", 3)
    add(out, "a", "b", "c")
    large = parts(out)
    for key in "defg":
        add(out, key)
    compact(out)
    assert sorted(pq.read_metadata(part).num_rows for part in parts(out)) == [1, 3, 3]
    assert set(large) < set(parts(out))
    after = parts(out)
    compact(out)
    assert parts(out) == after


def test_small_parts_that_hold_the_same_runs_do_not_pass_for_a_large_one(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PART_ROWS", 4)
    for keys in ("ab", "bc", "ac"):
        add(out, *keys)
    compact(out)
    assert [pq.read_metadata(part).num_rows for part in parts(out)] == [3]


def test_a_merge_that_is_killed_before_it_removes_anything_loses_nothing(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(path: Path, **_: object) -> None:
        raise SystemExit(str(path))

    for key in "abc":
        add(out, key)
    before = read(out)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", killed)
        with pytest.raises(SystemExit):
            compact(out)
    assert len(parts(out)) == 4
    assert read(out).equals(before)
    compact(out)
    assert len(parts(out)) == 1
    assert read(out).equals(before)


def test_what_a_killed_process_left_half_written_is_ignored_and_removed_when_it_is_old(out: Path) -> None:
    add(out, "a")
    torn, fresh = out / "parts" / ".half.tmp", out / "parts" / ".new.tmp"
    for path in (torn, fresh):
        path.write_bytes(b"PAR1 and then nothing")
    os.utime(torn, (time.time() - 3700,) * 2)
    assert set(stored_keys(out)) == {"a"}
    compact(out)
    assert not torn.exists()
    assert fresh.exists()


def test_only_one_merges_at_a_time(out: Path) -> None:
    for key in "ab":
        add(out, key)
    with store._alone(out):  # noqa: SLF001  # what another process does
        compact(out)
        assert len(parts(out)) == 2
    compact(out)
    assert len(parts(out)) == 1


def rows_at_random(number: int) -> Iterator[tuple[list[str], bool]]:
    """Give the small parts of a process, a run now and then twice, and whether it merges then."""
    chance = random.Random(number)  # noqa: S311
    for part in range(70):
        rows = [f"{number}-{part}-{row}" for row in range(chance.randint(1, 4))]
        if chance.random() < 0.2:
            rows.append(f"{number}-0-0")
        yield rows, chance.random() < 0.1


def work_at_random(out: str, number: int) -> None:
    """Append the parts of a process, and merge."""
    os.fsync = lambda _: None  # type: ignore[assignment]  # what the disk does makes no difference to the order
    for rows, merging in rows_at_random(number):
        append(Path(out), [{"run_key": row} for row in rows], [{"run_key": row, "finished": "2026"} for row in rows])
        if merging:
            compact(Path(out))
    compact(Path(out))


def test_processes_that_append_and_merge_at_once_lose_and_double_nothing(out: Path) -> None:
    program = "from tests.studies.storage.test_store import work_at_random; work_at_random({!r}, {})"
    workers = [
        subprocess.Popen([sys.executable, "-c", program.format(str(out), number)], cwd=REPOSITORY)
        for number in range(3)
    ]
    before: set[str] = set()
    while any(worker.poll() is None for worker in workers):
        now = set(stored_keys(out))
        assert before <= now  # what was seen once is never missed again
        before = now
        time.sleep(0.05)
    assert [worker.wait() for worker in workers] == [0, 0, 0]
    expected = sorted({row for number in range(3) for rows, _ in rows_at_random(number) for row in rows})
    assert keys_of(out) == expected
    assert keys_of(out, PROVENANCE) == expected
    assert list(out.rglob("*.tmp")) == []


def test_a_reader_does_not_mind_parts_that_are_merged_while_it_reads(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = store._parts  # noqa: SLF001  # the instant between listing and reading is what this is about
    add(out, "a")
    add(out, "b")

    def merged_after_listing(folder: Path) -> list[Path]:
        monkeypatch.setattr(store, "_parts", listed)
        found = listed(folder)
        compact(out)
        return found

    monkeypatch.setattr(store, "_parts", merged_after_listing)
    assert set(stored_keys(out)) == {"a", "b"}


def test_a_reader_does_not_mind_a_listing_that_misses_old_and_new(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is changed while it is listed may show neither what was removed nor what took its place."""
    listed = store._parts  # noqa: SLF001
    add(out, "a")
    first = parts(out)
    add(out, "b")

    def torn(_folder: Path) -> list[Path]:
        monkeypatch.setattr(store, "_parts", listed)
        return first

    monkeypatch.setattr(store, "_parts", torn)
    assert set(stored_keys(out)) == {"a", "b"}


def test_a_merge_that_finds_no_room_leaves_the_small_parts(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(descriptor))

    for key in "ab":
        add(out, key)
    monkeypatch.setattr(os, "fsync", full)
    compact(out)
    assert len(parts(out)) == 2
    assert list(out.rglob("*.tmp")) == []


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "no room for results .No space left on device.; make some and start again: what was stored"),
        (errno.EDQUOT, "no room for results"),
        (errno.EACCES, "results cannot be written here .Permission denied.; use a folder that you may write to"),
        (errno.ESTALE, "not there on .*; a study needs its folder until its end, and one that all its workers share"),
        (errno.EIO, "results cannot be stored .Input/output error.; what was stored before is kept"),
    ],
)
def test_a_disk_that_refuses_leaves_what_was_stored(
    out: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    def refusing(descriptor: int) -> None:
        raise OSError(number, os.strerror(number), str(descriptor))

    add(out, "a")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refusing)
        with pytest.raises(StoreError, match=f"out: {told}"):
            add(out, "b")
    assert set(stored_keys(out)) == {"a"}
    assert list(out.rglob("*.tmp")) == []
    add(out, "b")
    assert set(stored_keys(out)) == {"a", "b"}


def test_a_file_that_may_not_grow_is_told_of_and_removed(out: Path) -> None:
    """A real refusal by the system, of the kind of a full disk."""
    program = (
        "import sys; sys.path.insert(0, '.'); from pathlib import Path; "
        "from tests.studies.storage.test_store import add_much; "
        f"add_much(Path({str(out)!r}))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == (
        f"gcsim.studies.storage.store.StoreError: {out}: no room for results (File too large); make some and start "
        "again: what was stored before is kept, and only what is missing is run"
    )
    assert set(stored_keys(out)) == {"a"}
    assert list(out.rglob("*.tmp")) == []


def add_much(out: Path) -> None:
    """Store one run, and then some more than the process may write."""
    add(out, "a")
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    noise = random.Random(1)  # noqa: S311
    rows = [{"run_key": f"{n}", "x": noise.getrandbits(60)} for n in range(2000)]
    append(out, rows, [{"run_key": row["run_key"], "finished": "2026"} for row in rows[:1]])


def test_a_part_that_was_damaged_is_named(out: Path) -> None:
    add(out, "a")
    (part,) = parts(out)
    part.write_bytes(b"not a table")
    with pytest.raises(StoreError, match=rf"{part.name}: not readable .* delete it"):
        stored_keys(out)


def test_a_folder_of_a_newer_version_is_refused_in_one_line(out: Path) -> None:
    add(out, "a")
    (part,) = parts(out)
    newer = str(SCHEMA_VERSION + 1)
    pq.write_table(pq.read_table(part).replace_schema_metadata({"gcsim.schema": newer}), part)
    for look in (stored_keys, read, compact):
        if look is compact:
            add(out, "b")
        with pytest.raises(SchemaError) as raised:
            look(out)
        assert str(raised.value) == (
            f"{part}: a table of schema {newer}, and this gcsim reads 1 to {SCHEMA_VERSION}: use a gcsim as new as the "
            "one that wrote it, or begin in an empty folder"
        )


def test_a_folder_of_version_1_is_read_and_goes_on(out: Path) -> None:
    """As the release before wrote it: no study and no events in its provenance, and no folder of failures."""
    old = {"gcsim.schema": "1"}
    results = pa.table({"run_key": ["a"], "x": pa.array([1], pa.int64())}).replace_schema_metadata(old)
    pq.write_table(results, out / "parts" / "old.parquet")
    provenance = pa.table({"run_key": ["a"], "wall_s": [0.5], "finished": ["2026"], "retries": [0]})
    pq.write_table(provenance.replace_schema_metadata(old), out / "provenance" / "old.parquet")
    (out / "failures").rmdir()
    (out / ".lock").touch()
    assert set(stored_keys(out)) == {"a"}
    prepare(out)
    append(out, [{"run_key": "b", "x": 2}], [{"run_key": "b", "finished": "2027", "study": "fake", "events": 3}])
    for _ in range(2):
        assert read(out).to_pylist() == [{"run_key": "a", "x": 1}, {"run_key": "b", "x": 2}]
        assert read(out, table=PROVENANCE).select(["run_key", "study", "events"]).to_pylist() == [
            {"run_key": "a", "study": None, "events": None},
            {"run_key": "b", "study": "fake", "events": 3},
        ]
        compact(out)
    assert len(parts(out)) == 1


def test_a_foreign_table_is_refused(out: Path) -> None:
    pq.write_table(pa.table({"run_key": ["a"]}), out / "parts" / "foreign.parquet")
    with pytest.raises(SchemaError, match=r"a table of schema 0, .* it is no table of results"):
        stored_keys(out)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="file: a file, and results take a folder"):
        prepare(tmp_path / "file")
    with pytest.raises(StoreError, match="out: not there"):
        prepare(tmp_path / "file" / "out")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_not_ones_own_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written here"):
        prepare(tmp_path / "out")


def test_a_folder_that_takes_no_files_is_refused() -> None:
    with pytest.raises(StoreError, match="/proc/self/fdinfo/out: "):
        prepare(Path("/proc/self/fdinfo/out"))


def test_a_folder_that_vanished_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="not there on"):
        add(tmp_path / "out", "a")
    with pytest.raises(StoreError, match="not there on"):
        append_failures(tmp_path / "out", [{"run_key": "a"}])
    assert not (tmp_path / "out").exists()
