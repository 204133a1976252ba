"""Requests that fan out: each starts goroutines and waits for all of them, with a ``WaitGroup`` or on a channel."""

from typing import Literal

from gcsim.runtime import Account, Allocate, Channel, Compute, G, Go, Instruction, Myself, Program
from gcsim.runtime.sync import WaitGroup
from gcsim.workloads.process import Process
from gcsim.workloads.waits import Item

__all__ = ["main"]


def main(  # noqa: PLR0913 - what a scenario says of it
    process: Process,
    *,
    callers: int,
    width: int,
    work_ns: int,
    wait_for: Literal["wait_group", "channel"],
    allocate: int,
    objects: int,
    pointers: int,
) -> Program:
    """Return the program: every request counts as an operation.

    Parameters
    ----------
    process : Process
        Where it runs.
    callers : int
        Goroutines that make requests, one after another each.
    width : int
        Goroutines of a request.
    work_ns : int
        What each of these computes, ns.
    wait_for : {"wait_group", "channel"}
        How a request waits for them.
    allocate, objects, pointers : int
        What each of them allocates: bytes, objects, pointers; 0 bytes for nothing.
    """
    process.begin()
    work: list[Instruction] = [Compute(work_ns)]
    if allocate:
        work.append(Allocate(allocate, objects, pointers))
    caller = _with_wait_group if wait_for == "wait_group" else _with_channel
    for number in range(callers - 1):
        yield Go(caller(process, width, work), f"caller{number}")
    yield from caller(process, width, work)


def _with_wait_group(process: Process, width: int, work: list[Instruction]) -> Program:
    group = WaitGroup()
    add, start, wait = group.add(width), Go([*work, group.done()], "worker"), group.wait()
    requests = _Requests(process, (yield Myself()))
    while True:
        requests.begin()
        yield add
        for _ in range(width):
            yield start
        yield wait
        requests.end()


def _with_channel(process: Process, width: int, work: list[Instruction]) -> Program:
    done = Channel(width, "done")
    start, receive = Go([*work, done.send()], "worker"), done.receive()
    requests = _Requests(process, (yield Myself()))
    while True:
        requests.begin()
        for _ in range(width):
            yield start
        for _ in range(width):
            yield receive
        requests.end()


class _Requests:
    """The requests of one caller. What its goroutines wait for is its wait for them, and so its own time."""

    def __init__(self, process: Process, caller: G) -> None:
        self._process = process
        self._account = caller.account = caller.account or Account()
        self._item = Item(process.scheduler)

    def begin(self) -> None:
        """Begin with the next."""
        self._item = Item(self._process.scheduler)
        self._account.delays = {}

    def end(self) -> None:
        """Count it."""
        item = self._item
        item.received(self._account)
        self._process.requests.request(self._process.now - item.made_ns, item.delays)
