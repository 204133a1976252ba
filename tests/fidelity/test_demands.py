from gcsim.fidelity import DEMANDS, METRICS, Demand, Shares
from gcsim.fidelity.comparison import BANDS
from gcsim.fidelity.demands import demands_of

SHARES = Shares(n=10, within={1.5: 0.8, 2.0: 0.9}, median_abs_log_ratio=0.1)


def test_something_is_demanded_or_listed_of_every_metric_within_a_band_that_is_counted() -> None:
    assert list(demands_of()) == list(METRICS)
    assert {one.band for one in DEMANDS} <= set(BANDS)
    assert [one.metric for one in DEMANDS if one.share is None] == ["op_p999", "op_p9999"]


def test_a_demand_is_met_by_as_large_a_share() -> None:
    assert Demand("mark_ms", 1.5, 0.8).met(SHARES) is True
    assert Demand("mark_ms", 1.5, 0.81).met(SHARES) is False
    assert Demand("mark_ms", 2.0, 0.81).met(SHARES) is True


def test_nothing_is_met_where_nothing_is_demanded_or_judged() -> None:
    assert Demand("op_p999", 2.0, None).met(SHARES) is None
    assert Demand("mark_ms", 2.0, 0.8).met(Shares(0, {}, None)) is None
