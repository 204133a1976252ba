"""Where text stops being Go, and at what.

tree-sitter mends what does not parse and goes on; where its errors stand says little about where the mistake is. Its
log tells the token at which it found no way on, and that is the token that Go's compiler complains of.
"""

from __future__ import annotations

import re

from tree_sitter import LogType, Parser

from gcsim.escape.syntax.grammar import GO

__all__ = ["early_fault", "first_fault"]

_FIRST_PREFIX = 1 << 16
"""Bytes that are searched first; the log costs some ten times what parsing does."""

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


def first_fault(text: bytes) -> tuple[int, str]:
    """Find the first token of a text that no Go program has there.

    Parameters
    ----------
    text : bytes
        What does not parse, without comments.

    Returns
    -------
    tuple of int and str
        Its offset in bytes and what it is, ``unexpected }``.
    """
    size = _FIRST_PREFIX
    while size < len(text):
        if found := _fault_of_start(text, size):
            return found
        size *= 4
    offset = _token_start(text, _search(text))
    return offset, _described(text, offset)


def early_fault(text: bytes) -> tuple[int, str] | None:
    """Find the first fault as `first_fault` does if it is in the first 32 KiB; what follows cannot mend it."""
    return _fault_of_start(text, _FIRST_PREFIX)


def _fault_of_start(text: bytes, size: int) -> tuple[int, str] | None:
    """Find a fault in the first half of so many bytes.

    What the cut makes wrong is near the cut, or a raw string that is cut in two.
    """
    offset = _token_start(text, _search(text[:size]))
    if offset >= size // 2 or text.startswith(b"`", offset):
        return None
    return offset, _described(text, offset)


def _search(text: bytes) -> int:
    """Give the end of the last token before the first at which the grammar finds no way on.

    The grammar is tried along several ways at once where it is ambiguous: the first fault is there where the last of
    them ends.
    """
    starts = [0, *(found.end() for found in re.finditer(rb"\n", text))]
    place = farthest = (0, 0)
    found: list[tuple[int, int]] = []

    def hear(kind: LogType, said: str) -> None:
        nonlocal place, farthest
        if found or kind != LogType.PARSE:
            return
        if where := _PLACE.match(said):
            place = (int(where[1]), int(where[2]))
        elif said.startswith("detect_error"):
            farthest = max(farthest, place)
        elif said.startswith("resume"):
            found.append(farthest)

    parser = Parser(GO)
    parser.logger = hear
    parser.parse(text)
    row, column = found[0] if found else (len(starts) - 1, len(text) - starts[-1])
    return starts[row] + column


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
    if text.startswith(b"/*", offset):
        return "comment not terminated"
    token = text[offset : _end_of(_TOKEN, text, offset)].decode(errors="replace")
    if token[0] in "\"'`" and (len(token) == 1 or token[-1] != token[0]):
        return f"{'rune' if token[0] == chr(39) else 'string'} not terminated"
    if not token.isprintable():
        return f"invalid character U+{ord(token[0]):04X}"
    return f"unexpected {token if len(token) <= _LONGEST else token[:_LONGEST] + '…'}"
