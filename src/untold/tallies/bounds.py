"""Arithmetic that keeps bounds: what is left when parts are taken from a whole.

"At least 1,044, of them 519 in Syria" leaves at least 525, and no more can be
said. A residual is therefore a pair of bounds, each of which may be missing; a
bound that the words do not give is never filled in.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from untold.codebook.counts import Count


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number of people between `low` and `high`; null is a bound that cannot be known.

    >>> str(Bounds(1044, None) - Bounds(519, 519))
    'at least 525'
    """

    low: int | None
    high: int | None

    def __add__(self, other: "Bounds") -> "Bounds":
        """Return the sum, whose bounds are known where both terms' are."""
        return Bounds(_plus(self.low, other.low), _plus(self.high, other.high))

    def __sub__(self, other: "Bounds") -> "Bounds":
        """Return the difference: its floor needs our floor and their ceiling, its ceiling the reverse."""
        return Bounds(_minus(self.low, other.high), _minus(self.high, other.low))

    @property
    def is_exact(self) -> bool:
        """Whether the two bounds are one known number."""
        return self.low is not None and self.low == self.high

    @property
    def is_below_zero(self) -> bool:
        """Whether the words themselves say that the number is negative: they contradict each other."""
        return self.high is not None and self.high < 0

    def number(self) -> int | None:
        """Return the one number a residual is called by: its floor where that says something, else its ceiling."""
        if self.low is not None and (self.low >= 0 or self.is_below_zero):
            return self.low
        return self.high

    def __str__(self) -> str:
        """Return the bounds in words, and no more than they say."""
        floor = self.low if self.low is not None and self.low > 0 else None
        if self.is_exact:
            return f"{self.low:,}"
        if floor is None and self.high is None:
            return "an unknown number"
        if self.high is None:
            return f"at least {floor:,}"
        return f"at most {self.high:,}" if floor is None else f"{floor:,}\u2013{self.high:,}"


def bounds_of(count: Count) -> Bounds:
    """Return the bounds that a count's words guarantee."""
    return Bounds(count.low, count.high)


def total(counts: Iterable[Count]) -> Bounds:
    """Return the bounds of several counts added up."""
    return sum((bounds_of(count) for count in counts), Bounds(0, 0))


def _plus(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _minus(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one - other
