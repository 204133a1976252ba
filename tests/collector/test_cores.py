"""Collections on fewer cores than Ps, and under a quota."""

import json
from functools import cache
from typing import Any

import numpy as np
import pytest

from gcsim.collector.cycle import Collector
from gcsim.recording import Recording
from gcsim.runtime.cores import CORELESS
from gcsim.simulation import simulate
from gcsim.vocabulary import Cause, PState
from tests.parts import a_scenario

MS = 1_000_000
RELEASES = ["1.4", "1.5", "1.6", "1.7", "1.8"]
CONCURRENT = RELEASES[1:]


@cache
def _simulated(keys: str) -> Recording:
    return simulate(a_scenario(**json.loads(keys)))


def run(  # noqa: PLR0913 - one for each thing that a test may want to be another
    go: str,
    ps: int,
    cores: int,
    quota: float | None = None,
    *,
    seconds: int = 1,
    live_heap: str = "4MiB",
    loop: str = "0ns",
) -> Recording:
    """Simulate some seconds, once for all tests that look at them."""
    hardware = {"profile": "measured-2vcpu", "cores": cores} | ({} if quota is None else {"quota": quota})
    keys = {"go": go, "gomaxprocs": ps, "hardware": hardware, "until": {"duration": f"{seconds}s"}}
    return _simulated(json.dumps({**keys, "workload": {"live_heap": live_heap, "loop": loop}}))


def cpus(recording: Recording) -> float:
    """Return how many CPUs the Ps used: the work of helpers in stops is not theirs."""
    used = [int(ns) for state, ns in zip(PState, recording.p_time_ns.sum(axis=0), strict=True) if state not in CORELESS]
    return sum(used) / (recording.end_ns - recording.start_ns)


def spans(columns: Any, start: str, end: str) -> Any:  # noqa: ANN401 - arrays of ns
    return columns[end] - columns[start]


def pauses(recording: Recording) -> Any:  # noqa: ANN401
    return spans(recording.pauses, "requested_ns", "end_ns")


def descheduled(recording: Recording) -> int:
    """Return what operations were charged for waits for a core, ns."""
    return int(recording.latency.cause_ns[:, Cause.DESCHEDULED].sum())


@pytest.mark.parametrize("go", RELEASES)
def test_four_ps_do_on_two_cores_half_of_what_they_do_on_four(go: str) -> None:
    four, two = run(go, 4, 4), run(go, 4, 2)
    assert two.ops == pytest.approx(four.ops / 2, rel=0.1)
    assert cpus(two) <= 2
    assert cpus(two) >= 1.85
    assert descheduled(four) == 0 < descheduled(two)
    assert four.p_time_ns[:, PState.DESCHEDULED].sum() == 0


@pytest.mark.parametrize("go", RELEASES)
def test_a_process_uses_its_quota_and_no_more(go: str) -> None:
    recording = run(go, 4, 4, 0.5)
    assert cpus(recording) == pytest.approx(0.5, rel=0.1)
    assert descheduled(recording) > 0


@pytest.mark.parametrize("go", RELEASES)
def test_under_a_quota_some_pauses_last_until_the_next_period(go: str) -> None:
    # Loops of 1 ms without calls make it likely that a stop is still waiting for one when the quota is used up.
    free, throttled = run(go, 4, 4, loop="1ms"), run(go, 4, 4, 0.5, seconds=5, loop="1ms")
    assert pauses(free).max() < 3 * MS
    assert pauses(throttled).max() > 40 * MS
    # The others are as short as ever: what throttles has nothing to do with what is collected.
    assert np.median(pauses(throttled)) < 2 * np.median(pauses(free))


@pytest.mark.parametrize("go", CONCURRENT)
def test_a_mark_phase_that_is_throttled_spans_a_period(go: str) -> None:
    free, throttled = run(go, 2, 2), run(go, 2, 2, 0.2, seconds=5)

    def longest(recording: Recording) -> int:
        return int(spans(recording.cycles, "mark_start_ns", "mark_end_ns").max())

    assert longest(free) < 10 * MS
    assert longest(throttled) > 80 * MS


def test_the_helpers_of_a_stop_use_the_quota_too() -> None:
    # 1.4 marks 64 MiB for 9.7 to 11.3 ms on two cores, and there are 20 ms of CPU in each 100.
    free, throttled = (run("1.4", 2, 2, quota, seconds=10, live_heap="64MiB") for quota in (None, 0.2))
    worked = [spans(recording.pauses, "stopped_ns", "end_ns") for recording in (free, throttled)]
    assert 9 * MS < worked[0].min() <= worked[0].max() < 12 * MS
    assert len(worked[1]) > 1
    assert 80 * MS < worked[1].min() <= worked[1].max() < 220 * MS


@pytest.mark.parametrize("go", ["1.6", "1.7", "1.8"])
def test_the_runtime_counts_what_a_worker_waits_for_a_core_as_its_time(go: str) -> None:
    recording = run(go, 4, 2)
    assert recording.cycles["dedicated_ns"].sum() > 1.2 * recording.p_time_ns[:, PState.DEDICATED].sum()


@pytest.mark.parametrize("go", CONCURRENT)
def test_marking_may_end_at_the_instant_at_which_all_is_throttled(go: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, set[PState]]] = []
    marked = Collector._marked  # noqa: SLF001 - to be there when it happens

    def noted(collector: Collector) -> None:
        scheduler = collector._scheduler  # noqa: SLF001
        seen.append((int(scheduler.clock.env.now), {p.state for p in scheduler.ps}))
        marked(collector)

    def end(quota: float | None) -> Recording:
        hardware = {"profile": "measured-2vcpu", "cores": 1} | ({} if quota is None else {"quota": quota})
        return simulate(a_scenario(go=go, gomaxprocs=1, hardware=hardware, workload={"live_heap": "1MiB"}))

    monkeypatch.setattr(Collector, "_marked", noted)
    free = end(None)
    at = seen[0][0]
    seen.clear()
    # The one P has been busy all the time: the quota is used up when its marking ends.
    throttled = end(at / 100_000_000)
    # Of two events at one instant that which was armed first comes up first: in 1.5 the end of the marking.
    assert (at, {PState.FRACTIONAL if go == "1.5" else PState.DESCHEDULED}) in seen
    assert 1 < len(throttled.cycles["cycle"]) < len(free.cycles["cycle"])


def test_a_p_that_lost_its_core_to_the_quota_goes_on_after_the_collection_when_it_has_one_again() -> None:
    keys: dict[str, Any] = {"profile": "measured-2vcpu", "cores": 1, "quota": 0.5}
    workload = {"live_heap": "8MiB", "workers": 3, "think_time": "0ns", "churn": 1, "loop": "2ms"}
    until = {"cycles": 3, "at_most": "200ms"}
    for seed in (193338, 193339):
        recording = simulate(
            a_scenario(go="1.6", gomaxprocs=4, seed=seed, hardware=keys, until=until, workload=workload)
        )
        assert recording.end_ns > recording.start_ns
        assert not recording.failure
