"""Numbers that are far too large: ten times every other source's, or the number of a year.

A digit typed twice, a running total read as the day's toll, "2016" read as a
count: one such number outweighs a month of incidents in every tally.
"""

from collections.abc import Iterator, Sequence

from untold.claims.account import Account
from untold.claims.claim import CELLS_READER, Claim
from untold.incidents.building.ranges import is_counted
from untold.incidents.incident import Incident
from untold.incidents.persons import is_of_a_person
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.record import number_passage
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import counted, field_passages, subject
from untold.tallies.wording import who

_TIMES = 10
_MORE = 20  # people at least between the two: ten where one source has one is one bomb, told by two who saw other rooms
_SEVERAL = 2  # people: who tells of one person tells that person's story, and not how many there were
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def check_magnitude(record: WholeRecord) -> Iterator[Finding]:
    """Yield the sources whose lowest number of an incident is ten times the highest of every other source, or more."""
    for incident in record.incidents:
        if len(incident.accounts) > 1:
            for harm in ("killed", "injured"):
                yield from _of_harm(record, incident, harm)


def check_years_as_numbers(record: WholeRecord) -> Iterator[Finding]:
    """Yield the claims whose number of people is the year of their incident or of their report."""
    for claim in record.claims.values():
        number = claim.count.stated
        if number is not None and _FIRST_YEAR <= number <= _LAST_YEAR and number in _years_of(record, claim):
            found = Finding(
                "",
                "number_is_a_year",
                "warning",
                f"{who(claim)} ({claim.harm}): the number is the year of the incident or of the report.",
                claims=(claim.id,),
                accounts=_account_of(record, claim),
                stated=number,
                passages=(number_passage(claim), *field_passages(claim, "period")),
            )
            yield identified(found, subject(record, claim), number)


def _of_harm(record: WholeRecord, incident: Incident, harm: str) -> Iterator[Finding]:
    told = [(account, own) for account in record.accounts_of(incident) if (own := _counts(record, account, harm))]
    if len(told) < 2:  # noqa: PLR2004 (one and another)
        return
    highest, claims = max(told, key=lambda each: _floor(each[1]))
    others = [claim for account, own in told if account.id != highest.id for claim in own]
    ceilings = [_ceiling(claim) for claim in others]
    rest = max((each for each in ceilings if each is not None), default=None)
    floor = _floor(claims)
    if rest is None or None in ceilings or rest < _SEVERAL or floor < _TIMES * rest or floor - rest < _MORE:
        return
    most = max(claims, key=lambda claim: claim.count.low or 0)
    found = Finding(
        "",
        "ten_times_higher",
        "warning",
        f"{incident.code}: {highest.id} has {most.count} {harm}; no other source has more than {rest:,}.",
        claims=(most.id, *(each.id for each in others)),
        accounts=(highest.id, *(each.id for each, _ in told if each.id != highest.id)),
        incidents=(incident.code,),
        stated=floor,
        expected=rest,
        residual=floor - rest,
        unit="people",
        passages=counted((most, *others)),
    )
    yield identified(found, subject(record, most), floor, rest)


def _counts(record: WholeRecord, account: Account, harm: str) -> Sequence[Claim]:
    """Return an account's counts of everybody of a harm; what is conceded is a party's word on a party's deed."""
    return [
        claim
        for claim in record.claims_of(account)
        if claim.harm == harm
        and claim.demographic is None
        and claim.affiliation is None
        and claim.kind != "concession"
        and is_counted(claim)
        and not is_of_a_person(claim)
    ]


def _floor(claims: Sequence[Claim]) -> int:
    return max(claim.count.low or 0 for claim in claims)


def _ceiling(claim: Claim) -> int | None:
    """Return the most that a claim allows, null where it sets no ceiling; "about 20" is near enough to twenty."""
    return claim.count.stated if claim.count.qualifier == "about" else claim.count.high


def _years_of(record: WholeRecord, claim: Claim) -> set[int]:
    report = record.reports.get(claim.report)
    # A list has no day of its own, and its rows have years of their own.
    published = None if report is None or claim.reader == CELLS_READER else report.published
    dates = (claim.period.start, claim.period.end, published)
    return {int(each[:4]) for each in dates if each and each[:4].isdecimal()}


def _account_of(record: WholeRecord, claim: Claim) -> tuple[str, ...]:
    account = record.account_of.get(claim.id)
    return () if account is None else (account,)
