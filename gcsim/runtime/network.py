"""Connections: a goroutine reads what came, or parks until the network poller finds that something has.

No M is held while it waits (go1.4 netpoll.goc, go1.8 netpoll.go).
"""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gcsim.runtime.instructions import Instruction, Signal
from gcsim.runtime.prices import Price

if TYPE_CHECKING:
    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["EOF", "Connection", "Read", "Write"]

EOF = object()
"""What a read results in when the other side has closed."""


class Connection:
    """One side of a connection, whose other side is not simulated.

    Parameters
    ----------
    scheduler : Scheduler
        Whose goroutines read and write it.
    on_write : callable, optional
        Told what is written: the other side.

    Attributes
    ----------
    reader : G or None
        The goroutine that waits for data.
    """

    __slots__ = ("_inbox", "_scheduler", "on_write", "reader")

    def __init__(self, scheduler: "Scheduler", on_write: Callable[[Any], None] | None = None) -> None:
        self._scheduler = scheduler
        self._inbox: deque[Any] = deque()
        self.on_write = on_write
        self.reader: G | None = None

    def __len__(self) -> int:
        return len(self._inbox)

    def read(self) -> "Read":
        """Return the instruction that reads: its result is what came, :data:`EOF` when the other side has closed."""
        return Read(self)

    def write(self, value: Any = None) -> "Write":  # noqa: ANN401 - a connection carries anything
        """Return the instruction that writes."""
        return Write(self, value)

    def deliver(self, value: Any) -> None:  # noqa: ANN401
        """Let data come in, from outside."""
        g, self.reader = self.reader, None
        if g is None:
            self._inbox.append(value)
        else:
            g.value = value
            self._scheduler.netpoll.ready(g)

    def taken(self, g: "G", p: "P") -> Any:  # noqa: ANN401
        """Return what came first; park the goroutine if nothing has."""
        if self._inbox:
            return self._inbox.popleft()
        self._scheduler.netpoll.used = True
        self.reader = g
        return self._scheduler.park(p, g, "IO wait")


class Read(Instruction):
    """Read from a connection.

    Parameters
    ----------
    connection : Connection
        Which.
    """

    __slots__ = ("_connection",)

    price = Price.READ

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Any:  # noqa: ANN401, ARG002
        """Take what came, or wait for it."""
        return self._connection.taken(g, p)


class Write(Instruction):
    """Write to a connection; its buffer takes it at once.

    Parameters
    ----------
    connection : Connection
        Which.
    value : object
        What.
    """

    __slots__ = ("_connection", "_value")

    price = Price.WRITE

    def __init__(self, connection: Connection, value: Any) -> None:  # noqa: ANN401
        self._connection = connection
        self._value = value

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal | None:  # noqa: ARG002
        """Hand it to the other side."""
        if self._connection.on_write is not None:
            self._connection.on_write(self._value)
        return None
