"""File descriptors: what of a process is open."""

__all__ = ["Descriptors"]


class Descriptors:
    """The open connections and files of a process, each with a descriptor of its own.

    Attributes
    ----------
    most : int
        The most that were ever open at once.
    """

    __slots__ = ("_open", "most")

    def __init__(self) -> None:
        self._open: dict[int, object] = {}
        self.most = 0

    def __len__(self) -> int:
        return len(self._open)

    def __contains__(self, what: object) -> bool:
        return id(what) in self._open

    def opened(self, what: object) -> None:
        """Give something a descriptor: whatever stands for the connection or the file."""
        self._open[id(what)] = what
        self.most = max(self.most, len(self._open))

    def closed(self, what: object) -> None:
        """Take it back.

        Raises
        ------
        KeyError
            If it has none: Go calls that "use of closed file" or "use of closed network connection".
        """
        del self._open[id(what)]
