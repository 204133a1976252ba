"""A gate that asks for nothing unless told to, and a sink that remembers."""

from dataclasses import dataclass, field

from gcsim.heap import Allocation
from gcsim.runtime import P
from gcsim.vocabulary import Cause
from gcsim.workloads.operations import Operations


@dataclass
class OpenGate:
    """Grants ``grant`` bytes whenever somebody has to pay."""

    marking_cycle: int = 0
    surcharge: tuple[float, float] = (0.0, 0.0)
    grant: float = 1000.0
    paid_at: list[int] = field(default_factory=list)

    def surcharge_ns(self, _: Allocation) -> tuple[float, float]:
        return self.surcharge

    def pay(self, p: P, operations: Operations) -> None:
        self.paid_at.append(p.event._clock.now)  # noqa: SLF001 - the clock that the P runs on
        assert operations.allowance is not None
        operations.allowance += self.grant
        operations.go_on(p)


@dataclass
class CountingSink:
    """Remembers what it was told."""

    plain: dict[tuple[float, float, float], int] = field(default_factory=dict)
    charged: list[tuple[int, dict[Cause, int]]] = field(default_factory=list)

    @property
    def ops(self) -> int:
        return sum(self.plain.values()) + sum(n for n, _ in self.charged)

    def undisturbed(self, n: int, service_ns: float, barrier_ns: float, sweep_ns: float) -> None:
        key = (service_ns, barrier_ns, sweep_ns)
        self.plain[key] = self.plain.get(key, 0) + n

    def disturbed(self, n: int, own_ns: tuple[float, float, float], delays: dict[Cause, int]) -> None:
        assert len(own_ns) == 3
        self.charged.append((n, dict(delays)))
