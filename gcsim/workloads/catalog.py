"""The workloads that are programs, by the name that a scenario gives them."""

from collections.abc import Callable, Mapping

from gcsim.runtime import Program
from gcsim.workloads import call_free_loop, calls, fanout, pingpong, pipeline, python, server, timers, waiters
from gcsim.workloads.leaks import blocked_senders, deferred_loop, leaky_body, loop_variable, shared_done

__all__ = ["PROGRAMS"]

PROGRAMS: Mapping[str, Callable[..., Program]] = {
    "server": server.main,
    "pipeline": pipeline.main,
    "fanout": fanout.main,
    "timers": timers.main,
    "pingpong": pingpong.main,
    "waiters": waiters.main,
    "leaky_body": leaky_body.main,
    "blocked_senders": blocked_senders.main,
    "shared_done": shared_done.main,
    "loop_variable": loop_variable.main,
    "deferred_loop": deferred_loop.main,
    "call_free_loop": call_free_loop.main,
    "go": calls.main,
    "python": python.main,
}
"""What main does: given the process and the workload's parameters, all of them plain values; where the module of
``python`` stands is one of them, and the allocation profile of ``go``."""
