import importlib
import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd
import pytest

from gcsim.kernel.streams import generator
from gcsim.search.points import Answers, MissingError
from gcsim.search.ranges import Parameter, Point, Value
from gcsim.search.sensitivity import SearchExtraError, noise_of, sensitivity

# Ishigami and Homma (1990) with a = 7 and b = 0.1: what each of three angles explains, alone and in total.
_V1 = 0.5 * (1 + 0.1 * math.pi**4 / 5) ** 2
_V2 = 49 / 8
_V13 = 0.01 * math.pi**8 * (1 / 18 - 1 / 50)
_V = _V1 + _V2 + _V13
ISHIGAMI = {"x1": (_V1 / _V, (_V1 + _V13) / _V), "x2": (_V2 / _V, _V2 / _V), "x3": (0.0, _V13 / _V)}

_WEIGHTS = {"g0": 0.0, "g1": 1.0, "g2": 4.5, "g3": 9.0, "g4": 99.0, "g5": 99.0}


def ishigami(point: Point) -> float:
    x1, x2, x3 = (number(point[key]) for key in ("x1", "x2", "x3"))
    return math.sin(x1) + 7 * math.sin(x2) ** 2 + 0.1 * x3**4 * math.sin(x1)


def g_function(point: Point) -> float:
    """Sobol's g-function; what is fixed stands where it is 1."""
    terms = ((abs(4 * number(point.get(key, 0.0)) - 2) + a) / (1 + a) for key, a in _WEIGHTS.items() if key in point)
    return math.prod(terms)


def number(value: Value) -> float:
    assert not isinstance(value, str)
    return value


def answering(
    law: Callable[[Point], float], *, replications: int = 2, noise: float = 0.0
) -> Callable[[Sequence[Point]], Answers]:
    """Answer by a law, with noise of its own in each run and more of it that a replication adds to all points."""

    def answer(points: Sequence[Point]) -> Answers:
        rng = generator(len(points), "test", 0)
        own = noise * rng.standard_normal((len(points), replications))
        common = 100 * noise * np.arange(replications)
        return {"y": np.array([[law(point)] * replications for point in points]) + own + common}

    return answer


def angles() -> list[Parameter]:
    return [Parameter(key, -math.pi, math.pi) for key in ISHIGAMI]


def shares(keys: Sequence[str]) -> list[Parameter]:
    return [Parameter(key, 0.0, 1.0) for key in keys]


def by_parameter(table: pd.DataFrame) -> Mapping[str, Mapping[str, float]]:
    rows: dict[str, dict[str, float]] = {}
    for row in table.to_dict("records"):
        rows[str(row["parameter"])] = {str(key): value for key, value in row.items()}
    return rows


def test_the_indices_of_ishigamis_function_lie_in_their_intervals() -> None:
    found = sensitivity(angles(), answering(ishigami), trajectories=10, samples=512, seed=1)
    rows = by_parameter(found.table)
    for key, (first, total) in ISHIGAMI.items():
        row = rows[key]
        assert row["s1_low"] <= first <= row["s1_high"]
        assert row["st_low"] <= total <= row["st_high"]
        assert row["s1"] == pytest.approx(first, abs=0.04)
        assert row["st"] == pytest.approx(total, abs=0.04)
    assert (found.screening, found.indices) == (10 * 4, 512 * 5)
    assert found.dropped == {}


def test_the_indices_of_sobols_function_lie_in_their_intervals_and_what_is_negligible_is_left_out() -> None:
    found = sensitivity(shares(list(_WEIGHTS)), answering(g_function), trajectories=20, samples=512, seed=1)
    rows = by_parameter(found.table)
    variances = {key: 1 / 3 / (1 + a) ** 2 for key, a in _WEIGHTS.items()}
    whole = math.prod(1 + each for each in variances.values()) - 1
    for key in ("g0", "g1", "g2", "g3"):
        others = math.prod(1 + each for other, each in variances.items() if other != key)
        assert rows[key]["s1_low"] <= variances[key] / whole <= rows[key]["s1_high"]
        assert rows[key]["st_low"] <= variances[key] * others / whole <= rows[key]["st_high"]
    assert list(found.dropped) == ["g4", "g5"]
    assert [bool(rows[key]["kept"]) for key in _WEIGHTS] == [True] * 4 + [False] * 2
    assert math.isnan(rows["g4"]["st"])


def test_intervals_of_the_indices_hold_what_they_promise() -> None:
    inside = 0
    for seed in range(20):
        found = sensitivity(angles(), answering(ishigami), trajectories=2, samples=64, seed=seed)
        for key, row in by_parameter(found.table).items():
            inside += row["s1_low"] <= ISHIGAMI[key][0] <= row["s1_high"]
            inside += row["st_low"] <= ISHIGAMI[key][1] <= row["st_high"]
    assert inside / 120 >= 0.9


def test_the_same_seed_gives_the_same_table() -> None:
    tables = [
        sensitivity(angles(), answering(ishigami), trajectories=4, samples=16, seed=seed).table for seed in (0, 0, 1)
    ]
    assert tables[0].equals(tables[1])
    assert not tables[0].equals(tables[2])


