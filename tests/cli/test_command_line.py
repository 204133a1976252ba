"""What holds for every command, seen from a shell."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gcsim import __version__
from gcsim.scenario import json_schema
from tests.cli.conftest import Cli

_GCSIM = Path(sys.executable).with_name("gcsim")
_COMMANDS = [
    *("run", "sweep", "results", "sensitivity", "tune", "reproduce", "figures"),
    *("measure", "validate", "calibrate", "trace", "escape", "schema"),
]


@pytest.mark.parametrize("command", _COMMANDS)
def test_the_help_of_a_command_has_an_example_of_it(cli: Cli, command: str) -> None:
    result = cli(command, "--help")
    assert result.code == 0
    assert f"Example: gcsim {command}" in result.out


def test_help_lists_the_commands_there_are_and_no_others(cli: Cli) -> None:
    out = cli("--help").out
    rows = [line.removeprefix("│ ") for line in out[out.index("Commands") :].splitlines() if line.startswith("│ ")]
    assert [row.split()[0] for row in rows if not row.startswith(" ")] == _COMMANDS


def test_without_a_command_the_help_is_shown_and_the_code_is_2(cli: Cli) -> None:
    result = cli()
    assert result.code == 2
    assert "Usage: gcsim" in result.out


def test_the_version_is_printed(cli: Cli) -> None:
    assert cli("--version").out == f"gcsim {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["unknown"], ["run"], ["run", "a.yaml", "--unknown"], ["sweep", "a", "--workers", -1]]
)
def test_a_command_line_that_is_wrong_ends_with_2_and_no_traceback(cli: Cli, arguments: list[str]) -> None:
    result = cli(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "Usage: gcsim" in result.err
    assert "Traceback" not in result.err


def test_the_schema_is_printed_as_json(cli: Cli) -> None:
    assert json.loads(cli("schema").out) == json_schema()


def test_help_loads_neither_numpy_nor_pydantic() -> None:
    code = "import sys; from gcsim.cli import app; app(['--help'], standalone_mode=False); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not {"numpy", "pandas", "pydantic", "pyarrow", "simpy"} & set(loaded.stdout.split())


def test_a_closed_pipe_is_no_error() -> None:
    with subprocess.Popen([_GCSIM, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as schema:
        assert schema.stdout is not None
        assert schema.stderr is not None
        schema.stdout.close()
        complaint = schema.stderr.read()
    assert (schema.returncode, complaint) == (0, b"")


def test_ctrl_c_ends_a_run_with_130_and_no_traceback(small: Path) -> None:
    run = subprocess.Popen(
        [_GCSIM, "run", small, "--set", "until.duration=10h"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with run:
        time.sleep(4)  # past the imports, into the simulation
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=60)
    assert (run.returncode, out, err) == (130, b"", b"")
