import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gcsim.fidelity import (
    MeasuredError,
    MeasuredRun,
    read_judged,
    read_measured,
    split_by_era,
    to_scenario,
    without_era_line,
)
from gcsim.scenario import Forest, Hardware, Pusher

Fields = dict[str, Any]
WriteRun = Callable[..., Path]

MEASURED = Path(__file__).parents[2] / "results" / "measured"
CYCLE = "0.010+20+0.020 ms clock, 0.020+3.0/10/0+0.040 ms cpu, 60->61->30 MB, 61 MB goal, 2 P"


def test_every_committed_run_is_read() -> None:
    runs = read_measured(MEASURED)
    assert len(runs) == len(list(MEASURED.glob("*.json")))
    assert {run.go for run in runs} == {"1.4", "1.5", "1.6", "1.7", "1.8"}
    assert all(len(run.log) == run.num_gc for run in runs if run.go != "1.4")


def test_runs_come_in_the_order_of_case_release_and_repetition(fields: Fields, write_run: WriteRun) -> None:
    for version, rep in (("go1.8.4", 1), ("go1.8.4", 0), ("go1.4.3", 0)):
        folder = write_run({**fields, "version": version, "rep": rep})
    write_run({**fields, "case": "gogc50"})
    found = [(run.case, run.go, run.rep) for run in read_measured(folder)]
    assert found == [("gogc50", "1.8", 0), ("live32", "1.4", 0), ("live32", "1.8", 0), ("live32", "1.8", 1)]


def test_only_unforced_collections_of_the_measured_time_are_in_the_log(fields: Fields, write_run: WriteRun) -> None:
    log = [f"gc 1 @0.1s 9%: {CYCLE}", "# begin", f"gc 2 @0.2s 9%: {CYCLE}", f"gc 3 @0.3s 9%: {CYCLE} (forced)", "# end"]
    (run,) = read_measured(write_run(fields, "\n".join(log) + "\n"))
    assert [cycle.cycle for cycle in run.log] == [2]


def test_a_scenario_has_exactly_the_parameters_of_its_run(fields: Fields, hardware: Hardware) -> None:
    parameters = {
        "obj": 512,
        "parked": 1000,
        "parked_kb": 32,
        "roots": 0.5,
        "global_ptrs": 8,
        "loop_ms": 2,
        "gogc": "50",
    }
    run = MeasuredRun.model_validate({**fields, **parameters, "log": ()})
    scenario = to_scenario(run, hardware=hardware, seed=7, replication=1)
    assert (scenario.go, scenario.gogc, scenario.ps, scenario.seed, scenario.replication) == ("1.8", 50, 2, 7, 1)
    assert (scenario.until.duration_ns, scenario.until.cycles) == (7_000_123_456, None)
    assert scenario.workload == Forest(
        kind="forest",
        live_heap="32MiB",
        object_size="512B",
        workers=4,
        think_time="2us",
        churn=16,
        parked=1000,
        parked_stack="32KiB",
        roots=0.5,
        global_pointers=8,
        loop="2ms",
    )


def test_a_run_of_the_pusher_becomes_a_pusher(fields: Fields, hardware: Hardware) -> None:
    run = MeasuredRun.model_validate({**fields, "pusher": True, "live_mb": 50, "log": ()})
    scenario = to_scenario(run, hardware=hardware, seed=1, replication=0)
    assert scenario.workload == Pusher(kind="pusher", live_heap="50MiB")


@pytest.mark.parametrize(("text", "gogc"), [("200", 200), ("off", "off"), ("", 100)])
def test_gogc_is_read_as_the_environment_holds_it(fields: Fields, text: str, gogc: int | str) -> None:
    assert MeasuredRun.model_validate({**fields, "gogc": text, "log": ()}).gogc == gogc


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"ops": -5}, "ops: found -5; "),
        ({"version": "go1.3.3"}, "version: found 'go1.3.3'; "),
        ({"version": "devel"}, "version: found 'devel'; "),
        ({"gogc": "-50"}, "gogc"),
        ({"live_mb": "32"}, "live_mb: found '32'; "),
        ({"pauses_us": [1.0, "x"]}, "pauses_us.1: found 'x'; "),
        ({"op_ns": {}}, "op_ns.p9999: Field required"),
        ({"roots": 1.5}, "roots: found 1.5; "),
    ],
)
def test_a_wrong_value_is_told_with_its_file_and_field(
    fields: Fields, write_run: WriteRun, change: Fields, message: str
) -> None:
    write_run(fields)
    folder = write_run({**fields, "rep": 1})
    file = folder / "live32.go1.8.4.r1.json"
    file.write_text(json.dumps({**fields, "rep": 1, **change}))
    with pytest.raises(MeasuredError) as refused:
        read_measured(folder)
    assert all(problem.startswith(f"{file}: ") for problem in refused.value.problems)
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "not JSON"), ("{", "not JSON"), ("[]", "expected one JSON object, found list"), ('{"ops": NaN}', "not JSON")],
)
def test_a_file_that_is_no_json_object_is_told(fields: Fields, write_run: WriteRun, text: str, message: str) -> None:
    folder = write_run(fields)
    (folder / "live32.go1.8.4.r0.json").write_text(text)
    with pytest.raises(MeasuredError, match=message):
        read_measured(folder)


