"""Formats of Go's own tools, read and written."""

from gcsim.formats.gctrace import ConcurrentCycle, GcTraceLine, StoppedCycle, measured_window, parse

__all__ = ["ConcurrentCycle", "GcTraceLine", "StoppedCycle", "measured_window", "parse"]
