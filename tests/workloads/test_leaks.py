"""The programs that leak: the slopes that real Go was measured to have, the lines, and cures that leave nothing."""

import inspect
import json
from functools import cache
from typing import Any

import pytest

from gcsim.recording import LeakGroup, Recording
from gcsim.scenario import Scenario
from gcsim.simulation import simulate
from gcsim.workloads.leaks import blocked_senders, client, shared_done
from tests.parts import COSTS

RELEASES = ["1.4", "1.5", "1.6", "1.7", "1.8"]
KIB = 1024


@cache
def _simulated(keys: str) -> Recording:
    return simulate(Scenario.model_validate({"name": "leaks", "hardware": "measured-2vcpu", **json.loads(keys)}))


def run(go: str = "1.8", until: dict[str, str] | None = None, gomaxprocs: int = 2, **workload: Any) -> Recording:  # noqa: ANN401
    """Simulate half a second, once for all tests that look at it."""
    keys = {"go": go, "gomaxprocs": gomaxprocs, "workload": workload, "until": until or {"duration": "500ms"}}
    return _simulated(json.dumps(keys))


def line(function: Any, code: str) -> str:  # noqa: ANN401
    """Give the line of a function that holds some code."""
    lines, first = inspect.getsourcelines(function)
    (at,) = (first + number for number, text in enumerate(lines) if code in text)
    return f"{inspect.getsourcefile(function)}:{at}".rsplit("/", 1)[-1]


def total(recording: Recording, what: str) -> Any:  # noqa: ANN401
    return sum(getattr(group, what) for group in recording.leaks)


# Bodies that are left open


@pytest.mark.parametrize("go", RELEASES)
def test_an_open_body_leaks_two_goroutines_and_a_descriptor_in_every_release(go: str) -> None:
    recording = run(go, kind="leaky_body")
    bodies = recording.counts["bodies_left_open"]
    assert bodies > 100
    assert total(recording, "goroutines") == 2 * bodies
    assert total(recording, "descriptors") == bodies


@pytest.mark.parametrize("go", RELEASES)
def test_a_request_with_three_of_them_leaks_six_goroutines(go: str) -> None:
    recording = run(go, kind="leaky_body")
    assert total(recording, "goroutines") == 6 * recording.ops


@pytest.mark.parametrize("go", RELEASES)
def test_an_open_body_holds_8_kib_of_stack_and_11_to_13_of_heap(go: str) -> None:
    recording = run(go, kind="leaky_body")
    bodies = recording.counts["bodies_left_open"]
    assert total(recording, "stack_bytes") == 8 * KIB * bodies
    assert 11 * KIB <= total(recording, "heap_bytes") / bodies <= 13 * KIB


def test_an_open_body_holds_what_go_was_measured_to_hold() -> None:
    """11,668 bytes in go1.19.8 (results/measured/micro, leak.heap), whose g has 392 bytes and whose sudog 88."""
    recording = run(kind="leaky_body")
    of_18 = total(recording, "heap_bytes") / recording.counts["bodies_left_open"]
    without = of_18 - 2 * COSTS.goroutine_bytes["1.8"] - 4 * COSTS.sudog_bytes["1.8"]
    assert without + 2 * 392 + 4 * 88 == pytest.approx(11_668, rel=0.01)


def test_the_report_names_the_two_loops_and_the_selects_in_which_they_wait() -> None:
    groups = run(kind="leaky_body").leaks
    assert [(group.program, group.where, group.waits) for group in groups] == [
        ("PersistConn.read_loop", line(client.PersistConn.read_loop, "yield Select("), "select"),
        ("PersistConn.write_loop", line(client.PersistConn.write_loop, "yield Select("), "select"),
    ]


def test_the_growth_is_six_goroutines_for_each_request_a_second() -> None:
    recording = run(kind="leaky_body")
    seconds = (recording.end_ns - recording.start_ns) / 1e9
    assert total(recording, "goroutines_per_s") == pytest.approx(6 * recording.ops / seconds)


def test_the_samples_show_the_leak_grow() -> None:
    recording = run(kind="leaky_body")
    samples, bodies = recording.goroutines, recording.counts["bodies_left_open"]
    assert samples["descriptors"][0] == 1  # the listener
    assert samples["descriptors"][-1] == pytest.approx(1 + bodies, abs=6)
    assert samples["goroutines"][-1] == pytest.approx(1 + 2 * bodies, abs=20)
    assert samples["stack_bytes"][-1] >= 8 * KIB * (bodies - 6)
    assert samples["heap_bytes"][-1] >= 10_496 * (bodies - 6)


