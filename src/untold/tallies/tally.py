"""A tally: how many, by incidents, for one question; with its rule, its day, and every incident and claim behind it.

A number without its question is the whole trouble with published totals: of
whom, by whom, where, until when, by whose grades. A tally therefore carries its
scope, and what is not known stays not known: a floor and no ceiling, never zero.
"""

from dataclasses import dataclass
from typing import Literal

from untold.claims.claim import Demographic, Harm, Status

GradesBy = Literal["ours", "source"]
RangeRule = Literal["widest", "majority", "hierarchy", "ucdp"]
Dimension = Literal[
    "source",
    "actor",
    "role",
    "country",
    "governorate",
    "place",
    "month",
    "year",
    "grade",
    "strike_status",
    "status",
    "demographic",
    "means",
    "infrastructure",
    "period",
]


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day that an incident's own days must lie in, ISO dates; null is open."""

    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A window under a name of its own: a president's years in office, a campaign."""

    name: str
    window: Window


@dataclass(frozen=True, slots=True)
class TallyScope:
    """What a tally counts; an empty tuple or null sets no bound on that field.

    `actors` are slugs, each with the bodies that are a part of it; with
    `is_alone` an incident counts only where no other party is blamed. `roles`
    are those in which the actors may be named (never `denied` unless asked
    for). `places` are names or slugs, `countries` ISO 3166-1 alpha-3. `grades`
    and `strike_statuses` are ours or, with `grades_by` `source`, what the
    sources themselves state. `sources` keep only what these say, `without`
    leaves out whatever these say or publish. `status` and `demographic` null
    are everybody.
    """

    actors: tuple[str, ...] = ()
    is_alone: bool = False
    roles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    window: Window = Window()
    harm: Harm = "killed"
    status: Status | None = "civilian"
    demographic: Demographic | None = None
    grades: tuple[str, ...] = ()
    grades_by: GradesBy = "ours"
    strike_statuses: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    infrastructure: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """The sum over the incidents of one cell.

    `by` names the cell, `()` for the whole. `low` is the sum of the floors that
    are known: people at least; null where no incident gives one. `best` and
    `high` are null where any incident has none; `known_high` is the sum of the
    ceilings that there are. `without_low` and `without_high` count the
    incidents that give no floor and no ceiling, among them the `silent`, which
    say nothing of this harm and group. `incidents` is their number and `codes`
    name them; `claims` are those that the rule used. `shared` is how many of
    the incidents also count in another cell of the same table (several
    actors): cells then do not add up to the total, and the total counts each
    once. `unstated` counts the silent that say how many people were harmed and
    not of which status: `unstated_low` and `unstated_known_high` stand beside
    the tally and are never in it. `from_parts` counts the incidents of which
    only parts are stated, whose floor is what the parts make it. `known_best`
    is the sum of the bests that there are, and `without_best` how many
    incidents have none.
    """

    scope: TallyScope
    by: tuple[tuple[Dimension, str | None], ...]
    low: int | None
    best: int | None
    high: int | None
    known_high: int | None
    without_low: int
    without_high: int
    incidents: int
    shared: int
    rule: RangeRule
    as_of: str  # ISO date: the day on which the record was as counted
    codes: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    silent: int = 0
    unstated: int = 0
    unstated_low: int | None = None
    unstated_known_high: int | None = None
    from_parts: int = 0
    known_best: int | None = None
    without_best: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The incidents that everything in a scope but its dates would take in.

    `undated` have no date; `straddling` have one that lies only partly in the
    window, or that is known too coarsely to lie in it. Both are null where the
    scope has no window.
    """

    undated: int | None
    straddling: int | None


@dataclass(frozen=True, slots=True)
class TallyTable:
    """A tally and its cells by one or two fields, in the order of their names; no cells without a field.

    A cell has at least one incident, so no cell says that nobody was harmed
    where nothing is recorded.
    """

    total: Tally
    by: tuple[Dimension, ...]
    cells: tuple[Tally, ...]
    left_out: LeftOut
