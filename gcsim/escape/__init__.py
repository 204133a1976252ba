"""Where Go values live: escape analysis and inlining of Go source, by the rules of the release asked for.

Source is read and analysed at once; the outputs are made from what comes of it::

    analysis = gcsim.escape.analyse_paths([Path("main.go")], "1.8")
    lines = gcsim.escape.output.diagnostic_lines(analysis)

The names below load their modules when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gcsim.escape.releases import DEFAULT, RELEASES

if TYPE_CHECKING:
    from gcsim.escape.analysis import Analysis, PackageAnalysis, analyse, analyse_paths
    from gcsim.escape.errors import PathError, SourceError, SourceErrors
    from gcsim.escape.packages.load import Program, load

__all__ = [
    "DEFAULT",
    "RELEASES",
    "Analysis",
    "PackageAnalysis",
    "PathError",
    "Program",
    "SourceError",
    "SourceErrors",
    "analyse",
    "analyse_paths",
    "load",
]

_HOMES = {
    "Analysis": "analysis",
    "PackageAnalysis": "analysis",
    "PathError": "errors",
    "Program": "packages.load",
    "SourceError": "errors",
    "SourceErrors": "errors",
    "analyse": "analysis",
    "analyse_paths": "analysis",
    "load": "packages.load",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever the name stands for
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
