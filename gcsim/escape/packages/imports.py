"""What an import path stands for: a package of the program, of a GOROOT, a stub, or one of which nothing is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from gcsim.escape.packages.library import load_library
from gcsim.escape.packages.stubs import load_stub
from gcsim.escape.types.model import Package
from gcsim.escape.types.universe import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gcsim.escape.syntax.positions import Files

__all__ = ["Importer", "guessed_name", "unknown_package"]

_VERSION: Final = re.compile(r"/v\d+$|\.v\d+$")


def guessed_name(path: str) -> str:
    """Guess a package's name from its path: ``yaml`` for ``gopkg.in/yaml.v3``, ``x`` for ``a.org/go-x/v2``."""
    return _VERSION.sub("", path).rpartition("/")[2].rpartition("-")[2]


def unknown_package(path: str) -> Package:
    """Make the package that stands for one whose text is not to be had."""
    return Package(path, guessed_name(path), exact=False)


class Importer:
    """Gives packages by import path, the same one each time.

    Parameters
    ----------
    own : callable
        Gives a package of the program itself, None for a path that is none of its own.
    goroot : Path or None
        The folder of a Go distribution: its ``src`` comes before the stubs.
    files : Files
        Where files of the GOROOT that are read are entered.
    """

    def __init__(self, own: Callable[[str], Package | None], goroot: Path | None, files: Files) -> None:
        self.own = own
        self.goroot = goroot
        self.files = files
        self.known: dict[str, Package] = {"unsafe": UNSAFE, "C": Package("C", "C", exact=False)}

    def __call__(self, path: str) -> Package:
        """Give the package of an import path."""
        known = self.known.get(path) or self.own(path)
        if known is None:
            known = self.known[path] = self._foreign(path)
        return known

    def _foreign(self, path: str) -> Package:
        found = load_library(path, self.goroot, self, self.files) if self.goroot is not None else None
        return found or load_stub(path, self) or unknown_package(path)
