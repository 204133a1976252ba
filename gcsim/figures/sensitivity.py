"""What a result depends on: Morris' plane beside the shares of the variance."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter
from matplotlib.transforms import Bbox

from gcsim.figures.marks import HALO
from gcsim.figures.style import INK, MUTED, PAGE, footnote, headline, styled

__all__ = ["sensitivity", "short_names"]

_ALONE, _TOTAL = "#4477aa", "#bbccee"
"""Colours of the indices: blue of Tol's scheme "bright" and a pale of it (SRON/EPS/TN/09-002)."""

_LEGEND = (
    "Bars: 95 % intervals. On the left an effect is what a step through the whole range of a parameter changes; well "
    "above the dashed line its sign or size depends on where the others stand; grey is what replications alone make."
)

_FIRST_ROW, _ROW, _BAR = 1.75, 1.15, 0.36  # inches; thickness of a bar as a share of its place
_WORSE = 10  # for a name to cover a name, or to leave the axes, than to cover a bar
_HARDLY = 0.03  # of the variance
_NAME = 7.0  # size of a name, points
_AWAY = (5.0, 11.0, 19.0, 29.0, 41.0, 55.0)  # of a name from its point, points
_SIDES = ((1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1), (0, 1), (0, -1))


def sensitivity(table: pd.DataFrame, basis: str) -> Figure:
    """Draw what metrics depend on.

    Parameters
    ----------
    table : DataFrame
        A row for each metric and parameter: ``metric``, ``unit``, ``parameter``; in that unit ``mu_star``, ``sigma``
        with ``_low`` and ``_high``, ``noise_mu_star``; ``kept``; ``s1``, ``st`` with ``_low`` and ``_high``, NaN where
        they are unknown.
    basis : str
        What the numbers rest on.

    Returns
    -------
    Figure
        A row of two panels for each metric: on the left how much a step changes and how differently it does so; on the
        right the shares of the variance, alone and with interactions.
    """
    metrics = list(dict.fromkeys(table["metric"]))
    names = short_names(list(dict.fromkeys(table["parameter"])))
    with styled():
        height = _FIRST_ROW + len(metrics) * (_ROW + max(1.2, 0.26 * len(names)))
        figure = Figure(figsize=(PAGE, height))
        axes = figure.subplots(len(metrics), 2, squeeze=False, gridspec_kw={"width_ratios": (1.0, 1.0)})
        for (plane, bars), metric in zip(axes, metrics, strict=True):
            rows = table[table["metric"] == metric].assign(name=lambda part: part["parameter"].map(names))
            _plane(plane, rows, metric)
            _bars(bars, rows)
        axes[0][1].legend(loc="lower right", ncols=2, borderaxespad=0.2)
        axes[0][1].set_ylim(bottom=-0.8 - 0.075 * len(names))  # room for the key
        headline(figure, _finding(table, names, metrics[0]))
        footnote(figure, f"{basis} {_LEGEND}")
        # Where names stand clear of each other is known when everything else has its place.
        figure.draw_without_rendering()
        for (plane, _), metric in zip(axes, metrics, strict=True):
            rows = table[table["metric"] == metric]
            _name_points(plane, rows, [names[key] for key in rows["parameter"]])
    return figure


def short_names(keys: Sequence[str]) -> dict[str, str]:
    """Return the last word of each key, or all of it where two keys share that.

    Parameters
    ----------
    keys : sequence of str
        Dotted.

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> short_names(["gogc", "workload.live_heap"])
    {'gogc': 'gogc', 'workload.live_heap': 'live_heap'}
    """
    last = [key.rpartition(".")[2] for key in keys]
    return {key: word if last.count(word) == 1 else key for key, word in zip(keys, last, strict=True)}


