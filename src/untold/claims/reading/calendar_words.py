"""Dates in a sentence: "3 January 1990", "July 1, 2016", "on Tuesday", "2016", resolved by the day of publication.

A date without a year is the nearest such date at or before publication, for a
report tells what has happened. Without a day of publication it stays open.
"""

from datetime import date, timedelta

import msgspec

from untold.claims.reading import kinds as K
from untold.claims.reading.tokens import Token

_NUMBER_OR_MONTH = K.NUMBER | K.MONTH
_PERSON_OR_OTHERS_OR_PARTICIPLE_OR_ACTOR = K.PERSON | K.OTHERS | K.PARTICIPLE | K.ACTOR
_COUNTED = K.PERSON | K.OTHERS | K.PARTICIPLE | K.STATE | K.HARM_NOUN | K.EVENT
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_TWO_DIGIT_CENTURY = 70  # "89" is 1989, "16" is 2016: no wire of this field is older
_LAST_DAY, _LAST_MONTH = 31, 12
_YEARS_BACK = {"this year": 0, "last year": 1, "of this year": 0, "of last year": 1}
_DAYS_OF_WEEK = 7


class Dated(msgspec.Struct, frozen=True, gc=False):
    """A date of the text, as an ISO prefix or null, over the tokens from `start` up to `end`."""

    value: str | None
    start: int
    end: int
    precision: str  # day, month or year
    relative: bool  # resolved by the day of publication


def date_at(tokens: list[Token], index: int, published: date | None) -> Dated | None:
    """Return the date that begins at `index`, or None where none begins."""
    token = tokens[index]
    if token.mask & K.MONTH:
        return _month_first(tokens, index, published)
    if token.mask & K.NUMBER:
        return _number_first(tokens, index, published)
    if token.mask & K.WEEKDAY:
        return _weekday(tokens, index, published)
    if token.mask & K.RELATIVE_DAY:
        days = token.value(K.RELATIVE_DAY)
        value = published - timedelta(days=days) if published and isinstance(days, int) else None
        return Dated(value.isoformat() if value else None, index, index + 1, "day", relative=True)
    if token.mask & K.TIME and token.word.count(".") + token.word.count("/") == 2:  # noqa: PLR2004 (day.month.year)
        return _dotted(token, index)
    return None


def _dotted(token: Token, index: int) -> Dated | None:
    day, month, year = (int(piece) for piece in token.word.replace("/", ".").split("."))
    if month > _LAST_MONTH >= day:
        day, month = month, day  # 12/31/2016
    value = _iso(_full_year(year), month, day)
    return Dated(value, index, index + 1, "day", relative=False) if value else None


def _month_first(tokens: list[Token], index: int, published: date | None) -> Dated | None:
    """Read "July 2016", "July 1", "July 1, 2016", "in July"."""
    month = _month_of(tokens[index])
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and (year := _year_of(after)) is not None:
        return Dated(f"{year:04d}-{month:02d}", index, index + 2, "month", relative=False)
    led = index > 0 and tokens[index - 1].word in ("on", "by", "since", "until", "of")
    if after is not None and _is_day(after) and (led or not _counts_people(tokens, index + 2)):
        day = int(after.number or 0)
        end = index + 2
        if end < len(tokens) and tokens[end].word == "," and end + 1 < len(tokens) and _year_of(tokens[end + 1]):
            end += 1
        if end < len(tokens) and (year := _year_of(tokens[end])) is not None:
            value = _iso(year, month, day)
            return Dated(value, index, end + 1, "day", relative=False) if value else None
        value = _latest(month, day, published)
        return Dated(value, index, index + 2, "day", relative=True)
    if not _says_month(tokens, index):
        return None
    if after is not None and after.word in _YEARS_BACK and published is not None:  # "August last year"
        year = published.year - _YEARS_BACK[after.word]
        return Dated(f"{year:04d}-{month:02d}", index, index + 2, "month", relative=True)
    return Dated(_latest_month(month, published), index, index + 1, "month", relative=True)


def _says_month(tokens: list[Token], index: int) -> bool:
    """Tell the month from the verb: "may" and "march" need a preposition before them and a capital."""
    token = tokens[index]
    if token.word not in ("may", "march", "mar", "sun", "sat", "dec", "sep", "jun"):
        return True
    before = tokens[index - 1] if index else None
    return (
        token.cased
        and before is not None
        and before.word in ("in", "since", "of", "last", "during", "until", "late", "early", "mid", "from", "between")
    )


