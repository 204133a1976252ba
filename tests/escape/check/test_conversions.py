from tests.escape.check.trees import Checked

TYPES = """
type I interface{ M() }
type T struct{}
func (T) M() {}
type S []int
type F func(int)
"""


def body(text: str, parameters: str = "") -> list[str]:
    checked = Checked(
        TYPES + f"func f({parameters}) {{ {text} }}\nfunc take(i I, rest ...interface{{}}) I {{ return T{{}} }}"
    )
    assert checked.whats() == []
    return checked.body()


def test_a_concrete_value_becomes_an_interface_wherever_it_is_assigned() -> None:
    assert body(
        "var i I = t; i = t; e, i := 1, t; take(t, i, 2); m[t] = t; c <- t; _ = []I{t}; panic(t);"
        " s = append(s, t); delete(m, t); _ = e",
        "t T, m map[I]I, c chan I, s []I",
    )[:-1] == [
        "VariableDeclaration(`I` [~Convert(t):I] [i])",
        "Assign([i] [~Convert(t):I])",
        "Assign([e, i] [1=1:int, ~Convert(t):I] define [e])",
        "ExpressionStatement(Call(take [~Convert(t):I, ~Convert(i):Interface[()], ~Convert(2=2:int):Interface[()]]))",
        "Assign([Index(m ~Convert(t):I)] [~Convert(t):I])",
        "Send(c ~Convert(t):I)",
        "Assign([_] [CompositeLiteral(SliceTypeExpression(`I`) [~Convert(t):I]):Slice[I]])",
        "ExpressionStatement(Builtin(panic [~Convert(t):Interface[()]]))",
        "Assign([s] [Builtin(append [s, ~Convert(t):I])])",
        "ExpressionStatement(Builtin(delete [m, ~Convert(t):I]))",
    ]


def test_results_become_what_the_signature_says() -> None:
    checked = Checked(TYPES + "func f() (I, error, S) { return T{}, nil, []int{} }")
    assert checked.body() == [
        (
            "Return([~Convert(CompositeLiteral(T):T):I, nil, "
            "~Convert(CompositeLiteral(SliceTypeExpression(`int`)):Slice[int]):S])"
        )
    ]


def test_a_concrete_side_of_a_comparison_becomes_an_interface() -> None:
    assert body("_ = i == t; _ = t != i; _ = i == nil; _ = e == 1; _ = e == i", "i I, t T, e interface{}") == [
        "Assign([_] [Binary(== i ~Convert(t):I)])",
        "Assign([_] [Binary(!= ~Convert(t):I i)])",
        "Assign([_] [Binary(== i nil)])",
        "Assign([_] [Binary(== e ~Convert(1=1:int):Interface[()])])",
        "Assign([_] [Binary(== e ~Convert(i):Interface[()])])",
    ]


def test_a_case_becomes_the_interface_of_the_tag_and_not_the_other_way_round() -> None:
    assert body("switch e { case 1, t: }; switch t { case e: }; switch { case t == t: }", "e interface{}, t T") == [
        "Switch(e [Case([~Convert(1=1:int):Interface[()], ~Convert(t):Interface[()]])])",
        "Switch(t [Case([e])])",
        "Switch([Case([Binary(== t t)])])",
    ]


def test_types_with_and_without_a_name_are_converted_and_identical_ones_not() -> None:
    assert body("var s S = x; x = s; var g F = func(int) {}; var b []byte; var u []uint8 = b; _, _ = g, u", "x []int")[
        :5
    ] == [
        "VariableDeclaration(`S` [~Convert(x):S] [s])",
        "Assign([x] [~Convert(s):Slice[int]])",
        "VariableDeclaration(`F` [~Convert(FunctionLiteral(Block() '')):F] [g])",
        "VariableDeclaration(SliceTypeExpression(`byte`) [b])",
        "VariableDeclaration(SliceTypeExpression(`uint8`) [b] [u])",
    ]


def test_untyped_values_take_the_type_that_is_wanted() -> None:
    assert body(
        "var a float32 = 1; var b bool = x < 2; var c int8 = 1 << n; d := 1 << n; e := 'a'; _ = x == 1 << n",
        "x int64, n uint",
    )[:5] == [
        "VariableDeclaration(`float32` [1=Fraction(1, 1):float32] [a])",
        "VariableDeclaration(`bool` [Binary(< x 2=2:int64)] [b])",
        "VariableDeclaration(`int8` [Binary(<< 1=1:int8 n)] [c])",
        "Assign([d] [Binary(<< 1=1:int n)] define [d])",
        "Assign([e] ['a'=97:rune] define [e])",
    ]


def test_the_type_reaches_down_into_shifts_but_not_into_comparisons() -> None:
    assert body("var a int64 = 1<<n + 2<<n | -(3<<n); var b interface{} = n < 1 && true; _, _ = a, b", "n uint")[
        :2
    ] == [
        (
            "VariableDeclaration(`int64` [Binary(| Binary(+ Binary(<< 1=1:int64 n) Binary(<< 2=2:int64 n)) "
            "Unary(- Binary(<< 3=3:int64 n)))] [a])"
        ),
        (
            "VariableDeclaration(InterfaceTypeExpression() [~Convert(Binary(&& Binary(< n 1=1:uint) "
            "true=True:bool)):Interface[()]] [b])"
        ),
    ]


def test_nil_takes_the_type_that_is_wanted_and_is_never_converted() -> None:
    checked = Checked("var p *int = nil\nvar e error = nil\nfunc g(func()) {}\nfunc f() { g(nil) }")
    assert checked.initial() == ["nil", "nil"]
    assert [value.type is not None for one in checked.package.globals for value in one.values] == [True, True]
    assert checked.body() == ["ExpressionStatement(Call(g [nil]))"]


def test_what_one_expression_gives_to_several_is_not_converted() -> None:
    checked = Checked(
        "func g() (int, string) { return 1, `` }\nfunc f() { var a, b interface{}; a, b = g(); _, _ = a, b }"
    )
    assert checked.body()[1] == "Assign([a, b] [Call(g)])"


def test_the_operand_of_an_assignment_operation_has_the_type_of_the_target() -> None:
    assert body("x += 1; x <<= 3; y++; s += `a`; b &^= 1", "x int64, y float64, s string, b byte") == [
        "AssignOperation(+ x 1=1:int64)",
        "AssignOperation(<< x 3=3:uint)",
        "AssignOperation(+ y 1=Fraction(1, 1):float64 increment)",
        "AssignOperation(+ s `a`=b'a':string)",
        "AssignOperation(&^ b 1=1:byte)",
    ]
