"""Files that say in comments what a compiler is to print, in the manner of the Go project's ``errorcheck`` tests.

The first comment names the action and the flags, as in ``// errorcheck -0 -m -l``: ``-0`` says that the file compiles.
``// ERROR "regex" "regex"`` at the end of a line expects messages of that line, ``// GC_ERROR`` those of this compiler
only (``// GCCGO_ERROR`` is another's). A regex stands between double quotes or backquotes; ``LINE``, ``LINE+1`` and
``LINE-1`` in it stand for a place of the file. Each regex takes all messages of its line that it matches and that none
before it took; it holds if that is at least one. A message that no regex takes was not expected.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_ACTION = re.compile(r"^// (\w+)(.*)$", re.MULTILINE)
_COMMENT = re.compile(r"// (?:GC_)?ERROR (.*)")
_QUOTED = re.compile(r'"([^"]*)"|`([^`]*)`')
_LINE = re.compile(r"LINE(?:([+-])(\d+))?")
_BUILD = re.compile(r"^// \+build .*$|^//go:build .*$", re.MULTILINE)


@dataclass(frozen=True)
class Header:
    """What is to be done with a file: the action and its flags."""

    action: str
    flags: tuple[str, ...]

    @property
    def inline(self) -> bool:
        """Whether calls are inlined."""
        return "-l" not in self.flags

    @property
    def objection(self) -> str:
        """Why the file is none to be judged by its messages about escapes; empty where it is one."""
        if self.action != "errorcheck":
            return f"its action is {self.action}"
        if "-m" not in self.flags:
            return "it does not ask for -m"
        others = sorted({*self.flags} - {"-0", "-m", "-l"})
        if others:
            return f"it asks for {' '.join(others)}"
        return "it asks for -m twice" if self.flags.count("-m") > 1 else ""


@dataclass(frozen=True)
class Expectation:
    """A message of line ``line`` is to match ``pattern``."""

    line: int
    pattern: str


@dataclass
class Verdict:
    """How a file's expectations fared: those that ``held``, those that did not, messages that nobody expected."""

    held: list[Expectation] = field(default_factory=list)
    failed: list[Expectation] = field(default_factory=list)
    unexpected: list[tuple[int, str]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The part of the expectations that held."""
        every = len(self.held) + len(self.failed)
        return len(self.held) / every if every else 1.0

    @property
    def strict_share(self) -> float:
        """The same, each unexpected message counted as an expectation that failed."""
        every = len(self.held) + len(self.failed) + len(self.unexpected)
        return len(self.held) / every if every else 1.0

    def add(self, other: "Verdict") -> None:
        """Take another file's verdict in."""
        self.held += other.held
        self.failed += other.failed
        self.unexpected += other.unexpected


def read_header(text: str) -> Header:
    """Read what is to be done with a file; the action is empty where none is named."""
    match = _ACTION.match(_BUILD.sub("", text).lstrip())
    return Header(match[1], tuple(match[2].split())) if match else Header("", ())


def read_expectations(text: str, name: str) -> list[Expectation]:
    """Read what a file expects, in the order of the text.

    Raises
    ------
    ValueError
        If a comment expects something but holds no quoted pattern, or one that is no regular expression.
    """
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        comment = _COMMENT.search(line)
        if comment is None or line.lstrip().startswith("////"):
            continue
        quoted = [first or second for first, second in _QUOTED.findall(comment[1])]
        if not quoted:
            raise ValueError(f"{name}:{number}: no pattern in quotes stands behind ERROR")
        for raw in quoted:
            pattern = _LINE.sub(lambda at, number=number: f"{name}:{_moved(number, at)}", raw)  # type: ignore[misc]
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"{name}:{number}: {pattern!r} is no regular expression: {error}") from error
            found.append(Expectation(number, pattern))
    return found


def judge(expectations: Iterable[Expectation], messages: Iterable[tuple[int, str]]) -> Verdict:
    """Hold messages, each with its line, against what is expected."""
    left: dict[int, list[str]] = {}
    for line, text in messages:
        left.setdefault(line, []).append(text)
    verdict = Verdict()
    for expectation in expectations:
        here = left.get(expectation.line, [])
        others = [text for text in here if not re.search(expectation.pattern, text)]
        (verdict.held if len(others) < len(here) else verdict.failed).append(expectation)
        left[expectation.line] = others
    verdict.unexpected = [(line, text) for line, texts in sorted(left.items()) for text in texts]
    return verdict


def _moved(number: int, at: re.Match[str]) -> int:
    offset = int(at[2]) if at[2] else 0
    return number - offset if at[1] == "-" else number + offset
