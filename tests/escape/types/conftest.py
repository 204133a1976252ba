from collections.abc import Callable
from pathlib import Path

import pytest

from gcsim.escape.packages.load import load
from gcsim.escape.types.model import Object


@pytest.fixture
def scope(tmp_path: Path) -> Callable[[str], dict[str, Object]]:
    """Give what checks the text of a package, which must be right, and hands out its names."""

    def check(text: str) -> dict[str, Object]:
        file = tmp_path / "p.go"
        file.write_text(f"package p\n{text}\n")
        program = load([file])
        assert [error.line(program.files) for error in program.errors] == []
        return program.packages[0].scope

    return check
