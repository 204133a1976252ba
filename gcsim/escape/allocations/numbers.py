"""What is known of numbers in a program: how often a loop runs, how long a slice is.

A number is known where the text says it (a constant, a variable that is assigned once), where a caller passes it, or
where the user gives it by the text of the expression: ``n``, ``len(names)``, or ``file.go:12`` for a loop there.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from gcsim.escape.syntax.nodes import (
    AddressOf,
    Assign,
    AssignOperation,
    Binary,
    Builtin,
    CompositeLiteral,
    Convert,
    Expression,
    For,
    Name,
    SliceOf,
    Statement,
)
from gcsim.escape.types.model import Array, Pointer, Variable, underlying

__all__ = ["Numbers"]

_ARITHMETIC: Mapping[str, Callable[[float, float], float]] = {
    "+": lambda x, y: x + y,
    "-": lambda x, y: x - y,
    "*": lambda x, y: x * y,
    "/": lambda x, y: x // y if y else 0.0,
    "%": lambda x, y: x % y if y else 0.0,
    "<<": lambda x, y: x * 2**y,
    ">>": lambda x, y: x // 2**y,
}

_INCLUSIVE = {"<=", ">="}


class Numbers:
    """What is known while a function is looked at.

    Parameters
    ----------
    given : mapping of str to float
        By the user: numbers by the text of an expression, spaces as they like.
    text : callable
        Gives the text of an expression.

    Attributes
    ----------
    of : dict of Variable to float
        Values of variables.
    lengths : dict of Variable to float
        Lengths of strings, slices, maps and channels that variables hold.
    capacities : dict of Variable to float
        Capacities of slices that variables hold.
    """

    __slots__ = ("_asked", "_given", "_text", "capacities", "lengths", "of")

    def __init__(self, given: Mapping[str, float], text: Callable[[Expression], str]) -> None:
        self._given = {_bare(key): number for key, number in given.items()}
        self._asked: set[str] = set()
        self._text = text
        self.of: dict[Variable, float] = {}
        self.lengths: dict[Variable, float] = {}
        self.capacities: dict[Variable, float] = {}

    def given(self, key: str) -> float | None:
        """Return what the user says of a text."""
        if not self._given:
            return None
        key = _bare(key)
        self._asked.add(key)
        return self._given.get(key)

    def unasked(self, keys: Iterable[str]) -> list[str]:
        """Return those keys of the user's that nothing has asked for."""
        return [key for key in keys if _bare(key) not in self._asked]

    def text(self, expression: Expression) -> str:
        """Return the text of an expression, as the user writes it."""
        return self._text(expression)

    def number(self, expression: Expression) -> float | None:  # noqa: PLR0911 - one for each kind
        """Return the value of a numeric expression, None where it is not known."""
        constant = expression.value
        if isinstance(constant, int | Fraction):
            return float(constant)
        if self._given and (given := self.given(self._text(expression))) is not None:
            return given
        match expression:
            case Name(object=Variable() as variable):
                return self.of.get(variable)
            case Builtin(name="len" | "cap", arguments=[operand]):
                return self.length(operand)
            case Convert(operand=operand):
                return self.number(operand)
            case Binary(operator=operator, left=left, right=right) if operator in _ARITHMETIC:
                x, y = self.number(left), self.number(right)
                return None if x is None or y is None else _ARITHMETIC[operator](x, y)
        return None

    def length(self, expression: Expression) -> float | None:  # noqa: PLR0911 - one for each kind
        """Return the length of a string, array, slice, map or channel, None where it is not known."""
        if isinstance(expression.value, bytes):
            return float(len(expression.value))
        if self._given and (given := self.given(f"len({self._text(expression)})")) is not None:
            return given
        of = underlying(expression.type) if expression.type is not None else None
        of = underlying(of.element) if isinstance(of, Pointer) else of
        if isinstance(of, Array):
            return float(of.length)
        match expression:
            case Name(object=Variable() as variable):
                return self.lengths.get(variable)
            case CompositeLiteral(elements=elements):
                return float(len(elements))
            case Builtin(name="make", arguments=[size, *_]):
                return self.number(size)
            case Convert(operand=operand):
                return self.length(operand)
            case SliceOf(operand=operand, low=low, high=high):
                end = self.number(high) if high is not None else self.length(operand)
                begin = self.number(low) if low is not None else 0.0
                return None if begin is None or end is None else end - begin
            case AddressOf(operand=operand):
                return self.length(operand)
        return None

    def capacity(self, expression: Expression) -> float | None:
        """Return how many elements a slice holds without growing, None where it is not known."""
        match expression:
            case Name(object=Variable() as variable):
                return self.capacities.get(variable)
            case Builtin(name="make", arguments=[_, size]):
                return self.number(size)
            case SliceOf(operand=operand, high=_, maximum=None):
                return self.capacity(operand)
        return self.length(expression)

    def bind(self, variable: Variable, value: Expression) -> None:
        """Take in what a variable that is assigned once is assigned."""
        if variable.reassigned:
            if (capacity := self.capacity(value)) is not None:
                # `x = append(x, …)` is the way of growing a slice: it begins with this.
                self.capacities.setdefault(variable, capacity)
            return
        for known, of in ((self.number, self.of), (self.length, self.lengths), (self.capacity, self.capacities)):
            if (found := known(value)) is not None:
                of[variable] = found

    def turns(self, loop: For) -> float | None:
        """Return how often a counting loop runs: ``for i := 0; i < n; i++`` and the like."""
        start, condition, post = loop.init, loop.condition, loop.post
        if not isinstance(condition, Binary) or post is None or start is None:
            return None
        counter, first = _counter(start)
        begin = self.number(first) if first is not None else None
        end = self.number(condition.right)
        step = self._step(post)
        if counter is None or begin is None or end is None or not step:
            return None
        if not (isinstance(condition.left, Name) and condition.left.object is counter):
            return None
        more = 1.0 if condition.operator in _INCLUSIVE else 0.0
        turns = (end - begin) / step + more / abs(step)
        return float(max(-(-turns // 1), 0))

    def _step(self, post: Statement) -> float | None:
        if not isinstance(post, AssignOperation) or post.operator not in {"+", "-"}:
            return None
        step = self.number(post.operand)
        return None if step is None else step if post.operator == "+" else -step


def _counter(start: Statement) -> tuple[Variable | None, Expression | None]:
    """Return the variable that a loop counts with, and what it begins with."""
    match start:
        case Assign(targets=[Name(object=Variable() as variable)], values=[first]):
            return variable, first
    return None, None


def _bare(key: str) -> str:
    """Return a text without its spaces, of which gofmt and the compiler set different ones."""
    return "".join(key.split())
