import csv
import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from rich.console import Console

from gcsim.costs import Costs
from gcsim.fidelity import DEMANDS, HoldOut, MeasuredError, calibrate, hold_out, hold_out_table, untold_table
from gcsim.fidelity.holdout import ALL_AXES, write_report
from gcsim.fidelity.runs import unseen
from gcsim.recording import Recording
from gcsim.scenario import Scenario
from gcsim.studies import Progress

Fields = dict[str, Any]
Toy = Callable[[Scenario], Recording]
ToyFolder = Callable[[Costs, Sequence[Fields]], Path]

CASES: tuple[Fields, ...] = tuple(
    {"version": version, "case": case, **changes}
    for version in ("go1.4.3", "go1.8.4")
    for case, changes in {
        "live32": {},
        "live64": {"live_mb": 64},
        "procs1": {"gomaxprocs": 1},
        "think500": {"think_ns": 500},
    }.items()
)


class Told:
    """What was shown: the title of each batch of simulations."""

    def __init__(self, *, end_at: str = "nowhere") -> None:
        self.titles: list[str] = []
        self._end_at = end_at

    def __call__(self, title: str) -> AbstractContextManager[Progress]:
        self.titles.append(title)
        if title.startswith(self._end_at):
            raise KeyboardInterrupt
        return unseen(title)


@pytest.fixture(scope="module")
def folder(toy_folder: ToyFolder, other_costs: Costs) -> Path:
    return toy_folder(other_costs, CASES)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profiles") / "fitted.yaml"


@pytest.fixture(scope="module")
def told() -> Told:
    return Told()


@pytest.fixture(scope="module")
def found(folder: Path, profile: Path, toy: Toy, toy_profile: Path, told: Told) -> HoldOut:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gcsim.fidelity.runs.simulate", toy)
        return hold_out(folder, profile, start=str(toy_profile), workers=1, progress=told)


def shown(table: object) -> str:
    text = StringIO()
    Console(file=text, width=200).print(table)
    return text.getvalue()


def test_each_axis_that_cases_lie_on_is_held_out_in_turn(found: HoldOut) -> None:
    assert [(one.axis, one.cases) for one in found.axes] == [("heap", ("live32", "live64")), ("ps", ("procs1",))]
    for one in found.axes:
        assert {comparison.case for comparison in one.comparisons} == set(one.cases)
        assert {comparison.go for comparison in one.comparisons} == {"1.4", "1.8"}


def test_a_law_that_holds_reaches_to_cases_that_it_was_not_fitted_to(found: HoldOut) -> None:
    (heap,) = (row for row in found.rows() if (row.axis, row.metric) == ("heap", "mark_ms"))
    assert (heap.n, heap.fitted, heap.held_out, heap.second_run) == (2, 1.0, 1.0, 1.0)


def test_what_only_the_held_out_cases_tell_stays_where_the_fit_began_and_misses_them(found: HoldOut) -> None:
    # With 2 Ps everywhere else, nothing says what of a stop one P would have: three times what the profile has.
    ps = found.axes[-1]
    assert [left.name for left in found.lost(ps)] == ["stop_base_ns"]
    assert [left.value for left in found.lost(ps)] == [found.calibration.start.costs.stop_base_ns]
    assert "sweep_page_ns" in {left.name for left in ps.untold}
    assert found.lost(found.axes[0]) == []
    (pause,) = (row for row in found.rows() if (row.axis, row.metric, row.band) == ("ps", "pause_p50", 1.5))
    assert (pause.fitted, pause.held_out) == (1.0, 0.5)
    assert pause.untold == "stop_base_ns=5000"


def test_the_table_has_each_demand_on_each_axis_and_on_all(found: HoldOut) -> None:
    rows = found.rows()
    assert [row.axis for row in rows] == ["heap"] * len(DEMANDS) + ["ps"] * len(DEMANDS) + [ALL_AXES] * len(DEMANDS)
    whole = {(row.metric, row.band): row for row in rows if row.axis == ALL_AXES}
    parts = [row for row in rows if (row.metric, row.band) == ("pause_p50", 1.5)]
    assert [row.n for row in parts] == [4, 2, 6]
    assert whole["pause_p50", 1.5].held_out == pytest.approx((4 * 1.0 + 2 * 0.5) / 6)
    assert (whole["pause_p50", 1.5].cases, whole["pause_p50", 1.5].untold) == ("", "")


@pytest.mark.usefixtures("toy_simulator", "found")
def test_the_profile_is_that_of_a_fit_to_all_cases(
    folder: Path, profile: Path, tmp_path: Path, toy_profile: Path
) -> None:
    calibrate(folder, tmp_path / "alone.yaml", start=str(toy_profile), workers=1)
    assert profile.read_text() == (tmp_path / "alone.yaml").read_text()
    assert not profile.with_name("fitted.yaml.unfinished").exists()


@pytest.mark.usefixtures("found")
def test_progress_says_which_axis_is_left_out(told: Told) -> None:
    assert told.titles[0] == "1 of 3, without heap: step 1"
    assert "2 of 3, without ps: step 1" in told.titles
    assert told.titles[-1] == "3 of 3, all cases: simulating the measured runs"


