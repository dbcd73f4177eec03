"""What a cell says of a day: an ISO prefix, whatever way round the list writes its dates."""

import re
from datetime import date

from untold.codebook.folding import fold

_MONTHS = {
    name: n
    for n, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[t ]\d{1,2}:\d{2}.*)?")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?: .*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(?:\w+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?,?[ -](\d{4})")
_MONTH_FIRST = re.compile(r"(?:\w+day,? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_MONTH = re.compile(r"([a-z]+)\.?,?[ -](\d{4})")


def day_of(words: str) -> str | None:
    """Return the ISO prefix of a date as written, or null for what is no date.

    03/04/2016 is no date here: it is two days in two countries, and a layout
    that knows which says so with `ordered_day`.

    >>> day_of("14 March 2016"), day_of("2016-03"), day_of("20160314"), day_of("03/04/2016")
    ('2016-03-14', '2016-03', '2016-03-14', None)
    """
    plain = " ".join(fold(words).casefold().split())
    if (found := _ISO.fullmatch(plain) or _SLASHED.fullmatch(plain) or _COMPACT.fullmatch(plain)) is not None:
        return _prefix(*found.groups())
    if (found := _DAY_FIRST.fullmatch(plain)) is not None:
        return _named(found[3], found[2], found[1])
    if (found := _MONTH_FIRST.fullmatch(plain)) is not None:
        return _named(found[3], found[1], found[2])
    if (found := _MONTH.fullmatch(plain)) is not None:
        return _named(found[2], found[1], None)
    return None


def ordered_day(words: str, order: str) -> str | None:
    """Return the day of a date in figures, whose `order` ("dmy", "mdy" or "ymd") the layout knows; else as `day_of`.

    >>> ordered_day("10/17/2016", "mdy"), ordered_day("17.10.2016", "dmy"), ordered_day("10/17/2016", "dmy")
    ('2016-10-17', '2016-10-17', None)
    """
    parts = re.fullmatch(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})(?: .*)?", fold(words).strip())
    if parts is None:
        return day_of(words)
    if len(parts[1]) == 4:  # noqa: PLR2004 - a year, after which the month comes in every list
        return _prefix(*parts.groups())
    named = dict(zip(order, parts.groups(), strict=True))
    return _prefix(named["y"], named["m"], named["d"]) if len(named["y"]) == 4 else None  # noqa: PLR2004 - a year


def _named(year: str, month: str, day: str | None) -> str | None:
    return None if month not in _MONTHS else _prefix(year, str(_MONTHS[month]), day)


def _prefix(year: str, month: str | None, day: str | None) -> str | None:
    try:
        whole = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return whole.isoformat()[: 4 if month is None else 7 if day is None else 10]
