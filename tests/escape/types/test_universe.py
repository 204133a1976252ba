from gcsim.escape.types.model import BuiltinObject, ConstantObject, NilObject, TypeName
from gcsim.escape.types.relations import identical
from gcsim.escape.types.universe import BASIC, UNSAFE, is_invalid, universe


def test_the_universe_has_every_predeclared_name_of_the_language() -> None:
    kinds: dict[type, list[str]] = {}
    for name, found in universe().items():
        assert found.name == name
        assert found.package == ""
        kinds.setdefault(type(found), []).append(name)
    assert {kind: " ".join(sorted(names)) for kind, names in kinds.items()} == {
        TypeName: "any bool byte complex128 complex64 error float32 float64 int int16 int32 int64 int8 rune string "
        "uint uint16 uint32 uint64 uint8 uintptr",
        ConstantObject: "false iota true",
        NilObject: "nil",
        BuiltinObject: "append cap close complex copy delete imag len make new panic print println real recover",
    }


def test_byte_and_rune_are_other_names_that_print_themselves() -> None:
    assert (BASIC["byte"].name, identical(BASIC["byte"], BASIC["uint8"])) == ("byte", True)
    assert (BASIC["rune"].name, identical(BASIC["rune"], BASIC["int32"])) == ("rune", True)
    assert not identical(BASIC["rune"], BASIC["uint32"])


def test_package_unsafe_has_a_pointer_and_its_functions() -> None:
    assert sorted(UNSAFE.scope) == ["Add", "Alignof", "Offsetof", "Pointer", "Sizeof", "Slice"]


def test_predeclared_types_are_known() -> None:
    assert not any(is_invalid(type_) for type_ in BASIC.values())
