"""The ledger's records: months that balance by our docket, and what a belligerent's own print leaves over."""

from dataclasses import dataclass
from typing import Literal

from untold.claims.claim import Party
from untold.reports.report import Passage

LedgerRule = Literal["identity", "parts", "carried"]
Verdict = Literal["balances", "differs", "unknown"]


@dataclass(frozen=True, slots=True)
class LedgerMonth:
    """One month of a review, in numbers of allegations.

    `new` came in this month; `by_answer` of them are known by their first
    answer alone, because nothing says when they were received. `credible`,
    `non_credible` and `duplicate` were completed in it, `reopened` taken up
    again. `open_at_start + new + reopened - completed = open_at_end`; a month
    that does not balance cannot be made.
    """

    month: str  # ISO prefix: 2017-03
    open_at_start: int
    new: int
    by_answer: int
    reopened: int
    credible: int
    non_credible: int
    duplicate: int
    completed: int
    open_at_end: int

    def __post_init__(self) -> None:
        is_whole = self.completed == self.credible + self.non_credible + self.duplicate
        if not is_whole or self.open_at_end != self.open_at_start + self.new + self.reopened - self.completed:
            msg = f"the ledger of {self.month} does not balance"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Ledger:
    """An actor's months from the first allegation on, as known on a day.

    `actor` is null where the docket of all actors is counted. `unplaced` are
    the ids of allegations of which a step has no month: they are in no month,
    because a month would be a guess.
    """

    actor: Party | None
    as_of: str  # ISO date
    months: tuple[LedgerMonth, ...]
    unplaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """One sum over the numbers that a belligerent's report prints.

    `identity`: open at start + new + reopened - completed is the open at end.
    `parts`: credible, non-credible and duplicate are the completed. `carried`:
    a month starts with what the month before ended with. `stated` is the
    printed number, `expected` what the others make it, `difference` the first
    less the second, null where the print does not have them all; `unprinted`
    names the fields that it leaves out.
    """

    rule: LedgerRule
    report: str
    month: str | None
    verdict: Verdict
    stated: int | None
    expected: int | None
    difference: int | None
    unprinted: tuple[str, ...]
    passages: tuple[Passage, ...]
    message: str
