"""gcsim beside the real compiler of Go 1.19: as much the same as was promised, and never unsound.

Everywhere the messages that were recorded are what gcsim is compared with; where a Go 1.19 is installed (Debian 12 has
it, no package index does), the recordings are checked, and programs that nobody has seen are compared too.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.escape.differential.compare import Comparison, compare, share, table
from tests.escape.differential.corpus import GENERATED, PROGRAMS, Program, read_programs
from tests.escape.differential.grammar.programs import generate, programs
from tests.escape.differential.lines import Line
from tests.escape.differential.ours import analyse_program
from tests.escape.differential.real import FLAGS, compile_programs, find_go, read_recorded

PAGE = Path(__file__).parents[3] / "docs" / "escape.md"
GO = find_go()
needs_go = pytest.mark.skipif(GO is None, reason="there is no go1.19 on PATH")
both_ways = pytest.mark.parametrize("how", FLAGS)
of_both = pytest.mark.parametrize("folder", [PROGRAMS, GENERATED], ids=lambda folder: folder.name)


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[Comparison]]:
    """Compare both corpora with what was recorded, in both ways."""
    found = {}
    for folder in (PROGRAMS, GENERATED):
        for how in FLAGS:
            recorded = read_recorded(folder.name, how)
            where = tmp_path_factory.mktemp(f"{folder.name}-{how}")
            found[folder.name, how] = _compare(read_programs(folder), recorded, where, how)
    return found


def _compare(all_: list[Program], real: dict[str, list[Line]], where: Path, how: str) -> list[Comparison]:
    return [
        compare(program, real.get(program.name, []), analyse_program(program.write(where), inline=how == "m"))
        for program in all_
    ]


def _told(comparisons: list[Comparison]) -> str:
    """Tell the classes of differences, for the message of a test that fails."""
    rows = table(difference for comparison in comparisons for difference in comparison.differences)
    return "\n".join(f"{count:4} {name}: {example}" for name, count, example in rows[:20])


@both_ways
@of_both
def test_95_of_100_messages_are_those_of_the_real_compiler(
    compared: dict[tuple[str, str], list[Comparison]], folder: Path, how: str
) -> None:
    comparisons = compared[folder.name, how]

    assert share(comparisons) >= 0.95, _told(comparisons)


@both_ways
@of_both
def test_no_value_that_the_real_compiler_moves_to_the_heap_is_left_on_the_stack(
    compared: dict[tuple[str, str], list[Comparison]], folder: Path, how: str
) -> None:
    assert [what for comparison in compared[folder.name, how] for what in comparison.unsound] == []


def test_every_kind_of_difference_is_told_in_the_manual(
    compared: dict[tuple[str, str], list[Comparison]],
) -> None:
    every = [one for comparisons in compared.values() for comparison in comparisons for one in comparison.differences]
    manual = PAGE.read_text(encoding="utf-8")

    assert [f"{name}: {example}" for name, _, example in table(every) if f"`{name}`" not in manual] == []


def test_the_corpora_are_as_large_as_was_promised() -> None:
    assert len(read_programs(PROGRAMS)) >= 120
    assert len(read_programs(PROGRAMS)) + len(read_programs(GENERATED)) >= 180


@needs_go
@both_ways
@of_both
def test_what_was_recorded_is_what_the_compiler_says(tmp_path: Path, folder: Path, how: str) -> None:
    assert GO is not None
    said = compile_programs(GO, read_programs(folder), tmp_path, how)

    assert {name: lines for name, lines in said.items() if lines} == read_recorded(folder.name, how)


@pytest.mark.slow
@needs_go
@both_ways
def test_three_hundred_programs_that_nobody_has_seen_are_judged_alike(tmp_path: Path, how: str) -> None:
    assert GO is not None
    fresh = generate(300, start=19)
    comparisons = _compare(fresh, compile_programs(GO, fresh, tmp_path / "real", how), tmp_path / "ours", how)

    assert share(comparisons) >= 0.95, _told(comparisons)
    assert [what for comparison in comparisons for what in comparison.unsound] == []


@pytest.mark.slow
@needs_go
@given(programs())
@settings(
    max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
def test_no_program_of_the_grammar_is_judged_unsoundly(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    assert GO is not None
    program = Program("p", {"p.go": text})
    where = tmp_path_factory.mktemp("p")
    real = compile_programs(GO, [program], where / "real", "m")
    (comparison,) = _compare([program], real, where / "ours", "m")

    assert comparison.unsound == [], text