def test_the_effects_of_a_linear_law_are_its_slopes_and_do_not_spread() -> None:
    def law(point: Point) -> float:
        return 3 * number(point["a"]) - 2 * number(point["b"])

    found = sensitivity(
        [Parameter("a", 0.0, 1.0), Parameter("b", 0.0, 10.0)], answering(law), trajectories=5, samples=64, seed=1
    )
    rows = by_parameter(found.table)
    assert [rows["a"]["mu"], rows["b"]["mu"]] == pytest.approx([3.0, -20.0], rel=1e-3)  # over the whole range
    assert [rows["a"]["mu_star"], rows["b"]["mu_star"]] == pytest.approx([3.0, 20.0], rel=1e-3)
    assert [rows["a"]["sigma"], rows["b"]["sigma_high"]] == pytest.approx([0.0, 0.0], abs=0.02)
    assert rows["b"]["st"] == pytest.approx(400 / 409, abs=0.05)


def test_intervals_of_the_screening_hold_its_statistics() -> None:
    found = sensitivity(angles(), answering(ishigami), trajectories=30, samples=2, seed=3)
    for row in by_parameter(found.table).values():
        assert row["mu_star_low"] <= row["mu_star"] <= row["mu_star_high"]
        assert row["sigma_low"] <= row["sigma"] <= row["sigma_high"]


def test_few_parameters_are_all_looked_at() -> None:
    found = sensitivity(
        shares(["a", "b", "c"]), answering(lambda point: number(point["a"])), trajectories=4, samples=16, seed=1
    )
    assert found.dropped == {}
    assert found.table["kept"].all()


def test_what_stays_below_the_noise_of_replications_is_left_out() -> None:
    def law(point: Point) -> float:
        return 0.02 * number(point["a"])

    parameters = [*shares(["a", "b", "c"]), Parameter("d", 1, 3, step=1, own=2)]
    found = sensitivity(parameters, answering(law, noise=1.0), trajectories=10, samples=16, seed=1)
    assert list(found.dropped) == ["a", "b", "c", "d"]
    assert found.indices == 0
    assert math.isnan(found.noise["y"])
    assert (
        found.dropped["a"] == "mu* is no larger than the noise of replications; stays at 0.5, the middle of its range"
    )
    assert found.dropped["d"] == "mu* is no larger than the noise of replications; stays at 2, as in the file"


def test_a_parameter_left_out_stays_at_the_files_value_or_in_the_middle_of_its_sweep() -> None:
    asked: list[Point] = []

    def law(point: Point) -> float:
        asked.append(point)
        return 10 * number(point["a"])

    parameters = [
        Parameter("a", 0.0, 1.0),
        Parameter("b", 1, 9, step=1),
        *(Parameter(k, 0.0, 1.0, own=0.3) for k in "cd"),
    ]
    sensitivity(parameters, answering(law), trajectories=4, samples=2, seed=1)
    assert {tuple(point) for point in asked[-6:]} == {("a", "b")}
    assert {point["b"] for point in asked[-6:]} == {5}


def test_a_metric_that_does_not_vary_has_no_indices() -> None:
    found = sensitivity(shares(["a", "b"]), answering(lambda _: 4.0), trajectories=3, samples=8, seed=1)
    assert found.table[["s1", "st"]].isna().all(axis=None)
    assert (found.table["mu_star"] == 0).all()
    assert math.isnan(found.noise["y"])


def test_noise_is_what_replications_do_to_points_differently() -> None:
    means = np.arange(2000.0)[:, None]
    common = np.array([0.0, 50.0, -20.0])
    own = generator(1, "test", 0).standard_normal((2000, 3))
    assert noise_of(means + common) == pytest.approx(0.0, abs=1e-9)
    assert noise_of(means + common + own) == pytest.approx(1 / math.sqrt(3), rel=0.05)
    assert math.isnan(noise_of([[1.0], [2.0]]))
    assert math.isnan(noise_of([[1.0, 2.0]]))


def test_the_share_of_the_noise_is_told() -> None:
    def law(point: Point) -> float:
        return math.sqrt(12) * number(point["a"])  # of variance 1

    found = sensitivity(shares(["a"]), answering(law, noise=0.5), trajectories=4, samples=512, seed=1)
    assert found.noise["y"] == pytest.approx(0.125 / 1.125, rel=0.1)  # two replications


def test_a_run_without_the_metric_is_told() -> None:
    def law(point: Point) -> float:
        return math.nan if number(point["a"]) > 0.5 else 1.0

    with pytest.raises(MissingError, match=r"y: .* runs have none, such as with a="):
        sensitivity(shares(["a"]), answering(law), trajectories=4, samples=4, seed=1)


def test_without_salib_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(SearchExtraError) as raised:
        sensitivity(angles(), answering(ishigami), trajectories=2, samples=2, seed=1)
    assert str(raised.value) == "this needs SALib: pip install 'gcsim-go[search]'"
