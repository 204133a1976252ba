"""Laws that every program obeys: nothing lost, nothing twice, order, exclusion, and deadlocks told where they are.

Programs are data (:mod:`tests.properties.untimed`). They are run by gcsim, and by an interpreter that shares nothing
with it where the outcome does not depend on the schedule; where it does, the state that gcsim ends in is judged.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import simpy
from hypothesis import given, settings
from hypothesis import strategies as st

from gcsim.kernel import stream
from gcsim.runtime import (
    FREE,
    Channel,
    Close,
    Compute,
    Defer,
    FatalError,
    G,
    Go,
    Gosched,
    Instruction,
    Loop,
    Program,
    Receive,
    Recover,
    Select,
    Send,
    Sleep,
    StopCosts,
    Syscall,
)
from gcsim.runtime.sync import Mutex, RWMutex, WaitGroup
from gcsim.vocabulary import PState
from tests.properties.untimed import Op, Programs, State, Value, run
from tests.runtime.bench import ERAS, Bench, Entry, rules
from tests.runtime.programs import prices

HORIZON_NS = 60_000_000_000
"""Long after the last goroutine has ended."""

WAKE_NS = 5_000
LOCKS = 2

PRICES = {
    "free": FREE,
    "measured": prices(
        unbuffered=78,
        buffered=46,
        gosched=63,
        go=100,
        select=50,
        lock=12,
        wait_group=10,
        timer=200,
        syscall=70,
        panic=90,
    ),
}

PANICS = {"send on closed channel", "close of closed channel"}

WAITS = {
    "send": {"chan send"},
    "receive": {"chan receive"},
    "range": {"chan receive"},
    "select": {"select", "select (no cases)", "chan send", "chan receive"},
    "lock": {"semacquire"},
    "rlock": {"semacquire"},
    "wait": {"semacquire"},
}
"""What Go says that a goroutine waits for in each operation."""


# Programs as data

CHANNELS = 3
"""Those for values of all kinds of programs; there is one more, which some close and nobody sends on."""

DONE = CHANNELS

SPENDING: list[Op] = [
    (what, ns) for what in ("compute", "loop", "sleep", "syscall") for ns in (0, 50, 1_000, 7_000, 90_000, 25_000_000)
] + [("gosched", 0)]
"""Operations that take time, nothing more."""

SELECTS: list[Op] = [
    ("select", cases, default)
    for cases in (
        (),
        (("receive", 0), ("receive", 1)),
        (("send", 0), ("send", 1)),
        (("send", 0), ("receive", 0)),
        (("receive", 2), ("send", 1), ("receive", 0)),
        (("send", 2),),
    )
    for default in (False, True)
    if cases or default
]

COMMUNICATING: list[Op] = [(what, c) for what in ("send", "receive") for c in range(CHANNELS)] + SELECTS


def section(m: int, inner: list[Op], how: str = "") -> list[Op]:
    """Return what is done with a lock held."""
    return [(f"{how}lock", m), *inner, (f"{how}unlock", m)]


spending = st.sampled_from(SPENDING)

calm = st.one_of(
    st.builds(lambda op: [op], spending),
    st.builds(lambda m, op: section(m, [op]), st.integers(0, LOCKS - 1), spending),
    st.builds(lambda op: section(1, [op], "r"), spending),
)
"""What blocks nobody for ever."""

wild = st.sampled_from(
    [[(what, c)] for what in ("close", "close", "close", "range") for c in range(CHANNELS)]
    + [[("close", DONE)]] * 4
    + [[op] for op in COMMUNICATING]
    + [[("done", 0)], [("wait", 0)]]
    + [section(m, [op]) for m in range(LOCKS) for op in COMMUNICATING]
    + [section(1, [op], "r") for op in COMMUNICATING]
    + [section(0, section(1, [])), section(1, section(0, []))]
)
"""What may block for ever, or panic, or make others do so."""


def forms(what: str, c: int) -> list[Op]:
    """Return how to send or to receive on a channel: by itself, and in selects."""
    cases = (what, c), ("receive", DONE)
    return [(what, c), ("select", cases[:1], False), ("select", cases, False), ("select", cases[::-1], False)]


@st.composite
def networks(draw: st.DrawFn) -> Programs:
    """Draw programs in which each channel has one sender and one receiver: what they do depends on no schedule.

    They are made from a sequence of messages that could pass in just that order, and then disturbed here and there:
    some end, some deadlock.
    """
    n = draw(st.integers(2, 5))
    goroutine = st.integers(0, n - 1)
    channels = draw(st.lists(st.tuples(goroutine, goroutine, st.integers(0, 2)), min_size=2, max_size=4))
    ops: list[list[Op]] = [[] for _ in range(n)]
    message = st.tuples(st.sampled_from(channels), st.integers(1, 4))
    other = st.tuples(goroutine, st.one_of(calm, st.sampled_from([[("done", 0)], [("wait", 0)]])))
    parts: list[tuple[Any, Any]] = draw(st.lists(st.one_of(message, message, other), min_size=4, max_size=14))
    for who, what in parts:
        if isinstance(what, list):
            ops[who] += what
            continue
        c = channels.index(who)
        sender, receiver, capacity = who
        for _ in range(what if sender != receiver else min(what, capacity)):
            ops[sender].append(("send", c))
            ops[receiver].append(("receive", c))
    for c in draw(st.lists(st.sampled_from(range(len(channels))), unique=True, max_size=2)):
        sender, receiver, _ = channels[c]
        ops[sender].append(("close", c))
        ops[receiver].append((draw(st.sampled_from(["receive", "range"])), c))
    for g in draw(st.lists(goroutine, max_size=1)):
        _disturb(ops[g], draw)
    _start(ops, draw)
    used = [capacity for _, _, capacity in channels]
    return Programs([_without_panics(program) for program in ops], used)


def _disturb(program: list[Op], draw: st.DrawFn) -> None:
    """Leave an operation out, or exchange two neighbours, neither of them within a locked section."""
    free = [i for i, op in enumerate(program) if op[0] in {"send", "receive", "wait", "done"}]
    leaves_out = draw(st.booleans())
    if free and leaves_out:
        del program[draw(st.sampled_from(free))]
        return
    neighbours = [i for i, j in pairwise(free) if j == i + 1]
    if neighbours:
        i = draw(st.sampled_from(neighbours))
        program[i], program[i + 1] = program[i + 1], program[i]


def _start(ops: list[list[Op]], draw: st.DrawFn) -> None:
    """Let some goroutines be started by others."""
    for k in range(1, len(ops)):
        parent = draw(st.integers(-2, k - 1))
        if parent >= 0:
            ops[parent].insert(draw(st.integers(0, min(len(ops[parent]), 2))), ("go", k))


def _without_panics(program: list[Op]) -> list[Op]:
    """Leave out what is sent after a close."""
    closed: set[int] = set()
    kept = []
    for op in program:
        if op[0] in {"send", "close"} and op[1] in closed:
            continue
        if op[0] == "close":
            closed.add(op[1])
        kept.append(op)
    return kept


@st.composite
def programs(draw: st.DrawFn) -> Programs:
    """Draw programs of any kind: what becomes of them depends on the schedule."""
    n = draw(st.integers(2, 6))
    goroutine = st.integers(0, n - 1)
    message = st.tuples(goroutine, st.tuples(st.integers(1, n - 1), st.integers(0, CHANNELS - 1), st.integers(1, 3)))
    by_itself = st.tuples(goroutine, calm)
    kinds = [message] * 6 + [by_itself] * 3
    if draw(st.booleans()):
        abandoned = st.tuples(st.integers(1, n - 1), st.integers(0, CHANNELS - 1), st.just(0))
        kinds.append(st.tuples(goroutine, st.one_of(wild, abandoned)))
    parts = st.one_of(kinds)
    ops: list[list[Op]] = [[] for _ in range(n)]
    for who, what in draw(st.lists(parts, min_size=8, max_size=24)):
        if isinstance(what, list):
            ops[who] += what
            continue
        further, c, times = what
        receiver = (who + further) % n
        if not times:
            ops[who].append(("send", c))
            ops[receiver].append(("close", c))
        ops[who] += [draw(st.sampled_from(forms("send", c)))] * times
        ops[receiver] += [draw(st.sampled_from(forms("receive", c)))] * times
    _start(ops, draw)
    return Programs(ops, [*draw(st.lists(st.integers(0, 2), min_size=CHANNELS, max_size=CHANNELS)), 0])


# Programs run by gcsim


@dataclass
class Running:
    """A bench that runs programs, and what they did."""

    bench: Bench
    programs: Programs
    at: dict[int, int] = field(default_factory=dict)
    received: dict[int, list[tuple[int, Value | None]]] = field(default_factory=lambda: defaultdict(list))
    sent: dict[int, list[Value]] = field(default_factory=lambda: defaultdict(list))
    closed: set[int] = field(default_factory=set)
    holders: dict[int, int] = field(default_factory=dict)
    readers: Counter[int] = field(default_factory=Counter)
    panicked: dict[int, str] = field(default_factory=dict)
    ended: set[int] = field(default_factory=set)
    gs: dict[int, G] = field(default_factory=dict)
    deadlock: str | None = None

    def __post_init__(self) -> None:
        self.todo = self.programs.todo()
        self.channels = [Channel(capacity, str(c)) for c, capacity in enumerate(self.programs.capacities)]
        self.locks: list[Any] = [RWMutex() if m % 2 else Mutex() for m in range(LOCKS)]
        self.group = WaitGroup()
        self.group.counter = self.todo[0]
        roots = self.programs.roots()
        for index in roots:
            self.gs[index] = self.bench.go(str(index), self.program(index))
        self.alive = len(roots)
        self.bench.scheduler.main = self.gs[roots[0]]

    def run(self) -> None:
        """Run to the end."""
        self._until_the_end(lambda: self.bench.run(HORIZON_NS))

    def step(self, check: Callable[[], None]) -> None:
        """Run to the end, and check something whenever time passes."""

        def steps() -> None:
            env = self.bench.env
            while env.peek() < HORIZON_NS:
                env.step()
                if env.peek() > env.now:
                    check()

        self._until_the_end(steps)

    def _until_the_end(self, go_on: Callable[[], object]) -> None:
        try:
            go_on()
        except FatalError as error:
            if error.kind != "deadlock":
                raise
            self.deadlock = str(error)

    def program(self, index: int) -> Program:
        """Return a goroutine's program; one that panics recovers and has ended."""
        yield Defer(self._ending(index))
        for at, op in enumerate(self.programs.ops[index]):
            self.at[index] = at
            yield from self._do(index, op)
        self.at[index] = len(self.programs.ops[index])

    def _ending(self, index: int) -> Program:
        value = yield Recover()
        if value is not None:
            self.panicked[index] = value
        self.ended.add(index)
        self.alive -= 1
        if not self.alive:
            self.bench.scheduler.main = None  # as where main has waited for all

    def _do(self, index: int, op: Op) -> Program:
        match op[0]:
            case "select":
                yield from self._selects(index, op)
            case "send" | "receive" | "range" | "close":
                yield from self._communicates(index, *op)
            case "lock" | "rlock" | "unlock" | "runlock":
                yield from self._excludes(index, op)
            case "done":
                self.todo[0] -= 1
                yield self.group.done()
            case "wait":
                yield self.group.wait()
                assert self.todo[0] == 0
            case "go":
                self.alive += 1
                self.gs[op[1]] = yield Go(self.program(op[1]), str(op[1]))
            case _:
                yield _spends(op)

    def _communicates(self, index: int, what: str, c: int) -> Program:
        match what:
            case "send":
                yield Send(self.channels[c], (index, self.at[index]))
                self.sent[c].append((index, self.at[index]))
            case "receive":
                value, ok = yield Receive(self.channels[c], with_ok=True)
                self._got(index, c, value, ok=ok)
            case "range":
                yield from self.channels[c].each(lambda value: self._ranged(index, c, value))
                self._got(index, c, None, ok=False)
            case _:
                yield Close(self.channels[c])
                self.closed.add(c)

    def _selects(self, index: int, op: Op) -> Program:
        _, cases, default = op
        chosen, value, ok = yield Select([self._case(index, *case) for case in cases], default=default)
        if chosen < 0:
            assert default
            return
        what, c = cases[chosen]
        if what == "send":
            self.sent[c].append((index, self.at[index]))
        else:
            self._got(index, c, value, ok=ok)

    def _excludes(self, index: int, op: Op) -> Program:
        what, m = op
        lock = self.locks[m]
        if what == "lock":
            yield lock.lock()
            assert m not in self.holders
            assert not self.readers[m]
            self.holders[m] = index
        elif what == "rlock":
            yield lock.rlock()
            assert m not in self.holders
            self.readers[m] += 1
        elif what == "unlock":
            del self.holders[m]
            yield lock.unlock()
        else:
            self.readers[m] -= 1
            yield lock.runlock()

    def _case(self, index: int, what: str, c: int) -> Send | Receive:
        return self.channels[c].send((index, self.at[index])) if what == "send" else self.channels[c].receive()

    def _ranged(self, index: int, c: int, value: Value) -> Program:
        self._got(index, c, value, ok=True)
        yield Compute(100)

    def _got(self, index: int, c: int, value: Value | None, *, ok: bool) -> None:
        assert ok == (value is not None)
        self.received[index].append((c, value))

    def state(self) -> State:
        """Return the state in which goroutines are that wait, reconstructed from what they did."""
        lengths = {index: len(self.programs.ops[index]) for index in self.at}
        got = self._values()
        return State(
            self.programs,
            at={index: lengths[index] if index in self.ended else at for index, at in self.at.items()},
            buffers={c: [v for v in self.sent[c] if v not in got[c]] for c in range(len(self.channels))},
            todo=self.todo,
            closed=self.closed,
            holders=self.holders,
            readers=self.readers,
        )

    def _values(self) -> dict[int, list[Value]]:
        """Return what was received, by channel."""
        values: dict[int, list[Value]] = defaultdict(list)
        for entries in self.received.values():
            for c, value in entries:
                if value is not None:
                    values[c].append(value)
        return values

    def check_values(self) -> None:
        """Check that no value was lost or delivered twice, and that each sender's came in its order."""
        got = self._values()
        for c, channel in enumerate(self.channels):
            assert len(got[c]) == len(set(got[c])), "delivered twice"
            assert set(got[c]) <= set(self.sent[c]), "out of thin air"
            left = [value for value in self.sent[c] if value not in got[c]]
            assert sorted(left) == sorted(channel.buffer), "lost"
            assert len(channel) <= channel.capacity
        for entries in self.received.values():
            seen: dict[tuple[int, int], int] = {}
            for c, value in entries:
                if value is not None:
                    assert seen.get((c, value[0]), -1) < value[1], "out of order"
                    seen[c, value[0]] = value[1]

    def check_end(self) -> None:
        """Check that a deadlock was told where there is one, and of whom, and that else all have ended."""
        assert set(self.panicked.values()) <= PANICS
        stuck = set(self.gs) - self.ended
        if self.deadlock is None:
            assert not stuck
            return
        assert stuck, "no goroutine was asleep"
        told = re.findall(
            r"^goroutine (\d+) \[(.*)\]:\n(\d+)\n\t(?:test_programs|channels).py:\d+$", self.deadlock, re.MULTILINE
        )
        state = self.state()
        assert not [index for index in stuck if state.can(index)], "somebody could go on"
        assert len(told) == len(stuck)
        for number, waits, name in told:
            index = int(name)
            op = state.op(index)
            assert index in stuck
            assert self.gs[index].number == int(number)
            assert op is not None
            assert waits in WAITS[op[0]]


