"""Named random streams: the same name, seed and replication give the same numbers on every machine.

A stream's name tells what it is drawn for and holds neither the release nor GOGC, so that configurations that are
compared see the same workload (common random numbers).
"""

import hashlib
import struct

import numpy as np

__all__ = ["Stream", "generator", "stream"]

_BLOCK = 1024


class Stream:
    """Uniform numbers in [0, 1), drawn in blocks and handed out one by one.

    Everything else is derived from uniforms by the inverse distribution: numpy promises that its bit generators stay
    the same from version to version, but not its distributions.

    Parameters
    ----------
    generator : numpy.random.Generator
        Where the blocks come from.
    """

    __slots__ = ("_block", "_generator", "_next")

    def __init__(self, generator: np.random.Generator) -> None:
        self._generator = generator
        self._block: list[float] = []
        self._next = 0

    def uniform(self) -> float:
        """Return the next number, uniform in [0, 1)."""
        if self._next == len(self._block):
            self._block = self._generator.random(_BLOCK).tolist()
            self._next = 0
        value = self._block[self._next]
        self._next += 1
        return value

    def uniforms(self, n: int) -> list[float]:
        """Return the next n numbers."""
        begin, end = self._next, self._next + n
        if end <= len(self._block):
            self._next = end
            return self._block[begin:end]
        # From block to block, so that the numbers are those that as many calls of uniform() would give.
        return [self.uniform() for _ in range(n)]

    def integer(self, n: int) -> int:
        """Return an int uniform in ``range(n)``."""
        return int(self.uniform() * n)


def generator(seed: int, name: str, replication: int) -> np.random.Generator:
    """Return numpy's generator of one component in one replication, for draws that need a whole distribution.

    Parameters
    ----------
    seed, name, replication : int, str, int
        As for :func:`stream`.

    Returns
    -------
    numpy.random.Generator
        Philox, keyed by all three.
    """
    words = struct.unpack("<4I", hashlib.blake2b(name.encode(), digest_size=16).digest())
    sequence = np.random.SeedSequence(seed, spawn_key=(*words, replication))
    return np.random.Generator(np.random.Philox(sequence))


def stream(seed: int, name: str, replication: int) -> Stream:
    """Return the random stream of one component in one replication.

    Parameters
    ----------
    seed : int
        Seed of the study, not negative.
    name : str
        What the stream is for, such as ``"stealing"``.
    replication : int
        Number of the replication, from 0.

    Returns
    -------
    Stream
        Independent of every stream of another name, seed or replication.

    Examples
    --------
    >>> stream(1, "stealing", 0).uniform() == stream(1, "stealing", 0).uniform()
    True
    >>> stream(1, "stealing", 0).uniform() == stream(1, "stealing", 1).uniform()
    False
    """
    return Stream(generator(seed, name, replication))
