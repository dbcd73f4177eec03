"""Days that cannot be, or that nobody wrote: of the future, of a machine's calendar, of a year all alone, backwards.

One digit makes 2016 of 2106, and an empty cell becomes the first day of 1970.
Such a day is outside every window that anybody asks for, so the people of its
incident silently disappear from every tally.
"""

from collections.abc import Iterable, Iterator

from untold.claims.account import Account
from untold.claims.claim import CELLS_READER, Claim
from untold.tallies.checks.dates import days_in, iso, said, span_of
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.record import number_passage
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import account_passages, field_passages
from untold.tallies.wording import who

# Where the calendars of programs begin or end: Unix (and its eve, west of Greenwich), Excel of both kinds, Windows,
# .NET and databases, and the ends of signed and unsigned 32-bit time.
DEFAULTS = {
    "1970-01-01": "the first day that Unix knows",
    "1969-12-31": "the eve of the first day that Unix knows",
    "1899-12-30": "day 0 of a spreadsheet",
    "1899-12-31": "day 0 of a spreadsheet",
    "1900-01-01": "the first day of a spreadsheet",
    "1904-01-01": "the first day of a spreadsheet",
    "1601-01-01": "the first day that Windows knows",
    "0001-01-01": "the first day that .NET knows",
    "2038-01-19": "the last day of signed 32-bit time",
    "2106-02-07": "the last day of 32-bit time",
    "9999-12-31": "the last day of a database",
}
_LONELY_YEARS = 10  # from any other day of the list: no gap in a list of one war is so long
_FEW = 0.01  # of a list's accounts; beyond that it is a list of two times
_ENOUGH = 20  # accounts of a list, below which nothing is usual


def check_future(record: WholeRecord) -> Iterator[Finding]:
    """Yield every account, window and publication that begins after today."""
    today = days_in(record.today)
    if today is None:
        return
    for account in (*record.accounts.values(), *record.snapshots.values()):
        span = span_of(account.date)
        if span is not None and span[0] > today[0] and account.date.start not in DEFAULTS:
            yield _ahead(record, span[0], f"{account.id} is dated {said(account.date)}", account)
    for claim in record.claims.values():
        start = _window_start(claim)
        if start is not None and start > today[0]:
            yield _claim_ahead(record, claim, start)
    for report in record.reports.values():
        published = days_in(report.published)
        if published is not None and published[0] > today[0] + 1:
            message = f"the report says that it was published on {report.published}, after {record.today}."
            found = Finding("", "date_in_future", "error", message, stated=report.published, expected=record.today)
            yield identified(found, report.id, report.published)


def check_defaults(record: WholeRecord) -> Iterator[Finding]:
    """Yield every account dated on a day at which some program's calendar begins or ends."""
    for account in record.accounts.values():
        why = DEFAULTS.get(account.date.start or "")
        if why is not None:
            message = f"{account.id} is dated {said(account.date)}, {why}; an empty date may have become this one."
            found = Finding(
                "",
                "default_date",
                "warning",
                message,
                accounts=(account.id,),
                stated=account.date.start,
                passages=account_passages(record, account, "period"),
            )
            yield identified(found, account.id, account.date.start)


def check_lone_years(record: WholeRecord) -> Iterator[Finding]:
    """Yield the accounts of a list, one of a hundred at most, that lie ten years or more from all others."""
    today = int(record.today[:4])
    for accounts in _lists(record.accounts.values()):
        dated = sorted(
            (int(each.date.start[:4]), each.id) for each in accounts if each.date.start and span_of(each.date)
        )
        dated = [each for each in dated if each[0] <= today]  # the future is another rule's
        groups = _years_together(dated)
        largest = max(groups, key=len, default=[])
        if len(dated) < _ENOUGH or len(largest) < len(dated) / 2:
            continue
        for group in groups:
            if group is not largest and len(group) <= max(len(dated) * _FEW, 1):
                yield from (_lone(record, each, largest) for _, each in group)


