"""What a Dask worker of this machine loads first: it leaves Ctrl-C to the process that owns the study.

Ctrl-C reaches every process of the terminal, and a worker would say so in a traceback.
"""

import signal

__all__ = ["dask_setup"]


def dask_setup(_worker: object) -> None:
    """Ignore Ctrl-C; Dask calls this when a worker starts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
