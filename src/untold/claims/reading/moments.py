"""A time expression as the reader holds it: its period, what it speaks for, and where its words stand.

What a date alone cannot tell is kept beside it: whether it takes up a window
told before, and whether a running total may start from it.
"""

from datetime import date, timedelta
from typing import Literal

import msgspec

from untold.claims.claim import Period, Precision, Scope
from untold.claims.reading.tokens import Token

_HOURS_OF_DAY = 24
_DAYS_OF_WEEK = 7
_FIRST_MONTH = 12  # months counted from the year 0: January of the year 1


class When(msgspec.Struct, frozen=True, gc=False):
    """A time expression: its period, the kind of scope it speaks for, and its tokens from `start` up to `end`."""

    period: Period
    scope: Scope | None  # None: a day or a month, which an event or a window may have
    start: int
    end: int
    dates_a_start: bool = False  # it says when a war or operation began
    from_a_date: bool = False  # "since January": a running total only where a war began then
    takes_up: Literal["date", "window"] | None = None  # "since then", "in the same month": told before
    noun: str = ""  # "since the war began": which event, in the text's words


def precision_of(value: str | None) -> Precision | None:
    """Return how precise an ISO prefix is."""
    return None if value is None else "year" if len(value) == 4 else "month" if len(value) == 7 else "day"  # noqa: PLR2004 (ISO prefixes)


def words_of(tokens: list[Token], start: int, end: int) -> str:
    """Return the words of an expression; the reader replaces them by the report's own."""
    return " ".join(token.word for token in tokens[start:end])


def before(day: date, count: int, unit: str) -> date:
    """Return the day that many hours, days, weeks, months or years before another."""
    if unit in ("month", "year"):
        months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
        return date.min if months < _FIRST_MONTH else _clipped(months // 12, months % 12 + 1, day.day)
    of_hours = (count + _HOURS_OF_DAY - 1) // _HOURS_OF_DAY
    days = {"hour": of_hours, "day": count, "week": count * _DAYS_OF_WEEK}[unit]
    return day - timedelta(days=min(days, day.toordinal() - 1))


def prefix(day: date, precision: str) -> str:
    """Return a day as an ISO prefix: its year, its month, or the whole of it."""
    return day.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]


def _clipped(year: int, month: int, day: int) -> date:
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