def check_backwards(record: WholeRecord) -> Iterator[Finding]:
    """Yield every date of an account and every window of a claim that ends before it begins."""
    for account in record.accounts.values():
        if _is_backwards(account.date.start, account.date.end):
            message = f"{account.id} ends on {account.date.end}, before it begins, on {account.date.start}."
            found = Finding(
                "",
                "dates_backwards",
                "error",
                message,
                accounts=(account.id,),
                stated=account.date.end,
                expected=account.date.start,
                passages=account_passages(record, account, "period"),
            )
            yield identified(found, account.id, account.date.start, account.date.end)
    for claim in record.claims.values():
        period = claim.period
        if claim.id not in record.account_of and _is_backwards(period.start, period.end):
            message = f"{who(claim)}: the window ends on {period.end}, before it begins, on {period.start}."
            found = Finding(
                "",
                "dates_backwards",
                "error",
                message,
                claims=(claim.id,),
                stated=period.end,
                expected=period.start,
                passages=field_passages(claim, "period") or (claim.quote,),
            )
            yield identified(found, claim.id, period.start, period.end)


def _ahead(record: WholeRecord, first: int, what: str, account: Account) -> Finding:
    today = days_in(record.today) or (first, first)
    found = Finding(
        "",
        "date_in_future",
        "error",
        f"{what}, after {record.today}.",
        accounts=(account.id,),
        stated=iso(first),
        expected=record.today,
        residual=first - today[0],
        unit="days",
        passages=account_passages(record, account, "period"),
    )
    return identified(found, account.id, iso(first))


def _claim_ahead(record: WholeRecord, claim: Claim, start: int) -> Finding:
    found = Finding(
        "",
        "date_in_future",
        "error",
        f"{who(claim)} are counted for {iso(start)}, after {record.today}.",
        claims=(claim.id,),
        stated=iso(start),
        expected=record.today,
        passages=(number_passage(claim), *field_passages(claim, "period")),
    )
    return identified(found, claim.id, iso(start))


def _window_start(claim: Claim) -> int | None:
    """Return the first day of a window that a text counts; null for one incident, and for what nobody asserts."""
    is_counted = claim.scope != "incident" and claim.modality not in {"hypothetical", "retracted"}
    if not is_counted or claim.state == "rejected" or claim.reader == CELLS_READER:
        return None
    days = days_in(claim.period.start)
    return None if days is None else days[0]


def _is_backwards(start: str | None, end: str | None) -> bool:
    first, last = days_in(start), days_in(end)
    return first is not None and last is not None and last[1] < first[0]


def _lists(accounts: Iterable[Account]) -> Iterable[list[Account]]:
    """Return the accounts of each list: those whose id begins with the list's slug and not with a report's id."""
    lists: dict[str, list[Account]] = {}
    for account in accounts:
        slug = account.id.partition(":")[0]
        if slug != account.report and account.date.start not in DEFAULTS:
            lists.setdefault(slug, []).append(account)
    return lists.values()


def _years_together(dated: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    groups: list[list[tuple[int, str]]] = []
    for each in dated:
        if groups and each[0] - groups[-1][-1][0] < _LONELY_YEARS:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _lone(record: WholeRecord, identity: str, usual: list[tuple[int, str]]) -> Finding:
    account = record.accounts[identity]
    first, last = usual[0][0], usual[-1][0]
    year = int((account.date.start or "0")[:4])
    found = Finding(
        "",
        "lone_year",
        "warning",
        f"{identity} is dated {said(account.date)}; the other days of its list are of {first} to {last}.",
        accounts=(identity,),
        stated=year,
        expected=f"{first} to {last}",
        residual=first - year if year < first else year - last,
        unit="years",
        passages=account_passages(record, account, "period"),
    )
    return identified(found, identity, account.date.start)
