"""Where text stops being Go, and at what.

tree-sitter mends what does not parse and goes on; where its errors stand says little about where the mistake is. Its
log tells the token at which it found no way on, and that is the token that Go's compiler complains of.
"""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from tree_sitter import LogType

from gcsim.escape.syntax.grammar import read_aloud

if TYPE_CHECKING:
    from tree_sitter import Node

__all__ = ["first_fault"]

_BACK = 1 << 15
"""Bytes before the first mended place, or before the place where the grammar was found lost, that are gone through."""

_PLACE = re.compile(r"process version:\d+, version_count:\d+, state:\d+, row:(\d+), col:(\d+)")
_TOKEN = re.compile(
    rb"""[\w\x80-\xff]+|"(?:[^"\\\n]|\\.)*"?|`[^`\n]*`?|'(?:[^'\\\n]|\\.)*'?"""
    rb"""|<<=|>>=|&\^=|\.\.\.|&&|\|\||<-|\+\+|--|:=|[-+*/%&|^=!<>]=|<<|>>|&\^|."""
)
_BLANKS = re.compile(rb"[ \t\r]*")
_SPACE = re.compile(rb"\s*")
_ENDS_STATEMENT = re.compile(rb"""(?:[\w"'`)\]}]|\+\+|--)\Z""")
_LAST_WORD = re.compile(rb"\b[a-z]+\Z")
_OPENING_WORDS = frozenset(
    b"case chan const default defer else for func go goto if import interface map package range select struct switch "
    b"type var".split()
)
"""Keywords that end no statement at the end of a line."""
_LONGEST = 30
"""Characters of a token that a message shows."""


def first_fault(text: bytes, root: Node, done: int) -> tuple[int, str]:
    """Find the first token of a text that no Go program has there.

    Parameters
    ----------
    text : bytes
        What does not parse, without comments.
    root : Node
        What the grammar made of it.
    done : int
        How much of it the grammar read, see `gcsim.escape.syntax.grammar.read`.

    Returns
    -------
    tuple of int and str
        Its offset in bytes and what it is, ``unexpected }``.
    """
    node = root
    while inner := next((child for child in node.children if child.has_error), None):
        node = inner
    mended = node.start_byte
    near = done - _BACK if done < len(text) else mended - _BACK
    ends = (_search(text, max(begin, 0)) for begin in (max(near, mended - _BACK), mended - _BACK, 0))
    offset = _token_start(text, next((end for end in ends if end is not None), len(text)))
    return offset, _described(text, offset)


def _search(text: bytes, begin: int) -> int | None:
    """Give the end of the last token before the first at which the grammar finds no way on.

    The grammar is tried along several ways at once where it is ambiguous: the first fault is there where the last of
    them ends. The log is heard from ``begin``; None if that was too late.
    """
    place: tuple[int, int] | None = None
    farthest: tuple[int, int] | None = None
    found = False

    def hear(kind: LogType, said: str) -> bool:
        nonlocal place, farthest, found
        if found or kind != LogType.PARSE:
            return found
        if where := _PLACE.match(said):
            place = (int(where[1]), int(where[2]))
        elif said.startswith("detect_error") and place:
            farthest = max(farthest or place, place)
        found = farthest is not None and said.startswith("resume")
        return found

    read_aloud(text, begin, hear)
    if not found or farthest is None:
        return None
    starts = chain([0], (line.end() for line in re.finditer(rb"\n", text)))
    return next(islice(starts, farthest[0], None)) + farthest[1]


def _token_start(text: bytes, offset: int) -> int:
    """Give the start of the token after an offset: a line's end is one where a statement may end."""
    end = _end_of(_BLANKS, text, offset)
    if text.startswith(b"\n", end):
        before = text[max(0, offset - _LONGEST) : offset].rstrip()
        word = _LAST_WORD.search(before)
        if _ENDS_STATEMENT.search(before) and not (word and word[0] in _OPENING_WORDS):
            return end
    return _end_of(_SPACE, text, offset)


def _end_of(pattern: re.Pattern[bytes], text: bytes, offset: int) -> int:
    found = pattern.match(text, offset)
    return found.end() if found else offset


def _described(text: bytes, offset: int) -> str:
    """Say what stands at an offset, in the compiler's words."""
    if offset >= len(text):
        return "unexpected end of file"
    if text.startswith(b"\n", offset):
        return "unexpected newline"
    token = text[offset : _end_of(_TOKEN, text, offset)].decode(errors="replace")
    if not token.isprintable():
        return f"invalid character U+{ord(token[0]):04X}"
    return f"unexpected {token if len(token) <= _LONGEST else token[:_LONGEST] + '…'}"
