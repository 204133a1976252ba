"""How often places of a text are reached, statement by statement."""

from pathlib import Path

import pytest

from gcsim.escape.allocations import ProfileError, profile
from gcsim.workloads.profile import AllocationProfile

HEAD = "package p\n\ntype t struct{ a, b int }\n\nvar (\n\tkeep *t\n\tmade interface{}\n\topen chan *t\n)\n\n"


def _profile(tmp_path: Path, body: str, values: dict[str, float] | None = None, entry: str = "f") -> AllocationProfile:
    path = tmp_path / "p.go"
    path.write_text(f"{HEAD}{body}\n", encoding="utf-8")
    return profile([path], entry, release="1.8", placement="without_inlining", values=values, fingerprint=body)


STATEMENTS = {
    "a switch takes its cases alike": (
        "func f(n int) { switch n { case 1: keep = &t{}\ncase 2, 3:\ndefault: } }",
        1 / 3,
    ),
    "a switch of types": (
        "func f(x interface{}) { switch y := x.(type) { case *t: keep = y\ncase t: keep = &y } }",
        1 / 2,
    ),
    "a select": ("func f(c chan int) { select { case <-c: keep = &t{}\ncase open <- keep: keep = &t{} } }", 1),
    "what is sent": ("func f() { open <- &t{} }", 1),
    "what is returned": ("func f() *t { return &t{} }", 1),
    "an argument of a deferred call": ("func g(x *t) { keep = x }\nfunc f() { defer g(&t{}) }", 1),
    "a goroutine": ("func g() { keep = &t{} }\nfunc f() { for i := 0; i < 3; i++ { go g() } }", 3),
    "a labelled loop": ("func f() { outer: for i := 0; i < 3; i++ { if i == 9 { continue outer }\nkeep = &t{} } }", 3),
    "an else that leaves": ("func f(b bool) { if b { keep = &t{} } else { return } }", 1),
    "an else if": ("func f(a, b bool) { if a { keep = &t{} } else if b { keep = &t{} } else { keep = &t{} } }", 1),
    "a branch that panics": ('func f(b bool) { if b { keep = &t{}; panic("no") } }', 0),
    "the middle of an expression": ("func g(x *t) int { keep = x; return 1 }\nfunc f() int { return 1 + g(&t{}) }", 1),
    "a variable of a loop whose address is kept": ("func f() { for i := 0; i < 3; i++ { x := t{}; keep = &x } }", 3),
    "a range over values": ("func f() { for _, x := range [4]t{} { keep = &x } }", 1),
    "a parameter that moves": ("func g(x t) { keep = &x }\nfunc f() { g(t{}); g(t{}) }", 2),
    "a block": ("func f() { { keep = &t{} } }", 1),
    "a shift as a bound": ("func f() { for i := 0; i < 1<<3; i++ { keep = &t{} } }", 8),
    "a constant of floating point": ("const n = 6 / 2.0\nfunc f() { for i := 0; i < n; i++ { keep = &t{} } }", 3),
    "a variable that never changes": ("func f() { n := int64(5); for i := int64(0); i < n; i++ { keep = &t{} } }", 5),
}


@pytest.mark.parametrize(("body", "times"), STATEMENTS.values(), ids=STATEMENTS)
def test_each_statement_is_counted_as_often_as_it_runs(tmp_path: Path, body: str, times: float) -> None:
    assert sum(site.times for site in _profile(tmp_path, body).sites) == pytest.approx(times)


OPEN = {
    "a channel": ("func f() { for x := range open { keep = x } }", "p.go:11"),
    "a loop without an end": ("func f() { for { keep = &t{} } }", "p.go:11"),
    "a loop that another variable ends": ("func f(b bool) { for i := 0; b; i++ { keep = &t{} } }", "p.go:11"),
    "a length of what is made": ("func f(n int) { made = make([]int, n) }", "n"),
    "a length of what is converted": ("func f(s string) { made = []byte(s) }", "len(s)"),
    "how much is appended": ("func f(s []byte) { var to []byte; to = append(to, s...); made = to }", "len(s)"),
}


