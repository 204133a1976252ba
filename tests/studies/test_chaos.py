from pathlib import Path

from tests.studies.chaos import Fire, chaos


def test_a_study_whose_processes_are_killed_ends_with_the_tables_of_an_undisturbed_one(tmp_path: Path) -> None:
    events: list[str] = []
    report = chaos(tmp_path, Fire(runs=200, kills=5, seed=3, patience_s=240), events.append)
    assert report.wrong == [], "\n".join(events)
    assert report.kills.total() == 5
    assert report.kills.keys() == {"worker", "runner", "scheduler", "client"}
