"""What a call allocates, counted from the text; the real Go counted the same."""

import math
from pathlib import Path

import pytest

from gcsim.escape.allocations import ProfileError, profile
from gcsim.workloads.profile import AllocationProfile

SOURCES = sorted((Path(__file__).parents[3] / "experiments/sources").glob("*.go"))

VALUES = {
    "n": 1000.0,
    "len(records)": 100.0,
    "len(r.Name)": 16.0,
    "len(digits[at:])": 5.0,
    "encoder.go:17": 5.0,
    "encoder.go:43": 5.0,
    "len(sizes)": 200.0,
    "histogram.go:21": 10.0,
}

REAL = {
    ("Ages", "without_inlining"): (8000, 1000),
    ("Ages", "analysis"): (0, 0),
    ("Points", "analysis"): (0, 0),
    ("EncodeReturned", "analysis"): (9600, 200),
    ("EncodeGiven", "analysis"): (0, 0),
    ("SamplesByPointer", "analysis"): (24192, 1001),
    ("SamplesByValue", "analysis"): (16384, 1),
    ("ObserveInts", "analysis"): (0, 0),
}
"""Bytes and allocations of a call as ``go test -benchmem`` of go1.19.8 counts them (with -gcflags=-l where nothing is
inlined). Its 8800 bytes of EncodeReturned are 9600 until 1.15, when objects of 24 bytes took 32."""


@pytest.mark.parametrize(("entry", "placement"), REAL)
def test_a_call_allocates_what_it_allocates_in_real_go(entry: str, placement: str) -> None:
    made = profile(SOURCES, entry, release="1.8", placement=placement, values=VALUES)
    assert (made.size, made.objects) == REAL[entry, placement]


COUNTED = {
    "Channel": (128, 2),
    "MapOfHint": (2760, 3),
    "MapLiteral": (256, 2),
    "MethodValue": (16, 1),
    "Struct": (32, 1),
    "Number": (8, 1),
    "Bytes": (32, 1),
    "Runes": (128, 1),
    "Sum": (96, 2),
    "Slices": (104, 4),
    "MapGrows": (5565, 18),
    "List": (320, 10),
    "Variadic": (64, 2),
    "Deferred": (32, 1),
    "Literal": (64, 2),
    "Swept": (2016, 27),
}
"""Bytes and objects of a call of the functions of ``values.go`` as `runtime.MemStats` of go1.19.8 counts them, -l."""

ROUGH = {"MapOfHint", "MapGrows", "Slices", "Swept"}
"""Maps have overflow buckets, of which the text tells nothing; objects of 24 bytes take 32 until Go 1.15."""


@pytest.mark.parametrize("entry", COUNTED)
def test_every_kind_of_value_takes_what_the_real_go_counted(entry: str) -> None:
    values = Path(__file__).with_name("values.go")
    made = profile([values], entry, release="1.8", placement="without_inlining", values={"len(text)": 32.0})
    size, objects = COUNTED[entry]
    if entry in ROUGH:
        assert made.size == pytest.approx(size, rel=0.15)
    else:
        assert (made.size, made.objects) == (size, objects)


def _profile(
    tmp_path: Path,
    body: str,
    *,
    entry: str = "f",
    placement: str = "analysis",
    values: dict[str, float] | None = None,
) -> AllocationProfile:
    path = tmp_path / "p.go"
    path.write_text(f"package p\n\nvar sink interface{{}}\nvar pointer *int\n\n{body}\n", encoding="utf-8")
    return profile([path], entry, release="1.8", placement=placement, values=values, fingerprint=body)


def _times(made: AllocationProfile) -> dict[str, float]:
    return {site.what: site.times for site in made.sites}


LOOPS = {
    "a constant bound": ("for i := 0; i < 7; i++ {", 7),
    "a bound that is included": ("for i := 0; i <= 7; i++ {", 8),
    "a step": ("for i := 0; i < 7; i += 2 {", 4),
    "downwards": ("for i := 7; i > 0; i-- {", 7),
    "a variable that is assigned once": ("n := 3 * 4; for i := 0; i < n; i++ {", 12),
    "an array": ("var a [5]int; for range a {", 5),
    "a literal": ("for range []int{1, 2, 3} {", 3),
    "a string": ('for range "four" {', 4),
    "a slice of known length": ("s := make([]int, 6); for range s {", 6),
    "a part of a slice": ("s := make([]int, 6); for range s[1:4] {", 3),
    "a length": ("s := make([]int, 6); for i := 0; i < len(s); i++ {", 6),
    "loops in each other": ("for i := 0; i < 3; i++ { for j := 0; j < 4; j++ { pointer = new(int) }", 12),
}


@pytest.mark.parametrize(("head", "turns"), LOOPS.values(), ids=LOOPS)
def test_a_loop_counts_its_turns(tmp_path: Path, head: str, turns: int) -> None:
    inner = "" if head.endswith("}") else "pointer = new(int)"
    made = _profile(tmp_path, f"func f() {{ {head} {inner} }} }}".replace("} }", "}\n}"))
    assert _times(made)["new(int)"] == turns


