"""A server: its load is open, its requests are charged exactly, and queueing theory holds where it applies."""

import math
from typing import Any

import numpy as np
import pytest

from gcsim.runtime import Connection, Scheduler
from gcsim.simulation import simulate
from gcsim.vocabulary import Cause, PState
from gcsim.workloads import serving
from tests.parts import COSTS
from tests.workloads.runs import observed, recorded, scenario

RELEASES = ["1.4", "1.5", "1.6", "1.7", "1.8"]
FIXED: dict[str, Any] = {"service": "100us", "service_distribution": "fixed"}
NOTHING: dict[str, Any] = {**FIXED, "allocate": 0}
IO_NS = round(COSTS.instruction_ns["read"]) + round(COSTS.instruction_ns["write"])
ALLOCATION_NS = round(32 * COSTS.allocate_ns["object"] + 4096 * COSTS.allocate_ns["byte"])
SERVICE_NS = 100_000 + IO_NS + ALLOCATION_NS


@pytest.mark.parametrize("load", [0.2, 0.5, 0.8])
def test_the_ps_are_as_busy_as_the_load_says(load: float) -> None:
    recording = recorded("server", ps=4, duration="500ms", load=load, **NOTHING)
    busy = recording.p_time_ns[:, PState.MUTATOR].sum() / recording.p_time_ns.sum()
    assert busy == pytest.approx(load, rel=0.05)


def test_a_rate_is_what_it_says() -> None:
    recording = recorded("server", ps=4, duration="500ms", rate=20_000, **NOTHING)
    assert recording.ops == pytest.approx(10_000, rel=0.03)


