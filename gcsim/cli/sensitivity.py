"""``gcsim sensitivity``."""

import math
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gcsim.cli.errors import InputError
from gcsim.cli.options import AllowCode, Cluster, Config, Json, Overrides, Quiet, Workers
from gcsim.cli.output import counted, print_json, print_rich, write
from gcsim.cli.search import Out, Over, Replications, Runs, described, plain, runs_of

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd
    from rich.table import Table

    from gcsim.search.sensitivity import Sensitivity

__all__ = ["EXAMPLE", "sensitivity"]

EXAMPLE = (
    "Example: gcsim sensitivity configs/forest.yaml --over gogc,gomaxprocs,workload.live_heap=64MiB..1GiB:log "
    "--metric gc_cpu_fraction"
)
_WHOLE = 0.1  # from here on a share is told in whole percents
_LITTLE = 0.001  # and below, it matters to nobody how little
_IN_UNIT = ("mu", "mu_star", "mu_star_low", "mu_star_high", "sigma", "sigma_low", "sigma_high", "noise_mu_star")


def sensitivity(
    *,
    config: Config,
    over: Over = None,
    metric: Annotated[
        list[str] | None,
        typer.Option(
            metavar="METRIC",
            help="What may depend on them, such as op_p999; as often as needed (default: pause_p99).",
            show_default=False,
        ),
    ] = None,
    overrides: Overrides = None,
    trajectories: Annotated[
        int, typer.Option(min=2, metavar="N", help="Walks of the screening: each has one point more than keys.")
    ] = 10,
    samples: Annotated[
        int,
        typer.Option(
            min=2,
            metavar="N",
            help="Base samples of Sobol' indices, a power of 2: each has two points more than keys.",
        ),
    ] = 64,
    replications: Replications = 3,
    out: Out = None,
    workers: Workers = None,
    cluster: Cluster = None,
    allow_code: AllowCode = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Find out which keys of a scenario a result depends on.

    Morris' screening first, then Sobol' indices of the keys that it does not find negligible: the share of the variance
    that a key explains alone (first order), and with all its interactions (total), with 95 % intervals. Runs are stored
    and found again as those of gcsim sweep; DIR gets sensitivity.csv and the figure.
    """
    if samples & (samples - 1):
        near = 2 ** (samples.bit_length() - 1)
        raise InputError(f"--samples {samples}: use a power of 2, such as {near} or {2 * near}")
    from gcsim.search import sensitivity as analysis
    from gcsim.studies import shown

    metrics = list(dict.fromkeys(metric or ["pause_p99"]))
    with runs_of(
        "sensitivity",
        config,
        over or [],
        overrides or [],
        metrics,
        replications=replications,
        out=out,
        workers=workers,
        cluster=cluster,
        allow_code=allow_code,
        show=lambda title: shown(title, quiet=quiet),
        patient=False,
    ) as (runs, seed):
        found = analysis.sensitivity(
            runs.points.parameters, runs, trajectories=trajectories, samples=samples, seed=seed
        )
        files = _keep(found, runs)
    if json:
        print_json(
            {
                "out": str(runs.folder),
                "study": runs.name,
                "parameters": [described(parameter) for parameter in runs.points.parameters],
                "points": {"screening": found.screening, "indices": found.indices},
                "replications": replications,
                "runs": {"stored": runs.stored, "computed": runs.computed},
                "indices": plain(found.table),
                "noise": {name: None if math.isnan(share) else share for name, share in found.noise.items()},
                "dropped": dict(found.dropped),
                "files": [str(path) for path in files],
            }
        )
        return
    print_rich(f"{runs.name}: {_basis(found, runs)}, {runs.stored} were stored before", *_told(found, runs, metrics))
    write("".join(f"  {path}\n" for path in files))


def _basis(found: "Sensitivity", runs: Runs) -> str:
    return (
        f"{counted(found.screening, 'point')} of the screening and {found.indices} of Sobol', "
        f"{counted(runs.points.replications, 'replication')} each: {counted(runs.stored + runs.computed, 'run')}"
    )


def _told(found: "Sensitivity", runs: Runs, metrics: list[str]) -> "list[Table | str]":
    from rich.table import Table

    ranges = " ".join(map(str, runs.points.parameters))
    told: list[Table | str] = [f"over {ranges}"]
    scaled = _in_units(found.table)
    for name in metrics:
        rows = scaled[scaled["metric"] == name]
        unit = f", {rows['unit'].iloc[0]}" if rows["unit"].iloc[0] else ""
        table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
        table.add_column(name, min_width=22)
        for column in (f"mu*{unit}", f"sigma{unit}", "first order", "total"):
            table.add_column(column, justify="right")
        for row in rows.sort_values(["st", "mu_star"], ascending=False).to_dict("records"):
            cells = [_interval(row, column) for column in ("mu_star", "sigma", "s1", "st")]
            table.add_row(row["parameter"], *cells)
        told += ["", table, _noise(found.noise[name], runs.points.replications)]
    told += [f"left out: {key}: {why}" for key, why in found.dropped.items()]
    return [*told, ""]


def _interval(row: dict[Any, Any], column: str) -> str:
    value, low, high = (row[name] for name in (column, f"{column}_low", f"{column}_high"))
    if math.isnan(value):
        return "-"
    if column in {"s1", "st"}:
        return rf"{value:.2f} \[{low:.2f}, {high:.2f}]"
    return rf"{value:.3g} \[{low:.3g}, {high:.3g}]"


def _noise(share: float, replications: int) -> str:
    if math.isnan(share):
        unknown = "unknown with one replication" if replications == 1 else "unknown: the metric does not vary"
        return f"noise of the replications: {unknown}"
    return f"noise of the replications: {_percent(share)} of the variance, which Sobol' takes for interaction"


def _percent(share: float) -> str:
    if share < _LITTLE:
        return f"less than {_LITTLE:.1%}".replace("%", " %")
    return f"{100 * share:.0f} %" if share >= _WHOLE else f"{100 * share:.2g} %"


def _in_units(table: "pd.DataFrame") -> "pd.DataFrame":
    """Return the table with each metric's effects in a unit that suits them."""
    import pandas as pd

    from gcsim.search.quantities import quantity_of, scaled
    from gcsim.studies.metrics import metric_column

    parts = []
    for name, rows in table.groupby("metric", sort=False):
        scale, unit = scaled(rows["mu_star"].max(), quantity_of(metric_column(str(name))))
        parts.append(rows.assign(unit=unit, **{column: rows[column] / scale for column in _IN_UNIT}))
    return pd.concat(parts)


def _keep(found: "Sensitivity", runs: Runs) -> "list[Path]":
    """Write the table and the figure."""
    from gcsim.figures import save
    from gcsim.figures.sensitivity import sensitivity as draw
    from gcsim.search.quantities import quantity_of
    from gcsim.studies.metrics import metric_column

    path = runs.folder / "sensitivity.csv"
    units = found.table["metric"].map(lambda name: str(quantity_of(metric_column(name))))
    ranges = {parameter.key: str(parameter).partition("=")[2] for parameter in runs.points.parameters}
    table = found.table.assign(noise=found.table["metric"].map(dict(found.noise)))
    table.insert(1, "unit", units)
    table.insert(3, "range", table["parameter"].map(ranges))
    table.to_csv(path, index=False, lineterminator="\n")
    spread = "; ".join(str(parameter) for parameter in runs.points.parameters)
    noise = [f"{_percent(share)} of {name}" for name, share in found.noise.items() if not math.isnan(share)]
    basis = f"{spread}. {_basis(found, runs)}."
    if noise:
        basis += f" Noise of the replications: {', '.join(noise)}'s variance."
    return [path, *save(draw(_in_units(found.table), basis), runs.folder, "sensitivity")]
