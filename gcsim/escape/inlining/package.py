"""Inlining of one package by the rules of a release."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gcsim.escape.inlining.dead import left_dead
from gcsim.escape.inlining.inliner_1_19 import Inliner
from gcsim.escape.inlining.inliner_before_1_13 import LeafInliner
from gcsim.escape.releases import minor
from gcsim.escape.syntax.nesting import room
from gcsim.escape.text.names import number_literals

if TYPE_CHECKING:
    from gcsim.escape.findings import Diagnostic
    from gcsim.escape.inlining.model import Inlining
    from gcsim.escape.types.model import FunctionObject, Package

__all__ = ["inline"]

_MID_STACK = 12
"""The release from which functions that call others are inlined (inl.go ``inlineExtraCallCost`` at go1.12)."""


def inline(package: Package, release: str) -> Inlining:
    """Inline the calls of a package, in place.

    Parameters
    ----------
    package : Package
        A checked package; the bodies of its functions, of their literals, and initial values change.
    release : str
        One of `gcsim.escape.releases.RELEASES`.

    Returns
    -------
    Inlining
        What was done: messages, costs, growth, dead functions.
    """
    number_literals(package)
    inliner = Inliner(package) if minor(release) >= _MID_STACK else LeafInliner(package, release)
    with room():
        found = inliner.run()
        found.dead = left_dead(package, {call.callee for call in found.growth.calls})
    found.inline_into = partial(_inline_into, inliner)
    return found


def _inline_into(inliner: Inliner | LeafInliner, function: FunctionObject) -> list[Diagnostic]:
    """Inline into one more function, and leave no trace but in its body."""
    found = inliner.found
    messages, calls = len(found.diagnostics), len(found.growth.calls)
    with room():
        inliner.expand(function)
    told = found.diagnostics[messages:]
    del found.diagnostics[messages:], found.growth.calls[calls:]
    return told
