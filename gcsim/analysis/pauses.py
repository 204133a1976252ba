"""Pauses: how long the world stood still, by stop and by cycle."""

import numpy as np
import numpy.typing as npt

from gcsim.recording import Recording
from gcsim.vocabulary import StopPhase

__all__ = ["cycle_pauses_ns", "distribution", "stops_ns"]

_QUANTILES = {"p50": 0.5, "p90": 0.9, "p99": 0.99}


def stops_ns(recording: Recording, phase: StopPhase) -> npt.NDArray[np.int64]:
    """Return how long each stop of one kind lasted.

    Parameters
    ----------
    recording : Recording
        One run.
    phase : StopPhase
        Which stops. Those of a cycle still in flight at the end of the recording count: the world did stop.

    Returns
    -------
    ndarray, shape (stops,), int64
        From the request to stop until the world ran again, ns, in order of time.
    """
    lengths = _lengths(recording)
    of_phase = np.asarray(recording.pauses["phase"], np.int64) == phase.value
    return np.compress(of_phase, lengths)


def cycle_pauses_ns(recording: Recording) -> npt.NDArray[np.int64]:
    """Return the pause of each completed collection: the sum of its stops.

    From 1.5 on an entry of Go's ``MemStats.PauseNs`` is the sum of the cycle's two stops, entered when the cycle is
    done (go1.8 ``mgc.go``, ``gcMarkTermination``: ``pause_ns[numgc] = work.pauseNS``); in 1.4 it is the one stop. A
    cycle in flight at the end of the recording therefore has no pause yet.

    Parameters
    ----------
    recording : Recording
        One run.

    Returns
    -------
    ndarray, shape (completed cycles,), int64
        ns, in the order of ``recording.cycles``, forced collections included; 0 for a cycle that stopped nobody.
    """
    completed = np.asarray(recording.cycles["cycle"], np.int64)
    of_cycle = np.asarray(recording.pauses["cycle"], np.int64)
    row = np.searchsorted(completed, of_cycle)
    known = row < len(completed)
    known[known] = completed[row[known]] == of_cycle[known]
    pauses = np.zeros(len(completed), np.int64)
    np.add.at(pauses, row[known], _lengths(recording)[known])
    return pauses


def distribution(values_ns: npt.NDArray[np.int64]) -> dict[str, float | int | None]:
    """Return the quantiles of a sample, its largest value, sum and size.

    Parameters
    ----------
    values_ns : ndarray, shape (n,)
        The whole sample, ns: quantiles are exact, by numpy's default (linear) rule.

    Returns
    -------
    dict
        ``p50``, ``p90``, ``p99``, ``max``, ``total`` in ns, and ``n``. What an empty sample does not have is None.
    """
    n = len(values_ns)
    quantiles: dict[str, float | int | None]
    if n == 0:
        quantiles = dict.fromkeys((*_QUANTILES, "max"))
    else:
        at = np.quantile(values_ns, list(_QUANTILES.values()))
        quantiles = {name: float(value) for name, value in zip(_QUANTILES, at, strict=True)}
        quantiles["max"] = int(values_ns.max())
    return {**quantiles, "total": int(values_ns.sum()), "n": n}


def _lengths(recording: Recording) -> npt.NDArray[np.int64]:
    requested = np.asarray(recording.pauses["requested_ns"], np.int64)
    return np.asarray(recording.pauses["end_ns"], np.int64) - requested
