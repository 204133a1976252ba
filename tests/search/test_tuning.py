import importlib
import math
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from gcsim.search.points import Answers
from gcsim.search.quantities import Quantity
from gcsim.search.ranges import Parameter, Point, Value
from gcsim.search.sensitivity import SearchExtraError
from gcsim.search.tuning import BATCH, Constraint, ConstraintError, Objective, Trial, constraint_of, tune
from gcsim.studies.metrics import MetricError

PLANE = [Parameter("x", -5.0, 5.0, own=-4.0), Parameter("y", 0.0, 5.0, own=4.0)]


def number(value: Value) -> float:
    assert not isinstance(value, str)
    return value


def bowl(points: Sequence[Point]) -> Answers:
    """Answer with a quadratic whose least value on x + y <= 2 is 0.5, at (0.5, 1.5)."""
    xy = np.array([[number(point["x"]), number(point["y"])] for point in points])
    values = (xy[:, 0] - 1) ** 2 + (xy[:, 1] - 2) ** 2
    noise = np.array([-0.01, 0.0, 0.01])
    return {"f": values[:, None] + noise, "sum": xy.sum(axis=1)[:, None] + 0 * noise}


def below(limit: float) -> Constraint:
    return Constraint("sum", "<=", limit, Quantity.NUMBER, f"sum<={limit:g}")


def test_a_quadratic_under_a_constraint_is_least_where_the_line_touches_it() -> None:
    found = tune(PLANE, bowl, Objective("f"), [below(2.0)], trials=100, seed=1)
    assert found.best is not None
    assert found.best.value == pytest.approx(0.5, abs=0.25)
    assert 1.7 <= found.best.limited[0] <= 2.0
    assert found.best.half_width == pytest.approx(4.303 * 0.01 / math.sqrt(3), rel=1e-3)
    assert found.nearest is None
    # Its gradient is zero within the plane: nothing beside it is better and keeps to the limit.
    assert len(found.beside) == 4
    assert all(not trial.feasible or trial.value >= found.best.value for trial in found.beside)


def test_without_constraints_the_bottom_is_found() -> None:
    found = tune(PLANE, bowl, Objective("f"), [], trials=80, seed=1)
    assert found.best is not None
    assert found.best.value < 0.2


def test_what_is_maximized_becomes_large() -> None:
    found = tune(PLANE, bowl, Objective("f", maximize=True), [], trials=60, seed=1)
    assert found.best is not None
    assert found.best.value > 40  # of 45 at (-5, 5)
    assert all(trial.value <= found.best.value for trial in found.trials)


def test_the_same_seed_gives_the_same_search_and_another_one_another() -> None:
    first, second, third = (tune(PLANE, bowl, Objective("f"), [below(2.0)], trials=30, seed=seed) for seed in (1, 1, 2))
    assert first == second
    assert [trial.point for trial in first.trials] != [trial.point for trial in third.trials]


def test_points_are_asked_for_in_batches_and_the_file_comes_first() -> None:
    asked: list[int] = []

    def answer(points: Sequence[Point]) -> Answers:
        asked.append(len(points))
        return bowl(points)

    told: list[int] = []
    found = tune(PLANE, answer, Objective("f"), [], trials=25, seed=1, tell=lambda trials: told.append(len(trials)))
    assert asked[:3] == [BATCH, BATCH, 5]
    assert told == np.cumsum(asked).tolist()
    assert [trial.origin for trial in found.trials[:2]] == ["file", "search"]
    assert found.trials[0].point == {"x": -4.0, "y": 4.0}
    assert {trial.origin for trial in found.trials[25:]} == {"beside"}


def test_a_file_that_lies_outside_of_the_ranges_or_sweeps_is_not_asked() -> None:
    for own in (7.0, None):
        found = tune([Parameter("x", -5.0, 5.0, own=own), PLANE[1]], bowl, Objective("f"), [], trials=2, seed=1)
        assert "file" not in {trial.origin for trial in found.trials}


def test_where_nothing_keeps_to_the_limit_the_nearest_is_told() -> None:
    found = tune(PLANE, bowl, Objective("f"), [below(-6.0)], trials=30, seed=1)
    assert found.best is None
    assert found.beside == ()
    assert found.nearest is not None
    assert found.nearest.violation == min(trial.violation for trial in found.trials) > 0


def missing_where(lacks: Callable[[Point], bool]) -> Callable[[Sequence[Point]], Answers]:
    def answer(points: Sequence[Point]) -> Answers:
        values = dict(bowl(points))
        gaps = np.array([lacks(point) for point in points])
        values["f"][gaps, 1] = math.nan
        return values

    return answer


