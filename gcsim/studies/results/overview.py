"""What a folder of results holds, without reading the results."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from gcsim.analysis import flatten
from gcsim.simulation import MODEL_VERSION
from gcsim.studies.status import StudyStatus, read_statuses
from gcsim.studies.storage.failures import read_failures
from gcsim.studies.storage.store import FAILURES, PARTS, PROVENANCE, StoreError, read

__all__ = [
    "FailureKind",
    "Overview",
    "Provenance",
    "StudyLine",
    "check_folder",
    "differing",
    "failures_of",
    "overview",
    "runs_of",
]

_STATUSES = "studies"
_KINDS = (PARTS, PROVENANCE, FAILURES, _STATUSES)
_NAMING = ("go", "gogc", "gomaxprocs")
_COUNTED = ("package_version", "git_commit", "host_class", "python", "numpy")


@dataclass(frozen=True, slots=True)
class StudyLine:
    """A study that stored something in a folder.

    Attributes
    ----------
    study : str
        Its name; empty for runs that were stored without one.
    state : str
        As :class:`~gcsim.studies.status.StudyStatus` says it; ``unknown`` where there is no status.
    runs : int or None
        Runs that it wants; None where there is no status.
    stored : int
        Results of the folder that it has computed.
    found : int
        Runs that were there before it was begun the last time.
    failed : int
        Runs of it that failed and have no result by now.
    began, updated : str
        When it was begun the last time, and when it was last heard of: UTC, ISO 8601; empty where not known.
    took_s : float or None
        From the one to the other, s.
    where : str
        Where its runs are done, in words.
    command : str
        What does the rest of it; empty where not known.
    """

    study: str
    state: str
    runs: int | None
    stored: int
    found: int
    failed: int
    began: str
    updated: str
    took_s: float | None
    where: str
    command: str


@dataclass(frozen=True, slots=True)
class FailureKind:
    """Runs that failed in the same way.

    Attributes
    ----------
    kind : str
        ``raised``, ``timeout``, ``memory`` or ``lost``.
    runs : int
        How many.
    errors : tuple of (str, int)
        The most frequent errors, each with the number of its runs.
    """

    kind: str
    runs: int
    errors: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """How results came about.

    Attributes
    ----------
    computed_by : mapping of str to (mapping of str to int)
        For ``package_version``, ``git_commit``, ``host_class``, ``python`` and ``numpy``: runs by what computed them,
        the most frequent first; empty text where it is not known.
    first, last : str
        When the first and the last of the runs finished: UTC, ISO 8601; empty without runs.
    run_s : float
        What all runs took together, s.
    events : int
        Events that their engines took on.
    retries : int
        Attempts that failed before one did not.
    """

    computed_by: Mapping[str, Mapping[str, int]]
    first: str
    last: str
    run_s: float
    events: int
    retries: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What a folder of results holds.

    Attributes
    ----------
    studies : tuple of StudyLine
        The one that was heard of last comes first.
    runs : int
        Results of this version of the model.
    model_version : int
        This version.
    other_runs : mapping of int to int
        Results of other versions of the model, by version.
    failures : tuple of FailureKind
        Runs that have no result, the most frequent kind first.
    provenance : Provenance
        How the results came about, those of other versions included.
    """

    studies: tuple[StudyLine, ...]
    runs: int
    model_version: int
    other_runs: Mapping[int, int]
    failures: tuple[FailureKind, ...]
    provenance: Provenance


def check_folder(out: Path) -> None:
    """Refuse what is no folder of results.

    Parameters
    ----------
    out : Path
        An empty folder is one that holds nothing yet.

    Raises
    ------
    StoreError
        If it is not there, or holds other things only.
    """
    if not out.is_dir():
        raise StoreError(f"{out}: {'a file' if out.exists() else 'is not there'}; name a folder that gcsim sweep wrote")
    if not _holds(out) and any(out.iterdir()):
        below = sorted(str(folder) for folder in out.iterdir() if folder.is_dir() and _holds(folder))
        meant = f"did you mean {' or '.join(below[:3])}?" if below else "name a folder that gcsim sweep wrote"
        raise StoreError(f"{out}: no folder of results, there is no {PARTS}/ in it; {meant}")


def overview(out: Path, study: str | None = None) -> Overview:
    """Look at a folder of results.

    Parameters
    ----------
    out : Path
        The folder.
    study : str, optional
        Look at what this study did only.

    Returns
    -------
    Overview

    Raises
    ------
    StoreError
        If it is no folder of results, a part cannot be read, or there is no such study.
    SchemaError
        If a part is of another schema.
    """
    check_folder(out)
    failed = failures_of(out, study)
    provenance = _provenance(out)
    versions = read(out, {"run_key", "model_version"}.__contains__).to_pandas()
    if study is not None:
        provenance = provenance[provenance["study"] == study]
        versions = versions[versions["run_key"].isin(provenance["run_key"])]
    by_version = versions["model_version"].value_counts() if len(versions) else pd.Series(dtype=int)
    counted = {int(str(version)): int(runs) for version, runs in by_version.items()}
    return Overview(
        studies=_studies([one for one in read_statuses(out) if study in {None, one.study}], provenance, failed),
        runs=counted.pop(MODEL_VERSION, 0),
        model_version=MODEL_VERSION,
        other_runs=dict(sorted(counted.items())),
        failures=_kinds(failed),
        provenance=_summed(provenance),
    )


