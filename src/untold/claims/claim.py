"""A claim: what one sentence of one report says of people harmed.

Field names are the contract of every JSON that leaves the program. `None` is
"not stated"; zero is a statement. Every field that was read has its own passage
in `evidence`.
"""

from dataclasses import dataclass, field
from typing import Literal

from untold.codebook.counts import Count
from untold.reports.report import Passage

Kind = Literal["casualty", "denial", "concession", "attribution"]
Harm = Literal["killed", "injured", "missing", "captured", "casualties"]
Status = Literal["civilian", "combatant", "armed_forces", "police", "unknown"]
Demographic = Literal["children", "women", "men"]
Role = Literal["known", "suspected", "contested", "denied"]
Scope = Literal["incident", "period", "cumulative"]
Modality = Literal["asserted", "denied", "conceded", "estimated", "hypothetical", "retracted"]
State = Literal["read", "confirmed", "corrected", "rejected", "ungrounded"]
Precision = Literal["day", "week", "month", "year", "span"]
Basis = Literal["stated", "before_publication", "event", "carried"]

CELLS_READER = "columns"  # the reader of monitors' lists: its quotes are cells, all others' are sentences


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or a source: `id` is its slug in the codebook or null, `name` is as worded."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """By whom, and how sure the text is of it."""

    id: str | None
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Place:
    """Where, in the text's words; `country` is ISO 3166-1 alpha-3 where the text gives it."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Period:
    """When: an event's day, a window, or the run since a start.

    `start` and `end` are ISO prefixes or null; `duration` is an ISO 8601
    duration (`P18M`) where the words give a length; `basis` says what the
    resolution rests on; `words` are the text's own.
    """

    start: str | None = None
    end: str | None = None
    duration: str | None = None
    precision: Precision | None = None
    basis: Basis | None = None
    words: str | None = None


Evidence = dict[str, Passage | tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence's statement of how many people were harmed, by whose account."""

    id: str
    report: str
    kind: Kind
    harm: Harm
    count: Count
    status: Status | None
    demographic: Demographic | None
    affiliation: Party | None
    part_of: str | None
    restates: str | None
    claimant: Party | None
    medium: Party | None
    attributed_to: tuple[Attribution, ...]
    means: str | None
    places: tuple[Place, ...]
    period: Period
    scope: Scope
    modality: Modality
    evidence: Evidence
    quote: Passage
    reader: str
    rule: str
    confidence: float
    state: State = "read"
    note: str | None = field(default=None)  # what a reader of the ledger should know of this reading
