"""A folder of results as a person reads it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from gcsim.studies.results.overview import Overview, StudyLine

__all__ = ["render", "render_failures"]

_ERRORS = 3  # of a kind of failure that are shown
_SHORT_COMMIT = 12
_VALUES = 4  # versions, machines ... that are named


def render(out: "Path", seen: "Overview") -> list[Table | Text]:
    """Return what ``gcsim results`` prints.

    Parameters
    ----------
    out : Path
        The folder.
    seen : Overview
        What it holds.

    Returns
    -------
    list of rich renderables
        To be printed below one another.
    """
    parts: list[Table | Text] = [Text(_head(out, seen), style="bold")]
    if seen.studies:
        parts += [Text(), _studies(seen.studies)]
    if seen.failures:
        parts += [Text(), _failures(out, seen)]
    if seen.provenance.first:
        parts += [Text(), _provenance(seen)]
    return parts


def render_failures(failures: Iterable[Mapping[str, Any]]) -> str:
    """Return what ``gcsim results --failures`` prints.

    Parameters
    ----------
    failures : iterable of mapping
        Failed runs, as ``gcsim results --failures --json`` prints them.

    Returns
    -------
    str
        Lines.
    """
    return "\n".join(_block(failure) for failure in failures)


def _head(out: "Path", seen: "Overview") -> str:
    others = sum(seen.other_runs.values())
    if not seen.runs and not others:
        return f"{out}: no results yet"
    head = f"{out}: {seen.runs} runs of model version {seen.model_version}"
    if others:
        versions = ", ".join(f"{runs} of version {version}" for version, runs in seen.other_runs.items())
        head += f"; {versions}, which exports and figures leave out"
    return head


def _studies(lines: Sequence["StudyLine"]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("study", "state"):
        table.add_column(name, overflow="fold")
    for name in ("runs", "stored", "failed"):
        table.add_column(name, justify="right")
    for name in ("begun", "took", "where"):
        table.add_column(name, overflow="fold")
    for line in lines:
        table.add_row(
            line.study or "(no name)",
            line.state,
            "-" if line.runs is None else str(line.runs),
            str(line.stored),
            str(line.failed),
            _when(line.began),
            "-" if line.took_s is None else _long(line.took_s),
            line.where or "-",
        )
    return table


def _failures(out: "Path", seen: "Overview") -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_footer=False)
    table.add_column("failed")
    table.add_column("runs", justify="right")
    table.add_column("error", overflow="fold")
    for kind in seen.failures:
        for at, (error, runs) in enumerate(kind.errors[:_ERRORS]):
            table.add_row("" if at else kind.kind, str(runs), Text(error))
        if rest := kind.runs - sum(runs for _, runs in kind.errors[:_ERRORS]):
            table.add_row("", str(rest), "others")
    table.add_row("", "", Text(f"each with its traceback: gcsim results {out} --failures", style="dim"))
    return table


def _provenance(seen: "Overview") -> Table:
    by, told = seen.provenance.computed_by, seen.provenance
    commits = {commit[:_SHORT_COMMIT] + commit[40:]: runs for commit, runs in by["git_commit"].items()}
    facts = {
        "computed by": f"gcsim {_named(by['package_version'])}",
        "commit": _named(commits),
        "on": _named(by["host_class"]),
        "with": f"Python {_named(by['python'])}; numpy {_named(by['numpy'])}",
        "finished": f"{_when(told.first)} to {_when(told.last)}",
        "took": f"{_long(told.run_s)} of CPU time, {told.retries} retries"
        + (f", {told.events:.3g} events" if told.events else ""),
    }
    table = Table.grid(padding=(0, 3))
    for label, fact in facts.items():
        table.add_row(label, Text(fact))
    return table


def _named(counts: Mapping[str, int]) -> str:
    shown = [(name or "not known", runs) for name, runs in list(counts.items())[:_VALUES]]
    if len(counts) == 1:
        return shown[0][0]
    told = ", ".join(f"{name} ({runs})" for name, runs in shown)
    return told if len(counts) <= _VALUES else f"{told} and {len(counts) - _VALUES} others"


def _block(failure: Mapping[str, Any]) -> str:
    differs = ", ".join(f"{name}={value}" for name, value in failure["differs"].items())
    study = f"study {failure['study']}, " if failure["study"] else ""
    lines = [
        f"{failure['run_key']}  {failure['kind']}",
        f"  {study}seed {failure['seed']}, replication {failure['replication']}: {differs}",
        f"  {failure['error']}",
        *(f"    {line}" for line in failure["trace"].rstrip().splitlines()),
    ]
    if failure["again"]:
        lines.append(f"  again, alone: {failure['again']}")
    return "\n".join(lines) + "\n"


def _when(instant: str) -> str:
    if not instant:
        return "-"
    return f"{datetime.fromisoformat(instant).astimezone():%Y-%m-%d %H:%M:%S}"


def _long(seconds: float) -> str:
    return f"{seconds:.1f}s" if seconds < 60 else str(timedelta(seconds=round(seconds)))  # noqa: PLR2004  # a minute