@pytest.mark.parametrize("log", ["# begin\n", "# begin\ngc 1 @nonsense\n# end\n"])
def test_a_log_that_cannot_be_understood_is_told(fields: Fields, write_run: WriteRun, log: str) -> None:
    with pytest.raises(MeasuredError, match=r"live32\.go1\.8\.4\.r0\.gctrace: "):
        read_measured(write_run(fields, log))


@pytest.mark.parametrize("missing", [".json", ".gctrace"])
def test_half_a_pair_is_told_by_the_name_of_the_missing_file(fields: Fields, write_run: WriteRun, missing: str) -> None:
    folder = write_run(fields)
    file = folder / f"live32.go1.8.4.r0{missing}"
    file.unlink()
    with pytest.raises(MeasuredError) as refused:
        read_measured(folder)
    assert refused.value.problems[0].startswith(f"{file}: missing")


def test_everything_that_is_wrong_in_a_folder_is_told_at_once(fields: Fields, write_run: WriteRun) -> None:
    write_run({**fields, "ops": "many", "parked": None})
    folder = write_run({**fields, "rep": 1}, "no marks\n")
    with pytest.raises(MeasuredError) as refused:
        read_measured(folder)
    assert len(refused.value.problems) == 3


def test_a_folder_without_runs_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MeasuredError, match="no measured runs"):
        read_measured(tmp_path / "nowhere")


def test_the_same_run_under_two_names_is_an_error(fields: Fields, write_run: WriteRun) -> None:
    folder = write_run(fields)
    for suffix in (".json", ".gctrace"):
        (folder / f"copy{suffix}").write_bytes((folder / f"live32.go1.8.4.r0{suffix}").read_bytes())
    with pytest.raises(MeasuredError, match="2 runs, but only 1 different"):
        read_measured(folder)


@pytest.mark.parametrize(
    ("version", "go"),
    [("go1.4", "1.4"), ("go1.8.4", "1.8"), ("go1.8rc2", "1.8"), ("go1.10", "1.10"), ("go1.22.10", "1.22")],
)
def test_a_release_is_named_without_its_patch(fields: Fields, version: str, go: str) -> None:
    assert MeasuredRun.model_validate({**fields, "version": version, "log": ()}).go == go


def test_runs_of_releases_without_an_era_are_told_apart(fields: Fields, write_run: WriteRun) -> None:
    log = f"# begin\ngc 2 @0.2s 9%: {CYCLE.replace('2 P', '0 MB stacks, 0 MB globals, 2 P')}\n# end\n"
    for version, rep in (("go1.22.10", 0), ("go1.22.10", 1), ("go1.9.7", 0)):
        write_run({**fields, "version": version, "rep": rep}, log)
    folder = write_run(fields)
    judged, without_era = split_by_era(read_measured(folder))
    assert [run.version for run in judged] == ["go1.8.4"]
    assert [(run.version, len(run.log)) for run in without_era] == [("go1.22.10", 1), ("go1.22.10", 1), ("go1.9.7", 1)]
    assert without_era_line(without_era) == (
        "skipped, since only Go 1.4 to 1.8 are modelled: go1.22.10 (2 runs), go1.9.7 (1 run)"
    )
    assert read_judged(folder) == judged


def test_with_an_era_for_every_run_there_is_nothing_to_say(run: MeasuredRun) -> None:
    assert without_era_line(split_by_era([run])[1]) == ""


def test_a_folder_of_releases_without_an_era_is_an_error(fields: Fields, write_run: WriteRun) -> None:
    folder = write_run({**fields, "version": "go1.26.6"})
    with pytest.raises(MeasuredError) as refused:
        read_judged(folder)
    assert str(refused.value) == (
        f"{folder}: nothing is left to simulate; skipped, since only Go 1.4 to 1.8 are modelled: go1.26.6 (1 run)"
    )