def _plane(ax: Axes, rows: pd.DataFrame, metric: str) -> None:
    """Draw spread against size of the effects of each parameter."""
    low, high = rows["mu_star"] - rows["mu_star_low"], rows["mu_star_high"] - rows["mu_star"]
    down, up = rows["sigma"] - rows["sigma_low"], rows["sigma_high"] - rows["sigma"]
    right = 1.08 * max(rows["mu_star_high"].max(), rows["noise_mu_star"].max(), 0.0) or 1.0
    top = 1.12 * rows["sigma_high"].max() or 1.0
    for at, (_, row) in enumerate(rows.iterrows()):
        color = INK if row["kept"] else MUTED
        ax.errorbar(
            row["mu_star"],
            row["sigma"],
            xerr=[[max(low.iloc[at], 0.0)], [max(high.iloc[at], 0.0)]],
            yerr=[[max(down.iloc[at], 0.0)], [max(up.iloc[at], 0.0)]],
            fmt="o",
            color=color,
            markerfacecolor=color if row["kept"] else "white",
            markersize=4.5,
            elinewidth=0.8,
            zorder=3,
        )
    noise = rows["noise_mu_star"].max()
    if noise > 0:
        ax.axvspan(0, noise, color="#eeeeee", linewidth=0, zorder=0)
    ax.axline((0, 0), slope=1, color="#bbbbbb", linewidth=0.8, linestyle=(0, (3, 2)), zorder=1)
    ax.set_xlim(-0.04 * right, right)
    ax.set_ylim(-0.05 * top, top)
    unit = f", {rows['unit'].iloc[0]}" if rows["unit"].iloc[0] else ""
    ax.set_xlabel(f"mean size of an effect (mu*){unit}")
    ax.set_ylabel(f"its spread (sigma){unit}")
    ax.set_title(metric, fontsize=8.5, fontweight="normal", pad=5)


def _bars(ax: Axes, rows: pd.DataFrame) -> None:
    """Draw the indices of each parameter, the largest on top."""
    rows = rows.sort_values(["kept", "st", "mu_star"], na_position="first").reset_index(drop=True)
    at = np.arange(len(rows))
    for column, label, color, shift in (("st", "with interactions", _TOTAL, -1), ("s1", "alone", _ALONE, 1)):
        ax.barh(at + shift * _BAR / 2, rows[column], _BAR, color=color, label=label)
        errors = [rows[column] - rows[f"{column}_low"], rows[f"{column}_high"] - rows[column]]
        ax.errorbar(
            rows[column], at + shift * _BAR / 2, xerr=errors, fmt="none", color=INK, elinewidth=0.8, capsize=1.5
        )
    for place, (kept, unknown) in enumerate(zip(rows["kept"], rows["st"].isna(), strict=True)):
        if unknown:
            text = "not asked: negligible" if not kept else "the metric does not vary"
            ax.text(0.012, place, text, va="center", fontsize=6.5, color=MUTED)
    ax.set_yticks(at, rows["name"])
    ax.set_ylim(-0.6, len(rows) - 0.4)
    ax.tick_params(axis="y", length=0)
    ax.grid(visible=True, axis="x")
    ax.grid(visible=False, axis="y")
    ax.axvline(0, color="#888888", linewidth=0.7)
    low, high = rows[["s1_low", "st_low"]].min().min(), rows[["s1_high", "st_high"]].max().max()
    ax.set_xlim(min(0.0, -0.02 if np.isnan(low) else low - 0.02), max(1.0, 0.0 if np.isnan(high) else high + 0.02))
    ax.xaxis.set_major_locator(MaxNLocator(6))
    ax.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0, symbol=" %"))
    ax.set_title("share of the variance explained", fontsize=8.5, fontweight="normal", pad=5)


def _name_points(ax: Axes, rows: pd.DataFrame, names: Sequence[str]) -> None:
    """Write a name beside each point, where it covers neither another name nor a point nor a bar."""
    to_pixels = ax.transData.transform
    points = to_pixels(rows[["mu_star", "sigma"]].to_numpy(np.float64))
    written: list[Bbox] = []
    taken = [Bbox.from_extents(*(point - 4), *(point + 4)) for point in points]
    taken += [
        _box(to_pixels, rows[["mu_star_low", "sigma"]], rows[["mu_star_high", "sigma"]], at) for at in range(len(rows))
    ]
    taken += [
        _box(to_pixels, rows[["mu_star", "sigma_low"]], rows[["mu_star", "sigma_high"]], at) for at in range(len(rows))
    ]
    kept = rows["kept"].to_numpy(bool)
    left: list[int] = np.flatnonzero(~kept).tolist()
    labels = [(at, names[at]) for at in np.flatnonzero(kept).tolist()]
    if left:  # they crowd in a corner, and stand by name in the other panel
        labels.append((left[0], names[left[0]] if len(left) == 1 else f"{len(left)} negligible"))
    for at, name in sorted(labels, key=lambda label: points[label[0], 0]):
        size = _size(ax, name)
        ways = list(product(_AWAY, _SIDES))
        boxes = [_placed(points[at], size, side, away * ax.figure.dpi / 72) for away, side in ways]
        worst = [_overlap(box, taken) + _WORSE * (_overlap(box, written) + _outside(box, ax.bbox)) for box in boxes]
        chosen = int(np.argmin(worst))
        away, side = ways[chosen]
        _name(ax, name, rows[["mu_star", "sigma"]].iloc[at], side, away)
        written.append(boxes[chosen])


