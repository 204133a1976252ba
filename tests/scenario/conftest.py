from collections.abc import Callable
from pathlib import Path

import pytest

from gcsim.scenario import Study, load

BASE = """\
name: base
go: "1.8"
hardware: measured-2vcpu
workload:
  kind: forest
  live_heap: 128MiB
"""
"""The least that a scenario needs: six lines."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory: profiles come from the package alone."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(folder: Path) -> Callable[[str | bytes], Path]:
    def write(text: str | bytes) -> Path:
        path = folder / "scenario.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path.relative_to(folder)

    return write


@pytest.fixture
def study(write: Callable[[str | bytes], Path]) -> Callable[..., Study]:
    """Load the base scenario with lines appended, and settings."""

    def study(more: str = "", *overrides: str, base: str = BASE) -> Study:
        return load(write(base + more), overrides)

    return study
