"""The pauses of one big service over the releases, beside what was published about it."""

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from gcsim.figures.labels import pause_axis
from gcsim.figures.marks import key_of
from gcsim.figures.style import INK, PAGE, PALETTE, footnote, headline, ink_of, release_name, styled

__all__ = ["version_history"]

_SIMULATED_AT = -0.24
_PUBLISHED_AT = 0.04
_STEP = 0.17  # from one published chart of a release to the next
_HALF_BAND = 0.13
_DASHES = (0, (3, 1.5))


def version_history(simulated: pd.DataFrame, published: pd.DataFrame) -> Figure:
    """Draw the distribution of pauses for each release.

    Parameters
    ----------
    simulated : DataFrame
        A row for each release and set of assumptions: ``go``, ``cycles``, ``p5_ms``, ``p50_ms``, ``p95_ms``.
    published : DataFrame
        ``go``, ``label``, ``kind`` (``chart`` or ``article``), ``p50_ms``, and ``p5_ms`` and ``p95_ms`` where the
        source has them, NaN elsewhere.

    Returns
    -------
    Figure
        One panel: for each release the band of simulated pauses, a dot for the median under each set of assumptions,
        and to the right of it the published charts; a dash across both is the figure of the article.
    """
    with styled():
        figure = Figure(figsize=(PAGE, 4.2))
        ax = figure.add_subplot()
        pause_axis(ax)
        releases = sorted(set(simulated["go"]))
        for place, go in enumerate(releases):
            of_go = published[published["go"] == go]
            _band(ax, place, go, simulated[simulated["go"] == go])
            _charts(ax, place, go, of_go[of_go["kind"] == "chart"])
            _article(ax, place, of_go[of_go["kind"] == "article"])
        placed = simulated.assign(at=[releases.index(go) + _SIMULATED_AT for go in simulated["go"]])
        sns.scatterplot(
            placed,
            x="at",
            y="p50_ms",
            hue="go",
            palette=dict(PALETTE),
            ax=ax,
            legend=False,
            s=18,
            zorder=4,
            linewidth=0.5,
        )
        ax.set_xticks(range(len(releases)), [release_name(go) for go in releases], fontweight="bold")
        for tick, go in zip(ax.get_xticklabels(), releases, strict=True):
            tick.set_color(ink_of(go))
        ax.tick_params(axis="x", length=0)
        ax.set_xlim(-0.5, len(releases) - 0.4)
        ax.set_xlabel("")
        ax.set_ylabel("pause of a collection (all its stops)")
        ax.legend(handles=_key(), loc="upper right")
        headline(figure, _finding(simulated, published))
        footnote(figure, _basis(simulated))
    return figure


def _band(ax: Axes, place: int, go: str, table: pd.DataFrame) -> None:
    """Shade what the assumptions span: darker the medians, lighter p5 to p95."""
    for low, high, alpha in (("p5_ms", "p95_ms", 0.2), ("p50_ms", "p50_ms", 0.35)):
        bottom, top = table[low].min(), table[high].max()
        corner = (place + _SIMULATED_AT - _HALF_BAND, bottom)
        ax.add_patch(
            Rectangle(corner, 2 * _HALF_BAND, top - bottom, color=PALETTE[go], alpha=alpha, linewidth=0, zorder=2)
        )


def _charts(ax: Axes, place: int, go: str, table: pd.DataFrame) -> None:
    for number, (_, point) in enumerate(table.iterrows()):
        at = place + _PUBLISHED_AT + number * _STEP
        if pd.notna(point["p5_ms"]):
            ax.plot([at, at], [point["p5_ms"], point["p95_ms"]], color=INK, linewidth=1.0, zorder=3)
        ax.plot(at, point["p50_ms"], marker="D", color=INK, markerfacecolor="white", markersize=4, zorder=4)
        ax.annotate(
            str(point["label"]),
            xy=(at, point["p50_ms"]),
            xytext=(4.5, 0),
            textcoords="offset points",
            va="center",
            fontsize=6,
            color=ink_of(go),
        )


def _article(ax: Axes, place: int, table: pd.DataFrame) -> None:
    for _, point in table.iterrows():
        ends = [place + _SIMULATED_AT - 1.4 * _HALF_BAND, place + _SIMULATED_AT + 1.4 * _HALF_BAND]
        ax.plot(ends, 2 * [point["p50_ms"]], color=INK, linewidth=1.2, linestyle=_DASHES, zorder=3)


def _key() -> list[Line2D | Patch]:
    return [
        Patch(color=INK, alpha=0.2, linewidth=0, label="simulated, p5 to p95 under all assumptions (darker: medians)"),
        key_of("simulated median under one set of assumptions", marker="o", filled=True),
        key_of("published chart: median, p5 to p95", marker="D"),
        key_of("figure of the article", line=_DASHES),
    ]


def _finding(simulated: pd.DataFrame, published: pd.DataFrame) -> str:
    """Say by how much pauses shrank from the first release to the last: as published, and under all assumptions."""
    first, last = min(simulated["go"]), max(simulated["go"])
    charts = published[published["kind"] == "chart"].groupby("go")["p50_ms"].mean()
    medians = simulated.groupby("go")["p50_ms"].agg(["min", "max"])
    least = medians.loc[first, "min"] / medians.loc[last, "max"]
    most = medians.loc[first, "max"] / medians.loc[last, "min"]
    return (
        f"One big service from {release_name(first)} to {last}: published pauses shrink "
        f"{charts[first] / charts[last]:,.0f} times, simulated ones {least:,.0f} to {most:,.0f} times, "
        "depending on what is assumed"
    )


def _basis(simulated: pd.DataFrame) -> str:
    sets = sorted(set(simulated.groupby("go").size()))
    return (
        "Only the heap of 18 GB is known, and that for 1.7 and 1.8 alone; heap (1.4 to 1.6), goroutines, stacks, loops "
        f"and Ps are assumed: {' to '.join(map(str, sets))} sets a release, one run of at least "
        f"{simulated['cycles'].min():.0f} collections each; the table beside this figure holds them. GOGC=100. "
        "Published: charts of the service, digitised."
    )
