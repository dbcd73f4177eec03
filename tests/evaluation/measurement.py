"""A measure: one number about the reader, the units it rests on, and what it got wrong.

A quality that nobody can look behind is a slogan, so a measurement keeps each
miss beside its value, for the terminal of the person who will mend it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Miss:
    """One unit that the reader got wrong: what the gold says and what the reader gave."""

    unit: str
    gold: str
    read: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """`value` over `n` units of `corpus`; for an error measure, lower is better."""

    measure: str
    value: float
    n: int
    corpus: str
    misses: tuple[Miss, ...] = ()
    lower_is_better: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One unit of a measure, right or wrong."""

    unit: str
    right: bool
    gold: str
    read: str


def share_right(measure: str, corpus: str, outcomes: Iterable[Outcome]) -> Measurement:
    """Return the share of outcomes that are right; of no outcomes it is 0, so that nothing passes unread.

    >>> share_right("m", "c", [Outcome("1", True, "a", "a"), Outcome("2", False, "b", "a")]).value
    0.5
    """
    listed = list(outcomes)
    misses = tuple(Miss(o.unit, o.gold, o.read) for o in listed if not o.right)
    value = (len(listed) - len(misses)) / len(listed) if listed else 0.0
    return Measurement(measure, value, len(listed), corpus, misses)


def below_floor(measurement: Measurement, bound: float | None) -> bool:
    """Return whether a measurement breaks its floor, or its ceiling where lower is better."""
    if bound is None:
        return False
    return measurement.value > bound if measurement.lower_is_better else measurement.value < bound


def named(measurements: Sequence[Measurement], measure: str) -> Measurement:
    """Return the measurement of that name."""
    return next(m for m in measurements if m.measure == measure)
