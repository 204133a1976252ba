import itertools
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gcsim.scenario import Scenario, ScenarioError, Study, listed, load, parts, validation

Load = Callable[..., Study]

HEAD = "name: sweep\nhardware: measured-2vcpu\n"

AXES = {
    "go": st.sampled_from(["1.4", "1.5", "1.6", "1.7", "1.8"]),
    "gogc": st.integers(1, 1000) | st.just("off"),
    "seed": st.integers(0, 2**40),
    "gomaxprocs": st.integers(1, 256),
    "until.cycles": st.integers(1, 100),
    "collector.mechanisms.helper_cap": st.integers(1, 32),
    "workload.churn": st.integers(1, 64),
    "workload.workers": st.integers(1, 64),
}
DEFAULTS: dict[str, int | str] = {
    "go": "1.8", "gogc": 100, "seed": 1, "gomaxprocs": 2, "until.cycles": 20,
    "collector.mechanisms.helper_cap": 32, "workload.churn": 16, "workload.workers": 4,
}  # fmt: skip


def text_of(values: dict[str, str]) -> str:
    """A file with these values at the dotted keys of AXES."""
    return HEAD + "\n".join(
        [
            *(f"{key}: {values[key]}" for key in AXES if "." not in key),
            f"until: {{cycles: {values['until.cycles']}}}",
            f"collector: {{mechanisms: {{helper_cap: {values['collector.mechanisms.helper_cap']}}}}}",
            f"workload: {{kind: forest, live_heap: 1MiB, churn: {values['workload.churn']},",
            f"  workers: {values['workload.workers']}}}\n",
        ]
    )


def quoted(value: int | str) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def value_of(run: Scenario, key: str) -> object:
    value: object = run
    for part in key.split("."):
        value = value[part] if isinstance(value, dict) else getattr(value, part)
    return value


@st.composite
def swept(draw: st.DrawFn) -> dict[str, list[int | str]]:
    keys = draw(st.lists(st.sampled_from(sorted(AXES)), unique=True, max_size=4))
    return {key: draw(st.lists(AXES[key], unique=True, min_size=1, max_size=4)) for key in AXES if key in keys}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(axes=swept(), replications=st.integers(1, 3))
def test_the_runs_are_the_product_of_the_axes_the_last_one_fastest(
    axes: dict[str, list[int | str]], replications: int, folder: Path
) -> None:
    values = {key: quoted(value) for key, value in DEFAULTS.items()}
    values |= {key: f"{{sweep: [{', '.join(map(quoted, listed))}]}}" for key, listed in axes.items()}
    path = folder / "product.yaml"
    path.write_text(text_of(values) + f"replications: {replications}\n", encoding="utf-8")
    study = load(path)
    assert study.axes == {key: tuple(listed) for key, listed in axes.items()}
    assert study.n_runs == math.prod(map(len, axes.values())) * replications
    expected = [(*point, number) for point in itertools.product(*axes.values()) for number in range(replications)]
    assert [(*(value_of(run, key) for key in axes), run.replication) for run in study.expand()] == expected
    for key in AXES.keys() - axes.keys():
        assert {value_of(run, key) for run in study.expand()} == {DEFAULTS[key]}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(data=st.data())
def test_a_zip_ties_axes_together_and_leaves_the_others_a_product(data: st.DataObject, folder: Path) -> None:
    keys = data.draw(st.permutations(["gogc", "seed", "workload.churn", "until.cycles"]), label="order")
    tied, free = keys[:2], keys[2:]
    length = data.draw(st.integers(1, 4), label="length of the tied axes")
    listed: dict[str, Sequence[int | str]] = {}
    for key in keys:
        low, high = (length, length) if key in tied else (1, 3)
        listed[key] = data.draw(st.lists(AXES[key], unique=True, min_size=low, max_size=high), label=key)
    values = {key: quoted(value) for key, value in DEFAULTS.items()}
    values |= {key: f"{{sweep: [{', '.join(map(quoted, values))}]}}" for key, values in listed.items()}
    path = folder / "zip.yaml"
    path.write_text(text_of(values) + f"zip: [[{', '.join(tied)}]]\n", encoding="utf-8")
    study = load(path)
    runs = list(study.expand())
    assert study.n_runs == len(runs) == length * math.prod(len(listed[key]) for key in free)
    pairs = set(zip(listed[tied[0]], listed[tied[1]], strict=True))
    assert {(value_of(run, tied[0]), value_of(run, tied[1])) for run in runs} == pairs
    points = {tuple(value_of(run, key) for key in keys) for run in runs}
    assert len(points) == len(runs)


