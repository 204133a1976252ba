"""Stealing: whose queue a P that has run out of work looks into, and what it takes from there.

A thief takes half of a ring. It leaves a runnext alone for as long as it can (its P is about to run it), and takes it
only after a pause in which that P did not. 1.4 draws a victim twice for each P, 1.5 and 1.6 four times, the last half
of them with an eye on runnext; from 1.7 on a thief goes four rounds over all Ps, in an order drawn for each, and looks
at runnext in the last (``findrunnable``, ``runqsteal``: go1.4 proc.c:1380, go1.5 proc1.go:1446, go1.7 proc.go:1911).
"""

from math import gcd
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gcsim.kernel import Stream
    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.runqueue import LocalRunQueue
    from gcsim.runtime.scheduler import SchedulerRules

__all__ = ["Stealing"]


class Stealing:
    """How the Ps of a scheduler steal from each other.

    Parameters
    ----------
    ps : sequence of P
        All of them.
    rules : SchedulerRules
        The release's.
    draw : Stream
        Random numbers for the choice of victims.
    """

    __slots__ = ("_coprimes", "_draw", "_in_rounds", "_knows_runnext", "_probes", "_ps", "_runqs")

    def __init__(self, ps: "Sequence[P]", rules: "SchedulerRules", draw: "Stream") -> None:
        n = len(ps)
        self._ps = ps
        self._runqs = [p.runq for p in ps]
        self._draw = draw
        self._in_rounds = rules.steal_order == "permutations"
        self._knows_runnext = rules.steal_order != "random_2p"
        self._probes = 2 * n if rules.steal_order == "random_2p" else 4 * n
        self._coprimes = [step for step in range(1, n + 1) if gcd(step, n) == 1]

    def anything(self) -> bool:
        """Return whether any P has what a thief would take."""
        knows_runnext = self._knows_runnext
        for runq in self._runqs:  # noqa: SIM110 - at every look: a generator expression takes twice as long
            if runq.queue or (knows_runnext and runq.runnext is not None):
                return True
        return False

    def steal(self, thief: "P") -> "G | None":
        """Look at the other Ps until something is found; there must be :meth:`anything`.

        Parameters
        ----------
        thief : P
            A P whose own queue is empty.

        Returns
        -------
        G or None
            A stolen goroutine; if None, :attr:`P.wanted` says which runnext to take after a pause.
        """
        if self._in_rounds:
            return self._steal_in_rounds(thief)
        # Draws may miss the one P that has work. Before its M stops, findrunnable looks at every P once again, and
        # starts anew if any has work.
        while thief.wanted is None:
            g = self._steal_at_random(thief)
            if g is not None:
                return g
        return None

    def again(self, thief: "P", wanted: "tuple[LocalRunQueue, G]") -> "G | None":
        """Take the runnext that a thief paused for, or what else its victim has by now (``runqgrab``).

        Parameters
        ----------
        thief : P
            Who paused.
        wanted : tuple of LocalRunQueue and G
            What :attr:`P.wanted` said.

        Returns
        -------
        G or None
            As for :meth:`steal`; None without anything wanted where the victim has run out of work too.
        """
        thief.wanted = None
        victim, g = wanted
        if victim.steal_runnext(g):
            return g
        if victim.queue:
            return victim.steal_half(thief.runq)
        if victim.runnext is not None:
            thief.wanted = (victim, victim.runnext)
        return None

    def _steal_in_rounds(self, thief: "P") -> "G | None":
        ps, n, coprimes = self._ps, len(self._ps), self._coprimes
        # What the first round does not find, the second and the third do not find at the same instant.
        for last in (False, True):
            # Where to begin and how far to step: a P's number plus steps that share no factor with n meets all
            # (randomOrder, go1.7 proc.go).
            drawn = self._draw.integer(n * len(coprimes))
            at, step = drawn % n, coprimes[drawn // n]
            for _ in range(n):
                runq = ps[at].runq
                if runq.queue:
                    return runq.steal_half(thief.runq)
                if last and runq.runnext is not None:
                    thief.wanted = (runq, runq.runnext)
                    return None
                at = (at + step) % n
        return None

    def _steal_at_random(self, thief: "P") -> "G | None":
        ps, n, integer = self._ps, len(self._ps), self._draw.integer
        for i in range(self._probes):
            victim = ps[integer(n)]
            if victim is thief:
                continue
            runq = victim.runq
            if runq.queue:
                return runq.steal_half(thief.runq)
            if i > 2 * n and runq.runnext is not None:
                thief.wanted = (runq, runq.runnext)
                return None
        return None
