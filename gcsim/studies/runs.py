"""One run: a scenario goes in, a row comes out.

Here is also what travels between the process that has a study and those that do its runs: plain frozen data.
"""

import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

from gcsim.analysis import cycle_pauses_ns, flatten, summarize
from gcsim.kernel import take_events
from gcsim.recording import LatencyHistogram, Recording
from gcsim.runtime import ProgramError
from gcsim.scenario import Scenario
from gcsim.simulation import MODEL_VERSION, simulate
from gcsim.studies.storage.schema import check_row

__all__ = [
    "Attempt",
    "Chunk",
    "Ended",
    "Job",
    "Limits",
    "Row",
    "Run",
    "attempt",
    "axes_of",
    "run_scenario",
    "to_row",
]

Row = Mapping[str, str | int | float | bool | list[int] | None]
"""Column name to value: axes and results of one run, without its key."""

_SAMPLES = 50
"""Samples of goroutines and heap that a row keeps: as many as a figure can show, so that a large study stays small."""

_Part = Literal["hardware", "until", "collector", "workload"]
_MOST_KNOWN = 256
_known: dict[int, tuple[object, dict[str, Any]]] = {}
"""Columns of parts, by the part's identity: the runs of a study share most of them."""

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
class Limits:
    """What a run may take, and how often it may try.

    Attributes
    ----------
    timeout_s : float or None
        Longest wall time of an attempt, s; None for any.
    memory_bytes : int or None
        Most memory that a run may add to what its process had before, bytes; None for any.
    retries : int
        Attempts after the first.
    """

    timeout_s: float | None = None
    memory_bytes: int | None = None
    retries: int = 2


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some runs that one worker does one after another.

    Attributes
    ----------
    run : callable
        Does one run.
    jobs : tuple of Job
        What to run.
    out : Path
        Folder of results, prepared.
    study : str
        Name of the study.
    limits : Limits
        What a run may take.
    commit : str or None
        Commit of the source, for the provenance.
    model_version : int
        Version of the model that the keys of the jobs stand for.
    """

    run: Run
    jobs: tuple[Job, ...]
    out: Path
    study: str
    limits: Limits
    commit: str | None
    model_version: int = MODEL_VERSION


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a job.

    Attributes
    ----------
    key : str
        Key of the run.
    kind : str
        Empty where its result is stored. Otherwise what its last attempt came to: ``raised``, ``timeout``, ``memory``,
        or ``lost`` where its process ended.
    error : str
        What happened, in one line; empty where the result is stored.
    trace : str
        A traceback belonging to `error`; empty where there is none.
    wall_s : float
        Wall time of the last attempt, s.
    events : int
        Events that the engine took on in it; 0 where nobody knows.
    retries : int
        Attempts before the last.
    """

    key: str
    kind: str
    error: str
    trace: str
    wall_s: float
    events: int
    retries: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of doing a run once.

    Attributes
    ----------
    row : dict or None
        Its row, with its ``run_key``; None where it failed.
    kind, error, trace, wall_s, events
        As in :class:`Ended`.
    """

    row: dict[str, Any] | None
    kind: str
    error: str
    trace: str
    wall_s: float
    events: int


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
    return {
        "go": scenario.go,
        "gogc": str(scenario.gogc),
        "gomaxprocs": scenario.ps,
        **_columns(scenario, "hardware"),
        **_columns(scenario, "until"),
        "seed": scenario.seed,
        "replication": scenario.replication,
        **_columns(scenario, "collector"),
        **_columns(scenario, "workload"),
    }


def _columns(scenario: Scenario, part: _Part) -> dict[str, Any]:
    held = getattr(scenario, part)
    known = _known.get(id(held))
    if known is None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        # The object stays with its columns: while it lives, no other has its id.
        known = _known[id(held)] = (held, flatten({part: scenario.resolved_part(part)}))
    return known[1]


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


def attempt(
    run: Run,
    job: Job,
    *,
    within: AbstractContextManager[object] | None = None,
    failing: type[BaseException] = Exception,
) -> Attempt:
    """Do a run once.

    Parameters
    ----------
    run : callable
        Does it.
    job : Job
        What to run.
    within : context manager, optional
        What limits it.
    failing : type of BaseException
        What it may raise to have failed; everything else is raised here.

    Returns
    -------
    Attempt
        Its row, or how it failed.
    """
    take_events()
    begin = time.perf_counter()
    try:
        with nullcontext() if within is None else within:
            row = {"run_key": job.key, **run(job.scenario)}
        check_row(row)
    except failing as raised:  # whatever a model may raise: the others go on, and this one is told of
        kind = "memory" if isinstance(raised, MemoryError) else "raised"
        error = " ".join(f"{type(raised).__name__}: {raised}".split()).removesuffix(":")
        return Attempt(None, kind, error, traceback.format_exc(), time.perf_counter() - begin, take_events())
    return Attempt(row, "", "", "", time.perf_counter() - begin, take_events())


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
