"""Go text cut into tokens for colouring, and which of them an expression's position stands for.

A token here is a run of bytes of one look: what a parser needs to know of them does not matter, and text that does
not parse is cut up as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

__all__ = ["Token", "cut", "span_at"]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text.

    ``kind`` is ``comment``, ``string``, ``number``, ``keyword``, ``name``, ``space`` or ``operator``; ``start`` its
    offset in bytes.
    """

    kind: str
    start: int
    text: bytes


_KEYWORDS: Final = frozenset(
    b"break case chan const continue default defer else fallthrough for func go goto if import interface map package "
    b"range return select struct switch type var".split()
)
"""The words of the language: https://go.dev/ref/spec#Keywords."""

_TOKEN: Final = re.compile(
    rb"""
      (?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z))
    | (?P<string>"(?:\\.|[^"\\\n])*"?|`[^`]*`?|'(?:\\.|[^'\\\n])*'?)
    | (?P<number>\.?[0-9](?:[eEpP][+-]|[\w.])*)
    | (?P<name>[A-Za-z_\x80-\xff][\w\x80-\xff]*)
    | (?P<space>\s+)
    | (?P<operator>.)
    """,
    re.DOTALL | re.VERBOSE,
)

_TYPE_WORDS: Final = frozenset({b"map", b"struct"})
"""Keywords that begin the type of a composite literal."""

_OPENERS: Final = {b")": b"(", b"]": b"[", b"}": b"{"}


def cut(text: bytes) -> list[Token]:
    """Cut text into tokens; their texts joined are the text.

    Examples
    --------
    >>> [(token.kind, token.text) for token in cut(b"go f(0x1p-2)") if token.kind != "space"]
    [('keyword', b'go'), ('name', b'f'), ('operator', b'('), ('number', b'0x1p-2'), ('operator', b')')]
    """
    tokens = []
    for match in _TOKEN.finditer(text):
        piece = match[0]
        kind = "keyword" if piece in _KEYWORDS else match.lastgroup or "operator"
        tokens.append(Token(kind, match.start(), piece))
    return tokens


def span_at(tokens: list[Token], starts: list[int], offset: int) -> range:
    """Say which tokens to mark for a value whose expression or declaration has its position there.

    Positions are those of `gcsim.escape.syntax.nodes`: the bracket of a call, the brace of a literal, the dot of a
    selector stand inside the expression, and what stands before them is marked too. Of what follows only a selector's
    name and the type after ``&`` is marked: arguments and elements are values of their own.

    Parameters
    ----------
    tokens : list of Token
        Of the file.
    starts : list of int
        Their offsets.
    offset : int
        The position's, in bytes.

    Returns
    -------
    range
        Indices of tokens, empty if the offset is beyond the text.
    """
    at = bisect_right(starts, offset) - 1
    if not tokens or offset >= tokens[-1].start + len(tokens[-1].text):
        return range(0)
    sign = tokens[at].text
    if sign == b"&":
        return range(at, _type_end(tokens, at + 1))
    if sign == b".":
        return range(_operand_start(tokens, at), min(at + 2, len(tokens)))
    if sign in {b"(", b"[", b"{"}:
        first = _operand_start(tokens, at)
        return range(first, max(at, first + 1))
    return range(at, at + 1)


def _type_end(tokens: list[Token], at: int) -> int:
    """Find the end of the operand that begins at a token, as far as it is one name or type: ``T``, ``[]p.T``, ``x``."""
    while at < len(tokens) and (tokens[at].kind == "name" or tokens[at].text in {b".", b"*", b"[", b"]", b"map"}):
        at += 1
    return at


def _operand_start(tokens: list[Token], at: int) -> int:
    """Find the first token of the operand that ends just before a token: ``fmt.Println``, ``([]byte)``, ``[]*T``."""
    first = at
    while first:
        before = tokens[first - 1]
        if before.text in _OPENERS and (before.text != b"}" or tokens[at].text == b"{"):
            first = _opener(tokens, first - 1)
        elif before.kind == "name" or before.text in _TYPE_WORDS:
            first -= 1
            if before.text in _TYPE_WORDS or not first or tokens[first - 1].text not in {b".", b"]", b"*"}:
                return first
        elif first < at and (before.text == b"." or (before.text == b"*" and tokens[first - 2].text == b"]")):
            first -= 1
        else:
            return first
    return first


def _opener(tokens: list[Token], at: int) -> int:
    """Find the bracket that a closing one belongs to; the first token if the text has none."""
    closing = tokens[at].text
    opening = _OPENERS[closing]
    depth = 0
    for index in range(at, 0, -1):
        text = tokens[index].text
        depth += (text == closing) - (text == opening)
        if depth == 0:
            return index
    return 0
