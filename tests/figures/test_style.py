from itertools import pairwise

import matplotlib as mpl
import pytest
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from gcsim.figures.style import CAUSE_NAMES, CAUSE_PALETTE, MARKERS, PALETTE, footnote, headline, ink_of, styled
from gcsim.scenario.models import RELEASES
from gcsim.vocabulary import Cause

_LEGIBLE = 3.0  # WCAG 2.1, success criterion 1.4.11: graphics and large text


def _luminance(color: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(color)]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_every_release_has_a_colour_and_a_marker_of_its_own() -> None:
    assert tuple(PALETTE) == tuple(MARKERS) == RELEASES
    assert len(set(PALETTE.values())) == len(set(MARKERS.values())) == len(RELEASES)


def test_a_release_and_the_next_differ_in_lightness_too() -> None:
    assert all(abs(_luminance(PALETTE[a]) - _luminance(PALETTE[b])) > 0.1 for a, b in pairwise(PALETTE))


@pytest.mark.parametrize("release", RELEASES)
def test_text_about_a_release_is_legible_on_white(release: str) -> None:
    assert 1.05 / (_luminance(ink_of(release)) + 0.05) >= _LEGIBLE


def test_the_style_does_not_depend_on_the_settings_of_whoever_draws() -> None:
    with mpl.rc_context({"axes.titlesize": 40, "figure.dpi": 17}):
        with styled():
            inside = dict(mpl.rcParams)
        assert mpl.rcParams["axes.titlesize"] == 40
    with styled():
        assert {**mpl.rcParams, "backend": None} == {**inside, "backend": None}


def test_long_sentences_are_broken_so_that_they_fit_the_figure() -> None:
    figure = Figure(figsize=(5, 4))
    headline(figure, "word " * 40)
    footnote(figure, "word " * 60)
    assert figure.get_suptitle().count("\n") >= 2
    assert figure.get_supxlabel().count("\n") >= 2


def test_releases_are_named_below_the_headline_where_lines_have_no_labels() -> None:
    figure = Figure(figsize=(7, 4))
    headline(figure, "finding", ["1.7", "1.8"])
    (key,) = figure.legends
    assert key.get_title().get_text() == "finding"
    assert [text.get_text() for text in key.get_texts()] == ["Go 1.7", "Go 1.8"]


def test_every_cause_has_a_name_and_a_colour_of_its_own() -> None:
    causes = [cause.name.lower() for cause in Cause]
    assert list(CAUSE_PALETTE) == list(CAUSE_NAMES) == causes
    assert len(set(CAUSE_PALETTE.values())) == len(set(CAUSE_NAMES.values())) == len(causes)
