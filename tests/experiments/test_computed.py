"""Experiments whose tables come from laws instead of runs."""

from pathlib import Path

import pandas as pd
import pytest
from matplotlib.figure import Figure

from experiments.beside import series
from experiments.computed import Computation
from experiments.stacks_vs_threads import EXPERIMENT


def _figure(table: pd.DataFrame) -> Figure:
    figure = Figure(figsize=(2, 2))
    figure.add_subplot().plot(table["n"], table["squares"], "o")
    return figure


@pytest.fixture
def squares() -> Computation:
    table = pd.DataFrame({"n": [1, 2, 3], "squares": [1, 4, 9]})
    return Computation(name="squares", table=lambda: table, figure=_figure)


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return EXPERIMENT.table()


def test_running_leaves_figure_and_table_and_no_runs(squares: Computation, tmp_path: Path) -> None:
    written = squares.run(tmp_path, quick=False, workers=None)
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        "squares/squares.pdf",
        "squares/squares.png",
        "squares/squares.csv",
    ]
    assert sorted(path.name for path in (tmp_path / "squares").iterdir()) == sorted(path.name for path in written)
    assert (tmp_path / "squares/squares.csv").read_text(encoding="utf-8") == "n,squares\n1,1\n2,4\n3,9\n"


def test_drawing_again_and_a_quick_run_give_the_same_bytes(squares: Computation, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in squares.run(tmp_path, quick=False, workers=1)]
    assert [path.read_bytes() for path in squares.draw(tmp_path)] == first
    assert [path.read_bytes() for path in squares.run(tmp_path / "other", quick=True, workers=2)] == first


def test_the_figure_is_drawn_from_the_numbers_of_the_stored_table(tmp_path: Path) -> None:
    (csv,) = (path for path in EXPERIMENT.run(tmp_path, quick=False, workers=None) if path.suffix == ".csv")
    stored = pd.read_csv(csv)
    assert EXPERIMENT.figure(stored).get_suptitle().startswith("1,000,000 goroutines take 2.56")
    assert EXPERIMENT.figure(EXPERIMENT.table()).get_suptitle() == EXPERIMENT.figure(stored).get_suptitle()


def test_every_kind_goes_from_one_to_a_million(table: pd.DataFrame) -> None:
    memory = series(table, "memory")
    reach = memory.groupby("kind", sort=False)["concurrency"].agg(["min", "max", "size"])
    assert reach.index.tolist() == ["pthread", "m", "goroutine_8k", "goroutine_2k"]
    assert reach["min"].tolist() == [1] * 4
    assert reach["max"].tolist() == [1_000_000] * 4
    assert (reach["size"] > 50).all()


def test_sizes_are_whole_bytes_and_what_is_resident_is_never_nothing(table: pd.DataFrame) -> None:
    memory = series(table, "memory")
    assert str(memory["reserved_bytes"].dtype) == "Int64"
    assert (memory["resident_bytes"] > 0).all()


def test_a_million_goroutines_take_what_was_measured_for_each(table: pd.DataFrame) -> None:
    last = series(table, "memory").query("concurrency == 1000000").set_index("kind")
    assert last["resident_bytes"].to_dict()["goroutine_2k"] == pytest.approx(2.75e9, rel=0.055)  # 2.6 to 2.9 KB each
    assert last["reserved_bytes"].to_dict()["pthread"] == 1_000_000 * (8 * 2**20 + 4096)


def test_each_kind_has_one_first_limit_and_it_is_the_least(table: pd.DataFrame) -> None:
    limits = series(table, "limits")
    for kind, reached in limits.groupby("kind"):
        first = reached[reached["first"]]
        assert first["concurrency"].tolist() == [reached["concurrency"].min()], kind
    assert set(limits["kind"]) == set(series(table, "memory")["kind"])


def test_the_machine_is_the_one_of_the_measured_runs(table: pd.DataFrame) -> None:
    levels = series(table, "levels").set_index("limit")["level_bytes"]
    assert levels.to_dict() == {"address space": 2**47 - 4096, "memory": 24 * 2**30}
