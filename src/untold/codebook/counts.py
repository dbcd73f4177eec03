"""How many: counts that keep the bounds their source gave.

A monitor writes "at least 1,044"; a hospital writes "12 to 15". Storing either
as one integer would invent knowledge, so every count in Untold holds the number
as written beside the floor and the ceiling that the words guarantee, and no more.
"""

from dataclasses import dataclass
from typing import Literal, Self

Qualifier = Literal["exact", "at_least", "at_most", "more_than", "less_than", "about", "range", "vague", "none"]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people as worded: `stated` as written, `low` and `high` as guaranteed.

    `None` is a bound that the words do not set. Zero is a statement.

    >>> str(Count.at_least(1044))
    'at least 1,044'
    >>> str(Count.between(12, 15))
    '12–15'
    """

    stated: int | None
    low: int | None  # None: the words guarantee no floor
    high: int | None  # None: they set no ceiling
    qualifier: Qualifier

    def __post_init__(self) -> None:
        for bound in (self.stated, self.low, self.high):
            if bound is not None and bound < 0:
                msg = f"nobody can count {bound} people"
                raise ValueError(msg)
        if self.low is not None and self.high is not None and self.low > self.high:
            msg = f"the floor {self.low} is above the ceiling {self.high}"
            raise ValueError(msg)

    @classmethod
    def exactly(cls, number: int) -> Self:
        """Return a plain number: "14 killed"."""
        return cls(number, number, number, "exact")

    @classmethod
    def at_least(cls, number: int) -> Self:
        """Return a floor without a ceiling: "at least", "a minimum of"."""
        return cls(number, number, None, "at_least")

    @classmethod
    def more_than(cls, number: int) -> Self:
        """Return a floor one above the number: "more than 60" is 61 or more."""
        return cls(number, number + 1, None, "more_than")

    @classmethod
    def at_most(cls, number: int) -> Self:
        """Return a ceiling without a floor: "up to", "as many as", "almost", "nearly"."""
        return cls(number, None, number, "at_most")

    @classmethod
    def less_than(cls, number: int) -> Self:
        """Return a ceiling one below the number: "fewer than 400" is 399 or fewer."""
        return cls(number, None, max(number - 1, 0), "less_than")

    @classmethod
    def about(cls, number: int) -> Self:
        """Return a number that guarantees neither bound: "about 20", "some 20"."""
        return cls(number, None, None, "about")

    @classmethod
    def between(cls, low: int, high: int) -> Self:
        """Return a range, which is never averaged: "12 to 15"."""
        return cls(None, low, high, "range")

    @classmethod
    def vague(cls, low: int | None = None) -> Self:
        """Return words without a number: "dozens" guarantee 24, "several" nothing."""
        return cls(None, low, None, "vague")

    @classmethod
    def nobody(cls) -> Self:
        """Return a stated zero: "no civilians"."""
        return cls(0, 0, 0, "none")

    def __str__(self) -> str:
        """Return the count as an English reader would write it."""
        match self.qualifier:
            case "exact":
                return f"{self.stated:,}"
            case "at_least":
                return f"at least {self.stated:,}"
            case "more_than":
                return f"more than {self.stated:,}"
            case "at_most":
                return f"at most {self.stated:,}"
            case "less_than":
                return f"fewer than {self.stated:,}"
            case "about":
                return f"about {self.stated:,}"
            case "range":
                return f"{self.low:,}\u2013{self.high:,}"
            case "none":
                return "none"
            case _:
                return "not stated" if self.low is None else f"{self.low:,} or more"
