"""Where the ``:`` of a clause is: there Go 1.19 puts the variable that a clause of a type switch has.

Seen in what go1.19.8 prints for ``switch x := v.(type)`` with ``x`` moved to the heap: line and column of the colon.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from gcsim.escape.syntax.positions import column_of, file_of, line_of, pack

if TYPE_CHECKING:
    from gcsim.escape.check.state import Checker
    from gcsim.escape.syntax.nodes import Case

__all__ = ["colon_of"]

_TOKEN: Final = re.compile(rb'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\])*"|`[^`]*`|[(\[{]|[)\]}]|:', re.DOTALL)
_OPENING: Final = frozenset((b"(", b"[", b"{"))
_CLOSING: Final = frozenset((b")", b"]", b"}"))


def colon_of(checker: Checker, case: Case) -> int:
    """Give the position of a clause's colon, that of the clause itself where its file's text is not to be had."""
    number = file_of(case.position)
    if not checker.lines:
        checker.lines.update({file_of(file.position): _line_starts(file.text) for file in checker.package.files})
    starts = checker.lines.get(number, [])
    line = line_of(case.position)
    if line >= len(starts):
        return case.position
    text = next(file.text for file in checker.package.files if file_of(file.position) == number)
    offset = _colon_from(text, starts[line - 1] + column_of(case.position) - 1)
    while line < len(starts) - 1 and starts[line] <= offset:
        line += 1
    return pack(number, line, offset - starts[line - 1] + 1)


def _line_starts(text: bytes) -> list[int]:
    """Give the offset at which each line begins, and one beyond the end."""
    return list(accumulate((len(line) for line in text.split(b"\n")), lambda start, size: start + size + 1, initial=0))


def _colon_from(text: bytes, offset: int) -> int:
    """Find the first colon outside of brackets, strings and comments; a clause that was parsed has one."""
    depth = 0
    for token in _TOKEN.finditer(text, offset):
        if token[0] in _OPENING:
            depth += 1
        elif token[0] in _CLOSING:
            depth -= 1
        elif token[0] == b":" and depth <= 0:
            offset = token.start()
            break
    return offset
