"""Which month, or year, a report is about: said in its title, in its summary, or by the end of the month it counts to.

A report of March comes out in May and speaks of a war that began in August
2014, so neither the day of its publication nor the first month that it names
will do.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from untold.claims.official_statements.days import month_number
from untold.claims.official_statements.flat import flatten, spelled
from untold.claims.official_statements.wordings import listed

_NAMES = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
# "in March 2017", "during the month of March", "for March 2017", "the end of August 2019"; no day stands before.
_SAID = re.compile(
    rf"\b(?:in|during|for|of|monthly|throughout)(?: the)?(?: month)?(?: of)?(?: calendar)? (?P<month>{_NAMES})\b\.?,?"
    r"(?: (?P<year>(?:19|20)\d{2}))?(?! ?\d)"
)
_NAMED = re.compile(rf"(?<!\d )(?<!\d\. )\b(?P<month>{_NAMES})\.?,? (?P<year>(?:19|20)\d{{2}})\b")
_AS_OF = re.compile(rf"\bas of (?:the end of )?(?P<month>{_NAMES})\.? \d{{1,2}},? (?P<year>(?:19|20)\d{{2}})\b")
_BEGINNINGS = re.compile(r"\b(?:since|between|beginning in|began in|from|start of [\w ]{0,30} in|operations in) $")
_YEAR = re.compile(r"\b(?:in|during|for|calendar year|annual report(?: for| on)?|of|year) (?P<year>(?:19|20)\d{2})\b")
_ANNUAL = re.compile(r"\b(?:annual report|annual|section 1057|calendar year|yearly)\b")
_HEAD = 300  # letters of a title
_BEFORE = 40


def period_of(title: str | None, prose: Iterable[str], published: str | None) -> str | None:
    """Return the month or the year that a report is about as an ISO prefix, or null where nothing says.

    `prose` are its paragraphs without the answers; a month without a year is
    the last of that name before `published`.

    >>> period_of("Monthly Civilian Casualty Report", ["In the month of March, 43 reports"], "2017-05-02")
    '2017-03'
    """
    listed = list(prose)
    head = spelled(flatten(" ".join([title or "", *listed])[:_HEAD]).text)
    lines = [flatten(text).low for text in listed]
    if _ANNUAL.search(head) and (year := _YEAR.search(head)) is not None:
        return year["year"]
    said = [*_months(lines, _SAID, published), *_months((spelled(title or ""), *lines), _said_in_arabic(), published)]
    for found in (_months((flatten(title or "").low,), _NAMED, published), said):
        if found:
            return max(found)
    late = [*_months(lines, _AS_OF, published), *_months((head,), _NAMED, published)]
    return max(late, default=None)


@cache
def _said_in_arabic() -> re.Pattern[str]:
    names = "|".join(spelled(name) for words in listed().arabic_months.values() for name in words)
    return re.compile(rf"\u0634\u0647\u0631 (?P<month>{names})(?: ?/ ?(?:{names}))?(?: (?P<year>(?:19|20)\d{{2}}))?")


def _months(lines: Iterable[str], pattern: re.Pattern[str], published: str | None) -> list[str]:
    """Return the months that lines name, none of them a war's beginning or after the report came out."""
    return [
        month
        for line in lines
        for found in pattern.finditer(line)
        if not _BEGINNINGS.search(line[max(found.start() - _BEFORE, 0) : found.start()])
        and (month := _month(found, published)) is not None
    ]


def _month(found: re.Match[str], published: str | None) -> str | None:
    number = month_number(found["month"])
    year = int(found["year"]) if found["year"] else _year_of(number, published)
    if year is None:
        return None
    month = f"{year:04}-{number:02}"
    return None if published is not None and month > published[:7] else month


def _year_of(month: int, published: str | None) -> int | None:
    """Return the year of the last such month before a day of publication."""
    if published is None or len(published) < len("2017-05"):
        return None
    out = date(int(published[:4]), int(published[5:7]), 1)
    return out.year if month <= out.month else out.year - 1
