"""The grammar of Go by which text becomes tree-sitter's tree, and how nodes of that tree are told apart.

Nodes are told apart by number (``kind_id``): several numbers may stand for one name, so a table by number is filled
from a table by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import tree_sitter_go
from tree_sitter import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["GO", "by_number", "field"]

Entry = TypeVar("Entry")

GO = Language(tree_sitter_go.language())
"""tree-sitter-go's grammar, which reads Go up to 1.24."""


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