def _spends(op: Op) -> Instruction:
    match op[0]:
        case "compute":
            return Compute(op[1])
        case "loop":
            return Loop(op[1])
        case "sleep":
            return Sleep(op[1])
        case "syscall":
            return Syscall(op[1])
    return Gosched()


@dataclass(frozen=True)
class Machine:
    """What programs run on, and when the world is stopped: after how long, by which P, for how long."""

    ps: int
    go: str
    price: str
    seed: int
    stops: list[tuple[int, int, int]]


machines = st.builds(
    Machine,
    ps=st.integers(1, 16),
    go=st.sampled_from(sorted(ERAS)),
    price=st.sampled_from(sorted(PRICES)),
    seed=st.integers(0, 100),
    stops=st.lists(st.tuples(st.integers(1, 500_000), st.integers(0, 15), st.integers(0, 200_000)), max_size=3),
)


def running(what: Programs, machine: Machine) -> Running:
    """Return programs that are ready to run."""
    bench = Bench(
        machine.ps,
        rules(machine.go),
        stealing=stream(machine.seed, "stealing", 0),
        choosing=stream(machine.seed, "choosing", 0),
        wake_ns=WAKE_NS,
        prices=PRICES[machine.price],
        costs=StopCosts(base_ns=200.0, handshake_ns=900.0, retry_share=0.2),
    )
    bench.watch()
    bench.env.process(_stopping(bench, machine))
    return Running(bench, what)


