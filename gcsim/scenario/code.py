"""Programs of the user's own: found, and identified by their text. Nothing here runs them, nor what they import."""

import hashlib
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find", "find_source", "fingerprint"]

_HEX_DIGITS = 32


def find(program: str, beside: Path | None) -> Path:
    """Find the source of a program.

    Parameters
    ----------
    program : str
        ``module:function``.
    beside : Path or None
        Folder of the scenario: the first to be looked into, before the working directory and Python's own path.

    Returns
    -------
    Path
        The module's file, absolute.

    Raises
    ------
    LookupError
        If there is none; the message says what would do.
    """
    module, colon, function = program.partition(":")
    if not colon or not function.isidentifier() or not all(part.isidentifier() for part in module.split(".")):
        raise LookupError("write module:function, such as greet:main for the function main of greet.py")
    folders = [str(folder.absolute()) for folder in (beside, Path()) if folder is not None]
    path: Sequence[str] = [*folders, *sys.path]
    name = ""
    for part in module.split("."):
        name = f"{name}.{part}" if name else part
        # One part after the other: to find them at once would import the packages.
        spec = PathFinder.find_spec(name, path)
        if spec is None:
            break
        path = spec.submodule_search_locations or ()
    if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
        file = module.replace(".", "/") + ".py"
        raise LookupError(f"put {file} beside the scenario, into the working directory, or on PYTHONPATH")
    return Path(spec.origin).absolute()


def find_source(source: str, beside: Path | None) -> list[Path]:
    """Find Go source: a file, or the files of a folder.

    Parameters
    ----------
    source : str
        Path, absolute or relative to one of the folders looked into.
    beside : Path or None
        Folder of the scenario: the first to be looked into, before the working directory.

    Returns
    -------
    list of Path
        Absolute, in the order of their names.

    Raises
    ------
    LookupError
        If there are none; the message says what would do.
    """
    for folder in (beside, Path()):
        path = (folder or Path()) / source
        if path.is_dir():
            files = sorted(path.glob("*.go"))
            if not files:
                raise LookupError(f"{source} is a folder without Go files: name one with them, or a file")
            return [file.absolute() for file in files]
        if path.is_file():
            return [path.absolute()]
    raise LookupError("put the Go file beside the scenario or into the working directory, or write its whole path")


def fingerprint(source: bytes) -> str:
    """Return what tells a program's text from any other: part of the identity of a run."""
    return hashlib.sha256(source).hexdigest()[:_HEX_DIGITS]
