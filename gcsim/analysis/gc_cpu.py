"""The share of the processors that garbage collection takes."""

from gcsim.recording import Recording
from gcsim.vocabulary import PState

__all__ = ["gc_cpu_fraction"]

_COUNTED = (
    PState.ASSIST,
    PState.DEDICATED,
    PState.FRACTIONAL,
    PState.ROOT_SCAN,
    PState.STOPPING,
    PState.STOPPED,
)


def gc_cpu_fraction(recording: Recording) -> float | None:
    """Return the share of all P time that collections took, as Go's ``MemStats.GCCPUFraction`` defines it.

    Counted are assists, dedicated and fractional workers, 1.5's scan of roots by one P, and the stops with every P that
    they hold (go1.8 ``mgc.go``, ``gcMarkTermination``: ``cycleCpu = sweepTermCpu + markCpu + markTermCpu``; go1.5 adds
    ``scanCpu``). Not counted are idle workers, since they take what nobody wants ("free" in Go's words), and sweeping,
    which Go leaves out too. In one thing this is finer than Go: a P that still runs a goroutine while the others
    already stand counts as mutator here, while Go bills the stop to all Ps from its request on.

    Unlike Go's figure, which runs from the start of the process, this one covers the recorded window. Go 1.4 has no
    such figure; its stops are counted the same way.

    Parameters
    ----------
    recording : Recording
        One run.

    Returns
    -------
    float or None
        Share between 0 and 1; None for a recording without time.
    """
    total = int(recording.p_time_ns.sum())
    return int(recording.p_time_ns[:, _COUNTED].sum()) / total if total else None