def test_service_times_are_distributed_as_they_should(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rate so low that hardly a request waits for another."""
    run = scenario("server", ps=16, duration="5s", rate=1000, service="100us", allocate=0)
    _, requests = observed(monkeypatch, run)
    services = sorted(latency - sum(delays.values()) - IO_NS for latency, delays in requests)
    assert np.mean(services) == pytest.approx(100_000, rel=0.05)
    assert services[len(services) // 2] == pytest.approx(100_000 * math.log(2), rel=0.05)


@pytest.mark.parametrize("go", RELEASES)
@pytest.mark.parametrize("load", [0.6, 1.2])
def test_what_is_charged_to_no_cause_is_exactly_what_a_request_takes(
    monkeypatch: pytest.MonkeyPatch, go: str, load: float
) -> None:
    """Through collections, assists, stops, preemption and overload."""
    run = scenario("server", go=go, ps=3, duration="100ms", load=load, live_heap="4MiB", **FIXED)
    recording, requests = observed(monkeypatch, run)
    assert len(recording.cycles["cycle"]) > 0
    assert len(requests) == recording.ops > 1000
    assert {latency - sum(delays.values()) for latency, delays in requests} == {SERVICE_NS}
    assert all(ns >= 0 for _, delays in requests for ns in delays.values())


@pytest.mark.parametrize("go", RELEASES)
def test_the_answer_of_another_server_counts_as_service(monkeypatch: pytest.MonkeyPatch, go: str) -> None:
    run = scenario(
        "server", go=go, ps=3, duration="100ms", load=0.6, downstream="1ms", downstream_distribution="fixed", **FIXED
    )
    _, requests = observed(monkeypatch, run)
    services = [latency - sum(delays.values()) for latency, delays in requests]
    # The answer is on its way while the goroutine begins to read it, or is kept off its P.
    alone = SERVICE_NS + round(COSTS.instruction_ns["write"])
    assert alone <= min(services)
    assert max(services) == alone + 1_000_000
    assert sum(service == alone + 1_000_000 for service in services) > 0.95 * len(services)


def test_a_server_that_waits_for_another_uses_no_cpu_meanwhile() -> None:
    recording = recorded("server", ps=1, duration="500ms", rate=1000, downstream="5ms", **NOTHING)
    busy = recording.p_time_ns[:, PState.MUTATOR].sum() / recording.p_time_ns.sum()
    assert busy == pytest.approx(1000 * (100_000 + 2 * IO_NS) / 1e9, rel=0.05)


def test_requests_of_one_connection_wait_for_each_other_as_in_a_queue_with_one_server() -> None:
    """M/D/1: the mean wait is load / (2 (1 - load)) services (Pollaczek and Khinchine)."""
    recording = recorded("server", ps=4, duration="4s", rate=0.7e9 / (100_000 + IO_NS), connections=1, **NOTHING)
    waited = recording.latency.cause_ns[:, Cause.RUN_QUEUE].sum() / recording.ops
    # The thread that is to run the connection's goroutine has to wake, where the goroutine was waiting.
    wake_ns = 0.3 * COSTS.thread_wake_ns
    assert waited == pytest.approx((100_000 + IO_NS) * 0.7 / 0.6 + wake_ns, rel=0.1)


def test_requests_that_come_in_during_a_pause_count_from_when_they_came(monkeypatch: pytest.MonkeyPatch) -> None:
    """No coordinated omission: who only asked again after an answer would send none of these."""
    heap: dict[str, Any] = {"live_heap": "32MiB", "allocate": "32KiB", "objects": 256}
    run = scenario("server", go="1.4", ps=4, duration="500ms", load=0.3, **heap, **FIXED)
    recording, requests = observed(monkeypatch, run)
    pauses = np.asarray(recording.pauses["end_ns"], np.int64) - np.asarray(recording.pauses["requested_ns"], np.int64)
    assert len(pauses) >= 2
    per_ns = recording.ops / (recording.end_ns - recording.start_ns)
    # Half of those that come in during a pause have the second half of it before them, at least.
    waited = sum(latency >= pauses.min() / 2 for latency, _ in requests)
    assert waited >= per_ns * pauses.sum() / 2 > 50


@pytest.mark.parametrize("change", [{"go": "1.4"}, {"ps": 2}, {"live_heap": "32MiB"}, {"connections": 3}])
def test_requests_come_in_at_the_same_instants_whatever_becomes_of_them(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, Any]
) -> None:
    came: list[list[tuple[int, int]]] = []
    receiver = serving.receiver

    def noting(scheduler: Scheduler, opened: list[Connection]) -> object:
        came.append([])
        receive = receiver(scheduler, opened)

        def receive_and_note(request: serving.Request) -> None:
            came[-1].append((request[0], request[2]))
            receive(request)

        return receive_and_note

    monkeypatch.setattr("gcsim.workloads.server.receiver", noting)
    keys: dict[str, Any] = {"ps": 4, "rate": 10_000, "service": "100us"}
    begun = [simulate(scenario("server", **{**keys, **more})).start_ns for more in ({}, change)]
    first, second = ([(at - begin, ns) for at, ns in requests] for requests, begin in zip(came, begun, strict=True))
    shorter = min(len(first), len(second))
    assert shorter > 400
    assert first[:shorter] == second[:shorter]


def test_the_set_up_builds_the_live_heap_and_collects_once_before_the_recording_begins() -> None:
    recording = recorded("server", load=0.5, live_heap="16MiB")
    assert recording.start_ns > 0
    # And what any process has before its main does anything.
    assert 16 << 20 <= recording.heap_live < (16 << 20) + 65_536
    assert not recording.cycles["forced"].any()


def test_without_allocation_nothing_is_collected() -> None:
    recording = recorded("server", load=0.5, **NOTHING)
    assert (recording.allocated_bytes, len(recording.cycles["cycle"])) == (0, 0)


def test_a_request_allocates_what_the_scenario_says() -> None:
    recording = recorded("server", load=0.5, allocate="1KiB", objects=8, pointers=16)
    assert recording.allocated_bytes == recording.ops * 1024
    assert recording.allocated_objects == recording.ops * 8


def test_an_overloaded_server_answers_what_it_can() -> None:
    recording = recorded("server", ps=2, duration="200ms", load=2.0, **NOTHING)
    busy = recording.p_time_ns[:, PState.MUTATOR].sum() / recording.p_time_ns.sum()
    assert busy > 0.98
    assert recording.ops == pytest.approx(2 * 200e6 / (100_000 + IO_NS), rel=0.05)
