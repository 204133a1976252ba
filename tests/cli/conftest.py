"""The command line, called as a shell calls it but inside this process."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from gcsim.cli import main

SMALL = """\
name: small
go: "1.8"
gomaxprocs: 2
hardware: measured-2vcpu
until: {duration: 300ms}
workload: {kind: forest, live_heap: 4MiB}
"""


@dataclass(frozen=True)
class Result:
    """What a command did: exit code, stdout, stderr."""

    code: int
    out: str
    err: str


Cli = Callable[..., Result]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Call ``gcsim`` with these arguments."""

    def call(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["gcsim", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capsys.readouterr()
        return Result(int(left.value.code or 0), out, err)

    return call


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Write a scenario of one short run with some collections in it."""
    config = tmp_path / "small.yaml"
    config.write_text(SMALL, encoding="utf-8")
    return config
