"""Packages of the standard library from their stubs, read as far as they are used.

Loading a stub finds where its declarations are, one a line, and no more. A declaration becomes an object when its name
is asked for, and what its type refers to is resolved when somebody looks inside; so are the stubs that it imports. A
stub's text is Go, of which only what `gcsim.escape.packages.digest` writes is understood: types, constants that are
literals, variables with types, functions without bodies.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.packages.digest import COMPLETE, STANDARD, file_name
from gcsim.escape.packages.directives import leaks
from gcsim.escape.packages.lazy import LazyScope
from gcsim.escape.syntax.nodes import FunctionDeclaration, FunctionTypeExpression
from gcsim.escape.syntax.positions import NOWHERE
from gcsim.escape.types.constants import LiteralKind, Value, binary, literal, represent, unary
from gcsim.escape.types.model import (
    INVALID,
    Array,
    Channel,
    ConstantObject,
    Field,
    FunctionObject,
    Interface,
    InterfaceMethod,
    Map,
    Named,
    Object,
    Package,
    Pointer,
    Signature,
    Slice,
    Struct,
    Type,
    TypeName,
    Variable,
    deferred_function,
    deferred_type,
    underlying,
)
from gcsim.escape.types.universe import UNTYPED, universe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = ["load_stub"]

_LINE: Final = re.compile(
    r"(?:^//gcsim:leaks (?P<leaks>.*)\n)?(?:^//gcsim:inline (?P<inline>.*)\n)?"
    r"^(?P<kind>type|var|const|func) (?:\((?P<receiver>.*?)\) )?(?P<name>\w+)(?P<rest>.*)$",
    re.MULTILINE,
)
_IMPORT: Final = re.compile(r'^import "(.*)"$', re.MULTILINE)
_CLAUSE: Final = re.compile(r"^package (\w+)$", re.MULTILINE)
_TOKEN: Final = re.compile(r"\w+|\.\.\.|<-|[^\s\w]")
_KEYWORDS: Final = frozenset({"func", "map", "chan", "struct", "interface"})
_RECEIVER: Final = re.compile(r"(?:(\w+) )?(\*?)(\w+)")
_CONSTANT: Final = re.compile(r" ?([\w.]*) ?= (.*)")
_NUMBER: Final = re.compile(r"(-?)('.+?'|\S+)(?: ([/+]) (\S+))?")
_NO_SIGNATURE: Final = FunctionTypeExpression(NOWHERE, [], [], variadic=False)


def load_stub(path: str, importer: Callable[[str], Package], folder: Path = STANDARD) -> Package | None:
    """Give the package of a stub, None where there is none for that path.

    Parameters
    ----------
    path : str
        The import path.
    importer : callable
        Gives the packages that the stub imports, when they are needed.
    folder : Path
        Where the stubs are.
    """
    file = folder / file_name(path)
    if not file.is_file():
        return None
    text = file.read_text(encoding="utf-8")
    clause = _CLAUSE.search(text)
    if clause is None:
        raise ValueError(f"the stub of {path} has no package clause")
    package = Package(path, clause[1], exact=path in COMPLETE)
    _Reader(package, text, importer).index()
    return package


class _Reader:
    """What makes objects from the lines of one stub."""

    def __init__(self, package: Package, text: str, importer: Callable[[str], Package]) -> None:
        self.package = package
        self.text = text
        self.imports = {path.rpartition("/")[2]: path for path in _IMPORT.findall(text)}
        self.importer = importer
        self.methods: dict[str, list[re.Match[str]]] = {}

    def index(self) -> None:
        """Find the declarations, and give the package a scope that makes objects from them."""
        makers = {"type": self.type_name, "var": self.variable, "const": self.constant, "func": self.function}
        lines: dict[str, re.Match[str]] = {}
        for line in _LINE.finditer(self.text):
            receiver = line["receiver"]
            if receiver is None:
                lines[line["name"]] = line
            else:
                self.methods.setdefault(receiver.rpartition(" ")[2].lstrip("*"), []).append(line)

        def make(name: str) -> Object | None:
            line = lines.get(name)
            return makers[line["kind"]](line) if line is not None else None

        self.package.scope = LazyScope(make, lambda: lines)

    def type_name(self, line: re.Match[str]) -> TypeName:
        """Make a declared type, or an alias."""
        name = line["name"]
        if line["rest"].startswith(" = "):
            return TypeName(name, self.package.path, NOWHERE, self.type_of(line["rest"][3:]))

        def resolve(made: Named) -> None:
            made.underlying = INVALID  # what it is while it is being resolved
            made.methods = {found["name"]: self.function(found) for found in self.methods.get(name, ())}
            made.underlying = underlying(self.type_of(line["rest"]))

        return TypeName(name, self.package.path, NOWHERE, deferred_type(name, self.package.path, resolve))

    def variable(self, line: re.Match[str]) -> Variable:
        """Make a variable."""
        return Variable(line["name"], self.package.path, NOWHERE, self.type_of(line["rest"]), "global", None)

    def constant(self, line: re.Match[str]) -> ConstantObject:
        """Make a constant: of a literal, its negative, or a quotient or sum of two."""
        match = _CONSTANT.fullmatch(line["rest"])
        if match is None:
            raise ValueError(f"the stub of {self.package.path} has no constant in {line[0]!r}")
        type_name, text = match.groups()
        value, kind = _constant_value(text)
        type_ = self.type_of(type_name) if type_name else UNTYPED[kind]
        represented = represent(value, type_)
        return ConstantObject(
            line["name"], self.package.path, NOWHERE, type_, value if represented is None else represented
        )

    def function(self, line: re.Match[str]) -> FunctionObject:
        """Make a function or a method."""
        path = self.package.path

        def resolve(made: FunctionObject) -> None:
            parser = _Types(line["rest"], self)
            names, result_names, made.signature = parser.signature()
            made.receiver = None
            if line["receiver"] is not None:
                made.receiver = self.receiver(line["receiver"], made)
            made.parameters = [
                Variable(name, path, NOWHERE, type_, "parameter", made)
                for name, type_ in zip(names, made.signature.parameters, strict=True)
            ]
            made.results = [
                Variable(name, path, NOWHERE, type_, "result", made)
                for name, type_ in zip(result_names, made.signature.results, strict=True)
            ]
            made.leaks = leaks(line["leaks"] or "", names, method=made.receiver is not None)
            directives = {"inline": line["inline"]} if line["inline"] else {}
            made.declaration = FunctionDeclaration(
                NOWHERE, made.name, None, _NO_SIGNATURE, None, frozenset(), directives=directives
            )
            made.declaration.function = made

        return deferred_function(line["name"], path, resolve)

    def receiver(self, text: str, function: FunctionObject) -> Variable:
        """Make the receiver of a method."""
        match = _RECEIVER.fullmatch(text)
        if match is None:
            raise ValueError(f"the stub of {self.package.path} has a receiver {text!r}")
        type_ = self.named(match[3])
        if match[2]:
            type_ = Pointer(type_)
        return Variable(match[1] or "", self.package.path, NOWHERE, type_, "receiver", function)

    def named(self, name: str) -> Type:
        """Give the type that a name of the package, or of the universe, means."""
        found = self.package.scope.get(name) or universe().get(name)
        return found.type if isinstance(found, TypeName) else INVALID

    def imported(self, package: str, name: str) -> Type:
        """Give a type of an imported package; one that nobody knows is a named type without content."""
        path = self.imports[package]
        found = self.importer(path).scope.get(name)
        return found.type if isinstance(found, TypeName) else Named(name, path)

    def type_of(self, text: str) -> Type:
        """Give the type that a text means."""
        return _Types(text, self).type()


def _constant_value(text: str) -> tuple[Value, str]:
    """Give the value and the untyped kind of what stands behind a constant's ``=``."""
    if text in ("true", "false"):
        return text == "true", "untyped bool"
    if text[0] == '"':
        return literal("string", text), "untyped string"
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ValueError(f"no constant: {text!r}")
    sign, first, operator, second = match.groups()
    kind: LiteralKind = "rune" if first[0] == "'" else "float" if "." in first or "p" in first else "int"
    value = literal(kind, first)
    type_ = UNTYPED[f"untyped {kind}"]
    if operator:
        value = binary(operator, value, literal("int" if kind == "rune" else "float", second), type_)
    return unary(sign, value, type_) if sign else value, type_.kind


