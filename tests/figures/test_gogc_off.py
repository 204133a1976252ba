import pandas as pd
import pytest

from gcsim.figures import gogc_off
from gcsim.figures.style import PALETTE
from tests.figures.conftest import points_of


def _plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def test_the_headline_sets_what_is_saved_beside_how_long_it_lasts(memories: pd.DataFrame) -> None:
    (key,) = gogc_off(memories).legends
    assert _plain(key.get_title().get_text()) == (
        "Without its collector Go 1.8 saves 20 % of the CPU at 400 MiB/s, but 16 GiB last 41 s; "
        "at 10 MiB/s they last 27.3 min and 0.5 % is saved"
    )


def test_one_line_for_each_memory_stands_for_all_releases(memories: pd.DataFrame) -> None:
    rate, _ = gogc_off(memories).axes
    assert [_plain(text.get_text()) for text in rate.texts] == ["1 GiB", "16 GiB"]
    ends = sorted(points_of(line)[:, 1].max() for line in rate.lines)
    assert ends == pytest.approx([102.4, 1638.4])


def test_what_is_saved_is_drawn_for_the_largest_memory_with_a_line_for_each_release(memories: pd.DataFrame) -> None:
    _, saved = gogc_off(memories).axes
    assert [line.get_color() for line in saved.lines] == list(PALETTE.values())
    assert all(sorted(points_of(line)[:, 1]) == pytest.approx([40.96, 1638.4]) for line in saved.lines)
    assert [_plain(text.get_text()) for text in saved.texts] == ["≈ 400 MiB/s", "≈ 10 MiB/s"]
    assert _plain(saved.get_xlabel()) == "CPU saved until then (16 GiB of memory)"
