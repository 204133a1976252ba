"""The text that an analysis speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.syntax.positions import file_of, line_of

if TYPE_CHECKING:
    from gcsim.escape.analysis import Analysis
    from gcsim.escape.syntax.nodes import SourceFile

__all__ = ["SourceLines", "source_files"]


def source_files(analysis: Analysis) -> dict[int, SourceFile]:
    """Give the files that could be read by the number that positions know them by, package by package."""
    numbers = {name: number for number, name in enumerate(analysis.files.names)}
    return {numbers[file.name]: file for package in analysis.packages for file in package.package.files}


class SourceLines:
    """Single lines of an analysis' files, which are cut up when the first line is asked for."""

    def __init__(self, analysis: Analysis) -> None:
        self._files = source_files(analysis)
        self._lines: dict[int, list[bytes]] = {}

    def at(self, position: int) -> str:
        """Give the line of a position without the space around it; nothing for what stands in no file."""
        number = file_of(position)
        if number not in self._files:
            return ""
        if number not in self._lines:
            self._lines[number] = self._files[number].text.split(b"\n")
        lines, line = self._lines[number], line_of(position)
        return lines[line - 1].decode("utf-8", "replace").strip() if 0 < line <= len(lines) else ""
