"""``gcsim results``."""

import csv
import io
import json
import pydoc
import shutil
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from gcsim.cli import watch as watching
from gcsim.cli.folder import render
from gcsim.cli.output import print_rich
from gcsim.cli.results import _plain  # what JSON does not know comes from any query
from gcsim.cli.watch import line, watch
from gcsim.simulation import MODEL_VERSION
from gcsim.studies import RunsFailedError, execute
from gcsim.studies.results.overview import Overview, Provenance, overview
from gcsim.studies.status import StudyStatus, read_statuses, write_status
from gcsim.studies.storage.store import append
from tests.cli.conftest import Cli
from tests.studies.fakes import a_study, failing_run, quick_run

SQL_HINT = (
    "The views are runs, provenance and failures; DESCRIBE runs tells the columns; "
    'a name with a dot stands in double quotes: "pause_ns.p99"'
)


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Do two studies, the second of which fails in two runs."""
    out = tmp_path_factory.mktemp("swept")
    execute(a_study(gogc=(50,)), out, workers=0, run=quick_run)
    (status,) = read_statuses(out)
    write_status(out, replace(status, study="first"))
    with pytest.raises(RunsFailedError):
        execute(a_study(), out, workers=0, run=failing_run, command="gcsim sweep fake.yaml --out out")
    return out


@pytest.fixture
def out(swept: Path, tmp_path: Path) -> Path:
    return shutil.copytree(swept, tmp_path / "out")


def test_a_folder_is_told_to_a_person(cli: Cli, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(out.parent)
    told = cli("results", "out")
    assert (told.code, told.err) == (0, "")
    lines = [" ".join(line.split()) for line in told.out.splitlines()]
    assert lines[0] == f"out: 10 runs of model version {MODEL_VERSION}"
    assert "study state runs stored failed begun took where" in lines
    assert any(line.startswith("fake failed 12 10 2 20") for line in lines)
    assert any(line.startswith("first done 4 0 0 20") for line in lines)
    assert "raised 2 ArithmeticError: the heap is negative" in lines
    assert "each with its traceback: gcsim results out --failures" in lines
    assert {"computed", "commit", "on", "with", "finished", "took"} <= {line.partition(" ")[0] for line in lines}


def test_a_folder_is_told_to_a_script(cli: Cli, out: Path) -> None:
    told = json.loads(cli("results", out, "--json").out)
    assert (told["folder"], told["runs"], told["model_version"]) == (str(out), 10, MODEL_VERSION)
    assert [(study["study"], study["state"]) for study in told["studies"]] == [("fake", "failed"), ("first", "done")]
    assert told["failures"] == [
        {"kind": "raised", "runs": 2, "errors": [["ArithmeticError: the heap is negative", 2]]},
    ]
    assert set(told["provenance"]["computed_by"]) == {"package_version", "git_commit", "host_class", "python", "numpy"}


def test_a_study_is_told_alone(cli: Cli, out: Path) -> None:
    told = json.loads(cli("results", out, "--study", "first", "--json").out)
    assert ([study["study"] for study in told["studies"]], told["failures"]) == (["first"], [])


def test_what_an_overview_has_much_of_is_cut(capsys: pytest.CaptureFixture[str], out: Path) -> None:
    computed_by = {
        "package_version": {f"0.{at}": 9 - at for at in range(6)},
        "git_commit": {"a" * 40 + "-dirty": 2, "": 1},
        "host_class": {},
        "python": {"3.11": 1},
        "numpy": {"2": 1},
    }
    provenance = Provenance(computed_by, "2026-11-23T10:00:00+00:00", "2026-11-23T11:00:00+00:00", 7200.0, 0, 0)
    seen = overview(out)
    (kind,) = seen.failures
    kinds = (replace(kind, runs=9, errors=tuple((f"error {at}", 1) for at in range(9))),)
    print_rich(*render(Path("out"), Overview((), 0, 4, {2: 5, 3: 7}, kinds, provenance)))
    told = capsys.readouterr().out
    assert "0 runs of model version 4; 5 of version 2, 7 of version 3, which exports and figures leave out" in told
    assert "gcsim 0.0 (9), 0.1 (8), 0.2 (7), 0.3 (6) and 2 others" in told
    assert "aaaaaaaaaaaa-dirty (2), not known (1)" in told
    assert "2:00:00 of CPU time, 0 retries" in told
    assert ["6", "others"] in [line.split() for line in told.splitlines()]


def test_runs_that_no_status_tells_of_are_told_all_the_same(cli: Cli, out: Path) -> None:
    shutil.rmtree(out / "studies")
    lines = [" ".join(line.split()) for line in cli("results", out).out.splitlines()]
    assert "fake unknown - 10 2 - - -" in lines
    assert "again" not in cli("results", out, "--failures").out


def test_an_empty_folder_says_so(cli: Cli, tmp_path: Path) -> None:
    assert cli("results", tmp_path).out == f"{tmp_path}: no results yet\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("none",), "none: is not there; name a folder that gcsim sweep wrote\n"),
        (("out", "--study", "third"), "out: no study third; there are fake, first\n"),
        (
            ("out", "--sql", "SELEC"),
            f'Parser Error: syntax error at or near "SELEC"\n\nLINE 1: SELEC\n        ^^^^^\n{SQL_HINT}\n',
        ),
        (
            ("out", "--sql", " "),
            "--sql: found no question; ask for example --sql 'select go, count(*) from runs group by go'\n",
        ),
        (("out", "--export", "csv", "-o", "out"), "out: is a folder; name another file with -o\n"),
        (
            ("out", "--failures", "--watch"),
            "--failures and --watch: one at a time; only --sql and --export go together\n",
        ),
        (("out", "--sql", "FROM runs", "--export", "parquet"), "--sql: an answer is written as --export csv\n"),
        (("out", "-o", "x.csv"), "-o: is for --export csv, parquet or xarray-netcdf\n"),
        (("out", "--watch", "--json"), "--watch: has no --json; the files in studies/ are JSON\n"),
        (
            ("out", "--export", "csv", "-o", "mine"),
            "mine: is there already, and no csv that gcsim exported; name another file with -o\n",
        ),
        (
            ("out", "--sql", "FROM runs", "--export", "csv", "-o", "mine"),
            "mine: is there already; remove it, or name another file with -o\n",
        ),
    ],
)
def test_what_cannot_be_done_is_one_message(
    cli: Cli, out: Path, arguments: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(out.parent)
    Path("mine").write_text("mine", encoding="utf-8")
    told = cli("results", *arguments)
    assert (told.code, told.out, told.err) == (2, "", said)


def test_a_folder_of_a_newer_schema_is_refused_in_a_line(cli: Cli, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gcsim.studies.storage.schema._METADATA", {b"gcsim.schema": b"99"})
    append(out, [{"run_key": "new"}], [{"run_key": "new"}])
    monkeypatch.undo()
    for options in ((), ("--sql", "FROM runs"), ("--export", "csv")):
        told = cli("results", out, *options)
        assert (told.code, told.out) == (2, "")
        assert "a table of schema 99" in told.err
        assert told.err.count("\n") == 1


def test_each_failure_is_told_with_its_traceback_and_how_to_do_it_again(cli: Cli, out: Path) -> None:
    told = cli("results", out, "--failures")
    blocks = told.out.split("\n\n")
    assert len(blocks) == 2
    for block, replication in zip(sorted(blocks, key=lambda block: "replication 2" in block), (1, 2), strict=True):
        key, kind = block.split()[:2]
        lines = block.splitlines()
        assert kind == "raised"
        assert lines[1] == f"  study fake, seed 1, replication {replication}: go=1.8, gogc=100, gomaxprocs=2"
        assert lines[2] == "  ArithmeticError: the heap is negative"
        assert "    Traceback (most recent call last):" in lines
        assert lines[-1] == f"  again, alone: gcsim sweep fake.yaml --out out --only {key}"


def test_failures_are_told_to_a_script(cli: Cli, out: Path) -> None:
    failures = json.loads(cli("results", out, "--failures", "--json").out)["failures"]
    assert {failure["scenario"]["replication"] for failure in failures} == {1, 2}
    for failure in failures:
        assert failure["differs"] == {"go": "1.8", "gogc": 100, "gomaxprocs": 2}
        assert failure["again"].endswith(failure["run_key"])
        assert (failure["kind"], failure["study"], failure["seed"]) == ("raised", "fake", 1)
        assert "ArithmeticError" in failure["trace"]


def test_a_study_without_failures_has_none(cli: Cli, out: Path) -> None:
    assert cli("results", out, "--failures", "--study", "first").out == f"{out}: no failed runs\n"


def test_a_terminal_pages_failures(cli: Cli, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[str] = []
    monkeypatch.setattr(pydoc, "pager", paged.append)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert cli("results", out, "--failures").out == ""
    assert paged[0].count("ArithmeticError: the heap is negative") == 2


def test_a_question_is_answered_as_a_table(cli: Cli, out: Path) -> None:
    told = cli("results", out, "--sql", "SELECT gogc, count(*) AS n FROM runs GROUP BY gogc ORDER BY gogc")
    cells = [line.split("│")[1:-1] for line in told.out.splitlines() if "│" in line]
    assert [[cell.strip() for cell in row] for row in cells][2:] == [["100", "2"], ["50", "4"], ["off", "4"]]


def test_a_question_is_answered_as_json(cli: Cli, out: Path) -> None:
    question = """SELECT gogc, sum(cycles) AS n, 'nan'::DOUBLE AS none, [1, 2] AS list, {'a': 1.5} AS pair,
        DATE '2026-11-23' AS day FROM runs WHERE gogc = '50' GROUP BY gogc"""
    assert json.loads(cli("results", out, "--sql", question, "--json").out) == {
        "columns": ["gogc", "n", "none", "list", "pair", "day"],
        "rows": [{"gogc": "50", "n": 12, "none": None, "list": [1, 2], "pair": {"a": 1.5}, "day": "2026-11-23"}],
    }


def test_a_value_that_json_does_not_know_is_the_nearest_that_it_does() -> None:
    values = [float("inf"), 2.0, datetime(2026, 11, 23, tzinfo=UTC), True]
    assert [_plain(value) for value in values] == [None, 2.0, "2026-11-23 00:00:00+00:00", True]


def test_a_statement_without_an_answer_prints_nothing(cli: Cli, out: Path) -> None:
    assert cli("results", out, "--sql", "-- nothing").out == ""


@pytest.mark.parametrize("to_file", [True, False])
def test_an_answer_is_exported(cli: Cli, out: Path, tmp_path: Path, to_file: bool) -> None:  # noqa: FBT001
    question = "SELECT run_key, cycles FROM runs JOIN provenance USING (run_key) ORDER BY run_key"
    options = ("-o", tmp_path / "it.csv") if to_file else ()
    told = cli("results", out, "--study", "fake", "--sql", question, "--export", "csv", *options)
    text = (tmp_path / "it.csv").read_text(encoding="utf-8") if to_file else told.out
    header, *rows = csv.reader(io.StringIO(text))
    assert (header, len(rows)) == (["run_key", "cycles"], 10)


@pytest.mark.parametrize(("form", "suffix"), [("csv", "csv"), ("parquet", "parquet"), ("xarray-netcdf", "nc")])
def test_results_are_exported_beside_their_parts(cli: Cli, out: Path, form: str, suffix: str) -> None:
    told = cli("results", out, "--export", form)
    assert (told.code, told.out) == (0, f"{out}/out.{suffix}: 10 runs\n")
    first = (out / f"out.{suffix}").read_bytes()
    told = cli("results", out, "--export", form, "--study", "fake", "--json")
    assert json.loads(told.out) == {"folder": str(out), "file": f"{out}/fake.{suffix}", "runs": 10}
    assert (out / f"fake.{suffix}").read_bytes() == first
    assert cli("results", out, "--export", form).code == 0
    assert json.loads(cli("results", out, "--json").out)["runs"] == 10


def test_a_study_whose_runs_others_did_says_what_it_leaves_out(cli: Cli, out: Path) -> None:
    told = cli("results", out, "--study", "first", "--export", "csv")
    assert told.err.splitlines() == [
        "first: found 4 of its runs done by other studies; they count as theirs and are left out",
        f"{out}: no runs of this version of the model to export",
    ]
    assert not (out / "first.csv").exists()
    assert (told.code, told.out) == (2, "")


def test_a_watch_of_what_is_over_tells_it_and_ends(cli: Cli, out: Path) -> None:
    told = cli("results", out, "--watch")
    lines = told.out.splitlines()
    assert [line.partition(",")[0] for line in lines] == ["fake: failed", "first: done"]
    assert cli("results", out, "--watch", "--study", "first").out.startswith("first: done, 4 done")


def test_a_watch_of_a_folder_without_studies_says_so(cli: Cli, tmp_path: Path) -> None:
    assert cli("results", tmp_path, "--watch").out == f"{tmp_path}: no study has left word of itself\n"
    told = cli("results", tmp_path, "--watch", "--study", "mine")
    assert (told.code, told.err) == (2, f"{tmp_path}: no study mine; no study left its name here\n")


def a_status(**changes: object) -> StudyStatus:
    status = StudyStatus(
        study="pauses",
        state="running",
        runs=100,
        stored=20,
        done=30,
        failed=2,
        running=4,
        events=5_000_000,
        predicted_s=80,
        done_s=40,
        began="2026-11-23T10:00:00+00:00",
        updated="2026-11-23T10:00:32+00:00",
        command="gcsim sweep pauses.yaml --out here",
        host="elsewhere",
    )
    return replace(status, **changes)  # type: ignore[arg-type]  # the fields by their names


def test_a_line_tells_how_far_a_study_is_and_when_it_ends() -> None:
    told = line(a_status())
    assert told.startswith(
        "pauses: 50 done (20 before), 48 left, 4 running, 2 failed, 1 runs/s, 5M events, ends in 0:00:32, at "
    )
    assert line(a_status(state="planning")) == "pauses: planning 100 runs"
    assert line(a_status(state="planning", began="", updated="")) == "pauses: planning 100 runs"


def test_a_study_that_was_killed_says_what_does_the_rest() -> None:
    assert line(a_status(state="stopped", running=0)) == (
        "pauses: stopped, 50 done (20 before), 48 left, 2 failed, 5M events; goes on by: "
        "gcsim sweep pauses.yaml --out here"
    )
    assert line(a_status(state="interrupted", command="")).endswith("5M events")


class Clock:
    """Time that passes while the watch sleeps, and in which a study goes on."""

    def __init__(self, out: Path, steps: list[StudyStatus]) -> None:
        self.out, self.steps, self.now_s = out, steps, 1000.0
        self.sleep(0)

    def sleep(self, seconds: float) -> None:
        self.now_s += seconds
        if self.steps:
            write_status(self.out, replace(self.steps.pop(0), updated=datetime.now(UTC).isoformat()))


def watched(  # noqa: PLR0913  # what differs from test to test
    out: Path,
    steps: list[StudyStatus],
    monkeypatch: pytest.MonkeyPatch,
    *,
    terminal: bool,
    line_s: float = 30.0,
    width: int = 200,
) -> str:
    clock = Clock(out, list(steps))
    monkeypatch.setattr(time, "monotonic", lambda: clock.now_s)
    monkeypatch.setattr(time, "sleep", clock.sleep)
    monkeypatch.setattr(watching, "_LINE_S", line_s)
    text = io.StringIO()
    assert watch(out, None, Console(file=text, force_terminal=terminal, width=width, color_system=None))
    return text.getvalue()


def test_a_watch_goes_on_until_no_study_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [a_status(done=done) for done in range(30, 70)]
    told = watched(tmp_path, [*steps, a_status(state="failed", done=78)], monkeypatch, terminal=False)
    lines = told.splitlines()
    assert [line.partition(" (")[0] for line in lines] == [
        "pauses: 50 done",
        "pauses: 80 done",
        "pauses: failed, 98 done",
    ]


def test_a_study_that_is_killed_while_it_is_watched_ends_the_watch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = watched(tmp_path, [a_status(), a_status(state="stopped", running=0)], monkeypatch, terminal=False)
    assert [line.partition(",")[0] for line in told.splitlines()] == ["pauses: 50 done (20 before)", "pauses: stopped"]


def test_a_terminal_gets_bars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = watched(tmp_path, [a_status(), a_status(state="done", done=78)], monkeypatch, terminal=True)
    assert "━" in told
    assert "50/100 done, 4 running, 2 failed" in told
    assert "done, 98/100 done, 4 running, 2 failed" in told
    assert "goes on by" not in told


def test_a_bar_leaves_room_for_what_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [a_status(), a_status(state="done", done=78)]
    wide = watched(tmp_path, steps, monkeypatch, terminal=True)
    narrow = watched(tmp_path, steps, monkeypatch, terminal=True, width=90)
    assert "━" * 30 in wide
    assert "━" * 30 not in narrow.partition("done, ")[0]
    assert "50/100 done, 4 running, 2 failed" in narrow
    assert max(map(len, narrow.splitlines())) < 120


def test_below_its_bars_a_terminal_is_told_in_a_line_of_its_own_what_does_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = watched(tmp_path, [a_status(), a_status(state="interrupted")], monkeypatch, terminal=True)
    assert told.splitlines()[-1].endswith("pauses: goes on by: gcsim sweep pauses.yaml --out here")
