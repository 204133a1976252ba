"""How messages call a package: by its name, which is mostly the last part of its path."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gcsim.escape.types.model import Package

__all__ = ["package_name", "path_of", "qualified"]

_VERSION = re.compile(r"v[0-9]+\Z")


def path_of(package: Package | str) -> str:
    """Give the path of a package that is given as itself or by its path."""
    return package if isinstance(package, str) else package.path


@cache
def package_name(path: str) -> str:
    """Give the name of the package of a path: ``rand`` of ``math/rand``, ``x`` of ``example.org/x/v2``."""
    parts = path.split("/")
    if len(parts) > 1 and _VERSION.match(parts[-1]):
        parts.pop()
    return parts[-1]


def qualified(name: str, of: str, package: str) -> str:
    """Give a name of package ``of`` as messages about ``package`` print it.

    The compiler prints the whole path where two packages of the program have one name (until 1.19 `symfmt` in
    fmt.go); here that is not known, and the name is printed.
    """
    return name if of in ("", package) else f"{package_name(of)}.{name}"
