"""A CPU quota, handed to cores slice by slice."""

import pytest

from gcsim.runtime.bandwidth import PERIOD_NS, SLICE_NS, Bandwidth, next_period

MS = 1_000_000


def test_cores_take_slices_of_5_ms_until_nothing_is_left() -> None:
    quota = Bandwidth(0.12, 3)
    assert [quota.refill(core, 0) for core in range(3)] == [True, True, True]
    assert [quota.left_ns(core) for core in range(3)] == [5 * MS, 5 * MS, 2 * MS]
    quota.use(2, 2 * MS)
    assert not quota.refill(2, 3 * MS)


def test_a_core_with_something_left_takes_nothing() -> None:
    quota = Bandwidth(1.0, 1)
    quota.refill(0, 0)
    quota.use(0, SLICE_NS - 1)
    assert quota.refill(0, 10 * MS)
    assert quota.left_ns(0) == 1


def test_a_period_begins_with_the_whole_quota_and_no_more() -> None:
    quota = Bandwidth(0.1, 1)
    assert quota.draw(20 * MS, 0) == 10 * MS
    assert quota.draw(20 * MS, PERIOD_NS - 1) == 0
    assert quota.draw(4 * MS, PERIOD_NS) == 4 * MS
    assert quota.draw(20 * MS, 5 * PERIOD_NS + 1) == 10 * MS
    assert [next_period(now) for now in (0, PERIOD_NS - 1, PERIOD_NS)] == [PERIOD_NS, PERIOD_NS, 2 * PERIOD_NS]


def test_an_idle_core_keeps_1_ms_and_gives_the_rest_back() -> None:
    quota = Bandwidth(0.05, 1)
    quota.refill(0, 0)
    quota.use(0, 1 * MS)
    quota.give_back(0, 1 * MS)
    assert quota.left_ns(0) == 1 * MS
    assert quota.draw(10 * MS, 1 * MS) == 3 * MS
    quota.use(0, 500_000)
    quota.give_back(0, 2 * MS)
    assert quota.left_ns(0) == 500_000


def test_what_a_core_has_left_outlives_the_period() -> None:
    # Slices expire no more since Linux v5.4.
    quota = Bandwidth(0.05, 1)
    quota.refill(0, PERIOD_NS - 1)
    assert quota.left_ns(0) == 5 * MS
    assert quota.draw(10 * MS, PERIOD_NS) == 5 * MS
    quota.give_back(0, PERIOD_NS)
    assert quota.draw(10 * MS, PERIOD_NS) == 4 * MS


def test_there_is_slack_where_more_than_a_slice_has_no_core() -> None:
    quota = Bandwidth(0.1, 1)
    assert quota.slack(0)
    quota.draw(5 * MS, 0)
    assert not quota.slack(1)
    assert quota.slack(PERIOD_NS)


def test_when_all_cores_are_idle_what_they_kept_can_be_had_too() -> None:
    quota = Bandwidth(0.1, 2)
    for core in range(2):
        quota.refill(core, 0)
    assert quota.drain(7 * MS, 0) == 7 * MS
    assert [quota.left_ns(core) for core in range(2)] == [0, 3 * MS]
    assert quota.drain(7 * MS, 0) == 3 * MS


@pytest.mark.parametrize("cpus", [0.0, -1.0, 1e-9])
def test_a_quota_that_lets_nothing_run_is_refused(cpus: float) -> None:
    with pytest.raises(ValueError, match=r"a quota of .* CPUs lets nothing run; give one above 0"):
        Bandwidth(cpus, 1)
