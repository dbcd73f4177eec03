"""A figure: one number of one voice on one scope, and where it was said.

Four adjectives tell numbers apart that look alike in print: what somebody
reported, what is documented incident by incident, what a belligerent conceded,
and what was estimated. A figure has one of them, and none stands without the
passage or the incidents that it rests on.
"""

from dataclasses import dataclass
from typing import Literal

from untold.claims.claim import Party
from untold.codebook.counts import Count
from untold.reports.report import Passage
from untold.tallies.comparison.record import Pair, Verdict
from untold.tallies.comparison.scope import Scope
from untold.tallies.tally import Tally, TallyScope

Adjective = Literal["reported", "documented", "conceded", "estimated"]


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier number of the same series: a claim, the ISO prefix up to which it counts, and its bounds."""

    claim: str
    as_of: str | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one voice.

    `id` is the claim's id, or `tally:1`, `concession:1` where the number was
    computed from the record. `source` is whose number it is, null where no
    single source says it: all sources of the record together, or a report that
    names nobody. `low` and `high` are the bounds that the words or the sum
    guarantee. `claim` and `tally` are where it comes from, of which one is
    null; of a sum without a tally, `claims` are those behind it. `report`,
    `as_of` and `passage` are of a claim: its report, the ISO prefix up to which
    it counts, and its sentence. `history` are earlier snapshots of the same
    series, never added.
    `verdict` and `reasons` say how the figure stands to the scope that was
    asked for; `of` is the figure on whose own scope a tally was computed.
    `incidents` are how many a sum is made of, `unnumbered` those of them that
    give no number, `known_high` the sum of the ceilings that there are, where
    `high` is null for want of one; `part_of` the claim that the
    number is within; with `is_sentence` the passage is one, and no cell of a list.
    """

    id: str
    source: Party | None
    adjective: Adjective
    low: int | None
    high: int | None
    count: Count
    scope: Scope
    claim: str | None = None
    tally: Tally | None = None
    claims: tuple[str, ...] = ()
    report: str | None = None
    as_of: str | None = None
    passage: Passage | None = None
    history: tuple[Earlier, ...] = ()
    verdict: Verdict = "comparable"
    reasons: tuple[str, ...] = ()
    of: str | None = None
    incidents: int | None = None
    unnumbered: int = 0
    known_high: int | None = None
    part_of: str | None = None
    is_sentence: bool = False


@dataclass(frozen=True, slots=True)
class LeftAside:
    """How many figures of the record were not listed: `other_scope` do not bear on the scope that was asked for.

    `later` are running totals of after its last day, `shorter` counts of far
    less than its time, `copies` sentences that
    another report prints word for word, `beyond` those that bear on it and
    stand behind the most that is listed.
    """

    other_scope: int = 0
    later: int = 0
    shorter: int = 0
    copies: int = 0
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class ScopeComparison:
    """The numbers of all voices on one scope, side by side, each pair with its verdict.

    `scope` is what was asked for and `as_of` the day on which the record was as
    counted. `items` go from those on this scope to those that are only near
    it; `pairs` are of items, and `left_out` counts the pairs that are not listed.
    """

    scope: TallyScope
    as_of: str
    items: tuple[Figure, ...]
    pairs: tuple[Pair, ...]
    left_out: int = 0
    left_aside: LeftAside = LeftAside()
