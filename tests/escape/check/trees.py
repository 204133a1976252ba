"""Programs given to the checker as text, and trees said in one line."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from gcsim.escape.check import check_package
from gcsim.escape.packages.imports import unknown_package
from gcsim.escape.packages.stubs import load_stub
from gcsim.escape.syntax import nodes
from gcsim.escape.syntax.parse import parse
from gcsim.escape.types.model import Basic, FunctionObject, Named, Package, Type, Variable
from gcsim.escape.types.universe import UNSAFE

if TYPE_CHECKING:
    from gcsim.escape.errors import SourceError


class Checked:
    """A package checked, with short ways into it."""

    def __init__(self, *texts: str, bodies: bool = True) -> None:
        self.known: dict[str, Package] = {"unsafe": UNSAFE}
        files = [parse(f"package p\n{text}".encode(), f"{n}.go", n) for n, text in enumerate(texts, 1)]
        self.package: Package
        self.errors: list[SourceError]
        self.package, self.errors = check_package(files, "p", self.importer, bodies=bodies)

    def importer(self, path: str) -> Package:
        if path not in self.known:
            self.known[path] = load_stub(path, self.importer) or unknown_package(path)
        return self.known[path]

    def function(self, name: str) -> FunctionObject:
        (found,) = [one for one in self.package.functions if one.name == name]
        return found

    def body(self, name: str = "f") -> list[str]:
        """Say each statement of a function in a line."""
        body = self.function(name).body
        assert body is not None
        return [said(statement) for statement in body.statements]

    def initial(self) -> list[str]:
        """Say each initial value of a variable of the package in a line."""
        return [said(value) for declaration in self.package.globals for value in declaration.values]

    def scope(self, name: str) -> str:
        """Say what a name of the package is."""
        found = self.package.scope[name]
        value = f" = {found.value!r}" if hasattr(found, "value") else ""
        return f"{typed(getattr(found, 'type', None))}{value}"

    def whats(self) -> list[str]:
        return [f"{error.position >> 16 & 0xFFFFFF}: {error.what}" for error in self.errors]


def typed(type_: Type | None) -> str:
    """Say a type: its parts in brackets, names for what has one."""
    if type_ is None:
        return "?"
    if isinstance(type_, Basic | Named):
        return type_.name
    parts = []
    for part in fields(type_):
        value = getattr(type_, part.name)
        if isinstance(value, Type):
            parts.append(typed(value))
        elif isinstance(value, list):
            shown = [typed(one) if isinstance(one, Type) else f"{one.name} {typed(of(one))}" for one in value]
            parts.append("(" + ", ".join(shown) + ")")
        elif value:
            parts.append(str(value))
    return f"{type(type_).__name__}[{' '.join(parts)}]"


def of(member: object) -> Type | None:
    found = getattr(member, "type", None) or getattr(member, "signature", None)
    assert found is None or isinstance(found, Type)
    return found


def said(node: object) -> str:  # noqa: PLR0911 - one line for each kind of node that is said in a way of its own
    """Say a tree in one line: class and parts, ``=value`` of constants, ``:type`` of conversions, ``~`` of implicit."""
    if isinstance(node, list):
        return "[" + ", ".join(said(one) for one in node) + "]"
    if isinstance(node, Variable | FunctionObject):
        return node.name or "''"
    if isinstance(node, nodes.Name):
        return node.object.name + constant(node)
    if isinstance(node, nodes.BasicLiteral):
        return node.text + constant(node)
    if isinstance(node, nodes.Identifier):
        return f"`{node.name}`"
    if not isinstance(node, nodes.Node):
        return typed(node) if isinstance(node, Type) else str(getattr(node, "name", node))
    parts = []
    for part in fields(node):
        value = getattr(node, part.name)
        if part.name in SKIPPED or (part.name == "value" and isinstance(node, nodes.Expression)):
            continue
        if value is None or value is False or value == []:
            continue
        parts.append(part.name if value is True else said(value))
    mark = "~" if getattr(node, "implicit", False) else ""
    type_ = f":{typed(node.type)}" if isinstance(node, nodes.Convert | nodes.CompositeLiteral) else ""
    return f"{mark}{type(node).__name__}({' '.join(parts)}){type_}{constant(node)}"


SKIPPED = ("position", "end", "type", "implicit", "names", "packed", "signature", "text")


def constant(node: nodes.Node) -> str:
    if not isinstance(node, nodes.Expression) or node.value is None:
        return ""
    return f"={node.value!r}:{typed(node.type)}"
