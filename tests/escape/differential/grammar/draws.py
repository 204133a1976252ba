"""Choices: everything that a generated program depends on goes through here."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

T = TypeVar("T")

_BELOW = [st.integers(0, highest) for highest in range(256)]


def drawn_by(draw: DrawFn) -> "Draws":
    """Let hypothesis make every choice by itself: then it can shrink a program."""
    return Draws(lambda count: draw(_BELOW[count - 1]))


class Draws:
    """Choices of a few kinds, made from numbers below a count; 0 is the simplest."""

    def __init__(self, number: Callable[[int], int]) -> None:
        self._number = number

    def below(self, count: int) -> int:
        """Draw a number from 0 to ``count`` - 1."""
        return self._number(count) if count > 1 else 0

    def between(self, lowest: int, highest: int) -> int:
        """Draw a number of a range, both ends included."""
        return lowest + self.below(highest - lowest + 1)

    def pick(self, choices: Sequence[T]) -> T:
        """Draw one of several."""
        return choices[self.below(len(choices))]

    def weighted(self, choices: Sequence[tuple[int, T]]) -> T:
        """Draw one of several by weight; the weights add up to 256 at most."""
        left = self.below(sum(weight for weight, _ in choices))
        for weight, choice in choices:
            if left < weight:
                return choice
            left -= weight
        raise AssertionError(choices)

    def chance(self, percent: int) -> bool:
        """Draw whether something happens; it shrinks to no."""
        return self.below(100) >= 100 - percent
