"""A check: one sum that was done on a report's own numbers, and what is left over.

What does not add up is written down, never repaired: nineteen people that a
monitor counts in its total and in none of its groups are a finding, whoever
turns out to be right.
"""

from dataclasses import dataclass
from typing import Literal

from untold.claims.claim import Claim
from untold.reports.report import Passage

Rule = Literal[
    "parts_sum", "part_above_whole", "groups_sum", "restatement", "period_in_period", "two_numbers", "printed_total"
]
Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule applied to a few claims of one claimant.

    `stated` is the number that the text gives, `expected` what its other
    numbers make it, `residual` the difference; each is null where the words
    give no such number, and `message` says which of them are only bounds.
    `severity` is `info` when the numbers agree or are merely incomplete,
    `warning` when a reader should ask, `error` when they contradict each other.
    """

    rule: Rule
    severity: Severity
    claims: tuple[str, ...]
    stated: int | None
    expected: int | None
    residual: int | None
    passages: tuple[Passage, ...]
    message: str


def number_passage(claim: Claim) -> Passage:
    """Return the words that give the claim's number, or its whole sentence."""
    passage = claim.evidence.get("count", claim.quote)
    return passage if isinstance(passage, Passage) else passage[0]