def _size(ax: Axes, name: str) -> tuple[float, float]:
    """Return width and height of a name, pixels."""
    probe = ax.text(0, 0, name, fontsize=_NAME)
    box = probe.get_window_extent()
    probe.remove()
    return box.width, box.height


def _placed(point: npt.NDArray[np.float64], size: tuple[float, float], side: tuple[int, int], away: float) -> Bbox:
    """Return where a name lies that stands to a side of a point, pixels."""
    ends = []
    for at, length, toward in zip(point, size, side, strict=True):
        low = at + toward * away - {1: 0.0, 0: length / 2, -1: length}[toward]
        ends.append((low, low + length))
    (left, right), (bottom, top) = ends
    return Bbox.from_extents(left, bottom, right, top)


def _name(ax: Axes, name: str, place: "pd.Series[float]", side: tuple[int, int], away: float) -> None:
    far = away > _AWAY[0]
    named = ax.annotate(
        name,
        xy=(place["mu_star"], place["sigma"]),
        xytext=(side[0] * away, side[1] * away),
        textcoords="offset points",
        ha={1: "left", -1: "right", 0: "center"}[side[0]],
        va={1: "bottom", -1: "top", 0: "center"}[side[1]],
        fontsize=_NAME,
        color=INK,
        path_effects=HALO,
        arrowprops={"arrowstyle": "-", "color": MUTED, "linewidth": 0.5, "shrinkA": 1, "shrinkB": 3} if far else None,
        zorder=5,
    )
    named.set_in_layout(False)  # the layout is final: a name that made room for itself would move the others


def _box(to_pixels: object, low: pd.DataFrame, high: pd.DataFrame, at: int) -> Bbox:
    ends = to_pixels(np.stack([low.iloc[at].to_numpy(np.float64), high.iloc[at].to_numpy(np.float64)]))  # type: ignore[operator]
    return Bbox.from_extents(*(ends.min(axis=0) - 1), *(ends.max(axis=0) + 1))


def _overlap(box: Bbox, others: Sequence[Bbox]) -> float:
    """Return the area of a box that others cover, pixels."""
    common = (Bbox.intersection(box, other) for other in others)
    return sum(area.width * area.height for area in common if area is not None)


def _outside(box: Bbox, frame: Bbox) -> float:
    inside = Bbox.intersection(box, frame)
    return box.width * box.height - (inside.width * inside.height if inside is not None else 0.0)


def _finding(table: pd.DataFrame, names: dict[str, str], metric: str) -> str:
    """Say what the first metric depends on most."""
    rows = table[table["metric"] == metric]
    known = rows.dropna(subset=["st"])
    if rows["mu_star"].max() == 0:
        return f"{metric} depends on none of {', '.join(names.values())}"
    if known.empty:
        return f"{metric} depends on none of {', '.join(names.values())} by more than its replications differ"
    first = known.sort_values("st").iloc[-1]
    alone, total = (min(max(first[column], 0.0), 1.0) for column in ("s1", "st"))
    most = f"{metric} depends most on {names[first['parameter']]}, which explains"
    if total - alone < _HARDLY:
        said = f"{most} {total:.0%} of the variance, almost all of it alone"
    else:
        said = f"{most} {alone:.0%} of the variance alone and {total:.0%} together with others"
    return said.replace("%", " %")
