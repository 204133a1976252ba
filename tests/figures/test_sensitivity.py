import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from gcsim.figures import save
from gcsim.figures.sensitivity import sensitivity, short_names


def effects(rows: dict[str, tuple[float, float, float, float]], metric: str = "pause_p99") -> pd.DataFrame:
    """Give a table from mu*, sigma, first order and total of each parameter; NaN in the last for what is left out."""
    table = pd.DataFrame(rows, index=["mu_star", "sigma", "s1", "st"]).T.rename_axis("parameter").reset_index()
    for column in ("mu_star", "sigma", "s1", "st"):
        table[f"{column}_low"], table[f"{column}_high"] = table[column] - 0.05, table[column] + 0.05
    return table.assign(metric=metric, unit="ms", noise_mu_star=0.02, kept=table["st"].notna())


@pytest.fixture
def table() -> pd.DataFrame:
    nothing = float("nan")
    return effects(
        {
            "gogc": (2.0, 0.3, 0.6, 0.8),
            "workload.live_heap": (1.0, 0.9, 0.2, 0.35),
            "workload.churn": (0.05, 0.04, nothing, nothing),
            "workload.workers": (0.06, 0.05, nothing, nothing),
        }
    )


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for ax in figure.axes for text in ax.texts]


def headline(figure: Figure) -> str:
    return " ".join(figure.get_suptitle().split())


def test_each_metric_has_a_plane_and_bars_with_units(table: pd.DataFrame) -> None:
    figure = sensitivity(pd.concat([table, table.assign(metric="ops_per_s", unit="")]), "a basis")
    assert [ax.get_title(loc="left") for ax in figure.axes] == [
        "pause_p99",
        "share of the variance explained",
        "ops_per_s",
        "share of the variance explained",
    ]
    assert [figure.axes[at].get_xlabel() for at in (0, 2)] == [
        "mean size of an effect (mu*), ms",
        "mean size of an effect (mu*)",
    ]
    assert figure.axes[0].get_ylabel() == "its spread (sigma), ms"
    assert figure.get_supxlabel().startswith("a basis Bars: 95 % intervals.")


def test_points_have_names_and_what_is_left_out_has_one_together(table: pd.DataFrame) -> None:
    figure = sensitivity(table, "")
    named = [text.get_text() for text in figure.axes[0].texts]
    assert sorted(named) == ["2 negligible", "gogc", "live_heap"]
    alone = sensitivity(table.iloc[:3], "")
    assert sorted(text.get_text() for text in alone.axes[0].texts) == ["churn", "gogc", "live_heap"]


def test_bars_are_ordered_by_what_they_explain_and_what_is_left_out_says_so(table: pd.DataFrame) -> None:
    ax = sensitivity(table, "").axes[1]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["churn", "workers", "live_heap", "gogc"]
    widths = [bar.get_width() for bars in ax.containers[:1] for bar in bars]
    assert widths[2:] == pytest.approx([0.35, 0.8])
    assert [text.get_text() for text in ax.texts] == ["not asked: negligible"] * 2


def test_names_do_not_cover_each_other() -> None:
    crowd = {f"workload.parameter_{number}": (1 + 0.01 * number, 0.5, 0.1, 0.1) for number in range(6)}
    figure = sensitivity(effects(crowd), "")
    figure.draw_without_rendering()
    boxes = [Text.get_window_extent(text) for text in figure.axes[0].texts]
    assert len(boxes) == 6
    for at, box in enumerate(boxes):
        assert not any(box.shrunk(0.95, 0.9).overlaps(other.shrunk(0.95, 0.9)) for other in boxes[at + 1 :])


def test_the_headline_says_what_matters_most_and_whether_alone(table: pd.DataFrame) -> None:
    assert headline(sensitivity(table, "")) == (
        "pause_p99 depends most on gogc, which explains 60 % of the variance alone and 80 % together with others"
    )
    alone = effects({"gogc": (2.0, 0.3, 0.9, 0.88), "go": (1.0, 0.2, 0.1, 0.1)})
    assert headline(sensitivity(alone, "")) == (
        "pause_p99 depends most on gogc, which explains 88 % of the variance, almost all of it alone"
    )


def test_where_nothing_matters_the_headline_says_so() -> None:
    nothing = float("nan")
    none = effects({"gogc": (0.0, 0.0, nothing, nothing), "go": (0.0, 0.0, nothing, nothing)})
    assert headline(sensitivity(none, "")) == "pause_p99 depends on none of gogc, go"
    constant = sensitivity(none.assign(kept=True), "")
    assert "the metric does not vary" in texts(constant)
    noisy = effects({"gogc": (0.01, 0.01, nothing, nothing)})
    assert headline(sensitivity(noisy, "")) == "pause_p99 depends on none of gogc by more than its replications differ"


def test_without_noise_nothing_is_shaded(table: pd.DataFrame) -> None:
    shaded = len(sensitivity(table, "").axes[0].patches)
    assert len(sensitivity(table.assign(noise_mu_star=np.nan), "").axes[0].patches) == shaded - 1


def test_keys_that_end_alike_keep_their_beginning() -> None:
    assert short_names(["a.pause", "b.pause", "gogc"]) == {"a.pause": "a.pause", "b.pause": "b.pause", "gogc": "gogc"}


def test_the_same_table_gives_the_same_bytes(table: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> None:
    files = [save(sensitivity(table, "a basis"), tmp_path_factory.mktemp("figure"), "s") for _ in range(2)]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]
