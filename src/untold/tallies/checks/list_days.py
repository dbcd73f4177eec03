"""The days that a list prints about its own entries: when each was published, and when its source was.

UCDP prints the day of the article that an event is taken from, ACLED the
second in which a row was changed, Airwars the day of a page. An incident after
such a day was told before it happened.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.claims.columns.days import day_of
from untold.reports.lists import Entry, Header, ListReport, Row, column_key, headed, header_of
from untold.reports.report import Passage, Report
from untold.tallies.checks.whole_record import ListDay

# By layout, the columns whose day no incident of the row can be after.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "airwars": ("published", "post_published", "modified", "post_modified"),
    "ucdp": ("source_date",),
    "acled": ("timestamp",),
}
_SEVERAL = re.compile(r"[;|]")
_SECONDS = re.compile(r"1\d{9}")


def list_days(
    report: Report,
    layout: str,
    accounts: Iterable[Account],
    claims: Mapping[str, Claim],
    reopen: Callable[[], ListReport],
) -> Mapping[str, tuple[ListDay, ...]]:
    """Return, by account, the latest day that each such column of its row gives; accounts without a claim have none.

    A delimited file's header is the first line of its text, which is all that
    is needed; of any other list the capture is read again, by `reopen`.
    """
    head, _, _ = report.text.partition("\n")
    header = header_of(head.split("\t"))
    if not any(column in header for column in COLUMNS[layout]):
        return _of_rows(reopen(), layout, accounts, claims)
    places = [header.places[column_key(column)] for column in COLUMNS[layout] if column in header]
    found: dict[str, tuple[ListDay, ...]] = {}
    for account in accounts:
        claim = _first(account, claims)
        days = () if claim is None else tuple(_of_line(report, header, places, claim.quote.start))
        if days:
            found[account.id] = days
    return found


def _first(account: Account, claims: Mapping[str, Claim]) -> Claim | None:
    return next((claims[each] for each in account.claims if each in claims), None)


def _of_line(report: Report, header: Header, places: Sequence[int], at: int) -> Iterator[ListDay]:
    """Yield the days of the line in which a claim stands."""
    start = report.text.rfind("\n", 0, at) + 1
    end = report.text.find("\n", at)
    cells = report.text[start : end if end >= 0 else len(report.text)].split("\t")
    for place in places:
        if place < len(cells) and (day := _latest(cells[place])) is not None:
            first = start + sum(map(len, cells[:place])) + place
            passage = Passage(report.id, first, first + len(cells[place]), cells[place])
            yield ListDay(header.names[place].replace("_", " "), day, passage)


def _of_rows(
    listed: ListReport, layout: str, accounts: Iterable[Account], claims: Mapping[str, Claim]
) -> Mapping[str, tuple[ListDay, ...]]:
    rows = sorted(_rows(listed), key=lambda pair: pair[0].start)
    starts = [row.start for row, _ in rows]
    found: dict[str, tuple[ListDay, ...]] = {}
    for account in accounts:
        claim = _first(account, claims)
        at = -1 if claim is None else bisect_right(starts, claim.quote.start) - 1
        if claim is not None and at >= 0 and claim.quote.start <= rows[at][0].end:
            days = tuple(_days(listed, Entry(*rows[at]), COLUMNS[layout]))
            if days:
                found[account.id] = days
    return found


def _rows(listed: ListReport) -> Iterator[tuple[Row, Header]]:
    for sheet in listed.sheets:
        found = headed(sheet)
        if found is not None:
            yield from ((row, found[0]) for row in found[1])


def _days(listed: ListReport, entry: Entry, columns: Sequence[str]) -> Iterator[ListDay]:
    for column in columns:
        cell = entry.cell(column)
        passage = None if cell is None else listed.passage(cell)
        day = None if passage is None else _latest(passage.text)
        if day is not None and passage is not None:
            yield ListDay(column.replace("_", " "), day, passage)


@lru_cache(maxsize=65536)
def _latest(words: str) -> str | None:
    """Return the latest of the days that a cell gives, or null where one of them is no day.

    >>> _latest("2016-03-14;2016-03-16"), _latest("1609459200"), _latest("2016-03-14;soon")
    ('2016-03-16', '2021-01-01', None)
    """
    days = [_day(each.strip()) for each in _SEVERAL.split(words) if each.strip()]
    known = [each for each in days if each is not None]
    return max(known) if known and len(known) == len(days) else None


def _day(words: str) -> str | None:
    if _SECONDS.fullmatch(words):
        return datetime.fromtimestamp(int(words), UTC).date().isoformat()
    return day_of(words[:10]) or day_of(words)
