"""Every release is a row, every field of it has a source, and rows differ where the releases do."""

from dataclasses import asdict, fields
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from gcsim.collector import ERAS, era
from gcsim.collector.eras import SOURCES
from gcsim.mechanisms import Mechanisms

CHANGES: dict[str, dict[str, object]] = {
    "1.5": {
        "mark": "concurrent",
        "coordinator": "background_goroutine",
        "root_scan": "one_p",
        "span_loops": "three",
        "goroutine_reset": "in_stop",
        "data_rescan": "one_job",
        "stack_rescan": "all",
        "stack_barriers": True,
        "write_barrier": "dijkstra",
        "assist": "sleep",
        "idle_workers": "time_slice",
        "sweep": "proportional",
        "pacer": "absolute",
        "pacer_base": "reachable",
        "gomaxprocs_default": "cores",
        "steal_order": "random_4p",
        "runnext": True,
        "runnext_steal_delay_ns": 100_000,
        "world_start": "wake",
    },
    "1.6": {
        "coordinator": "decentralized",
        "root_scan": "shared_jobs",
        "span_loops": "none",
        "goroutine_reset": "before_stop",
        "data_rescan": "shards",
        "left_over": True,
        "helpers": "drain",
        "assist": "park",
        "over_assist": "bytes",
        "pacer": "remaining",
        "wake_chain": "spinning",
    },
    "1.7": {
        "data_rescan": "none",
        "stack_rescan": "dirty",
        "stack_shrink": "concurrent",
        "allocation_color": "black",
        "over_assist": "work",
        "pacer_base": "marked",
        "steal_order": "permutations",
        "runnext_steal_delay_ns": 3_000,
    },
    "1.8": {
        "stack_rescan": "none",
        "stack_barriers": False,
        "left_over": False,
        "helpers": "flush",
        "profile_flush": "concurrent",
        "assist_roots": True,
        "write_barrier": "hybrid",
        "idle_workers": "poll",
        "oblets": True,
        "mcache_flush": "parallel",
    },
}
"""What each release changed, as the survey of its sources lists it."""

FIELDS = [field.name for field in fields(Mechanisms)]


def test_there_is_a_row_for_each_of_five_releases() -> None:
    assert list(ERAS) == ["1.4", "1.5", "1.6", "1.7", "1.8"]


@pytest.mark.parametrize("name", FIELDS)
def test_every_mechanism_has_a_source_with_a_place_in_it(name: str) -> None:
    assert any(mark in SOURCES[name] for mark in (":", "(")), SOURCES[name]


def test_there_is_no_source_of_what_is_no_mechanism() -> None:
    assert set(SOURCES) == set(FIELDS)


@pytest.mark.parametrize(("before", "release"), [("1.4", "1.5"), ("1.5", "1.6"), ("1.6", "1.7"), ("1.7", "1.8")])
def test_a_release_differs_from_the_one_before_in_what_it_changed_and_nothing_else(before: str, release: str) -> None:
    old, new = asdict(ERAS[before]), asdict(ERAS[release])
    assert {name: new[name] for name in new if new[name] != old[name]} == CHANGES[release]


def test_1_4_marks_sweeps_and_paces_with_the_world_stopped() -> None:
    row = ERAS["1.4"]
    assert (row.mark, row.root_scan, row.sweep, row.pacer) == ("stop_the_world", "in_stop", "lazy", "next_gc")
    assert (row.write_barrier, row.assist, row.idle_workers) == ("none", "none", "none")
    assert (row.gomaxprocs_default, row.runnext) == ("one", False)


@pytest.mark.parametrize("release", ERAS)
def test_every_value_of_a_row_is_one_that_the_mechanism_has(release: str) -> None:
    hints = get_type_hints(Mechanisms)
    for name, value in asdict(ERAS[release]).items():
        if get_origin(hints[name]) is Literal:
            assert value in get_args(hints[name])
        else:
            assert type(value) is hints[name]


@pytest.mark.parametrize("release", ERAS)
def test_a_release_without_overrides_is_its_row(release: str) -> None:
    assert era(release) == era(release, {}) == ERAS[release]


def test_an_override_replaces_one_field() -> None:
    row = era("1.7", {"write_barrier": "hybrid", "stack_rescan": "none"})
    changed = {name for name in FIELDS if getattr(row, name) != getattr(ERAS["1.7"], name)}
    assert changed == {"write_barrier", "stack_rescan"}


def test_an_unknown_release_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"no era '1\.9'; choose one of 1\.4, .*1\.6\.0, 1\.6\.2, 1\.7, 1\.8"):
        era("1.9")


def test_an_unknown_mechanism_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="no mechanism 'colour'; choose among allocation_color, assist"):
        era("1.8", {"colour": "red"})


@pytest.mark.parametrize(
    ("release", "overrides", "advice"),
    [
        pytest.param("1.8", {"write_barrier": "none"}, "choose dijkstra or hybrid", id="no barrier"),
        pytest.param("1.8", {"pacer": "next_gc"}, "choose absolute or remaining", id="no trigger"),
        pytest.param("1.4", {"pacer": "remaining"}, "choose pacer next_gc", id="nothing to pace"),
        pytest.param("1.8", {"mark": "stop_the_world"}, "choose pacer next_gc", id="a stopped mark alone"),
        pytest.param("1.4", {"mark": "concurrent"}, "choose dijkstra or hybrid", id="a concurrent mark alone"),
    ],
)
def test_mechanisms_that_contradict_each_other_are_refused(
    release: str, overrides: dict[str, object], advice: str
) -> None:
    with pytest.raises(ValueError, match=advice):
        era(release, overrides)


def test_1_4_can_be_made_concurrent_with_all_that_this_takes() -> None:
    row = era("1.4", {"mark": "concurrent", "write_barrier": "dijkstra", "pacer": "absolute"})
    assert row.mark == "concurrent"
