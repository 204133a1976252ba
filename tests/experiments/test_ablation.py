"""The experiment of the ablation: its config, and the table of its bars."""

import math
import textwrap

import numpy as np
import pandas as pd
import pytest

import gcsim
from experiments.ablation import EXPERIMENT, OWN_CODE
from experiments.experiment import ROOT
from experiments.stepwise import states, steps
from gcsim.analysis import cycle_pauses_ns
from gcsim.simulation import simulate
from gcsim.studies import run_scenario
from tests.experiments.conftest import runs_of

PROGRAMS = ["big heap", "many goroutines", "big globals"]

SMALL = [
    "until.cycles=3",
    "workload={sweep: [{kind: forest, live_heap: 2MiB, parked: 200}]}",
]
"""The study with a program that takes no time, for all of its states."""


@pytest.fixture(scope="module")
def simulated() -> pd.DataFrame:
    return pd.DataFrame([run_scenario(scenario) for scenario in gcsim.load(ROOT / EXPERIMENT.config, SMALL).expand()])


@pytest.fixture(scope="module")
def full() -> pd.DataFrame:
    return EXPERIMENT.table(runs_of(EXPERIMENT))


@pytest.fixture(scope="module")
def table(simulated: pd.DataFrame) -> pd.DataFrame:
    return EXPERIMENT.table(simulated)


def test_the_config_holds_the_states_of_the_releases_one_after_another() -> None:
    study = gcsim.load(ROOT / EXPERIMENT.config)
    assert study.axes["go"] == tuple(state.go for state in states())
    assert study.axes["collector.mechanisms"] == tuple(state.mechanisms for state in states())


def test_the_config_says_them_in_lines_that_can_be_read() -> None:
    text = (ROOT / EXPERIMENT.config).read_text(encoding="utf-8")
    for state in states():
        words = {True: "true", False: "false"}
        said = ", ".join(f"{k}: {words[v] if isinstance(v, bool) else v}" for k, v in state.mechanisms.items())
        lines = textwrap.wrap(f"- {{{said}}}", 114, initial_indent=" " * 6, subsequent_indent=" " * 8)
        assert "\n".join(lines) + "\n" in text


def test_a_row_is_a_step_of_a_program(full: pd.DataFrame) -> None:
    assert list(dict.fromkeys(full["program"])) == PROGRAMS
    for _, rows in full.groupby("program"):
        assert rows["mechanism"].tolist() == ["+".join(step.fields) or OWN_CODE for step in steps()]
        assert rows["go"].tolist() == [step.go for step in steps()]


def test_a_big_program_says_how_big_it_is(full: pd.DataFrame) -> None:
    sizes = full[["program", "live_heap_mib", "parked", "globals_mib"]].drop_duplicates().to_numpy().tolist()
    assert sizes == [
        ["big heap", 4096, 0, 2**-17],
        ["many goroutines", 64, 100_000, 2**-17],
        ["big globals", 64, 0, 256],
    ]


def test_where_nothing_but_the_release_matters_its_own_code_is_the_only_change(full: pd.DataFrame) -> None:
    changes = full[full["difference_ms"] != 0]
    assert set(changes["mechanism"]) == {OWN_CODE}
    assert changes[changes["program"] == "big heap"]["difference_ms"].tolist() == [-36, -2]


def test_values_of_mechanisms_are_words(full: pd.DataFrame) -> None:
    of_18 = full[(full["go"] == "1.8") & (full["program"] == "big heap")]
    values = {row["mechanism"]: (row["old"], row["new"]) for row in of_18.to_dict("records")}
    assert values["oblets"] == ("off", "on")
    assert values["stack_rescan"] == ("dirty", "none")
    assert values[OWN_CODE] == ("1.7", "1.8")


def test_the_bars_add_up_to_the_difference_between_the_first_release_and_the_last(table: pd.DataFrame) -> None:
    first, last = table["before_ms"].iloc[0], table["p50_ms"].iloc[-1]
    assert table["before_ms"].iloc[1:].tolist() == table["p50_ms"].iloc[:-1].tolist()
    assert math.fsum(table["difference_ms"]) == pytest.approx(last - first, rel=1e-12)
    assert math.prod(table["factor"]) == pytest.approx(last / first, rel=1e-9)


@pytest.mark.parametrize(("release", "column", "row"), [("1.4", "before_ms", 0), ("1.8", "p50_ms", -1)])
def test_the_ends_of_the_bars_are_the_plain_releases(table: pd.DataFrame, release: str, column: str, row: int) -> None:
    plain = next(
        scenario
        for scenario in gcsim.load(ROOT / EXPERIMENT.config, SMALL).expand()
        if scenario.go == release and not scenario.collector.mechanisms
    )
    assert table[column].iloc[row] == np.median(cycle_pauses_ns(simulate(plain))) / 1e6


def test_each_release_is_passed_on_the_way(table: pd.DataFrame, simulated: pd.DataFrame) -> None:
    mechanisms = [column for column in simulated.columns if column.startswith("collector.mechanisms.")]
    plain = simulated[simulated[mechanisms].isna().all(axis=1)]
    pauses = {row["go"]: np.median(row["pauses_ns"]) / 1e6 for row in plain.to_dict("records")}
    reached = table[table["mechanism"] == OWN_CODE].to_dict("records")
    assert {row["go"]: row["p50_ms"] for row in reached} == {go: pauses[go] for go in ("1.5", "1.6", "1.7", "1.8")}
