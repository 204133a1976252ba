"""What ends a run from within, because the simulated process ends."""

__all__ = ["ProcessEnd"]


class ProcessEnd(Exception):  # noqa: N818 - for the simulation it is no error
    """The simulated process has come to an end; no program is to blame for raising it."""
