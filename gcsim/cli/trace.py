"""``gcsim trace``."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gcsim.cli.errors import InputError, check_end
from gcsim.cli.options import AllowCode, Config, Overrides
from gcsim.cli.output import write
from gcsim.cli.progress import progress
from gcsim.cli.scenarios import only_scenario
from gcsim.units import format_duration, parse_duration

if TYPE_CHECKING:
    from gcsim.formats.schedtrace import SchedulerView
    from gcsim.recording import Recording
    from gcsim.scenario import Scenario

__all__ = ["EXAMPLE", "TraceFormat", "trace"]

EXAMPLE = "Example: gcsim trace configs/forest.yaml --as schedtrace --every 10ms -o forest.schedtrace"

_EVERY = "100ms"
_NS_PER_MS = 1_000_000


class TraceFormat(StrEnum):
    """A format of Go's own tools."""

    SCHEDTRACE = "schedtrace"
    GCTRACE = "gctrace"


def trace(
    *,
    config: Config,
    form: Annotated[
        TraceFormat,
        typer.Option(
            "--as",
            help="schedtrace: queues, Ps and threads at every so many ms. gctrace: a line for each collection.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write here, not to stdout.", show_default=False)
    ] = None,
    every: Annotated[
        str | None,
        typer.Option(
            metavar="TIME", help=f"From one schedtrace line to the next (default: {_EVERY}).", show_default=False
        ),
    ] = None,
    overrides: Overrides = None,
    seed: Annotated[int | None, typer.Option(help="Seed in place of the file's.", show_default=False)] = None,
    allow_code: AllowCode = False,
) -> None:
    """Simulate one run and print it in a format of Go's own tools.

    The lines are those that a Go program of the scenario's release writes to standard error under GODEBUG=schedtrace=N
    or GODEBUG=gctrace=1. A schedtrace begins with the process, at the set-up of the workload; a gctrace has the
    collections after it. Lines appear while the run goes on, and stay if it is interrupted; those of a gctrace appear
    at its end. Exit code 1 says that the simulated process died, with Go's own words on stderr.
    """
    every_ns = _interval(every, form)
    scenario = only_scenario(config, overrides, seed, allow_code=allow_code)
    with _lines(out) as emit:
        if form is TraceFormat.SCHEDTRACE:
            recording = _schedtrace(scenario, every_ns, emit, shown=out is not None)
        else:
            recording = _gctrace(scenario, emit)
    check_end(recording)


def _interval(every: str | None, form: TraceFormat) -> int:
    """Return the time between two lines, ns."""
    if every is not None and form is not TraceFormat.SCHEDTRACE:
        raise InputError(f"--every {every}: goes with --as schedtrace only; a gctrace has a line for each collection")
    try:
        ns = parse_duration(every or _EVERY)
    except ValueError as error:
        raise InputError(f"--every {every}: {error}") from error
    if ns == 0 or ns % _NS_PER_MS:
        meant = format_duration(max(round(ns / _NS_PER_MS), 1) * _NS_PER_MS)
        raise InputError(f"--every {every}: use a whole number of milliseconds, as GODEBUG=schedtrace does: {meant}")
    return ns


@contextmanager
def _lines(out: Path | None) -> Iterator[Callable[[str], None]]:
    """Give what takes the lines one by one; each is written at once."""
    if out is None:
        yield lambda line: write(f"{line}\n")
        return
    with out.open("w", encoding="utf-8", buffering=1) as file:
        yield lambda line: print(line, file=file)


def _schedtrace(scenario: "Scenario", every_ns: int, emit: Callable[[str], None], *, shown: bool) -> "Recording":
    from gcsim.formats.schedtrace import format_line, snapshot
    from gcsim.simulation import Sample, simulate

    def take(now_ns: int, scheduler: "SchedulerView") -> None:
        emit(format_line(snapshot(now_ns, scheduler)))

    sample = Sample(every_ns, take)
    if not shown:  # lines on stdout say themselves how far the run is, and a bar would divert them
        return simulate(scenario, sample=sample)
    with progress(scenario.name) as show:
        return simulate(scenario, progress=lambda share: show(share, scenario.name), sample=sample)


def _gctrace(scenario: "Scenario", emit: Callable[[str], None]) -> "Recording":
    from gcsim.collector import era
    from gcsim.formats.gctrace_out import format_cycle, traced_cycles
    from gcsim.simulation import simulate

    with progress(scenario.name) as show:
        recording = simulate(scenario, progress=lambda share: show(share, scenario.name))
    helper_cap = era(scenario.go, scenario.collector.mechanisms).helper_cap
    cycles = traced_cycles(
        recording,
        go=scenario.go,
        gogc=None if isinstance(scenario.gogc, str) else scenario.gogc,
        stop_procs=min(scenario.ps, scenario.hardware.cores, helper_cap),
    )
    for cycle in cycles:
        emit(format_cycle(cycle))
    return recording
