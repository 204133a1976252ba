"""Stages that hand items on over channels, one after another; how far they get ahead is up to the buffers between."""

from gcsim.runtime import Allocate, Channel, Compute, Go, Program
from gcsim.workloads.process import Process

__all__ = ["main"]


def main(  # noqa: PLR0913 - what a scenario says of a pipeline
    process: Process,
    *,
    stages: int,
    workers: int,
    buffer: int,
    work_ns: int,
    allocate: int,
    objects: int,
    pointers: int,
) -> Program:
    """Return the program: every item that has passed the last stage counts as an operation, from its making on.

    Parameters
    ----------
    process : Process
        Where it runs.
    stages : int
        Stages behind the source, which makes items as fast as the first takes them.
    workers : int
        Goroutines of each stage.
    buffer : int
        Capacity of the channel before each stage.
    work_ns : int
        What an item computes in each stage, ns.
    allocate, objects, pointers : int
        What an item allocates in each stage: bytes, objects, pointers; 0 bytes for nothing.
    """
    process.begin()
    steps: list[Compute | Allocate] = [Compute(work_ns)]
    if allocate:
        steps.append(Allocate(allocate, objects, pointers))
    channels = [Channel(buffer, f"stage{number}") for number in range(stages)]
    for number, channel in enumerate(channels):
        following = channels[number + 1] if number + 1 < stages else None
        for worker in range(workers):
            yield Go(_stage(process, channel, following, steps), f"stage{number}.{worker}")
    send = channels[0].send()
    while True:
        send.value = process.now
        yield send


def _stage(process: Process, channel: Channel, following: Channel | None, steps: list[Compute | Allocate]) -> Program:
    receive = channel.receive()
    send = None if following is None else following.send()
    while True:
        made_ns = yield receive
        yield from steps
        if send is None:
            process.requests.request(process.now - made_ns)
        else:
            send.value = made_ns
            yield send
