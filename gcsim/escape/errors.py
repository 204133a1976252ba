"""What is wrong with a program, said once and with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.syntax.positions import column_of, line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gcsim.escape.syntax.positions import Files

__all__ = ["PathError", "SourceError", "SourceErrors"]


class SourceError(ValueError):
    """A program that cannot be read at one place.

    Attributes
    ----------
    position : int
        Where, see `gcsim.escape.syntax.positions`.
    what : str
        What is wrong there, and what would do where that is known.
    """

    def __init__(self, position: int, what: str) -> None:
        super().__init__(f"{line_of(position)}:{column_of(position)}: {what}")
        self.position = position
        self.what = what

    def line(self, files: Files) -> str:
        """Give the error as one line, ``file:line:column: what``."""
        return f"{files.name_of(self.position)}:{self}"


class SourceErrors(ValueError):  # noqa: N818 - the name says that they are several
    """Several `SourceError` at once, in the order of the text.

    Attributes
    ----------
    errors : tuple of SourceError
        One at least.
    """

    def __init__(self, errors: Sequence[SourceError]) -> None:
        self.errors = tuple(sorted(errors, key=lambda error: error.position))
        super().__init__("\n".join(str(error) for error in self.errors))

    def lines(self, files: Files) -> list[str]:
        """Give each error as one line, ``file:line:column: what``."""
        return [error.line(files) for error in self.errors]


class PathError(ValueError):
    """A path at which there is no Go source, or a GOROOT that is none; the message names it."""
