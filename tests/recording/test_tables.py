"""The columns of a recording."""

import dataclasses
from collections.abc import Mapping

import numpy as np
import pytest

from gcsim.recording import (
    CYCLE_COLUMNS,
    HEAP_COLUMNS,
    PAUSE_COLUMNS,
    UTILIZATION_COLUMNS,
    LatencyHistogram,
    Recording,
)
from gcsim.vocabulary import PState


@pytest.mark.parametrize("columns", [PAUSE_COLUMNS, CYCLE_COLUMNS, HEAP_COLUMNS, UTILIZATION_COLUMNS])
def test_instants_durations_and_bytes_are_whole_numbers(columns: Mapping[str, str]) -> None:
    kinds = {name: np.dtype(dtype).kind for name, dtype in columns.items()}
    assert all(kind == "i" for name, kind in kinds.items() if name.endswith(("_ns", "_bytes")))
    assert all(np.dtype(dtype).itemsize == 8 for name, dtype in columns.items() if name.endswith(("_ns", "_bytes")))


def test_a_recording_cannot_be_changed_afterwards() -> None:
    recording = Recording(
        start_ns=0,
        end_ns=0,
        gomaxprocs=1,
        ended_by="out_of_memory",
        failure="",
        ops=0,
        allocated_bytes=0,
        allocated_objects=0,
        heap_peak=0,
        heap_live=0,
        heap_goal=0,
        pauses={},
        goroutines={},
        cycles={},
        heap={},
        utilization={},
        p_time_ns=np.zeros((1, len(PState)), np.int64),
        latency=LatencyHistogram.empty(),
    )
    with pytest.raises(dataclasses.FrozenInstanceError):
        recording.ops = 1  # type: ignore[misc]
