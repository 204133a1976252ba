"""Real runs of the reference program ``forest.go``: a folder of ``CASE.goX.Y.Z.rN.json``, each with a log.

``results/measured/README.md`` describes the program and the fields, which keep their names and units here.
"""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, from_json

from gcsim.formats.gctrace import ConcurrentCycle, measured_window, parse
from gcsim.scenario import RELEASES, Hardware, Scenario

__all__ = [
    "MeasuredError",
    "MeasuredRun",
    "OperationQuantiles",
    "parse_run",
    "read_judged",
    "read_measured",
    "split_by_era",
    "to_scenario",
    "without_era_line",
]

_NS_PER_S = 10**9

_BEFORE_1_6_2 = frozenset({"go1.6", "go1.6.0", "go1.6.1"})
"""Releases of 1.6 that still walk over all goroutines inside their stops."""
_VERSION = r"^go1\.([4-9]|[1-9]\d+)(\.\d+)?((beta|rc)\d+)?$"

Count = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(gt=0)]


class MeasuredError(ValueError):
    """A folder of measured runs that cannot be used.

    Attributes
    ----------
    problems : tuple of str
        What is wrong, with the file's name in front; the message has one line for each.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class OperationQuantiles(BaseModel):
    """Quantiles of the time of one operation, ns, from buckets 1.6 to 3 % wide."""

    model_config = ConfigDict(frozen=True, strict=True)

    p50: Count
    p90: Count
    p99: Count
    p999: Count
    p9999: Count
    max: Count


def _gogc(found: object) -> object:
    """Read GOGC as the environment holds it: text, and none at all means 100."""
    if found == "":
        return 100
    return int(found) if isinstance(found, str) and found.isascii() and found.isdecimal() else found


class MeasuredRun(BaseModel):
    """One run of the reference program under one real release, as its two files tell of it.

    Attributes
    ----------
    case, rep : str, int
        Name of the case, number of the repetition.
    version : str
        The release in full, such as ``go1.8.4``: 1.4 or later, since ``forest.go`` compiles with these.
    gomaxprocs, gogc : int, int or "off"
        Ps; GOGC in percent.
    pusher : bool
        Whether the program was the map of messages rather than the forest.
    live_mb, obj, workers, think_ns, churn
        Live heap in MiB, payload of an object in bytes, goroutines, ns of computation for each operation, one of how
        many allocations replaces a live object.
    parked, parked_kb, roots, global_ptrs, loop_ms
        Parked goroutines and the KiB of stack of each, share of their pointers and of the global array's that are not
        nil, pointers in that array, length of the call-free loops in ms.
    wall_s, ops, num_gc : float, int, int
        Measured time, and the operations and completed collections in it.
    pauses_us : tuple of float
        Pause of each collection, newest first, at most 256, us.
    op_ns : OperationQuantiles
        Latency of operations.
    log : tuple of ConcurrentCycle
        Collections that ``gctrace`` told of in the measured time, without forced ones; empty for 1.4, whose line holds
        none of what is compared.
    """

    model_config = ConfigDict(frozen=True, strict=True, allow_inf_nan=False)

    case: Annotated[str, Field(min_length=1)]
    rep: Count
    version: Annotated[str, Field(pattern=_VERSION)]
    gomaxprocs: Annotated[int, Field(ge=1, le=256)]
    gogc: Annotated[Positive | Literal["off"], BeforeValidator(_gogc)]
    pusher: bool
    live_mb: Positive
    obj: Count
    workers: Positive
    think_ns: Count
    churn: Positive
    parked: Count
    parked_kb: Count
    roots: Annotated[float, Field(ge=0, le=1)] = 0.0
    global_ptrs: Count
    loop_ms: Count
    wall_s: Annotated[float, Field(gt=0)]
    ops: Count
    num_gc: Count
    pauses_us: Annotated[tuple[Annotated[float, Field(ge=0)], ...], Field(strict=False)]
    op_ns: OperationQuantiles
    log: tuple[ConcurrentCycle, ...]

    @property
    def go(self) -> str:
        """The release as a scenario names it, without the patch: ``1.8``."""
        return re.sub(r"^go(1\.\d+).*$", r"\1", self.version)


def read_measured(folder: Path) -> list[MeasuredRun]:
    """Read every run of a folder.

    Parameters
    ----------
    folder : Path
        Holds pairs of files ``CASE.goX.Y.Z.rN.json`` and ``CASE.goX.Y.Z.rN.gctrace``; others are passed over.

    Returns
    -------
    list of MeasuredRun
        In the order of case, release and repetition.

    Raises
    ------
    MeasuredError
        If there is no run, or a file of a pair is missing or cannot be understood: everything that is wrong at once.
    """
    names = sorted({path.stem for suffix in (".json", ".gctrace") for path in folder.glob(f"*{suffix}")})
    if not names:
        raise MeasuredError([f"{folder}: no measured runs here; expected pairs CASE.goX.Y.Z.rN.json and .gctrace"])
    runs: list[MeasuredRun] = []
    problems: list[str] = []
    for name in names:
        try:
            runs.append(_read_run(folder, name))
        except MeasuredError as error:
            problems += error.problems
    twice = {(run.case, run.version, run.rep) for run in runs}
    if not problems and len(twice) < len(runs):
        problems.append(f"{folder}: {len(runs)} runs, but only {len(twice)} different (case, version, rep)")
    if problems:
        raise MeasuredError(problems)
    return sorted(runs, key=lambda run: (run.case, run.go, run.version, run.rep))


def parse_run(name: str, fields: bytes, log: str) -> MeasuredRun:
    """Read one run from what its two files hold.

    Parameters
    ----------
    name : str
        Of the files, without what tells them apart; stands in front of each problem.
    fields : bytes
        Contents of the ``.json``.
    log : str
        Contents of the ``.gctrace``.

    Returns
    -------
    MeasuredRun
        The run.

    Raises
    ------
    MeasuredError
        If one of them cannot be understood.
    """
    try:
        cycles = parse(measured_window(log))
    except ValueError as error:
        raise MeasuredError([f"{name}.gctrace: {error}"]) from error
    try:
        found = from_json(fields, allow_inf_nan=False)
    except ValueError as error:
        raise MeasuredError([f"{name}.json: not JSON: {error}"]) from error
    if not isinstance(found, dict):
        raise MeasuredError([f"{name}.json: expected one JSON object, found {type(found).__name__}"])
    unforced = tuple(cycle for cycle in cycles if isinstance(cycle, ConcurrentCycle) and not cycle.forced)
    try:
        return MeasuredRun.model_validate({**found, "log": unforced})
    except ValidationError as error:
        raise MeasuredError([f"{name}.json: {_problem(detail)}" for detail in error.errors()]) from error


def split_by_era(runs: Iterable[MeasuredRun]) -> tuple[list[MeasuredRun], list[MeasuredRun]]:
    """Tell the runs that can be simulated from those whose release has no era here.

    Parameters
    ----------
    runs : iterable of MeasuredRun
        Of any release.

    Returns
    -------
    judged, without_era : list of MeasuredRun
        Each in the order given. The second are of Go 1.9 and later: kept, and held against nothing.
    """
    judged: list[MeasuredRun] = []
    without_era: list[MeasuredRun] = []
    for run in runs:
        (judged if run.go in RELEASES else without_era).append(run)
    return judged, without_era


def without_era_line(without_era: Iterable[MeasuredRun]) -> str:
    """Say in one line which runs are held against nothing, and why.

    Parameters
    ----------
    without_era : iterable of MeasuredRun
        The second of what :func:`split_by_era` gives.

    Returns
    -------
    str
        Empty if there are none.
    """
    counts = Counter(run.version for run in without_era)
    if not counts:
        return ""
    listed = ", ".join(f"{version} ({count} run{'s' * (count > 1)})" for version, count in counts.items())
    return f"skipped, since only Go {RELEASES[0]} to {RELEASES[-1]} are modelled: {listed}"


def read_judged(folder: Path) -> list[MeasuredRun]:
    """Read the runs of a folder that can be simulated.

    Parameters
    ----------
    folder : Path
        As in :func:`read_measured`.

    Returns
    -------
    list of MeasuredRun
        The first of what :func:`split_by_era` gives.

    Raises
    ------
    MeasuredError
        As in :func:`read_measured`, and if all runs are of releases without an era.
    """
    judged, without_era = split_by_era(read_measured(folder))
    if not judged:
        raise MeasuredError([f"{folder}: nothing is left to simulate; {without_era_line(without_era)}"])
    return judged


def to_scenario(run: MeasuredRun, *, hardware: Hardware, seed: int, replication: int) -> Scenario:
    """Return the scenario of a measured run: its parameters, its set-up and as long a window.

    Parameters
    ----------
    run : MeasuredRun
        What was run.
    hardware : Hardware
        What the laws of the model cost.
    seed, replication : int
        Of the random streams.

    Returns
    -------
    Scenario
        Ends after the measured time.
    """
    workload: dict[str, object] = {"kind": "pusher" if run.pusher else "forest", "live_heap": f"{run.live_mb}MiB"}
    if not run.pusher:
        workload |= {
            "object_size": f"{run.obj}B",
            "workers": run.workers,
            "think_time": f"{run.think_ns}ns",
            "churn": run.churn,
            "parked": run.parked,
            "parked_stack": f"{run.parked_kb}KiB",
            "roots": run.roots,
            "global_pointers": run.global_ptrs,
            "loop": f"{run.loop_ms}ms",
        }
    return Scenario.model_validate(
        {
            "name": f"{run.case}.{run.version}",
            "go": "1.6.0" if run.version in _BEFORE_1_6_2 else run.go,
            "gogc": run.gogc,
            "gomaxprocs": run.gomaxprocs,
            "hardware": hardware,
            "until": {"duration": f"{round(run.wall_s * _NS_PER_S)}ns"},
            "seed": seed,
            "replication": replication,
            "workload": workload,
        }
    )


def _read_run(folder: Path, name: str) -> MeasuredRun:
    log_file, json_file = folder / f"{name}.gctrace", folder / f"{name}.json"
    for missing, present in ((log_file, json_file), (json_file, log_file)):
        if not missing.is_file():
            raise MeasuredError([f"{missing}: missing; {present.name} alone does not make a run"])
    log = log_file.read_text(encoding="utf-8", errors="replace")
    return parse_run(str(folder / name), json_file.read_bytes(), log)


def _problem(detail: ErrorDetails) -> str:
    where = ".".join(str(part) for part in detail["loc"])
    found = "" if detail["type"] == "missing" else f"found {detail['input']!r:.60}; "
    return f"{where}: {found}{detail['msg']}"
