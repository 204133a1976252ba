"""One run: a scenario goes in, a row comes out.

This is what a worker process imports, so it knows neither tables nor files.
"""

import os
import platform
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np

import gcsim
from gcsim.analysis import cycle_pauses_ns, flatten, summarize
from gcsim.recording import LatencyHistogram, Recording
from gcsim.runtime import ProgramError
from gcsim.scenario import Scenario
from gcsim.simulation import MODEL_VERSION, simulate

__all__ = ["Job", "Outcome", "Row", "Run", "axes_of", "run_chunk", "run_scenario", "to_row"]

Row = Mapping[str, str | int | float | bool | list[int] | None]
"""Column name to value: axes and results of one run, without its key."""

_SAMPLES = 50
"""Samples of goroutines and heap that a row keeps: as many as a figure can show, so that a large study stays small."""

Run = Callable[[Scenario], Row]
"""What does one run. It travels to other processes, so it has to be a function of a module."""


@dataclass(frozen=True, slots=True)
class Job:
    """A run to be done.

    Attributes
    ----------
    key : str
        Its :func:`~gcsim.studies.identity.run_key`.
    scenario : Scenario
        What to run.
    """

    key: str
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job.

    Attributes
    ----------
    key : str
        Key of the run.
    row : Row or None
        Its row; None where it failed.
    error : str
        What it raised, in one line; empty where it did not.
    trace : str
        The traceback belonging to `error`.
    provenance : mapping
        How the row came about: ``wall_s``, ``host``, ``package_version``, ``python``, ``numpy``, ``finished`` (UTC,
        ISO 8601).
    """

    key: str
    row: Row | None
    error: str
    trace: str
    provenance: Mapping[str, str | float]


def run_scenario(scenario: Scenario) -> Row:
    """Simulate a scenario and sum it up.

    Parameters
    ----------
    scenario : Scenario
        One run.

    Returns
    -------
    Row
        As :func:`to_row`.

    Raises
    ------
    ProgramError
        If its workload is no program.
    """
    budget = scenario.collector.pause_budget
    recording = simulate(scenario)
    if recording.ended_by == "program_error":
        raise ProgramError(recording.failure)
    summary = summarize(recording, budget_pause_ns=budget.pause_ns, budget_window_ns=budget.window_ns)
    return to_row(axes_of(scenario), summary, recording)


def axes_of(scenario: Scenario) -> dict[str, Any]:
    """Return a scenario as columns: every scalar of it by its dotted key.

    Parameters
    ----------
    scenario : Scenario
        One run.

    Returns
    -------
    dict of str to scalar
        ``gogc`` is text, since it may be ``off``.
    """
    axes = flatten(scenario.resolved())
    return {**axes, "gogc": str(axes["gogc"])}


def to_row(axes: Mapping[str, Any], summary: Mapping[str, Any], recording: Recording) -> Row:
    """Put axes, summary and the exact lists of a run into one row.

    Parameters
    ----------
    axes : mapping
        Columns of the scenario.
    summary : mapping
        Nested results.
    recording : Recording
        The run, for what a summary cannot say: every pause, and the whole histogram of latencies.

    Returns
    -------
    Row
        The columns of `axes`, ``model_version``, the flattened `summary`, and lists of integers: ``pauses_ns`` (each
        completed cycle's) and ``cycle_ends_ns`` (when it ended), ``stops_ns`` and ``stop_phases`` (each stop's),
        ``sampled_ns``, ``sampled_goroutines`` and ``sampled_heap_bytes`` (some samples over the run), ``op_buckets``,
        ``op_counts`` and ``op_cause_ns`` (the buckets of the histogram that hold operations; the causes of one bucket
        follow each other). Instants count from the beginning of the recorded window, ns.

    Raises
    ------
    ValueError
        If a result has the name of an axis.
    """
    results = {"model_version": MODEL_VERSION, **flatten(summary), **_lists(recording)}
    if twice := sorted(results.keys() & axes.keys()):
        raise ValueError(f"columns of the scenario and of its results share a name: {', '.join(twice)}")
    return {**axes, **results}


def run_chunk(run: Run, jobs: Sequence[Job]) -> list[Outcome]:
    """Do some runs, one after another; one that raises does not keep the others from being done.

    Parameters
    ----------
    run : callable
        Does one run.
    jobs : sequence of Job
        What to run.

    Returns
    -------
    list of Outcome
        One for each job, in order.
    """
    return [_outcome(run, job) for job in jobs]


def _outcome(run: Run, job: Job) -> Outcome:
    begin = time.perf_counter()
    row: Row | None = None
    error = trace = ""
    try:
        row = run(job.scenario)
    except Exception as raised:  # noqa: BLE001  # whatever a model may raise: the others go on, the sweep reports it
        error = " ".join(f"{type(raised).__name__}: {raised}".split())
        trace = traceback.format_exc()
    provenance: dict[str, str | float] = {
        "wall_s": time.perf_counter() - begin,
        "host": os.uname().nodename,
        "package_version": gcsim.__version__,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "finished": datetime.now(UTC).isoformat(timespec="microseconds"),
    }
    return Outcome(job.key, row, error, trace, provenance)


def _lists(recording: Recording) -> dict[str, list[int]]:
    pauses = recording.pauses
    stops = np.asarray(pauses["end_ns"], np.int64) - np.asarray(pauses["requested_ns"], np.int64)
    return {
        "pauses_ns": cycle_pauses_ns(recording).tolist(),
        "cycle_ends_ns": (np.asarray(recording.cycles["end_ns"], np.int64) - recording.start_ns).tolist(),
        "stops_ns": stops.tolist(),
        "stop_phases": np.asarray(pauses["phase"], np.int64).tolist(),
        **_samples(recording),
        **_histogram(recording.latency),
    }


def _samples(recording: Recording) -> dict[str, list[int]]:
    table = recording.goroutines
    every = -(-len(table["time_ns"]) // _SAMPLES) or 1
    times = np.asarray(table["time_ns"], np.int64)[::every] - recording.start_ns
    columns = {name: np.asarray(table[name], np.int64)[::every].tolist() for name in ("goroutines", "heap_bytes")}
    return {"sampled_ns": times.tolist(), **{f"sampled_{name}": values for name, values in columns.items()}}


def _histogram(latency: LatencyHistogram) -> dict[str, list[int]]:
    held = np.flatnonzero(latency.counts)
    return {
        "op_buckets": held.tolist(),
        "op_counts": latency.counts[held].tolist(),
        "op_cause_ns": latency.cause_ns[held].ravel().tolist(),
    }
