import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from gcsim.figures import throughput_vs_latency
from gcsim.figures.style import PALETTE
from tests.figures.conftest import RELEASES, points_of

_HEAPS = (16.0, 128.0, 1024.0)
_LOST = {"GHC": 5.0, "Go 1.4": 13.0, "Go 1.5": 25.0, "Go 1.6": 26.0, "Go 1.7": 23.0, "Go 1.8": 24.5}
_GHC = "#cc79a7"


def _simulated() -> pd.DataFrame:
    rows = []
    for label, lost in _LOST.items():
        grows = label in {"GHC", "Go 1.4"}
        for heap in _HEAPS:
            longest = heap * (0.3 if label == "GHC" else 0.15) if grows else 0.24
            rows.append(
                {
                    "label": label,
                    "live_heap_mib": heap,
                    "replications": 3,
                    "cycles": 50 + heap,
                    "p50_ms": 0.1 if label == "GHC" else 0.9 * longest,
                    "longest_ms": longest,
                    "longest_ms_low": 0.9 * longest,
                    "longest_ms_high": 1.1 * longest,
                    "lost_percent": lost,
                    "peak_over_live": 3.0 if label == "GHC" else 2.2,
                }
            )
    return pd.DataFrame(rows)


@pytest.fixture
def figure() -> Figure:
    measured = pd.DataFrame(
        {
            "label": ["GHC", "GHC", "Go 1.8"],
            "live_heap_mib": [64.0, 512.0, 128.0],
            "cycles": [6, 3, 60],
            "p50_ms": [None, None, 0.13],
            "longest_ms": [32.0, 300.0, None],
        }
    )
    published = pd.DataFrame({"label": ["GHC", "Go 1.7"], "live_heap_mib": 195.0, "longest_ms": [60.0, 0.3]})
    return throughput_vs_latency(_simulated(), measured.astype({"p50_ms": float, "longest_ms": float}), published)


def _texts(ax: Axes) -> list[str]:
    return [text.get_text().replace("\N{NO-BREAK SPACE}", " ") for text in ax.texts]


def test_the_headline_is_computed_from_the_largest_heap(figure: Figure) -> None:
    words = " ".join(figure.get_suptitle().replace("\N{NO-BREAK SPACE}", " ").split())
    assert words == (
        "With 1 GiB live, GHC's collector costs the program 5% of the processors and stops it for up to 307 ms; "
        "that of Go 1.8 costs 24% and stops it for up to 240 µs"
    )


def test_on_the_left_each_collector_is_a_line_with_a_marker_for_each_heap(figure: Figure) -> None:
    trade = figure.axes[0]
    for color, label in [(_GHC, "GHC"), *((PALETTE[go], f"Go {go}") for go in RELEASES)]:
        line, *markers = (line for line in trade.lines if line.get_color() == color)
        assert points_of(line)[:, 0].tolist() == [_LOST[label]] * 3
        assert [points_of(marker)[0, 1] for marker in markers] == points_of(line)[:, 1].tolist()
        sizes = [marker.get_markersize() for marker in markers]
        assert sizes == sorted(set(sizes))


def test_every_collector_is_named_in_both_panels(figure: Figure) -> None:
    trade, heaps = figure.axes
    assert sorted(text for text in _texts(trade) if text in _LOST) == sorted(_LOST)
    assert _texts(heaps) == sorted(_LOST)
    assert {"16 MiB", "1 GiB", "better"} <= set(_texts(trade))


def test_on_the_right_the_longest_pause_is_solid_and_the_median_dashed(figure: Figure) -> None:
    lines = [line for line in figure.axes[1].lines if line.get_color() == _GHC]
    longest, median = (points_of(line)[:, 1].tolist() for line in lines)
    assert (longest, median) == (pytest.approx([4.8, 38.4, 307.2]), [0.1] * 3)
    assert [line.is_dashed() for line in lines] == [False, True]


def test_measured_and_published_points_stand_where_they_are_known(figure: Figure) -> None:
    caps = {"_", "|"}  # of the bars
    lines = [line for line in figure.axes[1].lines if line.get_marker() not in caps]
    marks = [line for line in lines if line.get_linestyle() == "None"]
    shown = {(line.get_marker(), *point) for line in marks for point in points_of(line).tolist()}
    assert shown == {("P", 64, 32), ("P", 512, 300), ("v", 128, 0.13), ("x", 195, 60), ("x", 195, 0.3)}


def test_both_pauses_are_logarithmic_and_less_lost_is_left(figure: Figure) -> None:
    trade, heaps = figure.axes
    assert (trade.get_yscale(), heaps.get_xscale(), heaps.get_yscale()) == ("log", "log", "log")
    assert trade.get_xlim()[0] == 0


def test_the_note_says_what_memory_it_takes_and_on_what_points_rest(figure: Figure) -> None:
    note = " ".join(figure.get_supxlabel().split())
    assert "peaks at 3.0 times the live heap under GHC, at up to 2.2 times under Go" in note
    assert "at least 66 collections a point" in note
    assert "at least 3 major collections" in note
    assert "the longest is that of a run, in the mean" in note
    assert "95 % intervals over 3 replications" in note


def test_the_longest_pause_has_a_bar_in_both_panels(figure: Figure) -> None:
    for ax in figure.axes:
        bars = [segment for bars in ax.collections for segment in bars.get_segments()]  # type: ignore[attr-defined]
        assert len(bars) == len(_LOST) * len(_HEAPS)
