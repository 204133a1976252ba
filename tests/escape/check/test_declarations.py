import pytest

from gcsim.escape.types.model import Named, TypeName
from tests.escape.check.trees import Checked, typed


def scope(text: str, *names: str) -> list[str]:
    checked = Checked(text)
    assert checked.whats() == []
    return [checked.scope(name) for name in names]


def test_declarations_stand_in_any_order() -> None:
    text = (
        "var a = b + c()\nfunc c() int { return len(d) }\nvar d [e]T\nconst e = f + 1\nconst f = 2\n"
        "type T struct { u U }\ntype U V\ntype V []W\ntype W T\nvar b = func() int { return f }()"
    )
    assert scope(text, "a", "b", "d", "e") == ["int", "int", "Array[3 T]", "untyped int = 3"]
    found = Checked(text).package.scope["U"]
    assert isinstance(found, TypeName)
    assert isinstance(found.type, Named)
    assert typed(found.type.underlying) == "Slice[W]"


def test_types_declared_like_one_that_is_not_finished_learn_what_it_is() -> None:
    text = (
        "type A struct { b *B }\ntype B C\ntype C A\ntype T []U\ntype U T\n"
        "type I interface { J; M(I) }\ntype J interface { N() J }"
    )
    assert under(Checked(text), "A", "B", "C", "T", "U", "I") == [
        "Struct[(b Pointer[B])]",
        "Struct[(b Pointer[B])]",
        "Struct[(b Pointer[B])]",
        "Slice[U]",
        "Slice[U]",
        "Interface[(M Signature[(I) ()], N Signature[() (J)])]",
    ]


def under(checked: Checked, *names: str) -> list[str]:
    assert checked.whats() == []
    return [typed(checked.package.scope[name].type.underlying) for name in names]  # type: ignore[attr-defined]


def test_aliases_are_the_types_that_they_name() -> None:
    text = "type A = *B\ntype B struct { a A }\ntype C = B\nfunc (c *C) M() {}\nvar x A\nvar y = x.M"
    assert scope(text, "A", "C", "x", "y") == ["Pointer[B]", "B", "Pointer[B]", "Signature[() ()]"]


def test_constants_count_and_repeat() -> None:
    text = (
        "const ( a = iota; b; _; c = 1 << iota; d )\nconst ( e, f = iota, iota * 10; g, h )\n"
        "type T uint8\nconst ( i T = iota + 254; j )\nconst k = `x` + \"y\"\nconst l = len(k) + 'a'\nconst m = 1.5 * 2"
    )
    assert scope(text, *"abcdefghijklm") == [
        *("untyped int = 0", "untyped int = 1", "untyped int = 8", "untyped int = 16"),
        *("untyped int = 0", "untyped int = 0", "untyped int = 1", "untyped int = 10"),
        *("T = 254", "T = 255", "untyped string = b'xy'", "int = 99", "untyped float = Fraction(3, 1)"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 / 2", "untyped int = 2"),
        ("5 / 2.0", "untyped float = Fraction(5, 2)"),
        ("-7 % 3", "untyped int = -1"),
        ("1 << 3.0", "untyped int = 8"),
        ("^uint8(1)", "uint8 = 254"),
        ("uint8(255) &^ 1", "uint8 = 254"),
        ("'a' + 1", "untyped rune = 98"),
        ("1 + 2i", "untyped complex = (1+2j)"),
        ("real(3 + 4i)", "untyped float = Fraction(3, 1)"),
        ("complex(1, 2)", "untyped complex = (1+2j)"),
        ("string('x')", "string = b'x'"),
        ("1 < 2 && `a` != `b`", "untyped bool = True"),
        ("!(1 == 2)", "untyped bool = True"),
        ("len([3]int{}) + cap(&[4]int{})", "int = 7"),
        ("unsafe.Sizeof(struct { a byte; b int32 }{})", "uintptr = 8"),
        ("unsafe.Alignof(int16(0))", "uintptr = 2"),
        ("unsafe.Offsetof(T{}.b)", "uintptr = 8"),
        ("unsafe.Offsetof(T{}.c)", "uintptr = 16"),
        ("float32(0.1) == 0.1", "untyped bool = True"),
        ("complex(1.5, 2i * 1i)", "untyped complex = (1.5-2j)"),
        ("complex(float32(1), 2)", "complex64 = (1+2j)"),
        ("imag(complex64(2i))", "float32 = Fraction(2, 1)"),
        ("unsafe.Offsetof(T{}.E.b)", "uintptr = 0"),
        ("int64(1) << 40", "int64 = 1099511627776"),
    ],
)
def test_constant_expressions_are_computed(text: str, value: str) -> None:
    declared = "import `unsafe`\ntype T struct { a byte; E }\ntype E struct { b int; c int }\n"
    assert scope(f"{declared}const x = {text}", "x") == [value]


