"""Dates as pages print them, read into ISO prefixes with the precision they have.

"July 2016" stays a month and 3/4/2016, which is March or April, stays a year:
a date made more precise than its words would move a claim's window.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from untold.reports.page_words import alternatives, date_words

_MONTH = rf"(?:{alternatives(date_words().months)})"
_YEAR = r"(?:19|20)\d\d"
# The names of the groups say how to read a date.
_FROM_DIGIT = re.compile(
    rf"(?P<iso>{_YEAR}[-/.]\d\d?[-/.]\d\d?)(?!\d)"
    rf"|(?P<dmy>\d\d?(?:st|nd|rd|th)?(?: of)?[ .\-\u00a0]{{1,2}}{_MONTH}\b\.?,?[ \-\u00a0]{{1,2}}"
    rf"'?(?:{_YEAR}|\d\d)(?![\d:]))"
    rf"|(?P<numeric>\d\d?(?P<mark>[./-])\d\d?(?P=mark){_YEAR})(?!\d)",
    re.IGNORECASE,
)
_FROM_MONTH = re.compile(
    rf"(?P<mdy>{_MONTH}\.?[ \u00a0]\d\d?(?:st|nd|rd|th)?,?[ \u00a0]?{_YEAR})(?!\w)"
    rf"|(?P<month>{_MONTH}\.?,?[ \u00a0]{_YEAR})(?!\w)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9]+")
_MONTH_BEFORE = re.compile(rf"(?<!\w){_MONTH}\.?,?[ \u00a0]$", re.IGNORECASE)
_MONTH_ENDS = frozenset(name[-2:] for name in date_words().months)
_LONGEST_MONTH = 16
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(_MONTH, re.IGNORECASE)
# Wires of the twentieth century write two digits: 70 to 99 are 1970 to 1999, 00 to 69 are 2000 to 2069.
_CENTURY_TURNS = 70
_MONTHS_IN_YEAR = 12


class FoundDate(NamedTuple):
    """A date in a text: its ISO prefix and the offsets of its words."""

    value: str
    start: int
    end: int


def dates_in(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundDate]:
    """Yield the dates between two offsets, in order; what no calendar holds is passed over.

    >>> [found.value for found in dates_in("Published July 2 2016, updated 03.07.2016; 3 JAN 90")]
    ['2016-07-02', '2016-07-03', '1990-01-03']
    """
    stop = len(text) if end is None else end
    position = start
    while digits := _DIGITS.search(text, position, stop):
        match = _date_around(text, digits.start(), start, stop)
        position = max(digits.end(), match.end()) if match else digits.end()
        if match is None:
            continue
        kind = "numeric" if match.lastgroup == "mark" else match.lastgroup
        value = _read(kind or "", match.group())
        if value:
            yield FoundDate(value, match.start(), match.end())


def _date_around(text: str, digit: int, start: int, stop: int) -> re.Match[str] | None:
    """Return the date that begins at a digit, or at the month's name before it."""
    match = _FROM_DIGIT.match(text, digit, stop)
    if match:
        return match
    earliest = max(start, digit - _LONGEST_MONTH)
    before = text[earliest:digit]
    may_be_month = before.rstrip(" \u00a0.,")[-2:].lower() in _MONTH_ENDS  # most words before a number are none
    name = _MONTH_BEFORE.search(before) if may_be_month else None
    return _FROM_MONTH.match(text, earliest + name.start(), stop) if name else None


def iso_date(words: str) -> str | None:
    """Return the ISO prefix of the first date in some words, or null.

    >>> iso_date("2016-03-23T10:00:00+03:00"), iso_date("3/4/2016"), iso_date("soon")
    ('2016-03-23', '2016', None)
    """
    return next((found.value for found in dates_in(words[:200])), None)


def is_iso_prefix(value: str) -> bool:
    """Return whether a value is a year, a month or a day as ISO writes them.

    >>> is_iso_prefix("2016-03"), is_iso_prefix("2016-3"), is_iso_prefix("2016-02-30")
    (True, False, False)
    """
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value) is None:
        return False
    year, month, day = ([int(part) for part in value.split("-")] + [1, 1])[:3]
    return _is_day(year, month, day)


def _read(kind: str, words: str) -> str | None:
    numbers = [int(number) for number in _NUMBER.findall(words)]
    if kind == "iso":
        return _iso(*numbers)
    if kind == "numeric":
        return _numeric(numbers, words)
    name = _NAME.search(words)
    month = date_words().months[name.group().lower()] if name else 0
    if kind == "month":
        return f"{numbers[0]:04}-{month:02}"
    # "Apr 23,2017" loses its comma in some copies: the last four digits are the year.
    day, year = numbers if len(numbers) > 1 else divmod(numbers[0], 10_000)
    if year < 100:  # noqa: PLR2004 - two digits
        year += 1900 if year >= _CENTURY_TURNS else 2000
    return _iso(year, month, day)


def _numeric(numbers: list[int], words: str) -> str | None:
    """Return a date of three numbers: dots and hyphens are day first, slashes only where a number above 12 says so."""
    first, second, year = numbers
    if "/" not in words:
        return _iso(year, second, first) or _iso(year, first, second)
    if first == second or first > _MONTHS_IN_YEAR:
        return _iso(year, second, first)
    if second > _MONTHS_IN_YEAR:
        return _iso(year, first, second)
    return f"{year:04}" if first and second else None


def _iso(year: int, month: int, day: int) -> str | None:
    return f"{year:04}-{month:02}-{day:02}" if _is_day(year, month, day) else None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