def runs_of(out: Path, study: str) -> frozenset[str]:
    """Return which results of a folder a study has computed.

    Parameters
    ----------
    out : Path
        The folder.
    study : str
        Name of the study.

    Returns
    -------
    frozenset of str
        Run keys. What it found there when it began is not among them: that is another study's.

    Raises
    ------
    StoreError
        If there is no such study; the message tells which there are.
    """
    provenance = _provenance(out)
    _known(out, study, provenance["study"])
    return frozenset(provenance["run_key"][provenance["study"] == study])


def failures_of(out: Path, study: str | None = None) -> pd.DataFrame:
    """Return the runs of a folder, or of a study in it, that failed and have no result.

    Parameters
    ----------
    out : Path
        The folder.
    study : str, optional
        Name of the study; all by default.

    Returns
    -------
    pandas.DataFrame
        As :func:`~gcsim.studies.storage.failures.read_failures`.

    Raises
    ------
    StoreError
        If there is no such study; the message tells which there are.
    """
    # To tell which of them have a result takes the keys of all results, which is not needed where none failed.
    failed = read_failures(out) if any((out / FAILURES).glob("*.parquet")) else pd.DataFrame(columns=["run_key"])
    for name in ("study", "kind", "error", "trace", "scenario"):
        if name not in failed:
            failed[name] = ""
    if study is None:
        return failed
    if not (failed["study"] == study).any():
        _known(out, study, _provenance(out)["study"])
    return failed[failed["study"] == study]


def differing(out: Path, failed: pd.DataFrame) -> list[dict[str, Any]]:
    """Say of failed runs what tells them from others.

    Parameters
    ----------
    out : Path
        The folder.
    failed : pandas.DataFrame
        Runs that failed, as :func:`failures_of` gives them.

    Returns
    -------
    list of dict
        For each of them the columns of its scenario in which it differs from another of them, or from a result of the
        folder, and those that name it: ``go``, ``gogc``, ``gomaxprocs``. Seed and replication are left out.

    Raises
    ------
    StoreError, SchemaError
        As :func:`overview`.
    """
    scenarios = [flatten(json.loads(scenario)) if scenario else {} for scenario in failed["scenario"]]
    wanted = {name for scenario in scenarios for name in scenario} - {"seed", "replication"}
    results = read(out, lambda name: name == "run_key" or name in wanted)
    told = []
    for name in sorted(wanted, key=lambda name: (name not in _NAMING, name)):
        values = {str(scenario.get(name)) for scenario in scenarios}
        if name in results.column_names and len(values) == 1:
            values |= {str(value) for value in results[name].unique().to_pylist() if value is not None}
        if len(values) > 1 or name in _NAMING:
            told.append(name)
    return [{name: scenario[name] for name in told if name in scenario} for scenario in scenarios]


def _holds(folder: Path) -> bool:
    return any((folder / name).is_dir() for name in _KINDS)


def _known(out: Path, study: str, computed: "pd.Series[str]") -> None:
    names = {*computed, *(status.study for status in read_statuses(out))} - {""}
    if study not in names:
        there = f"there are {', '.join(sorted(names))}" if names else "no study left its name here"
        raise StoreError(f"{out}: no study {study}; {there}")


def _provenance(out: Path) -> pd.DataFrame:
    frame: pd.DataFrame = read(out, table=PROVENANCE).to_pandas()
    for name in ("study", "finished", *_COUNTED):  # runs of a schema that did not know of it, and an empty folder
        frame[name] = frame[name].fillna("") if name in frame else ""
    for name in ("wall_s", "events", "retries"):
        frame[name] = frame[name].fillna(0) if name in frame else 0
    return frame


def _studies(
    statuses: Collection[StudyStatus], provenance: pd.DataFrame, failed: pd.DataFrame
) -> tuple[StudyLine, ...]:
    stored = provenance["study"].value_counts().to_dict()
    failures = failed["study"].value_counts().to_dict()
    lines = [
        StudyLine(
            study=status.study,
            state=status.state,
            runs=status.runs,
            stored=stored.get(status.study, 0),
            found=status.stored,
            failed=failures.get(status.study, 0),
            began=status.began,
            updated=status.updated,
            took_s=_apart_s(status.began, status.updated),
            where=status.where,
            command=status.command,
        )
        for status in statuses
    ]
    told = {status.study for status in statuses}
    for name in sorted({str(study) for study in (*stored, *failures)} - told):
        finished = provenance["finished"][provenance["study"] == name]
        last = finished.max() if len(finished) else ""
        lines.append(
            StudyLine(name, "unknown", None, stored.get(name, 0), 0, failures.get(name, 0), "", last, None, "", "")
        )
    return tuple(lines)


def _apart_s(began: str, ended: str) -> float | None:
    try:
        return (datetime.fromisoformat(ended) - datetime.fromisoformat(began)).total_seconds()
    except ValueError:
        return None


def _kinds(failed: pd.DataFrame) -> tuple[FailureKind, ...]:
    return tuple(
        FailureKind(
            str(kind),
            int(runs),
            tuple((str(error), int(n)) for error, n in failed["error"][failed["kind"] == kind].value_counts().items()),
        )
        for kind, runs in failed["kind"].value_counts().items()
    )


def _summed(provenance: pd.DataFrame) -> Provenance:
    finished = provenance["finished"]
    return Provenance(
        computed_by={
            name: {str(value): int(n) for value, n in provenance[name].value_counts().items()} for name in _COUNTED
        },
        first=str(finished.min()) if len(finished) else "",
        last=str(finished.max()) if len(finished) else "",
        run_s=float(provenance["wall_s"].sum()),
        events=int(provenance["events"].sum()),
        retries=int(provenance["retries"].sum()),
    )
