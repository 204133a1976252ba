"""Places in the text that the compiler gives things of which the tree has another place.

The variable of a type switch's clause stands at the clause's colon, a range at its keyword. Learnt from golang/go
src/cmd/compile/internal/noder/stmt.go:245 and :295 at go1.19.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from gcsim.escape.syntax.positions import column_of, file_of, line_of, pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gcsim.escape.syntax.nodes import SourceFile

__all__ = ["Marks"]

_TOKEN: Final = re.compile(
    rb"//[^\n]*|/\*.*?\*/"
    rb'|"(?:\\.|[^"\\\n])*"|`[^`]*`|\'(?:\\.|[^\'\\\n])*\''
    rb"|[()\[\]{}:]|\brange\b",
    re.DOTALL,
)
_OPENING: Final = frozenset({b"(", b"[", b"{"})
_CLOSING: Final = frozenset({b")", b"]", b"}"})


class Marks:
    """Finds marks in the text of files."""

    __slots__ = ("_lines", "_texts")

    def __init__(self, files: Sequence[SourceFile]) -> None:
        self._texts = {file_of(file.position): file.text for file in files}
        self._lines: dict[int, list[int]] = {}

    def colon(self, position: int) -> int:
        """Give the position of the colon of the clause that begins at a position."""
        return self._first(position, b":")

    def range(self, position: int) -> int:
        """Give the position of the word ``range`` of the loop that begins at a position."""
        return self._first(position, b"range")

    def _first(self, position: int, mark: bytes) -> int:
        """Give the first place of a mark outside of brackets from a position on; the position itself if none."""
        file = file_of(position)
        text = self._texts.get(file)
        if text is None:
            return position
        starts = self._starts(file, text)
        depth = 0
        for match in _TOKEN.finditer(text, starts[line_of(position) - 1] + column_of(position) - 1):
            token = match.group()
            if token in _OPENING:
                depth += 1
            elif token in _CLOSING:
                depth -= 1
            elif token == mark and depth <= 0:
                line = line_of(position)
                while line < len(starts) and starts[line] <= match.start():
                    line += 1
                return pack(file, line, match.start() - starts[line - 1] + 1)
        return position

    def _starts(self, file: int, text: bytes) -> list[int]:
        """Give the offsets at which the lines of a file begin."""
        starts = self._lines.get(file)
        if starts is None:
            starts = self._lines[file] = [0, *(match.end() for match in re.finditer(b"\n", text))]
        return starts
