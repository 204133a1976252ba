"""What is demanded of the model, metric by metric."""

from collections.abc import Mapping
from dataclasses import dataclass

from gcsim.fidelity.comparison import Shares

__all__ = ["DEMANDS", "Demand", "demands_of"]


@dataclass(frozen=True, slots=True)
class Demand:
    """A share of cases that has to lie within a band.

    Attributes
    ----------
    metric : str
        One of :data:`~gcsim.fidelity.metrics.METRICS`.
    band : float
        One of :data:`~gcsim.fidelity.comparison.BANDS`.
    share : float or None
        From 0 to 1; None where the share is listed and nothing is demanded.
    """

    metric: str
    band: float
    share: float | None

    def reached(self, of_metric: Shares) -> float | None:
        """Return the share within the band; None if nothing was judged."""
        return of_metric.within.get(self.band)

    def met(self, of_metric: Shares) -> bool | None:
        """Return whether it is met; None if nothing is demanded or nothing was judged."""
        reached = self.reached(of_metric)
        return None if reached is None or self.share is None else reached >= self.share


DEMANDS = (
    Demand("pause_p50", 1.5, 0.88),
    Demand("pause_p50", 2.0, 0.95),
    Demand("pause_p90", 2.0, 0.92),
    Demand("collections_per_s", 1.25, 0.95),
    Demand("ops_per_s", 1.15, 0.95),
    Demand("op_p999", 2.0, None),
    Demand("op_p9999", 2.0, None),
    Demand("heap_start", 1.15, 0.92),
    Demand("heap_end", 1.15, 0.92),
    Demand("heap_marked", 1.15, 0.92),
    Demand("mark_ms", 1.5, 0.85),
    Demand("assist_ms", 2.0, 0.70),
    Demand("background_ms", 1.5, 0.80),
)
"""In the order of the metrics, at least one for each. Set a little below what a second real run of ``results/measured``
reaches in the place of the simulation; the tail of the operations is the time slice rather than the collector."""


def demands_of() -> Mapping[str, tuple[Demand, ...]]:
    """Return the demands on each metric, by its name."""
    return {one.metric: tuple(other for other in DEMANDS if other.metric == one.metric) for one in DEMANDS}