@pytest.mark.parametrize(("body", "key"), OPEN.values(), ids=OPEN)
def test_what_the_text_leaves_open_is_asked_for_and_taken(tmp_path: Path, body: str, key: str) -> None:
    with pytest.raises(ProfileError, match=key.replace("(", r"\(").replace(")", r"\)")):
        _profile(tmp_path, body)
    assert _profile(tmp_path, body, {key: 3.0}).size >= 0


def test_spaces_of_a_key_do_not_matter(tmp_path: Path) -> None:
    body = "func f(n int) { if n>3 { keep = &t{} }; made = make([]int, 2*n) }"
    for keys in ({"n>3": 0.25, "2*n": 8.0}, {"n > 3": 0.25, "2 * n": 8.0}):
        sites = {site.what: site for site in _profile(tmp_path, body, keys).sites}
        assert (sites["&t literal"].times, sites["make([]int, 2 * n)"].size) == (0.25, 64)


def test_a_function_that_calls_itself_runs_once_unless_it_is_given_how_often(tmp_path: Path) -> None:
    body = "func f(n int) { keep = &t{}; if n > 0 { f(n - 1) } }"
    assert _profile(tmp_path, body).objects == 1
    assert _profile(tmp_path, body, {"f": 5.0}).objects == 5


def test_a_method_is_an_entry_too(tmp_path: Path) -> None:
    body = "func (x *t) grow() { keep = &t{} }\nfunc (x t) twice() { x.a *= 2 }"
    assert _profile(tmp_path, body, entry="(*t).grow").objects == 1
    assert _profile(tmp_path, body, entry="t.twice").objects == 0


def test_a_map_that_is_filled_grows_beyond_its_hint(tmp_path: Path) -> None:
    body = "func f() { m := make(map[int]int, 10); for i := 0; i < %d; i++ { m[i] = i }; made = m }"
    few, many = (_profile(tmp_path, body % n) for n in (10, 100))
    assert few.size < many.size / 3


def test_buckets_that_a_map_on_the_stack_is_to_have_are_on_the_heap(tmp_path: Path) -> None:
    body = "func f(k int) { m := make(map[int]*int, %s); m[1] = nil }"
    small, large = _profile(tmp_path, body % 8), _profile(tmp_path, body % 9)
    assert small.sites == ()
    # Two buckets of 16 bytes and 8 keys and elements of a word, each with 8 pointers and that to an overflow bucket.
    assert [(site.what, site.times, site.size, site.pointers) for site in large.sites] == [
        ("buckets of make(map[int]*int, 9)", 1, 288, 18)
    ]
    # The header and one bucket are in the frame, whatever is asked for.
    assert large.frame == small.frame
    assert _profile(tmp_path, body % "k", {"k": 9.0}).size == 288


def test_a_literal_of_a_map_on_the_stack_is_as_make_with_so_many_entries(tmp_path: Path) -> None:
    few, many = (", ".join(f"{number}: 1" for number in range(count)) for count in (8, 9))
    assert _profile(tmp_path, f"func f() {{ m := map[int]int{{{few}}}; m[1] = 2 }}").sites == ()
    (site,) = _profile(tmp_path, f"func f() {{ m := map[int]int{{{many}}}; m[1] = 2 }}").sites
    assert (site.what, site.size) == ("buckets of map[int]int literal", 288)


def test_a_slice_that_fits_its_capacity_does_not_grow(tmp_path: Path) -> None:
    body = "func f() { s := make([]int, 0, %d); for i := 0; i < 50; i++ { s = append(s, i) }; made = s }"
    fits, grows = (_profile(tmp_path, body % n) for n in (50, 49))
    assert not any("append" in site.what for site in fits.sites)
    assert any("append" in site.what for site in grows.sites)
