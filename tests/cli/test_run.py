"""``gcsim run``."""

import json
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import gcsim.simulation
from gcsim.recording import CYCLE_COLUMNS, GOROUTINE_COLUMNS, HEAP_COLUMNS, PAUSE_COLUMNS, UTILIZATION_COLUMNS
from tests.cli.conftest import Cli

_TOP = ["run_key", "go", "gogc", "gomaxprocs", "seed", "simulated_ns", "wall_s"]
_PROMISED = {"ops", "cycles", "pause_ns", "stw_ns", "op_ns", "latency_cause_ns", "heap_bytes", "gc_cpu_fraction", "mmu"}


def test_json_is_one_object_with_every_promised_key(cli: Cli, small: Path) -> None:
    result = cli("run", small, "--json")
    summary = json.loads(result.out)
    assert (result.code, result.err) == (0, "")
    assert list(summary)[: len(_TOP)] == _TOP
    assert summary.keys() >= _PROMISED | {"budget"}
    assert (summary["go"], summary["gogc"], summary["gomaxprocs"], summary["seed"]) == ("1.8", 100, 2, 1)
    assert summary["simulated_ns"] == 300_000_000
    assert summary["cycles"] > 0


def test_two_runs_of_one_scenario_differ_in_nothing_but_wall_time(cli: Cli, small: Path) -> None:
    first, second = (json.loads(cli("run", small, "--json").out) for _ in range(2))
    assert first.pop("wall_s") > 0
    assert second.pop("wall_s") > 0
    assert first == second


def test_set_and_seed_replace_what_the_file_says(cli: Cli, small: Path) -> None:
    summary = json.loads(cli("run", small, "--set", "go=1.5", "--set", "gogc=off", "--seed", 7, "--json").out)
    assert (summary["go"], summary["gogc"], summary["seed"]) == ("1.5", "off", 7)
    assert summary["cycles"] == 0


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (["gogc=400"], r"; no warm-up"),
        (["gogc=400", "until.warmup=50ms"], r"; after a warm-up of 50ms"),
        (["gogc=100"], r"; no warm-up; MSER-5 would cut [\d.]+ms"),
        (["gogc=100", "until.warmup=50ms"], r"; after a warm-up of 50ms; MSER-5 would cut [\d.]+ms more"),
    ],
    ids=str,
)
def test_the_summary_says_what_was_cut_and_what_mser5_would_cut(
    settings: list[str], said: str, cli: Cli, small: Path
) -> None:
    args = [arg for setting in settings for arg in ("--set", setting)]
    line = cli("run", small, *args).out.splitlines()[1]
    assert re.fullmatch(rf"\d+ms simulated in [\d.]+m?s{said}", line)


def test_the_summary_names_both_stops_of_a_concurrent_collection_apart(cli: Cli, small: Path) -> None:
    out = cli("run", small).out
    assert out.startswith("small: go 1.8, GOGC=100, GOMAXPROCS=2, seed 1 (run ")
    labels = [line.split("  ")[0].strip() or line.split("  ")[1] for line in out.splitlines() if line]
    assert {"of a collection", "sweep termination", "mark termination"} <= set(labels)
    assert "whole cycle stopped" not in out


def test_the_summary_of_1_4_has_one_stop_for_the_whole_collection(cli: Cli, small: Path) -> None:
    out = cli("run", small, "--set", "go=1.4").out
    assert "whole cycle stopped" in out
    assert "termination" not in out


def test_a_run_without_collections_has_dashes_for_what_there_is_not(cli: Cli, small: Path) -> None:
    out = cli("run", small, "--set", "gogc=off").out
    assert "of a collection" in out
    assert "- of collections over" in out


def test_a_heap_that_outgrows_memory_ends_in_a_summary_that_says_so(cli: Cli, small: Path) -> None:
    result = cli("run", small, "--set", "gogc=off", "--set", "hardware.memory=16MiB")
    assert (result.code, result.err) == (1, "fatal error: runtime: out of memory\n")
    assert "out of memory at t=" in result.out


def test_a_heap_that_outgrows_memory_in_the_set_up_has_no_operations_to_tell_of(cli: Cli, small: Path) -> None:
    result = cli("run", small, "--set", "hardware.memory=1MiB")
    assert result.code == 1
    assert "out of memory at t=" in result.out
    assert "- operations/s" in result.out


def test_out_keeps_the_tables_of_the_run(cli: Cli, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "new/tables"
    summary = json.loads(cli("run", small, "--out", out, "--json").out)
    assert json.loads((out / "summary.json").read_text(encoding="utf-8")) == summary
    tables = {path.stem: pq.read_table(path) for path in out.glob("*.parquet")}
    assert tables["pauses"].column_names == list(PAUSE_COLUMNS)
    assert tables["cycles"].column_names == list(CYCLE_COLUMNS)
    assert tables["heap"].column_names == list(HEAP_COLUMNS)
    assert tables["utilization"].column_names == list(UTILIZATION_COLUMNS)
    assert tables["goroutines"].column_names == list(GOROUTINE_COLUMNS)
    assert tables["cycles"].num_rows == summary["cycles"]
    assert sum(tables["latency"]["count"].to_pylist()) == summary["ops"]
    of_states = [sum(value for key, value in row.items() if key != "p") for row in tables["p_time"].to_pylist()]
    assert of_states == [summary["simulated_ns"]] * 2


def test_a_folder_that_cannot_be_made_is_one_message(cli: Cli, small: Path) -> None:
    result = cli("run", small, "--out", small)
    assert result.code == 2
    assert result.err == f"{small}: File exists\n"


def test_a_sweep_is_sent_to_the_command_for_sweeps(cli: Cli, small: Path) -> None:
    small.write_text(small.read_text(encoding="utf-8").replace('"1.8"', '{sweep: ["1.7", "1.8"]}'), encoding="utf-8")
    result = cli("run", small)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"{small}: describes 2 runs; use gcsim sweep {small}, or --set one value each\n"
    assert cli("run", small, "--set", "go=1.7").code == 0


def test_every_problem_of_a_file_is_a_line_on_stderr_and_nothing_is_run(cli: Cli, small: Path) -> None:
    text = small.read_text(encoding="utf-8").replace("gomaxprocs: 2", "gomaxprocs: 0\ngogc: -5")
    small.write_text(text, encoding="utf-8")
    result = cli("run", small, "--json")
    assert (result.code, result.out) == (2, "")
    assert [line.split(": ")[:2] for line in result.err.splitlines()] == [
        [f"{small}:3:13", "gomaxprocs"],
        [f"{small}:4:7", "gogc"],
    ]


def test_a_file_that_is_not_there_is_one_line(cli: Cli, tmp_path: Path) -> None:
    result = cli("run", tmp_path / "none.yaml")
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert "none.yaml" in result.err


def test_an_interruption_ends_with_130_and_no_traceback(cli: Cli, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(gcsim.simulation, "simulate", interrupted)
    result = cli("run", small)
    assert (result.code, result.out, result.err) == (130, "", "")


def test_a_defect_of_the_model_keeps_its_traceback(cli: Cli, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr(gcsim.simulation, "simulate", broken)
    with pytest.raises(ZeroDivisionError, match="a defect"):
        cli("run", small)
