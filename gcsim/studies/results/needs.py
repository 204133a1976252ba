"""Packages that only some ways of reading results need."""

import importlib
from types import ModuleType

__all__ = ["ExportError", "needed"]


class ExportError(Exception):
    """Results that cannot be given as asked; the message says why and what would do."""


def needed(*packages: str) -> ModuleType:
    """Import packages of the extra ``results``.

    Parameters
    ----------
    *packages : str
        Their names.

    Returns
    -------
    module
        The first.

    Raises
    ------
    ExportError
        If one is not installed.
    """
    try:
        first, *_ = map(importlib.import_module, packages)
    except ImportError as error:
        raise ExportError(f"this needs {error.name}: pip install 'gcsim-go[results]'") from error
    return first
