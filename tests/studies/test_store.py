import errno
import os
from pathlib import Path

import pytest

from gcsim.studies import StoreError, store
from gcsim.studies.store import append, compact, locked, read, stored_keys


def add(out: Path, *keys: str, finished: str = "2026") -> None:
    append(
        out, [{"run_key": key, "x": ord(key)} for key in keys], [{"run_key": key, "finished": finished} for key in keys]
    )


def parts(out: Path) -> list[Path]:
    return sorted((out / "parts").iterdir())


def test_what_was_appended_is_read_sorted_by_key(tmp_path: Path) -> None:
    with locked(tmp_path):
        add(tmp_path, "b", "c")
        add(tmp_path, "a")
    assert read(tmp_path).to_pylist() == [{"run_key": key, "x": ord(key)} for key in "abc"]
    assert stored_keys(tmp_path) == {"a", "b", "c"}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert stored_keys(tmp_path / "none") == frozenset()
    assert read(tmp_path / "none").num_rows == 0


def test_rows_that_are_stored_twice_are_read_once(tmp_path: Path) -> None:
    with locked(tmp_path):
        add(tmp_path, "a", "b")
        add(tmp_path, "b", "c")
    assert read(tmp_path)["run_key"].to_pylist() == ["a", "b", "c"]


def test_the_later_provenance_of_a_run_counts(tmp_path: Path) -> None:
    with locked(tmp_path):
        for finished, keys in {"2027": "a", "2028": "ab", "2026": "abc"}.items():
            add(tmp_path, *keys, finished=finished)
    assert read(tmp_path, provenance=True)["finished"].to_pylist() == ["2028", "2028", "2026"]


def test_the_same_runs_make_the_same_part(tmp_path: Path) -> None:
    with locked(tmp_path):
        add(tmp_path, "a", "b")
        add(tmp_path, "b", "a")
    assert len(parts(tmp_path)) == 1


def test_small_parts_become_one(tmp_path: Path) -> None:
    with locked(tmp_path):
        for key in "abcd":
            add(tmp_path, key)
        before = read(tmp_path)
        compact(tmp_path)
    assert len(parts(tmp_path)) == 1
    assert read(tmp_path).equals(before)


def test_a_part_that_holds_all_of_another_survives_their_merge(tmp_path: Path) -> None:
    with locked(tmp_path):
        add(tmp_path, "a", "b")
        add(tmp_path, "b")
        compact(tmp_path)
    assert len(parts(tmp_path)) == 1
    assert stored_keys(tmp_path) == {"a", "b"}


def test_large_parts_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PART_ROWS", 2)
    with locked(tmp_path):
        add(tmp_path, "a", "b")
        large = parts(tmp_path)
        for key in "cde":
            add(tmp_path, key)
        compact(tmp_path)
    assert len(parts(tmp_path)) == 3
    assert set(large) < set(parts(tmp_path))


def test_a_merge_that_is_killed_before_it_removes_anything_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(path: Path) -> None:
        raise SystemExit(str(path))

    with locked(tmp_path):
        for key in "abc":
            add(tmp_path, key)
        before = read(tmp_path)
        with monkeypatch.context() as patched:
            patched.setattr(Path, "unlink", killed)
            with pytest.raises(SystemExit):
                compact(tmp_path)
        assert len(parts(tmp_path)) == 4
        assert read(tmp_path).equals(before)
        compact(tmp_path)
    assert len(parts(tmp_path)) == 1
    assert read(tmp_path).equals(before)


def test_what_a_killed_process_left_half_written_is_ignored_and_then_removed(tmp_path: Path) -> None:
    with locked(tmp_path):
        add(tmp_path, "a")
    torn = tmp_path / "parts" / ".half.tmp"
    torn.write_bytes(b"PAR1 and then nothing")
    assert stored_keys(tmp_path) == {"a"}
    with locked(tmp_path):
        assert not torn.exists()


def test_a_disk_that_is_full_leaves_what_was_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(descriptor))

    with locked(tmp_path):
        add(tmp_path, "a")
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(StoreError, match="No space left on device; what was stored before is kept"):
            add(tmp_path, "b")
    assert stored_keys(tmp_path) == {"a"}
    assert list(tmp_path.rglob("*.tmp")) == []


def test_a_part_that_was_damaged_is_named(tmp_path: Path) -> None:
    with locked(tmp_path):
        add(tmp_path, "a")
    (part,) = parts(tmp_path)
    part.write_bytes(b"not a table")
    with pytest.raises(StoreError, match=rf"{part.name}: not readable .* delete it"):
        stored_keys(tmp_path)


def test_a_reader_does_not_mind_parts_that_are_merged_while_it_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = store._parts  # noqa: SLF001  # the instant between listing and reading is what this is about
    with locked(tmp_path):
        add(tmp_path, "a")
        add(tmp_path, "b")

        def merged_after_listing(folder: Path) -> list[Path]:
            monkeypatch.setattr(store, "_parts", listed)
            found = listed(folder)
            compact(tmp_path)
            return found

        monkeypatch.setattr(store, "_parts", merged_after_listing)
        assert stored_keys(tmp_path) == {"a", "b"}


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="no folder for results"), locked(tmp_path / "file" / "out"):
        pass
