from gcsim.escape.check import check_package
from gcsim.escape.packages.imports import unknown_package
from gcsim.escape.syntax.nodes import TypeSwitch
from gcsim.escape.syntax.parse import parse
from gcsim.escape.syntax.positions import column_of, line_of
from tests.escape.check.trees import Checked, typed


def body(text: str, parameters: str = "") -> list[str]:
    checked = Checked(f"func f({parameters}) {{ {text} }}")
    assert checked.whats() == []
    return checked.body()


def test_ranges_give_what_their_operands_hold() -> None:
    checked = Checked(
        "type R string\nfunc f(a [3]int8, p *[3]int8, s []bool, m map[string]error, c <-chan byte, r R) {"
        " for i, x := range a { _, _ = i, x }; for i, x := range p { _, _ = i, x };"
        " for i, x := range s { _, _ = i, x };"
        " for k, v := range m { _, _ = k, v }; for x := range c { _ = x }; for i, x := range r { _, _ = i, x };"
        " for range m {}; for i := range `text` { _ = i } }"
    )
    assert checked.whats() == []
    statements = checked.function("f").body.statements  # type: ignore[union-attr] # it has one
    declared = [[f"{one.name} {typed(one.type)}" for one in loop.declared] for loop in statements]  # type: ignore[union-attr]
    assert declared == [
        ["i int", "x int8"],
        ["i int", "x int8"],
        ["i int", "x bool"],
        ["k string", "v error"],
        ["x byte"],
        ["i int", "x rune"],
        [],
        ["i int"],
    ]


def test_a_range_assigns_to_what_is_there() -> None:
    assert body("var i interface{}; for i, x[0] = range x { _ = i }; for _, y := range x { _ = y }", "x []int")[1:] == [
        "Range(i Index(x 0=0:int) x Block([Assign([_] [i])]))",
        "Range(_ y x define Block([Assign([_] [y])]) [y])",
    ]


def test_each_clause_of_a_type_switch_has_a_variable_of_its_own() -> None:
    checked = Checked(
        "import `fmt`\nfunc f(v interface{}) {\n\tswitch x := v.(type) {\n\tcase int:\n\t\t_ = x\n"
        "\tcase nil: _ = x\n\tcase fmt.Stringer, *[]struct{ a int `:` }:\n\t\t_ = x\n\tdefault:\n\t}\n}"
    )
    assert checked.whats() == []
    (switch,) = checked.function("f").body.statements  # type: ignore[union-attr] # it has one
    assert isinstance(switch, TypeSwitch)
    found = [(case.variable.name, typed(case.variable.type)) for case in switch.cases if case.variable is not None]
    assert found == [("x", "int"), ("x", "Interface[()]"), ("x", "Interface[()]"), ("x", "Interface[()]")]
    assert len({case.variable for case in switch.cases}) == 4
    places = [case.variable.position for case in switch.cases if case.variable is not None]
    assert [(line_of(place), column_of(place)) for place in places] == [(5, 10), (7, 10), (8, 43), (10, 9)]


def test_a_type_switch_without_a_name_has_no_variables() -> None:
    assert body("switch e.(type) { case int, nil: ; case error: }", "e interface{}") == [
        "TypeSwitch(e [Case([int, nil]), Case([error])])"
    ]


def test_a_select_sends_and_receives() -> None:
    assert body(
        "var s []int; select { case x, ok := <-c: _, _ = x, ok; case s[0] = <-c: ; case c <- 1: ;"
        " case <-c: ; default: }",
        "c chan int",
    )[1:] == [
        (
            "Select([CommunicationCase(Assign([x, ok] [Receive(c comma_ok)] define [x, ok]) [Assign([_, _] [x, ok])]), "
            "CommunicationCase(Assign([Index(s 0=0:int)] [Receive(c)])), CommunicationCase(Send(c 1=1:int)), "
            "CommunicationCase(ExpressionStatement(Receive(c))), CommunicationCase()])"
        )
    ]


