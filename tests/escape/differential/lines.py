"""A line that a compiler prints, taken apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

KINDS = (
    ("can inline", re.compile(r"can inline (.*)")),
    ("inlining call", re.compile(r"inlining call to (.*)")),
    ("moved to heap", re.compile(r"moved to heap: (.*)")),
    ("escapes to heap", re.compile(r"(.*) escapes to heap")),
    ("does not escape", re.compile(r"(.*) does not escape")),
    ("leaking param content", re.compile(r"leaking param content: (.*)")),
    ("leaking param to result", re.compile(r"leaking param: (.*) to result .*")),
    ("leaking param", re.compile(r"leaking param: (.*)")),
    ("self-assignment", re.compile(r"(.*) ignoring self-assignment in .*")),
    ("devirtualizing", re.compile(r"devirtualizing (.*) to .*")),
)
"""The kinds of messages with what they speak of; the first that fits is it."""

HEAP = ("moved to heap", "escapes to heap")
"""The kinds by which the compiler says that a value is on the heap."""

STACK = "does not escape"
"""The kind by which it says that a value, or what a parameter points to, is not."""

_SHAPES = (
    ("func literal", re.compile(r"func literal")),
    ("composite literal", re.compile(r".*\{.*\}$|.* literal$")),
    ("make", re.compile(r"make\(")),
    ("new", re.compile(r"new\(")),
    ("... argument", re.compile(r"\.\.\. argument")),
    ("concatenation", re.compile(r".* \+ ")),
    ("string conversion", re.compile(r"(\(\[\](byte|rune|uint8|int32)\)|string|\[\]byte|\[\]rune)\(")),
    ("inlined name", re.compile(r".*~[rRb]\d")),
    ("name", re.compile(r"[\w.]+$")),
)
_HEADER = re.compile(r"# (.+)")
_LINE = re.compile(r"(?:[^:\s]*/)?([^:/\s]+):(\d+):(?:(\d+):)? (.*)")


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """A message with its position; ``file`` is a name without folder, ``column`` 0 where none is printed."""

    file: str
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        column = f":{self.column}" if self.column else ""
        return f"{self.file}:{self.line}{column}: {self.text}"

    @property
    def position(self) -> tuple[str, int, int]:
        """Where, without what."""
        return self.file, self.line, self.column

    @property
    def kind(self) -> str:
        """What kind of message it is; ``other`` for what is about no value."""
        return _kind_and_subject(self.text)[0]

    @property
    def subject(self) -> str:
        """What it speaks of."""
        return _kind_and_subject(self.text)[1]

    @property
    def shape(self) -> str:
        """What sort of expression it speaks of."""
        subject = self.subject
        return next((name for name, pattern in _SHAPES if pattern.match(subject)), "other expression")


def parse_line(text: str) -> Line | None:
    """Take one printed line apart; None where it is none."""
    match = _LINE.fullmatch(text)
    return Line(match[1], int(match[2]), int(match[3] or 0), match[4]) if match else None


def parse_sections(text: str) -> dict[str, list[Line]]:
    """Take what ``go build`` prints apart: the lines of each package by its name."""
    sections: dict[str, list[Line]] = {}
    lines: list[Line] = []
    for printed in text.splitlines():
        if header := _HEADER.fullmatch(printed):
            lines = sections.setdefault(header[1], [])
        elif line := parse_line(printed):
            lines.append(line)
        else:
            raise ValueError(f"this is no line of a compiler: {printed!r}")
    return sections


def print_sections(sections: dict[str, list[Line]]) -> Iterator[str]:
    """Print sections as `parse_sections` reads them, in the order of their names."""
    for name in sorted(sections):
        yield f"# {name}\n"
        yield from (f"{line}\n" for line in sections[name])


def escaping(lines: Iterable[Line]) -> Iterator[Line]:
    """Those that say that a value is on the heap."""
    return (line for line in lines if line.kind in HEAP)


def _kind_and_subject(text: str) -> tuple[str, str]:
    for kind, pattern in KINDS:
        if match := pattern.fullmatch(text):
            return kind, match[1]
    return "other", text
