from collections.abc import Callable

import pytest

from gcsim.escape.types.model import INVALID, Named, Object, Signature, Tuple, Type, TypeName, Variable, underlying
from gcsim.escape.types.relations import (
    assignable,
    comparable_,
    convertible,
    default_type,
    identical,
    implements,
    is_nilable,
    is_untyped,
    join,
    missing_method,
)
from gcsim.escape.types.universe import ANY, BASIC, EMPTY_INTERFACE, ERROR, UNTYPED, is_invalid

Check = Callable[[str], dict[str, Object]]


def variables(objects: dict[str, Object]) -> dict[str, Type]:
    return {name: found.type for name, found in objects.items() if isinstance(found, Variable | TypeName)}


IDENTITY = """
import ("io"; "unsafe")
type N int
type M int
type A = N
type S struct { x int }
var (
	int1 int; int2 int; n N; m M; a A; b byte; u8 uint8; r rune; i32 int32; up unsafe.Pointer
	p1 *int; p2 *int; p3 *N
	s1 []int; s2 []int; s3 []N
	a1 [2]int; a2 [2]int; a3 [3]int; a4 [2]N
	m1 map[int]N; m2 map[int]N; m3 map[N]N; m4 map[int]int
	c1 chan int; c2 chan int; c3 <-chan int; c4 chan N
	f1 func(int) (string, error); f2 func(x int) (s string, err error); f3 func(...int); f4 func([]int); f5 func(int)
	t1 struct { X int }; t2 struct { X int }; t3 struct { X int "tag" }; t4 struct { X N }; t5 struct { Y int }
	t6 struct { N }; t7 struct { N N }
	i1 interface { M(); L() int }; i2 interface { L() int; M() }; i3 interface { M() }; i4 interface { M(); L() N }
	rd io.Reader; rw io.ReadWriter
)
"""
GROUPS = [
    *({"int1", "int2"}, {"n", "a"}, {"m"}, {"b", "u8"}, {"r", "i32"}, {"up"}, {"p1", "p2"}, {"p3"}, {"s1", "s2"}),
    *({"s3"}, {"a1", "a2"}, {"a3"}, {"a4"}, {"m1", "m2"}, {"m3"}, {"m4"}, {"c1", "c2"}, {"c3"}, {"c4"}, {"f1", "f2"}),
    *({"f3"}, {"f4"}, {"f5"}, {"t1", "t2"}, {"t3"}, {"t4"}, {"t5"}, {"t6"}, {"t7"}, {"i1", "i2"}, {"i3"}, {"i4"}),
    *({"rd"}, {"rw"}),
]


def test_types_are_identical_within_these_groups_and_nowhere_else(scope: Check) -> None:
    types = variables(scope(IDENTITY))
    found = [
        (one, other) for group in GROUPS for one in group for other in types if identical(types[one], types[other])
    ]
    wanted = [(one, other) for group in GROUPS for one in group for other in group]
    names = {"N", "M", "A", "S"}  # the types themselves
    assert sorted(pair for pair in found if pair[1] not in names) == sorted(wanted)


def test_tags_count_unless_a_conversion_looks_past_them(scope: Check) -> None:
    types = variables(scope(IDENTITY))
    assert identical(types["t1"], types["t3"], tags=False)
    assert not identical(types["t1"], types["t3"])


def test_tuples_are_identical_member_by_member() -> None:
    number, text = BASIC["int"], BASIC["string"]
    assert identical(Tuple([number, text]), Tuple([number, text]))
    assert not identical(Tuple([number]), Tuple([number, text]))


ASSIGNMENT = """
type N int
type S []int
type F func()
type C chan int
type P *int
type T struct{}
type I interface { M() }
func (T) M() {}
type V struct{}
func (*V) M() {}
var (
	n N; i int; s S; is []int; f F; fn func(); c C; ch chan int; rc <-chan int; p P; ip *int
	t T; v V; pv *V; pt *T; iface I; e interface{}; x struct { T }; i8 int8; str string
)
"""


@pytest.mark.parametrize(
    ("source", "target", "holds"),
    [
        ("i", "n", False),
        ("n", "n", True),
        ("is", "s", True),
        ("s", "is", True),
        ("fn", "f", True),
        ("ch", "c", True),
        ("ch", "rc", True),
        ("c", "rc", True),
        ("rc", "ch", False),
        ("ip", "p", True),
        ("t", "iface", True),
        ("pt", "iface", True),
        ("v", "iface", False),
        ("pv", "iface", True),
        ("x", "iface", True),
        ("i", "e", True),
        ("iface", "e", True),
        ("e", "iface", False),
        ("i", "i8", False),
        ("i", "str", False),
    ],
)
def test_values_are_assignable_as_the_language_says(scope: Check, source: str, target: str, *, holds: bool) -> None:
    types = variables(scope(ASSIGNMENT))
    assert assignable(types[source], types[target]) == holds


def test_an_untyped_constant_is_assignable_where_it_can_be_represented(scope: Check) -> None:
    types = variables(scope(ASSIGNMENT))
    number, text, nil = (UNTYPED[f"untyped {kind}"] for kind in ("int", "string", "nil"))
    assert assignable(number, types["i8"], 127)
    assert not assignable(number, types["i8"], 128)
    assert assignable(number, types["n"], 128)
    assert assignable(number, types["e"], 128)
    assert not assignable(number, types["iface"], 128)
    assert assignable(text, types["str"], b"")
    assert not assignable(text, types["i"], b"")
    assert assignable(nil, types["s"])
    assert not assignable(nil, types["i"])


