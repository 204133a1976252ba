"""System calls: a goroutine that leaves its P behind, and Ps that are taken back.

``entersyscall`` leaves the P in a state of its own, still owned; sysmon takes it back (``retake``, go1.8
proc.go:3874) when it finds it there at two looks in a row, unless nobody needs it: its queue is empty and some M
spins or some P is idle, for up to 10 ms. A call that is known to block hands its P off at once
(``entersyscallblock``). ``exitsyscall`` takes the old P, else any idle one, neither of which begins a new slice, else
the goroutine goes to the global queue and its M sleeps.

Go counts a P's system calls as they end, here they are counted as they begin: sysmon sees the same but for the very
first call on a P. 1.4 does not count those that it takes the P from, and may take it sooner from the next.
"""

from functools import partial
from typing import TYPE_CHECKING

from gcsim.runtime.instructions import ENGAGED, Instruction, Signal, nanoseconds
from gcsim.runtime.prices import Price
from gcsim.vocabulary import PState

if TYPE_CHECKING:
    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["Syscall", "enter", "exit_syscall", "hand_off", "retake"]

_UNWANTED_NS = 10_000_000
"""How long a P that nobody needs is left in a system call (go1.4 proc.c ``retake``, go1.8 proc.go:3890)."""


class Syscall(Instruction):
    """Make a system call.

    Parameters
    ----------
    duration : int or str
        How long the kernel takes, whole ns or a text such as ``"50us"``.
    blocking : bool
        Whether the runtime knows that it blocks and hands the P off at once (``entersyscallblock``).
    """

    __slots__ = ("_blocking", "_ns")

    price = Price.SYSCALL

    def __init__(self, duration: int | str, *, blocking: bool = False) -> None:
        self._ns = nanoseconds(type(self).__name__, duration)
        self._blocking = blocking

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal | None:
        """Enter the kernel, and leave the P behind."""
        if not self._blocking:
            p.become(PState.SYSCALL)
            if scheduler.clock.skip(self._ns):
                p.become(PState.MUTATOR)
                return None
        # Its end first: whoever hands the last P off looks whether anything can ever happen again.
        scheduler.after(self._ns, lambda: exit_syscall(scheduler, p, g))
        enter(scheduler, p, g, blocking=self._blocking)
        return ENGAGED


def enter(scheduler: "Scheduler", p: "P", g: "G", *, blocking: bool) -> None:
    """Take a goroutine off its P for a system call: it keeps its M, and the P if it does not block."""
    p.g = p.locked_to = None
    p.syscalltick += 1
    g.waits = "syscall"
    scheduler.wake_sysmon()
    if blocking:
        hand_off(scheduler, p)
    else:
        p.become(PState.SYSCALL)
        p.syscall = g


def exit_syscall(scheduler: "Scheduler", p: "P", g: "G") -> None:
    """Let a goroutine whose system call has ended go on: on its P, on an idle one, or in the queue."""
    if scheduler.cores is None:
        _exit(scheduler, p, g)
    else:
        scheduler.cores.back(p, g, partial(_exit, scheduler, p, g))


def _exit(scheduler: "Scheduler", p: "P", g: "G") -> None:
    g.waits = None
    if p.syscall is g:
        p.syscall = None
        scheduler.resume(p, g)
        return
    other = scheduler.idle_p()
    if other is not None:
        scheduler.wake_sysmon()
        scheduler.resume(other, g)
        return
    if not g.locked:
        scheduler.threads.park()
    scheduler.ready(g)


def retake(scheduler: "Scheduler", p: "P", now: int) -> bool:
    """Take a P back that was left in a system call, if it is time to; return whether it was taken."""
    if p.seen_syscall != p.syscalltick:
        p.seen_syscall = p.syscalltick
        p.seen_syscall_ns = now
        return False
    nobody_needs_it = not p.runq and (scheduler.threads.spinning or scheduler.idle_ps)
    if nobody_needs_it and now - p.seen_syscall_ns < _UNWANTED_NS:
        return False
    p.syscall = None
    p.syscalltick += 1
    hand_off(scheduler, p)
    return True


def hand_off(scheduler: "Scheduler", p: "P") -> None:
    """Give a P whose M sleeps or is in the kernel to another, or let it be idle (``handoffp``, go1.8 proc.go:1719)."""
    spinning, idle = scheduler.threads.spinning, len(scheduler.idle_ps)
    p.become(PState.IDLE)
    # While the world is being stopped only an M that is wired hands it off. Its goroutine lies in the queue then, and
    # the M that is woken will stop.
    if p.runq or scheduler.queue or (scheduler.wants_worker is not None and scheduler.wants_worker()):
        scheduler.wake_thread(p)
    elif not spinning and not idle:
        # Nobody looks for work and no other P is idle: it has to look.
        scheduler.spin(p)
        scheduler.wake_thread(p)
    elif idle == len(scheduler.ps) - 1 and scheduler.netpoll.used and not scheduler.netpoll.blocked:
        scheduler.wake_thread(p)
    else:
        scheduler.gone_idle()
