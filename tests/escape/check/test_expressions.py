from tests.escape.check.trees import Checked, typed

TYPES = """
type E struct{ b []int }
func (e *E) Set(x interface{}) {}
func (e E) Get() int { return 1 }
type T struct{ a int; E; *Q; arr [3]struct{ n int } }
type Q struct{ deep string }
type I interface{ Get() int }
type N struct{ I }
"""


def body(text: str, parameters: str = "t T, p *T, i I, n N", results: str = "") -> list[str]:
    checked = Checked(TYPES + f"func f({parameters}) {results} {{ {text} }}")
    assert checked.whats() == []
    return checked.body()


def test_promoted_fields_are_reached_by_implicit_steps() -> None:
    assert body("_ = t.b; _ = p.b; _ = p.deep; _ = t.E.b") == [
        "Assign([_] [FieldOf(~FieldOf(t E) b)])",
        "Assign([_] [FieldOf(~FieldOf(p E through_pointer) b)])",
        "Assign([_] [FieldOf(~FieldOf(p Q through_pointer) deep through_pointer)])",
        "Assign([_] [FieldOf(FieldOf(t E) b)])",
    ]


def test_receivers_are_addressed_and_dereferenced_as_the_method_wants() -> None:
    assert body("t.Set(nil); p.Set(nil); t.Get(); p.Get(); p.E.Get(); (&t.E).Get()") == [
        "ExpressionStatement(Call(MethodOf(~AddressOf(~FieldOf(t E)) Set Set) [nil]))",
        "ExpressionStatement(Call(MethodOf(~AddressOf(~FieldOf(p E through_pointer)) Set Set) [nil]))",
        "ExpressionStatement(Call(MethodOf(~FieldOf(t E) Get Get)))",
        "ExpressionStatement(Call(MethodOf(~FieldOf(p E through_pointer) Get Get)))",
        "ExpressionStatement(Call(MethodOf(FieldOf(p E through_pointer) Get Get)))",
        "ExpressionStatement(Call(MethodOf(~Dereference(AddressOf(FieldOf(t E))) Get Get)))",
    ]


def test_methods_of_interfaces_have_no_declared_function() -> None:
    assert body("i.Get(); n.Get(); g := i.Get; _ = g") == [
        "ExpressionStatement(Call(MethodOf(i Get)))",
        "ExpressionStatement(Call(MethodOf(~FieldOf(n I) Get)))",
        "Assign([g] [MethodOf(i Get)] define [g])",
        "Assign([_] [g])",
    ]


def test_a_method_expression_has_the_receiver_first() -> None:
    checked = Checked(TYPES + "var g = T.Get; var h = (*T).Set; var i = I.Get")
    assert checked.initial() == [
        "MethodOf(T Get Get of_type)",
        "MethodOf(Dereference(`T`) Set Set of_type)",
        "MethodOf(I Get of_type)",
    ]
    assert [checked.scope(name) for name in "ghi"] == [
        "Signature[(T) (int)]",
        "Signature[(Pointer[T], Interface[()]) ()]",
        "Signature[(I) (int)]",
    ]


def test_indices_and_slices_say_what_they_go_through() -> None:
    values = "s []int, a [4]int, q *[4]int, str string, m map[string]int"
    assert body("_ = s[1]; _ = a[1]; _ = q[1]; _ = str[1]; _ = m[str]; _ = 1 << s[0]", values) == [
        "Assign([_] [Index(s 1=1:int)])",
        "Assign([_] [Index(a 1=1:int)])",
        "Assign([_] [Index(q 1=1:int through_pointer)])",
        "Assign([_] [Index(str 1=1:int)])",
        "Assign([_] [Index(m str)])",
        "Assign([_] [Binary(<< 1=1:int Index(s 0=0:int))])",
    ]
    assert body("_ = s[1:]; _ = a[:]; _ = q[:2:3]; _ = str[:1]", values) == [
        "Assign([_] [SliceOf(s 1=1:int)])",
        "Assign([_] [SliceOf(~AddressOf(a))])",
        "Assign([_] [SliceOf(q 2=2:int 3=3:int)])",
        "Assign([_] [SliceOf(str 1=1:int)])",
    ]


def test_a_sum_of_strings_is_flat_and_a_constant_one_stays_as_written() -> None:
    assert body('_ = a + "b" + (a + "c"); _ = "x" + "y" + a; _ = "x" + "y"', "a string") == [
        "Assign([_] [Concat([a, \"b\"=b'b':string, a, \"c\"=b'c':string])])",
        "Assign([_] [Concat([Binary(+ \"x\"=b'x':untyped string \"y\"=b'y':untyped string)=b'xy':string, a])])",
        "Assign([_] [Binary(+ \"x\"=b'x':untyped string \"y\"=b'y':untyped string)=b'xy':string])",
    ]


def test_a_sum_of_strings_stands_at_its_last_operator() -> None:
    checked = Checked("var a string\nvar s = a + a + a")
    (value,) = checked.package.globals[1].values
    assert value.position & 0xFFFF == 15
    assert typed(value.type) == "string"


