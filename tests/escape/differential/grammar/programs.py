"""Whole programs, as hypothesis draws them: declarations that fit together, and functions that use them."""

import random

from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.escape.differential.corpus import Program
from tests.escape.differential.grammar.draws import Draws, drawn_by
from tests.escape.differential.grammar.kinds import ANY, Function, World, is_interface, nilable
from tests.escape.differential.grammar.scope import Scope, Variable
from tests.escape.differential.grammar.statements import Statements

_STATEMENTS = 14
"""At most so many in a function with its literals."""


@st.composite
def programs(draw: DrawFn) -> str:
    """Draw the text of one program choice by choice, so that it shrinks well."""
    return write_program(drawn_by(draw))


def write_program(draws: Draws) -> str:
    """Write one file, package ``p``: some 100 lines of at most 6 functions and 4 methods."""
    world = World()
    _declare_types(draws, world)
    _declare_functions(draws, world)
    writer = Statements(draws)
    parts = [*_type_declarations(world), *_global_declarations(draws, world)]
    parts += [_function(writer, world, method, size=3) for method in world.methods]
    parts += [_function(writer, world, function, size=6) for function in world.functions]
    imports = [f'import "{name}"\n' for name in sorted(world.imports)]
    return "\n".join(["package p\n", *imports, *parts])


def generate(count: int, start: int = 0) -> list[Program]:
    """Generate programs, the same for the same ``start``.

    Hypothesis draws 64 bits for each, from which the choices follow: where it draws every choice, it changes a little
    of what it had, and most programs are like one before. They are bits since numbers would depend on the modules that
    happen to be loaded, whose constants hypothesis tries.
    """
    texts: list[str] = []

    @seed(start)
    @settings(max_examples=count, database=None, deadline=None, phases=[Phase.generate])
    @given(st.tuples(*[st.booleans()] * 64))
    def collect(bits: tuple[bool, ...]) -> None:
        number = sum(bit << place for place, bit in enumerate(bits))
        texts.append(write_program(Draws(random.Random(number).randrange)))  # noqa: S311  # no secret is made

    collect()
    return [Program(f"g{number:03}", {f"g{number:03}.go": text}) for number, text in enumerate(texts)]


# ------------------------------------------------------------------------------------------- declarations


def _declare_types(draws: Draws, world: World) -> None:
    names = [f"S{number}" for number in range(draws.between(1, 3))]
    pool = ["int", "*int", "*int", "string", "[]int", "[]*int", "**int", f"*{names[0]}", f"*{names[0]}", ANY]
    extra = [
        "map[string]*int",
        "[3]*int",
        "func() *int",
        "func(*int)",
        "func() int",
        "chan *int",
        "[3]int",
        "map[string]int",
    ]
    pool += [draws.pick(extra) for _ in range(draws.between(2, 5))]
    for number, name in enumerate(names):
        pool += [name, draws.pick(["*", "[]*", "[]", "map[string]*", "chan *", "**"]) + name]
        fields = draws.between(1, 4)
        world.structs[name] = [
            (f"f{at}", draws.pick([*_field_types(pool, names, number), f"*{name}"])) for at in range(fields)
        ]
    world.pool = pool


def _field_types(pool: list[str], names: list[str], number: int) -> list[str]:
    """List what a field may be: a struct by value only of those declared before, so that none holds itself."""
    later = set(names[number:])
    return [one for one in pool if one not in later and not any(one == f"[3]{name}" for name in later)]


def _declare_functions(draws: Draws, world: World) -> None:
    for number in range(draws.between(2, 6)):
        parameters = tuple(draws.pick(world.pool) for _ in range(draws.below(4)))
        variadic = bool(parameters) and draws.chance(10)
        if variadic:
            parameters = (*parameters[:-1], f"[]{parameters[-1]}")
        results = tuple(draws.pick(world.pool) for _ in range(draws.weighted([(2, 0), (5, 1), (2, 2)])))
        world.functions.append(Function(f"F{number}", parameters, results, variadic=variadic))
    structs = [*world.structs]
    for number in range(draws.between(0, 2)):
        struct = draws.pick(structs)
        receiver = f"*{struct}" if draws.chance(60) else struct
        parameters = tuple(draws.pick(world.pool) for _ in range(draws.below(3)))
        results = tuple(draws.pick(world.pool) for _ in range(draws.below(2)))
        world.methods.append(Function(f"M{number}", parameters, results, receiver))
    if draws.chance(60):
        wanted = Function("N", (draws.pick(["*int", "int", ANY]),), tuple(draws.pick([["*int"], ["int"], []])))
        world.interfaces["I0"] = [wanted]
        for number, struct in enumerate(structs[:2]):
            receiver = f"*{struct}" if draws.chance(60) or not number else struct
            world.methods.append(Function("N", wanted.parameters, wanted.results, receiver))
        world.pool += ["I0", "I0"]
    world.globals = [(f"G{number}", draws.pick(world.pool)) for number in range(draws.between(1, 3))]


def _type_declarations(world: World) -> list[str]:
    parts = []
    for name, fields in world.structs.items():
        parts.append("\n".join([f"type {name} struct {{", *(f"\t{one} {type_}" for one, type_ in fields), "}\n"]))
    for name, methods in world.interfaces.items():
        inside = [f"\t{one.name}({', '.join(one.parameters)}) {''.join(one.results)}".rstrip() for one in methods]
        parts.append("\n".join([f"type {name} interface {{", *inside, "}\n"]))
    return parts


def _global_declarations(draws: Draws, world: World) -> list[str]:
    parts = []
    for name, type_ in world.globals:
        value = ""
        if type_.startswith("*") and draws.chance(40):
            value = f" = new({type_[1:]})"
        elif type_ == ANY and draws.chance(40):
            value = draws.pick([" = 1", " = new(int)", ' = "a"'])
        elif nilable(type_) and not is_interface(type_) and draws.chance(20):
            value = f" = {type_}{{}}" if type_.startswith(("[", "map")) else ""
        parts.append(f"var {name} {type_}{value}\n")
    return parts


def _function(writer: Statements, world: World, function: Function, size: int) -> str:
    draws = writer.draws
    names = {name: Variable(name, type_) for name, type_ in world.globals}
    outermost = Scope(world, names=names)
    named = bool(function.results) and draws.chance(25)
    scope = Scope(world, outermost, results=function.results, named_results=named)
    receiver = ""
    if function.receiver:
        name = writer.expressions.fresh("r")
        scope.names[name] = Variable(name, function.receiver)
        receiver = f"({name} {function.receiver}) "
    written = []
    for number, type_ in enumerate(function.parameters):
        name = "_" if draws.chance(5) else writer.expressions.fresh("p")
        if name != "_":
            scope.names[name] = Variable(name, type_)
        last = function.variadic and number == len(function.parameters) - 1
        written.append(f"{name} {'...' + type_[2:] if last else type_}")
    results = ", ".join(function.results)
    if named:
        for number, type_ in enumerate(function.results):
            scope.names[f"r{number}"] = Variable(f"r{number}", type_)
        results = ", ".join(f"r{number} {type_}" for number, type_ in enumerate(function.results))
    results = f"({results}) " if named or len(function.results) > 1 else f"{results} " if results else ""
    writer.left = _STATEMENTS
    pragma = "//go:noinline\n" if draws.chance(15) else ""
    body = writer.function_body(scope, size)
    return f"{pragma}func {receiver}{function.name}({', '.join(written)}) {results}{{\n" + "\n".join(body) + "\n}\n"
