import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.escape.output.tokens import cut, span_at


@given(st.one_of(st.binary(), st.text(alphabet="\"'`/*\n\\x. 0").map(str.encode)))
def test_the_tokens_joined_are_the_text_whatever_it_is(text: bytes) -> None:
    tokens = cut(text)
    assert b"".join(token.text for token in tokens) == text
    assert [token.start for token in tokens] == [len(b"".join(t.text for t in tokens[:n])) for n in range(len(tokens))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('// a "comment"', "comment"),
        ("/* two\nlines */", "comment"),
        ('"a \\" b"', "string"),
        ("`raw\n\\`", "string"),
        ("'\\''", "string"),
        ("'x", "string"),
        ("0x1p-2", "number"),
        (".5e+10i", "number"),
        ("1_000", "number"),
        ("select", "keyword"),
        ("größe", "name"),
        ("+", "operator"),
    ],
)
def test_a_token_knows_what_it_is(text: str, kind: str) -> None:
    (token,) = cut(text.encode())
    assert token.kind == kind


@pytest.mark.parametrize(
    ("before", "sign", "after", "marked"),
    [
        ("x := ", "&", "T{1}", "&T"),
        ("x := ", "&", "[]p.T{}", "&[]p.T"),
        ("return ", "&", "x", "&x"),
        ("x := ", "&", "", "&"),
        ("f(a, ", "b", ")", "b"),
        ("defer ", "func", "() {}()", "func"),
        ("s := a ", "+", " b", "+"),
        ("m := make", "(", "[]int, n)", "make"),
        ("fmt.Println", "(", "x)", "fmt.Println"),
        ("b := ([]byte)", "(", "s)", "([]byte)"),
        ("b := []byte", "(", "s)", "[]byte"),
        ("f(a, b)", "(", "c)", "f(a, b)"),
        ("func() { g() }", "(", ")", "("),
        ("x := ", "(", "a)", "("),
        ("fmt.Println(p", ".", "X)", "p.X"),
        ("a[i]", "[", "j]", "a[i]"),
        ("s = []*p.T", "{", "}", "[]*p.T"),
        ("s = map[string][]int", "{", "}", "map[string][]int"),
        ("s = struct{ a int }", "{", "1}", "struct{ a int }"),
        ("s = [3]int", "{", "}", "[3]int"),
        ("}}))", "(", "", "}}))"),
    ],
)
def test_a_value_is_marked_by_the_words_that_stand_for_it(before: str, sign: str, after: str, marked: str) -> None:
    tokens = cut((before + sign + after).encode())
    span = span_at(tokens, [token.start for token in tokens], len(before.encode()))
    assert b"".join(tokens[index].text for index in span).decode() == marked


@pytest.mark.parametrize("text", [b"", b"package p\n"])
def test_nothing_is_marked_beyond_the_text(text: bytes) -> None:
    tokens = cut(text)
    assert list(span_at(tokens, [token.start for token in tokens], len(text))) == []