def test_a_point_with_a_run_that_has_no_value_is_neither_best_nor_the_end() -> None:
    answer = missing_where(lambda point: number(point["x"]) > 0.0)
    found = tune(PLANE, answer, Objective("f"), [], trials=40, seed=1)
    assert found.best is not None
    assert number(found.best.point["x"]) <= 0
    assert any(not trial.complete for trial in found.trials)


def test_where_no_point_has_a_value_there_is_no_nearest() -> None:
    found = tune(PLANE, missing_where(lambda _: True), Objective("f"), [below(2.0)], trials=12, seed=1)
    assert (found.best, found.nearest) == (None, None)
    assert all(math.isnan(trial.half_width) and trial.violation == math.inf for trial in found.trials)


def test_choices_and_whole_numbers_are_searched_too() -> None:
    parameters = [Parameter("go", 0, 2, choices=("1.6", "1.7", "1.8")), Parameter("n", 1, 64, log=True, step=1)]

    def answer(points: Sequence[Point]) -> Answers:
        values = [[float({"1.6": 2, "1.7": 0, "1.8": 1}[str(p["go"])]) + abs(number(p["n"]) - 20)] for p in points]
        assert all(isinstance(point["n"], int) for point in points)
        return {"f": np.array(values)}

    found = tune(parameters, answer, Objective("f"), [], trials=60, seed=1)
    assert found.best is not None
    assert found.best.point["go"] == "1.7"
    assert abs(number(found.best.point["n"]) - 20) <= 2
    assert math.isnan(found.best.half_width)  # of one replication
    assert min(str(trial.point["go"]) for trial in found.beside) == "1.6"


def test_a_neighbour_that_is_better_becomes_the_best_and_gets_neighbours_of_its_own() -> None:
    slope = [Parameter("x", 0.0, 1.0)]
    found = tune(
        slope, lambda points: {"f": np.array([[number(p["x"])] for p in points])}, Objective("f"), [], trials=1, seed=1
    )
    assert found.best is not None
    assert found.best.origin == "beside"
    assert found.best.point == {"x": 0.0}
    assert [trial.point for trial in found.beside] == [{"x": 0.05}]


@pytest.mark.parametrize(
    ("text", "limit", "value", "violation"),
    [
        ("pause_p99<10ms", 10_000_000, 11_000_000, 0.1),
        ("pause_p99 <= 10ms", 10_000_000, 10_000_000, 0.0),
        ("heap_peak<2GiB", 2**31, 2**30, -0.5),
        ("gc_cpu_fraction<10%", 0.1, 0.2, 1.0),
        ("gc_cpu_fraction<0.1", 0.1, 0.05, -0.5),
        ("mmu_10ms>=50%", 0.5, 0.25, 0.5),
        ("cycles>0", 0, 3, -3.0),
    ],
)
def test_a_constraint_is_read_with_its_unit(text: str, limit: float, value: float, violation: float) -> None:
    constraint = constraint_of(text)
    assert constraint.limit == limit
    assert constraint.text == text
    assert constraint.violation(value) == pytest.approx(violation)


def test_a_value_at_the_limit_breaks_only_what_excludes_it() -> None:
    at = [constraint_of(f"ops_per_s{relation}5").violation(5.0) for relation in ("<", "<=", ">", ">=")]
    assert [each > 0 for each in at] == [True, False, True, False]
    assert not Trial({}, "search", 1.0, 0.0, (5.0,), (at[0],)).feasible


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("gc_cpu_fraction", "found no METRIC<VALUE (<=, >, >=); write for example"),
        ("pause_p99==1ms", "found no METRIC<VALUE"),
        ("pause_p99<soon", 'found "soon"; use a number, a time such as 10ms'),
        ("pause_p99<10", 'found "10"; pause_p99 takes a time, such as 10ms'),
        ("heap_peak<10ms", 'found "10ms"; heap_peak takes a size, such as 2GiB'),
        ("cycles<3B", 'found "3B"; cycles takes a number without a unit'),
    ],
)
def test_a_wrong_constraint_says_what_would_do(text: str, message: str) -> None:
    with pytest.raises(ConstraintError) as raised:
        constraint_of(text)
    assert str(raised.value).startswith(f'--subject-to "{text}": ')
    assert message in str(raised.value)


def test_a_constraint_of_no_metric_says_which_there_are() -> None:
    with pytest.raises(MetricError, match="pause_p99"):
        constraint_of("paus_p99<1ms")


def test_without_optuna_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(SearchExtraError) as raised:
        tune(PLANE, bowl, Objective("f"), [], trials=1, seed=1)
    assert str(raised.value) == "this needs optuna: pip install 'gcsim-go[search]'"
