"""Goroutines that are wired to their threads (``LockOSThread``, go1.4 proc.c:2100, go1.8 proc.go:3070).

When another M finds such a goroutine it hands its P to the goroutine's M and sleeps; when the goroutine waits, its M
hands the P on and sleeps: two switches of threads each time that it runs.
"""

from typing import TYPE_CHECKING

from gcsim.runtime.instructions import Instruction

if TYPE_CHECKING:
    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["LockOSThread", "UnlockOSThread"]


class LockOSThread(Instruction):
    """Wire the goroutine to its thread."""

    __slots__ = ()

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        """Do so."""
        g.locked = True
        p.locked_to = g


class UnlockOSThread(Instruction):
    """Undo it."""

    __slots__ = ()

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        """Do so."""
        g.locked = False
        p.locked_to = None
