"""Names in sight at a place of a generated program, and what can be reached from them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.escape.differential.grammar.kinds import ARRAY, CHANNEL, MAP, World, element


@dataclass
class Variable:
    """A variable; ``used`` says that its value is read somewhere, as Go demands."""

    name: str
    type: str
    used: bool = True


@dataclass(frozen=True)
class Place:
    """An expression without effects that names a value: ``v1.f0.f2``, ``*v3``, ``v4[0]``.

    ``addressable`` says that ``&`` may be applied, ``assignable`` that something may be assigned; ``bare`` that it is
    the variable itself.
    """

    text: str
    type: str
    variable: Variable
    addressable: bool
    assignable: bool
    bare: bool = False


@dataclass
class Scope:
    """A block: its own names hide those further out. ``results`` are the function's, ``loops`` the loops around."""

    world: World
    outer: "Scope | None" = None
    names: dict[str, Variable] = field(default_factory=dict)
    results: tuple[str, ...] = ()
    named_results: bool = False
    loops: int = 0
    literals: int = 0

    def inner(self, *, loop: bool = False) -> "Scope":
        """Open a block inside."""
        return Scope(
            self.world, self, {}, self.results, self.named_results, loops=self.loops + loop, literals=self.literals
        )

    def inner_function(self, results: tuple[str, ...]) -> "Scope":
        """Open the body of a function literal."""
        return Scope(self.world, self, {}, results, literals=self.literals + 1)

    def visible(self) -> list[Variable]:
        """List what can be named here, the nearest last."""
        found: dict[str, Variable] = {}
        scope: Scope | None = self
        while scope is not None:
            for name, variable in scope.names.items():
                found.setdefault(name, variable)
            scope = scope.outer
        return [*reversed(found.values())]

    def places(self, depth: int = 2) -> list[Place]:
        """List what can be reached from the names by selectors, indices and dereferences."""
        found = [Place(one.name, one.type, one, addressable=True, assignable=True, bare=True) for one in self.visible()]
        layer = found
        for _ in range(depth):
            layer = [further for place in layer for further in _steps(self.world, place)]
            found = found + layer
        return found


def _steps(world: World, place: Place) -> Iterator[Place]:
    text, type_, variable = place.text, place.type, place.variable
    if type_.startswith("*"):
        held = element(type_)
        for name, field_type in world.structs.get(held, ()):
            yield Place(f"{_operand(text)}.{name}", field_type, variable, addressable=True, assignable=True)
        yield Place(f"*{text}", held, variable, addressable=True, assignable=True)
    elif type_ in world.structs:
        for name, field_type in world.structs[type_]:
            reachable = place.addressable
            yield Place(f"{_operand(text)}.{name}", field_type, variable, addressable=reachable, assignable=reachable)
    elif type_.startswith("[]"):
        yield Place(f"{_operand(text)}[0]", element(type_), variable, addressable=True, assignable=True)
    elif type_.startswith(ARRAY):
        reachable = place.addressable
        yield Place(f"{_operand(text)}[1]", element(type_), variable, addressable=reachable, assignable=reachable)
    elif type_.startswith(MAP):
        yield Place(f'{_operand(text)}["k"]', element(type_), variable, addressable=False, assignable=True)
    elif type_.startswith(CHANNEL):
        yield Place(f"<-{text}", element(type_), variable, addressable=False, assignable=False)


def _operand(text: str) -> str:
    return f"({text})" if text.startswith(("*", "<-")) else text
