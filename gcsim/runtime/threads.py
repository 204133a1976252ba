"""Ms: OS threads that run Ps, sit in system calls, or sleep until they are needed.

A P that is not idle has an M, a goroutine in a system call keeps one, and an M that has neither sleeps in a list. Ms
are never ended (go1.4 proc.c ``mput``, go1.8 proc.go:4083), so their number is the most that were ever needed at once.
"""

from dataclasses import dataclass

from gcsim.runtime.errors import FatalError

__all__ = ["ThreadCosts", "Threads"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadCosts:
    """What threads cost, and how many there may be.

    Attributes
    ----------
    wake_ns : int
        From the wake-up of a sleeping M to its first decision, ns.
    create_ns : int
        From the start of a new M to its first decision, ns.
    most : int
        Ms that a process may have: 10000 (go1.4 proc.c:132, go1.8 proc.go:470).
    """

    wake_ns: int
    create_ns: int
    most: int = 10_000


class Threads:
    """Counts the Ms of a process.

    Parameters
    ----------
    costs : ThreadCosts
        What waking and creating one takes.

    Attributes
    ----------
    total : int
        Ms that exist: sysmon's is the first (go1.8 proc.go:111).
    idle : int
        Ms that sleep.
    spinning : int
        Ms that look for work.
    """

    __slots__ = ("_costs", "idle", "spinning", "total")

    def __init__(self, costs: ThreadCosts) -> None:
        self._costs = costs
        self.total = 1
        self.idle = 0
        self.spinning = 0

    def take(self) -> int:
        """Get an M, asleep or new; return how long it takes to come up, ns.

        Raises
        ------
        FatalError
            If there would be too many.
        """
        if self.idle:
            self.idle -= 1
            return self._costs.wake_ns
        self.total += 1
        if self.total > self._costs.most:
            raise FatalError(
                "thread_exhaustion",
                f"runtime: program exceeds {self._costs.most}-thread limit\nfatal error: thread exhaustion",
            )
        return self._costs.create_ns

    def park(self) -> None:
        """Let an M sleep."""
        self.idle += 1
