"""``gcsim run``."""

import time
from pathlib import Path
from typing import Annotated, Any

import typer

from gcsim.cli.errors import check_end
from gcsim.cli.options import AllowCode, Config, Json, Overrides
from gcsim.cli.output import print_json, print_rich
from gcsim.cli.progress import progress
from gcsim.cli.scenarios import only_scenario

__all__ = ["EXAMPLE", "run"]

EXAMPLE = "Example: gcsim run configs/forest.yaml --set go=1.4 --set gogc=200 --json"


def run(
    *,
    config: Config,
    overrides: Overrides = None,
    seed: Annotated[int | None, typer.Option(help="Seed in place of the file's.", show_default=False)] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep the run's tables here, as Parquet.", show_default=False)
    ] = None,
    allow_code: AllowCode = False,
    json: Json = False,
) -> None:
    """Simulate one run and print a summary.

    Pauses of the collections, both stops of the world apart, latency of the program's operations and what its tail was
    spent on, heap, the collector's CPU, minimum mutator utilization, and how the pause budget was kept. Exit code 1
    says that the simulated process died, with Go's own words on stderr.
    """
    from gcsim.analysis import summarize
    from gcsim.simulation import simulate
    from gcsim.studies import run_key

    scenario = only_scenario(config, overrides, seed, allow_code=allow_code)
    began = time.perf_counter()
    with progress(scenario.name) as show:
        recording = simulate(scenario, progress=lambda share: show(share, scenario.name))
    wall_s = time.perf_counter() - began
    budget = scenario.collector.pause_budget
    summary: dict[str, Any] = {
        "run_key": run_key(scenario),
        "go": scenario.go,
        "gogc": scenario.gogc,
        "gomaxprocs": scenario.ps,
        "seed": scenario.seed,
        "simulated_ns": recording.end_ns - recording.start_ns,
        "wall_s": wall_s,
        "strategy": scenario.collector.strategy,
        **summarize(recording, budget_pause_ns=budget.pause_ns, budget_window_ns=budget.window_ns),
        "failure": recording.failure,
    }
    if out is not None:
        from gcsim.cli.tables import write_tables

        write_tables(recording, summary, out)
    if json:
        print_json(summary)
    elif recording.ended_by != "program_error":
        from gcsim.cli.leaks import render_counts, render_leaks
        from gcsim.cli.summary import render

        print_rich(
            *render(scenario.name, summary, ended_at_ns=recording.end_ns),
            *render_counts(summary["counts"]),
            *render_leaks(summary["leaks"]),
        )
    check_end(recording)
