"""The typical collection of a run, in the terms of Go's ``gctrace``."""

import numpy as np
import numpy.typing as npt

from gcsim.recording import Recording

__all__ = ["cycle_medians"]

_NS_PER_MS = 1_000_000


def cycle_medians(recording: Recording) -> dict[str, float | None]:
    """Return medians over the completed collections of what ``gctrace`` prints of each.

    Forced collections are left out: before 1.9 they stop the world throughout, and their line repeats the worker times
    of the cycle before.

    Parameters
    ----------
    recording : Recording
        One run.

    Returns
    -------
    dict of str to float or None
        ``heap_start``, ``heap_end``, ``heap_marked`` in bytes (``gctrace`` cuts them to whole MiB); ``mark_ms`` is
        the wall time of concurrent marking; ``assist_ms``, ``background_ms`` (dedicated and fractional) and ``idle_ms``
        are CPU time. None without a collection.
    """
    kept = ~np.asarray(recording.cycles["forced"], np.bool_)

    def column(name: str) -> npt.NDArray[np.int64]:
        return np.asarray(recording.cycles[name], np.int64)[kept]

    columns = {
        "heap_start": column("heap_start"),
        "heap_end": column("heap_end"),
        "heap_marked": column("heap_marked"),
        "mark_ms": (column("mark_end_ns") - column("mark_start_ns")) / _NS_PER_MS,
        "assist_ms": column("assist_ns") / _NS_PER_MS,
        "background_ms": (column("dedicated_ns") + column("fractional_ns")) / _NS_PER_MS,
        "idle_ms": column("idle_ns") / _NS_PER_MS,
    }
    return {name: float(np.median(values)) if len(values) else None for name, values in columns.items()}
