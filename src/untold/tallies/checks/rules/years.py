"""The same day of another year, among the accounts of one incident: the commonest slip of a hand that types dates.

In January people still write last year. A person who joins the two accounts
all the same is right, and the year is still wrong in one of them.
"""

from collections.abc import Iterator, Sequence

from untold.claims.account import Account
from untold.incidents.incident import Incident
from untold.incidents.official.answers import is_statement
from untold.tallies.checks.dates import said, span_of, years_apart
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.rules.statements import MOST_YEARS
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import account_passages

_NEAR = 3  # days within which two accounts agree
_MOST_COMPARED = 60  # accounts of one incident


def check_years(record: WholeRecord) -> Iterator[Finding]:
    """Yield the accounts of an incident whose day is one or two years off that of most others, to the day."""
    for incident in record.incidents:
        # What a statement prints is checked with its own words.
        own = [each for each in record.accounts_of(incident) if each.date.start is not None and not is_statement(each)]
        if len({(each.date.start or "")[:4] for each in own}) > 1:
            yield from _among(record, incident, own[:_MOST_COMPARED])


def _among(record: WholeRecord, incident: Incident, own: Sequence[Account]) -> Iterator[Finding]:
    usual = max(own, key=lambda each: sum(_agree(each, other) for other in own))
    for account in own:
        years = years_apart(account.date.start or "", usual.date.start or "")
        if account is usual or years is None or years > MOST_YEARS:
            continue
        message = (
            f"{account.id} is dated {said(account.date)} and {usual.id} {said(usual.date)}: the same day, "
            f"{'a year' if years == 1 else f'{years} years'} apart, in one incident."
        )
        found = Finding(
            "",
            "year_slip",
            "error",
            message,
            accounts=(account.id, usual.id),
            incidents=(incident.code,),
            stated=account.date.start,
            expected=usual.date.start,
            residual=years,
            unit="years",
            passages=(*account_passages(record, account, "period"), *account_passages(record, usual, "period")),
        )
        yield identified(found, account.id, usual.id, account.date.start, usual.date.start)


def _agree(one: Account, other: Account) -> bool:
    first, second = span_of(one.date), span_of(other.date)
    return first is not None and second is not None and abs(first[0] - second[0]) <= _NEAR
