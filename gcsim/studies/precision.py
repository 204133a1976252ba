"""When the replications of a point of a study are enough."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gcsim.analysis.intervals import interval
from gcsim.scenario.precision import Precision

__all__ = ["Precision", "wanted"]


def wanted(values: Sequence[float], precision: Precision) -> int:
    """Return how many replications a point is to have in all.

    Parameters
    ----------
    values : sequence of float
        The metric in the replications done so far, in their order; NaN where a run has no value for it.
    precision : Precision
        What is to be known how precisely.

    Returns
    -------
    int
        ``len(values)`` if they are enough, which holds as soon as they are ``precision.most``. A point of which no
        run has the metric is given up after the least replications.

    Notes
    -----
    The interval of the first ``least`` replications says how many it takes, since its width goes with the root of
    their number; so many are done, but at most as many again as there are, and the question is put again: Chow and
    Robbins (Annals of Mathematical Statistics 36, 1965) in steps, each planned as Stein (Annals 16, 1945) plans his
    second stage.

    Whoever stops as soon as the interval is narrow stops more often when the sample's spread happens to be too small,
    and then the interval is too narrow. Simons (Annals 39, 1968) showed that a fixed number of values more, whatever
    they are, makes up for it. So a point whose interval is narrow enough gets ``least`` replications more, and is
    finished if the interval of all is narrow enough too.

    Measured with normal values, 40,000 trials each: where 3 to 100 replications are needed, the interval holds the mean
    in 94.5 to 95.1 %; without the further replications in 93.7 to 95.1 %, and in 92.3 to 94.6 % if it begins with five.
    It takes ten replications more than needed, twelve at the most.

    The steps depend on the values in their order alone. A study that is interrupted, or asks for more precision in the
    same folder, does the runs that it would have done in one go.
    """
    sample = np.asarray(values, np.float64)
    narrow_before = False
    n = precision.least
    while n <= len(sample) and n < precision.most:
        excess = _excess(sample[:n], precision.relative)
        narrow = excess <= 1
        if math.isnan(excess) or (narrow and narrow_before):
            return len(sample)
        needed = math.ceil(min(n * excess**2, 2 * n))
        more = precision.least if narrow else max(needed - n, 1)
        n, narrow_before = min(n + more, precision.most), narrow
    return max(n, len(sample))


def _excess(values: npt.NDArray[np.float64], relative: float) -> float:
    """Return how many times too wide the interval is; NaN if it can be had of no value."""
    known = values[~np.isnan(values)]
    if not len(known):
        return math.nan
    found = interval(known)
    goal = relative * abs(found.mean)
    if not found.half_width:
        return 0.0
    return found.half_width / goal if goal else math.inf
