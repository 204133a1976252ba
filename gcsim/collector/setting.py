"""What a collector is built for: the release's mechanisms on a machine."""

from dataclasses import dataclass

from gcsim.collector.budget import Promise
from gcsim.costs import Costs
from gcsim.mechanisms import Mechanisms

__all__ = ["Setting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A collector's setting.

    Attributes
    ----------
    mechanisms : Mechanisms
        What it does.
    costs : Costs
        What that costs on the machine.
    gogc : int or None
        Percent; None is off.
    ps, cores : int
        GOMAXPROCS, and the cores of the machine.
    promise : Promise or None
        What its stops are cut to keep; None where they are as long as they are.
    """

    mechanisms: Mechanisms
    costs: Costs
    gogc: int | None
    ps: int
    cores: int
    promise: Promise | None = None

    @property
    def procs(self) -> int:
        """Threads that work inside a stop: ``gcprocs`` (go1.4 proc.c:248)."""
        return min(self.ps, self.cores, self.mechanisms.helper_cap)
