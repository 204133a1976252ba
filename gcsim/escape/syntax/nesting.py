"""Room on Python's stack for walking a tree as deep as the parser lets one be."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gcsim.escape.syntax.source import CHAIN, NESTING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["room"]

FRAMES = 20
"""How many calls a walk may take for each level of the tree."""


@contextmanager
def room() -> Iterator[None]:
    """Let walks recurse `FRAMES` calls for each of `NESTING` levels and `CHAIN` ``else if``, beyond what Python allows.

    Calls of Python functions by Python functions take no room on C's stack (3.11 and later). What is bounded here is
    the tree: the parser refuses deeper ones, but for chains of binary operators, which walks go down in a loop.
    """
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(before + FRAMES * (NESTING + CHAIN))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
