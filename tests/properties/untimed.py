"""Programs as data, and an interpreter of them that knows nothing of time, Ps or gcsim.

An operation is a tuple: its name, and what it is about. Channels, locks and groups are numbers.

======================================  ==============================================================
``("send", c)``, ``("receive", c)``     one value
``("range", c)``                        receive until the channel is closed
``("close", c)``
``("select", cases, default)``          cases are sends and receives
``("lock", m)``, ``("unlock", m)``      likewise ``("rlock", m)``, ``("runlock", m)``
``("done", w)``, ``("wait", w)``        a group counts the dones in all programs
``("go", k)``                           start goroutine k
anything else                           takes time, nothing more
======================================  ==============================================================
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Op", "Programs", "State", "run"]

Op = tuple[Any, ...]
"""An operation."""

Value = tuple[int, int]
"""What is sent: by whom, and which of its operations that was."""


@dataclass(frozen=True)
class Programs:
    """What some goroutines do; the first is main, and those that no other starts are there from the beginning."""

    ops: list[list[Op]]
    capacities: list[int]

    def roots(self) -> list[int]:
        """Return who is there from the beginning."""
        started = {op[1] for program in self.ops for op in program if op[0] == "go"}
        return [index for index in range(len(self.ops)) if index not in started]

    def todo(self) -> Counter[int]:
        """Return what each group counts down from."""
        return Counter(op[1] for program in self.ops for op in program if op[0] == "done")


@dataclass
class State:
    """Where goroutines are that have been started, and what they share."""

    programs: Programs
    at: dict[int, int]
    buffers: dict[int, list[Value]]
    todo: Counter[int]
    closed: set[int] = field(default_factory=set)
    holders: dict[int, int] = field(default_factory=dict)
    readers: Counter[int] = field(default_factory=Counter)
    received: dict[int, list[tuple[int, Value | None]]] = field(default_factory=dict)

    def op(self, index: int) -> Op | None:
        """Return what a goroutine does next, None if it has ended."""
        program, at = self.programs.ops[index], self.at[index]
        return program[at] if at < len(program) else None

    def stuck(self) -> list[int]:
        """Return who has not ended."""
        return [index for index in self.at if self.op(index) is not None]

    def partners(self, index: int, what: str, c: int) -> Iterator[int]:
        """Return the others that are about to send on a channel, or to receive."""
        wanted = {what, "range"} if what == "receive" else {what}
        for other in self.at:
            op = self.op(other)
            if other == index or op is None:
                continue
            if op[0] == "select":
                if (what, c) in op[1]:
                    yield other
            elif op[0] in wanted and op[1] == c:
                yield other

    def can(self, index: int) -> bool:
        """Return whether a goroutine can do what it does next."""
        op = self.op(index)
        if op is None:
            return False
        match op[0]:
            case "send" | "receive" | "range":
                can = self._communicates(index, "send" if op[0] == "send" else "receive", op[1])
            case "select":
                can = op[2] or any(self._communicates(index, what, c) for what, c in op[1])
            case "lock":
                can = op[1] not in self.holders and not self.readers[op[1]]
            case "rlock":
                a_writer_waits = any(self.op(other) == ("lock", op[1]) for other in self.at if other != index)
                can = op[1] not in self.holders and not a_writer_waits
            case "wait":
                can = self.todo[op[1]] == 0
            case _:
                can = True
        return can

    def _communicates(self, index: int, what: str, c: int) -> bool:
        if c in self.closed:
            return True
        capacity, held = self.programs.capacities[c], len(self.buffers[c])
        if capacity:
            return held > 0 if what == "receive" else held < capacity
        return any(True for _ in self.partners(index, "send" if what == "receive" else "receive", c))


def run(programs: Programs) -> State:
    """Run programs without selects to their end, or until none can go on.

    The order in which goroutines are taken is of no matter where each channel has one sender and one receiver.
    """
    state = State(
        programs,
        at=dict.fromkeys(programs.roots(), 0),
        buffers={c: [] for c in range(len(programs.capacities))},
        todo=programs.todo(),
        received={index: [] for index in range(len(programs.ops))},
    )
    while can := [index for index in state.at if state.can(index)]:
        _do(state, can[-1])
    return state


def _do(state: State, index: int) -> None:
    """Let a goroutine do what it can do next."""
    op = state.op(index)
    assert op is not None
    match op[0]:
        case "send":
            _send(state, index, op[1])
            return
        case "receive" | "range":
            _receive(state, index, op)
            return
        case "close":
            state.closed.add(op[1])
        case "lock":
            state.holders[op[1]] = index
        case "unlock":
            del state.holders[op[1]]
        case "rlock":
            state.readers[op[1]] += 1
        case "runlock":
            state.readers[op[1]] -= 1
        case "done":
            state.todo[op[1]] -= 1
        case "go":
            state.at[op[1]] = 0
    state.at[index] += 1


def _send(state: State, index: int, c: int) -> None:
    value = (index, state.at[index])
    state.at[index] += 1
    if len(state.buffers[c]) < state.programs.capacities[c]:
        state.buffers[c].append(value)
        return
    (receiver,) = state.partners(index, "receive", c)
    _got(state, receiver, c, value)


def _receive(state: State, index: int, op: Op) -> None:
    c = op[1]
    if state.buffers[c]:
        _got(state, index, c, state.buffers[c].pop(0))
    elif c in state.closed:
        state.received[index].append((c, None))
        state.at[index] += 1
    else:
        (sender,) = state.partners(index, "send", c)
        _got(state, index, c, (sender, state.at[sender]))
        state.at[sender] += 1


def _got(state: State, index: int, c: int, value: Value) -> None:
    op = state.op(index)
    assert op is not None
    state.received[index].append((c, value))
    if op[0] != "range":
        state.at[index] += 1
