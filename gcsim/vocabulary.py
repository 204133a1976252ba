"""The closed enumerations that every layer shares.

Two partitions hold everywhere: a P is in exactly one :class:`PState` at any instant, and every nanosecond of an
operation's latency belongs to exactly one :class:`Cause`.
"""

from enum import IntEnum

__all__ = ["Cause", "PState", "StopPhase"]


class PState(IntEnum):
    """What a P is doing. The states partition every P's time."""

    MUTATOR = 0
    ASSIST = 1
    DEDICATED = 2
    FRACTIONAL = 3
    IDLE_WORKER = 4
    SWEEP = 5
    SCHEDULING = 6
    SYSCALL = 7
    STOPPING = 8
    STOPPED = 9
    IDLE = 10
    DESCHEDULED = 11
    ROOT_SCAN = 12


class Cause(IntEnum):
    """What a nanosecond of an operation's latency was spent on. The causes add up to the latency."""

    SERVICE = 0
    RUN_QUEUE = 1
    STOPPING = 2
    STOPPED = 3
    MARK_ASSIST = 4
    ASSIST_QUEUE = 5
    SWEEP_ASSIST = 6
    MARK_WORKER = 7
    WRITE_BARRIER = 8
    STACK_GROWTH = 9
    PREEMPTED = 10
    DESCHEDULED = 11


class StopPhase(IntEnum):
    """Which stop of the world a pause is."""

    WHOLE_CYCLE = 0
    SWEEP_TERMINATION = 1
    MARK_TERMINATION = 2
    SLICE = 3
