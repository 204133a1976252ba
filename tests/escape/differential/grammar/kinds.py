"""Go's types as text, as far as the generated programs have them: what is in them is read off the text.

There are ``int``, ``string``, ``bool``, ``S0`` … (structs), ``I0`` … (interfaces with methods), ``interface{}``, and
made of them ``*T``, ``[]T``, ``[3]T``, ``map[string]T``, ``chan T`` and ``func(T, …) T``.
"""

from dataclasses import dataclass, field

ANY = "interface{}"
ARRAY = "[3]"
MAP = "map[string]"
CHANNEL = "chan "


@dataclass(frozen=True)
class Function:
    """What can be called by name; ``receiver`` is a type, or None."""

    name: str
    parameters: tuple[str, ...]
    results: tuple[str, ...]
    receiver: str | None = None
    variadic: bool = False

    @property
    def type(self) -> str:
        """Its type as a value: of a method the method value's."""
        return function_type(self.parameters, self.results)


@dataclass
class World:
    """What a program declares at package level."""

    structs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    interfaces: dict[str, list[Function]] = field(default_factory=dict)
    functions: list[Function] = field(default_factory=list)
    methods: list[Function] = field(default_factory=list)
    globals: list[tuple[str, str]] = field(default_factory=list)
    imports: set[str] = field(default_factory=set)
    pool: list[str] = field(default_factory=list)
    """The types that variables, parameters and results have; a type twice comes up twice as often."""

    def implementers(self, interface: str) -> list[str]:
        """List the types that have all methods of an interface."""
        wanted = {(method.name, method.type) for method in self.interfaces[interface]}
        found = []
        for struct in self.structs:
            of_value = {(one.name, one.type) for one in self.methods if one.receiver == struct}
            of_pointer = {(one.name, one.type) for one in self.methods if one.receiver == f"*{struct}"}
            found += [struct] if wanted <= of_value else []
            found += [f"*{struct}"] if wanted <= of_value | of_pointer else []
        return found


def function_type(parameters: tuple[str, ...], results: tuple[str, ...]) -> str:
    """Write the type of a function."""
    after = f"({', '.join(results)})" if len(results) > 1 else "".join(results)
    return f"func({', '.join(parameters)}) {after}".rstrip()


def signature(type_: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read parameters and results off a function's type."""
    depth = 0
    for index, char in enumerate(type_):
        depth += (char == "(") - (char == ")")
        if char == ")" and not depth:
            inside, result = type_[len("func(") : index], type_[index + 1 :].strip()
            return _split(inside), (result,) if result else ()
    raise AssertionError(type_)


def element(type_: str) -> str:
    """Give what a pointer, slice, array, map or channel holds."""
    for prefix in ("*", "[]", ARRAY, MAP, CHANNEL):
        if type_.startswith(prefix):
            return type_[len(prefix) :]
    raise AssertionError(type_)


def is_interface(type_: str) -> bool:
    """Say whether it is an interface."""
    return type_ == ANY or type_.startswith("I")


def nilable(type_: str) -> bool:
    """Say whether ``nil`` is one of its values."""
    return type_.startswith(("*", "[]", "map", "chan", "func", "I", ANY))


def _split(inside: str) -> tuple[str, ...]:
    parts, depth, start = [], 0, 0
    for index, char in enumerate(inside):
        depth += (char in "([{") - (char in ")]}")
        if char == "," and not depth:
            parts.append(inside[start:index].strip())
            start = index + 1
    return (*parts, inside[start:].strip()) if inside else ()
