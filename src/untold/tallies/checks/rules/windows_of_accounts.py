"""A month's number in a day's incident.

"In March forty people were killed in the town" stands beside the strike of the
fourteenth under the same code, and the incident of one day suddenly has forty
dead. The bound is then a month's, and the tally of the day is wrong by it.
"""

from collections.abc import Iterator

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.incidents.incident import CasualtyRange, Incident
from untold.tallies.checks.dates import days_in, said, span_of
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import account_passages, counted, field_passages, subject
from untold.tallies.wording import who

_A_MONTH = 28  # days: the shortest month


def check_windows_of_accounts(record: WholeRecord) -> Iterator[Finding]:
    """Yield the bounds of one-day incidents that are set by a source which speaks of four weeks or more."""
    for incident in record.incidents:
        span = span_of(incident.date)
        if span is None or span[1] > span[0]:
            continue
        for each in incident.ranges:
            yield from _of_range(record, incident, each)


def _of_range(record: WholeRecord, incident: Incident, decided: CasualtyRange) -> Iterator[Finding]:
    for identity in decided.claims:
        claim = record.claims.get(identity)
        account = record.accounts.get(record.account_of.get(identity, ""))
        if claim is None or account is None:
            continue
        days = max(_days(span_of(account.date)), _days_of_claim(claim))
        if days >= _A_MONTH:
            yield _finding(record, incident, account, claim, days)


def _days(span: tuple[int, int] | None) -> int:
    return 0 if span is None else span[1] - span[0] + 1


def _days_of_claim(claim: Claim) -> int:
    first, last = days_in(claim.period.start), days_in(claim.period.end)
    return 0 if first is None or last is None else last[1] - first[0] + 1


def _finding(record: WholeRecord, incident: Incident, account: Account, claim: Claim, days: int) -> Finding:
    message = (
        f"{who(claim)} ({claim.harm}) by {account.id} set a bound of {incident.code}, an incident of "
        f"{said(incident.date)}; that source speaks of {days:,} days."
    )
    found = Finding(
        "",
        "month_for_a_day",
        "warning",
        message,
        claims=(claim.id,),
        accounts=(account.id,),
        incidents=(incident.code,),
        stated=days,
        expected=1,
        residual=days - 1,
        unit="days",
        passages=(*counted([claim]), *(field_passages(claim, "period") or account_passages(record, account, "period"))),
    )
    return identified(found, subject(record, claim), days, said(incident.date))
