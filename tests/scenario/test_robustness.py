"""Whatever a file holds, it is a study or an error that says what would do."""

import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gcsim.scenario import ScenarioError, load

CONFIG = """\
name: base
go: {sweep: ["1.4", "1.8"]}
gogc: off
hardware: {profile: measured-2vcpu, memory: 8GiB, costs: {operation_ns: {"1.8": 300}}}
until: {cycles: &n 3, duration: 1.5s}
replications: *n
seed: 1e3
collector:
  mechanisms: {oblets: false, sweep: lazy}
  pause_budget: {pause: {sweep: [1ms, 2ms]}}
workload:
  kind: forest
  live_heap: {logspace: [16MiB, 1GiB, 2]}
  roots: 0.5
zip: [[go, workload.live_heap]]
"""

CHARACTERS = "\n :{}[],-|?#\"'~0\t\x00é%@"
WORDS = [
    "",
    "  ",
    "&n",
    "*n",
    "!x",
    "null",
    "-1",
    "1e400",
    ".nan",
    "1.8",
    "off",
    "<<",
    "---",
    "sweep",
    "logspace",
    "zip",
]
PIECES = st.sampled_from([*CHARACTERS, *WORDS])


def check(path: Path, settings_: list[str]) -> None:
    try:
        study = load(path, settings_)
    except ScenarioError as error:
        lines = str(error).split("\n")
    else:
        lines = []
        assert all(run.resolved() for run in itertools.islice(study.expand(), 10))
    assert all(line.startswith((f"{path}:", "--set ")) and "found " in line for line in lines)


def test_the_config_that_is_varied_here_is_right(folder: Path) -> None:
    path = folder / "scenario.yaml"
    path.write_text(CONFIG, encoding="utf-8")
    assert load(path).n_runs == 2 * 2 * 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
@given(
    edits=st.lists(st.tuples(st.integers(0, len(CONFIG)), st.integers(0, 12), PIECES), min_size=1, max_size=4),
)
def test_a_file_with_slips_is_loaded_or_refused(edits: list[tuple[int, int, str]], folder: Path) -> None:
    text = CONFIG
    for start, length, piece in edits:
        text = text[:start] + piece + text[start + length :]
    path = folder / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    check(path, [])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(data=st.binary(max_size=60))
@example(data=b"\xef\xbb\xbf")
@example(data=b"\xff\xfe\x00")
@example(data="a: \ufeff\u2028\x85b".encode())
def test_any_bytes_are_loaded_or_refused(data: bytes, folder: Path) -> None:
    path = folder / "scenario.yaml"
    path.write_bytes(data)
    check(path, [])


TOP_KEYS = ["go", "gogc", "hardware", "until", "workload", "zip", "name", "replications", "x", "x.y.z"]
INNER_KEYS = ["hardware.memory", "hardware.costs", "until.sweep", "workload.kind", "workload.live_heap.logspace"]
KEYS = st.sampled_from([*TOP_KEYS, *INNER_KEYS, "collector.mechanisms", "collector.mechanisms.sweep"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(given=st.lists(st.tuples(KEYS, st.lists(PIECES, max_size=4).map("".join) | st.text(max_size=10)), max_size=3))
def test_any_setting_is_taken_or_refused(given: list[tuple[str, str]], folder: Path) -> None:
    path = folder / "scenario.yaml"
    path.write_text(CONFIG, encoding="utf-8")
    # line breaks are shown as they are in the name of a setting, so that they are left out of this check of lines
    check(path, [f"{key}={value}".replace("\n", " ").replace("\r", " ") for key, value in given])


@pytest.mark.parametrize("depth", [10, 100_000])
def test_deep_files_are_refused_and_not_recursed_into(depth: int, folder: Path) -> None:
    path = folder / "scenario.yaml"
    path.write_text("a: " + "{a: " * depth + "1" + "}" * depth + "\n", encoding="utf-8")
    with pytest.raises(ScenarioError):
        load(path)
