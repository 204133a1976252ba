"""Expressions of a generated program: one of a wanted type, out of what is in sight."""

from collections.abc import Callable, Sequence

from tests.escape.differential.grammar.draws import Draws
from tests.escape.differential.grammar.kinds import (
    ANY,
    ARRAY,
    CHANNEL,
    MAP,
    Function,
    element,
    is_interface,
    nilable,
    signature,
)
from tests.escape.differential.grammar.scope import Place, Scope, Variable

Body = Callable[[Scope, int], list[str]]


class Expressions:
    """Writes expressions; ``body`` writes the statements of a function literal."""

    def __init__(self, draws: Draws, body: Body) -> None:
        self.draws = draws
        self.body = body
        self._names = 0

    def fresh(self, prefix: str = "v") -> str:
        """Make a name that no other variable has."""
        self._names += 1
        return f"{prefix}{self._names}"

    def read(self, place: Place) -> str:
        """Use a place as a value."""
        place.variable.used = True
        return place.text

    def one(self, type_: str, scope: Scope, depth: int = 3) -> str:
        """Write an expression that is assignable to a type; of an interface's one that has its methods."""
        ways: list[tuple[int, Callable[[], str]]] = []
        places = [place for place in scope.places() if place.type == type_]
        if places:
            ways.append((6, lambda: self.read(self.draws.pick(places))))
        calls = self.calls(type_, scope) if depth > 1 else []
        if calls:
            ways.append((3, lambda: self.call(self.draws.pick(calls), scope, depth - 1)))
        ways += self._made(type_, scope, depth)
        if nilable(type_) and depth < 3:
            ways.append((1, lambda: "nil"))
        return self.draws.weighted(ways)()

    def typed(self, type_: str, scope: Scope, depth: int = 3) -> str:
        """Write an expression of exactly a type."""
        text = self.one(type_, scope, depth)
        return f"{_converter(type_)}({text})" if is_interface(type_) or text == "nil" else text

    # --------------------------------------------------------------------------------------------- calls

    def calls(self, type_: str | None, scope: Scope) -> list[tuple[str, Function, Variable | None]]:
        """List what can be called here for one result of a type; of None for none or any number of results."""
        wanted = None if type_ is None else (type_,)
        found: list[tuple[str, Function, Variable | None]] = [
            (one.name, one, None) for one in scope.world.functions if wanted in (None, one.results)
        ]
        for place in scope.places(1):
            if place.type.startswith("func("):
                parameters, results = signature(place.type)
                if wanted in (None, results) and not place.text.startswith(("*", "<-")):
                    found.append((place.text, Function("", parameters, results), place.variable))
            found += [
                (f"{_operand(place.text)}.{one.name}", one, place.variable)
                for one in self._methods(place, scope)
                if wanted in (None, one.results)
            ]
        return found

    def call(self, callee: tuple[str, Function, Variable | None], scope: Scope, depth: int) -> str:
        """Write a call."""
        text, function, variable = callee
        if variable is not None:
            variable.used = True
        fixed = function.parameters[:-1] if function.variadic else function.parameters
        arguments = [self.one(parameter, scope, depth) for parameter in fixed]
        if function.variadic:
            last = element(function.parameters[-1])
            arguments += [self.one(last, scope, depth) for _ in range(self.draws.below(3))]
        return f"{text}({', '.join(arguments)})"

    def _methods(self, place: Place, scope: Scope) -> Sequence[Function]:
        if place.type in scope.world.interfaces:
            return scope.world.interfaces[place.type]
        pointer = place.type.startswith("*")
        base = element(place.type) if pointer else place.type
        if base not in scope.world.structs:
            return ()
        by_pointer = pointer or place.addressable
        return [
            one for one in scope.world.methods if one.receiver == base or (by_pointer and one.receiver == f"*{base}")
        ]

    # ------------------------------------------------------------------------------------------- by type

    def _made(self, type_: str, scope: Scope, depth: int) -> list[tuple[int, Callable[[], str]]]:
        for prefix, maker in _MAKERS:
            if type_.startswith(prefix):
                return maker(self, type_, scope, depth)
        raise AssertionError(type_)

    def number(self, type_: str, scope: Scope, depth: int) -> list[tuple[int, Callable[[], str]]]:
        """Write an int."""
        ways: list[tuple[int, Callable[[], str]]] = [(2, lambda: str(self.draws.below(10)))]
        sized = [place for place in scope.places(1) if place.type.startswith(("[]", "map", "string", "chan"))]
        if sized:
            ways.append((1, lambda: f"len({self.read(self.draws.pick(sized))})"))
        if depth > 1:
            ways.append((1, lambda: self._infix(type_, scope, depth)))
        return ways

    def string(self, type_: str, scope: Scope, depth: int) -> list[tuple[int, Callable[[], str]]]:
        """Write a string."""
        ways: list[tuple[int, Callable[[], str]]] = [(2, lambda: self.draws.pick(['"a"', '"bc"', '""']))]
        if depth > 1:
            ways.append((2, lambda: f"{self.one(type_, scope, depth - 1)} + {self.one(type_, scope, 1)}"))
            ways.append((1, lambda: self._sprint(scope)))
        return ways

    def condition(self, _type: str, scope: Scope, depth: int) -> list[tuple[int, Callable[[], str]]]:
        """Write a bool."""
        ways: list[tuple[int, Callable[[], str]]] = [
            (
                2,
                lambda: (
                    f"{self.one('int', scope, depth - 1)} {self.draws.pick(['<', '==', '!='])} {self.draws.below(9)}"
                ),
            )
        ]
        pointers = [place for place in scope.places(1) if nilable(place.type)]
        if pointers:
            ways.append((2, lambda: f"{self.read(self.draws.pick(pointers))} != nil"))
        return ways

    def pointer(self, type_: str, scope: Scope, depth: int) -> list[tuple[int, Callable[[], str]]]:
        """Write a pointer: an address, or something new."""
        held = element(type_)
        ways: list[tuple[int, Callable[[], str]]] = [(1, lambda: f"new({held})")]
        targets = [place for place in scope.places() if place.type == held and place.addressable]
        if targets:
            ways.append((5, lambda: f"&{self.read(self.draws.pick(targets))}"))
        if held in scope.world.structs:
            ways.append((3, lambda: f"&{self._struct(held, scope, depth - 1)}"))
        return ways

    def struct(self, type_: str, scope: Scope, depth: int) -> list[tuple[int, Callable[[], str]]]:
        """Write a struct's value."""
        return [(3, lambda: self._struct(type_, scope, depth - 1))]

    def slice(self, type_: str, scope: Scope, depth: int) -> list[tuple[int, Callable[[], str]]]:
        """Write a slice."""
        held = element(type_)
        ways: list[tuple[int, Callable[[], str]]] = [
            (3, lambda: f"{type_}{{{self._list(held, scope, depth)}}}"),
            (1, lambda: f"make({type_}, {self._size(scope)})"),
        ]
        slices = [place for place in scope.places(1) if place.type == type_]
        if slices:
            ways.append((1, lambda: f"{_operand(self.read(self.draws.pick(slices)))}[:1]"))
            if depth > 1:
                ways.append(
                    (2, lambda: f"append({self.read(self.draws.pick(slices))}, {self.one(held, scope, depth - 1)})")
                )
        arrays = [place for place in scope.places(1) if place.type == f"{ARRAY}{held}" and place.addressable]
        if arrays:
            ways.append((2, lambda: f"{_operand(self.read(self.draws.pick(arrays)))}[:]"))
        return ways

    def array(self, type_: str, scope: Scope, depth: int) -> list[tuple[int, Callable[[], str]]]:
        """Write an array's value."""
        return [(2, lambda: f"{type_}{{{self._list(element(type_), scope, depth)}}}")]

    def map(self, type_: str, scope: Scope, depth: int) -> list[tuple[int, Callable[[], str]]]:
        """Write a map."""
        return [(1, lambda: f"make({type_})"), (2, lambda: self._map(type_, scope, depth))]

    def channel(self, type_: str, _scope: Scope, _depth: int) -> list[tuple[int, Callable[[], str]]]:
        """Write a channel."""
        return [(1, lambda: f"make({type_}, {self.draws.below(3)})")]

    def function(self, type_: str, scope: Scope, depth: int) -> list[tuple[int, Callable[[], str]]]:
        """Write a function: a literal, one by its name, a method's value."""
        ways: list[tuple[int, Callable[[], str]]] = []
        declared = [one.name for one in scope.world.functions if one.type == type_ and not one.variadic]
        if declared:
            ways.append((2, lambda: self.draws.pick(declared)))
        values = [(place, one) for place in scope.places(1) for one in self._methods(place, scope) if one.type == type_]
        if values:
            ways.append((1, lambda: self._method_value(*self.draws.pick(values))))
        ways.append((3, lambda: self.literal(type_, scope, depth)))
        return ways

    def any(self, _type: str, scope: Scope, depth: int) -> list[tuple[int, Callable[[], str]]]:
        """Write something to put into an empty interface."""
        return [
            (4, lambda: self.one(self.draws.pick([one for one in scope.world.pool if one != ANY]), scope, depth - 1))
        ]

    def interface(self, type_: str, scope: Scope, depth: int) -> list[tuple[int, Callable[[], str]]]:
        """Write something to put into an interface with methods."""
        implementers = scope.world.implementers(type_)
        return [(4, lambda: self.typed(self.draws.pick(implementers), scope, max(depth - 1, 1)))]

    def literal(self, type_: str, scope: Scope, depth: int) -> str:
        """Write a function literal, over several lines where it has statements."""
        parameters, results = signature(type_)
        inner = scope.inner_function(results)
        names = [self.fresh("p") for _ in parameters]
        inner.names = {name: Variable(name, one) for name, one in zip(names, parameters, strict=True)}
        written = ", ".join(f"{name} {one}" for name, one in zip(names, parameters, strict=True))
        lines = self.body(inner, min(depth, 2) if scope.literals < 2 else 0)
        return f"func({written}) {results[0] + ' ' if results else ''}{{\n" + "\n".join(lines) + "\n}"

    # -------------------------------------------------------------------------------------------- pieces

    def _struct(self, type_: str, scope: Scope, depth: int) -> str:
        fields = scope.world.structs[type_] if depth > 0 else []
        given = [(name, one) for name, one in fields if self.draws.chance(50)]
        return f"{type_}{{{', '.join(f'{name}: {self.one(one, scope, depth)}' for name, one in given)}}}"

    def _list(self, type_: str, scope: Scope, depth: int) -> str:
        return ", ".join(self.one(type_, scope, max(depth - 1, 1)) for _ in range(self.draws.below(3)))

    def _map(self, type_: str, scope: Scope, depth: int) -> str:
        return f'{type_}{{"k": {self.one(element(type_), scope, max(depth - 1, 1))}}}'

    def _infix(self, type_: str, scope: Scope, depth: int) -> str:
        left, right = self.one(type_, scope, depth - 1), self.one(type_, scope, 1)
        return f"({left} {self.draws.pick(['+', '*', '-', '&'])} {right})"

    def _size(self, scope: Scope) -> str:
        return self.draws.pick(["2", "4"]) if self.draws.chance(60) else self.one("int", scope, 1)

    def _sprint(self, scope: Scope) -> str:
        scope.world.imports.add("fmt")
        return f"fmt.Sprint({self.one(self.draws.pick(scope.world.pool), scope, 1)})"

    def _method_value(self, place: Place, method: Function) -> str:
        return f"{_operand(self.read(place))}.{method.name}"


_MAKERS: Sequence[tuple[str, Callable[[Expressions, str, Scope, int], list[tuple[int, Callable[[], str]]]]]] = (
    (ANY, Expressions.any),
    ("int", Expressions.number),
    ("string", Expressions.string),
    ("bool", Expressions.condition),
    ("*", Expressions.pointer),
    ("[]", Expressions.slice),
    (ARRAY, Expressions.array),
    (MAP, Expressions.map),
    (CHANNEL, Expressions.channel),
    ("func(", Expressions.function),
    ("I", Expressions.interface),
    ("S", Expressions.struct),
)


def _operand(text: str) -> str:
    return f"({text})" if text.startswith(("*", "<-", "&")) else text


def _converter(type_: str) -> str:
    return f"({type_})" if type_.startswith(("*", "func", "chan", "[", "<-")) else type_
