import time
from fractions import Fraction
from pathlib import Path

import pytest

from gcsim.escape.packages.digest import STANDARD
from gcsim.escape.packages.imports import Importer, unknown_package
from gcsim.escape.packages.lazy import LazyScope
from gcsim.escape.packages.stubs import load_stub
from gcsim.escape.syntax.positions import Files
from gcsim.escape.types.lookup import lookup, method_set
from gcsim.escape.types.model import (
    INVALID,
    Array,
    Channel,
    ConstantObject,
    FunctionObject,
    Interface,
    Leak,
    Map,
    Named,
    Package,
    Pointer,
    Signature,
    Slice,
    Struct,
    Type,
    TypeName,
    Variable,
    underlying,
)
from gcsim.escape.types.relations import implements
from gcsim.escape.types.sizes import size_of
from gcsim.escape.types.universe import ANY, BASIC, ERROR

STUB = """// Package a/p of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package p
import "io"
import "other/unknown"
const Big = 0x1fffffffffffffp-3
const Third = 1.0 / 3.0
const Minus = -7
const Text string = "a\\tb"
const Yes = true
const Letter = 'x'
const Past = '\\x00' + 1114112
const Typed T = 5
var Err error
var Table [3]map[string]chan<- int
var Hook func(<-chan int, chan (<-chan int)) (a []byte, err error)
type Alias = io.Reader
type T int
//gcsim:leaks receiver=0
//gcsim:inline 1.19:4
func (t *T) Set(v int) *T
func (T) String() string
type S struct{ *T; io.Writer; Name string; hidden *struct{}; At unknown.Thing; unknown.Other }
type I interface{ io.Reader; Own(n int); io.Reader }
//gcsim:leaks f=0 args=1,result0@1
func Do(f func(int) string, args ...any) (out []any)
"""


@pytest.fixture
def package(tmp_path: Path) -> Package:
    (tmp_path / "a-p.go").write_text(STUB)
    importer = Importer(lambda _path: None, None, Files())
    found = load_stub("a/p", importer, tmp_path)
    assert found is not None
    return found


def type_of(package: Package, name: str) -> Type:
    found = package.scope[name]
    assert isinstance(found, TypeName | Variable | ConstantObject)
    return found.type


def function(package: Package, name: str) -> FunctionObject:
    found = package.scope[name]
    assert isinstance(found, FunctionObject)
    return found


def test_constants_have_their_values_and_kinds(package: Package) -> None:
    found = {}
    for name in ("Big", "Third", "Minus", "Text", "Yes", "Letter", "Past", "Typed"):
        constant = package.scope[name]
        assert isinstance(constant, ConstantObject)
        found[name] = (constant.value, getattr(constant.type, "name", ""))
    assert found == {
        "Big": (Fraction(2**53 - 1, 8), "untyped float"),
        "Third": (Fraction(1, 3), "untyped float"),
        "Minus": (-7, "untyped int"),
        "Text": (b"a\tb", "string"),
        "Yes": (True, "untyped bool"),
        "Letter": (120, "untyped rune"),
        "Past": (0x110000, "untyped rune"),
        "Typed": (5, "T"),
    }


def test_types_of_variables_are_read_from_left_to_right(package: Package) -> None:
    assert type_of(package, "Err") is ERROR
    table = type_of(package, "Table")
    assert isinstance(table, Array)
    assert isinstance(table.element, Map)
    assert isinstance(table.element.element, Channel)
    assert (table.length, table.element.element.direction) == (3, "send")
    hook = type_of(package, "Hook")
    assert isinstance(hook, Signature)
    first, second = hook.parameters
    assert isinstance(first, Channel)
    assert isinstance(second, Channel)
    assert isinstance(second.element, Channel)
    assert (first.direction, second.direction, second.element.direction) == ("receive", "both", "receive")
    assert [type(result) for result in hook.results] == [Slice, Named]


def test_a_function_has_names_types_leaks_and_what_inlining_it_costs(package: Package) -> None:
    do = function(package, "Do")
    assert [variable.name for variable in (*do.parameters, *do.results)] == ["f", "args", "out"]
    assert do.signature.variadic
    assert isinstance(do.signature.parameters[1], Slice)
    assert do.signature.parameters[1].element is ANY
    assert (do.leaks, do.body, do.receiver) == ((Leak(0), Leak(1, ((0, 1),))), None, None)
    named = type_of(package, "T")
    assert isinstance(named, Named)
    setter, text = named.methods["Set"], named.methods["String"]
    assert setter.declaration is not None
    assert setter.declaration.directives == {"inline": "1.19:4"}
    assert setter.receiver is not None
    assert (setter.receiver.name, type(setter.receiver.type), setter.leaks) == ("t", Pointer, (Leak(0), Leak()))
    assert text.receiver is not None
    assert (text.receiver.name, text.receiver.type is named) == ("", True)


def test_structs_and_interfaces_embed_types_of_other_packages_known_or_not(package: Package) -> None:
    struct = underlying(type_of(package, "S"))
    assert isinstance(struct, Struct)
    assert [(field.name, field.embedded) for field in struct.fields] == [
        *(("T", True), ("Writer", True), ("Name", False), ("hidden", False), ("At", False), ("Other", True)),
    ]
    assert underlying(struct.fields[4].type) is INVALID
    assert lookup(type_of(package, "S"), "Write", "elsewhere") is not None
    interface = underlying(type_of(package, "I"))
    assert isinstance(interface, Interface)
    assert [method.name for method in interface.methods] == ["Own", "Read"]


def test_an_alias_is_the_type_itself(tmp_path: Path) -> None:
    (tmp_path / "a-p.go").write_text(STUB)
    importer = Importer(lambda _path: None, None, Files())
    found = load_stub("a/p", importer, tmp_path)
    assert found is not None
    assert type_of(found, "Alias") is type_of(importer("io"), "Reader")


