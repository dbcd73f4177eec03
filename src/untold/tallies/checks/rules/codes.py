"""One code on two incidents, and one row of a list twice.

Codes are given by hand. Where one stands on two rows of a list, either the
incident was entered twice, and its people are tallied twice, or two incidents
share a code, and whoever cites it cites both.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from untold.claims.account import Account
from untold.incidents.official.answers import is_statement
from untold.incidents.official.vicinity import is_log_line
from untold.incidents.places.distance import distance_km
from untold.incidents.places.precision import radius_km
from untold.reports.report import Passage
from untold.tallies.checks.dates import said, span_of
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import account_passages, counted

_APART_KM = 25.0  # beyond what both places leave open: another town
_APART_DAYS = 3  # between the two dates
_MOST = 8  # bearers of one code that are laid beside each other
_PEOPLE = 3  # killed and injured in all: two rows of one or two people are alike by chance


def check_codes(record: WholeRecord) -> Iterator[Finding]:
    """Yield each code of one source that is on two incidents far apart, or on two rows that are one."""
    bearers: dict[tuple[str, str], list[Account]] = {}
    for account in record.accounts.values():
        if not is_statement(account):  # several statements answer one incident, and give its code
            for code in account.codes[:1]:
                bearers.setdefault((account.source.id or account.source.name, code), []).append(account)
    for (source, code), accounts in bearers.items():
        for one, other in combinations(accounts[:_MOST], 2):
            if _are_one_incident(record, one, other):
                continue
            apart = _apart(one, other)
            if apart is not None:
                yield _two_incidents(record, source, code, (one, other), apart)
            elif one.report == other.report or _list_of(one) == _list_of(other):
                yield _row_twice(record, (one, other), f"{one.id} and {other.id} bear one code, {code}, and one day")


def check_rows(record: WholeRecord) -> Iterator[Finding]:
    """Yield the rows of one list that are the same in day, place, parties and every number, in two incidents."""
    alike: dict[object, list[Account]] = {}
    for account in record.accounts.values():
        if account.claims and not is_log_line(account) and not is_statement(account):
            alike.setdefault((_list_of(account), account.date, account.place), []).append(account)
    for accounts in alike.values():
        for one, other in combinations(accounts[:_MOST], 2):
            is_new = one.codes[:1] != other.codes[:1] or not one.codes
            if is_new and not _are_one_incident(record, one, other) and _say_the_same(record, one, other):
                said_of = f"{one.id} and {other.id} are the same in day, place, parties and every number"
                yield _row_twice(record, (one, other), said_of)


def _list_of(account: Account) -> str:
    return account.id.partition(":")[0]


def _are_one_incident(record: WholeRecord, one: Account, other: Account) -> bool:
    first, second = record.incident_of.get(one.id), record.incident_of.get(other.id)
    return first is not None and second is not None and first.code == second.code


def _apart(one: Account, other: Account) -> tuple[float, str, str] | None:
    """Return by how much two bearers of a code miss each other, its unit and in words; null where they may be one."""
    first, second = span_of(one.date), span_of(other.date)
    if first is not None and second is not None:
        days = max(first[0] - second[1], second[0] - first[1])
        if days > _APART_DAYS:
            return days, "days", f"{said(one.date)} and {said(other.date)}, {days:,} days apart"
    a, b = one.place, other.place
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    kilometres = distance_km(a.lat, a.lon, b.lat, b.lon) - _open_km(one) - _open_km(other)
    if kilometres > _APART_KM:
        names = f"{a.name or one.id} and {b.name or other.id}"
        return round(kilometres, 1), "kilometres", f"{names}, {kilometres:.0f} km apart beyond what they leave open"
    return None


def _open_km(account: Account) -> float:
    return radius_km(account.place.precision or "town")


def _two_incidents(
    record: WholeRecord, source: str, code: str, pair: tuple[Account, Account], apart: tuple[float, str, str]
) -> Finding:
    one, other = pair
    found = Finding(
        "",
        "code_far_apart",
        "warning",
        f"{code} of {source} is on {one.id} and {other.id}: {apart[2]}.",
        accounts=(one.id, other.id),
        stated=code,
        residual=apart[0],
        unit="days" if apart[1] == "days" else "kilometres",
        passages=_shown(record, pair, "period" if apart[1] == "days" else "places"),
    )
    return identified(found, one.id, other.id, code, apart[0])


def _row_twice(record: WholeRecord, pair: tuple[Account, Account], what: str) -> Finding:
    one, other = pair
    claims = [claim for account in pair for claim in record.claims_of(account)]
    people = "; ".join(", ".join(str(claim.count) for claim in record.claims_of(each)) or "no number" for each in pair)
    found = Finding(
        "",
        "row_twice",
        "warning",
        f"{what} ({said(one.date)}, {one.place.name or 'no place'}): {people}.",
        claims=tuple(claim.id for claim in claims),
        accounts=(one.id, other.id),
        passages=(*_shown(record, pair, "period"), *counted(claims)),
    )
    return identified(found, one.id, other.id, said(one.date), people)


def _shown(record: WholeRecord, accounts: Sequence[Account], field: str) -> tuple[Passage, ...]:
    return tuple(passage for each in accounts for passage in account_passages(record, each, field))


def _say_the_same(record: WholeRecord, one: Account, other: Account) -> bool:
    """Return whether two accounts say the same of people, and of enough of them not to be alike by chance."""
    first, second = ([(each.rule, each.count) for each in record.claims_of(account)] for account in (one, other))
    people = sum(count.low or count.stated or 0 for _, count in first)
    is_told_alike = one.text == other.text
    return first == second and one.attributed_to == other.attributed_to and is_told_alike and people >= _PEOPLE
