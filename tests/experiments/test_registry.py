import re

import pytest

import gcsim
from experiments import REGISTRY, Experiment
from experiments.experiment import ROOT
from gcsim.studies import run_key
from tests.experiments.conftest import runs_of

_STUDIES = {name: experiment for name, experiment in REGISTRY.items() if isinstance(experiment, Experiment)}
_OTHERS = {
    "multiplexing",
    "leaks",
    "escape_pressure",
    "mmu",
    "ablation",
    "latency_by_cause",
    "throughput_vs_latency",
    "pause_budget",
}
_PAUSES = {name: experiment for name, experiment in _STUDIES.items() if name not in _OTHERS}
"""Those whose figures have quantiles of pauses."""

_EVERY = pytest.mark.parametrize("experiment", _STUDIES.values(), ids=_STUDIES)
_EVERY_OF_PAUSES = pytest.mark.parametrize("experiment", _PAUSES.values(), ids=_PAUSES)
_LEAST = 20


def test_the_paper_has_these_figures_in_this_order() -> None:
    assert list(REGISTRY) == [
        "pause_curve",
        "gogc_sweep",
        "goroutine_scaling",
        "version_history",
        "gogc_off",
        "stacks_vs_threads",
        "preemption",
        "multiplexing",
        "leaks",
        "escape_pressure",
        "mmu",
        "ablation",
        "latency_by_cause",
        "throughput_vs_latency",
        "pause_budget",
        "fidelity",
        "published",
    ]
    assert [experiment.name for experiment in REGISTRY.values()] == list(REGISTRY)


@_EVERY
def test_a_config_names_its_schema_and_says_what_its_experiment_shows(experiment: Experiment) -> None:
    text = (ROOT / experiment.config).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=schema.json\n")
    study = gcsim.load(ROOT / experiment.config)
    assert study.name == experiment.name
    assert study.experiment


@_EVERY
def test_quick_leaves_out_points_and_simulates_the_others_as_they_are(experiment: Experiment) -> None:
    full, quick = (
        {run_key(scenario) for scenario in gcsim.load(ROOT / experiment.config, overrides).expand()}
        for overrides in ((), experiment.quick)
    )
    assert quick < full


@_EVERY_OF_PAUSES
def test_every_release_is_simulated_at_every_point(experiment: Experiment) -> None:
    study = gcsim.load(ROOT / experiment.config)
    assert study.axes["go"] == ("1.4", "1.5", "1.6", "1.7", "1.8")


@_EVERY_OF_PAUSES
def test_a_plotted_quantile_rests_on_at_least_20_collections(experiment: Experiment) -> None:
    scenarios = gcsim.load(ROOT / experiment.config).expand()
    fewest = min(scenario.until.cycles or 0 for scenario in scenarios if scenario.gogc != "off")
    assert fewest >= _LEAST


@_EVERY_OF_PAUSES
def test_beside_each_simulated_quantile_stands_its_number_of_collections(experiment: Experiment) -> None:
    table = experiment.table(runs_of(experiment))
    simulated = table[table["series"] == "simulated"] if "series" in table else table
    assert simulated["cycles"].notna().all()
    assert re.search("p50_ms|gc_cpu_percent", " ".join(table.columns))
