"""Along which axis a measured case differs from the others, by its parameters and not by its name."""

from collections import Counter
from collections.abc import Mapping, Sequence

from gcsim.fidelity.measured import MeasuredRun

__all__ = ["AXES", "axes_of"]

_OTHERS: Mapping[str, tuple[str, ...]] = {
    "gogc": ("gogc",),
    "goroutines": ("workers", "parked", "parked_kb"),
    "globals": ("global_ptrs",),
    "ps": ("gomaxprocs",),
}
_NO_AXIS = ("pusher", "obj", "think_ns", "churn", "loop_ms")

AXES = ("heap", *_OTHERS)
"""Live heap, GOGC, goroutines, global pointers, Ps."""


def axes_of(runs: Sequence[MeasuredRun]) -> dict[str, tuple[str, ...]]:
    """Return the axes on which each case lies.

    A case lies on an axis if one of its parameters there differs from what most of the cases have. The live heap is no
    such difference beside another, as families of cases are measured at different heaps; cases that differ in
    nothing else make the axis of the heap, the one that most others differ from among them. A case that differs only
    in what belongs to no axis (the program, size of objects, time of an operation, churn, call-free loops) is on none.

    Parameters
    ----------
    runs : sequence of MeasuredRun
        Of any releases.

    Returns
    -------
    dict of str to tuple of str
        For each case, in the order of the runs, some of :data:`AXES`.

    Examples
    --------
    Of the cases of ``results/measured``, ``live32``, ``live128`` and ``live512`` lie on the axis of the heap,
    ``parked10k`` and ``workers16`` on that of the goroutines, ``think500`` on none.
    """
    cases = {run.case: run for run in runs}
    usual = {name: _most_common([getattr(run, name) for run in cases.values()]) for name in _parameters()}

    def differs(run: MeasuredRun, names: Sequence[str]) -> bool:
        return any(getattr(run, name) != usual[name] for name in names)

    return {
        case: tuple(axis for axis, names in _OTHERS.items() if differs(run, names))
        or (() if differs(run, _NO_AXIS) else ("heap",))
        for case, run in cases.items()
    }


def _parameters() -> tuple[str, ...]:
    return (*(name for names in _OTHERS.values() for name in names), *_NO_AXIS)


def _most_common(values: Sequence[object]) -> object:
    return Counter(values).most_common(1)[0][0]  # of several the first that is met, so the runs' order decides
