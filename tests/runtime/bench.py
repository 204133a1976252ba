"""A bench for the scheduler: small activities and programs, and a log of all that happens."""

from collections.abc import Callable, Generator, Sequence
from typing import Any, Literal

import numpy as np
import simpy

from gcsim.kernel import StopClock, Stream, stream
from gcsim.runtime import (
    FREE,
    LAYOUTS,
    G,
    P,
    Price,
    Program,
    Scheduler,
    SchedulerRules,
    StackRules,
    Stacks,
    StopCosts,
    ThreadCosts,
    World,
    sysmon,
)
from gcsim.vocabulary import Cause, PState

__all__ = ["ERAS", "WAKE_NS", "Bench", "Compute", "Entry", "Marker", "Scripted", "free_stacks", "priced", "rules"]

Entry = tuple[int, str, str]
"""Time in ns, the P (or what happened), and the goroutine."""


ERAS: dict[str, Literal["random_2p", "random_4p", "permutations"]] = {
    "1.4": "random_2p",
    "1.5": "random_4p",
    "1.8": "permutations",
}
"""Releases whose schedulers differ, with the order in which they steal."""


WAKE_NS = 5
"""How long an M takes to wake: easy to count with."""


def rules(go: str = "1.8", *, delay_ns: int | None = None, asynchronous: bool = False) -> SchedulerRules:
    """Return a release's rules."""
    runnext = go != "1.4"
    if delay_ns is None:
        delay_ns = {"1.4": 0, "1.5": 100_000, "1.8": 3_000}[go]
    return SchedulerRules(
        steal_order=ERAS[go],
        runnext=runnext,
        runnext_steal_delay_ns=delay_ns,
        wake_chain="any" if go in {"1.4", "1.5"} else "spinning",
        world_start="redistribute" if go == "1.4" else "wake",
        asynchronous=asynchronous,
    )


def priced(**ns: int) -> list[int]:
    """Return prices of instructions, ns: nothing but for those named."""
    prices = list(FREE)
    for name, price in ns.items():
        prices[Price[name.upper()]] = price
    return prices


def free_stacks(
    go: str = "1.8", *, first_bytes: int = 2048, growth: Literal["copied", "segmented"] = "copied"
) -> StackRules:
    """Return the rules of stacks that cost nothing."""
    return StackRules(
        first_bytes=first_bytes,
        growth=growth,
        layout=LAYOUTS[go],
        shrink="concurrent",
        copy_base_ns=0.0,
        copy_byte_ns=0.0,
        frame_ns=0.0,
        segment_ns=0.0,
    )


class Compute:
    """A goroutine computes for a while.

    Parameters
    ----------
    bench : Bench
        Where.
    ns : int
        For how long, ns.
    call_free_ns : int
        How far apart its safepoints are, ns; 0 means that every instruction is one.
    preemptible : bool
        Whether sysmon may interrupt it.
    """

    def __init__(self, bench: "Bench", ns: int, *, call_free_ns: int = 0, preemptible: bool = True) -> None:
        self.state = PState.MUTATOR
        self.preemptible = preemptible
        self.ns = ns
        self.done = 0
        self.delays: dict[Cause, int] = {}
        self.ran: list[tuple[int, int, int]] = []  # from, to, number of the P
        self._bench = bench
        self._call_free_ns = call_free_ns
        self._since = 0
        self._p: P | None = None

    def begin(self, p: P) -> int | None:
        assert self._p is None, f"{p} runs what {self._p} runs already"
        self._p = p
        self._since = self._bench.clock.now
        self.ran.append((self._bench.now, -1, p.number))
        return self.ns - self.done

    def pause(self, p: P) -> None:
        assert self._p is p
        self._p = None
        self.done += self._bench.clock.now - self._since
        start, _, number = self.ran.pop()
        self.ran.append((start, self._bench.now, number))

    def finish(self, p: P) -> None:
        p.halt()
        assert self.done == self.ns
        self._bench.scheduler.proceed(p)

    def safepoint_ns(self) -> int:
        done = self.done + self._bench.clock.now - self._since
        return min(-done % self._call_free_ns, self.ns - done) if self._call_free_ns else 0

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        assert wait_ns > 0
        self.delays[cause] = self.delays.get(cause, 0) + wait_ns


class Marker:
    """A mark worker that marks for a while and then looks for other work."""

    preemptible = True

    def __init__(self, bench: "Bench", state: PState, ns: int | None) -> None:
        self.state = state
        self._bench = bench
        self._ns = ns

    def begin(self, p: P) -> int | None:
        self._bench.log.append((self._bench.now, repr(p), self.state.name.lower()))
        return self._ns

    def pause(self, p: P) -> None:
        pass

    def finish(self, p: P) -> None:
        p.halt()
        self._bench.scheduler.schedule(p)

    def safepoint_ns(self) -> int:
        return 0

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        raise AssertionError(f"no operation waits {wait_ns} ns for {cause.name}")


