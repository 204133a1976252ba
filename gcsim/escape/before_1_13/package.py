"""What the analysis of all groups of a package shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.before_1_13.lines import Lines
from gcsim.escape.before_1_13.survey import Changes, Survey, survey
from gcsim.escape.findings import Diagnostic
from gcsim.escape.types.model import Array, Basic, Struct, underlying
from gcsim.escape.types.sizes import has_pointers, size_of

if TYPE_CHECKING:
    from gcsim.escape.before_1_13.rules import Rules
    from gcsim.escape.before_1_13.spots import Spot
    from gcsim.escape.before_1_13.wording import Wording
    from gcsim.escape.types.model import FunctionObject, Package, Type, Variable

__all__ = ["EXPLICIT_LIMIT", "IMPLICIT_LIMIT", "PackageState"]

EXPLICIT_LIMIT: Final = 10 * 1024 * 1024
"""Bytes beyond which no variable is on the stack (``MaxStackVarSize``, cmd/compile/internal/gc/go.go at go1.8)."""

IMPLICIT_LIMIT: Final = 1 << 16
"""Bytes from which no ``new``, ``make`` or ``&T{…}`` is (esc.go ``esc`` and walk.go ``isSmallMakeSlice``, go1.8)."""

BY_VALUE_LIMIT: Final = 128
"""Bytes up to which a closure captures by value (closure.go ``capturevars``, go1.5 to go1.8)."""


class PackageState:
    """Rules, words, and what is known of the types and variables of a package.

    Attributes
    ----------
    package : Package
        What is analysed.
    rules : Rules
        Those of the release.
    wording : Wording
        Says things as the compiler of the release does.
    own : set of FunctionObject
        The declared functions of the package and all literals.
    surveys : dict of FunctionObject to Survey
        Of each of them.
    changes : Changes
        Of its variables.
    diagnostics : list of Diagnostic
        Everything said so far.
    spots : list of Spot
        Variables and allocations in the order met.
    lines : Lines
        Finds the lines that messages give.
    """

    def __init__(self, package: Package, rules: Rules, wording: Wording) -> None:
        self.package = package
        self.rules = rules
        self.wording = wording
        self.diagnostics: list[Diagnostic] = []
        self.spots: list[Spot] = []
        self.lines = Lines(package)
        self.changes = Changes()
        self.surveys: dict[FunctionObject, Survey] = {}
        self.own: set[FunctionObject] = set()
        self._pointers: dict[Type, bool] = {}
        self._huge: dict[Type, bool] = {}
        pending = [*reversed(package.literals), *reversed(package.functions)]
        while pending:
            function = pending.pop()
            self.enter(function)
            pending.extend(reversed(function.literals))

    def enter(self, function: FunctionObject) -> None:
        """Look through a function that is to be analysed."""
        self.own.add(function)
        self.surveys[function] = survey(function, self.changes, self.lines)

    def callees(self, function: FunctionObject) -> list[FunctionObject]:
        """List the functions of the package that one calls or makes, as the search for groups meets them."""
        return [callee for callee in self.surveys[function].callees if callee in self.own]

    def say(self, position: int, text: str) -> None:
        """Print a message."""
        self.diagnostics.append(Diagnostic(position, text))

    def has_pointers(self, type_: Type | None) -> bool:
        """Say whether values of a type hold pointers; None does."""
        if type_ is None:
            return True
        known = self._pointers.get(type_)
        if known is None:
            known = self._pointers[type_] = has_pointers(type_)
        return known

    def is_huge(self, type_: Type | None) -> bool:
        """Say whether values of a type are too large for any stack."""
        if type_ is None or type(type_) is Basic:
            return False
        known = self._huge.get(type_)
        if known is None:
            known = type(underlying(type_)) in (Array, Struct) and size_of(type_) > EXPLICIT_LIMIT
            self._huge[type_] = known
        return known

    def captured_by_value(self, variable: Variable) -> bool:
        """Say whether closures hold a copy of a variable instead of its address."""
        changes = self.changes
        return (
            self.rules.by_value
            and variable.kind != "result"
            and variable not in changes.assigned
            and variable not in changes.addressed
            and size_of(variable.type) <= BY_VALUE_LIMIT
        )
