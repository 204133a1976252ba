"""Simulated against measured: every case of every release, the ratios of each release, and a hold-out by axis."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter, NullLocator

from gcsim.figures.marks import HALO, key_of
from gcsim.figures.style import INK, MARKERS, MUTED, PAGE, PALETTE, footnote, headline, ink_of, release_name, styled

__all__ = ["fidelity", "fidelity_shares"]

_BANDS = (2.0, 1.5, 1.25)
_SHADES = ("#f1f1f1", "#e2e2e2", "#cfcfcf")
_NAMES = {
    "pause_p50": "pause, median",
    "pause_p90": "pause, p90",
    "collections_per_s": "collections",
    "ops_per_s": "operations",
    "op_p999": "operation, p99.9",
    "op_p9999": "operation, p99.99",
    "heap_start": "heap at the start",
    "heap_end": "heap at the end",
    "heap_marked": "heap marked",
    "mark_ms": "marking, wall",
    "assist_ms": "assists, CPU",
    "background_ms": "workers, CPU",
}
_UNITS = {"us": ("ms", 1e-3), "ns": ("ms", 1e-6)}
_COLUMNS = 4
_CLIP = 1.15  # the axes reach this far beyond the points
_FARTHEST = 4.0
_WIDE = 30  # a span with room for powers of ten only
_TIMES = "\N{MULTIPLICATION SIGN}"
_KILO, _MEGA = 1e3, 1e6
_ALL = "all"
_ALL_AXES = "all axes"
_AXIS_NAMES = {"gogc": "GOGC", "ps": "Ps"}
_DEMAND = "#b2182b"
_WARM, _COLD = "#f4a582", "#92c5de"


def fidelity(points: pd.DataFrame, shares: pd.DataFrame) -> Figure:
    """Draw simulated against measured values, a panel for each metric.

    Parameters
    ----------
    points : DataFrame
        A row for each judged case in a release: ``go``, ``metric``, ``unit``, ``measured``, ``simulated`` (NaN where
        the simulation has none).
    shares : DataFrame
        A row for each metric: ``metric``, ``go`` (a release, or ``all``), ``n``, ``band``, ``demanded`` (share from 0
        to 1, NaN where nothing is), ``within`` (share of the cases within the band) and ``second_run`` (what a second
        real run reaches); a metric may have several bands.

    Returns
    -------
    Figure
        Logarithmic axes with the same span in both directions; bands of 1.25, 1.5 and 2 times are shaded. A point that
        lies beyond its panel is drawn at its edge, hollow.
    """
    metrics = [metric for metric in _NAMES if metric in set(points["metric"])]
    releases = sorted(set(points["go"]))
    rows = -(-len(metrics) // _COLUMNS)
    with styled():
        figure = Figure(figsize=(PAGE, 1.1 + 1.72 * rows))
        grid = figure.subplots(rows, _COLUMNS, squeeze=False)
        for ax, metric in zip(grid.flat, metrics, strict=False):
            _panel(ax, metric, points[points["metric"] == metric], _whole(shares, metric))
        for ax in grid.flat[len(metrics) :]:
            ax.set_axis_off()
        for ax in grid[-1]:
            ax.set_xlabel("measured", fontsize=7.5)
        for ax in grid[:, 0]:
            ax.set_ylabel("simulated", fontsize=7.5)
        figure.align_ylabels(grid[:, 0])
        headline(figure, _finding(shares), releases)
        footnote(figure, _basis(points, shares))
    return figure


def fidelity_shares(shares: pd.DataFrame, held_out: pd.DataFrame) -> Figure:
    """Draw the ratios of each release as a table, and beside it what a hold-out by axis reaches.

    Parameters
    ----------
    shares : DataFrame
        As :func:`fidelity` takes it, with ``median_ratio`` (simulated over measured).
    held_out : DataFrame
        A row for each axis, metric and band: ``axis`` (``all axes`` for all together), ``metric``, ``band``,
        ``demanded``, ``n``, ``fitted`` and ``held_out`` (shares from 0 to 1), ``second_run``. May be empty.

    Returns
    -------
    Figure
        Both sides share their rows: a metric and a band.
    """
    rows = shares.loc[shares["go"] == _ALL, ["metric", "band"]].apply(tuple, axis=1).tolist()
    axes = list(dict.fromkeys(held_out["axis"]))
    releases = [*sorted(set(shares["go"]) - {_ALL}), _ALL]
    lowest = min(40.0, 100 * held_out[["fitted", "held_out"]].to_numpy(float, na_value=1.0).min() - 4) if axes else 0.0
    with styled():
        figure = Figure(figsize=(PAGE if axes else 4.6, 1.4 + 0.26 * len(rows)))
        widths = [0.40 * len(releases), *[0.54] * len(axes)]
        grid = figure.subplots(1, 1 + len(axes), sharey=True, width_ratios=widths, squeeze=False)[0]
        _ratios(grid[0], shares, rows, releases)
        for ax, axis in zip(grid[1:], axes, strict=True):
            _reached(ax, held_out[held_out["axis"] == axis], rows)
            ax.set_xlim(lowest, 103)
            ax.set_title(_AXIS_NAMES.get(axis, axis), fontsize=6.4, pad=4)
        if axes:
            grid[1 + len(axes) // 2].set_xlabel("% of cases within the band", fontsize=7.5)
            keys = [
                key_of("fitted to all cases", marker="o", size=4.5),
                key_of("held out", marker="o", filled=True, size=4),
                key_of("second real run", marker="|", size=8),
            ]
            keys[-1].set_color(MUTED)
            keys.append(key_of("demanded", line="-"))
            keys[-1].set_color(_DEMAND)
            figure.legend(handles=keys, loc="outside lower right", ncols=4, fontsize=7, handlelength=1.2)
        headline(figure, _held_finding(shares, held_out))
    return figure


def _panel(ax: Axes, metric: str, points: pd.DataFrame, of_metric: pd.DataFrame) -> None:
    unit, scale = _UNITS.get(points["unit"].iloc[0], (points["unit"].iloc[0], 1.0))
    points = points.assign(measured=points["measured"] * scale, simulated=points["simulated"] * scale)
    known = points.dropna(subset=["simulated"])
    measured = points["measured"].to_numpy(float)
    # What lies further off than a factor of four would squeeze all others: it is drawn at the edge.
    low = measured.min() / _FARTHEST if _far(known) < 1 / _FARTHEST else min(measured.min(), known["simulated"].min())
    high = (
        measured.max() * _FARTHEST
        if _far(known, last=True) > _FARTHEST
        else max(measured.max(), known["simulated"].max())
    )
    span = np.array([low / _CLIP, high * _CLIP])
    for band, shade in zip(_BANDS, _SHADES, strict=True):
        ax.fill_between(span, span / band, span * band, color=shade, linewidth=0, zorder=0)
    ax.plot(span, span, color=MUTED, linewidth=0.7, zorder=1)
    for go, of_release in points.groupby("go"):
        simulated = of_release["simulated"].fillna(0).clip(*span)
        beyond = simulated != of_release["simulated"]
        for hollow, of_kind in simulated.groupby(beyond):
            ax.plot(
                of_release["measured"][of_kind.index],
                of_kind,
                linestyle="",
                marker=MARKERS[str(go)],
                markersize=3.3,
                markeredgewidth=0.6,
                markeredgecolor=ink_of(str(go)),
                markerfacecolor="white" if hollow else PALETTE[str(go)],
                clip_on=not hollow,
                zorder=3,
            )
    ax.set(xscale="log", yscale="log", xlim=span, ylim=span)
    ax.set_aspect("equal")
    ax.set_title(f"{_NAMES[metric]}, {unit}", fontsize=7.2, pad=3)
    subs = (1.0,) if span[1] / span[0] > _WIDE else (1.0, 2.0, 5.0)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(LogLocator(subs=subs, numticks=6))
        axis.set_major_formatter(FuncFormatter(lambda value, _: _number(value)))
        axis.set_minor_locator(NullLocator())
        axis.set_minor_formatter(NullFormatter())
    ax.tick_params(labelsize=6.5)
    ax.text(
        0.03,
        0.97,
        "\n".join(_reach(row) for _, row in of_metric.iterrows()),
        transform=ax.transAxes,
        ha="left",
        va="top",
        fontsize=6.2,
        color=INK,
        path_effects=HALO,
    )


def _far(points: pd.DataFrame, *, last: bool = False) -> float:
    ratios = points["simulated"] / points["measured"]
    return float(ratios.max() if last else ratios.min())


def _reach(row: pd.Series) -> str:
    second = "" if pd.isna(row["second_run"]) else f" ({row['second_run']:.0%})"
    return f"{row['within']:.0%} in {row['band']:g}{_TIMES}{second}"


def _ratios(ax: Axes, shares: pd.DataFrame, rows: list[tuple[str, float]], releases: list[str]) -> None:
    """Write the median ratios, each on a ground that is the warmer the more is simulated, the colder the less."""
    grounds = LinearSegmentedColormap.from_list("ratios", [_COLD, "#ffffff", _WARM])
    for at, (metric, band) in enumerate(rows):
        for column, go in enumerate(releases):
            (cell,) = (
                shares[(shares["metric"] == metric) & (shares["band"] == band) & (shares["go"] == go)]
                .to_dict("records")
            )  # fmt: skip
            ratio = cell["median_ratio"]
            if pd.isna(ratio):
                continue
            shade = 0.5 + 0.5 * float(np.clip(np.log2(ratio), -1, 1))
            ax.fill_between([column - 0.5, column + 0.5], at - 0.5, at + 0.5, color=grounds(shade), linewidth=0)
            ax.text(column, at, f"{ratio:.2f}", ha="center", va="center", fontsize=7)
    ax.set_xlim(-0.5, len(releases) - 0.5)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.set_yticks(range(len(rows)), [f"{_NAMES[metric]}, {band:g}{_TIMES}" for metric, band in rows])
    ax.set_xticks(range(len(releases)), releases)
    ax.xaxis.tick_top()
    ax.tick_params(length=0, labelsize=7.5)
    for label, go in zip(ax.get_xticklabels(), releases, strict=True):
        label.set(color=ink_of(go) if go in PALETTE else INK, fontweight="bold")
    ax.grid(visible=False)
    ax.spines[:].set_visible(False)
    ax.set_xlabel("median of simulated over measured", fontsize=7.5)
    ax.xaxis.set_label_position("bottom")


def _reached(ax: Axes, held_out: pd.DataFrame, rows: list[tuple[str, float]]) -> None:
    found = {(row["metric"], row["band"]): row for row in held_out.to_dict("records")}
    for at, key in enumerate(rows):
        row = found.get(key)
        if row is None or not row["n"]:
            continue
        fitted, held, second, demanded = (100 * row[name] for name in ("fitted", "held_out", "second_run", "demanded"))
        ax.plot([fitted, held], [at, at], color=INK, linewidth=0.9, zorder=2)
        ax.plot([second] * 2, [at - 0.3, at + 0.3], color=MUTED, linewidth=1.0, zorder=1)
        ax.plot([demanded] * 2, [at - 0.4, at + 0.4], color=_DEMAND, linewidth=1.3, zorder=1)
        ax.plot(fitted, at, "o", color=INK, markerfacecolor="white", markersize=4.5, zorder=3, clip_on=False)
        ax.plot(held, at, "o", color=INK if not held < demanded else _DEMAND, markersize=3.5, zorder=4, clip_on=False)
    ax.set_xticks([50, 100])
    ax.tick_params(axis="x", labelsize=7)
    ax.tick_params(axis="y", length=0)


def _whole(shares: pd.DataFrame, metric: str) -> pd.DataFrame:
    return shares[(shares["metric"] == metric) & (shares["go"] == _ALL)]


def _met(shares: pd.DataFrame, column: str) -> tuple[int, int]:
    asked = shares[shares["demanded"].notna() & shares[column].notna()]
    return int((asked[column] >= asked["demanded"]).sum()), len(asked)


def _finding(shares: pd.DataFrame) -> str:
    """Say how many demands are met, and how far the median pause is."""
    whole = shares[shares["go"] == _ALL]
    met, asked = _met(whole, "within")
    (pause,) = whole[(whole["metric"] == "pause_p50")].nsmallest(1, "band").to_dict("records")
    return (
        f"{met} of {asked} demands are met: {pause['within']:.0%} of the median pauses lie within "
        f"{pause['band']:g}{_TIMES} of the real ones, where a second real run reaches {pause['second_run']:.0%}"
    )


def _held_finding(shares: pd.DataFrame, held_out: pd.DataFrame) -> str:
    met, asked = _met(shares[shares["go"] == _ALL], "within")
    fitted = f"{met} of {asked} demands are met by the fit"
    if held_out.empty:
        return fitted
    whole = held_out[held_out["axis"] == _ALL_AXES]
    held, of = _met(whole, "held_out")
    lost = (whole["fitted"] - whole["held_out"]).mean()
    return (
        f"{fitted}, {held} of {of} on cases of an axis that was held out: "
        f"the shares {'fall' if lost >= 0 else 'rise'} by {100 * abs(lost):.0f} points on average"
    )


def _basis(points: pd.DataFrame, shares: pd.DataFrame) -> str:
    missing = int(points["simulated"].isna().sum())
    releases = sorted(set(points["go"]))
    edge = "off by more than a panel shows" + (f", {missing} without a simulated value" if missing else "")
    return (
        f"A point is a case in a release, {release_name(releases[0])} to {releases[-1]}, its repetitions together: "
        f"{shares['n'].max():g} at most in a panel. Shaded: 1.25, 1.5 and 2 times. In each panel the share of cases "
        f"within a band, in brackets that of second real runs. Hollow at the edge: {edge}. 1.4 has no log of heaps and "
        "marking."
    )


def _number(value: float) -> str:
    if value >= _MEGA:
        return f"{value / _MEGA:g}M"
    return f"{value / _KILO:g}k" if value >= _KILO else f"{value:g}"
