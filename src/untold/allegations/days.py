"""The days of a review: ISO prefixes laid on a calendar, a month where only a month is known, never a guess.

A report says "in March", a person writes "2017-03-05", a list gives a year.
What is known by a day, and how many days lie between two, can be told of some
of them and not of others.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

_MONTH = len("2017-03")
_DAY = len("2017-03-05")


def first_day(prefix: str) -> date:
    """Return the first day that an ISO prefix may mean.

    >>> first_day("2017-03").isoformat()
    '2017-03-01'
    """
    return date.fromisoformat(f"{prefix}-01-01"[:_DAY])


def last_day(prefix: str) -> date:
    """Return the last day that an ISO prefix may mean.

    >>> last_day("2017-02").isoformat(), last_day("2017").isoformat()
    ('2017-02-28', '2017-12-31')
    """
    if len(prefix) == _DAY:
        return date.fromisoformat(prefix)
    year, month = int(prefix[:4]), int(prefix[5:] or 12)
    return date(year, month, monthrange(year, month)[1])


def is_by(prefix: str, day: str) -> bool:
    """Return whether an ISO prefix is a day or earlier whichever of its days it means; `day` is an ISO date.

    >>> is_by("2017-03", "2017-03-30"), is_by("2017-03", "2017-03-31")
    (False, True)
    """
    return last_day(prefix) <= date.fromisoformat(day)


def month_of(prefix: str | None) -> str | None:
    """Return the month of an ISO prefix, null for a year alone and for nothing.

    >>> month_of("2017-03-05"), month_of("2017")
    ('2017-03', None)
    """
    return prefix[:_MONTH] if prefix is not None and len(prefix) >= _MONTH else None


def days_from(start: str | None, end: str | None) -> int | None:
    """Return the days from one day to another, null where either is not known to the day.

    >>> days_from("2017-03-05", "2017-04-05"), days_from("2017-03", "2017-04-05")
    (31, None)
    """
    if start is None or end is None or len(start) != _DAY or len(end) != _DAY:
        return None
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def months_from(first: str, last: str) -> Iterator[str]:
    """Yield the months from one to another, both among them.

    >>> list(months_from("2017-11", "2018-02"))
    ['2017-11', '2017-12', '2018-01', '2018-02']
    """
    year, month = int(first[:4]), int(first[5:7])
    while f"{year:04}-{month:02}" <= last[:_MONTH]:
        yield f"{year:04}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004 (December)


def month_before(month: str) -> str:
    """Return the month before a month, both as ISO prefixes.

    >>> month_before("2018-01")
    '2017-12'
    """
    year, number = int(month[:4]), int(month[5:7])
    return f"{year - 1:04}-12" if number == 1 else f"{year:04}-{number - 1:02}"
