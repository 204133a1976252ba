"""Types as the compiler prints them in its messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.text.packages import path_of, qualified
from gcsim.escape.text.quoting import quoted
from gcsim.escape.types.model import (
    Array,
    Basic,
    Channel,
    Interface,
    Map,
    Named,
    Pointer,
    Signature,
    Slice,
    Struct,
    Tuple,
    Type,
)
from gcsim.escape.types.universe import ANY

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.types.model import Field, InterfaceMethod, Package

__all__ = ["type_text"]


def type_text(type_: Type, release: str, package: Package | str) -> str:
    """Print a type.

    Parameters
    ----------
    type_ : Type
        Any.
    release : str
        Whose compiler, see `gcsim.escape.releases`. All print types alike, but for the methods of an interface
        that are not exported: 1.19 has the package's path before them (``tconv2`` in
        src/cmd/compile/internal/types/fmt.go at go1.19), the others its name if it is another one (``typefmt`` in
        src/cmd/compile/internal/gc/fmt.go at go1.7).
    package : Package or str
        The package that is compiled, or its path: names of others are qualified.
    """
    return _Types(release, path_of(package)).text(type_)


class _Types:
    """The words for types of one release in one package."""

    __slots__ = ("_package", "_release")

    def __init__(self, release: str, package: str) -> None:
        self._release = release
        self._package = package

    def text(self, type_: Type) -> str:
        """Print a type."""
        return _PRINTERS[type(type_)](self, type_)

    def named(self, type_: Named) -> str:
        return qualified(type_.name, type_.package, self._package)

    def basic(self, type_: Basic) -> str:
        return type_.name

    def pointer(self, type_: Pointer) -> str:
        return f"*{self.text(type_.element)}"

    def slice(self, type_: Slice) -> str:
        return f"[]{self.text(type_.element)}"

    def array(self, type_: Array) -> str:
        return f"[{type_.length}]{self.text(type_.element)}"

    def map(self, type_: Map) -> str:
        return f"map[{self.text(type_.key)}]{self.text(type_.element)}"

    def channel(self, type_: Channel) -> str:
        element = self.text(type_.element)
        if type_.direction == "receive":
            return f"<-chan {element}"
        if type_.direction == "send":
            return f"chan<- {element}"
        if isinstance(type_.element, Channel) and type_.element.direction == "receive":
            return f"chan ({element})"
        return f"chan {element}"

    def struct(self, type_: Struct) -> str:
        return f"struct {{ {'; '.join(map(self._field, type_.fields))} }}" if type_.fields else "struct {}"

    def _field(self, field: Field) -> str:
        text = self.text(field.type)
        if not field.embedded:
            plain = self._release != "1.19" or field.name[:1].isupper() or field.name == "_"
            text = f"{field.name if plain else qualified(field.name, field.package, self._package)} {text}"
        return f"{text} {quoted(field.tag.encode(errors='surrogateescape'))}" if field.tag else text

    def interface(self, type_: Interface) -> str:
        if type_ is ANY:
            return "any"
        return f"interface {{ {'; '.join(map(self._method, type_.methods))} }}" if type_.methods else "interface {}"

    def _method(self, method: InterfaceMethod) -> str:
        name = method.name
        if not name[:1].isupper():
            full = f"{method.package}.{name}"
            name = full if self._release == "1.19" else qualified(name, method.package, self._package)
        return name + self._parameters(method.signature)

    def function(self, type_: Signature) -> str:
        return f"func{self._parameters(type_)}"

    def _parameters(self, type_: Signature) -> str:
        texts = [self.text(parameter) for parameter in type_.parameters]
        last = type_.parameters[-1] if type_.variadic else None
        if isinstance(last, Slice):
            texts[-1] = f"...{self.text(last.element)}"
        results = ", ".join(map(self.text, type_.results))
        given = f" ({results})" if len(type_.results) > 1 else f" {results}" if results else ""
        return f"({', '.join(texts)}){given}"

    def tuple(self, type_: Tuple) -> str:
        return f"({', '.join(map(self.text, type_.members))})"


_PRINTERS: dict[type[Type], Callable[..., str]] = {
    Named: _Types.named,
    Basic: _Types.basic,
    Pointer: _Types.pointer,
    Slice: _Types.slice,
    Array: _Types.array,
    Map: _Types.map,
    Channel: _Types.channel,
    Struct: _Types.struct,
    Interface: _Types.interface,
    Signature: _Types.function,
    Tuple: _Types.tuple,
}