def test_names_end_with_their_blocks() -> None:
    assert body(
        "x := 1; if x := `a`; x == `` { var x bool; _ = x } else if y := x; y == x { _ = x };"
        " x++; { x := 'a'; _ = x }; x++"
    ) == [
        "Assign([x] [1=1:int] define [x])",
        (
            "If(Assign([x] [`a`=b'a':string] define [x]) Binary(== x ``=b'':string) "
            "Block([VariableDeclaration(`bool` [x]), Assign([_] [x])]) "
            "If(Assign([y] [x] define [y]) Binary(== y x) Block([Assign([_] [x])])))"
        ),
        "AssignOperation(+ x 1=1:int increment)",
        "Block([Assign([x] ['a'=97:rune] define [x]), Assign([_] [x])])",
        "AssignOperation(+ x 1=1:int increment)",
    ]


def test_goto_go_defer_and_labels_stand() -> None:
    assert body(
        "L: for i := 0; i < 2; i++ { continue L; break L }; goto M; go f(); defer func() {}(); defer recover(); M:"
    ) == [
        (
            "Labeled(L For(Assign([i] [0=0:int] define [i]) Binary(< i 2=2:int) AssignOperation(+ i 1=1:int increment) "
            "Block([Branch(continue L), Branch(break L)])))"
        ),
        "Branch(goto M)",
        "Go(Call(f))",
        "Defer(Call(FunctionLiteral(Block() '')))",
        "Defer(Builtin(recover))",
        "Labeled(M)",
    ]


def test_a_declaration_by_assignment_takes_over_parameters_of_the_same_block() -> None:
    checked = Checked(
        "func f(a int) (err error) { b, err := 1, error(nil); { a, err := 2, err; _, _ = a, err }; _ = b; return }"
    )
    assert checked.whats() == []
    outer, block, *_ = checked.function("f").body.statements  # type: ignore[union-attr] # it has one
    assert [one.name for one in outer.declared] == ["b"]  # type: ignore[union-attr]
    assert [one.name for one in block.statements[0].declared] == ["a", "err"]  # type: ignore[union-attr]
    assert checked.function("f").results[0].reassigned


def test_local_types_and_constants_are_of_their_function() -> None:
    checked = Checked(
        "func f() { const ( a = iota; b ); type T struct { next *T; x [b + 1]int }; type U = T;"
        " var u U; u.next = &u; _ = a }"
    )
    assert checked.whats() == []
    assert checked.body()[3:] == [
        "TypeDeclaration(U `T` alias)",
        "VariableDeclaration(`U` [u])",
        "Assign([FieldOf(u next)] [AddressOf(u)])",
        "Assign([_] [a=0:int])",
    ]
    variable = checked.function("f").body.statements[4].variables[0]  # type: ignore[union-attr] # it has one
    assert (variable.type.local, typed(variable.type.underlying)) == (True, "Struct[(next Pointer[T], x Array[2 int])]")


def test_a_clause_whose_colon_is_lines_further_on_or_out_of_sight_has_its_variable_all_the_same() -> None:
    text = (
        "func f(v interface{}) {\n\tswitch x := v.(type) {\n\tcase int, // no: colon\n"
        "\t\tfunc(a int) (b [2]int) :\n\t\t_ = x\n\t}\n}"
    )
    checked = Checked(text)
    assert clause_place(checked) == (5, 26)
    unseen = parse(f"package p\n{text}".encode(), "p.go", 1)
    unseen.text = b""
    package, errors = check_package([unseen], "p", unknown_package)
    assert errors == []
    checked.package = package
    assert clause_place(checked) == (4, 2)


def clause_place(checked: Checked) -> tuple[int, int]:
    (switch,) = checked.function("f").body.statements  # type: ignore[union-attr] # it has one
    assert isinstance(switch, TypeSwitch)
    variable = switch.cases[0].variable
    assert variable is not None
    return line_of(variable.position), column_of(variable.position)
