"""Synthetic recordings: what the analysis is given, without a simulation."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pytest

from gcsim.recording import (
    CYCLE_COLUMNS,
    GOROUTINE_COLUMNS,
    HEAP_COLUMNS,
    PAUSE_COLUMNS,
    UTILIZATION_COLUMNS,
    LatencyHistogram,
    Recording,
)
from gcsim.recording.histogram import bucket
from gcsim.vocabulary import Cause, PState

MakeRecording = Callable[..., Recording]
MakeLatency = Callable[[Sequence[Mapping[Cause, int]]], LatencyHistogram]


def _table(
    columns: Mapping[str, str], given: Mapping[str, Sequence[object] | npt.NDArray[np.generic]]
) -> dict[str, npt.NDArray[np.generic]]:
    assert set(given) <= set(columns)
    rows = max((len(values) for values in given.values()), default=0)
    return {name: np.asarray(given.get(name, np.zeros(rows)), dtype) for name, dtype in columns.items()}


@pytest.fixture
def make_latency() -> MakeLatency:
    """Build a histogram from operations, each a mapping of cause to ns."""

    def make(operations: Sequence[Mapping[Cause, int]]) -> LatencyHistogram:
        histogram = LatencyHistogram.empty()
        longest = 0
        for operation in operations:
            total = sum(operation.values())
            longest = max(longest, total)
            histogram.counts[bucket(total)] += 1
            for cause, time_ns in operation.items():
                histogram.cause_ns[bucket(total), cause] += time_ns
        return LatencyHistogram(histogram.counts, histogram.cause_ns, longest)

    return make


@pytest.fixture
def make_recording() -> MakeRecording:
    """Build a recording of one second on two Ps; tables are given by their columns, absent columns are zero."""

    def make(  # noqa: PLR0913 - one argument for each table
        *,
        pauses: Mapping[str, Sequence[object] | npt.NDArray[np.generic]] | None = None,
        cycles: Mapping[str, Sequence[object] | npt.NDArray[np.generic]] | None = None,
        heap: Mapping[str, Sequence[object] | npt.NDArray[np.generic]] | None = None,
        utilization: Mapping[str, Sequence[object] | npt.NDArray[np.generic]] | None = None,
        p_time_ns: Mapping[PState, int] | None = None,
        latency: LatencyHistogram | None = None,
        start_ns: int = 0,
        end_ns: int = 1_000_000_000,
        ops: int = 0,
    ) -> Recording:
        p_time = np.zeros((2, len(PState)), np.int64)
        for state, time_ns in (p_time_ns or {}).items():
            p_time[:, state] = time_ns
        return Recording(
            start_ns=start_ns,
            end_ns=end_ns,
            gomaxprocs=2,
            ended_by="duration",
            failure="",
            ops=ops,
            allocated_bytes=4096,
            allocated_objects=16,
            heap_peak=300,
            heap_live=100,
            heap_goal=200,
            pauses=_table(PAUSE_COLUMNS, pauses or {}),
            cycles=_table(CYCLE_COLUMNS, cycles or {}),
            heap=_table(HEAP_COLUMNS, heap or {}),
            utilization=_table(UTILIZATION_COLUMNS, utilization or {}),
            goroutines=_table(GOROUTINE_COLUMNS, {}),
            p_time_ns=p_time,
            latency=latency or LatencyHistogram.empty(),
        )

    return make