def test_composite_literals_have_fields_keys_and_what_they_leave_out() -> None:
    assert body(
        '_ = E{nil}; _ = &Q{deep: "x"}; _ = []*Q{{"a"}, nil}; _ = [...]Q{2: {}, {}};'
        " _ = map[Q]interface{}{{}: 1}; _ = [2][]int{{1}}",
        "",
    ) == [
        "Assign([_] [CompositeLiteral(E [KeyValue(nil b)]):E])",
        "Assign([_] [AddressOf(CompositeLiteral(Q [KeyValue(`deep` \"x\"=b'x':string deep)]):Q)])",
        (
            "Assign([_] [CompositeLiteral(SliceTypeExpression(Dereference(`Q`)) "
            "[~AddressOf(CompositeLiteral([KeyValue(\"a\"=b'a':string deep)]):Q), nil]):Slice[Pointer[Q]]])"
        ),
        (
            "Assign([_] [CompositeLiteral(ArrayTypeExpression(`Q`) "
            "[KeyValue(2=2:int CompositeLiteral():Q), CompositeLiteral():Q]):Array[4 Q]])"
        ),
        (
            "Assign([_] [CompositeLiteral(MapTypeExpression(`Q` InterfaceTypeExpression()) "
            "[KeyValue(CompositeLiteral():Q ~Convert(1=1:int):Interface[()])]):Map[Q Interface[()]]])"
        ),
        (
            "Assign([_] [CompositeLiteral(ArrayTypeExpression(2=2:untyped int SliceTypeExpression(`int`)) "
            "[CompositeLiteral([1=1:int]):Slice[int]]):Array[2 Slice[int]]])"
        ),
    ]


def test_conversions_are_told_from_calls_and_builtins() -> None:
    assert body(
        "_ = int64(x); _ = (*int)(nil); _ = []byte(s); _ = string(65); _ = (func())(nil); _ = interface{}(1);"
        " _ = make([]int, x, 10); _ = new(T); _ = append([]byte(nil), s...); _ = g(x)",
        "x int, s string, g func(int) int",
    ) == [
        "Assign([_] [Convert(x):int64])",
        "Assign([_] [Convert(nil):Pointer[int]])",
        "Assign([_] [Convert(s):Slice[byte]])",
        "Assign([_] [Convert(65=65:int):string=b'A':string])",
        "Assign([_] [Convert(nil):Signature[() ()]])",
        "Assign([_] [Convert(1=1:int):Interface[()]])",
        "Assign([_] [Builtin(make [x, 10=10:int] Slice[int])])",
        "Assign([_] [Builtin(new T)])",
        "Assign([_] [Builtin(append [Convert(nil):Slice[byte], s] spread)])",
        "Assign([_] [Call(g [x])])",
    ]


def test_two_results_are_asked_for_of_maps_assertions_and_channels() -> None:
    assert body("a, b := m[1]; c, d := e.(int); g, b := <-h; _, _, _, _, _ = a, b, c, d, g", MANY) == [
        "Assign([a, b] [Index(m 1=1:int)] define [a, b])",
        "Assign([c, d] [TypeAssertion(e int comma_ok)] define [c, d])",
        "Assign([g, b] [Receive(h comma_ok)] define [g])",
        "Assign([_, _, _, _, _] [a, b, c, d, g])",
    ]
    checked = Checked("var m map[int]string; var v, ok = m[1]")
    assert (checked.scope("v"), checked.scope("ok")) == ("string", "bool")


MANY = "m map[int]string, e interface{}, h chan int"


def test_shadowed_names_of_the_universe_are_what_they_are_declared_to_be() -> None:
    assert body(
        "len := func(x int) int { return x }; _ = len(1); type int string; _ = int(s); nil := 1; _ = nil", "s string"
    )[1:] == [
        "Assign([_] [Call(len [1=1:int])])",
        "TypeDeclaration(int `string`)",
        "Assign([_] [Convert(s):int])",
        "Assign([nil] [1=1:int] define [nil])",
        "Assign([_] [nil])",
    ]


def test_a_call_may_pass_on_several_results() -> None:
    checked = Checked(
        "func two() (int, string) { return 1, `a` }\nfunc g(int, ...string) {}\nfunc f() (int, string) "
        "{ g(two()); g(1, `b`, `c`); g(1); var s []string; g(1, s...); println(two()); return two() }"
    )
    assert checked.body() == [
        "ExpressionStatement(Call(g [Call(two)]))",
        "ExpressionStatement(Call(g [1=1:int, `b`=b'b':string, `c`=b'c':string]))",
        "ExpressionStatement(Call(g [1=1:int]))",
        "VariableDeclaration(SliceTypeExpression(`string`) [s])",
        "ExpressionStatement(Call(g [1=1:int, s] spread))",
        "ExpressionStatement(Builtin(println [Call(two)]))",
        "Return([Call(two)])",
    ]


def test_members_of_imported_packages_are_names() -> None:
    checked = Checked('import ("fmt"; . "strings"; e "errors")\nfunc f() { fmt.Println(ToUpper("x"), e.New) }')
    assert checked.whats() == []
    assert checked.body() == [
        (
            "ExpressionStatement(Call(Println [~Convert(Call(ToUpper [\"x\"=b'x':string])):Interface[()], "
            "~Convert(New):Interface[()]]))"
        )
    ]
    assert sorted(checked.package.imports) == ["errors", "fmt", "strings"]


def test_a_variable_hides_the_import_of_its_name() -> None:
    checked = Checked('import "errors"\ntype T struct{ New int }\nfunc f(errors T) int { return errors.New }')
    assert checked.body() == ["Return([FieldOf(errors New)])"]
