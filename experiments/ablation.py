"""From 1.4 to 1.8 one mechanism at a time: what each bought of the pause, for three programs.

Config: ``configs/ablation.yaml``, whose states are those of :mod:`experiments.stepwise`. Figure:
:func:`gcsim.figures.ablation`. Nothing stands beside it: between two releases there is no real runtime to measure. The
releases themselves stand in the other figures.

What to see: to mark while the program runs takes nearly all of the pause away, whatever the program is. Then 1.5 gives
most of that back, and to each program through another mechanism: three walks over all spans to the heap, a reset and
a visit of each to the goroutines, and to the globals a second scan by one P alone, which leaves them hardly better off
than in 1.4. What the later releases are known for is to have taken these out again: 1.6 the spans, 1.7 the globals and
whoever only waits, 1.8 those who run. Not every step is downwards: that helpers of 1.6 drain what they find costs the
goroutines more than it saves, and what 1.6 and 1.7 leave over for the stop is inferred from measured runs.

Pauses span three orders of magnitude, so the bars are ratios, on a logarithmic axis; the table has the differences in
ms beside them, and both add up exactly. The length of a bar depends on what was switched before it: the last of
several causes that is removed gets most of the ratio. Within a release the order is that of the table of mechanisms,
with sweeping and the mark first.
"""

from collections.abc import Hashable, Mapping
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from experiments.experiment import Experiment
from experiments.stepwise import State, Step, states, steps
from gcsim.figures import ablation, pause_points

__all__ = ["EXPERIMENT", "OWN_CODE"]

OWN_CODE = "own code"
"""What stands for a mechanism where a release's own code is what changes."""

_BIG_HEAP, _GOROUTINES, _GLOBALS = _PROGRAMS = ("big heap", "many goroutines", "big globals")
_SIZES = {
    "workload.live_heap": ("live_heap_mib", 2**20),
    "workload.parked": ("parked", 1),
    "workload.dirty": ("dirty", 1),
    "workload.global_pointers": ("globals_mib", 2**20 / 8),
}
"""The columns that say how big a program's heap and roots are, with the unit that they have in the table."""

_WORDS = {True: "on", False: "off"}


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    mechanisms = [column for column in runs.columns if column.startswith("collector.mechanisms.")]
    # On the way from one release to the next the number of mechanisms that are switched says how far it has come.
    runs = runs.assign(
        program=[_program(run) for _, run in runs.iterrows()],
        switched=runs[mechanisms].notna().sum(axis=1),
        **{name: runs[column] / unit for column, (name, unit) in _SIZES.items()},
    )
    sizes = [name for name, _ in _SIZES.values()]
    points = pause_points(runs, ["program", *sizes, "go", "switched"]).to_dict("records")
    at = {(point["program"], point["go"], point["switched"]): point for point in points}
    return pd.DataFrame(
        {
            "program": program,
            **{name: at[program, before.go, len(before.mechanisms)][name] for name in sizes},
            **_named(step, before, after),
            **_change(*(at[program, state.go, len(state.mechanisms)] for state in (before, after))),
        }
        for program in _PROGRAMS
        if program in set(runs["program"])
        for step, (before, after) in zip(steps(), pairwise(states()), strict=True)
    )


def _program(run: pd.Series) -> str:
    if run["workload.parked"]:
        return _GOROUTINES
    return _GLOBALS if run["workload.global_pointers"] > 1 else _BIG_HEAP


def _named(step: Step, before: State, after: State) -> dict[str, str]:
    releases = {"from_go": before.go, "go": step.go}
    if not step.fields:
        return {**releases, "mechanism": OWN_CODE, "old": before.go, "new": after.go}
    old, new = ("+".join(map(_text, values)) for values in (step.old, step.new))
    return {**releases, "mechanism": "+".join(step.fields), "old": old, "new": new}


def _text(value: object) -> str:
    return _WORDS[value] if isinstance(value, bool) else str(value)


def _change(before: Mapping[Hashable, Any], after: Mapping[Hashable, Any]) -> dict[str, float]:
    old, new = before["p50_ms"], after["p50_ms"]
    return {
        "cycles": min(before["cycles"], after["cycles"]),
        "before_ms": old,
        "p50_ms": new,
        "p90_ms": after["p90_ms"],
        "difference_ms": new - old,
        "factor": new / old,
    }


def _figure(table: pd.DataFrame) -> Figure:
    return ablation(table)


EXPERIMENT = Experiment(
    name="ablation",
    config="configs/ablation.yaml",
    quick=("workload={sweep: [{kind: forest, live_heap: 64MiB, parked: 100000, dirty: 0.01}]}",),
    table=_table,
    figure=_figure,
)
