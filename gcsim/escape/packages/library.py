"""Packages from the text of a GOROOT, read as far as they are used.

A package of the standard library imports many others, and these more: a program that imports ``net/http`` has half a
million lines behind it. So the files of a package are searched for the places of its declarations, no more, when the
first name is asked for; a declaration is parsed when its own name is, and what its type refers to is resolved when
somebody looks inside. A function's body is checked when `Package.complete` asks for it. What a function leaks is told
by its stub, where there is one, since nobody analyses the library for one program.

Places are found by the layout of gofmt, which the library keeps to: a declaration begins at the start of a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from gcsim.escape.check.declarations import complete
from gcsim.escape.check.functions import check_body, make_receiver, make_variables
from gcsim.escape.check.state import Checker, Environment, Pending
from gcsim.escape.check.types import resolve_type, signature_of
from gcsim.escape.errors import SourceError
from gcsim.escape.packages.constraints import name_fits, text_fits
from gcsim.escape.packages.lazy import LazyScope
from gcsim.escape.packages.stubs import load_stub
from gcsim.escape.syntax.nesting import room
from gcsim.escape.syntax.nodes import (
    ConstantDeclaration,
    FunctionDeclaration,
    SourceFile,
    TypeDeclaration,
    VariableDeclaration,
)
from gcsim.escape.syntax.parse import parse
from gcsim.escape.types.model import (
    INVALID,
    ConstantObject,
    FunctionObject,
    Named,
    Object,
    Package,
    PackageName,
    Signature,
    TypeName,
    Variable,
    deferred_function,
    deferred_type,
    underlying,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from gcsim.escape.syntax.positions import Files
    from gcsim.escape.types.model import Leak

__all__ = ["load_library"]

_LEXICAL: Final = re.compile(
    rb"//[^\n]*|/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|^(?:func|type|var|const|import|package)\b",
    re.MULTILINE | re.DOTALL,
)
_FUNCTION: Final = re.compile(rb"func (?:\((?:\w+ )?\*?(\w+)[^)]*\) )?(\w+)")
_SINGLE: Final = re.compile(rb"(?:type|var|const) (\w+(?:, \w+)*)")
_GROUP: Final = re.compile(rb"(?:type|var|const) \(")
_MEMBER: Final = re.compile(rb"^\t(\w+(?:, \w+)*)", re.MULTILINE)
_COMMENTS_ABOVE: Final = re.compile(rb"(?:^//[^\n]*\n)+\Z", re.MULTILINE)
_CLAUSE: Final = re.compile(rb"^package (\w+)", re.MULTILINE)
_NO_SIGNATURE: Final = Signature([], [], variadic=False)


@dataclass(slots=True, eq=False)
class _File:
    """A file of the package; its number and imports are known once something of it is wanted."""

    path: Path
    text: bytes
    first: int = 0
    """Where the first declaration begins that is no import."""
    number: int = 0
    imports: dict[str, Object] | None = None


@dataclass(slots=True, eq=False)
class _Span:
    """A declaration, or a group of them, in the text of a file."""

    file: _File
    start: int
    end: int
    tree: SourceFile | None = field(default=None, repr=False)


def load_library(path: str, goroot: Path, importer: Callable[[str], Package], files: Files) -> Package | None:
    """Give a package of a GOROOT, None where it has none by that path.

    Parameters
    ----------
    path : str
        The import path.
    goroot : Path
        The folder of the Go distribution.
    importer : callable
        Gives the packages that it imports, when they are needed.
    files : Files
        Where the files that are read are entered.
    """
    for folder in (goroot / "src" / path, goroot / "src" / "vendor" / path):
        if folder.is_dir():
            return _Library(path, folder, importer, files).package
    return None


class _Library:
    """What makes the objects of one package."""

    def __init__(self, path: str, folder: Path, importer: Callable[[str], Package], files: Files) -> None:
        self.folder = folder
        self.files = files
        self.importer = importer
        self.package = Package(path, path.rpartition("/")[2], complete=self.complete)
        self.package.scope = LazyScope(self.make, self.names)
        self.checker = Checker(self.package, importer)
        self.stub: Package | None = None
        self.spans: dict[str, _Span] = {}
        self.methods: dict[str, dict[str, _Span]] = {}
        self.declared: dict[FunctionObject, tuple[FunctionDeclaration, _File]] = {}

    # ------------------------------------------------------------------------------------------------- places

    def names(self) -> list[str]:
        """Find the declarations of all files, and give their names."""
        for path in sorted(self.folder.iterdir()):
            if not name_fits(path.name):
                continue
            text = path.read_bytes()
            clause = _CLAUSE.search(text)
            if clause is not None and clause[1].decode() != "main" and text_fits(text):
                self.index(_File(path, text))
        return list(self.spans)

    def index(self, file: _File) -> None:
        """Find the declarations of a file."""
        text = file.text
        starts = [match.start() for match in _LEXICAL.finditer(text) if text[match.start()] in b"ftvcip"]
        kept = [start for start in starts if not text.startswith((b"import", b"package"), start)]
        file.first = kept[0] if kept else len(text)
        for start, end in zip(kept, [*kept[1:], len(text)], strict=False):
            span = _Span(file, start, end)
            function = _FUNCTION.match(text, start)
            if function is None:
                for name in _names(text, start, end):
                    self.spans.setdefault(name, span)
            elif function[1] is None:
                self.spans.setdefault(function[2].decode(), span)
            else:
                self.methods.setdefault(function[1].decode(), {})[function[2].decode()] = span

    def tree(self, span: _Span) -> SourceFile:
        """Parse a declaration where it stands: positions are those of the whole file.

        Raises
        ------
        SourceError
            If it does not parse.
        """
        if span.tree is None:
            file = span.file
            above = _COMMENTS_ABOVE.search(file.text, max(0, span.start - 4096), span.start)
            start = above.start() if above is not None else span.start
            clause = b"package p" + b"\n" * file.text.count(b"\n", 0, start)
            span.tree = parse(clause + file.text[start : span.end], str(file.path), self.number_of(file))
        return span.tree

    def number_of(self, file: _File) -> int:
        """Give the number of a file, entered now if it has none."""
        if not file.number:
            file.number = self.files.add(str(file.path))
        return file.number

    def imports_of(self, file: _File) -> dict[str, Object]:
        """Give the names that a file's imports declare."""
        if file.imports is None:
            file.imports = {}
            for declaration in parse(file.text[: file.first], str(file.path), self.number_of(file)).imports:
                imported = self.importer(declaration.path)
                self.package.imports[declaration.path] = imported
                name = declaration.name or imported.name
                file.imports[name] = PackageName(name, self.package.path, declaration.position, imported)
        return file.imports

    def environment(self, file: _File) -> Environment:
        """Give the place in the text that a declaration of a file is checked at."""
        return Environment(self.checker, self.imports_of(file))

    # ------------------------------------------------------------------------------------------------ objects

    def make(self, name: str) -> Object | None:
        """Make the object that a name of the package means; None if its declaration does not parse."""
        span = self.spans[name]
        try:
            return next(self.made(span, name), None)
        except SourceError:
            return None

    def made(self, span: _Span, name: str) -> Iterator[Object]:
        """Give the object of a name that a declaration, or a group, declares."""
        for declaration in self.tree(span).declarations:
            if isinstance(declaration, FunctionDeclaration):
                yield self.function(name, span, self.stub_leaks)
            elif isinstance(declaration, TypeDeclaration):
                if declaration.name == name:
                    yield self.type_name(declaration, span.file)
            elif any(own == name for _, own in declaration.names):
                yield self.value(declaration, span.file, name)

    def value(self, declaration: ConstantDeclaration | VariableDeclaration, file: _File, name: str) -> Object:
        """Make a constant or a variable; those that its declaration declares beside it come into the scope too."""
        path = self.package.path
        made: list[Object]
        if isinstance(declaration, ConstantDeclaration):
            made = [ConstantObject(own, path, position, INVALID, 0) for position, own in declaration.names]
        else:
            variables = [Variable(own, path, position, INVALID, "global", None) for position, own in declaration.names]
            declaration.variables, made = variables, list(variables)
        imports = self.imports_of(file)
        for index, one in enumerate(made):
            self.package.scope[one.name] = one
            self.checker.pending[one] = Pending(declaration, imports, index)
        with room():
            for one in made:
                complete(self.checker, one)
        return self.package.scope[name]

    def type_name(self, declaration: TypeDeclaration, file: _File) -> TypeName:
        """Make a declared type, or an alias."""
        name, path, node = declaration.name, self.package.path, declaration.type_expression
        if declaration.alias:
            return TypeName(name, path, declaration.position, resolve_type(self.environment(file), node))

        def resolve(made: Named) -> None:
            made.underlying = INVALID  # what it is while it is being resolved, or cannot be
            made.methods = {
                method: self.function(method, span, lambda found: self.stub_leaks(found, of=name))
                for method, span in self.methods.get(name, {}).items()
            }
            if not declaration.type_parameters:
                try:
                    made.underlying = underlying(resolve_type(self.environment(file), node))
                except SourceError as error:
                    self.checker.errors.append(error)

        named = deferred_type(name, path, resolve)
        named.position = declaration.position
        return TypeName(name, path, declaration.position, named)

    def function(
        self, name: str, span: _Span, leaks: Callable[[FunctionObject], tuple[Leak, ...] | None]
    ) -> FunctionObject:
        """Make a function or a method."""

        def resolve(made: FunctionObject) -> None:
            made.signature, made.receiver, made.parameters, made.results = _NO_SIGNATURE, None, [], []
            made.leaks = made.declaration = None
            try:
                (declaration,) = self.tree(span).declarations
                assert isinstance(declaration, FunctionDeclaration)  # noqa: S101 - found as one
                env = self.environment(span.file)
                made.signature = signature_of(env, declaration.signature)
                make_variables(env, made, declaration.signature)
                if declaration.receiver is not None:
                    make_receiver(env, made, declaration.receiver)
            except SourceError as error:
                self.checker.errors.append(error)
                return
            made.position, made.pragmas = declaration.position, declaration.pragmas
            made.declaration, declaration.function = declaration, made
            self.declared[made] = declaration, span.file
            made.leaks = leaks(made)

        return deferred_function(name, self.package.path, resolve)

    def stub_leaks(self, function: FunctionObject, of: str | None = None) -> tuple[Leak, ...] | None:
        """Give what a function, or a method ``of`` a type, leaks by the package's stub; None where nothing is known."""
        if self.stub is None:
            self.stub = load_stub(self.package.path, self.importer) or Package(self.package.path, "")
        found = self.stub.scope.get(of or function.name)
        if isinstance(found, TypeName) and isinstance(found.type, Named):
            found = found.type.methods.get(function.name)
        same = isinstance(found, FunctionObject) and len(found.parameters) == len(function.parameters)
        return found.leaks if same and isinstance(found, FunctionObject) else None

    # ------------------------------------------------------------------------------------------------- bodies

    def complete(self, function: FunctionObject) -> None:
        """Check the body of a function; one that cannot be checked stays without."""
        _ = function.signature  # resolves it
        if function not in self.declared or function.body is not None:
            return
        declaration, file = self.declared[function]
        if declaration.body is None:
            return
        env = self.environment(file)
        env.function, env.literals = function, function.literals
        try:
            with room():
                check_body(env, function, declaration.body)
        except SourceError as error:
            self.checker.errors.append(error)
            del self.declared[function]
            return
        function.body, function.end = declaration.body, declaration.body.end


def _names(text: bytes, start: int, end: int) -> Iterator[str]:
    """Give the names that a declaration of types, variables or constants declares."""
    single = _SINGLE.match(text, start)
    if single is not None:
        lists = [single[1]]
    elif _GROUP.match(text, start):
        lists = [match[1] for match in _MEMBER.finditer(text, start, end)]
    else:
        lists = []
    for names in lists:
        for name in names.decode().split(", "):
            if name != "_":
                yield name
