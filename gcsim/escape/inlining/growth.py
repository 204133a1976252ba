"""How many bytes of machine code an inlined call adds: an estimate from measured packages.

A body of ``cost`` nodes is taken to come to `NODE_BYTES` for each, and the call that it replaces to have taken
`CALL_BYTES`: its instruction, its arguments, and what the caller had to save round it. Measured with go1.19.8 on
amd64: sizes of all functions (``go tool nm -size``) of 45 packages of the standard library, built as usual and with
``-l``, against the costs that ``-m -m`` prints for the calls inlined in them: 5069 calls of 170,325 nodes, and 1142 of
unknown cost, make 339,696 bytes of 1.9 MB. Least squares over the packages, weighted by one over the root of their
size, give 3.34 bytes a node and 48.5 a call, with R² 0.82 over packages and 5 % too much in all. One call may be off by
its whole size: the optimizer sees more of an inlined body. Before 1.17 arguments were passed in memory and a call took
more.
"""

from __future__ import annotations

from typing import Final

__all__ = ["added_size"]

NODE_BYTES: Final = 3.34
"""Machine code of one node of an inlined body, in bytes."""

CALL_BYTES: Final = 48.5
"""Machine code that a call and its preparation take, in bytes."""


def added_size(cost: int) -> int:
    """Estimate the bytes that one inlined call adds; negative where the body is smaller than the call was."""
    return round(cost * NODE_BYTES - CALL_BYTES)
