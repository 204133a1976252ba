"""How a simulated process, or a program that somebody wrote for it, comes to a bad end."""

from gcsim.kernel import ProcessEnd

__all__ = ["FatalError", "GoPanic", "ProgramError"]


class ProgramError(Exception):
    """A program did something that is no program: the message names goroutine, line and simulated time."""


class FatalError(ProcessEnd):
    """The simulated process ended as a Go process would, with the message that Go prints.

    Parameters
    ----------
    kind : str
        What a recording says that the run was ended by: ``"deadlock"``, ``"panic"``, ``"stack_overflow"``,
        ``"thread_exhaustion"``.
    message : str
        Go's own words.
    """

    def __init__(self, kind: str, message: str) -> None:
        # SimPy makes an exception that leaves a process anew, from its arguments.
        super().__init__(kind, message)
        self.kind = kind
        self.message = message

    def __str__(self) -> str:
        return self.message


class GoPanic(Exception):  # noqa: N818 - it is Go's panic, which a program may recover from
    """A goroutine panics.

    Parameters
    ----------
    value : object
        What the panic was called with; a runtime error's text.
    """

    def __init__(self, value: object) -> None:
        super().__init__(str(value))
        self.value = value
