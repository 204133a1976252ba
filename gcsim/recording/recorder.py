"""The recorder: fills the columns while a run goes on.

It begins when the set-up is over. Until then its probes are not connected, so the set-up costs nothing.
"""

from array import array
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from gcsim.recording.histogram import BUCKETS, LatencyHistogram, bucket, bucket_bounds
from gcsim.vocabulary import Cause

__all__ = ["Columns", "OperationRecorder"]

_SERVICE = Cause.SERVICE

_FEW = 4096
"""Latencies that are counted by themselves, for programs whose requests all take the same: a matter of speed."""


class Columns:
    """Typed columns that grow row by row.

    Parameters
    ----------
    dtypes : mapping of str to str
        Name and numpy type of each column.
    """

    __slots__ = ("_cells", "_dtypes")

    def __init__(self, dtypes: Mapping[str, str]) -> None:
        self._dtypes = dtypes
        # One flat array of doubles: an int of ns is exact in it for 104 simulated days.
        self._cells = array("d")

    def append(self, *row: float) -> None:
        """Append one row, a value for each column in order."""
        self._cells.extend(row)

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """Return the columns as arrays of their types."""
        rows = np.array(self._cells, np.float64).reshape(-1, len(self._dtypes))
        return {name: rows[:, at].astype(dtype) for at, (name, dtype) in enumerate(self._dtypes.items())}


class OperationRecorder:
    """Counts operations and divides their latencies among the causes.

    Undisturbed operations are kept as a number and mean times; their own time is spread over the histogram only at
    the end, by the shape that the hardware profile gives. A disturbed operation is counted exactly.

    Attributes
    ----------
    on : bool
        Whether operations count at present.
    ops : int
        Operations counted.
    """

    __slots__ = ("_cause_ns", "_counts", "_max_ns", "_plain", "_requests", "on", "ops")

    def __init__(self) -> None:
        self.on = False
        self.ops = 0
        self._plain: dict[tuple[float, float, float], int] = {}
        self._requests: dict[int, int] = {}
        self._counts = [0] * BUCKETS
        self._cause_ns: dict[int, list[int]] = {}
        self._max_ns = 0

    def undisturbed(self, n: int, service_ns: float, barrier_ns: float, sweep_ns: float) -> None:
        """Count operations that nothing interrupted, with their mean times, ns; a negative number takes some back."""
        if self.on:
            self.ops += n
            key = (service_ns, barrier_ns, sweep_ns)
            self._plain[key] = self._plain.get(key, 0) + n

    def disturbed(self, n: int, own_ns: tuple[float, float, float], delays: dict[Cause, int]) -> None:
        """Count operations that were interrupted alike: own times as above, and what interrupted each, ns."""
        if not self.on:
            return
        self.ops += n
        service, barrier, sweep = round(own_ns[0]), round(own_ns[1]), round(own_ns[2])
        latency = service + barrier + sweep + sum(delays.values())
        if latency > self._max_ns:  # noqa: PLR1730 - this runs at every interruption, and max() costs twice as much
            self._max_ns = latency
        index = bucket(latency)
        self._counts[index] += n
        sums = self._cause_ns.get(index)
        if sums is None:
            sums = self._cause_ns[index] = [0] * len(Cause)
        sums[Cause.SERVICE] += n * service
        sums[Cause.WRITE_BARRIER] += n * barrier
        sums[Cause.SWEEP_ASSIST] += n * sweep
        for cause, ns in delays.items():
            sums[cause] += n * ns

    def request(self, latency_ns: int, delays: dict[Cause, int] | None = None) -> None:
        """Count a request: its latency, and what of it was no work of its own, ns."""
        if not self.on:
            return
        self.ops += 1
        if not delays:
            same = self._requests
            if latency_ns in same:
                same[latency_ns] += 1
                return
            if len(same) < _FEW:
                same[latency_ns] = 1
                return
        if latency_ns > self._max_ns:  # noqa: PLR1730 - as in disturbed
            self._max_ns = latency_ns
        index = bucket(latency_ns)
        self._counts[index] += 1
        sums = self._cause_ns.get(index)
        if sums is None:
            sums = self._cause_ns[index] = [0] * len(Cause)
        if delays:
            for cause, ns in delays.items():
                # Barrier and sweeping are charged like waits; only the rest is service.
                sums[cause] += ns
                latency_ns -= ns
        sums[_SERVICE] += latency_ns

    def histogram(self, shape: Mapping[str, float], rng: np.random.Generator) -> LatencyHistogram:
        """Return the latencies of all operations counted.

        Parameters
        ----------
        shape : mapping of str to float
            Quantiles of an operation's own time over its mean; keys are probabilities from ``"0"`` to ``"1"``.
        rng : numpy.random.Generator
            Draws how many undisturbed operations fall into each bucket.
        """
        counts = np.array(self._counts, np.int64)
        cause_ns = np.zeros((BUCKETS, len(Cause)), np.int64)
        for index, sums in self._cause_ns.items():
            cause_ns[index] = sums
        max_ns = max(self._max_ns, *self._requests) if self._requests else self._max_ns
        for latency, n in self._requests.items():
            index = bucket(latency)
            counts[index] += n
            cause_ns[index, Cause.SERVICE] += n * latency
        bounds = bucket_bounds()
        middle = (bounds[:-1] + bounds[1:]) // 2
        probabilities = np.array([float(q) for q in shape])
        ratios = np.log([shape[q] for q in shape])
        shape_least, shape_most = min(shape.values()), max(shape.values())
        for parts in sorted(self._plain):
            total = sum(parts)
            # Only the buckets that the shape can reach: most lie far below or beyond.
            first, last = bucket(int(total * shape_least)), bucket(int(total * shape_most)) + 1
            edges = np.maximum(bounds[first : last + 1], 1)
            below = np.interp(np.log(edges / total), ratios, probabilities)
            drawn = rng.multinomial(self._plain[parts], np.diff(below) / (below[-1] - below[0]))
            counts[first:last] += drawn
            time = drawn * middle[first:last]
            barrier, sweep = (np.rint(time * (part / total)).astype(np.int64) for part in parts[1:])
            cause_ns[first:last, Cause.WRITE_BARRIER] += barrier
            cause_ns[first:last, Cause.SWEEP_ASSIST] += sweep
            cause_ns[first:last, Cause.SERVICE] += time - barrier - sweep
            used = np.flatnonzero(drawn)
            if len(used):
                max_ns = max(max_ns, int(middle[first + used[-1]]))
        return LatencyHistogram(counts, cause_ns, max_ns)