def test_the_length_of_an_array_is_constant_unless_something_has_to_be_done_for_it() -> None:
    assert scope(
        "var a [3]int\nvar f func() [2]int\nvar c chan [5]int\nconst x = len(a)\nvar y, z = len(f()), len(<-c)", "x"
    ) == ["int = 3"]
    checked = Checked("var a [3]int\nvar f func() *[2]int\nvar x, y, z = len(a), len(f()), cap([]int{f()[0]})")
    assert [value.value for value in checked.package.globals[2].values] == [3, None, None]


def test_several_init_functions_and_blank_names_do_not_meet() -> None:
    checked = Checked(
        "func init() {}\nfunc init() {}\nfunc _() {}\nfunc _() {}\nvar _, _ = 1, `a`\nconst _ = 3\ntype _ int\n"
        "var _ I = (*T)(nil)\ntype I interface { M() }\ntype T int\nfunc (*T) M() {}\nfunc (*T) _() {}\nfunc (T) _() {}"
    )
    assert checked.whats() == []
    assert [one.name for one in checked.package.functions] == ["init", "init", "_", "_", "M", "_", "_"]
    assert [typed(one.type) for one in checked.package.globals[0].variables] == ["int", "string"]


def test_functions_globals_and_types_stand_in_the_order_of_the_text() -> None:
    checked = Checked(
        "func b() int { return y }\nvar x = y\ntype B A\n", "var y = b()\ntype A int\nfunc a() {}\nvar z int"
    )
    assert checked.whats() == []
    assert [one.name for one in checked.package.functions] == ["b", "a"]
    assert [one.names[0][1] for one in checked.package.globals] == ["x", "y", "z"]
    assert [one.name for one in checked.package.types] == ["B", "A"]


def test_variables_of_one_call_take_their_types_from_it() -> None:
    assert scope(
        "var a, b = f()\nfunc f() (int, error) { return 1, nil }\nvar c, d int = 1, 2\nvar e, g interface{} = f()",
        *"abcdeg",
    ) == [*("int", "error", "int", "int", "Interface[()]", "Interface[()]")]


def test_a_struct_has_fields_tags_and_embedded_types() -> None:
    text = "import `sync`\ntype T struct { a, b int `tag`; *E; sync.Mutex; _ int; _ int }\ntype E int"
    (struct,) = under(Checked(text), "T")
    assert struct == "Struct[(a int, b int, E Pointer[E], Mutex Mutex, _ int, _ int)]"
    fields = Checked(text).package.scope["T"].type.underlying.fields  # type: ignore[attr-defined]
    assert [(one.embedded, one.tag, one.package) for one in fields[1:3]] == [(False, "tag", "p"), (True, "", "p")]


def test_builtins_give_what_their_arguments_say() -> None:
    text = (
        "import `unsafe`\nvar c, p = complex(f, 1), &f\nvar f float64\nvar r, i = real(c), imag(c)\n"
        "var s = unsafe.Slice(p, 3)\nvar u = unsafe.Add(unsafe.Pointer(p), 1)\nvar n = copy([]byte{}, `a`)\n"
        "var e = recover()\nvar v = append([]byte(nil), `a`...)\nvar x = append(v, nil...)\nvar l = len(`a` + t)\n"
        "var t string\nvar w uint\nvar d = complex(1<<w, float32(1))\n"
    )
    checked = Checked(text)
    assert checked.whats() == ["15: shift of a value of type float32"]
    assert [checked.scope(name) for name in "crisunexl"] == [
        *("complex128", "float64", "float64", "Slice[float64]", "unsafe.Pointer", "int", "Interface[()]"),
        *("Slice[byte]", "int"),
    ]


def test_bodies_are_left_until_they_are_asked_for() -> None:
    checked = Checked("func f() int { return g() }\nfunc g() int { return undefined }\nvar x = f()", bodies=False)
    function = checked.function("f")
    assert function.body is None
    complete = checked.package.complete
    assert complete is not None
    complete(function)
    complete(function)
    assert checked.body() == ["Return([Call(g)])"]
    complete(checked.function("g"))
    assert [one.name for one in checked.package.functions] == ["f"]


def test_the_universe_can_be_shadowed_by_the_package() -> None:
    assert scope("type int string\nvar x int\nfunc len(a int) bool { return true }\nvar y = len(`a`)", "x", "y") == [
        "int",
        "bool",
    ]
