import dataclasses

from gcsim.analysis import flatten, leak_totals, summarize
from gcsim.recording import LeakGroup
from tests.analysis.conftest import MakeRecording

READ = LeakGroup(
    program="read", where="a.py:1", waits="select", goroutines=3, stack_bytes=12288, heap_bytes=900, descriptors=3,
    goroutines_per_s=1.5,
)  # fmt: skip
WRITE = dataclasses.replace(READ, program="write", where="a.py:9", heap_bytes=100, descriptors=0)


def test_totals_are_sums_over_the_groups(make_recording: MakeRecording) -> None:
    recording = dataclasses.replace(make_recording(), leaks=(READ, WRITE))
    assert leak_totals(recording) == {
        "goroutines": 6,
        "stack_bytes": 24576,
        "heap_bytes": 1000,
        "descriptors": 3,
        "goroutines_per_s": 3.0,
    }


def test_without_leaks_all_totals_are_zero(make_recording: MakeRecording) -> None:
    assert set(leak_totals(make_recording()).values()) == {0}


def test_a_summary_has_the_groups_and_a_row_only_the_totals(make_recording: MakeRecording) -> None:
    recording = dataclasses.replace(make_recording(), leaks=(READ,), counts={"values_dropped": 7})
    summary = summarize(recording, budget_pause_ns=10, budget_window_ns=100)
    assert summary["leaks"]["groups"] == [dataclasses.asdict(READ)]
    row = flatten(summary)
    assert row["leaks.goroutines"] == 3
    assert row["counts.values_dropped"] == 7
    assert "leaks.groups" not in row
