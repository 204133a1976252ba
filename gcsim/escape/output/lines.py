"""The compiler's own lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.output.locations import compiler_location

if TYPE_CHECKING:
    from gcsim.escape.analysis import Analysis

__all__ = ["diagnostic_lines"]


def diagnostic_lines(analysis: Analysis) -> list[str]:
    """List what ``go build -gcflags=-m`` prints, without the ``# package`` lines.

    Parameters
    ----------
    analysis : Analysis
        Of a program.

    Returns
    -------
    list of str
        ``main.go:6: moved to heap: age``, package by package in the order in which they are compiled.
    """
    files, release = analysis.files, analysis.release
    return [
        f"{compiler_location(files, diagnostic.position, release)}: {diagnostic.text}"
        for package in analysis.packages
        for diagnostic in package.diagnostics
    ]
