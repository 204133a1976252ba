"""The reading of errorcheck files, and the judging."""

import pytest

from tests.escape.conformance.errorcheck import (
    Expectation,
    Header,
    Verdict,
    judge,
    read_expectations,
    read_header,
)


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("// errorcheck -0 -m -l\n\npackage p\n", Header("errorcheck", ("-0", "-m", "-l"))),
        ("// +build !windows\n\n// errorcheck -m\n", Header("errorcheck", ("-m",))),
        ("//go:build linux\n// +build linux\n\n// run\n", Header("run", ())),
        ("package p\n", Header("", ())),
    ],
)
def test_the_first_comment_says_what_is_to_be_done(text: str, header: Header) -> None:
    assert read_header(text) == header


@pytest.mark.parametrize(
    ("header", "objection"),
    [
        (Header("errorcheck", ("-0", "-m", "-l")), ""),
        (Header("errorcheck", ("-0", "-m")), ""),
        (Header("run", ()), "its action is run"),
        (Header("errorcheck", ("-0",)), "it does not ask for -m"),
        (Header("errorcheck", ("-0", "-m", "-live")), "it asks for -live"),
        (Header("errorcheck", ("-0", "-m", "-m")), "it asks for -m twice"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_the_reason(header: Header, objection: str) -> None:
    assert header.objection == objection
    assert header.inline is ("-l" not in header.flags)


def test_patterns_are_read_from_both_quotes_in_their_order() -> None:
    text = (
        'package p\nvar x = 1 // ERROR "a\\(b" `c"d`\nvar y // GC_ERROR "only here"\nvar z // GCCGO_ERROR "elsewhere"\n'
    )

    assert read_expectations(text, "p.go") == [
        Expectation(2, r"a\(b"),
        Expectation(2, 'c"d'),
        Expectation(3, "only here"),
    ]


def test_line_stands_for_a_place_of_the_file() -> None:
    text = '\n\nx // ERROR "at LINE" "at LINE+2" "at LINE-1$"\n'

    assert [one.pattern for one in read_expectations(text, "p.go")] == ["at p.go:3", "at p.go:5", "at p.go:2$"]


@pytest.mark.parametrize(
    ("text", "message"),
    [("x // ERROR nothing\n", "p.go:1: no pattern in quotes"), ('\nx // ERROR "("\n', "p.go:2: '\\(' is no regular")],
)
def test_a_comment_that_cannot_be_meant_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_expectations(text, "p.go")


def test_a_pattern_takes_every_message_of_its_line_that_it_matches() -> None:
    expected = [Expectation(1, "moved"), Expectation(1, "escapes"), Expectation(2, "moved")]
    messages = [(1, "moved to heap: x"), (1, "moved to heap: y"), (1, "&x escapes to heap"), (3, "can inline f")]
    verdict = judge(expected, messages)

    assert verdict.held == expected[:2]
    assert verdict.failed == expected[2:]
    assert verdict.unexpected == [(3, "can inline f")]
    assert verdict.share == pytest.approx(2 / 3)
    assert verdict.strict_share == pytest.approx(1 / 2)


def test_a_message_that_was_taken_serves_no_second_pattern() -> None:
    verdict = judge([Expectation(1, "heap"), Expectation(1, "moved to heap")], [(1, "moved to heap: x")])

    assert [one.pattern for one in verdict.failed] == ["moved to heap"]


def test_verdicts_add_up() -> None:
    total = Verdict()
    assert (total.share, total.strict_share) == (1, 1)

    total.add(judge([Expectation(1, "a"), Expectation(2, "b")], [(1, "a"), (4, "c")]))
    total.add(judge([Expectation(1, "a")], [(1, "a")]))
    assert (len(total.held), len(total.failed), len(total.unexpected)) == (2, 1, 1)