def test_a_loop_that_the_text_leaves_open_has_to_be_given(tmp_path: Path) -> None:
    body = (
        "func f(n int, xs []int) {\n\tfor i := 0; i < n; i++ {\n\t\tpointer = new(int)\n\t}\n\tfor range xs {\n\t}\n}"
    )
    with pytest.raises(ProfileError, match=r"p.go:7 is not known .*; p.go:10 is not known .*\"p.go:7\": 10"):
        _profile(tmp_path, body)
    given: list[dict[str, float]] = [{"n": 5, "len(xs)": 1}, {"p.go:7": 5, "p.go:10": 0}]
    for values in given:
        assert _times(_profile(tmp_path, body, values=values)) == {"new(int)": 5}


def test_a_branch_that_leaves_is_the_exception_and_any_other_is_taken_half_the_time(tmp_path: Path) -> None:
    body = """
    func f(a, b bool) {
        if a {
            sink = "left"
            sink = new(int)
            return
        }
        if b {
            pointer = new(int)
        } else {
            sink = new(string)
        }
    }"""
    assert _times(_profile(tmp_path, body)) == {"new(int)": 0.5, "new(string)": 0.5}
    assert _times(_profile(tmp_path, body, values={"b": 0.25})) == {"new(int)": 0.25, "new(string)": 0.75}


def test_calls_are_followed_and_pass_what_is_known(tmp_path: Path) -> None:
    body = """
    func g(n int) {
        for i := 0; i < n; i++ {
            pointer = new(int)
        }
    }
    func f() {
        g(3)
        func() { g(4) }()
    }"""
    assert _times(_profile(tmp_path, body))["new(int)"] == 7


def test_what_is_not_known_of_calls_is_told(tmp_path: Path) -> None:
    body = 'import "os"\nfunc f(g func()) {\n\tg()\n\tos.Getpid()\n}'
    path = tmp_path / "p.go"
    path.write_text(f"package p\n{body}\n", encoding="utf-8")
    assert set(profile([path], "f", release="1.8").uncounted) == {"g", "Getpid"}


SIZES = {
    "a variable whose address is kept": ("x := 1; pointer = &x", 8, 0),
    "a struct": ("type T struct { a *int; b string; c [3]int }; sink = &T{}", 48, 2),
    "a slice": ("sink = make([]string, 3)", 24 + 48, 1 + 3),
    "a closure": ("x, y := 1, 2; y = 3; sink = func() int { return x + y }", 24 + 8, 1),
    "bytes of a string": ('s := "twelve bytes"; b := []byte(s); b[0] = 1; sink = &b', 24 + 12, 1),
}


@pytest.mark.parametrize(("body", "size", "pointers"), SIZES.values(), ids=SIZES)
def test_values_have_their_size_and_pointers(tmp_path: Path, body: str, size: int, pointers: int) -> None:
    made = _profile(tmp_path, f"func f() {{ {body} }}")
    assert (sum(math.ceil(site.size * site.times) for site in made.sites), made.pointers) == (size, pointers)


def test_an_appended_slice_grows_as_go_grows_it(tmp_path: Path) -> None:
    made = _profile(
        tmp_path, "func f() []int {\n\tvar s []int\n\tfor i := 0; i < 5; i++ { s = append(s, i) }\n\treturn s\n}"
    )
    assert [(site.times, site.size * site.times) for site in made.sites] == [(4, 8 + 16 + 32 + 64)]


def test_everything_on_the_heap_is_more_than_the_analysis_leaves_there(tmp_path: Path) -> None:
    body = "func f() int {\n\tx, y := 1, 2\n\tp := &x\n\ts := make([]int, 4)\n\treturn *p + y + len(s)\n}"
    assert _profile(tmp_path, body).sites == ()
    assert set(_times(_profile(tmp_path, body, placement="heap"))) == {"x", "make([]int, 4)"}


def test_a_frame_holds_what_stays(tmp_path: Path) -> None:
    small, large = (
        _profile(tmp_path, f"func f() int {{\n\tvar a [{words}]int\n\ta[0] = 1\n\treturn a[1]\n}}")
        for words in (2, 2000)
    )
    assert large.frame - small.frame == 1998 * 8


def test_a_function_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"no function g: name one of f$"):
        _profile(tmp_path, "func f() {}", entry="g")


def test_of_many_functions_those_are_named_that_may_be_meant(tmp_path: Path) -> None:
    many = "\n".join(f"func g{number}() {{}}" for number in range(1200))
    with pytest.raises(ProfileError, match=r"no function Grow: name one of \(\*t\).Grow, grow, or of 1,200 others$"):
        _profile(tmp_path, f"type t int\nfunc (*t) Grow() {{}}\nfunc grow() {{}}\n{many}", entry="Grow")
    with pytest.raises(ProfileError, match=r"no function zz: name one of g0, .*, g9, or of 1,190 others$"):
        _profile(tmp_path, many, entry="zz")


def test_source_without_functions_says_so(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"no function f: none has a body$"):
        _profile(tmp_path, "func f()")


def test_source_in_error_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"p.go:6"):
        _profile(tmp_path, "func f() { return 1 +++ }")
