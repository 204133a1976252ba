"""Stages that hand items on over channels, one after another; how far they get ahead is up to the buffers between."""

from gcsim.runtime import Account, Allocate, Channel, Compute, G, Go, Myself, Program
from gcsim.workloads.process import Process
from gcsim.workloads.waits import Item

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
        send.value = Item(process.scheduler)
        yield send


def _stage(process: Process, channel: Channel, following: Channel | None, steps: list[Compute | Allocate]) -> Program:
    receive = channel.receive()
    send = None if following is None else following.send()
    me: G = yield Myself()
    account = me.account = me.account or Account()
    while True:
        # Of an item that is handed over it is the first to know, and waits for a P with it.
        account.delays = {}
        item: Item = yield receive
        item.received(account)
        yield from steps
        if send is None:
            process.requests.request(process.now - item.made_ns, item.delays)
        else:
            account.delays = None
            item.sent()
            send.value = item
            yield send
