"""What is wrong with a scenario file, and where."""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Mark", "Problem", "ScenarioError"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a scenario file, or a setting of the command line.

    Attributes
    ----------
    file : str
        The file, or the setting (``--set gogc=50``).
    line, column : int or None
        Counted from 1; None for a setting, which has neither.
    """

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Write the place as editors read it: ``file:line:column``."""
        return self.file if self.line is None else f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes
    ----------
    mark : Mark
        Where it stands.
    path : str
        The key, dotted (``workload.live_heap``); empty for the file as a whole.
    found : str
        What stands there.
    would_do : str
        What would do instead.
    """

    mark: Mark
    path: str
    found: str
    would_do: str

    def __str__(self) -> str:
        """Write one line: place, key, what was found, what would do."""
        path = f"{self.path}: " if self.path else ""
        return f"{self.mark}: {path}found {self.found}; {self.would_do}"


class ScenarioError(Exception):
    """A scenario that cannot be run, with everything that is wrong with it.

    Parameters
    ----------
    problems : iterable of Problem
        At least one. They are put into the order of the file; settings come last. Of several at one key in one place
        the first is kept: the others follow from it.

    Attributes
    ----------
    problems : tuple of Problem
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        first: dict[tuple[Mark, str], Problem] = {}
        for problem in problems:
            first.setdefault((problem.mark, problem.path), problem)
        self.problems = tuple(sorted(first.values(), key=_order))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Write a line for each problem."""
        return "\n".join(map(str, self.problems))


def _order(problem: Problem) -> tuple[bool, str, int, int]:
    mark = problem.mark
    return (mark.line is None, mark.file, mark.line or 0, mark.column or 0)
