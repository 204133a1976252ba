"""How much two configurations differ under common random numbers."""

import math

import numpy as np
import pytest

from gcsim.analysis import interval, mean_interval, paired_difference, paired_ratio
from gcsim.recording import Recording
from gcsim.simulation import simulate
from tests.parts import a_scenario

BASE = np.random.default_rng(5).normal(10, 3, 30)


def test_a_difference_is_the_interval_of_the_differences() -> None:
    found = paired_difference([10, 20, 30], [11.9, 22, 32.1])
    assert found.mean == pytest.approx(2)
    assert found.half_width == pytest.approx(mean_interval([1.9, 2, 2.1]).half_width)
    assert (found.n, found.method) == (3, "student")
    assert paired_difference(BASE, BASE**2) == interval(BASE**2 - BASE)


def test_what_both_have_in_common_does_not_widen_their_difference() -> None:
    other = BASE + 1 + 0.1 * np.sin(np.arange(30))
    assert paired_difference(BASE, other).half_width < mean_interval(BASE).half_width / 20


def test_a_ratio_is_that_of_the_means_and_has_no_unit() -> None:
    found = paired_ratio(BASE, 1.5 * BASE + np.sin(np.arange(30)))
    assert found.mean == pytest.approx((1.5 * BASE + np.sin(np.arange(30))).mean() / BASE.mean())
    assert found.low < found.mean < found.high
    scaled = paired_ratio(1e6 * BASE, 1e6 * (1.5 * BASE + np.sin(np.arange(30))))
    assert (scaled.low, scaled.high) == pytest.approx((found.low, found.high), rel=0.005)


def test_a_ratio_that_every_replication_has_is_known_exactly() -> None:
    found = paired_ratio([10.0, 20.0, 40.0], [5.0, 10.0, 20.0])
    assert (found.low, found.mean, found.high) == (0.5, 0.5, 0.5)


def test_replications_that_have_no_partner_are_refused() -> None:
    with pytest.raises(ValueError, match="a pair for each replication: found 2 values and 3"):
        paired_difference([1, 2], [1, 2, 3])
    with pytest.raises(ValueError, match="at least one value"):
        paired_ratio([], [])


def test_nothing_is_a_multiple_of_nothing() -> None:
    with pytest.raises(ValueError, match="a mean other than 0"):
        paired_ratio([-1, 1], [1, 2])


def _server(gogc: int, replication: int) -> Recording:
    workload = {
        "kind": "server",
        "load": 0.5,
        "connections": 64,
        "service": "100us",
        "allocate": "48KiB",
        "objects": 192,
        "pointers": 768,
    }
    return simulate(a_scenario(gogc=gogc, replication=replication, until={"duration": "100ms"}, workload=workload))


def test_a_sweep_over_gogc_has_its_random_numbers_in_common_so_that_pairs_tell_more() -> None:
    """The same requests come at the same times, whatever GOGC is: what they wait for is what is compared."""
    runs = {gogc: [_server(gogc, replication) for replication in range(10)] for gogc in (100, 400)}
    latency = {gogc: [run.latency.cause_ns.sum() / run.ops for run in of] for gogc, of in runs.items()}
    requests = {gogc: [run.ops for run in of] for gogc, of in runs.items()}
    for metric, share in ((latency, 0.8), (requests, 0.2)):
        paired = paired_difference(metric[100], metric[400]).half_width
        alone = math.hypot(*(mean_interval(values).half_width for values in metric.values()))
        assert paired < share * alone
    assert paired_difference(latency[100], latency[400]).high < 0
