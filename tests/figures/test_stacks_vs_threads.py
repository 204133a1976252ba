import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from gcsim.figures.stacks_vs_threads import stacks_vs_threads
from tests.figures.conftest import points_of

_EACH = {"pthread": (2**23, 2**15), "m": (2**15, 2**15), "goroutine_8k": (2**13, 2**12), "goroutine_2k": (2**11, 2**11)}
_LIMITS = [
    ("pthread", "vm.max_map_count", 32_000, True),
    ("pthread", "kernel.pid_max", 32_100, False),
    ("pthread", "kernel.threads-max", 100_000, False),
    ("pthread", "memory", 700_000, False),
    ("pthread", "address space", 17_000_000, False),
    ("m", "Go's thread limit", 10_000, True),
    ("m", "kernel.pid_max", 32_100, False),
    ("m", "memory", 700_000, False),
    ("goroutine_8k", "memory", 5_000_000, True),
    ("goroutine_2k", "memory", 10_000_000, True),
    ("goroutine_2k", "Go's arena", 268_435_456, False),
]


@pytest.fixture
def figure() -> Figure:
    memory = pd.DataFrame([_row(kind, n) for kind in _EACH for n in (1, 1000, 1_000_000)])
    limits = pd.DataFrame([{**_row(kind, n), "limit": limit, "first": first} for kind, limit, n, first in _LIMITS])
    levels = pd.DataFrame([("address space", 2**47), ("memory", 2**34)], columns=["limit", "level_bytes"])
    return stacks_vs_threads(memory, limits, levels)


def _row(kind: str, n: int) -> dict[str, object]:
    reserved, resident = _EACH[kind]
    return {
        "kind": kind,
        "label": f"a {kind}",
        "concurrency": n,
        "reserved_bytes": n * reserved,
        "resident_bytes": n * resident,
    }


def _plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def _marks(ax: Axes) -> list[tuple[float, float]]:
    return [tuple(points_of(line)[0]) for line in ax.lines if line.get_marker() not in ("None", "")]


def _texts(ax: Axes) -> list[str]:
    return [_plain(text.get_text()) for text in ax.texts]


def test_the_headline_sets_goroutines_beside_as_many_threads_and_says_where_those_end(figure: Figure) -> None:
    assert _plain(figure.get_suptitle()) == (
        "1,000,000 goroutines take 1.91 GiB; as many threads would reserve 7.63 TiB and take 30.5 GiB, but Linux ends "
        "them at 32,000 by default"
    )


def test_a_line_is_solid_up_to_its_first_limit_and_dashed_beyond(figure: Figure) -> None:
    for ax, each in zip(figure.axes, (2**23, 2**15), strict=True):
        solid = next(line for line in ax.lines if line.get_label() == "a pthread")
        dashed = ax.lines[ax.lines.index(solid) + 1]
        assert points_of(solid).tolist() == [[1, each], [1000, 1000 * each], [32_000, 32_000 * each]]
        assert points_of(dashed).tolist() == [[32_000, 32_000 * each], [1_000_000, 1_000_000 * each]]
        assert (solid.get_linestyle(), dashed.get_linestyle()) == ("-", "--")


def test_a_go_program_ends_with_its_own_limit_of_threads(figure: Figure) -> None:
    for ax in figure.axes:
        (line,) = (line for line in ax.lines if line.get_label() == "a m")
        assert points_of(line)[-1, 0] == 10_000


def test_lines_without_a_limit_in_the_figure_are_solid_to_the_end(figure: Figure) -> None:
    for ax in figure.axes:
        lines = [line for line in ax.lines if str(line.get_label()).startswith("a goroutine")]
        assert [points_of(line)[-1, 0] for line in lines] == [1_000_000] * 2
        assert {line.get_linestyle() for line in lines} == {"-"}


def test_counts_are_marked_in_both_panels_and_amounts_where_they_belong(figure: Figure) -> None:
    reserved, resident = figure.axes
    assert [n for n, _ in _marks(reserved)] == [32_000, 100_000, 10_000]
    assert [n for n, _ in _marks(resident)] == [32_000, 100_000, 700_000, 10_000]
    assert [size for _, size in _marks(resident)] == [n * 2**15 for n, _ in _marks(resident)]


def test_limits_that_lie_together_share_a_mark_and_each_is_named_once(figure: Figure) -> None:
    reserved, resident = figure.axes
    assert _texts(reserved) == [
        "32,000: vm.max_map_count, kernel.pid_max",
        "100,000: kernel.threads-max",
        "10,000: Go's thread limit",
        "address space, 128 TiB",
    ]
    assert _texts(resident) == ["700,000: memory", "memory, 16 GiB"]


def test_both_panels_have_the_same_logarithmic_axes_with_units(figure: Figure) -> None:
    figure.canvas.draw()
    reserved, resident = figure.axes
    assert reserved.get_ylim() == resident.get_ylim()
    assert (reserved.get_xscale(), reserved.get_yscale()) == ("log", "log")
    ticks = [_plain(label.get_text()) for label in (*reserved.get_xticklabels(), *reserved.get_yticklabels())]
    assert ticks == [
        *("1", "100", "10,000", "1,000,000"),
        *("1 KiB", "32 KiB", "1 MiB", "32 MiB", "1 GiB", "32 GiB", "1 TiB", "32 TiB"),
    ]


def test_the_note_says_what_lies_outside_of_the_figure(figure: Figure) -> None:
    note = _plain(figure.get_supxlabel())
    assert "Computed, not simulated" in note
    assert "full with 17.0 million threads, 16 GiB of memory are with 10.0 million goroutines on 2 KiB" in note
    assert "and 5.0 million on 8 KiB" in note
