"""Stop the world, start the world.

``stopTheWorldWithSema`` (go1.8 proc.go:984, go1.4 proc.c:683) asks every running P to preempt its goroutine and waits
for the slowest: a goroutine is stopped at its next safepoint, and before Go 1.14 a loop without calls has none. It
waits in rounds of 100 us, after each of which it asks again (proc.go:1025). Preempted goroutines go to the global
queue. Starting the world wakes a P for each local queue that holds work and one more (``startTheWorldWithSema``,
proc.go:1072). In 1.4 it first deals out all runnable goroutines one by one, so that as many Ps as there are goroutines
wake at once, and no more (``starttheworld`` and ``procresize``, go1.4 proc.c).
"""

from collections.abc import Generator
from dataclasses import dataclass

import simpy

from gcsim.kernel import Stream
from gcsim.runtime.driving import worked
from gcsim.runtime.processor import P
from gcsim.runtime.runqueue import LOCAL_CAPACITY
from gcsim.runtime.scheduler import Scheduler
from gcsim.vocabulary import PState

__all__ = ["StopCosts", "World"]

_ROUND_NS = 100_000
"""``notetsleep`` of ``stopTheWorldWithSema`` (go1.8 proc.go:1025)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopCosts:
    """What a stop costs beside the wait for safepoints, on a machine.

    Attributes
    ----------
    base_ns : float
        Every stop, ns.
    handshake_ns : float
        A stop that finds another P running, ns.
    retry_share : float
        Share of such stops in which the request is lost and made again after a round of 100 us.
    """

    base_ns: float
    handshake_ns: float
    retry_share: float


class World:
    """Stops and starts all Ps of a scheduler.

    Parameters
    ----------
    scheduler : Scheduler
        Whose Ps.
    costs : StopCosts
        What a stop costs.
    retries : Stream
        Random numbers for lost requests.
    """

    __slots__ = ("_all_stopped", "_costs", "_retries", "_running", "_scheduler")

    def __init__(self, scheduler: Scheduler, costs: StopCosts, retries: Stream) -> None:
        self._scheduler = scheduler
        self._costs = costs
        self._retries = retries
        self._running = 0
        self._all_stopped: simpy.Event | None = None

    def stop(self, by: P) -> Generator[simpy.Event, None, None]:
        """Stop every P; returns when all stand still.

        Parameters
        ----------
        by : P
            The P whose goroutine stops the others. Its own activity must be paused.

        Yields
        ------
        simpy.Event
            What the stop waits for.

        Raises
        ------
        RuntimeError
            If the world is being stopped already.
        """
        scheduler = self._scheduler
        if scheduler.stop_here is not None:
            msg = "the world is stopped already"
            raise RuntimeError(msg)
        env = scheduler.clock.env
        scheduler.stop_here = self._arrived
        scheduler.stopping_since = int(env.now)
        by.become(PState.STOPPING)
        others = [p for p in scheduler.ps if p is not by]
        for p in others:
            if p.state is PState.SYSCALL:
                # Its M is in the kernel: the P is seized, and the goroutine will find it gone.
                p.syscall = None
                p.syscalltick += 1
                p.become(PState.STOPPED)
            elif p.state is PState.IDLE:
                p.become(PState.STOPPED)
        running = [p for p in others if p.state is not PState.STOPPED]
        self._running = len(running)
        self._all_stopped = env.event()
        for p in running:
            scheduler.preempt(p)
        if running:
            yield self._all_stopped
            delay = self._costs.base_ns + self._costs.handshake_ns
            while self._retries.uniform() < self._costs.retry_share:
                delay += _ROUND_NS
        else:
            delay = self._costs.base_ns
        yield from worked(scheduler, round(delay))
        for p in scheduler.ps:
            p.become(PState.STOPPED)
        scheduler.stopping_ns, scheduler.stopping_since = scheduler.stopping_total(), None
        scheduler.clock.stop()

    def start(self, by: P) -> None:
        """Let all Ps run again; the one that stopped them is left to its caller.

        Parameters
        ----------
        by : P
            The P that stopped the world.
        """
        scheduler = self._scheduler
        scheduler.clock.start()
        scheduler.netpoll.inject()
        others = [p for p in scheduler.ps if p is not by]
        deals_out = scheduler.rules.world_start == "redistribute"
        if deals_out:
            self._deal_out([by, *others])
        scheduler.stop_here = None
        scheduler.wake_sysmon()
        # procresize: from the last to the first, so that the first idle one is the first to be taken.
        for p in reversed(others):
            if not p.runq:
                p.become(PState.IDLE)
        by.become(PState.SCHEDULING)
        if deals_out:
            others.reverse()
        for p in others:
            if p.runq:
                scheduler.wake_thread(p)
        if not deals_out:
            scheduler.wake()

    def _deal_out(self, ps: list[P]) -> None:
        """Deal all runnable goroutines out in their order, up to half a ring for each P, to the second P first.

        The first is that which runs a goroutine already; in Go it is P0, which the M that starts the world takes
        whatever it had. Their queues dealt out anew, Ps differ by their names only.
        """
        queue = self._scheduler.queue
        queue.collect([p.runq for p in self._scheduler.ps])
        for turn in range(1, len(ps) * LOCAL_CAPACITY // 2):
            g = queue.pop()
            if g is None:
                return
            ps[turn % len(ps)].runq.put(g, queue)

    def _arrived(self, p: P) -> None:
        p.become(PState.STOPPING)
        self._running -= 1
        if self._running == 0 and self._all_stopped is not None:
            self._all_stopped.succeed()
