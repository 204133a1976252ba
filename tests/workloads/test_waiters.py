"""Goroutines that wait for the network: a closed system keeps within its bounds, and messages are charged exactly."""

import pytest

from gcsim.recording import Recording
from gcsim.scenario import Scenario
from gcsim.simulation import simulate
from gcsim.vocabulary import Cause, PState

WAIT_NS = 10_000_000
COMPUTE_NS = 100_000


def recorded(per_p: int, ps: int = 2, **keys: object) -> Recording:
    workload = {"kind": "waiters", "goroutines_per_p": per_p, "wait": "10ms", "compute": "100us"}
    scenario = {
        "name": "waiters",
        "go": "1.8",
        "gomaxprocs": ps,
        "hardware": {"profile": "measured-2vcpu", "cores": ps},
        "until": {"duration": "500ms"},
        "workload": workload,
        **keys,
    }
    return simulate(Scenario.model_validate(scenario))


@pytest.mark.parametrize("per_p", [1, 50, 400])
def test_throughput_keeps_within_the_bounds_of_a_closed_system(per_p: int) -> None:
    recording = recorded(per_p)
    per_ns = recording.ops / (recording.end_ns - recording.start_ns)
    bound = min(2 * per_p / (WAIT_NS + COMPUTE_NS), 2 / COMPUTE_NS)
    assert 0.7 * bound < per_ns < 1.3 * bound  # 1.3: few goroutines draw few waits


def test_a_message_that_has_its_p_to_itself_takes_its_computation_and_a_wake_up() -> None:
    recording = recorded(1, 1)
    service = recording.latency.cause_ns[:, Cause.SERVICE].sum()
    assert service / recording.ops == pytest.approx(COMPUTE_NS, rel=1e-3)
    waited = recording.latency.cause_ns[:, Cause.RUN_QUEUE].sum()
    assert 5_000 <= waited / recording.ops < 6_000
    assert recording.p_time_ns[0, PState.MUTATOR] >= recording.ops * COMPUTE_NS


def test_the_same_seed_gives_the_same_messages_whatever_the_release() -> None:
    first, second = recorded(20, go="1.4"), recorded(20, go="1.8")
    assert first.ops == pytest.approx(second.ops, rel=0.01)
    assert recorded(20).ops == second.ops
