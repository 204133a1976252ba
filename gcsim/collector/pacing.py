"""What the pacer knows of the heap, and when it wants the next cycle.

The formulas stand in :mod:`gcsim.collector.pacer`; here they meet the heap of a process. Like the runtime, it counts
from what the last cycle marked.
"""

import math

from gcsim.collector import pacer
from gcsim.collector.setting import Setting
from gcsim.heap import PAGE_BYTES, Heap

__all__ = ["Pacing"]

_MIB = 1 << 20


class Pacing:
    """The state of a process's pacer.

    Parameters
    ----------
    setting : Setting
        The release on its machine.
    heap : Heap
        What is paced.

    Attributes
    ----------
    goal, trigger : float
        Heap at which the cycle should end, and at which the next begins, bytes; infinite where GOGC is off.
    trigger_ratio : float
        The controller's ``h_t``.
    """

    __slots__ = (
        "_heap",
        "_live_base",
        "_live_mark",
        "_marked",
        "_scan_base",
        "_scan_mark",
        "_setting",
        "_start_live",
        "goal",
        "trigger",
        "trigger_ratio",
    )

    def __init__(self, setting: Setting, heap: Heap) -> None:
        self._setting = setting
        self._heap = heap
        self._live_base = self._live_mark = 0.0
        self._scan_base = self._scan_mark = 0.0
        self._start_live = 0.0
        self.trigger_ratio = pacer.INITIAL_TRIGGER_RATIO
        gogc = setting.gogc
        if gogc is None:
            self.trigger = self.goal = math.inf
        elif setting.mechanisms.pacer == "next_gc":
            # 1.4 has no minimum: it collects first when the first span is full.
            self.trigger = self.goal = float(PAGE_BYTES)
        else:
            self.trigger = float(pacer.heap_minimum(gogc))
            self.goal = pacer.heap_goal(self.trigger / (1 + self.trigger_ratio), gogc)
        self._marked = self.trigger / (1 + self.trigger_ratio)

    def heap_live(self) -> float:
        """Return the heap as the runtime counts it, bytes.

        1.4 subtracts what is swept; the others start from what was marked and forget what is freed.
        """
        if self._setting.mechanisms.pacer == "next_gc":
            return self._heap.footprint
        return self._live_base + self._heap.allocated - self._live_mark

    def meeting(self) -> tuple[float, float]:
        """Return when the next cycle starts, as the heap's ``trigger_at`` and ``trigger_saved``."""
        if self._setting.mechanisms.pacer == "next_gc":
            # next_gc began at the whole heap times (1 + GOGC/100) and falls by as much with every byte swept.
            growth = (self._setting.gogc or 0) / 100
            return max((1 + growth) * self._live_mark, self._live_mark + PAGE_BYTES), growth
        return self._live_mark + self.trigger - self._live_base, 0.0

    def begin(self) -> None:
        """Note that a concurrent cycle begins (``startCycle``)."""
        live, gogc = self.heap_live(), self._setting.gogc or 100
        if self.trigger <= pacer.heap_minimum(gogc):
            # The first cycles pretend that the last one marked what their trigger stands for.
            self._marked = self.trigger / (1 + self.trigger_ratio)
            self.goal = pacer.heap_goal(self._marked, gogc)
        if self._setting.mechanisms.pacer == "remaining":
            # From 1.6 the goal leaves at least 1 MB (9e77c89868).
            self.goal = max(self.goal, live + _MIB)
        self._start_live = live

    def assist_ratio(self, scan_work: float) -> float:
        """Return the scan work owed per allocated byte when so many bytes of it are done."""
        if self._setting.mechanisms.pacer == "absolute":
            return pacer.assist_ratio_absolute(self._heap_scan(), self.goal, self._start_live)
        return pacer.assist_ratio_remaining(self._heap_scan(), scan_work, self.goal, self.heap_live())

    def adjust(self, utilization: float) -> None:
        """Let the controller learn from a cycle that used so much of the Ps' time (``endCycle``)."""
        if self._setting.gogc is not None and self._marked:
            growth = self.heap_live() / self._marked - 1
            self.trigger_ratio = pacer.next_trigger_ratio(self.trigger_ratio, growth, utilization, self._setting.gogc)

    def finish(self, marked: float, scanned: float, allocated_marking: float) -> None:
        """Set the next goal, the next trigger and the pace of sweeping.

        Parameters
        ----------
        marked : float
            Bytes that the cycle marked.
        scanned : float
            Scan work that it did, bytes.
        allocated_marking : float
            Bytes allocated while it marked.
        """
        heap, mechanisms, gogc = self._heap, self._setting.mechanisms, self._setting.gogc
        self._marked = marked
        self._live_base, self._live_mark = marked, heap.allocated
        self._scan_base, self._scan_mark = scanned, heap.allocated_scan
        if gogc is not None:
            base = marked - allocated_marking if mechanisms.pacer_base == "reachable" else marked
            self.goal = self.trigger = pacer.heap_goal(base, gogc)
            if mechanisms.pacer != "next_gc":
                self.trigger = pacer.next_trigger(base, self.trigger_ratio, marked, gogc)
        if mechanisms.sweep == "proportional" and gogc is not None:
            heap.pages_per_byte = pacer.sweep_pages_per_byte(heap.pages_left, self.trigger, marked)
        elif heap.dead_per_page > 0:
            # A span is swept when one is needed: as much is freed as is allocated.
            heap.pages_per_byte = 1 / heap.dead_per_page
        else:
            heap.pages_per_byte = 1 / PAGE_BYTES

    def _heap_scan(self) -> float:
        return self._scan_base + self._heap.allocated_scan - self._scan_mark
