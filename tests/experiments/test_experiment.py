import shutil
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.figure import Figure

from experiments import REGISTRY, Experiment
from experiments.experiment import ROOT
from gcsim.figures import pause_points
from gcsim.figures.style import headline
from gcsim.studies import load_provenance
from tests.experiments.conftest import runs_of

_CONFIG = """
name: tiny
go: {sweep: ["1.4", "1.8"]}
gomaxprocs: 2
hardware: measured-2vcpu
until: {cycles: {sweep: [2, 3]}}
workload: {kind: forest, live_heap: {sweep: [4MiB, 8MiB]}}
zip: [[until.cycles, workload.live_heap]]
"""

LONG_TO_DRAW = {
    "fidelity",
    "gogc_sweep",
    "latency_by_cause",
    "leaks",
    "pause_budget",
    "published",
    "throughput_vs_latency",
}


def _figure(table: pd.DataFrame) -> Figure:
    figure = Figure(figsize=(3, 2))
    figure.add_subplot().plot(table["workload.live_heap"], table["p50_ms"], "o")
    headline(figure, f"{len(table)} points")
    return figure


@pytest.fixture
def tiny(tmp_path: Path) -> Experiment:
    config = tmp_path / "tiny.yaml"
    config.write_text(_CONFIG, encoding="utf-8")
    return Experiment(
        name="tiny",
        config=str(config),  # an absolute path stays what it is
        quick=("until.cycles={sweep: [2]}", "workload.live_heap={sweep: [4MiB]}"),
        table=lambda runs: pause_points(runs, ["go", "workload.live_heap"]),
        figure=_figure,
    )


def test_a_run_leaves_figure_and_table_beside_its_runs(tiny: Experiment, tmp_path: Path) -> None:
    written = tiny.run(tmp_path, quick=False, workers=1)
    assert [str(path.relative_to(tmp_path)) for path in written] == ["tiny/tiny.pdf", "tiny/tiny.png", "tiny/tiny.csv"]
    table = pd.read_csv(tmp_path / "tiny/tiny.csv", dtype={"go": str})
    assert table["go"].tolist() == ["1.4", "1.4", "1.8", "1.8"]
    assert table["cycles"].tolist() == [2, 3, 2, 3]
    assert (table["p50_ms"] > 0).all()


def test_quick_is_a_part_of_the_whole_and_is_not_simulated_again(tiny: Experiment, tmp_path: Path) -> None:
    tiny.run(tmp_path, quick=True, workers=1)
    quick = load_provenance(tmp_path / "tiny/runs").set_index("run_key")["finished"]
    tiny.run(tmp_path, quick=False, workers=1)
    full = load_provenance(tmp_path / "tiny/runs").set_index("run_key")["finished"]
    assert (len(quick), len(full)) == (2, 4)
    assert full[quick.index].tolist() == quick.tolist()


def test_drawing_again_gives_the_same_bytes_from_the_runs_and_from_the_table(tiny: Experiment, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in tiny.run(tmp_path, quick=False, workers=1)]
    assert [path.read_bytes() for path in tiny.draw(tmp_path)] == first
    shutil.rmtree(tmp_path / "tiny/runs")
    assert [path.read_bytes() for path in tiny.draw(tmp_path)] == first


def test_runs_of_a_config_that_was_changed_since_are_not_drawn(tiny: Experiment, tmp_path: Path) -> None:
    tiny.run(tmp_path, quick=False, workers=1)
    config = Path(tiny.config)
    config.write_text(_CONFIG.replace("8MiB", "6MiB"), encoding="utf-8")
    tiny.draw(tmp_path)
    assert set(pd.read_csv(tmp_path / "tiny/tiny.csv")["workload.live_heap"]) == {4 * 2**20}


def test_without_runs_and_without_a_table_the_command_to_give_is_named(tiny: Experiment, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="gcsim reproduce tiny simulates it") as error:
        tiny.draw(tmp_path)
    assert error.value.filename == str(tmp_path / "tiny/tiny.csv")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow if name in LONG_TO_DRAW else ()) for name in REGISTRY]
)
def test_drawing_an_experiment_twice_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    experiment = REGISTRY[name]
    (tmp_path / name).mkdir()
    if isinstance(experiment, Experiment):
        experiment.table(runs_of(experiment)).to_csv(tmp_path / name / f"{name}.csv", index=False)
    else:
        # Their runs cannot be made up: the committed table is drawn.
        for table in (ROOT / "results" / name).glob("*.csv"):
            shutil.copy(table, tmp_path / name)
    written = experiment.draw(tmp_path)
    first = [path.read_bytes() for path in written]
    assert {path.name for path in written} >= {f"{name}.pdf", f"{name}.png", f"{name}.csv"}
    assert [path.read_bytes() for path in experiment.draw(tmp_path)] == first
