"""A workbook's numbers and days as its sheet shows them: the passage is what a person sees in the cell.

A sheet that keeps 1 January 2004 and shows "2004" says a year. A format that
is not understood shows the value itself, exactly.
"""

import datetime as dt
import re

from untold.reports.lists.laying import shown
from untold.reports.lists.table import Value

_TOKENS = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|[-/., ]+", re.IGNORECASE)
_DIRECTIVES = {"yyyy": "%Y", "yy": "%y", "mmmm": "%B", "mmm": "%b", "mm": "%m", "dddd": "%A", "ddd": "%a", "dd": "%d"}
_MARKS = re.compile(r"\[[^\]]*\]|\\|\"|;@$")  # locale and color marks, escapes
_PERCENT = re.compile(r"0(?:\.(0+))?%")


def as_displayed(value: Value, number_format: str) -> str:
    """Return a number or a day as its format shows it, or exactly where the format is not understood.

    >>> day = dt.datetime(2004, 6, 17)
    >>> as_displayed(day, "yyyy"), as_displayed(day, "d mmm yyyy"), as_displayed(day, "General")
    ('2004', '17 Jun 2004', '2004-06-17')
    >>> as_displayed(0.125, "0.0%"), as_displayed(12.0, "General")
    ('12.5%', '12')
    """
    plain = _MARKS.sub("", number_format)
    if isinstance(value, dt.date) and not _has_time(value):
        return _day(value, plain) or shown(value)
    if isinstance(value, int | float) and (percent := _PERCENT.fullmatch(plain)) is not None:
        return f"{value * 100:.{len(percent[1] or '')}f}%"
    return shown(value)


def _has_time(value: dt.date) -> bool:
    return isinstance(value, dt.datetime) and value.time() != dt.time()


def _day(value: dt.date, plain: str) -> str | None:
    tokens = _TOKENS.findall(plain)
    if not tokens or "".join(tokens) != plain:
        return None
    return "".join(_part(value, token) for token in tokens).strip()


def _part(value: dt.date, token: str) -> str:
    match token.lower():
        case "m":
            return str(value.month)
        case "d":
            return str(value.day)
        case low if low in _DIRECTIVES:
            return value.strftime(_DIRECTIVES[low])
        case _:
            return token
