"""A CPU quota: what a cgroup may use in each period, and how it is handed to cores.

``cpu.cfs_quota_us`` is refilled every ``cpu.cfs_period_us``. A core takes a slice of it, uses it up, and takes another;
where nothing is left, what runs there is throttled until the next period. A core that falls idle gives back what it has
left but for a little, and when that has come to more than a slice, those that are throttled may go on a little later
(Linux v5.4 kernel/sched/fair.c: ``assign_cfs_rq_runtime``, ``__return_cfs_rq_runtime``, ``do_sched_cfs_slack_timer``,
``__refill_cfs_bandwidth_runtime``; Documentation/scheduler/sched-bwc.rst).

Simpler than Linux: periods begin at multiples of their length from 0 on, use is accounted to the nanosecond, not at
ticks, so nobody overdraws, and what is given back is handed out however soon the next period begins.
"""

__all__ = ["PERIOD_NS", "SLACK_NS", "SLICE_NS", "Bandwidth", "next_period"]

PERIOD_NS = 100_000_000
"""``default_cfs_period``: 100 ms (Linux v5.4 kernel/sched/fair.c)."""

SLICE_NS = 5_000_000
"""``sysctl_sched_cfs_bandwidth_slice``: what a core takes at a time, 5 ms (Linux v5.4 kernel/sched/fair.c)."""

SLACK_NS = 5_000_000
"""``cfs_bandwidth_slack_period``: how long what is given back is gathered, 5 ms (Linux v5.4 kernel/sched/fair.c)."""

_KEPT_NS = 1_000_000
"""``min_cfs_rq_runtime``: what an idle core keeps, 1 ms (Linux v5.4 kernel/sched/fair.c)."""


def next_period(now: int) -> int:
    """Return when quotas are next refilled, ns."""
    return (now // PERIOD_NS + 1) * PERIOD_NS


class Bandwidth:
    """The quota of a process, and each core's part of it.

    Parameters
    ----------
    quota : float
        CPUs: CPU time for each time, such as 0.5.
    cores : int
        How many cores there are.

    Raises
    ------
    ValueError
        If the quota is less than a nanosecond in each period.
    """

    __slots__ = ("_local", "_period", "_pool", "_quota_ns")

    def __init__(self, quota: float, cores: int) -> None:
        self._quota_ns = round(quota * PERIOD_NS)
        if self._quota_ns < 1:
            msg = f"a quota of {quota} CPUs lets nothing run; give one above 0"
            raise ValueError(msg)
        self._pool = self._quota_ns
        self._period = 0
        self._local = [0] * cores

    def left_ns(self, core: int) -> int:
        """Return what a core may use before it has to ask again, ns."""
        return self._local[core]

    def use(self, core: int, ns: int) -> None:
        """Account for CPU time that was used on a core, ns."""
        self._local[core] -= ns

    def refill(self, core: int, now: int) -> bool:
        """Take a slice for a core that has nothing left; return whether it may run."""
        if self._local[core] <= 0:
            self._local[core] += self.draw(SLICE_NS - self._local[core], now)
        return self._local[core] > 0

    def drain(self, most_ns: int, now: int) -> int:
        """Take from whatever there is, that of the cores too, which must be idle; return how much it was, ns."""
        drained = self.draw(most_ns, now)
        for core, left in enumerate(self._local):
            ns = min(most_ns - drained, left)
            self._local[core] -= ns
            drained += ns
        return drained

    def draw(self, most_ns: int, now: int) -> int:
        """Take from what no core has; return how much it was, ns."""
        self._refresh(now)
        ns = min(most_ns, self._pool)
        self._pool -= ns
        return ns

    def slack(self, now: int) -> bool:
        """Return whether more than a slice is there that no core has."""
        self._refresh(now)
        return self._pool > SLICE_NS

    def give_back(self, core: int, now: int) -> None:
        """Take from a core that falls idle what it does not keep."""
        self._refresh(now)
        slack = self._local[core] - _KEPT_NS
        if slack > 0:
            self._local[core] -= slack
            self._pool += slack

    def _refresh(self, now: int) -> None:
        period = now // PERIOD_NS
        if period != self._period:
            self._period = period
            self._pool = self._quota_ns
