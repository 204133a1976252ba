"""Programs of unusual shapes: deep, long, with marks in odd places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gcsim.escape.from_1_13.marks import Marks
from gcsim.escape.syntax.nodes import SourceFile
from gcsim.escape.syntax.positions import column_of, line_of, pack
from tests.escape.from_1_13.reading import find, messages, placed, written

if TYPE_CHECKING:
    from pathlib import Path


def test_a_long_sum_is_walked_and_printed(tmp_path: Path) -> None:
    found = find(tmp_path, f"package p\nvar s interface{{}}\nfunc f(a int) {{ s = {' + '.join(['a'] * 4000)} }}\n")
    assert placed(found, " + ".join(["a"] * 4000)).place == "heap"


def test_a_long_chain_of_calls_is_analysed_from_its_end(tmp_path: Path) -> None:
    functions = [f"func f{number}(p *int) {{ f{number + 1}(p) }}" for number in range(1500)]
    found = find(tmp_path, "\n".join(["package p", "var s *int", *functions, "func f1500(p *int) { s = p }", ""]))
    assert [each.text for each in found.diagnostics] == ["leaking param: p"] * 1501
    assert line_of(found.diagnostics[0].position) == 1503  # the last of the chain is known first


def test_a_long_chain_of_ifs_is_walked(tmp_path: Path) -> None:
    chain = " else ".join(["if a > 0 { s = &a }"] * 100)
    assert placed(find(tmp_path, f"package p\nvar s *int\nfunc f(a int) {{ {chain} }}\n"), "a").place == "heap"


def test_a_deep_nest_of_blocks_is_walked(tmp_path: Path) -> None:
    nest = "for { " * 300 + "s = &a" + " }" * 300
    assert placed(find(tmp_path, f"package p\nvar s *int\nfunc f(a int) {{ {nest} }}\n"), "a").place == "heap"


def test_a_flow_over_many_variables_is_followed(tmp_path: Path) -> None:
    steps = "\n".join(f"\tx{number + 1} := x{number}" for number in range(500))
    found = find(tmp_path, f"package p\nfunc f() *int {{\n\ta := 1\n\tx0 := &a\n{steps}\n\treturn x500\n}}\n")
    assert len(placed(found, "a").path) == 503


MARKED = """package p

func f(x interface{}) {
	switch y := x.(type) {
	case map[string]struct{ a int /* : */ }, // a colon: here
		func(b string) (c []byte):
		_ = y
	default /* ":" */ :
		_ = `:`
	}
	for range map[string]int{"range": 1} {
	}
	for _, range_ := range []int{} { _ = range_ }
}
"""


@pytest.mark.parametrize(("line", "column", "found"), [(5, 2, (6, 28)), (8, 2, (8, 20))])
def test_the_colon_of_a_clause_is_found_behind_types_and_comments(
    line: int, column: int, found: tuple[int, int]
) -> None:
    place = Marks([marked()]).colon(pack(1, line, column))
    assert (line_of(place), column_of(place)) == found


@pytest.mark.parametrize(("line", "found"), [(11, (11, 6)), (13, (13, 19))])
def test_the_word_range_is_found_behind_the_variables(line: int, found: tuple[int, int]) -> None:
    place = Marks([marked()]).range(pack(1, line, 2))
    assert (line_of(place), column_of(place)) == found


@pytest.mark.parametrize("position", [pack(1, 14, 1), pack(2, 1, 1)])
def test_what_has_no_mark_stays_where_it_is(position: int) -> None:
    assert Marks([marked()]).colon(position) == position


def marked() -> SourceFile:
    """Give the file that has marks."""
    return SourceFile(pack(1, 1, 1), "p.go", "p", [], [], MARKED.encode())


def test_the_same_program_gives_the_same_findings(tmp_path: Path) -> None:
    text = "package p\nvar s interface{}\nfunc f(a int) { s = a; s = &a; g := func() { s = a }; g() }\n"
    first, second = find(tmp_path, text), find(tmp_path, text)
    assert written(first.diagnostics) == written(second.diagnostics) == messages(tmp_path / "program.go")


def test_functions_come_before_the_function_that_gives_variables_their_values(tmp_path: Path) -> None:
    found = find(
        tmp_path,
        "package p\nvar a = b + g()\nvar b = len(c)\nvar c = []*int{h()}\n"
        "func g() int { return 1 }\nfunc h() *int { return new(int) }\nvar d = make([]int, a)\n",
    )
    assert written(found.diagnostics) == ["6:27: new(int) escapes to heap", "7:13: make([]int, a) escapes to heap"]
