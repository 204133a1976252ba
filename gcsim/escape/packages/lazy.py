"""A package's scope whose objects are made when their names are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.types.model import Object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["LazyScope"]


class LazyScope(dict[str, Object]):
    """The names of a package; ``get`` and ``[]`` make an object, `complete` all of them.

    Iteration, ``len`` and ``items`` see what has been made so far.

    Parameters
    ----------
    make : callable
        Makes the object of one of the names, None if it cannot.
    names : callable
        Gives the names; called once, when the first is asked for.
    """

    __slots__ = ("_find", "_make", "_names")

    def __init__(self, make: Callable[[str], Object | None], names: Callable[[], Iterable[str]]) -> None:
        super().__init__()
        self._make = make
        self._find = names
        self._names: frozenset[str] | None = None

    def __missing__(self, name: str) -> Object:
        if name in self.names():
            made = self._make(name)
            if made is not None:
                return self.setdefault(name, made)
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or name in self.names()

    if not TYPE_CHECKING:  # it has the signature of the method that it replaces

        def get(self, name: str, default: object = None, /) -> object:
            """Give an object, made now if nobody has asked for it before."""
            try:
                return self[name]
            except KeyError:
                return default

    def names(self) -> frozenset[str]:
        """Give all names, made or not."""
        if self._names is None:
            self._names = frozenset(self._find())
        return self._names

    def complete(self) -> LazyScope:
        """Make all objects; the scope itself."""
        for name in sorted(self.names()):
            self.get(name)
        return self
