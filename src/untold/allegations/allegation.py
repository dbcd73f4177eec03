"""An allegation: harm put to the party that is said to have done it, and every determination that followed.

Determinations are dated and only ever added. A party that changes its mind, or
its report, makes a new determination that names the one it corrects; the old
one stays, because what was said in March was said.
"""

from dataclasses import dataclass
from typing import Literal

from untold.claims.account import Conceded
from untold.claims.claim import Party
from untold.reports.report import Passage

ReviewStatus = Literal[
    "not_submitted", "open", "credible", "non_credible", "duplicate", "reopened", "no_response"
]  # fmt: skip
COMPLETED: frozenset[ReviewStatus] = frozenset({"credible", "non_credible", "duplicate"})


@dataclass(frozen=True, slots=True)
class Determination:
    """One step of a review: where the allegation stood from `date` on, by whose words.

    `id` is `report:start` of the statement, as a claim's is, or `hand:` and the
    number of the line that a person wrote. `date` is the ISO prefix on which
    the step was published or taken, null where nothing says. `reasons` are
    slugs of `review_reason` or `credible_circumstance`; `standard` one of
    `standard_of_proof`, null where the statement names none. `statement` is
    the passage of the captured report, null for what a person entered without
    one. `stated_place` and `grid` are what the statement prints, `distance_km`
    how far that grid lies from the incident's own place, null where either has
    no point. `corrects` names the determination that this one replaces. `by`
    is `statement`, or who entered it; then `why` is the person's reason.
    `published` is the ISO prefix from which on the step could be known, null
    where that is its `date`: a report of May tells what was found in March.
    `worded` is what the statement's own words find where a list files it as
    something else, null where both agree: `status` is the list's then.
    """

    id: str
    status: ReviewStatus
    date: str | None
    reasons: tuple[str, ...] = ()
    standard: str | None = None
    statement: Passage | None = None
    conceded: Conceded | None = None
    stated_place: str | None = None
    grid: str | None = None
    distance_km: float | None = None
    corrects: str | None = None
    by: str = "statement"
    why: str | None = None
    published: str | None = None
    worded: ReviewStatus | None = None


@dataclass(frozen=True, slots=True)
class Allegation:
    """Harm put to an actor, about an incident or, where none is matched, an account.

    `id` stays when the docket is made again: the actor's slug and its own
    number or code of the allegation (`us-led-coalition:2793`), else the first
    statement's id, else `hand:` and the line. `received` is the ISO prefix of
    the day the actor had it, null where nothing says; `reporter` who put it.
    `numbers` are the actor's own, `codes` other parties' that it cites.
    `status` is what the last determination that stands says; `determinations`
    go by date, then as they came in. `doubts` are in words what a reader
    should know: a grid far from the incident, a statement that fits two.
    """

    id: str
    incident: str | None
    account: str | None
    to: Party
    received: str | None
    status: ReviewStatus
    determinations: tuple[Determination, ...] = ()
    reporter: Party | None = None
    numbers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """A request for information about an allegation: what was asked of whom, when, and what came back.

    `answered` and `answer` are null while nothing did.
    """

    id: str
    allegation: str
    to: Party
    asked: str  # ISO date
    question: str
    answered: str | None = None
    answer: str | None = None
    statement: Passage | None = None
