"""Packages for tests of inlining: made of text, and what the inliner says of them."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gcsim.escape.findings import Diagnostic
from gcsim.escape.inlining import Inlining, inline
from gcsim.escape.inlining.shape import children
from gcsim.escape.packages.load import load
from gcsim.escape.syntax.nodes import InlinedCall, Node
from gcsim.escape.syntax.positions import column_of, line_of
from gcsim.escape.types.model import Package

PROGRAMS = Path(__file__).parent / "programs"


def package_of(text: str) -> Package:
    """Check the text of one file, without its package clause."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "main.go"
        path.write_text(f"package p; {text}")
        program = load([path], goroot=None)
    assert not program.errors
    return program.packages[-1]


def inlined(text: str, release: str = "1.19") -> tuple[Package, Inlining]:
    """Inline the calls of a program."""
    package = package_of(text)
    return package, inline(package, release)


def told(found: Inlining, *, columns: bool = False) -> list[str]:
    """Give messages as text with their lines, and columns too if asked."""
    return [said(message, columns=columns) for message in found.diagnostics]


def said(message: Diagnostic, *, columns: bool = False) -> str:
    """Give one message as text with its line."""
    place = f"{line_of(message.position)}:{column_of(message.position)}" if columns else line_of(message.position)
    return f"{place}: {message.text}"


def function(package: Package, name: str) -> Any:  # noqa: ANN401 - a FunctionObject whose body has known nodes
    """Find a declared function or method."""
    return next(found for found in package.functions if found.name == name)


def calls_in(node: object) -> list[Any]:
    """List the inlined calls in a tree, outer ones first."""
    if isinstance(node, list):
        return [found for item in node for found in calls_in(item)]
    if not isinstance(node, Node):
        return []
    if isinstance(node, InlinedCall):
        return [node, *calls_in(node.prologue), *calls_in(node.body)]
    return [found for child in children(node) for found in calls_in(child)]


def reasons(text: str, release: str) -> dict[str, tuple[int | None, str | None]]:
    """Give cost and reason of each function by name."""
    _, found = inlined(text, release)
    return {cost.function.name: (cost.cost, cost.reason) for cost in found.costs}