@pytest.mark.parametrize(
    "line", ["const X", "const X = f()", "type T int\nfunc (a b T) M()"], ids=["no-value", "a-call", "receiver"]
)
def test_a_stub_that_was_not_generated_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "p.go").write_text(f"package p\n{line}\n")
    found = load_stub("p", Importer(lambda _path: None, None, Files()), tmp_path)
    assert found is not None
    with pytest.raises(ValueError, match=r"stub of p|no constant|invalid literal"):
        every_type(found)


def test_a_stub_without_a_package_clause_is_refused(tmp_path: Path) -> None:
    (tmp_path / "p.go").write_text("const X = 1\n")
    with pytest.raises(ValueError, match="package clause"):
        load_stub("p", Importer(lambda _path: None, None, Files()), tmp_path)


def test_a_package_without_stub_is_none() -> None:
    assert load_stub("nowhere", Importer(lambda _path: None, None, Files())) is None


def every_type(package: Package) -> list[Type]:
    """Resolve everything of a package, and list the types that its names have."""
    types: list[Type] = []
    scope = package.scope
    assert isinstance(scope, LazyScope)
    for found in scope.complete().values():
        if isinstance(found, FunctionObject):
            types.append(found.signature)
            continue
        assert isinstance(found, TypeName | Variable | ConstantObject)
        types.append(found.type)
        if isinstance(found.type, Named):
            types += [method.signature for method in found.type.methods.values()]
    return types


def parts(type_: Type) -> list[Type]:
    if isinstance(type_, Named):
        return [type_.underlying]
    if isinstance(type_, Struct):
        return [field.type for field in type_.fields]
    if isinstance(type_, Interface):
        return [method.signature for method in type_.methods]
    if isinstance(type_, Signature):
        return [*type_.parameters, *type_.results]
    keys = [type_.key] if isinstance(type_, Map) else []
    return [*keys, type_.element] if isinstance(type_, Pointer | Slice | Array | Channel | Map) else []


def test_every_name_of_every_stub_has_a_type_that_is_known_to_its_last_part() -> None:
    importer = Importer(lambda _path: None, None, Files())
    paths = [file.read_text().split()[2] for file in sorted(STANDARD.glob("*.go"))]
    assert len(paths) > 90
    pending = [type_ for path in paths for type_ in every_type(importer(path))]
    seen: set[Type] = set()
    unknown: list[str] = []
    while pending:
        type_ = pending.pop()
        if type_ in seen:
            continue
        seen.add(type_)
        if isinstance(type_, Named) and type_.underlying is INVALID:
            unknown.append(f"{type_.package}.{type_.name}")
        assert size_of(type_) >= 0
        pending += parts(type_)
    assert unknown == []
    assert INVALID not in seen


def test_what_the_library_declares_fits_together() -> None:
    importer = Importer(lambda _path: None, None, Files())
    file = Pointer(type_of(importer("os"), "File"))
    for package, name in (("io", "ReadWriteCloser"), ("io", "ReaderFrom"), ("io", "Seeker"), ("io/fs", "File")):
        assert implements(file, type_of(importer(package), name))
    assert implements(Pointer(type_of(importer("net"), "TCPConn")), type_of(importer("net"), "Conn"))
    assert not implements(type_of(importer("net"), "TCPConn"), type_of(importer("net"), "Conn"))
    assert implements(Pointer(type_of(importer("testing"), "B")), type_of(importer("testing"), "TB"))
    wait = [found.method and found.method.name for found in method_set(Pointer(type_of(importer("sync"), "WaitGroup")))]
    assert wait == ["Add", "Done", "Wait"]
    pi = importer("math").scope["Pi"]
    assert isinstance(pi, ConstantObject)
    assert isinstance(pi.value, Fraction)
    assert abs(pi.value - Fraction("3.14159265358979323846264338327950288419716939937510582097494459")) == 0


def test_figures_of_the_compiler_are_in_the_stubs() -> None:
    importer = Importer(lambda _path: None, None, Files())
    assert function(importer("fmt"), "Println").leaks == (Leak(1),)
    assert function(importer("fmt"), "Fprintf").leaks == (Leak(0), Leak(), Leak(1))
    assert function(importer("errors"), "New").leaks == (Leak(0),)
    assert function(importer("strings"), "TrimSpace").leaks == (Leak(None, ((0, 0),)),)
    assert function(importer("strings"), "Compare").leaks == (Leak(), Leak())
    assert function(importer("sync/atomic"), "StorePointer").leaks == (Leak(0), Leak(0)), "1.19 has no noescape here"


def test_importing_costs_little() -> None:
    best = {}
    for path, name in (("fmt", "Println"), ("net/http", "ListenAndServe")):
        times = []
        for _ in range(3):
            importer = Importer(lambda _path: None, None, Files())
            start = time.perf_counter()
            assert function(importer(path), name).leaks is not None
            times.append(time.perf_counter() - start)
        best[path] = min(times)
    assert best["fmt"] < 0.01
    assert best["net/http"] < 0.08


def test_byte_is_printed_as_the_text_has_it() -> None:
    importer = Importer(lambda _path: None, None, Files())
    parameter = function(importer("bytes"), "Equal").signature.parameters[0]
    assert isinstance(parameter, Slice)
    assert parameter.element is BASIC["byte"]


def test_what_a_stub_lacks_is_an_error_only_where_the_stub_has_everything() -> None:
    assert _load("fmt").exact
    assert not _load("syscall").exact
    assert not _load("internal/poll").exact


def _load(path: str) -> Package:
    package = load_stub(path, unknown_package)
    assert package is not None
    return package
