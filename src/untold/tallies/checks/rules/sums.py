"""The sums of reports and of rows, as findings: the checks of one page, over all pages.

A text's claims are laid beside each other across reports, because a claimant
gives its year in one and its month in another. A row of a list is a page of its own.
"""

import re
from collections.abc import Iterator

from untold.claims.claim import CELLS_READER, Claim
from untold.tallies.checks import check
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.record import Check
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import subject
from untold.tallies.standing import number

_OTHERS = re.compile(r"\b(?:another|further|additional|others?|more(?! than))\b|\bأخر|\bآخر", re.IGNORECASE)


def check_sums(record: WholeRecord) -> Iterator[Finding]:
    """Yield what does not add up within texts and rows; sums that do are what a reader of the ledger sees."""
    texts = [claim for claim in record.claims.values() if claim.reader != CELLS_READER]
    found = (each for each in check(texts) if each.severity != "info")
    yield from (_finding(record, each) for each in found if not (_is_of_others(each) or _is_one_number(each)))
    for claims in _rows(record):
        yield from (_finding(record, each) for each in check(claims) if _is_worth_a_line(record, each))


def _is_of_others(check: Check) -> bool:
    """Return whether one of two numbers is said to be of other people than the first: "another five"."""
    return check.rule == "two_numbers" and any(_OTHERS.search(each.text) for each in check.passages)


def _is_one_number(check: Check) -> bool:
    """Return whether two numbers of one claimant are one, worded otherwise: "more than 191,000", and "191,000"."""
    return check.rule in {"period_in_period", "two_numbers"} and check.stated == check.expected


def _is_worth_a_line(record: WholeRecord, check: Check) -> bool:
    """Return whether a row's sum is amiss: children, women and men are not all of the civilians of a list's row."""
    parts = [record.claims[each] for each in check.claims[1:]]
    is_short = check.rule == "parts_sum" and check.severity == "warning"
    return check.severity != "info" and not (is_short and any(each.demographic for each in parts))


def _rows(record: WholeRecord) -> Iterator[list[Claim]]:
    """Yield the claims of each row in which one number is a part of another, or may be a total of others."""
    for account in (*record.accounts.values(), *record.snapshots.values()):
        if len(account.claims) > 1:
            claims = [each for each in record.claims_of(account) if each.reader == CELLS_READER]
            if any(each.part_of or (each.status is None and each.demographic is None) for each in claims):
                yield claims


def _finding(record: WholeRecord, check: Check) -> Finding:
    claims = [record.claims[each] for each in check.claims]
    accounts = tuple(dict.fromkeys(record.account_of[each] for each in check.claims if each in record.account_of))
    # A row's message names no row: its account does.
    row = f"{accounts[0]}: " if claims[0].reader == CELLS_READER and accounts else ""
    found = Finding(
        "",
        check.rule,
        check.severity,
        f"{row}{check.message}",
        claims=check.claims,
        accounts=accounts,
        stated=check.stated,
        expected=check.expected,
        residual=check.residual,
        unit="people",
        passages=check.passages,
    )
    return identified(found, [subject(record, each) for each in claims], [number(each) for each in claims])
