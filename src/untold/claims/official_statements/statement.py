"""What an official statement states, as a record: each field as printed, with its own words beside it."""

from dataclasses import dataclass, field
from typing import Literal

from untold.claims.account import Conceded
from untold.claims.claim import Evidence, Party
from untold.codebook.counts import Count
from untold.reports.report import Passage

Nearness = Literal["in", "near", "between"]
Outcome = Literal["credible", "non_credible", "duplicate", "open", "reopened"]  # of `review_status`


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place as a statement words it, and whether the incident was in it, near it, or between it and another."""

    name: str
    nearness: Nearness


@dataclass(frozen=True, slots=True)
class OfficialStatement:
    """What one official statement states of the incident that it answers; nothing stated is an empty tuple or null.

    `days` are ISO dates as printed, a slip of the pen included ("2106");
    `places` go from the place itself to what it lies in or near; `codes` are
    other parties' codes and `numbers` the belligerent's own, as printed;
    `grids` are MGRS references. `killed` and `injured` are the people it says
    were harmed, by whosever account; `conceded` is who the belligerent accepts
    that it harmed, null where it concedes nobody. `country` is ISO 3166-1
    alpha-3. `reporter` is who brought the allegation ("via Airwars report"),
    `reporter_kind` what sort of source that is. `outcome` is what the words
    find, `reasons` slugs of `review_reason` and `credible_circumstance`,
    `standard` one of `standard_of_proof`; `reopened` says that the words tell
    of a closed case taken up again. `evidence` has the passage of each field
    under its name: for a field of several values as many passages, in order.
    """

    text: str
    days: tuple[str, ...]
    places: tuple[NamedPlace, ...]
    codes: tuple[str, ...]
    numbers: tuple[str, ...]
    grids: tuple[str, ...]
    killed: Count | None = None
    injured: Count | None = None
    published: str | None = None
    country: str | None = None
    reporter: Party | None = None
    reporter_kind: str | None = None
    outcome: Outcome | None = None
    reasons: tuple[str, ...] = ()
    standard: str | None = None
    reopened: bool = False
    conceded: Conceded | None = None
    evidence: Evidence = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a report, and what it says of the answers below it."""

    outcome: Outcome
    words: Passage
