import dataclasses
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import gcsim
from gcsim.costs import Costs
from gcsim.scenario import ScenarioError, Study, load, load_hardware

Load = Callable[..., Study]

CONFIGS = Path(__file__).parents[2] / "configs"
SCENARIO = 'name: base\ngo: "1.8"\nhardware: mine\nworkload: {kind: pusher, live_heap: 1MiB}\n'


def _number(name: str) -> int:
    """A whole number, which YAML reads as an int; if every request to stop were lost, no stop would end."""
    return 0 if name == "stop_retry_share" else 1


def profile(**changes: object) -> str:
    """A profile in which every cost is 1, with changes."""
    costs = {f.name: _number(f.name) if f.type is float else {"1.8": 0.5} for f in dataclasses.fields(Costs)}
    return yaml.safe_dump({"cores": 4, "memory": "1GiB", "provenance": "a test", "costs": costs} | changes)


@pytest.mark.parametrize("path", sorted((CONFIGS / "hardware").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_profile_of_the_repository_loads(path: Path) -> None:
    hardware = load_hardware(path)
    assert hardware.profile == path.stem
    assert hardware.provenance


def test_a_profile_is_found_beside_the_scenario_before_anywhere_else(folder: Path) -> None:
    beside = folder / "study" / "hardware"
    here = folder / "configs" / "hardware"
    for number, place in enumerate((beside, here)):
        place.mkdir(parents=True)
        (place / "mine.yaml").write_text(profile(cores=10 + number), encoding="utf-8")
    (folder / "study" / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    (folder / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    assert [run.hardware.cores for run in load(folder / "study" / "scenario.yaml").expand()] == [10]
    assert [run.hardware.cores for run in load(folder / "scenario.yaml").expand()] == [11]
    assert load_hardware("mine").cores == 11


def test_a_profile_may_be_named_by_its_path_from_the_scenario_or_from_here(folder: Path) -> None:
    (folder / "machines").mkdir()
    (folder / "machines" / "big.yml").write_text(profile(cores=64), encoding="utf-8")
    text = SCENARIO.replace("mine", "{profile: big.yml}")
    (folder / "machines" / "scenario.yaml").write_text(text, encoding="utf-8")
    (run,) = load("machines/scenario.yaml").expand()
    assert (run.hardware.cores, run.hardware.profile) == (64, "big")
    assert load_hardware("machines/big.yml").cores == 64
    assert load_hardware(folder / "machines" / "big.yml").cores == 64


def test_profiles_come_with_the_installed_package(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = folder / "site-packages" / "gcsim"
    (package / "hardware_profiles").mkdir(parents=True)
    (package / "hardware_profiles" / "mine.yaml").write_text(profile(cores=3), encoding="utf-8")
    monkeypatch.setattr(gcsim, "__file__", str(package / "__init__.py"))
    assert load_hardware("mine").cores == 3


def test_a_profile_that_is_changed_is_read_again(folder: Path) -> None:
    path = folder / "mine.yaml"
    path.write_text(profile(cores=3), encoding="utf-8")
    assert load_hardware(path).cores == 3
    path.write_text(profile(cores=5), encoding="utf-8")
    os.utime(path, ns=(0, 12345))
    assert load_hardware(path).cores == 5


def test_provenance_may_be_text_or_a_mapping(folder: Path) -> None:
    path = folder / "mine.yaml"
    path.write_text(profile(provenance={"fitted": {"runs": 3}}), encoding="utf-8")
    assert json.loads(load_hardware(path).provenance) == {"fitted": {"runs": 3}}
    path.write_text(profile(provenance="fitted to three runs"), encoding="utf-8")
    assert load_hardware(path).provenance == "fitted to three runs"


def test_a_quota_is_the_scenarios_and_not_the_machines(folder: Path) -> None:
    (folder / "hardware").mkdir()
    (folder / "hardware" / "mine.yaml").write_text(profile(), encoding="utf-8")
    (folder / "scenario.yaml").write_text(SCENARIO.replace("mine", "{profile: mine, quota: 1.5}"), encoding="utf-8")
    (run,) = load("scenario.yaml").expand()
    assert (run.hardware.quota, run.hardware.cores) == (1.5, 4)
    assert load_hardware("mine", folder).quota is None
    (run,) = load("scenario.yaml", ["hardware.quota=0.25"]).expand()
    assert run.hardware.quota == 0.25
    (folder / "hardware" / "mine.yaml").write_text(profile(quota=2), encoding="utf-8")
    with pytest.raises(ScenarioError, match="quota"):
        load_hardware(folder / "hardware" / "mine.yaml")


def test_quotas_may_be_swept(folder: Path) -> None:
    (folder / "hardware").mkdir()
    (folder / "hardware" / "mine.yaml").write_text(profile(), encoding="utf-8")
    text = SCENARIO.replace("mine", "{profile: mine, quota: {sweep: [0.5, 1, 2]}}")
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    assert [run.hardware.quota for run in load("scenario.yaml").expand()] == [0.5, 1.0, 2.0]


@pytest.mark.parametrize("quota", ["0", "-1", "0.001", "none", "5000", "true"])
def test_a_quota_that_is_none_is_refused(quota: str, folder: Path) -> None:
    (folder / "hardware").mkdir()
    (folder / "hardware" / "mine.yaml").write_text(profile(), encoding="utf-8")
    text = SCENARIO.replace("mine", f"{{profile: mine, quota: {quota}}}")
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"hardware.quota: found .*; use a number from 0.01 to 4096 \(CPUs\)"):
        load("scenario.yaml")


def test_costs_are_numbers_whatever_yaml_makes_of_them(folder: Path) -> None:
    path = folder / "mine.yaml"
    path.write_text(profile(), encoding="utf-8")
    costs = load_hardware(path).costs
    for field in dataclasses.fields(Costs):
        value = getattr(costs, field.name)
        assert value == (_number(field.name) if field.type is float else {"1.8": 0.5})
        assert isinstance(value, float | dict)


def test_a_profile_that_there_is_not_is_told_with_those_that_there_are(folder: Path) -> None:
    with pytest.raises(LookupError, match=r"use one of .*measured-2vcpu"):
        load_hardware("zzz", folder)
    with pytest.raises(LookupError, match=r"or name a \.yaml file|Or name a \.yaml file"):
        load_hardware("zzz.yaml")


def test_without_any_profile_a_file_is_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gcsim, "__file__", str(folder / "gcsim" / "__init__.py"))
    with pytest.raises(LookupError, match=r"^name a \.yaml file that there is$"):
        load_hardware("mine")


def test_what_is_wrong_with_a_profile_is_told_in_its_own_file(folder: Path) -> None:
    (folder / "hardware").mkdir()
    text = profile(cores=0, provenance="x").replace("mark_object_ns: 1", "mark_objekt_ns: 1")
    (folder / "hardware" / "mine.yaml").write_text(text, encoding="utf-8")
    (folder / "scenario.yaml").write_text(SCENARIO + "gogc: -5\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        load("scenario.yaml")
    told = {(problem.mark.file, problem.path): problem.would_do for problem in caught.value.problems}
    assert told == {
        ("hardware/mine.yaml", "cores"): "use a whole number from 1 to 4096",
        ("hardware/mine.yaml", "costs.mark_objekt_ns"): "did you mean mark_object_ns?",
        ("hardware/mine.yaml", "costs.mark_object_ns"): "write mark_object_ns: it has no default",
        ("scenario.yaml", "gogc"): "use a positive whole number of percent, or off",
    }


@pytest.mark.parametrize("text", ["", "- 1\n", "{", "cores: !!int 3\n"])
def test_a_file_that_is_no_profile_is_refused(text: str, folder: Path) -> None:
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioError):
        load_hardware(path)


DERIVED = "base: {base}\ncores: 36\nmemory: 1TiB\nprovenance: a test\ncosts: {costs}\n"


def derived(folder: Path, *, base: str = "mine", costs: str = "{mark_object_ns: 7, helpers_ns: {'1.8': 9}}") -> Path:
    """A profile beside ``mine``, which states all costs."""
    (folder / "mine.yaml").write_text(profile(), encoding="utf-8")
    (folder / "big.yaml").write_text(DERIVED.format(base=base, costs=costs), encoding="utf-8")
    return folder / "big.yaml"


def test_a_profile_with_a_base_states_only_what_differs(folder: Path) -> None:
    big, mine = load_hardware(derived(folder)), load_hardware(folder / "mine.yaml")
    assert (big.profile, big.cores, big.memory, mine.cores) == ("big", 36, 2**40, 4)
    assert big.costs == dataclasses.replace(mine.costs, mark_object_ns=7.0, helpers_ns={"1.8": 9.0})


def test_a_changed_base_changes_what_is_built_on_it(folder: Path) -> None:
    big = derived(folder)
    assert load_hardware(big).costs.sweep_page_ns == 1
    text = profile().replace("sweep_page_ns: 1", "sweep_page_ns: 2.5")
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    assert load_hardware(big).costs.sweep_page_ns == 2.5


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"base": "nobody"}, r"big\.yaml:1:\d+: base: found \"nobody\"; use one of"),
        (
            {"base": "big"},
            r"big\.yaml:1:\d+: base: found \"big\"; name a profile that states all costs, one without a base",
        ),
        ({"costs": "{mark_objects: 1}"}, r"big\.yaml:5:\d+: costs\.mark_objects: found an unknown key"),
        ({"costs": "{helpers_ns: {'2.0': 1}}"}, r"big\.yaml:5:\d+: costs\.helpers_ns\.2\.0: found an unknown key"),
    ],
)
def test_what_is_wrong_with_a_derived_profile_is_told_with_its_place(
    wrong: dict[str, str], message: str, folder: Path
) -> None:
    with pytest.raises(ScenarioError, match=message):
        load_hardware(derived(folder, **wrong))
