"""Days as a list prints them: "17/06/2004", "10/17/2016", "2-Sep-13", "20 Mar 2003", "20170804".

03/04 is the third of April in one list and the fourth of March in another, and
nothing in the cell says which. So the order is the layout's, stated beside its
source, and a day that the order forbids is an error, never turned around.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from untold.codebook.errors import UnknownWording
from untold.codebook.folding import fold

Order = Literal["day_first", "month_first"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_CENTURY_SPLIT = 70  # "13" is 2013 and "89" is 1989: no list of this field is older
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_DAY_NAMED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([A-Za-z]+)\.?,?[ -](\d{4}|\d{2})")
_NAMED_DAY = re.compile(r"([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


@lru_cache(maxsize=8192)
def printed_day(words: str, order: Order) -> str | None:
    """Return the day as an ISO prefix, as exact as the cell, or null for an empty cell.

    >>> printed_day("03/04/2010", "day_first"), printed_day("03/04/2010", "month_first")
    ('2010-04-03', '2010-03-04')
    >>> printed_day("2-Sep-13", "day_first"), printed_day("Sept. 14, 2016", "month_first")
    ('2013-09-02', '2016-09-14')
    >>> printed_day("September 2014", "day_first"), printed_day("2014", "day_first")
    ('2014-09', '2014')

    Raises `UnknownWording` for words that are no day, and for a day that no
    calendar has.
    """
    text = " ".join(fold(words).split())
    if not text:
        return None
    parts = _parts(text, order)
    if parts is None:
        raise UnknownWording(words, kind="day")
    try:
        return _iso(*parts)
    except ValueError:
        raise UnknownWording(words, kind="day") from None


def _parts(text: str, order: Order) -> tuple[int, int | None, int | None] | None:
    """Return year, month and day of the text, the last two null where it does not give them."""
    if match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return int(match[1]), _number(match[2]), _number(match[3])
    if match := _SLASHED.fullmatch(text):
        day, month = (match[1], match[2]) if order == "day_first" else (match[2], match[1])
        return _year(match[3]), int(month), int(day)
    if match := _DAY_NAMED.fullmatch(text):
        month_number = _month(match[2])
        return None if month_number is None else (_year(match[3]), month_number, _number(match[1]))
    if match := _NAMED_DAY.fullmatch(text):
        month_number = _month(match[1])
        return None if month_number is None else (int(match[3]), month_number, int(match[2]))
    return None


def _iso(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"{year:04d}"
    if day is None:
        date(year, month, 1)
        return f"{year:04d}-{month:02d}"
    return date(year, month, day).isoformat()


def _month(word: str) -> int | None:
    low = word.casefold()
    is_month = low in _FULL or low in _MONTHS or low == "sept"
    return _MONTHS.index(low[:3]) + 1 if is_month else None


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= _CENTURY_SPLIT else 2000)  # noqa: PLR2004 (digits)


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)
