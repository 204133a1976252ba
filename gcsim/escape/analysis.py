"""Inlining and the release's own escape analysis over a whole program: what every output is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING

from gcsim.escape.inlining import inline as inline_calls
from gcsim.escape.packages.load import load
from gcsim.escape.releases import RELEASES, minor
from gcsim.escape.text.names import number_literals

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from gcsim.escape.errors import SourceError
    from gcsim.escape.findings import Diagnostic, Findings
    from gcsim.escape.inlining import Inlining
    from gcsim.escape.packages.load import Program
    from gcsim.escape.syntax.positions import Files
    from gcsim.escape.types.model import Package

__all__ = ["Analysis", "PackageAnalysis", "analyse", "analyse_paths"]

_LOCATION_GRAPH = 13
"""The release whose compiler got the analysis by locations: cmd/compile/internal/gc/escape.go at go1.13."""


@dataclass(slots=True)
class PackageAnalysis:
    """What was found in one package.

    Attributes
    ----------
    package : Package
        The checked package; with ``inlining`` its bodies hold `InlinedCall` nodes.
    inlining : Inlining or None
        What was inlined; None where inlining is off.
    findings : Findings
        What escapes.
    """

    package: Package
    inlining: Inlining | None
    findings: Findings

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """The compiler's messages in its order: inlining is done for the whole package before the first escape."""
        return [*(self.inlining.diagnostics if self.inlining else ()), *self.findings.diagnostics]


@dataclass(slots=True)
class Analysis:
    """What was found in a program.

    Attributes
    ----------
    release : str
        Whose rules: ``1.8``.
    inlined : bool
        Whether calls were inlined.
    files : Files
        Turns positions into words.
    packages : list of PackageAnalysis
        A package stands after those that it imports.
    errors : list of SourceError
        What was left out, and why, in the order of the text.
    """

    release: str
    inlined: bool
    files: Files
    packages: list[PackageAnalysis] = field(default_factory=list)
    errors: list[SourceError] = field(default_factory=list)


def analyse(program: Program, release: str, *, inline: bool = True) -> Analysis:
    """Say where each value of a program lives.

    Inlining changes the bodies of the program's functions, so a program serves for one analysis. Another one, of
    another release or without inlining, needs the text to be loaded again: see `analyse_paths`.

    Parameters
    ----------
    program : Program
        Checked packages, each after those that it imports.
    release : str
        One of `gcsim.escape.releases.RELEASES`.
    inline : bool
        Inline calls first, as the compiler does without ``-l``.

    Returns
    -------
    Analysis
        Of all packages of the program.

    Raises
    ------
    ValueError
        If nobody speaks for the release.
    """
    if release not in RELEASES:
        raise ValueError(f"no compiler of go {release} is known here; there are {', '.join(RELEASES)}")
    analysis = Analysis(release, inline, program.files, errors=list(program.errors))
    asked = set(map(id, program.packages))
    for package in _bottom_up([*program.packages, *program.needed]):
        number_literals(package)
        inlining = inline_calls(package, release) if inline else None
        found = PackageAnalysis(package, inlining, _escapes(package, release, inlining))
        if id(package) in asked:
            analysis.packages.append(found)
    return analysis


def _escapes(package: Package, release: str, inlining: Inlining | None) -> Findings:
    """Run the analysis of a release; only one of the two is loaded."""
    name = "from_1_13" if minor(release) >= _LOCATION_GRAPH else "before_1_13"
    escapes: Callable[..., Findings] = import_module(f"gcsim.escape.{name}").escapes
    # Methods that the compiler makes are inlined into as they are made, after all else.
    return escapes(package, release, inlining.inline_into if inlining else None)


def _bottom_up(packages: Sequence[Package]) -> list[Package]:
    """Put each package behind those that it imports: what their functions leak has to be known first."""
    by_path = {package.path: package for package in packages}
    ordered: dict[str, Package] = {}
    visited: set[str] = set()
    todo = [(package.path, False) for package in reversed(packages)]
    while todo:
        path, imports_done = todo.pop()
        if imports_done:
            ordered[path] = by_path[path]
        elif path not in visited:
            visited.add(path)
            todo.append((path, True))
            imported = [one.path for file in by_path[path].files for one in file.imports if one.path in by_path]
            todo += [(one, False) for one in reversed(imported)]
    return list(ordered.values())


def analyse_paths(paths: Sequence[Path], release: str, *, goroot: Path | None = None, inline: bool = True) -> Analysis:
    """Read Go source and say where each of its values lives.

    Parameters
    ----------
    paths : sequence of Path
        Files of one package, or folders of one package each.
    release : str
        One of `gcsim.escape.releases.RELEASES`.
    goroot : Path, optional
        Where imports are looked up that the paths do not hold; without it the standard library's are known by what
        their compiler says of them, and of others nothing is.
    inline : bool
        Inline calls first, as the compiler does without ``-l``.

    Returns
    -------
    Analysis
        Of the packages named.

    Raises
    ------
    ValueError
        If nobody speaks for the release.
    OSError
        If a path cannot be read.
    """
    return analyse(load(paths, goroot=goroot), release, inline=inline)
