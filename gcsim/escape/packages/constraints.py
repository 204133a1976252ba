"""Which files of a folder belong to its package: file names, ``//go:build`` and ``// +build`` lines.

The rules are those of go/build (golang/go, src/go/build/build.go, ``matchFile``, ``goodOSArchFile``, ``shouldBuild``,
at go1.19), for linux on amd64 without cgo: the text that is analysed is Go.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from gcsim.escape.releases import RELEASES, minor

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["name_fits", "text_fits"]

SYSTEMS: Final = frozenset(
    (
        *("aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl"),
        *("netbsd", "openbsd", "plan9", "solaris", "windows", "zos"),
    )
)
"""Operating systems that a file's name can end in (go/build/syslist.go at go1.19)."""

MACHINES: Final = frozenset(
    (
        *("386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "loong64", "mips", "mipsle", "mips64"),
        *("mips64le", "mips64p32", "mips64p32le", "ppc", "ppc64", "ppc64le", "riscv", "riscv64", "s390", "s390x"),
        *("sparc", "sparc64", "wasm"),
    )
)
"""Processors that a file's name can end in (go/build/syslist.go at go1.19)."""

TAGS: Final = frozenset(
    ("linux", "amd64", "unix", "gc", *(f"go1.{number}" for number in range(1, minor(RELEASES[-1]) + 1)))
)
"""The tags that hold; ``cgo`` does not."""

_BLANK_OR_COMMENT: Final = re.compile(rb"\s*(?://[^\n]*(?:\n|\Z)|/\*.*?\*/|\n|\Z)", re.DOTALL)
_GO_BUILD: Final = re.compile(rb"^//go:build[ \t]+(.*?)[ \t\r]*$", re.MULTILINE)
_PLUS_BUILD: Final = re.compile(rb"^//[ \t]*\+build[ \t]+(.*?)[ \t\r]*$", re.MULTILINE)
_TOKEN: Final = re.compile(r"\s*(&&|\|\||[!()]|[\w.]+|\S)")


def name_fits(name: str) -> bool:
    """Say whether a file's name lets it belong to the package: no test, no other system, not hidden."""
    if not name.endswith(".go") or name.endswith("_test.go") or name.startswith(("_", ".")):
        return False
    words = name.removesuffix(".go").split("_")[1:]  # what stands before the first underscore is no tag
    if len(words) > 1 and words[-2] in SYSTEMS and words[-1] in MACHINES:
        return words[-2] in TAGS and words[-1] in TAGS
    return not words or words[-1] not in SYSTEMS | MACHINES or words[-1] in TAGS


def text_fits(text: bytes) -> bool:
    """Say whether the build constraints above the package clause of a file hold."""
    header = _header(text)
    expression = _GO_BUILD.search(header)
    if expression is not None:
        return _holds(expression[1].decode(errors="replace"))
    above = header[: header.rfind(b"\n\n") + 2] if b"\n\n" in header else b""  # the line must not touch the clause
    return all(_plus_holds(line.decode(errors="replace")) for line in _PLUS_BUILD.findall(above))


def _header(text: bytes) -> bytes:
    """Cut a text at the first thing that is neither blank nor a comment."""
    end = 0
    while end < len(text) and (match := _BLANK_OR_COMMENT.match(text, end)) and match.end() > end:
        end = match.end()
    return text[:end].replace(b"\r\n", b"\n")


def _plus_holds(line: str) -> bool:
    return any(
        all((term.lstrip("!") in TAGS) != term.startswith("!") for term in option.split(",")) for option in line.split()
    )


def _holds(expression: str) -> bool:
    """Evaluate ``//go:build``; what is no expression does not hold."""
    tokens = [*_TOKEN.findall(expression), ""]
    place = 0

    def skip(token: str) -> bool:
        nonlocal place
        if tokens[place] != token:
            return False
        place += 1
        return True

    def chain(operator: str, operand: Callable[[], bool], combine: Callable[[list[bool]], bool]) -> bool:
        values = [operand()]
        while skip(operator):
            values.append(operand())
        return combine(values)

    def term() -> bool:
        nonlocal place
        negated = False
        while skip("!"):
            negated = not negated
        if skip("("):
            value = either()
            skip(")")
        else:
            value = tokens[place] in TAGS
            place += place < len(tokens) - 1
        return value != negated

    def either() -> bool:
        return chain("||", lambda: chain("&&", term, all), any)

    return either() and place == len(tokens) - 1