def test_a_zip_moves_at_the_pace_of_its_first_axis(study: Load) -> None:
    loaded = study(
        "gogc: {sweep: [50, 100]}\nseed: {sweep: [1, 2]}\n"
        "until: {cycles: {sweep: [3, 4]}}\nzip: [[gogc, until.cycles]]\n"
    )
    points = [(run.gogc, run.seed, run.until.cycles) for run in loaded.expand()]
    assert points == [(50, 1, 3), (50, 2, 3), (100, 1, 4), (100, 2, 4)]


@pytest.mark.parametrize(
    ("key", "written", "points"),
    [
        ("workload.live_heap", "[16MiB, 16GiB, 11]", [2**24 * 2**k for k in range(11)]),
        ("workload.live_heap", "[1GiB, 1MiB, 3]", [2**30, 2**25, 2**20]),
        ("workload.live_heap", "[1MB, 1GB, 4]", [10**6, 10**7, 10**8, 10**9]),
        ("workload.think_time", "[1us, 1ms, 4]", [10**3, 10**4, 10**5, 10**6]),
        ("workload.parked", "[1, 1e6, 7]", [10**k for k in range(7)]),
        ("gogc", "[25, 800, 6]", [25, 50, 100, 200, 400, 800]),
        ("gogc", "[10, 20, 3]", [10, 14, 20]),
        ("workload.roots", "[0.01, 1, 3]", [0.01, 0.1, 1.0]),
        ("hardware.costs.mark_object_ns", "[10.0, 1000, 5]", [10.0, 31.6227766017, 100.0, 316.227766017, 1000.0]),
    ],
)
def test_logspace_is_even_on_a_logarithmic_scale(key: str, written: str, points: list[float], study: Load) -> None:
    loaded = study("", f"{key}={{logspace: {written}}}")
    assert loaded.axes == {key: tuple(points)}
    assert loaded.n_runs == len(points) == len(list(loaded.expand()))


