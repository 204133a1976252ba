"""The figure of throughput and latency against goroutines per P."""

import numpy as np
import pandas as pd
import pytest

from gcsim.figures import multiplexing


@pytest.fixture
def table() -> pd.DataFrame:
    rows = [
        {
            "ps": ps,
            "goroutines_per_p": ratio,
            "wait_ms": 10.0,
            "compute_ms": 0.1,
            "simulated_s": 4.0 if ratio == 1 else 1.6,
            "replications": 4,
            "messages": 1000,
            "per_s_per_p": min(ratio * 99.0, 10_000.0),
            "p50_ms": max(0.105, ratio * 0.1 - 10),
            "p99_ms": max(0.2, ratio * 0.12 - 10),
        }
        for ps in (1, 4)
        for ratio in (1, 32, 64, 1024)
    ]
    return pd.DataFrame(rows)


def test_each_number_of_ps_has_a_line_in_both_panels_and_bounds_beside(table: pd.DataFrame) -> None:
    throughput, latency = multiplexing(table).axes
    legend = throughput.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["1 P", "4 Ps", "bounds of a closed system"]
    assert len(latency.lines) == 1 + 2 * 2
    bound = np.asarray(latency.lines[0].get_ydata())
    assert bound.min() == pytest.approx(0.1)
    assert bound.max() == pytest.approx(1024 * 0.1 - 10)


def test_the_headline_names_the_last_number_that_is_hardly_noticed(table: pd.DataFrame) -> None:
    figure = multiplexing(table)
    words = " ".join(" ".join(text.get_text().split()) for text in figure.texts)
    assert "64 goroutines share a P and hardly notice: a message takes 105 µs" in words
    assert "with 1,024 each waits its turn, 92.4 ms" in words


def test_each_point_has_a_bar_where_its_interval_is_known_and_the_note_says_over_what(table: pd.DataFrame) -> None:
    known = table.assign(p50_ms_low=table["p50_ms"] / 2, p50_ms_high=2 * table["p50_ms"])
    figure = multiplexing(known)
    throughput, latency = figure.axes
    bars = [segment for bars in latency.collections for segment in bars.get_segments()]  # type: ignore[attr-defined]
    assert len(bars) == len(table)
    assert not throughput.collections
    note = " ".join(figure.get_supxlabel().split())
    assert "Simulated, 1.6 to 4 s for each point" in note
    assert "95 % intervals over 4 replications" in note
