"""The client of ``net/http``, as far as its connections go (go1.4 and go1.8 net/http/transport.go).

A connection has two goroutines. ``readLoop`` hands out a response and waits until its body has been read to the end or
closed; ``writeLoop`` waits for the next request. A body that is neither leaves both waiting for what can come from
nobody else, and with them the connection, its buffers and its descriptor.
"""

from collections.abc import Callable

from gcsim.runtime import Allocate, Call, Channel, Go, Instruction, Program, Select, Syscall
from gcsim.workloads.process import Process

__all__ = ["OK", "PersistConn", "Response", "Transport"]

OK = 200

_END = True
"""What ``readLoop`` is told when a body has been read to its end."""

_MOST_IDLE = 2
"""``DefaultMaxIdleConnsPerHost`` (go1.4 transport.go:37, go1.8 transport.go:54)."""

_BUFFER = Allocate(4096)
"""A buffer of ``bufio``: 4096 bytes without pointers (bufio.go ``defaultBufSize``)."""

_REQUEST = Allocate(3300, objects=34, pointers=200)
"""What a GET leaves as garbage in any case, measured: see :data:`_EXCHANGE`."""

_EXCHANGE = Allocate(2500, objects=10, pointers=150)
"""Request and response of a connection that has had others before, measured.

``http.Get`` of 1 KiB over the loopback, go1.19.8: 5.8 KB in 44 objects over a connection that is used again, 13.6 KB in
80 over one of its own. Which of them hold pointers was not measured: half the words are taken to be pointers.
"""

_READER = Allocate(4096 + 2304, objects=45, pointers=144, lifetime="goroutine")
"""What stays reachable with ``readLoop``: its buffer, the connection, and the request and response it is busy with.

With the other buffer, two goroutines and the sudogs of two selects it comes to the 11.7 KB that an open body was
measured to hold (results/measured/micro, ``leak.heap``); 11 to 13 KB in every release from 1.4 on.
"""

_WRITER = Allocate(4096, lifetime="goroutine")
"""What stays reachable with ``writeLoop``: its buffer."""

_LOOP_FRAME = 1000
"""Stack of either loop while it waits in its select, bytes.

In go1.19.8 ``readLoop`` takes 648, ``writeLoop`` 248, and ``selectgo`` with ``gopark`` 352 below them (what their
``SUBQ`` takes off SP, and the return address). Up to 1.8 a select kept its cases on the stack of its function, and both
stacks were measured to stay at 4 KiB through collections, for which 1.4's ``shrinkstack`` asks for 992 in use.
"""

_EXCHANGE_FRAME = 1208
"""Stack below a loop while it reads a response or writes a request, bytes.

In go1.19.8 both deepest chains take so much: from ``readResponse`` over ``readMIMEHeader`` to ``ReadSlice``, and from
``Request.write`` over ``Header.writeSubset`` to ``sortedKeyValues``. In every release it makes a stack of 2 KiB double.
"""


class Response:
    """A response, whose body is still on its way.

    Parameters
    ----------
    status : int
        The status code.
    body : Channel
        Where the connection's ``readLoop`` is told whether the body was read to its end.

    Attributes
    ----------
    status : int
        As given.
    """

    __slots__ = ("_body", "_over", "status")

    def __init__(self, status: int, body: Channel) -> None:
        self.status = status
        self._body = body
        self._over = False

    def read_all(self) -> Program:
        """``ioutil.ReadAll(resp.Body)``: at its end the connection is free for another request."""
        if not self._over:
            self._over = True
            yield self._body.send(_END)

    def close(self) -> Program:
        """``resp.Body.Close()``: gives up the connection, unless the body has been read to its end."""
        if not self._over:
            self._over = True
            yield self._body.send(not _END)


class Transport:
    """``http.DefaultTransport``: makes connections to one host, and keeps some that are free.

    Parameters
    ----------
    process : Process
        Where it runs.
    answers_ns : int
        How long the other side takes, ns.
    status : callable
        The status code of its next answer.

    Attributes
    ----------
    idle : list
        Connections that are free.
    """

    def __init__(self, process: Process, answers_ns: int, status: Callable[[], int]) -> None:
        self.process = process
        self.answers_ns = answers_ns
        self.status = status
        self.idle: list[PersistConn] = []

    def get(self) -> Program:
        """``http.Get``; returns the :class:`Response`."""
        yield _REQUEST
        if self.idle:
            pc = self.idle.pop()
            yield _EXCHANGE
        else:
            pc = PersistConn(self)
            yield from pc.dial()
        answered = Channel(1)
        yield pc.writes.send("GET")  # pc.writech <- writeRequest{req, ...}
        yield pc.requests.send(answered)  # pc.reqch <- requestAndChan{req, resc, ...}
        response: Response = yield answered.receive()  # re := <-resc
        return response


class PersistConn:
    """A connection with its two loops."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._process = transport.process
        self._conn = self._process.connection(self._asked)
        self.writes = Channel(1)
        self.requests = Channel(1)
        self._closed = Channel()

    def _asked(self, _: object) -> None:
        """Let the other side answer."""
        transport, process = self._transport, self._process
        process.at(process.now + transport.answers_ns, lambda: self._conn.deliver(transport.status()))

    def dial(self) -> Program:
        """``dialConn``."""
        yield Syscall(0)  # connect
        yield Go([Call(self.read_loop(), _LOOP_FRAME)], "readLoop")  # go pconn.readLoop()
        yield Go([Call(self.write_loop(), _LOOP_FRAME)], "writeLoop")  # go pconn.writeLoop()

    def read_loop(self) -> Program:
        """``readLoop``: hand out one response after the other, each when the body of the last is done with."""
        yield _READER
        read: list[Instruction] = [self._conn.read()]
        alive = True
        while alive:
            status = yield Call(self._read_response(read), _EXCHANGE_FRAME)
            answered = yield self.requests.receive()  # rc := <-pc.reqch
            body = Channel(2)  # waitForBodyRead := make(chan bool, 2)
            yield answered.send(Response(status, body))
            which, to_the_end, _ = yield Select([body.receive(), self._closed.receive()])
            alive = which == 0 and to_the_end and self._put_idle()
        yield self._closed.close()  # close(pc.closech)
        yield Syscall(0)  # pc.conn.Close()
        self._process.descriptors.closed(self._conn)

    def _read_response(self, read: list[Instruction]) -> Program:
        """``pc.br.Peek(1)`` and ``ReadResponse``: the bytes come in at once."""
        status = yield read[0]
        return status

    def write_loop(self) -> Program:
        """``writeLoop``: write one request after the other."""
        yield _WRITER
        while True:
            which, request, _ = yield Select([self.writes.receive(), self._closed.receive()])
            if which == 1:
                return
            yield Call([self._conn.write(request)], _EXCHANGE_FRAME)  # wr.req.Request.write(pc.bw, ...); pc.bw.Flush()

    def _put_idle(self) -> bool:
        """``tryPutIdleConn``: return whether the connection is kept."""
        idle = self._transport.idle
        if len(idle) >= _MOST_IDLE:
            return False
        idle.append(self)
        return True
