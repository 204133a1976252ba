"""What a scenario may say of workloads that are programs, and what would do instead."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from gcsim.scenario import Workload, code
from gcsim.scenario.programs import PythonProgram, parameters
from gcsim.workloads.catalog import PROGRAMS

WORKLOAD: TypeAdapter[Any] = TypeAdapter(Workload)
ALLOCATION = {"allocate": 4096, "objects": 32, "pointers": 64}


def told(**keys: Any) -> str:  # noqa: ANN401
    """Return what would do instead."""
    with pytest.raises(ValidationError) as error:
        WORKLOAD.validate_python(keys)
    (line,) = error.value.errors()
    return f"{'.'.join(map(str, line['loc']))}: {line['msg']}"


def test_a_server_has_a_load_and_sensible_defaults() -> None:
    assert parameters(WORKLOAD.validate_python({"kind": "server", "load": 0.75})) == {
        **ALLOCATION,
        "load": 0.75,
        "rate": None,
        "connections": 256,
        "service_ns": 100_000,
        "service_distribution": "exponential",
        "live_heap": 0,
        "downstream_ns": 0,
        "downstream_distribution": "exponential",
    }


@pytest.mark.parametrize(
    ("keys", "would_do"),
    [
        ({}, "server: write load or rate, one of the two"),
        ({"load": 0.5, "rate": 100}, "server: write load or rate, one of the two"),
        ({"load": 0}, "server.load: use a number from 0.001 to 100"),
        ({"load": "75%"}, "server.load: use a number from 0.001 to 100"),
        ({"rate": -1}, "server.rate: use a number from 0.001 on (requests a second)"),
        ({"load": 0.5, "connections": 0}, "server.connections: use a whole number from 1 on"),
        ({"load": 0.5, "service_distribution": "normal"}, "server.service_distribution: use one of fixed, exponential"),
        (
            {"load": 0.5, "allocate": 0, "live_heap": "1MiB"},
            "server: write allocate: the live heap is made of objects like those that requests allocate",
        ),
        (
            {"load": 0.5, "allocate": "16B"},
            "server: allocate at least 1 byte for each object and 8 for each pointer",
        ),
        ({"load": 0.5, "servise": "1ms"}, "server.servise: did you mean service?"),
    ],
)
def test_a_server_that_cannot_be_is_told_what_would_do(keys: dict[str, Any], would_do: str) -> None:
    assert told(kind="server", **keys) == would_do


def test_what_allocates_nothing_has_nothing_that_must_fit() -> None:
    assert WORKLOAD.validate_python({"kind": "fanout", "allocate": 0}).allocate == 0


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("pipeline", {**ALLOCATION, "stages": 3, "workers": 1, "buffer": 16, "work_ns": 10_000}),
        ("fanout", {**ALLOCATION, "callers": 4, "width": 8, "work_ns": 50_000, "wait_for": "wait_group"}),
        ("timers", {"goroutines": 1000, "period_ns": 10_000_000, "work_ns": 0}),
    ],
)
def test_the_others_have_defaults_for_everything(kind: str, keys: dict[str, Any]) -> None:
    assert parameters(WORKLOAD.validate_python({"kind": kind})) == keys


def test_every_program_has_a_section_and_every_section_but_two_a_program() -> None:
    kinds = set(WORKLOAD.json_schema()["discriminator"]["mapping"])
    assert kinds - {"forest", "pusher"} == set(PROGRAMS)


# Programs of the user's own


@pytest.mark.parametrize(
    ("program", "would_do"),
    [
        ("greet", "write module:function, such as greet:main for the function main of greet.py"),
        ("greet:", "write module:function, such as greet:main for the function main of greet.py"),
        ("greet.py:main", "put greet/py.py beside the scenario, into the working directory, or on PYTHONPATH"),
        ("../greet:main", "write module:function, such as greet:main for the function main of greet.py"),
        ("no.where:main", "put no/where.py beside the scenario, into the working directory, or on PYTHONPATH"),
        ("sys:exit", "put sys.py beside the scenario, into the working directory, or on PYTHONPATH"),
    ],
)
def test_a_program_that_is_not_found_is_told_where_to_put_it(program: str, would_do: str) -> None:
    assert told(kind="python", program=program) == f"python.program: {would_do}"


@pytest.mark.parametrize("value", [[1], None, {"a": 1}, float("nan")])
def test_arguments_are_plain_values(value: object, tmp_path: Path) -> None:
    (tmp_path / "own.py").touch()
    keys = {"kind": "python", "program": "own:main", "args": {"n": value}}
    with pytest.raises(ValidationError) as error:
        WORKLOAD.validate_python(keys, context={"beside": tmp_path})
    assert error.value.errors()[0]["msg"] == "use a number, text, true or false"


def test_a_module_is_looked_for_beside_the_scenario_then_here_then_as_python_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [tmp_path / name for name in ("beside", "here", "path")]
    for folder in folders:
        folder.mkdir()
        (folder / "own.py").touch()
    beside, here, path = folders
    monkeypatch.chdir(here)
    monkeypatch.syspath_prepend(path)
    for folder in folders:
        assert code.find("own:main", beside) == folder / "own.py"
        (folder / "own.py").unlink()


def test_looking_for_a_module_imports_no_package(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    (package / "own.py").touch()
    assert code.find("package.own:main", tmp_path) == package / "own.py"
    assert code.find("package:main", tmp_path) == package / "__init__.py"


def test_a_program_has_its_file_and_what_tells_its_text_apart(tmp_path: Path) -> None:
    (tmp_path / "own.py").write_text("text", encoding="utf-8")
    keys = {"kind": "python", "program": "own:main", "args": {"n": 1, "on": True, "name": "x", "share": 0.5}}
    program = WORKLOAD.validate_python(keys, context={"beside": tmp_path})
    assert isinstance(program, PythonProgram)
    assert parameters(program) == {
        "program": "own:main",
        "args": {"n": 1, "on": True, "name": "x", "share": 0.5},
        "file": tmp_path / "own.py",
        "source": code.fingerprint(b"text"),
    }
    assert [type(value) for value in program.args.values()] == [int, bool, str, float]
