"""On which days the incident of a line was, as printed, a slip of the pen included.

A line prints other days too: of the list that it corrects, of the review, of
an earlier finding. A day is the incident's where its place stands beside it,
or where it opens the line.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from untold.claims.official_statements.flat import Flat, Told, spelled
from untold.claims.official_statements.naming import names_follow
from untold.claims.official_statements.wordings import listed, small_words

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = r"jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
_MONTH = rf"(?P<month>{_NAMES})[a-z]{{0,7}}\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DASH = r" ?(?:-|\u2013|to|and|&|through) ?"
_DATE = re.compile(rf"\b{_MONTH} {_DAY},? ?(?P<year>\d{{4}})\b", re.IGNORECASE)
# "June 3-4, 2017", "between June 1 and June 5, 2017", "Dec. 28, 2016 and Jan. 3, 2017": from the first to the last.
_SOME_DAYS = re.compile(
    rf"\b{_MONTH} {_DAY}(?:, ?(?P<first_year>\d{{4}}))?{_DASH}"
    rf"(?:(?P<last_month>(?:{_NAMES})[a-z]{{0,7}})\.? )?"
    r"(?P<last>\d{1,2})(?:st|nd|rd|th)?,? ?(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(rf"\b{_DAY} (?:of )?{_MONTH},? (?P<year>\d{{2}}(?:\d{{2}})?)\b", re.IGNORECASE)
_DAYS_FIRST = re.compile(
    rf"\b{_DAY}{_DASH}(?P<last>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>\d{{4}})\b", re.IGNORECASE
)
_IN_DIGITS = re.compile(r"(?<![\d/-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d/-])")
# "3. On", "(11.)", "* On or about" before a line's date.
_OPENING = re.compile(
    rf"[ \"'(\u2022*\u00b7\u2013-]*(?:\(?\d{{1,3}}[.)]+ )?[\"'(]?(?:(?:{small_words('opening')}) )?", re.IGNORECASE
)
# "strikes in Karm on 5 July 2017": the place stands before its day.
_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|at) (?:[A-Z'][\w'-]* ){1,4}(?:on|between) $|\b(?:in|near|at) [^.,]{3,40}, \w+,? (?:on|between) $"
)
_PATTERNS = (_SOME_DAYS, _DAYS_FIRST, _DATE, _DAY_FIRST, _IN_DIGITS)
_WIDTH = 120  # letters in which a place stands before its date
_WEEK = 7
# Days of the list itself, not of the incident: "published 22 January 2016", "the Nov. 9, 2016, ... press release".
_OF_THE_LIST = re.compile(
    r"\b(?:published|released|stated|dated|updated|issued|listed)(?: on| in)?(?: the| our)? $|\bas of $", re.IGNORECASE
)
_RELEASE_AFTER = re.compile(r"[^.:]{0,50}\b(?:press release|news release|monthly report)\b", re.IGNORECASE)
_BEFORE = 24  # letters that such words take


def days_in(flat: Flat) -> list[Told[str]]:
    """Return the days of the incident as ISO dates, each with the letters of the date that gives it.

    >>> from untold.claims.official_statements.flat import flatten
    >>> [day.value for day in days_in(flatten("June 3-4, 2017, near Karm, Syria: no strikes."))]
    ['2017-06-03', '2017-06-04']
    """
    return [Told(day, *found.span()) for found in _dates(flat) for day in _days(found)]


def _dates(flat: Flat) -> Iterator[re.Match[str]]:
    """Yield the incident's dates from left to right; of two readings that overlap, the longer."""
    text = flat.text
    found = [each for pattern in _PATTERNS for each in pattern.finditer(text)]
    found += _in_arabic().finditer(flat.low)
    last = 0
    for each in sorted(found, key=lambda one: (one.start(), -one.end())):
        if each.start() >= last and not _is_of_the_list(text, each) and _dates_incident(text, each):
            yield each
            last = each.end()


def _days(found: re.Match[str]) -> Iterator[str]:
    """Yield the day of a date, or each of some days, of which there are no more than a week's."""
    parts = found.groupdict()
    year = parts["year"]
    first = _iso(parts["month"], parts["day"], parts.get("first_year") or year)
    last = _iso(parts.get("last_month") or parts["month"], parts["last"], year) if parts.get("last") else first
    if first is None or last is None:
        return
    start = date.fromisoformat(first)
    for n in range(min((date.fromisoformat(last) - start).days, _WEEK) + 1):
        yield (start + timedelta(days=n)).isoformat()


def _dates_incident(text: str, found: re.Match[str]) -> bool:
    before = text[max(found.start() - _WIDTH, 0) : found.start()]
    return (
        names_follow(text, found.end())
        or (found.start() < _WIDTH and bool(_OPENING.fullmatch(before)))
        or bool(_PLACE_BEFORE.search(before))
    )


def _iso(month: str, day: str, year: str) -> str | None:
    """Return a date as ISO, or null for a day that no calendar has; a year no one has lived in is kept."""
    whole_year = int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 ("29 Sep 14")
    try:
        return date(whole_year, month_number(month), int(day)).isoformat()
    except ValueError:
        return None


def month_number(word: str) -> int:
    """Return the number of a month: of its digits, its English name or short form, or its Arabic name.

    >>> month_number("Sept"), month_number("03")
    (9, 3)
    """
    if word.isdecimal():
        return int(word)
    arabic = _arabic_months().get(spelled(word))
    return arabic if arabic is not None else _MONTHS.index(word[:3].lower()) + 1


@cache
def _arabic_months() -> dict[str, int]:
    return {spelled(name): int(number) for number, names in listed().arabic_months.items() for name in names}


@cache
def _in_arabic() -> re.Pattern[str]:
    """Return the pattern of "31 May 2016" in Arabic, with one name of the month or both, in one spelling of letters."""
    names = "|".join(sorted(_arabic_months(), key=len, reverse=True))
    return re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}}) (?:\u0645\u0646 )?(?P<month>{names})(?: ?/ ?(?:{names}))?,? "
        r"(?:\u0639\u0627\u0645 |\u0633\u0646\u0647 )?(?P<year>\d{4})\b"
    )


def _is_of_the_list(text: str, found: re.Match[str]) -> bool:
    before = text[max(found.start() - _BEFORE, 0) : found.start()]
    return bool(_OF_THE_LIST.search(before)) or bool(_RELEASE_AFTER.match(text, found.end()))
