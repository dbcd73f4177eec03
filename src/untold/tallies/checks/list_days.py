"""The days that a list prints about its own entries: when each was published, and when its source was.

UCDP prints the day of the article that an event is taken from, ACLED the
second in which a row was changed, Airwars the day of a page. An incident after
such a day was told before it happened.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.claims.columns.days import day_of
from untold.reports.lists import Entry, Header, ListReport, Row, headed
from untold.tallies.checks.whole_record import ListDay

# By layout, the columns whose day no incident of the row can be after. Not "modified" of Airwars: a page is changed for
# years, and only its first day would tell anything.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "airwars": ("published", "post_published"),
    "ucdp": ("source_date",),
    "acled": ("timestamp",),
}
_SEVERAL = re.compile(r"[;|]")
_SECONDS = re.compile(r"1\d{9}")


def list_days(
    listed: ListReport, layout: str, accounts: Iterable[Account], claims: Mapping[str, Claim]
) -> Mapping[str, tuple[ListDay, ...]]:
    """Return, by account, the latest day that each such column of its row gives; accounts without a claim have none."""
    rows = sorted(_rows(listed), key=lambda pair: pair[0].start)
    starts = [row.start for row, _ in rows]
    found: dict[str, tuple[ListDay, ...]] = {}
    for account in accounts:
        claim = next((claims[each] for each in account.claims if each in claims), None)
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
