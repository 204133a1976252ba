import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from gcsim.scenario import RELEASES, Forest, Pusher, Study, load

Write = Callable[[str | bytes], Path]
Load = Callable[..., Study]

CONFIGS = Path(__file__).parents[2] / "configs"


def test_a_file_without_sweeps_is_one_run_with_the_defaults(study: Load) -> None:
    loaded = study()
    assert (loaded.name, loaded.experiment, loaded.replications, loaded.n_runs) == ("base", "", 1, 1)
    assert not loaded.axes
    (run,) = loaded.expand()
    assert (run.name, run.go, run.gogc, run.gomaxprocs, run.seed, run.replication) == ("base", "1.8", 100, None, 1, 0)
    assert (run.until.cycles, run.until.duration_ns, run.until.at_most_ns) == (None, 10 * 10**9, None)
    assert run.collector.mechanisms == {}
    assert (run.collector.pause_budget.pause_ns, run.collector.pause_budget.window_ns) == (10**7, 5 * 10**7)
    forest = run.workload
    assert isinstance(forest, Forest)
    assert (forest.live_heap, forest.object_size, forest.workers) == (2**27, 256, 4)
    assert (forest.think_time_ns, forest.churn, forest.loop_ns) == (2000, 16, 0)
    assert (forest.parked, forest.parked_stack, forest.roots, forest.global_pointers) == (0, 0, 0.0, 1)


def test_every_key_of_a_scenario_is_read(write: Write) -> None:
    path = write(
        "name: all of it\n"
        "experiment: that every key is read\n"
        "go: '1.4'\n"
        "gogc: off\n"
        "gomaxprocs: 4\n"
        "hardware: {profile: measured-2vcpu, cores: 8, memory: 1.5GiB, costs: {mark_object_ns: 80}}\n"
        "until: {cycles: 30, duration: 2m, at_most: 1h}\n"
        "replications: 2\n"
        "seed: 7\n"
        "collector:\n"
        "  mechanisms: {write_barrier: hybrid, oblets: true, helper_cap: 8}\n"
        "  pause_budget: {pause: 1ms, window: 20ms}\n"
        "  strategy: ghc\n"
        "  generational: {nursery: 4MiB, factor: 3}\n"
        "workload:\n"
        "  kind: forest\n"
        "  live_heap: 64MiB\n"
        "  object_size: 512B\n"
        "  workers: 16\n"
        "  think_time: 0\n"
        "  churn: 8\n"
        "  parked: 1e4\n"
        "  parked_stack: 32KiB\n"
        "  roots: .5\n"
        "  global_pointers: 0x800000\n"
        "  loop: 2ms\n"
        "  dirty: .25\n"
        "  finalizers: 100\n"
        "  allocation_sites: 7\n"
    )
    loaded = load(path)
    first, second = loaded.expand()
    assert loaded.experiment == "that every key is read"
    assert (first.go, first.gogc, first.gomaxprocs, first.seed) == ("1.4", "off", 4, 7)
    assert (first.hardware.cores, first.hardware.memory, first.hardware.costs.mark_object_ns) == (8, 3 * 2**29, 80.0)
    assert (first.until.cycles, first.until.duration_ns, first.until.at_most_ns) == (30, 120 * 10**9, 3600 * 10**9)
    assert first.collector.mechanisms == {"write_barrier": "hybrid", "oblets": True, "helper_cap": 8}
    assert (first.collector.pause_budget.pause_ns, first.collector.pause_budget.window_ns) == (10**6, 2 * 10**7)
    generational = first.collector.generational
    assert (first.collector.strategy, generational.nursery, generational.factor) == ("ghc", 2**22, 3.0)
    assert first.workload.model_dump() == {
        "kind": "forest",
        "live_heap": 2**26,
        "object_size": 512,
        "workers": 16,
        "think_time_ns": 0,
        "churn": 8,
        "parked": 10_000,
        "dirty": 0.25,
        "parked_stack": 2**15,
        "roots": 0.5,
        "finalizers": 100,
        "allocation_sites": 7,
        "global_pointers": 2**23,
        "loop_ns": 2 * 10**6,
    }
    assert (first.replication, second.replication) == (0, 1)
    assert second == first.model_copy(update={"replication": 1})


def test_the_pusher_is_a_workload_of_its_own(study: Load) -> None:
    (run,) = study("", "workload={kind: pusher, live_heap: 50MiB}").expand()
    assert run.workload == Pusher(kind="pusher", live_heap="50MiB")


@pytest.mark.parametrize(("text", "gogc"), [("off", "off"), ('"off"', "off"), ("1e2", 100), ("200", 200), ("+50", 50)])
def test_gogc_is_percent_or_off_however_yaml_spells_it(text: str, gogc: int | str, study: Load) -> None:
    (run,) = study(f"gogc: {text}\n").expand()
    assert run.gogc == gogc


def test_an_alias_may_say_something_twice(study: Load) -> None:
    (run,) = study("until: {duration: &time 3s, at_most: *time}\n").expand()
    assert (run.until.duration_ns, run.until.at_most_ns) == (3 * 10**9, 3 * 10**9)


def test_a_file_may_begin_with_a_byte_order_mark_and_end_lines_as_windows_does(write: Write) -> None:
    text = (CONFIGS / "forest.yaml").read_text(encoding="utf-8")
    loaded = load(write(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()))
    assert list(loaded.expand()) == list(load(CONFIGS / "forest.yaml").expand())


def test_a_study_cannot_be_changed(study: Load) -> None:
    loaded = study()
    (run,) = loaded.expand()
    with pytest.raises(AttributeError):
        loaded.name = "other"  # type: ignore[misc]
    with pytest.raises(ValueError, match="frozen"):
        run.workload.live_heap = 1  # type: ignore[misc, union-attr]


def test_runs_travel_to_other_processes(study: Load) -> None:
    (run,) = study("collector: {mechanisms: {assist: park}}\n").expand()
    again = pickle.loads(pickle.dumps(run))  # noqa: S301  # what was pickled in the line itself
    assert again == run
    assert again.resolved() == run.resolved()


def test_forest_is_the_measured_case_live128() -> None:
    (run,) = load(CONFIGS / "forest.yaml").expand()
    assert (run.go, run.gogc, run.ps, run.until.duration_ns) == ("1.8", 100, 2, 7 * 10**9)
    assert run.workload == Forest(kind="forest", live_heap="128MiB")
    assert (run.hardware.profile, run.hardware.cores, run.hardware.memory) == ("measured-2vcpu", 2, 24 * 2**30)


@pytest.mark.parametrize("config", sorted(CONFIGS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_config_loads_and_names_its_schema(config: Path) -> None:
    assert config.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=schema.json\n")
    loaded = load(config)
    assert loaded.n_runs >= 1
    assert next(loaded.expand()).go in RELEASES
