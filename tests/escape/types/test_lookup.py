from collections.abc import Callable

import pytest

from gcsim.escape.types.lookup import Selection, has_unknown_members, lookup, method_set
from gcsim.escape.types.model import Field, Named, Object, Pointer, Struct, Type, TypeName
from gcsim.escape.types.universe import BASIC

Check = Callable[[str], dict[str, Object]]

TEXT = """
import "io"
type Inner struct { deep int; Same int }
func (Inner) ByValue() {}
func (*Inner) ByPointer() {}
type Middle struct { *Inner; Same string }
type Other struct { Same bool; only int }
func (Other) Twice() {}
type Another struct{}
func (Another) Twice() {}
type Outer struct { Middle; Other; Another; io.Reader; plain int }
type Named Pointer
type Pointer *Outer
type Asks interface { io.Reader; ByValue() }
type Holds struct { Asks }
type Ring struct { *Ring2 }
type Ring2 struct { *Ring; end int }
"""


def type_of(objects: dict[str, Object], name: str) -> Type:
    found = objects[name]
    assert isinstance(found, TypeName)
    return found.type


def found_in(type_: Type, name: str, package: str = "p") -> Selection:
    found = lookup(type_, name, package)
    assert found is not None
    return found


def path(found: Selection) -> list[tuple[str, bool]]:
    return [(step.field.name, step.through_pointer) for step in found.path]


def test_a_field_is_found_through_embedded_structs_and_each_step_says_whether_it_goes_through_a_pointer(
    scope: Check,
) -> None:
    outer = type_of(scope(TEXT), "Outer")
    deep = found_in(outer, "deep")
    assert path(deep) == [("Middle", False), ("Inner", False)]
    assert (deep.field and deep.field.name, deep.through_pointer, deep.is_indirect) == ("deep", True, True)
    assert path(found_in(Pointer(outer), "deep")) == [("Middle", True), ("Inner", False)]
    plain = found_in(outer, "plain")
    assert (plain.path, plain.through_pointer, plain.is_indirect, plain.holder is outer) == ((), False, False, True)
    assert found_in(Pointer(outer), "plain").through_pointer
    assert plain.signature is None


def test_what_is_nearer_hides_what_is_deeper_and_two_at_one_level_hide_each_other(scope: Check) -> None:
    objects = scope(TEXT)
    outer = type_of(objects, "Outer")
    assert lookup(outer, "Same", "p") is None, "Middle's and Other's"
    assert found_in(type_of(objects, "Middle"), "Same").path == ()
    assert lookup(outer, "Twice", "p") is None
    assert lookup(outer, "nowhere", "p") is None
    assert lookup(outer, "_", "p") is None


def test_methods_are_promoted_and_the_method_set_holds_those_that_need_no_address(scope: Check) -> None:
    objects = scope(TEXT)
    inner, outer = type_of(objects, "Inner"), type_of(objects, "Outer")
    assert [found.in_method_set for found in (found_in(inner, "ByValue"), found_in(inner, "ByPointer"))] == [
        True,
        False,
    ]
    promoted = found_in(outer, "ByPointer")
    assert (path(promoted), promoted.in_method_set, promoted.pointer_receiver) == (
        *([("Middle", False), ("Inner", False)], True, True),
    )
    names = [
        [
            found.method.name if found.method else found.interface_method and found.interface_method.name
            for found in found_
        ]
        for found_ in (method_set(inner), method_set(Pointer(inner)), method_set(outer))
    ]
    assert names == [["ByValue"], ["ByPointer", "ByValue"], ["ByPointer", "ByValue", "Read"]]


def test_an_embedded_interface_gives_its_methods_and_a_pointer_to_one_has_none(scope: Check) -> None:
    objects = scope(TEXT)
    holds, asks = type_of(objects, "Holds"), type_of(objects, "Asks")
    read = found_in(holds, "Read")
    assert read.interface_method is not None
    assert (path(read), read.method, read.in_method_set, read.pointer_receiver) == (
        [("Asks", False)],
        None,
        True,
        False,
    )
    assert read.signature is read.interface_method.signature
    assert found_in(asks, "ByValue").holder is asks
    assert lookup(Pointer(asks), "ByValue", "p") is None
    assert method_set(Pointer(asks)) == []


def test_a_named_pointer_has_the_fields_of_its_struct_and_no_methods(scope: Check) -> None:
    objects = scope(TEXT)
    for name in ("Pointer", "Named"):
        assert path(found_in(type_of(objects, name), "deep")) == [("Middle", True), ("Inner", False)]
        assert lookup(type_of(objects, name), "ByValue", "p") is None


def test_unexported_members_of_another_package_are_not_found(scope: Check) -> None:
    objects = scope(TEXT)
    outer = type_of(objects, "Outer")
    assert lookup(outer, "only", "elsewhere") is None
    assert found_in(outer, "ByValue", "elsewhere").method is not None
    hidden = Named("T", "a", underlying=Struct([Field("x", BASIC["int"], embedded=False, package="a")]))
    both = Struct(
        [Field("T", hidden, embedded=True, package="b"), Field("x", BASIC["int"], embedded=False, package="b")]
    )
    assert path(found_in(both, "x", "a")) == [("T", False)]
    assert path(found_in(both, "x", "b")) == []


def test_rings_of_embedded_pointers_come_to_an_end(scope: Check) -> None:
    ring = type_of(scope(TEXT), "Ring")
    assert path(found_in(ring, "end")) == [("Ring2", False)]
    assert lookup(ring, "nowhere", "p") is None
    assert method_set(ring) == []
    assert not has_unknown_members(ring)


def test_a_type_that_embeds_an_unknown_one_may_have_any_member(scope: Check) -> None:
    objects = scope('import "elsewhere.org/x"\ntype T struct { *x.Unknown }\ntype U struct { field x.Unknown }')
    assert has_unknown_members(type_of(objects, "T"))
    assert not has_unknown_members(type_of(objects, "U"))


@pytest.mark.parametrize("name", ["int", "string"])
def test_basic_types_have_no_members(name: str) -> None:
    assert lookup(BASIC[name], "x", "p") is None
