import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure

from gcsim.figures.labels import label_ends, pause_text, size_text, spread, time_text

_GAP = 0.1


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_labels_keep_their_order_and_their_distance(positions: list[float]) -> None:
    moved = spread(positions, _GAP)
    assert all(later - earlier >= _GAP - 1e-9 for earlier, later in zip(sorted(moved), sorted(moved)[1:], strict=False))
    pairs = [(a, b) for a in range(len(moved)) for b in range(len(moved))]
    assert all(moved[a] < moved[b] for a, b in pairs if positions[a] < positions[b])


@given(st.integers(1, 8))
def test_labels_that_are_far_enough_apart_stay_where_they_are(count: int) -> None:
    positions = [0.2 * number for number in range(count)]
    assert spread(positions, _GAP) == pytest.approx(positions)


def test_labels_of_lines_that_end_together_move_by_the_same_amount_up_and_down() -> None:
    assert spread([0.5, 0.5], _GAP) == pytest.approx([0.45, 0.55])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (size_text(64), "64 MiB"),
        (size_text(16384), "16 GiB"),
        (size_text(1536), "1.5 GiB"),
        (pause_text(0.1234), "123 µs"),
        (pause_text(1), "1 ms"),
        (pause_text(3028), "3.03 s"),
        (time_text(30), "30 s"),
        (time_text(90), "1.5 min"),
        (time_text(7200), "2 h"),
    ],
)
def test_quantities_are_written_as_people_say_them(text: str, expected: str) -> None:
    assert text.replace("\N{NO-BREAK SPACE}", " ") == expected


def test_a_line_is_labelled_at_the_height_of_its_end() -> None:
    ax = Figure().add_subplot()
    ax.set_yscale("log")
    ax.set_ylim(1, 100)
    label_ends(ax, {"1.4": 10.0, "1.8": 1.0}, gap=0.05)
    assert [(text.get_text(), text.xyann[1]) for text in ax.texts] == [  # type: ignore[attr-defined]  # annotations
        ("Go 1.4", pytest.approx(0.5)),
        ("Go 1.8", pytest.approx(0.0)),
    ]
