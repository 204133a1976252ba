"""The strategy that cuts stops to keep a pause budget."""

from collections import Counter
from typing import Any

import numpy as np
import pytest

from gcsim.analysis.budget import compliance
from gcsim.collector import Collector
from gcsim.recording import Recording
from gcsim.runtime import Stacks
from gcsim.simulation import simulate
from gcsim.vocabulary import Cause, StopPhase
from tests.parts import COSTS, a_scenario

US, MS = 1_000, 1_000_000


def run(go: str, pause: str, window: str, **more: Any) -> Recording:  # noqa: ANN401 - keys of a scenario
    collector = {"strategy": "budgeted", "pause_budget": {"pause": pause, "window": window}}
    workload = {"live_heap": "64MiB", **more.pop("workload", {})}
    return simulate(a_scenario(go=go, collector=collector, workload=workload, **{"until": {"cycles": 6}, **more}))


def stops(recording: Recording, phase: StopPhase) -> Any:  # noqa: ANN401 - an array of ns
    columns: Any = recording.pauses
    lengths = columns["end_ns"] - columns["requested_ns"]
    return lengths[columns["phase"] == phase]


@pytest.mark.parametrize(
    ("go", "pause", "window"), [("1.4", "2ms", "10ms"), ("1.4", "5ms", "50ms"), ("1.5", "500us", "5ms")]
)
def test_no_window_has_more_stopped_than_was_promised(go: str, pause: str, window: str) -> None:
    scenario = a_scenario(collector={"pause_budget": {"pause": pause, "window": window}})
    budget = scenario.collector.pause_budget
    found = compliance(run(go, pause, window), pause_ns=budget.pause_ns, window_ns=budget.window_ns)
    assert found["attainable"]
    # But for the few us by which a goroutine is late at its safepoint.
    assert found["stopped_ns"] <= budget.pause_ns + 10 * US


def test_what_1_4_does_in_one_stop_it_does_in_slices_and_all_of_it() -> None:
    whole = simulate(a_scenario(go="1.4", workload={"live_heap": "64MiB"}, until={"cycles": 6}))
    cut = run("1.4", "2ms", "10ms")
    work = [sum(r.stop_terms_ns.get(name, 0) for name in ("heap", "goroutines", "data")) / 6 for r in (whole, cut)]
    assert work[1] == pytest.approx(work[0], rel=0.15)
    assert np.median(stops(cut, StopPhase.SLICE)) < 2.1 * MS
    assert len(stops(cut, StopPhase.WHOLE_CYCLE)) == 0


def test_a_longer_mark_lets_the_heap_grow_and_the_barrier_slows_the_program() -> None:
    whole = simulate(a_scenario(go="1.4", workload={"live_heap": "64MiB"}, until={"cycles": 6}))
    cut = run("1.4", "1ms", "20ms")
    assert cut.heap_peak > 1.2 * whole.heap_peak
    assert cut.latency.cause_ns[:, Cause.WRITE_BARRIER].sum() > 0
    assert whole.latency.cause_ns[:, Cause.WRITE_BARRIER].sum() == 0


def test_a_last_stop_longer_than_the_pause_is_said_to_be_not_attainable() -> None:
    recording = run("1.5", "100us", "1ms")
    assert recording.last_stop_ns > COSTS.helpers_ns["parfor"] / 2 > 100 * US
    assert compliance(recording, pause_ns=100 * US, window_ns=MS)["attainable"] is False


def test_a_pause_too_short_to_stop_the_world_in_does_not_keep_a_collection_from_its_end() -> None:
    recording = run("1.4", "10us", "50us", workload={"live_heap": "1MiB"}, until={"cycles": 2})
    assert len(recording.cycles["cycle"]) == 2
    assert compliance(recording, pause_ns=10 * US, window_ns=50 * US)["attainable"] is False


def test_a_release_whose_stops_fit_is_cut_nowhere() -> None:
    recording = run("1.8", "10ms", "50ms")
    assert len(stops(recording, StopPhase.SLICE)) == 0
    assert len(stops(recording, StopPhase.MARK_TERMINATION)) >= 6


def test_the_strategy_of_the_release_has_no_last_stop_to_speak_of() -> None:
    assert simulate(a_scenario(go="1.5", until={"cycles": 2})).last_stop_ns == 0


def test_where_nothing_has_to_be_cut_the_run_is_that_of_the_release() -> None:
    keys: dict[str, Any] = {"workload": {"live_heap": "64MiB"}, "until": {"cycles": 6}}
    release, cut = simulate(a_scenario(go="1.8", **keys)), run("1.8", "10ms", "50ms")
    assert {name: column.tolist() for name, column in cut.pauses.items()} == {
        name: column.tolist() for name, column in release.pauses.items()
    }
    assert cut.stop_terms_ns == release.stop_terms_ns


@pytest.mark.parametrize("go", ["1.4", "1.5", "1.6"])
def test_stacks_are_halved_once_in_a_collection_however_many_stops_it_has(
    go: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: Counter[str] = Counter()
    shrink, begin = Stacks.shrink, Collector._begin  # noqa: SLF001 - what happens once in a collection

    def shrinks(self: Any) -> Any:  # noqa: ANN401
        counted["shrink"] += 1
        return shrink(self)

    def begins(self: Any, *, forced: bool) -> Any:  # noqa: ANN401
        counted["begin"] += 1
        return begin(self, forced=forced)

    monkeypatch.setattr(Stacks, "shrink", shrinks)
    monkeypatch.setattr(Collector, "_begin", begins)
    run(go, "1ms", "5ms")
    assert counted["shrink"] == counted["begin"] > 6
