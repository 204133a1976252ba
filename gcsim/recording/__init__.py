"""The columns of what happened in one run: plain typed tables, filled by probes, read by the analysis."""

from gcsim.recording.histogram import LatencyHistogram
from gcsim.recording.recorder import Columns, OperationRecorder
from gcsim.recording.tables import (
    CYCLE_COLUMNS,
    GOROUTINE_COLUMNS,
    HEAP_COLUMNS,
    PAUSE_COLUMNS,
    UTILIZATION_COLUMNS,
    LeakGroup,
    Recording,
)
from gcsim.recording.warmup import mser5, transient_ns

__all__ = [
    "CYCLE_COLUMNS",
    "GOROUTINE_COLUMNS",
    "HEAP_COLUMNS",
    "PAUSE_COLUMNS",
    "UTILIZATION_COLUMNS",
    "Columns",
    "LatencyHistogram",
    "LeakGroup",
    "OperationRecorder",
    "Recording",
    "mser5",
    "transient_ns",
]