class _Types:
    """The types in a text, from left to right."""

    def __init__(self, text: str, reader: _Reader) -> None:
        self.tokens: list[str] = [*_TOKEN.findall(text), ""]
        self.next = 0
        self.reader = reader

    def take(self) -> str:
        """Give the next token."""
        self.next += 1
        return self.tokens[self.next - 1]

    def skip(self, token: str) -> bool:
        """Go past a token, if it is the next."""
        if self.tokens[self.next] != token:
            return False
        self.next += 1
        return True

    def type(self) -> Type:
        """Give the next type."""
        token = self.take()
        compose = _COMPOSED.get(token)
        if compose is not None:
            return compose(self)
        if self.skip("."):
            name = self.take()
            return self.reader.imported(token, name)
        return self.reader.named(token)

    def bracketed(self) -> Type:
        """Give a slice or an array, past the first bracket."""
        if self.skip("]"):
            return Slice(self.type())
        length = int(self.take())
        self.skip("]")
        return Array(length, self.type())

    def map(self) -> Map:
        """Give a map."""
        self.skip("[")
        key = self.type()
        self.skip("]")
        return Map(key, self.type())

    def channel(self) -> Channel:
        """Give a channel that is not for receiving only."""
        if self.skip("<-"):
            return Channel("send", self.type())
        return Channel("both", self.type())

    def receiving(self) -> Channel:
        """Give a channel for receiving only."""
        self.skip("chan")
        return Channel("receive", self.type())

    def parenthesised(self) -> Type:
        """Give a type in parentheses."""
        inner = self.type()
        self.skip(")")
        return inner

    def signature(self) -> tuple[list[str], list[str], Signature]:
        """Give names of parameters and results, and the signature."""
        self.skip("(")
        names, parameters, variadic = self.group()
        if self.skip("("):
            result_names, results, _ = self.group()
        elif self.tokens[self.next] in _AFTER_SIGNATURE:
            result_names, results = [], []
        else:
            result_names, results = [""], [self.type()]
        return names, result_names, Signature(parameters, results, variadic=variadic)

    def group(self) -> tuple[list[str], list[Type], bool]:
        """Give names and types of parameters, and whether the last one is variadic."""
        names: list[str] = []
        types: list[Type] = []
        variadic = False
        while not self.skip(")"):
            token = self.tokens[self.next]
            named = (
                token.isidentifier() and token not in _KEYWORDS and self.tokens[self.next + 1] not in (",", ")", ".")
            )
            names.append(self.take() if named else "")
            variadic = self.skip("...")
            types.append(Slice(self.type()) if variadic else self.type())
            self.skip(",")
        return names, types, variadic

    def struct(self) -> Struct:
        """Give a struct."""
        fields: list[Field] = []
        self.skip("{")
        while not self.skip("}"):
            first, after = self.tokens[self.next : self.next + 2]
            embedded = first == "*" or after in (";", "}", ".")
            name = "" if embedded else self.take()
            type_ = self.type()
            if embedded:
                name = self.tokens[self.next - 1]
            fields.append(Field(name, type_, embedded, self.reader.package.path))
            self.skip(";")
        return Struct(fields)

    def interface(self) -> Interface:
        """Give an interface, with the methods of those that it embeds."""
        methods: dict[str, InterfaceMethod] = {}
        self.skip("{")
        while not self.skip("}"):
            if self.tokens[self.next + 1] == "(":
                name = self.take()
                _, _, signature = self.signature()
                methods[name] = InterfaceMethod(name, signature, self.reader.package.path)
            else:
                embedded = underlying(self.type())
                if isinstance(embedded, Interface):
                    methods |= {method.name: method for method in embedded.methods}
            self.skip(";")
        return Interface([methods[name] for name in sorted(methods)])


_AFTER_SIGNATURE: Final = frozenset({"", ")", ",", ";", "}"})
_COMPOSED: Final[Mapping[str, Callable[[Any], Type]]] = {
    "*": lambda types: Pointer(types.type()),
    "[": _Types.bracketed,
    "(": _Types.parenthesised,
    "map": _Types.map,
    "chan": _Types.channel,
    "<-": _Types.receiving,
    "func": lambda types: types.signature()[2],
    "struct": _Types.struct,
    "interface": _Types.interface,
}
