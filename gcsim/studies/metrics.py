"""The results of a run by name: what people write, and the column of a study's table that it means."""

from collections.abc import Collection

from gcsim.scenario.metrics import METRICS, column_of, short_name
from gcsim.scenario.precision import closest
from gcsim.scenario.section import suggestion

__all__ = ["MetricError", "metric_column"]


class MetricError(ValueError):
    """A metric that there is not; the message says which may be meant."""


def metric_column(name: str, known: Collection[str] | None = None) -> str:
    """Return the column that a metric's name means.

    Parameters
    ----------
    name : str
        Short, without units and dots (``pause_p99``, ``op_p999``, ``heap_peak``, ``mmu_10ms``), or the column itself
        (``pause_ns.p99``, ``counts.sent``).
    known : collection of str, optional
        Columns of a table, which has to have it; by default any result that a run may have.

    Returns
    -------
    str

    Raises
    ------
    MetricError
        If there is none.

    Examples
    --------
    >>> metric_column("pause_p99"), metric_column("op_ns.p999"), metric_column("ops_per_s")
    ('pause_ns.p99', 'op_ns.p999', 'ops_per_s')
    """
    column = name if known is not None and name in known else column_of(name)
    if column is None and known is not None:
        column = {short_name(each): each for each in known}.get(name)
    if column is None:
        advice = closest(name) if known is None else suggestion(name, [*map(short_name, known), *known])
        raise MetricError(f"no metric is called {name}; {advice}")
    if known is not None and column not in known:
        raise MetricError(f"no run here has {name}; {suggestion(name, [m for m, c in METRICS.items() if c in known])}")
    return column
