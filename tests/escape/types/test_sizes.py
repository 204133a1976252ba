import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from gcsim.escape.types.model import Field, Named, Object, Pointer, Struct, Tuple, Type, TypeName, underlying
from gcsim.escape.types.sizes import (
    align_of,
    contains_itself,
    has_pointers,
    is_direct,
    offset_of,
    pointer_bytes,
    pointer_count,
    size_of,
)
from gcsim.escape.types.universe import BASIC, UNTYPED

Check = Callable[[str], dict[str, Object]]

MEASURED = {
    # type: size and alignment by go 1.19.8's unsafe, for linux on amd64; bytes up to the last pointer, by reflect
    "bool": (1, 1, 0),
    "int16": (2, 2, 0),
    "complex64": (8, 4, 0),
    "complex128": (16, 8, 0),
    "string": (16, 8, 8),
    "error": (16, 8, 16),
    "[]byte": (24, 8, 8),
    "func()": (8, 8, 8),
    "map[string]int": (8, 8, 8),
    "chan int": (8, 8, 8),
    "unsafe.Pointer": (8, 8, 8),
    "uintptr": (8, 8, 0),
    "[0]*int": (0, 8, 0),
    "[3]string": (48, 8, 40),
    "[4]struct{ a byte; b int32 }": (32, 4, 0),
    "struct{}": (0, 1, 0),
    "[5]struct{}": (0, 1, 0),
    "struct{ a bool; b int64; c bool }": (24, 8, 0),
    "struct{ a bool; b, c int32; d bool }": (16, 4, 0),
    "struct{ a bool; b string; c bool }": (32, 8, 16),
    "struct{ a int32; b struct{} }": (8, 4, 0),
    "struct{ a struct{}; b int32 }": (4, 4, 0),
    "struct{ a *int; b [0]int }": (16, 8, 8),
    "struct{ a byte; b struct{ c byte; d uint16 }; e byte }": (8, 2, 0),
    "struct{ a complex64; b float32 }": (12, 4, 0),
    "struct{ x [2]any; y int }": (40, 8, 32),
    "sync.Mutex": (8, 4, 0),
    "sync.WaitGroup": (16, 8, 0),
    "time.Time": (24, 8, 24),
    "bytes.Buffer": (40, 8, 8),
    "strings.Builder": (32, 8, 16),
    "bufio.Reader": (88, 8, 72),
    "http.Server": (232, 8, 200),
    "http.Request": (248, 8, 248),
    "http.Transport": (312, 8, 304),
    "os.File": (8, 8, 8),
    "net.TCPConn": (8, 8, 8),
    "reflect.Value": (24, 8, 16),
    "rand.Rand": (48, 8, 32),
    "big.Int": (32, 8, 16),
    "tls.Config": (384, 8, 368),
    "x509.Certificate": (1328, 8, 1312),
    "testing.B": (568, 8, 568),
    "sql.DB": (200, 8, 200),
    "json.Decoder": (304, 8, 288),
    "regexp.Regexp": (160, 8, 96),
    "template.Template": (40, 8, 40),
}
IMPORTS = (
    *("bufio", "bytes", "crypto/tls", "crypto/x509", "database/sql", "encoding/json", "html/template", "math/big"),
    *("math/rand", "net", "net/http", "os", "reflect", "regexp", "strings", "sync", "testing", "time", "unsafe"),
)


def header() -> str:
    lines = [f'import "{path}"' for path in IMPORTS]
    return "\n".join(lines + [f"type T{index} struct{{ field {type_} }}" for index, type_ in enumerate(MEASURED)])


def type_of(scope: dict[str, Object], name: str) -> Type:
    found = scope[name]
    assert isinstance(found, TypeName)
    return found.type


def test_sizes_alignments_and_pointers_are_those_that_the_real_compiler_gives(scope: Check) -> None:
    objects = scope(header())
    found = {}
    for index, name in enumerate(MEASURED):
        struct = underlying(type_of(objects, f"T{index}"))
        assert isinstance(struct, Struct)
        inner = struct.fields[0].type
        found[name] = (size_of(inner), align_of(inner), pointer_bytes(inner))
    assert found == MEASURED


