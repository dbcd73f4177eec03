"""The words behind a finding: which passages of the reports show what a rule found.

A finding without its words asks to be believed. What a rule says of an
account is therefore shown in the cell or the sentence that says it.
"""

from collections.abc import Iterable

from untold.claims.account import Account
from untold.claims.claim import CELLS_READER, Claim
from untold.reports.report import Passage
from untold.tallies.checks.whole_record import WholeRecord

_LONGEST = 400  # characters of an account's own text that stand for it where it has no claim


def field_passages(claim: Claim, field: str) -> tuple[Passage, ...]:
    """Return the words from which a field of a claim was read; none where it rests on none."""
    found = claim.evidence.get(field, ())
    return (found,) if isinstance(found, Passage) else tuple(found)


def account_passages(record: WholeRecord, account: Account, field: str) -> tuple[Passage, ...]:
    """Return the words in which an account says a field: of its first claim that has any, else its own text."""
    for claim in record.claims_of(account):
        if found := field_passages(claim, field):
            return found
    return own_words(record, account)


def own_words(record: WholeRecord, account: Account) -> tuple[Passage, ...]:
    """Return where an account's text begins in its report; none where it has no text, or not these words.

    A list's text has a space for a line break, one for one, so that the place is found all the same.
    """
    report, text = record.reports.get(account.report), account.text or ""
    if report is None or not text.strip():
        return ()
    sought = text.strip()[:_LONGEST]
    for words in (sought, "".join(" " if each.isspace() else each for each in sought)):
        start = report.text.find(words)
        if start >= 0:
            return (Passage(report.id, start, start + len(words), words),)
    return ()


def counted(claims: Iterable[Claim]) -> tuple[Passage, ...]:
    """Return the words of several claims' numbers, each passage once."""
    return tuple(dict.fromkeys(each for claim in claims for each in field_passages(claim, "count") or (claim.quote,)))


def subject(record: WholeRecord, claim: Claim) -> str:
    """Return what an answer on a claim holds on to: a list's row and column, which outlive the file, else its id."""
    account = record.account_of.get(claim.id)
    return f"{account} {claim.rule}" if claim.reader == CELLS_READER and account is not None else claim.id
