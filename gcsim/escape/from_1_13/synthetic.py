"""Nodes that no text has, which the compiler makes while it analyses."""

from __future__ import annotations

from dataclasses import dataclass

from gcsim.escape.syntax.nodes import Assign, FunctionLiteral

__all__ = ["Deferred", "Kept"]


@dataclass(slots=True, eq=False)
class Deferred(FunctionLiteral):
    """The function without parameters that a ``go`` or ``defer`` with arguments is made to call."""


@dataclass(slots=True, eq=False)
class Kept(Assign):
    """The assignment of a value to a temporary."""