class Scripted(Stream):
    """Random numbers that a test has chosen: the next integers or uniforms, again from the start at their end."""

    def __init__(self, numbers: Sequence[float]) -> None:
        super().__init__(np.random.default_rng(0))
        self._numbers = numbers
        self.drawn = 0

    def uniform(self) -> float:
        self.drawn += 1
        return self._numbers[(self.drawn - 1) % len(self._numbers)]

    def integer(self, n: int) -> int:
        value = int(self.uniform())
        assert value < n
        return value


class Bench:
    """A scheduler with its world, and the log of its decisions.

    Attributes
    ----------
    log : list of Entry
        Every start of a goroutine, and what else is noted.
    """

    def __init__(  # noqa: PLR0913 - what a test may want to choose
        self,
        ps: int = 1,
        scheduler_rules: SchedulerRules | None = None,
        *,
        stealing: Stream | None = None,
        retries: Stream | None = None,
        costs: StopCosts | None = None,
        wake_ns: int = WAKE_NS,
        prices: Sequence[int] = FREE,
        stacks: Stacks[G] | None = None,
        choosing: Stream | None = None,
    ) -> None:
        self.env = simpy.Environment()
        self.clock = StopClock(self.env)
        self.log: list[Entry] = []
        self.parked: dict[str, G] = {}
        self.scheduler = Scheduler(
            self.clock,
            ps,
            scheduler_rules or rules(),
            stealing or stream(1, "stealing", 0),
            choosing=choosing or stream(1, "choosing", 0),
            thread_costs=ThreadCosts(wake_ns=wake_ns, create_ns=wake_ns),
            prices=prices,
            stacks=stacks or Stacks(free_stacks()),
        )
        self.world = World(
            self.scheduler,
            costs or StopCosts(base_ns=0.0, handshake_ns=0.0, retry_share=0.0),
            retries or stream(1, "stops", 0),
        )
        self.scheduler.on_decision = self._decided

    @property
    def now(self) -> int:
        return int(self.env.now)

    @property
    def ps(self) -> list[P]:
        return self.scheduler.ps

    @property
    def states(self) -> list[PState]:
        return [p.state for p in self.ps]

    def run(self, until: int | None = None) -> list[Entry]:
        """Run, and return the log."""
        self.env.run(until)
        return self.log

    def note(self, what: str, who: str = "") -> None:
        self.log.append((self.now, what, who))

    def at(self, time: int, action: Callable[[], object]) -> None:
        """Call something from outside at a time, ns."""

        def process() -> Generator[simpy.Event, None, None]:
            yield self.env.timeout(time - self.now)
            action()

        self.env.process(process())

    def watch(self) -> simpy.Process:
        """Start sysmon."""
        return self.env.process(sysmon(self.scheduler))

    # Goroutines

    def go(self, name: str, program: Program | Sequence[Any], *, by: P | None = None) -> G:
        return self.scheduler.go(name, program, by=by)

    def compute(self, ns: int, *, call_free_ns: int = 0, preemptible: bool = True) -> Compute:
        return Compute(self, ns, call_free_ns=call_free_ns, preemptible=preemptible)

    def computing(self, ns: int, *, call_free_ns: int = 0, preemptible: bool = True) -> Program:
        """Return the program that computes once."""
        yield self.compute(ns, call_free_ns=call_free_ns, preemptible=preemptible)

    def here(self, name: str) -> P:
        """Return the P that runs a goroutine."""
        return next(p for p in self.ps if p.g is not None and p.g.name == name)

    def park(self, g: G) -> None:
        """Wait until somebody calls :meth:`ready`."""
        self.parked[g.name] = g

    def ready(self, name: str, *, by: P | None = None, following: bool = True) -> None:
        self.scheduler.ready(self.parked.pop(name), by=by, following=following)

    def sleeping(self, ns: int) -> Callable[[G], None]:
        return lambda g: self.scheduler.after(ns, lambda: self.scheduler.ready(g))

    def gosched(self, g: G) -> None:
        self.scheduler.queue.put(g)

    # The world

    def stop_at(self, time: int, number: int, work_ns: int) -> simpy.Process:
        """Let a P stop the world at a time and keep it stopped for a while, as a collection does."""
        return self.env.process(self._stop(time, self.ps[number], work_ns))

    def _stop(self, time: int, p: P, work_ns: int) -> Generator[simpy.Event, None, None]:
        yield self.env.timeout(time - self.now)
        p.halt()
        self.note("requests", repr(p))
        requested = self.now
        yield from self.world.stop(p)
        self.note("stopped")
        stopped = self.now
        yield self.env.timeout(work_ns)
        self.world.start(p)
        self.note("started")
        activity = None if p.g is None else p.g.activity
        if activity is None:
            self.scheduler.schedule(p)
            return
        for ns, cause in ((stopped - requested, Cause.STOPPING), (self.now - stopped, Cause.STOPPED)):
            if ns:
                activity.delayed(ns, cause)
        p.run(activity)

    def _decided(self, now: int, p: P, g: G) -> None:
        self.log.append((now, repr(p), g.name))
