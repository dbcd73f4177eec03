"""A series of snapshots: one source's running total of one group, day after day, with its own counts of the days.

A running total is not one claim repeated, and its snapshots are not incidents
to be added: each holds the one before. What can be asked of them is whether
the next one is what the source's own daily counts make it, and where the
source, its definition or its calendar changed.
"""

from dataclasses import dataclass
from typing import Literal, NoReturn

from untold.claims.claim import Attribution, Demographic, Harm, Modality, Party, Place, Status
from untold.codebook.counts import Count
from untold.codebook.errors import SummedSnapshots
from untold.reports.report import Passage
from untold.tallies.bounds import Bounds

BreakKind = Literal["source", "definition", "hours"]
Verdict = Literal["agrees", "differs", "falls", "restarts", "partly_counted", "uncounted"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A running total on one day: how many from `since` until the end of `day`, an ISO date.

    `claims` are those that give it, one as a rule; several that give other
    numbers for one day are `is_contradicted`, and `count` has the bounds that
    hold them all. `hours` is how long before the end of the day the row's own
    counts reach, as the source states it; `definition` what it says of how it
    counts. A snapshot that repeats an earlier report `is_carried`.
    """

    day: str
    count: Count
    claims: tuple[str, ...]
    passages: tuple[Passage, ...]
    claimant: Party | None
    since: str | None = None
    definition: str | None = None
    hours: int | None = None
    is_carried: bool = False
    is_contradicted: bool = False

    def __add__(self, other: object) -> NoReturn:
        """Refuse: a snapshot holds the ones before it."""
        raise SummedSnapshots(self.day)

    __radd__ = __add__


@dataclass(frozen=True, slots=True)
class OwnCount:
    """What the source counts for some days of their own: from `first` to `last`, ISO dates, both within it."""

    first: str
    last: str
    count: Count
    claim: str
    passage: Passage
    claimant: Party | None


@dataclass(frozen=True, slots=True)
class Series:
    """The running totals of one source for one group of people, in the order of their days.

    `id` is the list's slug with its column (`daily-gaza.killed_cum`), or of
    texts the source with the group. `source` publishes it; a snapshot's own
    `claimant` may be another, from day to day. `modality` is `estimated` where
    nobody reported the numbers. `whole` is the id of the series that this one
    is a part of. `own` are counts of days beside it.
    """

    id: str
    source: Party
    harm: Harm
    status: Status | None
    demographic: Demographic | None
    affiliation: Party | None
    places: tuple[Place, ...]
    attributed_to: tuple[Attribution, ...]
    means: str | None
    modality: Modality
    snapshots: tuple[Snapshot, ...]
    own: tuple[OwnCount, ...] = ()
    whole: str | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """All series of a record; `undated` are the running totals that no day can be given."""

    series: tuple[Series, ...]
    undated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """From one snapshot to the next that was reported.

    `difference` is what the total grew by, `counted` what the source's own
    counts of the days between add up to, and `residual` the rest; each is null
    where there is no such number. `uncounted_days` are the days between that no
    own count covers. `verdict` says what became of it:

    - `agrees`: own counts cover the days and make the step;
    - `differs`: own counts make another step, or more than the whole of it;
    - `partly_counted`: own counts cover some of the days, and leave a rest for the others;
    - `uncounted`: the source gives no own count for these days, or the words leave the step open;
    - `falls`: the total is lower than before, under one definition;
    - `restarts`: the source counts something else from here on, and no step can be taken.
    """

    before: Snapshot
    after: Snapshot
    verdict: Verdict
    breaks: tuple[BreakKind, ...]
    difference: Bounds | None
    counted: Bounds | None
    residual: Bounds | None
    uncounted_days: int
    own: tuple[OwnCount, ...] = ()
