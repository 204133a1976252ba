"""Requests that fan out: each starts goroutines and waits for all of them, with a ``WaitGroup`` or on a channel."""

from typing import Literal

from gcsim.runtime import Allocate, Channel, Compute, Go, Instruction, Program
from gcsim.runtime.sync import WaitGroup
from gcsim.workloads.process import Process

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
    while True:
        began = process.now
        yield add
        for _ in range(width):
            yield start
        yield wait
        process.requests.request(process.now - began)


def _with_channel(process: Process, width: int, work: list[Instruction]) -> Program:
    done = Channel(width, "done")
    start, receive = Go([*work, done.send()], "worker"), done.receive()
    while True:
        began = process.now
        for _ in range(width):
            yield start
        for _ in range(width):
            yield receive
        process.requests.request(process.now - began)
