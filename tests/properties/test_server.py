"""Whatever the server and its load: a request's causes and its service add up to its latency, to the nanosecond."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gcsim.vocabulary import Cause
from tests.parts import COSTS
from tests.workloads.runs import observed, scenario

READ_NS, WRITE_NS = (round(COSTS.instruction_ns[name]) for name in ("read", "write"))

SERVERS = st.fixed_dictionaries(
    {
        "go": st.sampled_from(["1.4", "1.5", "1.6", "1.7", "1.8"]),
        "ps": st.integers(1, 16),
        "mean_ns": st.integers(200, 1_000_000),
        "connections": st.integers(1, 40),
        "service": st.sampled_from(["0", "700ns", "30us", "1ms", "25ms"]),
        "allocate": st.sampled_from(["0", "64B", "4KiB", "100KiB"]),
        "objects": st.integers(1, 64),
        "pointers": st.integers(0, 8),
        "live_heap": st.sampled_from(["0", "5MiB"]),
        "downstream": st.sampled_from(["0", "0", "20us", "2ms"]),
    }
)


@settings(max_examples=40)
@given(server=SERVERS)
def test_the_causes_of_every_request_add_up_to_its_latency(server: dict[str, object]) -> None:
    keys = {key: 0 if value == "0" else value for key, value in server.items()}
    if not keys["allocate"]:
        keys["live_heap"] = 0
    fixed = {"service_distribution": "fixed", "downstream_distribution": "fixed"}
    # Some hundred requests, whatever the load.
    mean_ns = keys.pop("mean_ns")
    of = scenario("server", duration=f"{400 * mean_ns}ns", rate=1e9 / mean_ns, **keys, **fixed)  # type: ignore[arg-type, operator]
    with pytest.MonkeyPatch.context() as patch:
        recording, requests = observed(patch, of)
    workload = of.workload.model_dump()
    cpu_ns = workload["service_ns"] + READ_NS + WRITE_NS
    if workload["allocate"]:
        cpu_ns += round(
            workload["objects"] * COSTS.allocate_ns["object"] + workload["allocate"] * COSTS.allocate_ns["byte"]
        )
    least = most = cpu_ns
    if workload["downstream_ns"]:
        # While it begins to read the answer, that is on its way already.
        least = cpu_ns + WRITE_NS
        most = least + max(workload["downstream_ns"], READ_NS)
    for latency, delays in requests:
        assert all(ns >= 0 for ns in delays.values())
        assert Cause.SERVICE not in delays
        assert least <= latency - sum(delays.values()) <= most
    assert len(requests) == recording.ops
    assert recording.latency.cause_ns.sum() == sum(latency for latency, _ in requests)
