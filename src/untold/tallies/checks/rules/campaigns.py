"""Harm that a party is blamed for before it was there.

The codebook dates the first strikes of a coalition in a country, with the
source of each date. An incident before that day has another hand, another
day, or the codebook is wrong; all three are worth knowing.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from untold.claims.account import Account
from untold.codebook.events import all_events
from untold.tallies.checks.dates import days_in, said, span_of
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import account_passages

# Events of the codebook that are a party's first action in a country; most others are one offensive of several.
FIRST_ACTIONS = frozenset(
    {
        "operation-inherent-resolve",
        "coalition-strikes-iraq",
        "russian-intervention-syria",
        "yemen-intervention",
        "libya-nato-intervention",
    }
)


def check_campaigns(record: WholeRecord) -> Iterator[Finding]:
    """Yield the accounts that blame a party for harm in a country before its first dated action there."""
    for account in record.accounts.values():
        span = span_of(account.date)
        if span is None or account.place.country is None:
            continue
        for each in account.attributed_to:
            begun = _beginnings().get((each.id or "", account.place.country))
            days = None if begun is None or each.role == "denied" else days_in(begun)
            if days is not None and span[1] < days[0]:
                yield _before(record, account, each.name, begun or "", days[0] - span[1])


def _before(record: WholeRecord, account: Account, party: str, begun: str, days: int) -> Finding:
    found = Finding(
        "",
        "before_campaign",
        "warning",
        f"{account.id} blames {party} for {said(account.date)}, {days:,} days before its first dated action there, "
        f"{begun}.",
        accounts=(account.id,),
        stated=account.date.start or account.date.end,
        expected=begun,
        residual=days,
        unit="days",
        passages=(
            *account_passages(record, account, "period"),
            *account_passages(record, account, "attributed_to"),
        ),
    )
    return identified(found, account.id, said(account.date), party, begun)


@cache
def _beginnings() -> Mapping[tuple[str, str], str]:
    """Return the day of each party's first action in a country."""
    events = (all_events()[slug] for slug in sorted(FIRST_ACTIONS))
    return {(each.actor, each.country): each.start for each in events if each.actor and each.country}
