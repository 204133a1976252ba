"""Whole programs give the messages of the real compiler line by line, recorded beside them (programs/README.md)."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.escape.from_1_13.reading import messages, ways

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.go"))
TEMPORARIES = {"calls", "godefer", "unsafe"}
"""Programs in whose explanations the compiler prints ``.autotmp_n`` for arguments that gcsim prints as written."""

programs = pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)


def recorded(program: Path, mode: str) -> list[str]:
    """Give the recorded lines."""
    return program.with_suffix(f".{mode}.txt").read_text().splitlines()


@programs
def test_without_inlining_every_message_is_the_compilers(program: Path) -> None:
    assert messages(program) == recorded(program, "ml")


@programs
def test_with_inlining_every_message_is_the_compilers(program: Path) -> None:
    assert messages(program, inlined=True) == recorded(program, "m")


@programs
def test_values_escape_by_the_ways_that_the_compiler_explains(program: Path) -> None:
    ours, real = ways(program), recorded(program, "ways")
    if program.stem in TEMPORARIES:
        ours, real = (
            [re.sub(r"from .* \((.*)\) at", r"from (\1) at", line) for line in lines] for lines in (ours, real)
        )
    assert ours == real


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("go") is None
    or b"go1.19" not in subprocess.run(["go", "version"], capture_output=True, check=False).stdout,  # noqa: S607
    reason="needs the toolchain of go1.19",
)
def test_what_is_recorded_is_what_the_compiler_says_today(tmp_path: Path) -> None:
    copy = tmp_path / "programs"
    shutil.copytree(PROGRAMS[0].parent, copy)
    run = subprocess.run([sys.executable, str(copy / "record.py")], capture_output=True, text=True, check=True)
    assert run.stdout == ""
