"""Go programs for the analysis of 1.4 to 1.8, from files and from text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gcsim.escape.before_1_13 import escapes
from gcsim.escape.inlining import inline
from gcsim.escape.packages.load import load
from tests.escape.before_1_13.analysed import Analysed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.escape.before_1_13.analysed import Analyse


@pytest.fixture
def analysed(tmp_path: Path) -> Analyse:
    """Give what analyses a program."""

    def analyse(program: str | Path, release: str = "1.8", *, inlined: bool = False) -> Analysed:
        if isinstance(program, str):
            text = program if program.startswith("package ") else f"package main\n{program}"
            program = tmp_path / "main.go"
            program.write_text(text, encoding="utf-8")
        loaded = load([program])
        assert not loaded.errors
        (package,) = loaded.packages
        before = inline(package, release).diagnostics if inlined else []
        found = escapes(package, release)
        return Analysed(package, loaded.files, [*before, *found.diagnostics], found.placements, release)

    return analyse
