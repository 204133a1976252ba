"""What a program finds when it starts: the process that it runs in."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from gcsim.kernel import Stream
from gcsim.runtime import Scheduler
from gcsim.runtime.descriptors import Descriptors
from gcsim.runtime.network import Connection
from gcsim.vocabulary import Cause

__all__ = ["Process", "RequestSink"]


class RequestSink(Protocol):
    """Where finished requests are counted."""

    def request(self, latency_ns: int, delays: dict[Cause, int] | None = None) -> None:
        """Count a request: its latency, and what of it was no work of its own, ns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """The process that a program runs in.

    Attributes
    ----------
    scheduler : Scheduler
        Runs its goroutines.
    requests : RequestSink
        Counts requests and their latencies.
    stream : callable
        Gives the random stream of a name, the same for every release and GOGC.
    begin : callable
        To be called once, when the set-up is over and recording shall begin.
    release : str
        The Go release.
    descriptors : Descriptors
        What the process has open.
    counts : Counter
        What a program counts, by a name that says what: the recording has it.
    """

    scheduler: Scheduler
    requests: RequestSink
    stream: Callable[[str], Stream]
    begin: Callable[[], None]
    release: str
    descriptors: Descriptors = field(default_factory=Descriptors)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def now(self) -> int:
        """Simulated time, ns."""
        return int(self.scheduler.clock.env.now)

    def connection(self, on_write: Callable[[object], None] | None = None) -> Connection:
        """Return a connection whose other side is told what is written; it has a descriptor."""
        connection = Connection(self.scheduler, on_write)
        self.descriptors.opened(connection)
        return connection

    def at(self, time_ns: int, then: Callable[[], None]) -> None:
        """Have something happen outside the process at a time, such as a request that comes in, ns.

        Raises
        ------
        TypeError
            If the time is no whole number.
        """
        if not isinstance(time_ns, int):
            raise TypeError(f"at takes a time in whole ns, such as process.now + 1000; found {time_ns!r}")
        self.scheduler.clock.env.timeout(max(time_ns - self.now, 0)).callbacks.append(lambda _: then())
