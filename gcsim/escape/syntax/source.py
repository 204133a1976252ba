"""The text of one file while it is parsed: positions in it, its comments, and the directives among these.

Comments are blanked before the grammar sees the text: its nodes then have no others between their parts. A comment
of several lines keeps its line ends, since it counts as one in Go.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.positions import pack

if TYPE_CHECKING:
    from tree_sitter import Node as Raw

__all__ = ["CHAIN", "NESTING", "Directive", "Source"]

NESTING = 500
"""How many levels expressions, types and statements may nest. The standard library's deepest text has 40."""

CHAIN = 2000
"""How many ``else if`` may follow an ``if``: they nest in the tree, and to nobody who writes them."""

_COMMENT_OR_QUOTED = re.compile(
    rb"""//[^\n]*|/\*.*?\*/|"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"|`[^`]*`|'[^'\\\n]*(?:\\[^\n][^'\\\n]*)*'|(/\*|["'`])""",
    re.DOTALL,
)
"""What is no code, or (group 1) what begins something that never ends."""
_UNENDED = {b"/*": "comment", b"'": "rune"}
_BRACKET = re.compile(
    rb"""([(\[{])|([)\]}])|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|`[^`]*`|'[^'\\\n]*(?:\\.[^'\\\n]*)*'""", re.DOTALL
)
_SIGNS = re.compile(rb"(?:[-+*&^!<][ \t\r\n]*){%d}" % (NESTING + 1))
"""Signs before an operand, more than may stand there."""
_SIGNS_OR_QUOTED = re.compile(
    rb"""((?:[-+*&^!<][ \t\r\n]*){%d})|"[^"\\]*(?:\\.[^"\\]*)*"|`[^`]*`|'[^'\\]*(?:\\.[^'\\]*)*'""" % (NESTING + 1),
    re.DOTALL,
)
_NO_BRACKETS = bytes(set(range(256)) - set(b"()[]{}"))
_ROUNDS = 64
"""Levels of brackets that are taken out at once; deeper text is rare and gone through bracket by bracket."""
_NO_LINE_END = re.compile(rb"[^\n]")
_MARK = b"\xef\xbb\xbf"
"""The byte order mark, which may begin a file."""


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment ``//tool:word rest`` that begins a line; ``tool`` is ``go`` or ``gcsim``."""

    start: int
    """Offset of the comment in bytes."""
    tool: str
    word: str
    rest: str


class Source:
    """One file's text without comments, and where things are in it.

    Attributes
    ----------
    text : bytes
        The text as the grammar sees it, comments blanked; offsets are those of the text given. It ends where a string,
        rune or comment begins that does not end.
    unended : str
        What does not end there, ``string``; empty where all do.
    directives : list of Directive
        In the order of the text.
    depth : int
        How deep the nesting is at the node that is being made.
    """

    __slots__ = ("_starts", "depth", "directives", "file", "text", "unended")

    def __init__(self, text: bytes, file: int) -> None:
        self.file = file
        self.depth = 0
        self.directives: list[Directive] = []
        self.unended = ""
        self._starts = [0, *(found.end() for found in re.finditer(rb"\n", text))]
        self.text = self._blanked(text)

    def at(self, offset: int) -> int:
        """Give the position of an offset in bytes."""
        line = bisect_right(self._starts, offset)
        return pack(self.file, line, offset - self._starts[line - 1] + 1)

    def name(self, node: Raw) -> str:
        """Give the text of a node."""
        return self.text[node.start_byte : node.end_byte].decode()

    def too_deep(self, offset: int) -> SourceError:
        """Say that what stands at an offset nests deeper than `NESTING`."""
        what = f"nests more than {NESTING} levels deep: split it into parts of their own"
        return SourceError(self.at(offset), what)

    def demand_shallow(self) -> None:
        """Refuse text whose brackets, or signs before an operand, nest deeper than `NESTING`, before it is read.

        Pairs are taken out from the inside first, all of a level at once; only what leaves much or takes long is
        gone through bracket by bracket.

        Raises
        ------
        SourceError
            Where the first bracket too many opens.
        """
        if _SIGNS.search(self.text):
            for found in _SIGNS_OR_QUOTED.finditer(self.text):
                if found[1]:
                    raise self.too_deep(found.start())
        brackets = self.text.translate(None, _NO_BRACKETS)
        for _ in range(_ROUNDS):
            left = brackets.replace(b"()", b"").replace(b"[]", b"").replace(b"{}", b"")
            if len(left) < NESTING // 2:
                return
            if len(left) == len(brackets):
                break
            brackets = left
        depth = 0
        for found in _BRACKET.finditer(self.text):
            opening, closing = found.groups()
            depth += bool(opening) - bool(closing)
            if depth > NESTING:
                raise self.too_deep(found.start())

    def directives_between(self, start: int, end: int) -> list[Directive]:
        """List the directives in a stretch of the text, in bytes."""
        low = bisect_left(self.directives, start, key=lambda directive: directive.start)
        high = bisect_left(self.directives, end, key=lambda directive: directive.start)
        return self.directives[low:high]

    def _blanked(self, text: bytes) -> bytes:
        """Blank comments (and a byte order mark), keeping what they direct."""
        parts = []
        done = 0
        if text.startswith(_MARK):
            parts.append(b" " * len(_MARK))
            done = len(_MARK)
        stop = len(text)
        for found in _COMMENT_OR_QUOTED.finditer(text, done):
            start, end = found.span()
            if found[1]:
                stop = start
                self.unended = _UNENDED.get(found[1], "string")
                break
            if not text.startswith(b"/", start):  # anything else is quoted
                continue
            parts.append(text[done:start])
            if text.startswith(b"//", start):
                self._direct(text, start, end)
                parts.append(b" " * (end - start))
            else:
                parts.append(_NO_LINE_END.sub(b" ", text[start:end]))
            done = end
        parts += [text[done:stop], b"\n"]  # the grammar wants the last line ended
        return b"".join(parts)

    def _direct(self, text: bytes, start: int, end: int) -> None:
        """Keep a comment that is a directive."""
        if not text.startswith((b"//go:", b"//gcsim:"), start):
            return
        tool, _, order = text[start + 2 : end].decode(errors="replace").partition(":")
        word, _, rest = order.strip().partition(" ")
        if start == 0 or text.startswith(b"\n", start - 1):
            self.directives.append(Directive(start, tool, word, rest.strip()))