@given(first=st.integers(1, 10**6), factor=st.integers(2, 10**6), count=st.integers(2, 12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_logspace_keeps_its_ends_and_its_steps(first: int, factor: int, count: int, study: Load) -> None:
    try:
        loaded = study("", f"seed={{logspace: [{first}, {first * factor}, {count}]}}")
    except ScenarioError as error:
        assert "some come out alike" in str(error)  # noqa: PT017  # only where steps are smaller than 1
        assert first * (factor ** (1 / (count - 1)) - 1) < 1.5
        return
    points = [int(str(point)) for point in loaded.axes["seed"]]
    assert (points[0], points[-1], len(points)) == (first, first * factor, count)
    for number, point in enumerate(points):
        assert abs(point - first * factor ** (number / (count - 1))) <= 0.5 + 1e-9 * point


def test_whole_mappings_can_be_swept(study: Load) -> None:
    loaded = study(
        "until: {sweep: [{cycles: 3}, {duration: 1s}]}\n",
        "workload={sweep: [{kind: pusher, live_heap: 1MiB}, {kind: forest, live_heap: 2MiB}]}",
    )
    assert loaded.axes == {
        "workload": ({"kind": "pusher", "live_heap": "1MiB"}, {"kind": "forest", "live_heap": "2MiB"}),
        "until": ({"cycles": 3}, {"duration": "1s"}),
    }
    points = [
        (run.workload.kind, run.workload.live_heap, run.until.cycles)  # type: ignore[union-attr]
        for run in loaded.expand()
    ]
    assert points == [("pusher", 2**20, 3), ("pusher", 2**20, None), ("forest", 2**21, 3), ("forest", 2**21, None)]


def test_hardware_can_be_swept_by_name_and_inside(study: Load) -> None:
    loaded = study("", "hardware={profile: measured-2vcpu, costs: {operation_ns: {1.8: {sweep: [1, 2]}}}}")
    assert loaded.axes == {"hardware.costs.operation_ns.1.8": (1.0, 2.0)}
    assert [run.hardware.costs.operation_ns["1.8"] for run in loaded.expand()] == [1.0, 2.0]
    named = study("", "hardware={sweep: [measured-2vcpu, {profile: measured-2vcpu, cores: 64}]}")
    assert named.axes == {"hardware": ("measured-2vcpu", {"profile": "measured-2vcpu", "cores": 64})}
    assert [run.ps for run in named.expand()] == [2, 64]


def test_parts_that_do_not_differ_are_shared_by_the_runs(study: Load) -> None:
    first, second = study("gogc: {sweep: [50, 100]}\n").expand()
    assert first.hardware is second.hardware
    assert first.workload is second.workload


def test_a_hundred_thousand_runs_are_put_together_from_few_validated_parts(
    study: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    validations = 0

    def counted(*arguments: Any) -> object:  # noqa: ANN401  # handed on as they are
        nonlocal validations
        validations += 1
        return validation.validated(*arguments)

    monkeypatch.setattr(parts, "validated", counted)
    loaded = study(
        "gogc: {logspace: [10, 1e5, 100]}\nreplications: 10\n", "workload.live_heap={logspace: [1MiB, 1TiB, 100]}"
    )
    assert loaded.n_runs == 100_000
    assert sum(1 for _ in itertools.islice(loaded.expand(), 5_000)) == 5_000
    assert validations == 100 + 100 + 3  # the axes; name, go and hardware


def test_more_different_values_than_are_kept_are_still_all_there(study: Load) -> None:
    loaded = study("", "workload.churn={logspace: [1e6, 1e12, 5000]}")
    for _ in range(2):
        points = [value_of(run, "workload.churn") for run in loaded.expand()]
        assert points == list(loaded.axes["workload.churn"])


def test_the_mechanism_called_sweep_can_be_given_and_swept(study: Load) -> None:
    (run,) = study("collector: {mechanisms: {sweep: lazy}}\n").expand()
    assert run.collector.mechanisms == {"sweep": "lazy"}
    inside = study("collector: {mechanisms: {sweep: {sweep: [lazy, proportional]}, oblets: true}}\n")
    assert inside.axes == {"collector.mechanisms.sweep": ("lazy", "proportional")}
    whole = study("collector: {mechanisms: {sweep: [{sweep: lazy}, {oblets: true}]}}\n")
    assert [run.collector.mechanisms for run in whole.expand()] == [{"sweep": "lazy"}, {"oblets": True}]


def test_values_may_repeat_in_axes_that_are_tied_together(study: Load) -> None:
    loaded = study("gogc: {sweep: [off, off, 50]}\nseed: {sweep: [1, 2, 1]}\nzip: [[gogc, seed]]\n")
    assert [(run.gogc, run.seed) for run in loaded.expand()] == [("off", 1), ("off", 2), (50, 1)]


def test_a_run_by_its_place_is_the_one_that_expanding_gives_there(study: Load) -> None:
    axes = 'go: {sweep: ["1.4", "1.8"]}\ngogc: {sweep: [50, 100]}\nzip: [[go, gogc]]\n'
    workload = "workload: {kind: forest, live_heap: {sweep: [4MiB, 8MiB, 16MiB]}}\n"
    swept = study(HEAD + axes + workload + "replications: 2\n", base="")
    runs = list(swept.expand())
    assert len(runs) == 12
    assert [swept.at(index) for index in reversed(range(12))] == runs[::-1]
    assert [swept.at(index).resolved() for index in range(12)] == [run.resolved() for run in runs]
    for index in (-1, 12):
        with pytest.raises(IndexError, match=f"run {index} of a study of 12"):
            swept.at(index)


def test_a_listed_study_gives_its_runs_by_their_place(study: Load) -> None:
    (run,) = study(HEAD + 'go: "1.8"\nworkload: {kind: forest, live_heap: 4MiB}\n', base="").expand()
    runs = [run.model_copy(update={"seed": seed}) for seed in (5, 3)]
    mine = listed("mine", runs)
    assert [mine.at(0), mine.at(1)] == runs == list(mine.expand())
