"""What a request was kept waiting by while nobody ran for it, so that nothing could be charged.

The scheduler charges a goroutine's wait from when it became runnable. What lies before that, such as the time in which
nobody had polled the connection that the request came over, is divided here by the same rule: what the world stood
still or was about to, the share of the Ps that mark workers held, the rest.
"""

from gcsim.runtime import Account, Scheduler
from gcsim.vocabulary import Cause

__all__ = ["Item", "Uncharged", "charge", "uncharged"]

_MARK_WORKER, _RUN_QUEUE, _STOPPED, _STOPPING = Cause.MARK_WORKER, Cause.RUN_QUEUE, Cause.STOPPED, Cause.STOPPING
"""Looked up once: an enumeration's members cost some 100 ns each time."""

Uncharged = tuple[int, int, int, int]
"""The time, the time stopped, the time about to stop, and the time that mark workers held a P, the mean over the Ps: up
to an instant, less what a request has been charged of it; ns. Between two instants they grow by what nobody has charged
to it yet."""


def uncharged(scheduler: Scheduler, delays: dict[Cause, int]) -> Uncharged:
    """Return what has passed up to now less what a request has been charged, ns."""
    now = int(scheduler.clock.env.now)
    return (
        now - sum(delays.values()),
        scheduler.clock.stopped_total() - delays.get(_STOPPED, 0),
        scheduler.stopping_total() - delays.get(_STOPPING, 0),
        scheduler.accounts.worker_ns(now) // len(scheduler.ps) - delays.get(_MARK_WORKER, 0),
    )


def charge(scheduler: Scheduler, since: Uncharged, delays: dict[Cause, int]) -> None:
    """Charge a request what has passed and nobody has charged to it: it waited for a P.

    Parameters
    ----------
    scheduler : Scheduler
        Whose goroutines handle it.
    since : Uncharged
        When it began to wait.
    delays : dict of Cause to int
        What it has been charged, ns; gets what is missing.
    """
    now, stopped_ns, stopping_ns, worker_ns = uncharged(scheduler, delays)
    waited = now - since[0]
    if waited == 0:
        return
    stopped = stopped_ns - since[1]
    stopping = min(max(stopping_ns - since[2], 0), waited - stopped)
    worker = min(max(worker_ns - since[3], 0), waited - stopped - stopping)
    rest = waited - stopped - stopping - worker
    for cause, ns in ((_STOPPED, stopped), (_STOPPING, stopping), (_MARK_WORKER, worker), (_RUN_QUEUE, rest)):
        if ns:
            delays[cause] = delays.get(cause, 0) + ns


class Item:
    """Something that goes from goroutine to goroutine: what it is kept waiting by goes with it.

    While it lies in a channel only the world's stops keep it waiting; that its next goroutine is busy with another is
    how the program works.

    Parameters
    ----------
    scheduler : Scheduler
        Whose goroutines handle it; the item is made now, and on its way to the first.

    Attributes
    ----------
    made_ns : int
        When it was made, ns.
    delays : dict of Cause to int
        What it was kept waiting by, ns.
    """

    __slots__ = ("_scheduler", "_sent_ns", "_stopped_ns", "delays", "made_ns")

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        self.delays: dict[Cause, int] = {}
        self.sent()
        self.made_ns = self._sent_ns

    def sent(self) -> None:
        """Note that a goroutine begins to send it."""
        self._sent_ns = int(self._scheduler.clock.env.now)
        self._stopped_ns = self._scheduler.clock.stopped_total()

    def received(self, account: Account) -> None:
        """Charge what its receiver was kept waiting by, as far as the item was on its way then.

        Parameters
        ----------
        account : Account
            The receiver's, which was charged since it began to receive; from now on what it is charged goes to
            :attr:`delays`.
        """
        scheduler, delays = self._scheduler, self.delays
        waits, account.delays = account.delays or {}, delays
        left = int(scheduler.clock.env.now) - self._sent_ns
        waits[_STOPPED] = scheduler.clock.stopped_total() - self._stopped_ns
        for cause in sorted(waits, key=_STOPPED.__ne__):
            ns = min(waits[cause], left)
            left -= ns
            if ns:
                delays[cause] = delays.get(cause, 0) + ns