def _number_first(tokens: list[Token], index: int, published: date | None) -> Dated | None:
    """Read "3 January 1990", "3 JAN 90", "2016-07-05", "03-07-2015", "in 2016"."""
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.glued and after.mask & K.NUMBER:
        return _dashed(tokens, index)
    if after is not None and after.mask & K.MONTH and _is_day(token) and not after.glued:
        return _day_month(tokens, index, published)
    if (year := _year_of(token)) is not None and _says_year(tokens, index):
        return Dated(f"{year:04d}", index, index + 1, "year", relative=False)
    return None


def _day_month(tokens: list[Token], index: int, published: date | None) -> Dated | None:
    day, month = int(tokens[index].number or 0), _month_of(tokens[index + 1])
    if (
        index + 2 < len(tokens)
        and (year := _year_of(tokens[index + 2], two_digits=True)) is not None
        and not _counts_people(tokens, index + 3)
    ):
        value = _iso(year, month, day)
        return Dated(value, index, index + 3, "day", relative=False) if value else None
    if tokens[index + 1].word == "may" and not tokens[index + 1].cased:
        return None
    return Dated(_latest(month, day, published), index, index + 2, "day", relative=True)


def _dashed(tokens: list[Token], index: int) -> Dated | None:
    if index + 2 >= len(tokens) or not (tokens[index + 2].glued and tokens[index + 2].mask & K.NUMBER):
        return None
    first, second, third = (int(tokens[index + offset].number or 0) for offset in range(3))
    value = _iso(first, second, third) if first > _LAST_DAY else _iso(_full_year(third), second, first)
    return Dated(value, index, index + 3, "day", relative=False) if value else None


def _weekday(tokens: list[Token], index: int, published: date | None) -> Dated | None:
    """Read "Tuesday", and "Tuesday 5 July 2016" as its date."""
    if not tokens[index].cased:
        return None
    after = index + 1
    if after < len(tokens) and tokens[after].word == ",":
        after += 1
    if after < len(tokens) and tokens[after].mask & _NUMBER_OR_MONTH:
        dated = date_at(tokens, after, published)
        if dated is not None and dated.precision == "day":
            return Dated(dated.value, index, dated.end, "day", relative=dated.relative)
    weekday = tokens[index].value(K.WEEKDAY)
    value = None
    if published is not None and isinstance(weekday, int):
        back = (published.weekday() - weekday) % _DAYS_OF_WEEK
        if index and tokens[index - 1].word == "last" and back == 0:
            back = _DAYS_OF_WEEK
        value = (published - timedelta(days=back)).isoformat()
    return Dated(value, index, index + 1, "day", relative=True)


def _month_of(token: Token) -> int:
    month = token.value(K.MONTH)
    return month if isinstance(month, int) else 1


def _is_day(token: Token) -> bool:
    return bool(token.mask & K.NUMBER) and len(token.word) <= 2 and 1 <= int(token.word) <= _LAST_DAY  # noqa: PLR2004 (two digits)


def _year_of(token: Token, *, two_digits: bool = False) -> int | None:
    if not token.mask & K.NUMBER or token.glued or not token.word.isdigit() or len(token.word) not in (2, 4):
        return None
    number = int(token.word)
    if len(token.word) == 4 and _FIRST_YEAR <= number <= _LAST_YEAR:  # noqa: PLR2004 (digits of a year)
        return int(number)
    return _full_year(int(number)) if two_digits and len(token.word) == 2 else None  # noqa: PLR2004


def _full_year(year: int) -> int:
    if year > 99:  # noqa: PLR2004 (already full)
        return year
    return 1900 + year if year >= _TWO_DIGIT_CENTURY else 2000 + year


def _says_year(tokens: list[Token], index: int) -> bool:
    """Tell a year from a count: "in 2016" from "2016 people"."""
    if index + 1 < len(tokens) and tokens[index + 1].mask & _PERSON_OR_OTHERS_OR_PARTICIPLE_OR_ACTOR:
        return False
    before = tokens[index - 1] if index else None
    return before is not None and (
        bool(before.mask & K.MONTH)
        or before.word
        in (
            "in",
            "since",
            "of",
            "by",
            "during",
            "until",
            "from",
            "early",
            "late",
            "mid",
            "year",
            "and",
            "to",
            "after",
            "before",
            "than",
            "\u2013",
            "between",
            "summer",
            "spring",
            "winter",
            "autumn",
        )
    )


def _counts_people(tokens: list[Token], index: int) -> bool:
    """Tell "August 8 people were killed" (a count) from "August 8, people": no comma, a person or a harm follows."""
    return index < len(tokens) and bool(tokens[index].mask & _COUNTED)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _latest(month: int, day: int, published: date | None) -> str | None:
    if published is None:
        return None
    year = published.year if (month, day) <= (published.month, published.day) else published.year - 1
    return _iso(year, month, day)


def _latest_month(month: int, published: date | None) -> str | None:
    if published is None:
        return None
    return f"{published.year if month <= published.month else published.year - 1:04d}-{month:02d}"