@pytest.mark.usefixtures("toy_simulator")
def test_an_axis_that_is_finished_is_not_fitted_again(
    found: HoldOut, folder: Path, profile: Path, tmp_path: Path, toy_profile: Path
) -> None:
    out = tmp_path / "fitted.yaml"
    interrupted = Told(end_at="2 of 3, without ps: step 2")
    with pytest.raises(KeyboardInterrupt):
        hold_out(folder, out, start=str(toy_profile), workers=1, progress=interrupted)
    assert not out.exists()
    again = Told()
    resumed = hold_out(folder, out, start=str(toy_profile), workers=1, progress=again)
    assert not any("without heap" in title for title in again.titles)
    assert again.titles[0] == "2 of 3, without ps: step 1"
    assert resumed.rows() == found.rows()
    assert out.read_text() == profile.read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["fitted.yaml"]


@pytest.mark.usefixtures("toy_simulator")
def test_an_axis_of_another_profile_or_other_runs_is_fitted_anew(
    folder: Path, tmp_path: Path, toy_profile: Path
) -> None:
    out = tmp_path / "fitted.yaml"
    with pytest.raises(KeyboardInterrupt):
        hold_out(folder, out, start=str(toy_profile), workers=1, progress=Told(end_at="2 of 3"))
    kept = tmp_path / "fitted.yaml.unfinished/heap.json"
    found = json.loads(kept.read_text())
    kept.write_text(json.dumps({**found, "key": "another"}))
    again = Told(end_at="1 of 3, without heap")
    with pytest.raises(KeyboardInterrupt):
        hold_out(folder, out, start=str(toy_profile), workers=1, progress=again)
    assert again.titles == ["1 of 3, without heap: step 1"]


@pytest.mark.parametrize(
    ("cases", "message"),
    [
        ([{}, {"case": "live64", "live_mb": 64}], "all cases differ along the axis heap: none is left to fit to"),
        (
            [{"case": "a", "think_ns": 500}, {"case": "b", "obj": 512}, {"case": "c", "churn": 8}],
            "no case differs from the others along an axis",
        ),
    ],
)
def test_there_have_to_be_cases_on_an_axis_and_off_it(
    write_run: Callable[[Fields], Path], fields: Fields, toy_profile: Path, cases: list[Fields], message: str
) -> None:
    for case in cases:
        folder = write_run({**fields, **case})
    with pytest.raises(MeasuredError, match=message):
        hold_out(folder, folder / "profile.yaml", start=str(toy_profile), workers=1)


def test_the_report_is_a_row_for_each_demand_on_each_axis(found: HoldOut, tmp_path: Path) -> None:
    path = tmp_path / "holdout.csv"
    write_report(path, found)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(found.rows())
    (row,) = (row for row in rows if (row["axis"], row["metric"], row["band"]) == ("ps", "pause_p50", "1.5"))
    assert (row["demanded"], row["n"], row["fitted"], row["held_out"]) == ("0.88", "2", "1", "0.5")
    assert row["cases"] == "procs1"
    (listed,) = (row for row in rows if (row["axis"], row["metric"]) == ("heap", "op_p999"))
    assert listed["demanded"] == ""


def test_the_tables_show_what_is_lost_and_what_the_others_cannot_tell(found: HoldOut) -> None:
    text = shown(hold_out_table(found))
    (row,) = (line for line in text.splitlines() if "pause_p50" in line and " 1.5x " in line)
    assert "100 -> 100" in row
    assert "100 -> 50 !" in row
    (cases,) = (line for line in text.splitlines() if line.split()[:1] == ["cases"])
    assert cases.split() == ["cases", "2", "1"]
    untold = shown(untold_table(found))
    assert "procs1" in untold
    assert "stop_base_ns = " in untold
    assert "--published" not in untold


def test_a_first_profile_that_saw_the_held_out_cases_is_told(found: HoldOut) -> None:
    provenance = json.dumps({"fit": yaml.safe_load("cases: [live32, procs1, other]")})
    known = replace(found, published=found.published.model_copy(update={"provenance": provenance}))
    assert known.start_knows == ("live32", "procs1")
    assert "it was fitted to 2 of these cases itself" in " ".join(shown(untold_table(known)).split())


def test_an_axis_without_which_everything_is_told_says_so(found: HoldOut) -> None:
    told = replace(found, axes=(replace(found.axes[0], untold=()),))
    assert "nothing" in shown(untold_table(told))


def test_what_the_remaining_cases_do_not_tell_is_taken_from_what_was_published(  # noqa: PLR0913, PLR0917 - fixtures
    folder: Path, found: HoldOut, toy: Toy, toy_profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gcsim.fidelity.runs.simulate", toy)
    profile = yaml.safe_load(toy_profile.read_text(encoding="utf-8"))
    (lost, *_) = [left for held in found.axes for left in found.lost(held)]
    profile["costs"][lost.name] = 3 * profile["costs"][lost.name]
    published = tmp_path / "published.yaml"
    published.write_text(yaml.safe_dump(profile), encoding="utf-8")
    again = hold_out(folder, tmp_path / "out.yaml", start=str(toy_profile), published=str(published), workers=1)
    taken = {left.name: left.value for held in again.axes for left in again.lost(held)}
    assert taken[lost.name] == profile["costs"][lost.name] != lost.value
    assert again.calibration.costs == found.calibration.costs
