"""Bodies of functions of other packages, which are checked when inlining asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gcsim.escape.types.model import FunctionObject, Package

__all__ = ["complete"]


def complete(package: Package, function: FunctionObject) -> None:
    """Have the body of a function of another package checked, if its text is to be had."""
    if function.body is not None:
        return
    found = _find(package, function.package)
    if found is not None and found.complete is not None:
        found.complete(function)


def _find(package: Package, path: str) -> Package | None:
    """Look for a package among the imports of another one, and theirs."""
    seen: set[str] = set()
    pending = [package]
    while pending:
        here = pending.pop()
        direct = here.imports.get(path)
        if direct is not None:
            return direct
        for name, imported in here.imports.items():
            if name not in seen:
                seen.add(name)
                pending.append(imported)
    return None
