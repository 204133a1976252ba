"""The clock that stands still while the world is stopped.

A stop of the world is not one interrupt for each P: everything that makes progress is due in the time of one shared
clock, and a stop lets that clock stand. Events that come up meanwhile wait and are queued again when it goes on.
"""

from typing import TYPE_CHECKING

import simpy

from gcsim.kernel.events import begin_numbering

if TYPE_CHECKING:
    from gcsim.kernel.armed import ArmedEvent

__all__ = ["StopClock"]


class StopClock:
    """Simulated time less the time that the world stood still, in ns.

    Parameters
    ----------
    env : simpy.Environment
        The engine; its time is an int of ns.

    Attributes
    ----------
    env : simpy.Environment
        As given.
    queue : list
        What the engine still has to do, the first of it in front: ``(time, priority, serial, event)``.
    standing : bool
        Whether the clock stands still.
    stopped_ns : int
        How long the clock has stood still so far, the current stop apart.
    """

    __slots__ = ("_held", "_stopped_at", "env", "queue", "standing", "stopped_ns")

    def __init__(self, env: simpy.Environment) -> None:
        self.env = env
        self.queue = env._queue  # noqa: SLF001
        self.standing = False
        self.stopped_ns = 0
        self._stopped_at = 0
        self._held: list[ArmedEvent] = []
        begin_numbering(env._eid)  # noqa: SLF001

    @property
    def now(self) -> int:
        """Time on this clock, ns."""
        # This is asked for at every turn; SimPy's own property around the same attribute would cost as much again.
        return (self._stopped_at if self.standing else self.env._now) - self.stopped_ns  # type: ignore[return-value]  # noqa: SLF001

    def skip(self, ns: int) -> bool:
        """Let time pass at once, if nothing else is due before or at its end.

        A goroutine that does one short thing after another then needs no event for each of them.

        Parameters
        ----------
        ns : int
            How long, ns, not negative.

        Returns
        -------
        bool
            False if something is due first (or the clock stands): nothing has happened, and an event has to be armed.
        """
        env, queue = self.env, self.queue
        at = env._now + ns  # noqa: SLF001
        if (queue and queue[0][0] <= at) or self.standing:
            return False
        env._now = at  # noqa: SLF001
        return True

    def stopped_total(self) -> int:
        """Return how long the clock has stood still, the current stop included, ns."""
        return self.stopped_ns + (int(self.env.now) - self._stopped_at if self.standing else 0)

    def stop(self) -> None:
        """Let the clock stand still.

        Raises
        ------
        RuntimeError
            If it stands already.
        """
        if self.standing:
            msg = "the clock stands already"
            raise RuntimeError(msg)
        self.standing = True
        self._stopped_at = int(self.env.now)

    def start(self) -> None:
        """Let the clock go on, and queue the events that came up while it stood.

        Raises
        ------
        RuntimeError
            If it does not stand.
        """
        if not self.standing:
            msg = "the clock does not stand"
            raise RuntimeError(msg)
        self.stopped_ns += int(self.env.now) - self._stopped_at
        self.standing = False
        held, self._held = self._held, []
        for event in held:
            event.queue_again()

    def hold(self, event: "ArmedEvent") -> None:
        """Keep an event that came up while the clock stood until it goes on."""
        self._held.append(event)
