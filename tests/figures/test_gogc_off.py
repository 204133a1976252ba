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


def test_the_note_says_how_narrow_intervals_are_that_nobody_can_see(memories: pd.DataFrame) -> None:
    assert "interval" not in gogc_off(memories).get_supxlabel()
    ends = {f"oom_s_{end}": memories["oom_s"] * by for end, by in (("low", 0.998), ("high", 1.002))}
    note = _plain(gogc_off(memories.assign(replications=3, **ends)).get_supxlabel())
    assert "95 % intervals over 3 replications" in note
    assert note.endswith("Those of the times are at most ±0.2 % of them.")
    same = memories.assign(replications=3, oom_s_low=memories["oom_s"], oom_s_high=memories["oom_s"])
    assert _plain(gogc_off(same).get_supxlabel()).endswith("The times are the same in all.")


def test_what_is_saved_has_a_bar_across(memories: pd.DataFrame) -> None:
    ends = {f"gc_cpu_percent_{end}": memories["gc_cpu_percent"] * by for end, by in (("low", 0.9), ("high", 1.1))}
    _, saved = gogc_off(memories.assign(**ends)).axes
    bars = [segment for bars in saved.collections for segment in bars.get_segments()]  # type: ignore[attr-defined]
    assert len(bars) == 5 * 2
    assert all(bar[0, 1] == bar[1, 1] for bar in bars)
