from gcsim.escape.types.model import FunctionObject, Variable
from tests.escape.check.trees import Checked


def variables(checked: Checked, name: str = "f") -> dict[str, Variable]:
    """Find the variables that a function's own statements use or declare, by name."""
    found: dict[str, Variable] = {}
    function = checked.function(name)
    for variable in [*function.parameters, *function.results]:
        found[variable.name] = variable
    assert function.body is not None
    for statement in function.body.statements:
        for variable in [*getattr(statement, "declared", []), *getattr(statement, "variables", [])]:
            found[variable.name] = variable
    return found


def names_with(checked: Checked, mark: str) -> list[str]:
    assert checked.whats() == []
    return [name for name, variable in variables(checked).items() if getattr(variable, mark)]


def test_an_address_is_taken_of_the_whole_but_not_through_pointers_and_slices() -> None:
    checked = Checked(
        "type T struct { n int; arr [2]int; p *T; s []int }\n"
        "func f(a, b, c, d, e, g T, h [2]T, i *T, j []int, k int) {\n"
        "_ = &a; _ = &b.n; _ = &c.arr[1]; _ = &d.p.n; _ = &e.s[0]; _ = &g.p.arr[0]; _ = &h[k].arr[0]\n"
        "_ = &i.n; _ = &j[0] }"
    )
    assert names_with(checked, "address_taken") == ["a", "b", "c", "h"]


def test_an_address_is_taken_by_methods_and_slices_too() -> None:
    checked = Checked(
        "type T struct { n int; E }\ntype E struct{}\nfunc (*E) P() {}\nfunc (E) V() {}\n"
        "func f(a, b, c T, d *T, e [2]int, g []int, h struct { in [2]int }, i [2]int) {\n"
        "a.P(); b.V(); _ = c.P; d.P(); _ = e[:]; _ = g[:]; _ = h.in[1:]; for range i {} }"
    )
    assert names_with(checked, "address_taken") == ["a", "c", "e", "h"]


def test_assignments_are_noted_but_not_the_one_of_the_declaration() -> None:
    checked = Checked(
        "type T struct { n int; p *T; arr [2]int; s []int }\nfunc g() (int, int) { return 1, 2 }\n"
        "func f(a, b, c, d, e T, h int, i []int) (r, q int) {\n"
        "a = b; b.n = 1; c.p.n = 2; d.arr[0]++; e.s[0]--; h += 1; i[0] = 1\n"
        "j := 1; k, j := g(); var l int; var m = 1; func() { l, _ = 1, m }()\n"
        "n := 1; for n = range i {}; for o := range i { _ = o }; s, t := 1, 2; _, _ = s, t\n"
        "u := 1; select { case u = <-make(chan int): }; q = 1; _ = u; _ = k; _ = n; return }"
    )
    assert names_with(checked, "reassigned") == ["a", "b", "d", "h", "q", "j", "l", "n", "u"]


def test_captures_stand_in_the_order_of_their_first_use_at_every_level() -> None:
    checked = Checked(
        "var global int\nfunc f(a, b, c, d int) {\n_ = d\n"
        "_ = func(e int) func() int {\n_ = b\nreturn func() int { var c2 = c; global++; _ = c2; return a + e + b }\n}\n"
        "_ = func() { _ = c } }"
    )
    assert names_with(checked, "captured") == ["a", "b", "c"]
    outer, second = checked.function("f").literals
    (inner,) = outer.literals
    assert [one.name for one in outer.captures] == ["b", "c", "a"]
    assert [one.name for one in inner.captures] == ["c", "a", "e", "b"]
    assert [one.name for one in second.captures] == ["c"]
    assert outer.parameters[0].captured
    assert (outer.outer, inner.outer, inner.name) == (checked.function("f"), outer, "")
    assert [outer.glob, inner.glob] == [False, False]


def test_a_literal_of_a_global_is_the_packages() -> None:
    checked = Checked("var b = func() int { return a() }\nvar a = func() int { return func() int { return 1 }() }")
    assert checked.whats() == []
    assert [(one.glob, one.outer, one.position >> 16 & 0xFF) for one in checked.package.literals] == [
        (True, None, 2),
        (True, None, 3),
    ]
    (inner,) = checked.package.literals[1].literals
    assert (inner.glob, inner.outer) == (False, checked.package.literals[1])


def test_functions_have_receivers_parameters_and_results() -> None:
    checked = Checked(
        "type T int\nfunc (t *T) M(a, _ int, b ...string) (c int, err error) { return }\nfunc g(int, string) bool"
    )
    method, plain = checked.function("M"), checked.function("g")
    assert [(one.name, one.kind, one.function) for one in parts(method)] == [
        ("t", "receiver", method),
        ("a", "parameter", method),
        ("_", "parameter", method),
        ("b", "parameter", method),
        ("c", "result", method),
        ("err", "result", method),
    ]
    assert [(one.name, one.kind) for one in parts(plain)] == [("", "parameter"), ("", "parameter"), ("", "result")]
    assert plain.body is None
    assert method.end == method.declaration.body.end  # type: ignore[union-attr] # it has both


def parts(function: FunctionObject) -> list[Variable]:
    receiver = [] if function.receiver is None else [function.receiver]
    return [*receiver, *function.parameters, *function.results]
