"""The workloads that are programs, by the name that a scenario gives them."""

from collections.abc import Callable, Mapping

from gcsim.runtime import Program
from gcsim.workloads import pingpong, waiters

__all__ = ["PROGRAMS"]

PROGRAMS: Mapping[str, Callable[..., Program]] = {"pingpong": pingpong.main, "waiters": waiters.main}
"""What main does: given the process and the workload's parameters, all of them plain values."""
