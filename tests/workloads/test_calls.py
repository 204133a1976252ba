"""A function that is known by its allocation profile alone, called over and over."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gcsim.recording import Recording
from gcsim.scenario import Scenario
from gcsim.simulation import simulate
from gcsim.workloads.profile import AllocationProfile, AllocationSite


def _site(times: float, size: float, pointers: float = 0) -> AllocationSite:
    return AllocationSite(where="p.go:3", what="new(T)", times=times, size=size, pointers=pointers)


def _profile(*sites: AllocationSite, frame: int = 64) -> AllocationProfile:
    return AllocationProfile(entry="f", sites=sites, frame=frame)


Run = Callable[..., Recording]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    source = tmp_path / "p.go"
    source.write_text("package p\n\nfunc f() {}\n", encoding="utf-8")

    def run(profile: AllocationProfile, **workload: object) -> Recording:
        monkeypatch.setattr("gcsim.simulation._profile", lambda *_: profile)
        scenario = Scenario.model_validate(
            {
                "name": "calls",
                "go": "1.8",
                "gomaxprocs": 2,
                "hardware": "measured-2vcpu",
                "until": {"duration": "200ms"},
                "workload": {"kind": "go", "source": str(source), "entry": "f", "goroutines": 2, **workload},
            }
        )
        return simulate(scenario)

    return run


def test_calls_one_after_another_keep_every_goroutine_busy(run: Run) -> None:
    recording = run(_profile(), compute="100us")
    assert recording.ops == pytest.approx(2 * 2000, rel=0.01)
    assert recording.allocated_bytes == 0
    assert len(recording.cycles["cycle"]) == 0


def test_calls_as_they_come_are_as_many_as_asked_for(run: Run) -> None:
    recording = run(_profile(), calls=5000, compute="20us")
    assert recording.ops == pytest.approx(1000, rel=0.15)


@pytest.mark.parametrize("calls", [None, 5000])
def test_every_call_allocates_what_the_profile_says(run: Run, calls: float | None) -> None:
    recording = run(_profile(_site(2, 100), _site(1, 16, 1)), compute="20us", **({"calls": calls} if calls else {}))
    assert recording.allocated_bytes == pytest.approx(recording.ops * (2 * 112 + 16), rel=0.01)
    assert recording.allocated_objects == pytest.approx(recording.ops * 3, rel=0.01)


def test_less_on_the_heap_is_less_to_collect(run: Run) -> None:
    seldom, often = (run(_profile(_site(times, 64)), compute="20us", live_heap="4MiB") for times in (10, 100))
    assert 0 < len(seldom.cycles["cycle"]) < len(often.cycles["cycle"]) / 3


def test_a_large_frame_makes_the_stacks_grow(run: Run) -> None:
    small, large = (run(_profile(frame=frame), compute="20us") for frame in (64, 40_000))
    assert large.goroutines["stack_bytes"][-1] > small.goroutines["stack_bytes"][-1] + 2 * 32_768


def test_a_profile_adds_up_sites_in_size_classes() -> None:
    profile = _profile(_site(3, 33, 2), _site(0.5, 8))
    assert (profile.size, profile.objects, profile.pointers) == (148, 4, 6)


def test_a_profile_that_allocates_seldom_has_an_object_all_the_same() -> None:
    assert _profile(_site(0.25, 64)).objects == 1
    assert _profile().objects == 0
