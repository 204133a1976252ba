from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from experiments.published import EXPERIMENT, POINTS, table_of
from experiments.published_fit import BASE, PROFILE, fitted_profile, profile_text, simulating
from gcsim.fidelity.published import FREE, HALVES, MOST_FREE, read_points, scenarios_of
from gcsim.scenario import load_hardware
from gcsim.studies import run_key

_MS = 1_000_000
_POINTS = read_points(POINTS)
_KEYS = {scenario.name: run_key(scenario) for point in _POINTS for scenario in scenarios_of(point)}


def _runs(keys: set[str]) -> pd.DataFrame:
    """Runs whose every stop takes 2 ms."""
    row = {
        "pauses_ns": [4 * _MS, 4 * _MS],
        "stops_ns": [2 * _MS] * 4,
        "stop_phases": [1, 2, 1, 2],
        "cycle_medians.mark_ms": 30.0,
        "op_ns.max": 9 * _MS,
        "cycles": 2,
    }
    return pd.DataFrame([{"run_key": key, **row} for key in sorted(keys)])


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return table_of(_runs({run_key(scenario) for scenario in EXPERIMENT.study(quick=False).expand()}))


def test_every_published_figure_says_under_which_conditions_and_where_and_has_a_name_of_its_own() -> None:
    assert len(_POINTS) > 100
    assert all(point.conditions and point.source and point.version for point in _POINTS)
    assert max(Counter(point.name for point in _POINTS).values()) == 1
    assert {point.half for point in _POINTS} == set(HALVES)


def test_what_is_not_simulated_says_why_and_is_fitted_by_nothing() -> None:
    listed = [point for point in _POINTS if not scenarios_of(point)]
    assert {point.version for point in listed} >= {"1.9"}
    assert all(point.if_missed.startswith("not simulated: ") and point.half == "judged" for point in listed)


def test_each_group_that_was_fitted_to_is_judged_as_well() -> None:
    halves = {point.group: set() for point in _POINTS}  # type: dict[str, set[str]]
    for point in _POINTS:
        halves[point.group].add(point.half)
    assert all("judged" in of_group for group, of_group in halves.items())


def test_a_value_lies_within_its_own_band() -> None:
    for point in _POINTS:
        assert (point.low_ms or 0) <= point.value_ms <= (point.high_ms or float("inf")), point.name


def test_the_profile_states_few_numbers_and_leaves_all_others_to_the_measured_machine() -> None:
    base, fitted = load_hardware(BASE).costs, load_hardware(PROFILE).costs
    differ = set()
    for name in base.__dataclass_fields__:
        old, new = getattr(base, name), getattr(fitted, name)
        if isinstance(old, float):
            differ |= {(name, None)} if old != new else set()
        else:
            assert old.keys() == new.keys()
            differ |= {(name, key) for key in old if old[key] != new[key]}
    assert differ <= set(FREE)
    assert len(FREE) <= MOST_FREE


def test_the_table_has_every_figure_with_its_ratio_and_the_cycles_that_it_rests_on(table: pd.DataFrame) -> None:
    assert table["name"].tolist() == [point.name for point in _POINTS]
    row = table.set_index("name").loc["1 GB of bss, 1.7"]
    assert (row["simulated_ms"], row["cycles"], row["ratio"]) == (2.0, 2, pytest.approx(2 / 0.302))


def test_only_a_miss_has_a_reason(table: pd.DataFrame) -> None:
    met = table["ratio"].between(0.5, 2)
    assert (table.loc[met, "reason"] == "").all()
    assert (table.loc[table["ratio"].isna(), "reason"].str.startswith("not simulated")).all()


def test_alternatives_of_a_row_count_together(table: pd.DataFrame) -> None:
    service = table.set_index("name").loc["production, 1.8 beta 1"]
    assert (service["cycles"], service["simulated_ms"]) == (6, 4.0)


def test_a_figure_whose_runs_are_not_all_there_is_left_out() -> None:
    some = table_of(_runs({_KEYS["1 GB of bss, 1.6"]}))
    assert some.loc[some["ratio"].notna(), "name"].tolist() == ["1 GB of bss, 1.6"]


def test_quick_leaves_out_points_and_simulates_the_others_as_they_are() -> None:
    full, quick = ({run_key(run) for run in EXPERIMENT.study(quick=short).expand()} for short in (False, True))
    assert quick < full


def test_the_figure_takes_the_table(table: pd.DataFrame) -> None:
    assert len(EXPERIMENT.figure(table).axes) == 2


def test_alike_scenarios_are_simulated_once() -> None:
    batches: list[int] = []
    (small,) = (
        scenario for point in _POINTS if point.name == "no idle goroutines, 1.8" for scenario in scenarios_of(point)
    )
    short = small.model_copy(update={"until": small.until.model_copy(update={"cycles": 1})})
    with simulating(1, batches.append) as simulate:
        first, second = simulate([short, short])
        (third,) = simulate([short])
    assert first == second == third
    assert batches == [1, 0]


def test_a_fit_without_rows_leaves_the_base_as_it_is(tmp_path: Path) -> None:
    numbers = fitted_profile([], lambda _: [])
    (tmp_path / "published.yaml").write_text(profile_text(numbers, 0), encoding="utf-8")
    (tmp_path / f"{BASE}.yaml").write_text(
        PROFILE.with_name(f"{BASE}.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    fitted = load_hardware(tmp_path / "published.yaml")
    assert fitted.cores >= max(scenario.ps for point in _POINTS for scenario in scenarios_of(point))
    base = load_hardware(BASE).costs
    for field, key in FREE:
        old, new = getattr(base, field), getattr(fitted.costs, field)
        assert (new if key is None else new[key]) == pytest.approx(old if key is None else old[key], rel=0.005)


@pytest.mark.slow
def test_four_fifths_of_all_figures_lie_within_a_factor_of_two(tmp_path: Path) -> None:
    path = EXPERIMENT.run(tmp_path, quick=False, workers=None)[-1]
    ratios = pd.read_csv(path)["ratio"].dropna()
    assert ratios.between(0.5, 2).mean() >= 0.8
