"""A Go program that has been analysed, and what tests ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from gcsim.escape.output.locations import compiler_location

if TYPE_CHECKING:
    from pathlib import Path

    from gcsim.escape.findings import Diagnostic, Placement
    from gcsim.escape.syntax.positions import Files
    from gcsim.escape.types.model import FunctionObject, Package


class Analyse(Protocol):
    """Analyses text (a program with or without its package clause) or a file."""

    def __call__(self, program: str | Path, release: str = "1.8", *, inlined: bool = False) -> Analysed:
        """Analyse a program as a release does."""


@dataclass
class Analysed:
    """One program, analysed."""

    package: Package
    files: Files
    diagnostics: list[Diagnostic]
    placements: list[Placement]
    release: str

    def where(self, position: int) -> str:
        """Say where without the folder: ``main.go:3``."""
        return compiler_location(self.files, position, self.release).rpartition("/")[2]

    @property
    def lines(self) -> list[str]:
        """The messages as printed."""
        return [f"{self.where(said.position)}: {said.text}" for said in self.diagnostics]

    @property
    def texts(self) -> list[str]:
        """The messages without where."""
        return [said.text for said in self.diagnostics]

    def place(self, label: str) -> Placement:
        """The one placement with a label."""
        found = [placement for placement in self.placements if placement.label == label]
        assert len(found) == 1, [placement.label for placement in self.placements]
        return found[0]

    def function(self, name: str) -> FunctionObject:
        """The declared function with a name."""
        return next(function for function in self.package.functions if function.name == name)
