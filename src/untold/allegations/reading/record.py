"""An official report as it was read: each answer in its own words, and the month's ledger as printed.

A report has versions: an addendum of 2020 changed what 2017 had said. Each is
kept as it came, and names the one that it corrects.
"""

from dataclasses import dataclass, field

from untold.claims.claim import Party
from untold.claims.official_statements import OfficialStatement
from untold.reports.report import Passage


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer of a report: its words in the captured text, and what they state."""

    statement: Passage
    stated: OfficialStatement


@dataclass(frozen=True, slots=True)
class PrintedLedger:
    """The numbers of one month as a report prints them; what it does not print is null.

    `month` is an ISO prefix (`2017-03`). `completed` is printed or null, never
    our sum. `cumulative` is the running total of people that the report says
    were killed, its floor. `evidence` has the passage of each number.
    """

    month: str | None
    open_at_start: int | None = None
    new: int | None = None
    reopened: int | None = None
    completed: int | None = None
    credible: int | None = None
    non_credible: int | None = None
    duplicate: int | None = None
    open_at_end: int | None = None
    cumulative: int | None = None
    evidence: dict[str, Passage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OfficialReport:
    """One version of a belligerent's report: `report` is the id of the captured report that it was read from.

    `period` is the month or year that it is about, an ISO prefix; `published`
    its day. `corrects` is the id of the report that this one changes, null for a first version.
    """

    report: str
    actor: Party
    period: str | None
    published: str | None
    corrects: str | None
    ledger: PrintedLedger | None
    entries: tuple[Entry, ...]
