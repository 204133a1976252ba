"""Programs that are wrong somewhere: the checker never fails on them, and tells each declaration once."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from gcsim.escape.check import check_package
from gcsim.escape.errors import SourceError, SourceErrors
from gcsim.escape.packages.imports import unknown_package
from gcsim.escape.syntax.parse import parse
from gcsim.escape.types.universe import UNSAFE

PROGRAM = b"""package p
import ("fmt"; "unsafe"; "example.org/x")
const ( A = iota; B; C = "s" + "t" )
type T struct { a, b int; E; next *T; arr [B + 2]func(int) (string, error) }
type E struct { m map[string][]*T; c chan<- interface{} }
type I interface { fmt.Stringer; M(...int) error }
func (t *T) M(xs ...int) error { return nil }
func (e E) String() string { return C + fmt.Sprint(e.m[C], len(C)) }
var g, h = func() (int, x.V) { return int(unsafe.Sizeof(E{})), x.V{1} }()
func f(i I, s []int, r rune) (n int, err error) {
	for k, v := range s[1:n:2] { n += k << uint(v) * B }
	t := &T{a: 1, E: E{}, arr: [...]func(int) (string, error){nil, nil, 2: nil}}
	switch v := i.(type) { case *T: v.M(s...); case nil, fmt.Stringer: return f(v, append(s, 'a'), <-make(chan rune)) }
	defer func(p **T) { if e := recover(); e != nil { *p, err = nil, e.(error) } }(&t)
L: select { case t.c <- t.E.String: goto L; case a, ok := <-x.C: _, _ = a, ok; default: delete(t.m, "") }
	if w, ok := i.(interface{ W() }); !ok || w == nil { return -1, x.New(&t.next.b, (*T).M, E.String) }
	const local = 1.5 * A
	var z complex128 = complex(local, 2i * 1i)
	return copy(s, s) + cap(t.arr) + int(real(z)), nil
}
"""
TOKENS = re.findall(rb'"[^"]*"|\w+|\s+|<-|:=|\.\.\.|[^\w\s]', PROGRAM)
WORDS = [token for token in TOKENS if token.strip()]

CHANGES = st.lists(
    st.tuples(st.integers(10, len(TOKENS) - 1), st.sampled_from([b"", *sorted(set(WORDS))])), min_size=1, max_size=4
)


@given(CHANGES)
@settings(max_examples=150, deadline=None)
def test_a_program_with_words_changed_is_checked_or_told(changes: list[tuple[int, bytes]]) -> None:
    tokens = list(TOKENS)
    for place, word in changes:
        tokens[place] = word
    try:
        file = parse(b"".join(tokens), "p.go", 1)
    except (SourceError, SourceErrors):
        return
    declarations = len(file.declarations) + len(file.imports)
    package, errors = check_package([file], "p", lambda path: UNSAFE if path == "unsafe" else unknown_package(path))
    assert len(errors) <= declarations
    assert all(error.position for error in errors)
    assert all(function.body is not None or function.declaration is not None for function in package.functions)


def test_the_program_is_right_as_it_stands() -> None:
    file = parse(PROGRAM, "p.go", 1)
    _, errors = check_package([file], "p", lambda path: UNSAFE if path == "unsafe" else unknown_package(path))
    assert [str(error) for error in errors] == []
