"""Figures as files: the same figure gives the same bytes."""

from pathlib import Path

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure

from gcsim.figures.style import styled

__all__ = ["save"]


def save(figure: Figure, folder: Path, name: str) -> list[Path]:
    """Write a figure as PDF and as PNG.

    Parameters
    ----------
    figure : Figure
        What to write.
    folder : Path
        Where to; it is made if it is missing.
    name : str
        Name of the files without suffix.

    Returns
    -------
    list of Path
        ``folder/name.pdf`` and ``folder/name.png``. They hold neither a date nor the version of what wrote them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pdf, png = folder / f"{name}.pdf", folder / f"{name}.png"
    with styled():
        FigureCanvasPdf(figure)
        figure.savefig(pdf, metadata={"CreationDate": None, "Creator": None, "Producer": None})
        FigureCanvasAgg(figure)
        figure.savefig(png, metadata={"Software": None})
    return [pdf, png]