@pytest.mark.parametrize("go", RELEASES)
def test_stacks_and_heap_of_open_bodies_survive_collections(go: str) -> None:
    """1.4 halves stacks that are less than a quarter used; these are not."""
    recording = run(go, kind="leaky_body", rate=600)
    assert len(recording.cycles["cycle"]) >= 1
    assert {group.stack_bytes // group.goroutines for group in recording.leaks} == {4096}


@pytest.mark.parametrize("go", RELEASES)
@pytest.mark.parametrize("error_rate", [0.0, 0.3, 1.0])
def test_closed_bodies_leak_nothing_whatever_the_share_of_errors(go: str, error_rate: float) -> None:
    recording = run(go, kind="leaky_body", cured=True, error_rate=error_rate)
    assert recording.leaks == ()
    assert recording.ops > 40


def test_only_failed_gets_leak() -> None:
    recording = run(kind="leaky_body", error_rate=0.3)
    bodies = recording.counts["bodies_left_open"]
    assert 0.2 < bodies / (3 * recording.ops) < 0.4
    assert total(recording, "goroutines") == 2 * bodies


def test_connections_whose_bodies_were_read_are_used_again_but_no_more_than_two_wait() -> None:
    read = run(kind="leaky_body", cured=True, error_rate=0.0)
    # The listener, two connections that are kept, and what is under way.
    assert read.goroutines["descriptors"].max() <= 1 + 2 + 6
    idle = read.goroutines["descriptors"][read.goroutines["goroutines"] == 1 + 1 + 4]
    assert len(idle)
    assert set(idle) == {3}


def test_other_live_heap_is_there_from_the_beginning() -> None:
    recording = run(kind="leaky_body", cured=True, live_heap="4MiB")
    # And what any process has before its main does anything.
    assert 4 << 20 <= recording.goroutines["heap_bytes"][0] < (4 << 20) + 65_536


# Senders whose receiver has gone


@pytest.mark.parametrize("go", RELEASES)
def test_a_blocked_sender_leaks_its_first_stack_its_g_and_a_sudog(go: str) -> None:
    recording = run(go, kind="blocked_senders")
    (group,) = recording.leaks
    assert group == LeakGroup(
        program="sender",
        where=line(blocked_senders.sender, "yield send"),
        waits="chan send",
        goroutines=2 * recording.ops,
        stack_bytes=2048 * group.goroutines,
        heap_bytes=int(COSTS.goroutine_bytes[go] + COSTS.sudog_bytes[go]) * group.goroutines,
        descriptors=0,
        goroutines_per_s=group.goroutines / 0.5,
    )
    assert recording.counts == {"values_sent": recording.ops, "values_received": recording.ops}


@pytest.mark.parametrize("go", RELEASES)
@pytest.mark.parametrize("cure", ["select_default", "buffered"])
def test_both_cures_leave_no_sender_behind(go: str, cure: str) -> None:
    recording = run(go, kind="blocked_senders", cure=cure)
    assert recording.leaks == ()
    assert recording.counts["values_received"] == recording.ops > 40


def test_a_select_with_default_drops_what_nobody_takes_at_that_moment_and_says_how_many() -> None:
    counts = run(kind="blocked_senders", cure="select_default", values=4).counts
    assert counts["values_sent"] + counts["values_dropped"] == pytest.approx(12 * counts["values_received"], rel=0.02)
    assert counts["values_dropped"] == pytest.approx(11 * counts["values_received"], rel=0.02)


def test_a_select_with_default_drops_values_that_the_receiver_still_wants() -> None:
    """It asks for all of them, but is just not there for some: it leaves at its deadline, without them."""
    wanting = run(kind="blocked_senders", cure="select_default", taken=3, timeout="20ms", gomaxprocs=1, go="1.4")
    assert wanting.counts["values_dropped"] > 0
    assert wanting.counts["values_received"] < 3 * wanting.ops
    assert wanting.leaks == ()
    buffered = run(kind="blocked_senders", cure="buffered", taken=3, timeout="20ms", gomaxprocs=1, go="1.4")
    assert buffered.counts["values_received"] == 3 * buffered.ops


def test_a_slot_for_each_sender_cures_only_senders_of_a_single_value() -> None:
    recording = run(kind="blocked_senders", cure="buffered", values=3)
    assert total(recording, "goroutines") > 0
    assert {group.program for group in recording.leaks} == {"sender"}


# A package variable that every request replaces


@pytest.mark.parametrize("go", RELEASES)
def test_requests_that_replace_one_anothers_channel_strand_goroutines_of_both_kinds(go: str) -> None:
    recording = run(go, kind="shared_done")
    assert {(group.program, group.waits, group.where) for group in recording.leaks} == {
        ("worker", "chan send", line(shared_done.worker, "done.send()")),
        ("serve", "chan receive", line(shared_done.handler, "done.receive()")),
    }
    arrived = run(go, kind="shared_done", cured=True).ops
    assert recording.ops < 0.9 * arrived


@pytest.mark.parametrize("go", RELEASES)
def test_a_channel_for_each_request_strands_nobody(go: str) -> None:
    recording = run(go, kind="shared_done", cured=True)
    assert recording.leaks == ()
    assert recording.goroutines["goroutines"][-1] < 30


def test_requests_that_never_overlap_share_the_variable_unharmed() -> None:
    assert run(kind="shared_done", rate=2, work="1ms", until={"duration": "4s"}).leaks == ()


# The variable of a loop


@pytest.mark.parametrize("go", RELEASES)
def test_goroutines_that_share_the_loop_variable_all_fetch_the_last(go: str) -> None:
    recording = run(go, kind="loop_variable", urls=4, gomaxprocs=1)
    assert recording.counts == {"fetched": 4 * recording.ops, "fetched_for_the_first_time": recording.ops}


@pytest.mark.parametrize("go", RELEASES)
def test_goroutines_that_are_given_the_value_fetch_each_its_own(go: str) -> None:
    recording = run(go, kind="loop_variable", urls=4, cured=True)
    assert recording.counts == {"fetched": 4 * recording.ops, "fetched_for_the_first_time": 4 * recording.ops}


# Defer in a loop


@pytest.mark.parametrize("go", RELEASES)
def test_deferred_calls_descriptors_and_heap_pile_up_until_the_function_ends(go: str) -> None:
    recording = run(go, kind="deferred_loop", rate=2, files=50, buffer="64KiB")
    assert recording.counts == {"most_deferred_calls": 50, "most_descriptors": 1 + 50}
    samples = recording.goroutines
    assert samples["descriptors"].max() > 25
    assert samples["heap_bytes"].max() > 25 * 64 * KIB
    assert samples["descriptors"][-1] == 1
    assert recording.leaks == ()


@pytest.mark.parametrize("go", RELEASES)
def test_a_function_for_each_iteration_has_one_of_each(go: str) -> None:
    recording = run(go, kind="deferred_loop", rate=2, files=50, buffer="64KiB", cured=True)
    assert recording.counts == {"most_deferred_calls": 1, "most_descriptors": 2}
    assert recording.goroutines["descriptors"].max() == 2


# All of them


@pytest.mark.parametrize("kind", ["leaky_body", "blocked_senders", "shared_done", "loop_variable", "deferred_loop"])
def test_the_same_scenario_gives_the_same_leaks(kind: str) -> None:
    scenario = {
        "name": "leaks", "go": "1.6", "hardware": "measured-2vcpu", "until": {"duration": "50ms"},
        "workload": {"kind": kind},
    }  # fmt: skip
    first, second = (simulate(Scenario.model_validate(scenario)) for _ in range(2))
    assert (first.leaks, first.counts, first.ops) == (second.leaks, second.counts, second.ops)
    assert (first.goroutines["heap_bytes"] == second.goroutines["heap_bytes"]).all()


@pytest.mark.parametrize("kind", ["server", "pipeline", "fanout", "timers", "pingpong", "waiters"])
@pytest.mark.parametrize("go", ["1.4", "1.8"])
def test_programs_that_leak_nothing_are_not_reported(go: str, kind: str) -> None:
    needed: dict[str, dict[str, Any]] = {"server": {"load": 0.5}, "waiters": {"goroutines_per_p": 20}}
    assert run(go, until={"duration": "5ms"}, kind=kind, **needed.get(kind, {})).leaks == ()


def test_the_reference_program_leaks_nothing() -> None:
    assert run(until={"duration": "20ms"}, kind="forest", live_heap="1MiB", parked=1000).leaks == ()