@pytest.mark.slow
def test_the_table_above_is_what_the_real_toolchain_prints(tmp_path: Path) -> None:
    go = shutil.which("go")
    version = subprocess.run([go, "version"], capture_output=True, text=True, check=True).stdout if go else ""
    if go is None or "go1.19" not in version:
        pytest.skip("there is no go 1.19 on the path")
    rows = "\n".join(
        f"\tprint({index}, unsafe.Sizeof(*new({type_})), unsafe.Alignof(*new({type_})), *new({type_}))"
        for index, type_ in enumerate(MEASURED)
    )
    imports = "\n".join(f'import "{path}"' for path in IMPORTS)
    (tmp_path / "main.go").write_text(
        f"""package main
import "fmt"
{imports}
type header struct {{ size, pointers uintptr }}
func print(index int, size, align uintptr, value any) {{
	pointers := uintptr(0)
	if t := reflect.TypeOf(value); t != nil {{
		pointers = (*header)((*[2]unsafe.Pointer)(unsafe.Pointer(&t))[1]).pointers
	}}
	fmt.Printf("[%d, %d, %d, %d]\\n", index, size, align, pointers)
}}
func main() {{
{rows}
}}
"""
    )
    cache = {"GOCACHE": str(tmp_path / "cache"), "GO111MODULE": "off", "CGO_ENABLED": "0", "PATH": "/usr/bin:/bin"}
    out = subprocess.run([go, "run", "main.go"], cwd=tmp_path, env=cache, capture_output=True, text=True, check=True)
    rows_found = [json.loads(line) for line in out.stdout.splitlines()]
    found = {name: tuple(row[1:]) for name, row in zip(MEASURED, rows_found, strict=True)}
    found["error"] = (*found["error"][:2], MEASURED["error"][2])  # a nil interface does not know its type
    assert found == MEASURED


def test_fields_lie_at_multiples_of_their_alignment(scope: Check) -> None:
    struct = underlying(type_of(scope("type T struct { a bool; b string; c int16; d int32 }"), "T"))
    assert isinstance(struct, Struct)
    assert [offset_of(struct, field) for field in struct.fields] == [0, 8, 24, 28]


def test_a_field_of_another_struct_has_no_offset() -> None:
    with pytest.raises(ValueError, match="no field x"):
        offset_of(Struct([]), Field("x", BASIC["int"], embedded=False, package="p"))


def test_results_of_a_call_are_laid_out_one_after_the_other() -> None:
    pair = Tuple([BASIC["bool"], BASIC["string"]])
    assert (size_of(pair), has_pointers(pair), has_pointers(Tuple([BASIC["int"]]))) == (24, True, False)


def test_what_is_unknown_has_no_size_and_holds_pointers() -> None:
    unknown = Named("T", "elsewhere.org/p")
    assert (size_of(unknown), has_pointers(unknown), align_of(unknown)) == (0, True, 1)


def test_a_type_expression_of_no_kind_has_no_size() -> None:
    with pytest.raises(TypeError):
        size_of(Type())


def test_pointers_are_counted_as_the_collector_follows_them(scope: Check) -> None:
    objects = scope("type T struct { a string; b []int; c [2]error; d map[int]int; e int; f *T; g [0]string }")
    assert pointer_count(type_of(objects, "T")) == 1 + 1 + 4 + 1 + 0 + 1 + 0


def test_only_what_is_one_pointer_is_held_by_an_interface_directly(scope: Check) -> None:
    names = "ABCDEFGHIJKLM"
    texts = ("*int", "map[int]int", "chan int", "func()", "struct{ p *int }", "[1]func()", "unsafe.Pointer")
    others = ("int", "string", "struct{ p *int; n int }", "[2]*int", "any", "uintptr")
    lines = [f"type {name} {text}" for name, text in zip(names, (*texts, *others), strict=True)]
    objects = scope('import "unsafe"\n' + "\n".join(lines))
    assert [name for name in names if is_direct(type_of(objects, name))] == list(names[: len(texts)])


def test_untyped_values_have_the_size_of_their_default_type() -> None:
    assert [size_of(UNTYPED[f"untyped {kind}"]) for kind in ("bool", "int", "rune", "string")] == [1, 8, 4, 16]


def test_a_type_that_holds_itself_is_found_and_one_that_points_to_itself_is_not() -> None:
    ring, chain, inner = Named("Ring", "p"), Named("Chain", "p"), Named("Inner", "p")
    inner.underlying = Struct([Field("ring", ring, embedded=False, package="p")])
    ring.underlying = Struct(
        [Field("n", BASIC["int"], embedded=False, package="p"), Field("i", inner, embedded=False, package="p")]
    )
    chain.underlying = Struct([Field("next", Pointer(chain), embedded=False, package="p")])
    assert [contains_itself(named) for named in (ring, inner, chain)] == [True, True, False]
