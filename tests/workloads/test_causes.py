"""For each cause a run in which a request can be kept waiting by nothing else, and is charged that and no more.

Stack growth has its own in ``test_mutator.py``.
"""

from typing import Any

import pytest

from gcsim.runtime import Account, Allocate, Channel, Collect, Compute, G, Go, Myself, Price, Program, Syscall, prices
from gcsim.vocabulary import Cause, PState
from gcsim.workloads.process import Process
from tests.parts import COSTS
from tests.workloads.runs import Life, lives_of

US = 1_000
MS = 1_000_000
MIB = 1 << 20
READ_NS = prices(COSTS, "1.8")[Price.READ]


def request(process: Process, *steps: object) -> Program:
    """Take some steps as a request of its own."""
    me: G = yield Myself()
    account = me.account = me.account or Account()
    delays = account.delays = {}
    began = process.now
    yield from steps
    account.delays = None
    process.requests.request(process.now - began, delays)


def for_ever(process: Process) -> object:
    """Return what never comes."""
    return process.connection().read()


def test_who_has_a_p_to_itself_is_kept_waiting_by_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def main(process: Process) -> Program:
        process.begin()
        yield from request(process, Compute(15 * MS))

    _, requests = lives_of(monkeypatch, main, ps=1)
    assert [(life.own_ns, life.delays) for life in requests] == [(15 * MS, {})]


def test_who_becomes_runnable_while_another_computes_waits_in_the_run_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    def main(process: Process) -> Program:
        channel = Channel(name="asked")
        process.begin()
        yield Go(request(process, channel.receive(), Compute(US)))
        yield Syscall(US, blocking=True)  # so that it runs, and waits for the channel
        yield channel.send()
        yield Compute(3 * MS)
        yield for_ever(process)

    _, requests = lives_of(monkeypatch, main, ps=1, go="1.4")
    assert [life.delays for life in requests] == [{Cause.RUN_QUEUE: 3 * MS + READ_NS}]


def test_whose_slice_is_over_is_preempted_until_it_has_a_p_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def main(process: Process) -> Program:
        process.begin()
        yield Go([Compute(3 * MS)], "another")
        yield from request(process, Compute(15 * MS))

    _, requests = lives_of(monkeypatch, main, ps=1, go="1.4")
    assert [(life.own_ns, life.delays) for life in requests] == [(15 * MS, {Cause.PREEMPTED: 3 * MS})]


def test_whose_thread_loses_its_core_is_descheduled(monkeypatch: pytest.MonkeyPatch) -> None:
    def main(process: Process) -> Program:
        process.begin()
        yield Go([Compute(9 * MS)], "another")
        yield from request(process, Compute(9 * MS))

    recording, requests = lives_of(monkeypatch, main, ps=2, hardware={"cores": 1})
    (life,) = requests
    assert (life.own_ns, set(life.delays)) == (9 * MS, {Cause.DESCHEDULED})
    assert MS < life.delays[Cause.DESCHEDULED] <= 9 * MS
    assert recording.p_time_ns[:, PState.DESCHEDULED].sum() >= life.delays[Cause.DESCHEDULED]


def allocator(churn: Allocate, times: int, kept: Allocate) -> Any:  # noqa: ANN401 - what lives_of takes
    """Return a program that keeps some memory and then allocates garbage, request by request."""

    def main(process: Process) -> Program:
        yield kept
        yield Collect()
        process.begin()
        for _ in range(times):
            yield from request(process, churn)

    return main


def of(requests: list[Life], *causes: Cause) -> list[Life]:
    """Return the requests that were charged these causes and no other."""
    return [life for life in requests if set(life.delays) == set(causes)]


def test_who_stops_the_world_is_charged_the_stopping_and_the_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Allocate(4 * MIB, objects=1000, pointers=1000, lifetime="kept")
    recording, requests = lives_of(monkeypatch, allocator(Allocate(65536), 65, kept), ps=1, go="1.4")
    requested, stopped, end = (int(recording.pauses[name][0]) for name in ("requested_ns", "stopped_ns", "end_ns"))
    (life,) = of(requests, Cause.STOPPING, Cause.STOPPED)
    assert life.delays == {Cause.STOPPING: stopped - requested, Cause.STOPPED: end - stopped}
    assert len(recording.pauses["cycle"]) == 1


def test_who_allocates_after_a_collection_sweeps_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Allocate(4 * MIB, objects=1000, pointers=1000, lifetime="kept")
    _, requests = lives_of(monkeypatch, allocator(Allocate(65536), 70, kept), ps=1, go="1.4")
    (collects,) = of(requests, Cause.STOPPING, Cause.STOPPED)
    at = requests.index(collects)
    assert all(life.delays == {} for life in requests[:at])
    assert [set(life.delays) for life in requests[at + 1 :]] == [{Cause.SWEEP_ASSIST}] * (69 - at)


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> tuple[Any, list[Life]]:
    """Give a run of one goroutine on one P that has a large heap marked while it allocates."""
    kept = Allocate(32 * MIB, objects=300_000, pointers=600_000, lifetime="kept")
    churn = Allocate(16384, objects=16, pointers=100)
    return lives_of(monkeypatch, allocator(churn, 9000, kept), ps=1, duration="500ms")


def test_who_stores_pointers_while_the_heap_is_marked_pays_for_each(marked: tuple[Any, list[Life]]) -> None:
    _, requests = marked
    paid = {life.delays[Cause.WRITE_BARRIER] for life in of(requests, Cause.WRITE_BARRIER)}
    assert paid == {round(100 * COSTS.write_barrier_ns["hybrid"])}


def test_who_owes_scan_work_is_charged_what_it_marks(marked: tuple[Any, list[Life]]) -> None:
    recording, requests = marked
    # Whoever allocates while the heap is marked stores pointers too.
    assert of(requests, Cause.MARK_ASSIST, Cause.WRITE_BARRIER)
    charged = sum(life.delays.get(Cause.MARK_ASSIST, 0) for life in requests)
    # And who finds that all is marked drives the cycle on.
    marking, driving = recording.p_time_ns[0, [PState.ASSIST, PState.SCHEDULING]]
    assert 0 < marking <= charged <= marking + driving


def test_whose_p_is_taken_by_a_mark_worker_is_charged_how_long_that_marks(marked: tuple[Any, list[Life]]) -> None:
    recording, requests = marked
    waits = [life.delays[Cause.MARK_WORKER] for life in requests if Cause.MARK_WORKER in life.delays]
    # An idle-priority worker takes no P that the goroutine could have.
    assert sum(waits) == recording.p_time_ns[0, PState.FRACTIONAL] > MS
