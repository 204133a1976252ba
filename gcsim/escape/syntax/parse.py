"""From the bytes of a file to its tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gcsim.escape.errors import SourceError
from gcsim.escape.syntax import expressions  # noqa: F401 - enters who makes expressions
from gcsim.escape.syntax.declarations import declared, function, imports, is_function, pragmas
from gcsim.escape.syntax.faults import first_fault
from gcsim.escape.syntax.grammar import by_number, read
from gcsim.escape.syntax.mending import Mended
from gcsim.escape.syntax.nesting import room
from gcsim.escape.syntax.nodes import SourceFile
from gcsim.escape.syntax.positions import pack
from gcsim.escape.syntax.source import Source

if TYPE_CHECKING:
    from tree_sitter import Node as Raw

    from gcsim.escape.syntax.declarations import Declaration
    from gcsim.escape.syntax.nodes import ImportDeclaration

__all__ = ["parse"]

_PACKAGE = re.compile(rb"[\s;]*package\b")
_FIRST_WORD = re.compile(rb"\S|\Z")
_BIG = 1 << 18
"""Bytes from which a start of the text is read first: what is no Go at all is not gone through to its end."""

_IS_IMPORT = by_number({"import_declaration": True}, otherwise=False)
_IS_PACKAGE = by_number({"package_clause": True}, otherwise=False)
_IS_EMPTY = by_number({"empty_statement": True}, otherwise=False)


def parse(text: bytes, name: str, file: int) -> SourceFile:
    """Parse one file.

    The declarations of a group stand one by one; names that share a type share its expression. Parentheses are gone.
    ``//go:`` and ``//gcsim:`` lines belong to the next declaration. ``//line`` is not heeded.

    Parameters
    ----------
    text : bytes
        The file, UTF-8.
    name : str
        Its name.
    file : int
        Its number, which positions carry; see `gcsim.escape.syntax.positions.Files`.

    Raises
    ------
    SourceError
        If the text is no Go: what stands at the first place where it stops being that.
    """
    _demand_text(text, file)
    if len(text) > _BIG:
        _demand_start_of_go(text, file)
    source, root, fault = _read(Source(text, file))
    if fault is not None:
        raise _refused(source, fault)
    with room():
        return _file(source, root, text, name)


def _demand_text(text: bytes, file: int) -> None:
    """Refuse bytes that are no text."""
    try:
        text.decode()
    except UnicodeDecodeError as fault:
        before = text[: fault.start]
        position = pack(file, before.count(b"\n") + 1, fault.start - before.rfind(b"\n"))
        raise SourceError(position, "invalid UTF-8 encoding") from None
    zero = text.find(b"\0")
    if zero >= 0:
        position = pack(file, text.count(b"\n", 0, zero) + 1, zero - text.rfind(b"\n", 0, zero))
        raise SourceError(position, "invalid NUL character")


def _demand_start_of_go(text: bytes, file: int) -> None:
    """Refuse a big text whose start has a fault, before anything labours on the rest.

    What the cut makes wrong is near the cut: only a fault in the first half is taken for one.
    """
    source, _, fault = _read(Source(text[:_BIG], file))
    if fault is not None and fault[0] < len(source.text) // 2:
        raise _refused(source, fault)


def _read(source: Source) -> tuple[Source, Raw, tuple[int, str] | None]:
    """Read a text, mended where that does: what was read, its tree, and its first fault."""
    if not _PACKAGE.match(source.text):
        found = _FIRST_WORD.search(source.text)
        raise _refused(source, (found.start() if found else 0, "package statement must be first"))
    source.demand_shallow()
    root, done = read(source.text)
    if root.has_error and (mended := Mended(source)).changed:
        source = mended
        root, done = read(source.text)
    fault = first_fault(source.text, root, done) if root.has_error else None
    end = len(source.text) - 1
    if source.unended and (fault is None or fault[0] >= end):
        fault = (end, f"{source.unended} not terminated")
    return source, root, fault


def _refused(source: Source, fault: tuple[int, str]) -> SourceError:
    offset, what = fault
    return SourceError(source.at(min(offset, len(source.text) - 1)), f"syntax error: {what}")


def _file(source: Source, root: Raw, text: bytes, name: str) -> SourceFile:
    """Make the file of the grammar's tree."""
    package = ""
    begin = done = 0
    imported: list[ImportDeclaration] = []
    made: list[Declaration] = []
    for node in root.named_children:
        if is_function(node):
            made.append(function(source, node, source.directives_between(done, node.start_byte)))
        elif _IS_IMPORT[node.kind_id]:
            imported += imports(source, node)
        elif _IS_PACKAGE[node.kind_id]:
            begin = node.start_byte
            package = source.name(node.children[1])
        elif not _IS_EMPTY[node.kind_id]:
            made += declared(source, node)
        done = node.end_byte
    above = pragmas(source.directives_between(0, begin))
    return SourceFile(source.at(begin), name, package, imported, made, text, above)
