"""How every figure looks: one style sheet, one colour and one marker for each release."""

import textwrap
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from matplotlib import style as matplotlib_style
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

__all__ = [
    "CAUSE_NAMES",
    "CAUSE_PALETTE",
    "COLUMN",
    "INK",
    "MARKERS",
    "MUTED",
    "PAGE",
    "PALETTE",
    "footnote",
    "headline",
    "ink_of",
    "release_name",
    "styled",
]

COLUMN = 5.0
"""Width of a figure with one panel, inches."""

PAGE = 7.0
"""Width of a figure with panels side by side, inches."""

PALETTE: Mapping[str, str] = {
    "1.4": "#d55e00",
    "1.5": "#e69f00",
    "1.6": "#009e73",
    "1.7": "#56b4e9",
    "1.8": "#0072b2",
}
"""Colour of each release, from warm to cold as the pauses shrink: colours of Okabe and Ito (Color Universal Design,
2008), which people with any of the common colour deficiencies can tell apart."""

MARKERS: Mapping[str, str] = {"1.4": "o", "1.5": "s", "1.6": "D", "1.7": "^", "1.8": "v"}
"""Marker of each release, so that no figure depends on colour alone."""

CAUSE_PALETTE: Mapping[str, str] = {
    "service": "#c8c8c8",
    "run_queue": "#88ccee",
    "stopping": "#882255",
    "stopped": "#cc6677",
    "mark_assist": "#ddcc77",
    "assist_queue": "#999933",
    "sweep_assist": "#117733",
    "mark_worker": "#332288",
    "write_barrier": "#44aa99",
    "stack_growth": "#4477aa",
    "preempted": "#aa4499",
    "descheduled": "#333333",
}
"""Colour of each cause of a latency: grey for a request's own work, the rest from the schemes "muted" and "bright" of
Tol (SRON/EPS/TN/09-002), made to be told apart with any of the common colour deficiencies."""

CAUSE_NAMES: Mapping[str, str] = {
    "service": "its own work",
    "run_queue": "run queue",
    "stopping": "world about to stop",
    "stopped": "world stopped",
    "mark_assist": "mark assist",
    "assist_queue": "assist queue",
    "sweep_assist": "sweep assist",
    "mark_worker": "P taken by a mark worker",
    "write_barrier": "write barrier",
    "stack_growth": "stack growth",
    "preempted": "time slice over",
    "descheduled": "no core",
}
"""What figures call each cause."""

INK = "#333333"
"""Colour of what is drawn for all releases, and of text."""

MUTED = "#777777"
"""Colour of what stands in the background: published figures, notes."""

_STYLE_SHEET = Path(__file__).with_name("gcsim.mplstyle")
_TEXT_SHADE = 0.78
_HEADLINE_CHARACTERS_PER_INCH = 12.2
_NOTE_CHARACTERS_PER_INCH = 20.5


@contextmanager
def styled() -> Iterator[None]:
    """Draw and save inside this: the style sheet of gcsim instead of the user's own."""
    with matplotlib_style.context(["default", _STYLE_SHEET]):
        yield


def ink_of(release: str) -> str:
    """Return the colour in which text about a release is written: its own, darkened to be legible on white.

    Parameters
    ----------
    release : str
        Such as ``"1.8"``.

    Returns
    -------
    str
        ``#rrggbb``.
    """
    red, green, blue = to_rgb(PALETTE[release])
    return to_hex((red * _TEXT_SHADE, green * _TEXT_SHADE, blue * _TEXT_SHADE))


def release_name(release: str) -> str:
    """Return how figures call a release: ``Go 1.8``."""
    return f"Go {release}"


def headline(figure: Figure, finding: str, releases: Collection[str] = ()) -> None:
    """Write above a figure what it shows, and below that the names of its releases where no line is labelled.

    Parameters
    ----------
    figure : Figure
        Its layout makes room.
    finding : str
        A sentence; it is broken into lines here.
    releases : collection of str
        Releases to name in a row, with their colours and markers.
    """
    finding = textwrap.fill(finding, int(_HEADLINE_CHARACTERS_PER_INCH * figure.get_figwidth()))
    if not releases:
        figure.suptitle(finding, x=0.01, ha="left", fontsize=9.5, fontweight="bold", linespacing=1.3)
        return
    lines = [Line2D([], [], color=PALETTE[go], marker=MARKERS[go], label=release_name(go)) for go in releases]
    # A title of the key itself: a title of the figure would be laid over the key.
    key = figure.legend(
        handles=lines,
        title=finding,
        loc="outside upper left",
        ncols=len(lines),
        alignment="left",
        fontsize=8,
        labelcolor=[ink_of(go) for go in releases],
        columnspacing=1.8,
        borderpad=0.1,
        handletextpad=0.5,
    )
    key.get_title().set(fontsize=9.5, fontweight="bold", linespacing=1.3)


def footnote(figure: Figure, text: str) -> None:
    """Write what the numbers rest on below a figure.

    Parameters
    ----------
    figure : Figure
        Gets the note; its layout makes room for it.
    text : str
        The note; it is broken into lines here.
    """
    width = int(_NOTE_CHARACTERS_PER_INCH * figure.get_figwidth())
    figure.supxlabel(textwrap.fill(text, width), x=0.01, ha="left", fontsize=6.2, color=MUTED, linespacing=1.35)
