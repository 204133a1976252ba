"""A real Slurm, for the tests of this folder that ask for one."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.studies.workers.slurm.node import NoSlurmError, cancel_all, one_node


@pytest.fixture(scope="session")
def node() -> Iterator[Path]:
    """Start a Slurm of one node; where there can be none, the test is skipped and says why."""
    with ExitStack() as stack:
        try:
            conf = stack.enter_context(one_node())
        except NoSlurmError as reason:
            pytest.skip(str(reason))
        yield conf


@pytest.fixture
def slurm(node: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let Slurm's commands be about this Slurm, and no job be left from an earlier test."""
    cancel_all(node)
    monkeypatch.setenv("SLURM_CONF", str(node))
    return node
