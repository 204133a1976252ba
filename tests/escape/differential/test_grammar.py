"""The grammar of Go programs: what it writes compiles, is the same each time, and has every construct."""

from collections import Counter
from pathlib import Path

import pytest

from tests.escape.differential.corpus import GENERATED, Program, read_programs
from tests.escape.differential.grammar.draws import Draws
from tests.escape.differential.grammar.kinds import Function, World, element, function_type, signature
from tests.escape.differential.grammar.programs import generate, write_program
from tests.escape.differential.real import compile_programs, find_go, read_recorded

GO = find_go()
needs_go = pytest.mark.skipif(GO is None, reason="there is no go1.19 on PATH")


def test_the_same_start_gives_the_same_programs_and_another_others() -> None:
    assert generate(5, start=3) == generate(5, start=3)
    assert not {*map(_text, generate(5, start=3)[1:])} & {*map(_text, generate(5, start=4)[1:])}


def test_the_simplest_choices_give_a_whole_program() -> None:
    text = write_program(Draws(lambda _: 0))

    assert text.startswith("package p\n")
    assert "func F0(" in text
    assert text.count("{") == text.count("}")


@needs_go
def test_every_generated_program_compiles(tmp_path: Path) -> None:
    assert GO is not None
    fresh = generate(60, start=7)

    assert len(compile_programs(GO, fresh, tmp_path, "m")) == 60


def test_the_kept_programs_make_the_compiler_say_everything_about_values() -> None:
    said = Counter(line.kind for lines in read_recorded("generated", "m").values() for line in lines)

    for kind in ("moved to heap", "escapes to heap", "does not escape", "leaking param", "leaking param content"):
        assert said[kind] >= 15, kind
    assert said["leaking param to result"] >= 20
    assert said["can inline"] >= 20


def test_the_kept_programs_have_every_construct() -> None:
    text = "\n".join(_text(program) for program in read_programs(GENERATED))

    for word in (
        "go ",
        "defer ",
        "select {",
        ".(type)",
        "range ",
        "goto ",
        "append(",
        "<-",
        "interface{}",
        "I0",
        "&S0{",
    ):
        assert word in text, word


def test_a_functions_type_is_read_as_it_was_written() -> None:
    assert signature(function_type(("*int", "func(int) *S0"), ("map[string]int",))) == (
        ("*int", "func(int) *S0"),
        ("map[string]int",),
    )
    assert signature("func()") == ((), ())
    assert [element(one) for one in ("**int", "[]S0", "[3]*int", "map[string]int", "chan S1")] == [
        "*int",
        "S0",
        "*int",
        "int",
        "S1",
    ]


def test_a_type_has_an_interfaces_methods_by_value_or_by_pointer_only() -> None:
    method = Function("N", ("int",), (), "S0")
    world = World(structs={"S0": [], "S1": []}, interfaces={"I0": [Function("N", ("int",), ())]}, methods=[method])
    assert world.implementers("I0") == ["S0", "*S0"]

    world.methods = [Function("N", ("int",), (), "*S0")]
    assert world.implementers("I0") == ["*S0"]


def _text(program: Program) -> str:
    return "".join(program.files.values())
