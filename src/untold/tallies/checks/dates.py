"""Days of the record as numbers, so that a hundred thousand of them can be laid beside each other.

A date is an ISO prefix and a month has a first and a last day. Whoever asks
whether one day is after another must ask it of the right end.
"""

from datetime import date, timedelta
from functools import lru_cache

from untold.claims.account import AccountDate

_MONTH, _DAY = 7, 10  # letters of an ISO prefix
_LONGEST_MONTH = 31


@lru_cache(maxsize=65536)
def days_in(prefix: str | None) -> tuple[int, int] | None:
    """Return the first and the last day of an ISO prefix, counted from 1 January of year 1; null for no date.

    >>> days_in("2016-02")
    (735995, 736023)
    >>> days_in("2106-02-30") is None
    True
    """
    if not prefix:
        return None
    try:
        if len(prefix) >= _DAY:
            day = date.fromisoformat(prefix[:_DAY]).toordinal()
            return day, day
        year, month = int(prefix[:4]), int(prefix[5:7]) if len(prefix) == _MONTH else None
        first = date(year, month or 1, 1)
        following = date(year, month or 12, 1) + timedelta(days=_LONGEST_MONTH)
        return first.toordinal(), following.replace(day=1).toordinal() - 1
    except (ValueError, OverflowError):
        return None


def span_of(when: AccountDate) -> tuple[int, int] | None:
    """Return the first and the last day on which an account's incident may have been, or null where it gives none."""
    first, last = days_in(when.start or when.end), days_in(when.end or when.start)
    return None if first is None or last is None else (first[0], last[1])


def iso(day: int) -> str:
    """Return a day's number as an ISO date.

    >>> iso(days_in("2016-03-14")[0])
    '2016-03-14'
    """
    return date.fromordinal(day).isoformat()


def said(when: AccountDate) -> str:
    """Return an account's date as a person reads it.

    >>> said(AccountDate("2016-03-14", "2016-03-16", "days"))
    '2016-03-14 to 2016-03-16'
    """
    ends = [each for each in (when.start, when.end) if each]
    return " to ".join(dict.fromkeys(ends)) or "no date"


def years_apart(one: str, other: str) -> int | None:
    """Return by how many years two days differ that have one day and month, or a neighbor of it; else null.

    >>> years_apart("2016-03-14", "2017-03-15"), years_apart("2016-03-14", "2016-05-14")
    (1, None)
    """
    first, second = days_in(one), days_in(other)
    if first is None or second is None or first[0] != first[1] or second[0] != second[1]:
        return None
    near = (date.fromordinal(second[0] + shift) for shift in (0, -1, 1) if second[0] + shift > 0)
    day = date.fromordinal(first[0])
    years = next((day.year - each.year for each in near if (each.month, each.day) == (day.month, day.day)), None)
    return abs(years) if years else None
