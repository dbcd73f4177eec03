"""Two days as one date: from the first to the last on which it can have happened, and how exactly.

Source: UCDP GED codebook, `date_prec`: a day; two to six days; a week; a
month; more than that.
"""

from calendar import monthrange
from datetime import date

from untold.claims.account import AccountDate, DatePrecision
from untold.claims.columns.cells import Cells

_WEEK = 7
_LONGEST_MONTH = 31


def span_of(start: str | None, end: str | None, *, time_of_day: str | None = None) -> AccountDate:
    """Return the date of two ISO prefixes; one alone is both, and a prefix of a month or a year is all its days.

    >>> span_of("2016-03-14", "2016-03-16").precision, span_of("2016-03", None).end
    ('days', '2016-03-31')
    >>> span_of(None, None)
    AccountDate(start=None, end=None, precision=None, time_of_day=None)
    """
    first = start or end
    last = end or start
    if first is None or last is None:
        return AccountDate(time_of_day=time_of_day)
    days = (_last_day(last) - _first_day(first)).days + 1
    return AccountDate(_first_day(first).isoformat(), _last_day(last).isoformat(), _precision(days), time_of_day)


def runs_backwards(start: str | None, end: str | None) -> bool:
    """Return whether the last day stands before the first."""
    return start is not None and end is not None and _last_day(end) < _first_day(start)


def span_in(
    cells: Cells, columns: tuple[str, str], days: tuple[str | None, str | None], *, time_of_day: str | None = None
) -> AccountDate:
    """Return the date of the days that were read from two columns; a last day before the first refuses the row."""
    start, end = days
    if runs_backwards(start, end):
        cells.refuse(columns[1], f"a day on or after the {columns[0]}, {start}")
        return AccountDate()
    return span_of(start, end, time_of_day=time_of_day)


def _precision(days: int) -> DatePrecision:
    if days == 1:
        return "day"
    if days < _WEEK:
        return "days"
    return "week" if days == _WEEK else "month" if days <= _LONGEST_MONTH else "year"


def _first_day(prefix: str) -> date:
    year, month, day = ([int(part) for part in prefix.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def _last_day(prefix: str) -> date:
    year, month, day = ([int(part) for part in prefix.split("-")] + [0, 0])[:3]
    return date(year, month or 12, day or monthrange(year, month or 12)[1])
