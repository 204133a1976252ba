"""A loop without calls on one P while another asks for a collection: the stop has to wait for it."""

from gcsim.runtime import Channel, Collect, Go, Loop, Program
from gcsim.workloads.process import Process

__all__ = ["main"]


def main(process: Process, *, loop_ns: int) -> Program:
    """Return the program: it collects as soon as the loop runs, and does so over and over.

    Parameters
    ----------
    process : Process
        Where it runs; it needs two Ps.
    loop_ns : int
        How long the loop runs, ns.
    """
    process.begin()
    started, ended, collect = Channel(name="started"), Channel(1, name="ended"), Collect()
    while True:
        yield Go(_loop(loop_ns, started, ended), "loop")
        yield started.receive()
        yield collect
        yield ended.receive()


def _loop(loop_ns: int, started: Channel, ended: Channel) -> Program:
    yield started.send()
    yield Loop(loop_ns)
    yield ended.send()
