"""The experiment that holds the simulator against real runs; nothing is simulated here."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from experiments.beside import series
from experiments.fidelity import EXPERIMENT, Validation, table_of
from gcsim.fidelity import DEMANDS, Calibration, Comparison, HeldOut, HoldOut, ValidationReport, write_report
from gcsim.scenario import load_hardware

RELEASES = ("1.4", "1.8")
_METRICS = ("pause_p50", "heap_start")
"""As few as will do: to draw a panel for each takes seconds."""


def _comparisons(ratio: float) -> tuple[Comparison, ...]:
    return tuple(
        Comparison(case=case, go=go, metric=metric, measured=value, simulated=value * ratio, n=10)
        for case, value in (("live32", 100.0), ("live512", 5000.0))
        for go in RELEASES
        for metric in _METRICS
    )


@pytest.fixture
def report() -> ValidationReport:
    """Give a report in which everything is a third too large, and one case of one metric cannot be judged."""
    first, *others = _comparisons(4 / 3)
    return ValidationReport("toy", (replace(first, n=2), *others), _comparisons(1.05))


@pytest.fixture
def experiment(report: ValidationReport) -> tuple[Validation, Callable[[], int]]:
    """Give the experiment with that report, and how often it was simulated."""
    simulated = []

    def table() -> pd.DataFrame:
        simulated.append(1)
        return table_of(report)

    return Validation(name="fidelity", table=table, figure=EXPERIMENT.figure), lambda: len(simulated)


def _write_hold_out(path: Path) -> None:
    held = HeldOut(axis="heap", cases=("live32", "live512"), comparisons=_comparisons(3.0), untold=())
    fitted, ceiling = _comparisons(1.3), _comparisons(1.05)
    hardware = load_hardware("measured-2vcpu")
    calibration = Calibration(
        start=hardware, costs=hardware.costs, fitted=(), before=(), after=(), runs=(), converged=True
    )
    write_report(
        path, HoldOut(calibration=calibration, published=hardware, axes=(held,), ceiling=ceiling, fitted=fitted)
    )


def test_the_table_has_every_judged_comparison_and_every_demand_by_release(report: ValidationReport) -> None:
    table = table_of(report)
    points, shares = series(table, "points"), series(table, "shares")
    assert len(points) == 2 * 2 * len(_METRICS) - 1
    assert points["ratio"].tolist() == pytest.approx([4 / 3] * len(points))
    assert shares["go"].tolist() == [go for go in (*RELEASES, "all") for _ in DEMANDS]
    pauses = shares[(shares["metric"] == "pause_p50") & (shares["band"] == 1.5)]
    assert pauses["n"].tolist() == [1, 2, 3]
    assert pauses[["within", "second_run", "demanded"]].to_numpy()[-1].tolist() == [1.0, 1.0, 0.88]
    heaps = shares[(shares["metric"] == "heap_start") & (shares["go"] == "all")]
    assert heaps["within"].tolist() == [0.0]


def test_a_run_leaves_both_figures_and_their_table_and_drawing_again_simulates_nothing(
    experiment: tuple[Validation, Callable[[], int]], tmp_path: Path
) -> None:
    validation, simulated = experiment
    written = validation.run(tmp_path, quick=True, workers=1)
    names = ["fidelity.pdf", "fidelity.png", "fidelity_shares.pdf", "fidelity_shares.png", "fidelity.csv"]
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [f"fidelity/{name}" for name in names]
    first = [path.read_bytes() for path in written]
    assert [path.read_bytes() for path in validation.draw(tmp_path)] == first
    assert simulated() == 1


def test_a_hold_out_that_was_kept_beside_the_table_is_drawn(
    experiment: tuple[Validation, Callable[[], int]], tmp_path: Path
) -> None:
    validation, _ = experiment
    before = {path.name: path.read_bytes() for path in validation.run(tmp_path, quick=False, workers=1)}
    _write_hold_out(tmp_path / "fidelity/holdout.csv")
    after = {path.name: path.read_bytes() for path in validation.draw(tmp_path)}
    assert [name for name in after if after[name] != before[name]] == ["fidelity_shares.pdf", "fidelity_shares.png"]


def test_without_a_table_the_command_to_give_is_named(
    experiment: tuple[Validation, Callable[[], int]], tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError, match="gcsim reproduce fidelity simulates it"):
        experiment[0].draw(tmp_path)