def test_an_untyped_value_that_is_no_constant_fits_the_types_of_its_kind(scope: Check) -> None:
    types = variables(scope(ASSIGNMENT + "\ntype B bool\nvar flag B; var fl float32; var z complex64\n"))
    truth, number, text = (UNTYPED[f"untyped {kind}"] for kind in ("bool", "int", "string"))
    assert assignable(truth, types["flag"])
    assert not assignable(truth, types["i"])
    assert [assignable(number, types[name]) for name in ("n", "fl", "z", "str")] == [True, True, True, False]
    assert [assignable(text, types[name]) for name in ("str", "is")] == [True, False]


CONVERSION = """
import "unsafe"
type N int
type T1 struct { X int "a" }
type T2 struct { X int "b" }
type Bytes []byte
type Text string
type MyRune rune
var (
	i int; u8 uint8; f float64; c complex128; c64 complex64; s string; t Text; b []byte; r []rune; bs Bytes; mr []MyRune
	t1 T1; t2 T2; p1 *T1; p2 *T2; up unsafe.Pointer; uptr uintptr; n N; arr *[4]byte; arri *[4]int; flag bool; fn func()
)
"""


@pytest.mark.parametrize(
    ("source", "targets"),
    [
        ("i", "u8 f s t n uptr i"),
        ("n", "u8 f s t i uptr n"),
        ("f", "u8 i n uptr f"),
        ("c", "c64 c"),
        ("s", "t b r bs mr s"),
        ("t", "s b r bs mr t"),
        ("b", "s t bs arr b"),
        ("bs", "s t b arr bs"),
        ("r", "s t r"),
        ("mr", "s t mr"),
        ("t1", "t2 t1"),
        ("p1", "p2 p1 up"),
        ("up", "p1 p2 arr arri uptr up"),
        ("uptr", "u8 i f n s t up uptr"),
        ("flag", "flag"),
        ("fn", "fn"),
    ],
)
def test_conversions_are_allowed_to_these_types_and_no_others(scope: Check, source: str, targets: str) -> None:
    types = variables(scope(CONVERSION))
    found = {name for name, type_ in types.items() if name[0].islower() and convertible(types[source], type_)}
    assert found == set(targets.split())


def test_a_constant_converts_where_its_value_fits(scope: Check) -> None:
    types = variables(scope(CONVERSION))
    number, text = UNTYPED["untyped int"], UNTYPED["untyped string"]
    assert convertible(number, types["u8"], 255)
    assert not convertible(number, types["u8"], 256)
    assert convertible(number, types["s"], 65)
    assert convertible(text, types["b"], b"x")
    assert not convertible(text, types["i"], b"x")
    assert convertible(types["uptr"], types["up"], 1)


def test_a_type_implements_an_interface_with_the_methods_that_it_is_given_at_any_depth(scope: Check) -> None:
    types = variables(
        scope(
            """
type I interface { A(); B(int) string }
type Base struct{}
func (Base) A() {}
type Whole struct { *Base; n int }
func (*Whole) B(int) string { return "" }
type Wrong struct { Base }
func (Wrong) B() string { return "" }
type Both interface { I; C() }
var w Whole; var pw *Whole; var wrong Wrong; var both Both; var base Base
"""
        )
    )
    interface = types["I"]
    assert [missing_method(types[name], interface) for name in ("w", "pw", "wrong", "both", "base")] == [
        *("B", None, "B", None, "B")
    ]
    assert implements(types["w"], EMPTY_INTERFACE)
    assert implements(types["w"], types["base"]), "what is no interface asks for nothing"


def test_a_type_of_which_nothing_is_known_fits_everywhere() -> None:
    unknown = Named("T", "elsewhere.org/p")
    assert is_invalid(unknown)
    assert assignable(unknown, BASIC["int"])
    assert assignable(BASIC["int"], INVALID)
    assert implements(unknown, ERROR)
    assert convertible(unknown, ERROR)


def test_equality_compares_all_but_slices_maps_functions_and_what_holds_them(scope: Check) -> None:
    types = variables(scope("type T struct { x int; e error }\ntype U struct { x [2][]int }\nvar t T; var u U\n"))
    assert comparable_(types["t"])
    assert not comparable_(types["u"])
    assert not comparable_(Signature([], [], variadic=False))


def test_untyped_constants_have_a_default_type_and_others_are_their_own() -> None:
    assert default_type(UNTYPED["untyped rune"]) is BASIC["rune"]
    assert default_type(UNTYPED["untyped float"]) is BASIC["float64"]
    assert default_type(UNTYPED["untyped nil"]) is UNTYPED["untyped nil"]
    assert default_type(ERROR) is ERROR
    assert (is_untyped(UNTYPED["untyped int"]), is_untyped(BASIC["int"]), is_untyped(ERROR)) == (True, False, False)


def test_nil_is_a_value_of_pointers_and_their_kin(scope: Check) -> None:
    types = variables(scope(CONVERSION))
    found = {name for name, type_ in types.items() if name[0].islower() and is_nilable(type_)}
    assert found == {"b", "r", "bs", "mr", "p1", "p2", "up", "arr", "arri", "fn"}


def test_of_two_operands_the_one_that_can_hold_both_gives_the_type() -> None:
    number = UNTYPED["untyped nil"]
    assert join(number, ERROR) is ERROR
    assert join(ERROR, number) is ERROR
    assert join(BASIC["int"], BASIC["string"]) is INVALID


def test_any_is_identical_to_the_empty_interface_and_yet_its_own_object() -> None:
    assert identical(ANY, EMPTY_INTERFACE)
    assert ANY is not EMPTY_INTERFACE
    assert underlying(ERROR) is ERROR.underlying
