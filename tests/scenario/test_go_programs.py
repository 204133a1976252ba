"""The workload that is Go source: where the file is looked for, and what tells one run from another."""

from pathlib import Path
from typing import Any

import pytest

from gcsim.scenario import GoProgram, Scenario, ScenarioError, load, parameters

SOURCE = "package p\n\nfunc main() {}\n"


def _file(folder: Path, **workload: Any) -> Path:  # noqa: ANN401 - whatever a file may say
    path = folder / "study.yaml"
    keys = "".join(f"  {key}: {value}\n" for key, value in {"kind": "go", **workload}.items())
    head = 'name: study\ngo: "1.8"\nhardware: measured-2vcpu\nworkload:\n'
    path.write_text(head + keys, encoding="utf-8")
    return path


def _scenario(folder: Path, **workload: Any) -> Scenario:  # noqa: ANN401
    return next(iter(load(_file(folder, **workload)).expand()))


def _workload(scenario: Scenario) -> GoProgram:
    assert isinstance(scenario.workload, GoProgram)
    return scenario.workload


def test_a_file_is_looked_for_beside_the_scenario(tmp_path: Path) -> None:
    (tmp_path / "p.go").write_text(SOURCE, encoding="utf-8")
    assert _workload(_scenario(tmp_path, source="p.go")).files == (tmp_path / "p.go",)


def test_a_file_is_looked_for_in_the_working_directory_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here/p.go").write_text(SOURCE, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here")
    assert _workload(_scenario(tmp_path, source="p.go")).files == (tmp_path / "here/p.go",)


def test_a_folder_stands_for_its_go_files(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    for name in ("b.go", "a.go", "notes.txt"):
        (tmp_path / "p" / name).write_text(SOURCE, encoding="utf-8")
    assert _workload(_scenario(tmp_path, source="p")).files == (tmp_path / "p/a.go", tmp_path / "p/b.go")


def test_changed_text_is_another_run_and_another_folder_is_not(tmp_path: Path) -> None:
    resolved = []
    for folder, text in (("one", SOURCE), ("two", SOURCE), ("three", SOURCE + "\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "p.go").write_text(text, encoding="utf-8")
        resolved.append(_scenario(tmp_path / folder, source="p.go").resolved())
    assert resolved[0] == resolved[1] != resolved[2]


def test_the_program_is_given_how_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "p.go").write_text(SOURCE, encoding="utf-8")
    workload = _workload(_scenario(tmp_path, source="p.go", calls=100, compute="2us", live_heap="1MiB"))
    assert parameters(workload) == {"rate": 100.0, "goroutines": 16, "compute_ns": 2000, "live_heap": 2**20}


@pytest.mark.parametrize(
    ("keys", "would_do"),
    [
        ({"source": "none.go"}, "put the Go file beside the scenario"),
        ({"source": "empty"}, "is a folder without Go files"),
        ({"source": "p.go", "placement": "stack"}, "analysis, without_inlining, heap"),
        ({"source": "p.go", "values": "{n: -1}"}, "use a number from 0"),
        ({"source": "p.go", "calls": 0}, "calls a second"),
    ],
)
def test_what_does_not_fit_is_told(tmp_path: Path, keys: dict[str, Any], would_do: str) -> None:
    (tmp_path / "p.go").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ScenarioError, match=would_do):
        list(load(_file(tmp_path, **keys)).expand())
