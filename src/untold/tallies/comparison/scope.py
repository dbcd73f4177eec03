"""A scope: what a number counts, one record for a claim, a tally and a concession.

SOHR's 380, Airwars' 519 and the sum of a list's rows can only be laid beside
each other when all three say in the same words of whom, by whom, where, when
and by which grades they speak. What one of them does not say stays unsaid, and
is not the same as "everybody" or "everywhere".
"""

from dataclasses import dataclass, field
from typing import Literal

from untold.claims.claim import Demographic, Harm, Party, Period, Place, Status
from untold.tallies.tally import GradesBy, Window

Unit = Literal["people", "incidents", "strikes", "allegations"]
Extent = Literal["incident", "period", "cumulative", "tally"]
Unbounded = Literal["status", "actors", "places"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a number counts.

    `harm` is what became of the people counted, or of those in the incidents
    that are; `actors` are those said to have
    done it, without those who are said not to have; with `is_alone` only what
    nobody else is blamed for. `places` are as worded, a country among them
    where the whole of it is meant. `window` is the days that the words come
    to, null where they come to none, with a null bound where it is open;
    `period` is the time as worded. `grades` are those that were asked for, by
    the grades of `grades_by`; null states no grade. `sources` keep only what
    these say. An empty or null field is not stated, unless `unbounded` names
    it: then everybody, or everywhere, is meant.
    """

    extent: Extent
    harm: Harm
    status: Status | None = None
    demographic: Demographic | None = None
    affiliation: Party | None = None
    unit: Unit = "people"
    actors: tuple[Party, ...] = ()
    is_alone: bool = False
    places: tuple[Place, ...] = ()
    window: Window | None = None
    period: Period = field(default_factory=Period)
    grades: tuple[str, ...] | None = None
    grades_by: GradesBy | None = None
    sources: tuple[str, ...] = ()
    unbounded: tuple[Unbounded, ...] = ()
