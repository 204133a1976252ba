"""A program of which many goroutines wait while two hand a value back and forth."""

import time
from typing import Any

from gcsim.runtime import Channel, Go, Program


def main(process: Any, parked: int, exchanges: int) -> Program:  # noqa: ANN401 - a Process; programs need no types
    """Park so many goroutines on one channel, do so many exchanges, and say what CPU time these took."""
    done = Channel(name="done")
    start = Go([done.receive()], "parked")  # alike ones share their steps
    for _ in range(parked):
        yield start
    there, back = Channel(name="there"), Channel(name="back")
    yield Go(_pong(there, back), "pong")
    process.begin()
    began = time.process_time_ns()
    send, receive = there.send(), back.receive()
    for _ in range(exchanges):
        yield send
        yield receive
        process.requests.request(0)
    process.counts["cpu_ns"] = time.process_time_ns() - began


def _pong(there: Channel, back: Channel) -> Program:
    receive, send = there.receive(), back.send()
    while True:
        yield receive
        yield send
