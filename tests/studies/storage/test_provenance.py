import re
import shutil
import subprocess
from pathlib import Path

import pytest

import gcsim
from gcsim.studies.storage import provenance
from gcsim.studies.storage.provenance import circumstances, git_commit, host_class, now

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def package_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    init = folder / "gcsim" / "__init__.py"
    init.parent.mkdir()
    init.write_text("")
    monkeypatch.setattr(gcsim, "__file__", str(init))
    return init


def git(folder: Path, *words: str) -> str:
    program = shutil.which("git")
    assert program is not None
    identity = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.org"]
    return subprocess.run([program, *identity, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@needs_git
def test_a_checkout_says_its_commit_and_whether_files_differ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    init = package_in(tmp_path, monkeypatch)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "first")
    git(tmp_path, "tag", "v1")
    commit = git_commit()
    assert commit == git(tmp_path, "rev-parse", "HEAD").strip()
    assert re.fullmatch("[0-9a-f]{40}", commit)
    init.write_text("changed")
    assert git_commit() == f"{commit}-dirty"


@needs_git
def test_an_installed_package_below_an_unrelated_repository_has_no_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package_in(tmp_path, monkeypatch)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "first")
    assert git_commit() is None


def test_without_git_there_is_no_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert git_commit() is None


@needs_git
def test_a_git_that_does_not_start_gives_no_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "git"
    broken.touch()
    monkeypatch.setattr(shutil, "which", lambda _: str(broken))
    assert git_commit() is None


def test_machines_of_one_kind_have_one_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    processors = tmp_path / "cpuinfo"
    processors.write_text("processor\t: 0\nmodel name\t: Some CPU @ 2.20GHz\nprocessor\t: 1\nmodel name\t: Some CPU\n")
    monkeypatch.setattr(provenance, "_PROCESSORS", processors)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    monkeypatch.setattr("platform.system", lambda: "Linux")
    assert host_class() == "2 x Some CPU @ 2.20GHz, linux x86_64"


def test_a_system_that_does_not_tell_its_processor_has_its_architecture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(provenance, "_PROCESSORS", tmp_path / "none")
    monkeypatch.setattr("platform.processor", lambda: "")
    monkeypatch.setattr("os.cpu_count", lambda: None)
    monkeypatch.setattr("platform.machine", lambda: "arm64")
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    assert host_class() == "1 x arm64, darwin arm64"


def test_all_results_of_a_process_have_its_circumstances_in_common() -> None:
    assert set(circumstances()) == {"host", "host_class", "package_version", "python", "numpy"}
    assert circumstances()["package_version"] == gcsim.__version__


def test_times_sort_as_text() -> None:
    times = [now() for _ in range(3)]
    assert times == sorted(times)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00", time) for time in times)
