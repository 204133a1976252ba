"""What is compared between a real run and a simulated one, by the same rules on both sides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gcsim.analysis import cycle_pauses_ns, latency_quantile
from gcsim.fidelity.measured import MeasuredRun
from gcsim.recording import Recording

__all__ = ["METRICS", "Observation", "Quantity", "observe_measured", "observe_simulated", "pool"]

METRICS: Mapping[str, str] = {
    "pause_p50": "us",
    "pause_p90": "us",
    "collections_per_s": "1/s",
    "ops_per_s": "1/s",
    "op_p999": "ns",
    "op_p9999": "ns",
    "heap_start": "MiB",
    "heap_end": "MiB",
    "heap_marked": "MiB",
    "mark_ms": "ms",
    "assist_ms": "ms",
    "background_ms": "ms",
}
"""The metrics and their units. From ``heap_start`` on they are medians over the collections of the log, from 1.5 on."""

_OF_OPERATIONS = ("op_p999", "op_p9999")
_MIB = 2**20
_NS_PER_US = 1_000
_NS_PER_MS = 1_000_000
_NS_PER_S = 1_000_000_000
_LOG_RESOLUTION_MS = 0.001  # gctrace prints 0 below it (fmtNSAsMS, go1.8 mgc.go)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One run, real or simulated, as far as it is compared.

    Attributes
    ----------
    window_s : float
        Measured time.
    ops, collections : int
        Operations and completed collections in it.
    pauses_us : tuple of float
        Pause of each collection, us.
    op_ns : mapping of str to float
        ``op_p999`` and ``op_p9999``, ns; empty without operations.
    log : mapping of str to tuple of float
        A value for each collection, forced ones excluded, of each metric that the log tells of, in its unit; empty
        where there is no log to compare.
    """

    window_s: float
    ops: int
    collections: int
    pauses_us: tuple[float, ...]
    op_ns: Mapping[str, float]
    log: Mapping[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A metric of a case in a release.

    Attributes
    ----------
    value : float or None
        In the metric's unit; None if the runs have none.
    n : int
        What it rests on: pauses, collections or operations of all repetitions.
    """

    value: float | None
    n: int


def observe_measured(run: MeasuredRun) -> Observation:
    """Return what is compared of a real run.

    Parameters
    ----------
    run : MeasuredRun
        One repetition.

    Returns
    -------
    Observation
        Without a log for 1.4, whose format tells of none of these metrics.
    """
    log = {
        "heap_start": tuple(float(cycle.heap_start_mb) for cycle in run.log),
        "heap_end": tuple(float(cycle.heap_end_mb) for cycle in run.log),
        "heap_marked": tuple(float(cycle.heap_marked_mb) for cycle in run.log),
        "mark_ms": tuple(max(cycle.mark_ms, _LOG_RESOLUTION_MS) for cycle in run.log),
        "assist_ms": tuple(max(cycle.assist_ms, _LOG_RESOLUTION_MS) for cycle in run.log),
        "background_ms": tuple(max(cycle.background_ms, _LOG_RESOLUTION_MS) for cycle in run.log),
    }
    return Observation(
        window_s=run.wall_s,
        ops=run.ops,
        collections=run.num_gc,
        pauses_us=run.pauses_us,
        op_ns={"op_p999": float(run.op_ns.p999), "op_p9999": float(run.op_ns.p9999)} if run.ops else {},
        log=log if run.log else {},
    )


def observe_simulated(recording: Recording) -> Observation:
    """Return what is compared of a simulated run, cut as the log of a real one is.

    Parameters
    ----------
    recording : Recording
        One replication.

    Returns
    -------
    Observation
        Heaps are cut to whole MiB and times below 1 us count as 1 us, as ``gctrace`` prints no finer.
    """
    kept = ~np.asarray(recording.cycles["forced"], np.bool_)

    def column(name: str) -> npt.NDArray[np.int64]:
        return np.asarray(recording.cycles[name], np.int64)[kept]

    def heap(name: str) -> tuple[float, ...]:
        return _floats(column(name) // _MIB)

    def time(ns: npt.NDArray[np.int64]) -> tuple[float, ...]:
        return _floats(np.maximum(ns / _NS_PER_MS, _LOG_RESOLUTION_MS))

    quantiles = {
        "op_p999": latency_quantile(recording.latency, 0.999),
        "op_p9999": latency_quantile(recording.latency, 0.9999),
    }
    return Observation(
        window_s=(recording.end_ns - recording.start_ns) / _NS_PER_S,
        ops=recording.ops,
        collections=len(kept),
        pauses_us=_floats(cycle_pauses_ns(recording) / _NS_PER_US),
        op_ns={name: float(value) for name, value in quantiles.items() if value is not None},
        log={
            "heap_start": heap("heap_start"),
            "heap_end": heap("heap_end"),
            "heap_marked": heap("heap_marked"),
            "mark_ms": time(column("mark_end_ns") - column("mark_start_ns")),
            "assist_ms": time(column("assist_ns")),
            "background_ms": time(column("dedicated_ns") + column("fractional_ns")),
        },
    )


def pool(observations: Sequence[Observation]) -> dict[str, Quantity]:
    """Return the metrics of a case in a release from its repetitions.

    Pauses are pooled before a quantile is taken (numpy's default, linear); any other metric is the mean of those
    repetitions that have it.

    Parameters
    ----------
    observations : sequence of Observation
        The repetitions.

    Returns
    -------
    dict of str to Quantity
        Every one of :data:`METRICS`, in its order.
    """
    pauses = [pause for one in observations for pause in one.pauses_us]
    collections = sum(one.collections for one in observations)
    ops = sum(one.ops for one in observations)
    timed = [one for one in observations if one.window_s]  # a heap may outgrow the memory before the time begins
    quantities = {
        "pause_p50": Quantity(float(np.quantile(pauses, 0.5)) if pauses else None, len(pauses)),
        "pause_p90": Quantity(float(np.quantile(pauses, 0.9)) if pauses else None, len(pauses)),
        "collections_per_s": Quantity(_mean([one.collections / one.window_s for one in timed]), collections),
        "ops_per_s": Quantity(_mean([one.ops / one.window_s for one in timed]), ops),
    }
    for name in METRICS:
        if name in _OF_OPERATIONS:
            quantities[name] = Quantity(_mean([one.op_ns[name] for one in observations if name in one.op_ns]), ops)
        elif name not in quantities:
            logs = [one.log[name] for one in observations if one.log.get(name)]
            medians = [float(np.median(values)) for values in logs]
            quantities[name] = Quantity(_mean(medians), sum(len(values) for values in logs))
    return quantities


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _floats(values: npt.NDArray[Any]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