def _stopping(bench: Bench, machine: Machine) -> Generator[simpy.Event, None, None]:
    """Stop the world now and then, by a P that runs a goroutine."""
    for wait_ns, number, work_ns in machine.stops:
        yield bench.env.timeout(wait_ns)
        p = bench.ps[number % machine.ps]
        if p.activity is not None:
            yield bench.stop_at(bench.now, p.number, work_ns)


@settings(max_examples=250)
@given(what=networks(), machine=machines)
def test_a_network_does_what_an_interpreter_without_time_says(what: Programs, machine: Machine) -> None:
    ran = running(what, machine)
    ran.run()
    expected = run(what)
    assert ran.at == expected.at
    assert {index: ran.received[index] for index in range(len(what.ops))} == expected.received
    assert (ran.deadlock is not None) == bool(expected.stuck())
    assert ran.ended == set(expected.at) - set(expected.stuck())
    assert not ran.panicked
    assert {c: list(channel.buffer) for c, channel in enumerate(ran.channels)} == expected.buffers
    ran.check_end()


@settings(max_examples=250)
@given(what=programs(), machine=machines)
def test_nothing_is_lost_or_doubled_and_deadlocks_are_told_where_nobody_can_go_on(
    what: Programs, machine: Machine
) -> None:
    ran = running(what, machine)
    ran.run()
    ran.check_values()
    ran.check_end()


