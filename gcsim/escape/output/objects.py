"""An analysis as one plain object, for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gcsim.escape.output.wording import reason
from gcsim.escape.syntax.positions import NOWHERE, column_of, line_of
from gcsim.escape.text.names import function_text

if TYPE_CHECKING:
    from gcsim.escape.analysis import Analysis, PackageAnalysis
    from gcsim.escape.findings import Diagnostic, Placement
    from gcsim.escape.inlining import Added, Cost
    from gcsim.escape.syntax.positions import Files

__all__ = ["as_object"]


def as_object(analysis: Analysis) -> dict[str, Any]:
    """Give all that was found as dictionaries, lists, text and numbers.

    Parameters
    ----------
    analysis : Analysis
        Of a program.

    Returns
    -------
    dict
        ``release``; ``inlining``, whether calls were inlined; ``packages``, a list; ``errors``, each with ``position``
        and ``what``. A package has ``path``, ``name`` and

        - ``diagnostics``: ``position`` and ``text``;
        - ``placements``: ``label``, ``position``, ``function`` (None at package level), ``place`` (``stack``, ``heap``,
          ``data segment``), ``reason``, and ``path``, whose steps have ``target``, ``why`` and ``position``;
        - ``functions``: ``function``, ``position``, ``cost`` (None where counting ended early), ``budget``,
          ``inlined`` (whether calls of it are), ``reason`` (why not, else None); empty without inlining;
        - ``growth``: for each inlined call ``position``, ``callee``, ``caller``, ``cost``, and ``bytes``, the code that
          it adds by estimate; empty without inlining;
        - ``dead``: functions that are unexported and no longer called; empty without inlining.

        A position has ``file``, ``line`` and ``column``, from 1; None for what stands in no file.
    """
    files, release = analysis.files, analysis.release
    return {
        "release": release,
        "inlining": analysis.inlined,
        "packages": [_package(files, package, release) for package in analysis.packages],
        "errors": [{"position": _position(files, error.position), "what": error.what} for error in analysis.errors],
    }


def _package(files: Files, package: PackageAnalysis, release: str) -> dict[str, Any]:
    inlining = package.inlining
    return {
        "path": package.package.path,
        "name": package.package.name,
        "diagnostics": [_diagnostic(files, diagnostic) for diagnostic in package.diagnostics],
        "placements": [_placement(files, placement, release) for placement in package.findings.placements],
        "functions": [_cost(files, cost, release) for cost in inlining.costs] if inlining else [],
        "growth": [_added(files, call, release) for call in inlining.growth.calls] if inlining else [],
        "dead": [function_text(function, release) for function in inlining.dead] if inlining else [],
    }


def _diagnostic(files: Files, diagnostic: Diagnostic) -> dict[str, Any]:
    return {"position": _position(files, diagnostic.position), "text": diagnostic.text}


def _placement(files: Files, placement: Placement, release: str) -> dict[str, Any]:
    return {
        "label": placement.label,
        "position": _position(files, placement.position),
        "function": None if placement.function is None else function_text(placement.function, release),
        "place": placement.place,
        "reason": reason(placement),
        "path": [
            {"target": step.target, "why": step.why, "position": _position(files, step.position)}
            for step in placement.path
        ],
    }


def _cost(files: Files, cost: Cost, release: str) -> dict[str, Any]:
    return {
        "function": function_text(cost.function, release),
        "position": _position(files, cost.function.position),
        "cost": cost.cost,
        "budget": cost.budget,
        "inlined": cost.inlined,
        "reason": cost.reason,
    }


def _added(files: Files, call: Added, release: str) -> dict[str, Any]:
    return {
        "position": _position(files, call.position),
        "callee": function_text(call.callee, release),
        "caller": function_text(call.caller, release),
        "cost": call.cost,
        "bytes": call.size,
    }


def _position(files: Files, position: int) -> dict[str, Any] | None:
    if position == NOWHERE:
        return None
    return {"file": files.name_of(position), "line": line_of(position), "column": column_of(position)}
