"""The overlaps of lists as records: every number here is documented, none is estimated."""

from dataclasses import dataclass
from typing import Literal

from untold.estimates.capture_table import LeftOut, Unit

FaultRule = Literal["few_lists", "few_units", "inside", "nearly_inside", "never_meet"]
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class ListSize:
    """A list, how many units it has, and how many of them no other list has."""

    name: str
    size: int
    alone: int


@dataclass(frozen=True, slots=True)
class PatternCount:
    """How many units are on exactly these lists."""

    lists: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class PairOverlap:
    """Two lists: how many units are on both, on either alone, and whether being on one goes with being on the other.

    `odds_ratio` is taken among units that some other list has, for of those
    all four numbers are known: above 1 where who is on one list is more often
    on the other. It is null where there is no such unit or it has no finite
    value, and `reason` says so. `low` and `high` are its 95 % interval.
    """

    a: str
    b: str
    both: int
    only_a: int
    only_b: int
    odds_ratio: float | None
    low: float | None
    high: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class ListFault:
    """Something about the lists that an estimate from them would suffer from, and what would help.

    `count` is the number that the rule looks at.
    """

    rule: FaultRule
    severity: Severity
    lists: tuple[str, ...]
    count: int
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Overlaps:
    """What the lists of a capture table share. Patterns come with the largest first, pairs in the lists' order."""

    lists: tuple[ListSize, ...]
    patterns: tuple[PatternCount, ...]
    pairs: tuple[PairOverlap, ...]
    faults: tuple[ListFault, ...]
    enumerated: int
    unit: Unit
    left_out: tuple[LeftOut, ...]
    table: str
