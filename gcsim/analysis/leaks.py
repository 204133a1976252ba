"""What the goroutines that can never run again come to."""

from gcsim.recording import Recording

__all__ = ["leak_totals"]


def leak_totals(recording: Recording) -> dict[str, int | float]:
    """Add up the leaks of a run.

    Parameters
    ----------
    recording : Recording
        One run.

    Returns
    -------
    dict
        ``goroutines``; ``stack_bytes`` and ``heap_bytes`` that they hold; their open ``descriptors``; and
        ``goroutines_per_s``, by how many they grew. All are 0 where nothing leaked.
    """
    leaks = recording.leaks
    return {
        "goroutines": sum(group.goroutines for group in leaks),
        "stack_bytes": sum(group.stack_bytes for group in leaks),
        "heap_bytes": sum(group.heap_bytes for group in leaks),
        "descriptors": sum(group.descriptors for group in leaks),
        "goroutines_per_s": float(sum(group.goroutines_per_s for group in leaks)),
    }
