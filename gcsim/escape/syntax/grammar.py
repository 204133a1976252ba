"""The grammar of Go by which text becomes tree-sitter's tree, and how nodes of that tree are told apart.

Nodes are told apart by number (``kind_id``): several numbers may stand for one name, so a table by number is filled
from a table by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import tree_sitter_go
from tree_sitter import Language, LogType, Parser

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tree_sitter import Node, Point

__all__ = ["GO", "by_number", "field", "read", "read_aloud"]

Entry = TypeVar("Entry")

GO = Language(tree_sitter_go.language())
"""tree-sitter-go's grammar, which reads Go up to 1.24."""


_ROUND = 1 << 14
"""Bytes of a text after which it is listened whether the grammar is lost."""
_HEARD = 1 << 9
"""Bytes at the end of each round through which it is listened: the log costs ten times what reading does."""
_LOST = ("resume", "skip_", "recover")
"""How the log's lines begin when the grammar mends."""


def read(text: bytes) -> tuple[Node, int]:
    """Read a text by the grammar, not far beyond where it is full of faults.

    tree-sitter goes on behind a fault and mends, which may take it minutes where there is one after another; what it
    would make of them is of no use here.

    Parameters
    ----------
    text : bytes
        Without comments.

    Returns
    -------
    Node
        The tree, whose ``has_error`` says whether it is none of Go.
    int
        How many bytes were read: all, or those until the grammar was found lost.
    """
    parser = Parser(GO)
    done = 0
    lost = False

    def hear(kind: LogType, said: str) -> None:
        nonlocal lost
        lost = lost or (kind == LogType.PARSE and said.startswith(_LOST))

    def give(offset: int, _point: Point) -> bytes:
        nonlocal done
        if lost:
            return b""
        until = offset - offset % _ROUND + _ROUND
        heard = offset >= until - _HEARD
        if heard:
            parser.logger = hear
        elif parser.logger is not None:
            del parser.logger
        chunk = text[offset : until if heard else until - _HEARD]
        done = max(done, offset + len(chunk))
        return chunk

    return parser.parse(give).root_node, done


def read_aloud(text: bytes, begin: int, hear: Callable[[LogType, str], bool]) -> None:
    """Read a text again, for the log.

    Parameters
    ----------
    text : bytes
        Without comments.
    begin : int
        From which offset on the log is heard.
    hear : callable
        Is given each line of the log; says whether it has heard enough.
    """
    parser = Parser(GO)
    enough = False

    def listen(kind: LogType, said: str) -> None:
        nonlocal enough
        enough = enough or hear(kind, said)

    def give(offset: int, _point: Point) -> bytes:
        if enough:
            return b""
        if offset >= begin and parser.logger is None:
            parser.logger = listen
        return text[offset : offset + _HEARD] if offset >= begin else text[offset : min(offset + _ROUND, begin)]

    parser.parse(give)


def by_number(entries: Mapping[str, Entry], otherwise: Entry) -> list[Entry]:
    """Spread a table by name of node over the numbers of nodes.

    Raises
    ------
    ValueError
        If a name is none of the grammar's.
    """
    names = [GO.node_kind_for_id(number) for number in range(GO.node_kind_count)]
    if unknown := entries.keys() - set(names):
        raise ValueError(f"the grammar has no {', '.join(sorted(unknown))}")
    return [entries.get(name or "", otherwise) for name in names]


def field(name: str) -> int:
    """Give the number of a field of a node.

    Raises
    ------
    ValueError
        If the grammar has no such field.
    """
    number = GO.field_id_for_name(name)
    if number is None:
        raise ValueError(f"the grammar has no field {name}")
    return number
