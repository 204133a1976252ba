"""Two liberties of Go that the grammar lacks, mended when a text does not parse.

A group of declarations may end without a semicolon, as in ``var (a int)``, and the statement before the condition of
an ``if`` or ``switch`` may be empty, as in ``if ; x``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from gcsim.escape.syntax.source import Source

if TYPE_CHECKING:
    from gcsim.escape.syntax.source import Directive

__all__ = ["Mended"]

_MARKS = re.compile(
    rb"""(\b(?:import|const|var|type)\s*\()|(\()|(\))|(\b(?:if|switch)[ \t\r]*;)"""
    rb"""|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|`[^`]*`|'[^'\\\n]*(?:\\.[^'\\\n]*)*'""",
    re.DOTALL,
)
_BEFORE = 200
"""Bytes before a closing parenthesis in which a semicolon is looked for."""
_LAST = re.compile(rb"[(;\n][ \t\r]*\Z")


class Mended(Source):
    """A text into which semicolons were put; positions are those of the text without them.

    Attributes
    ----------
    changed : bool
        Whether anything was amiss.
    """

    __slots__ = ("_put", "changed")

    def __init__(self, source: Source) -> None:
        for name in Source.__slots__:
            setattr(self, name, getattr(source, name))
        blanks, self._put = _amiss(source.text)
        self.changed = bool(blanks or self._put)
        plain = bytearray(source.text)
        for offset in blanks:
            plain[offset] = 0x20
        bounds = [0, *self._put, len(plain)]
        self.text = b";".join(bytes(plain[start:end]) for start, end in pairwise(bounds))

    def at(self, offset: int) -> int:
        """Give the position of an offset in the mended text."""
        return super().at(self._before(offset))

    def directives_between(self, start: int, end: int) -> list[Directive]:
        """List the directives in a stretch of the mended text."""
        return super().directives_between(self._before(start), self._before(end))

    def _before(self, offset: int) -> int:
        """Give the offset in the text that was mended: the nth semicolon came in n bytes further on."""
        return offset - bisect_left(range(len(self._put)), offset, key=lambda nth: self._put[nth] + nth)


def _amiss(text: bytes) -> tuple[list[int], list[int]]:
    """List the offsets of semicolons that stand for an empty statement, and of places that lack one."""
    groups: list[bool] = []
    blanks = []
    missing = []
    for found in _MARKS.finditer(text):
        group, opening, closing, empty = found.groups()
        start = found.start()
        if empty:
            blanks.append(found.end() - 1)
        elif group or opening:
            groups.append(bool(group))
        elif closing and groups and groups.pop() and not _LAST.search(text[max(0, start - _BEFORE) : start]):
            missing.append(start)
    return blanks, missing