@settings(max_examples=120)
@given(what=programs(), machine=machines)
def test_no_goroutine_waits_beside_an_idle_p_for_longer_than_a_thread_takes(what: Programs, machine: Machine) -> None:
    ran = running(what, machine)
    scheduler = ran.bench.scheduler
    longest = max(WAKE_NS, scheduler.rules.runnext_steal_delay_ns)

    def check() -> None:
        if scheduler.stop_here is not None:
            return
        waiting = len(scheduler.queue) + sum(len(p.runq) for p in ran.bench.ps)
        if not waiting or PState.IDLE not in ran.bench.states:
            return
        coming = [p for p in ran.bench.ps if p.state is PState.SCHEDULING and p.event.due is not None]
        assert waiting <= len(coming) or any(p.spinning for p in coming)
        # Each that comes decides soon, and wakes the next if there is more to do.
        assert all((p.event.due or 0) - ran.bench.clock.now <= longest for p in coming)

    ran.step(check)


@settings(max_examples=80)
@given(what=programs(), machine=machines)
def test_every_nanosecond_of_every_p_is_accounted_for(what: Programs, machine: Machine) -> None:
    ran = running(what, machine)

    def check() -> None:
        assert [sum(p.times()) for p in ran.bench.ps] == [ran.bench.now] * machine.ps

    ran.step(check)
    check()
    if machine.price == "free" and not any(op[0] == "range" for program in what.ops for op in program):
        done = [op for index, program in enumerate(what.ops) if index in ran.at for op in program[: ran.at[index]]]
        assert sum(p.times()[PState.MUTATOR] for p in ran.bench.ps) == sum(
            op[1] for op in done if op[0] in {"compute", "loop"}
        )


@settings(max_examples=40)
@given(what=programs(), machine=machines)
def test_the_same_seed_gives_the_same_log(what: Programs, machine: Machine) -> None:
    logs: list[tuple[list[Entry], dict[int, list[tuple[int, Value | None]]], str | None]] = []
    for _ in range(2):
        ran = running(what, machine)
        ran.run()
        logs.append((ran.bench.log, ran.received, ran.deadlock))
    assert logs[0] == logs[1]
