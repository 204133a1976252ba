from gcsim.escape.output import diagnostic_lines
from tests.escape.output.handmade import analysis


def test_the_lines_are_the_compilers_inlining_first() -> None:
    assert diagnostic_lines(analysis()) == [
        "main.go:5: can inline getAge",
        "main.go:11: inlining call to getAge",
        "main.go:7: &age escapes to heap",
        "main.go:6: moved to heap: age",
    ]


def test_1_19_prints_columns_and_without_inlining_nothing_is_said_of_it() -> None:
    assert diagnostic_lines(analysis("1.19", inlined=False)) == [
        "./main.go:7:9: &age escapes to heap",
        "./main.go:6:2: moved to heap: age",
    ]
