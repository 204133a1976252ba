"""The leak report as it is printed."""

from collections.abc import Sequence
from typing import Any

import pytest
from rich.console import Console, RenderableType

from gcsim.cli.leaks import render_counts, render_leaks


def printed(parts: Sequence[RenderableType]) -> list[str]:
    console = Console(width=120, highlight=False, color_system=None)
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    return [" ".join(line.split()) for line in captured.get().splitlines() if line.strip()]


def a_group(**changes: Any) -> dict[str, Any]:  # noqa: ANN401
    group = {
        "program": "sender", "where": "prog.py:12", "waits": "chan send", "goroutines": 1200,
        "goroutines_per_s": 1234.5, "stack_bytes": 2457600, "heap_bytes": 512, "descriptors": 0,
    }  # fmt: skip
    return group | changes


def leaks_of(*groups: dict[str, Any]) -> dict[str, Any]:
    numbers = ("goroutines", "goroutines_per_s", "stack_bytes", "heap_bytes", "descriptors")
    return {**{name: sum(group[name] for group in groups) for name in numbers}, "groups": list(groups)}


def test_nothing_is_printed_where_nothing_leaked() -> None:
    assert render_leaks(leaks_of()) == []
    assert render_counts({}) == []


def test_a_group_is_a_line_with_its_program_amounts_line_and_reason() -> None:
    head, line = printed(render_leaks(leaks_of(a_group())))
    assert head == "leaked goroutines n per s stack heap descriptors waits at for"
    assert line == "sender 1,200 1,234 2.34MiB 512B 0 prog.py:12 chan send"


def test_several_groups_are_added_up() -> None:
    other = a_group(program="serve", goroutines=3, goroutines_per_s=0.25, stack_bytes=6144, descriptors=3)
    *_, second, together = printed(render_leaks(leaks_of(a_group(), other)))
    assert second == "serve 3 0.25 6KiB 512B 3 prog.py:12 chan send"
    assert together == "together 1,203 1,235 2.35MiB 1KiB 3"


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ({"values_dropped": 1200}, "program: 1,200 values dropped"),
        ({"fetched": 9, "fetched_for_the_first_time": 3}, "program: 9 fetched, 3 fetched for the first time"),
    ],
)
def test_what_a_program_counted_is_one_line(counts: dict[str, int], line: str) -> None:
    assert printed(render_counts(counts)) == [line]
