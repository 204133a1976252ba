"""How messages of the inliner call a function, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.text.names import function_text

if TYPE_CHECKING:
    from gcsim.escape.types.model import FunctionObject, Package

__all__ = ["called_text", "declared_at", "package_name"]


def called_text(function: FunctionObject, release: str, package: Package) -> str:
    """Give a function's name as messages about ``package`` print it: with the name of another package."""
    text = function_text(function, release)
    if function.package == package.path:
        return text
    return f"{package_name(function.package, package)}.{text}"


def package_name(path: str, package: Package) -> str:
    """Give the name of another package; that of one imported only indirectly is the last element of its path."""
    imported = package.imports.get(path)
    return imported.name if imported is not None else path.rpartition("/")[2]


def declared_at(function: FunctionObject) -> int:
    """Give the position of ``can inline``: behind ``func``, which is the receiver's parenthesis for a method."""
    declaration = function.declaration
    if declaration is None or declaration.receiver is None:
        return function.position
    return declaration.receiver.position - 1
