"""What docs/cluster.md says to type in a shell works, on Slurm too.

``tests/test_docs.py`` writes its files and runs its ``console`` blocks. Here its ``sh`` blocks run, each in a shell of
its own, in one folder that has the files.
"""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

if find_spec("dask_jobqueue") is None:  # not imported: it would take Ctrl-C away from pytest
    pytest.skip("needs dask-jobqueue", allow_module_level=True)

_ROOT = Path(__file__).parents[4]
_PAGE = (_ROOT / "docs/cluster.md").read_text(encoding="utf-8")
_FILE = re.compile(r'^```yaml title="(?P<name>[^"]+)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
_SHELL = re.compile(r'^```sh title="(?P<name>[^"]+)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
_BLOCKS = {block["name"]: block["text"] for block in _SHELL.finditer(_PAGE)}
_TIMEOUT_S = 60


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def typed(name: str, folder: Path) -> str:
    """Type a block of the page in a folder with its files; return what is printed."""
    for file in _FILE.finditer(_PAGE):
        (folder / file["name"]).write_text(file["text"], encoding="utf-8")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    script = _BLOCKS[name].replace("8786", str(free_port()))
    with subprocess.Popen(
        ["/bin/sh", "-euc", script],
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as shell:
        try:
            printed, errors = shell.communicate(timeout=_TIMEOUT_S)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(shell.pid, signal.SIGKILL)  # a block that failed leaves what it had put into the background
    assert shell.returncode == 0, errors
    return printed


def test_every_block_is_typed_by_a_test() -> None:
    assert set(_BLOCKS) == {"a laptop", "a Dask cluster", "Slurm"}


@pytest.mark.parametrize("name", ["a laptop", pytest.param("a Dask cluster", marks=pytest.mark.slow)])
def test_a_block_without_slurm_works(tmp_path: Path, name: str) -> None:
    assert "16 runs" in typed(name, tmp_path)
    assert list((tmp_path / "results/mine/parts").glob("*.parquet")) != []


@pytest.mark.usefixtures("slurm")
def test_the_block_for_slurm_works(tmp_path: Path) -> None:
    assert "16 runs" in typed("Slurm", tmp_path)
    assert list((tmp_path / "results/mine/parts").glob("*.parquet")) != []
    assert list((tmp_path / "results/mine/logs").glob("slurm-*.log")) != []
