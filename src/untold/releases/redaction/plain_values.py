"""Values that may leave because of what they are: days, slugs, codes of languages; nothing else comes through.

A field that should hold a date holds what a list's cell held. So even a field
that may leave is checked for its shape, and one that has another stays behind.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from untold.claims.account import AccountDate, Conceded, DatePrecision
from untold.codebook.vocabularies import vocabulary

_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_CLOCK = r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?(?:\s(?:local|local time|UTC|GMT))?"
_TIME = re.compile(rf"{_CLOCK}(?:\s?(?:-|to|\u2013)\s?{_CLOCK})?", re.IGNORECASE)
_DURATION = re.compile(r"P[\dYMWDTHS.]{1,20}")
_COUNTRY = re.compile(r"[A-Z]{3}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]{1,80}")
_HASH = re.compile(r"[0-9a-f]{64}")
_LICENCE = re.compile(r"[A-Za-z0-9 .()+/:-]{1,80}")
_RULE = re.compile(r"[\w .,:/#+()-]{1,80}")
_RELATIVE = re.compile(r"(?:early|late|mid|before|after|around|about)[ -]?")


class When(NamedTuple):
    """A date as it leaves."""

    start: str | None
    end: str | None
    precision: DatePrecision | None
    time_of_day: str | None


class Bounds(NamedTuple):
    """How many people a party accepts that it harmed, as it leaves."""

    killed_low: int | None
    killed_high: int | None
    injured_low: int | None
    injured_high: int | None


def when(date: AccountDate) -> When:
    """Return a date; a time of day is a clock's, or a word of its vocabulary.

    >>> when(AccountDate("2016-03-14", "2016-03-14", "day", "at the wedding")).time_of_day is None
    True
    >>> when(AccountDate("2016-03", time_of_day="late night"))
    When(start='2016-03', end=None, precision=None, time_of_day='late night')
    """
    return When(day(date.start), day(date.end), date.precision, _time_of_day(date.time_of_day))


def conceded(stated: Conceded | None) -> Bounds:
    """Return the bounds that a party states of its own doing."""
    killed = None if stated is None else stated.killed
    injured = None if stated is None else stated.injured
    return Bounds(
        None if killed is None else killed.low,
        None if killed is None else killed.high,
        None if injured is None else injured.low,
        None if injured is None else injured.high,
    )


def day(words: str | None) -> str | None:
    """Return an ISO prefix.

    >>> day("2016-03"), day("2016-03-14T12:30:01Z"), day("spring")
    ('2016-03', None, None)
    """
    return _matching(_DAY, words)


def day_of_moment(words: str | None) -> str | None:
    """Return the day of a moment: who reads a server's log would know from the second which visit was ours.

    >>> day_of_moment("2016-03-14T12:30:01+00:00")
    '2016-03-14'
    """
    return day(words[:10]) if words else None


def duration(words: str | None) -> str | None:
    """Return an ISO 8601 duration."""
    return _matching(_DURATION, words)


def country(words: str | None) -> str | None:
    """Return a country's code, ISO 3166-1 alpha-3."""
    return _matching(_COUNTRY, words)


def language(words: str | None) -> str | None:
    """Return a language's tag."""
    return _matching(_LANGUAGE, words)


def media_type(words: str | None) -> str | None:
    """Return a media type, without its parameters."""
    return _matching(_MEDIA_TYPE, (words or "").partition(";")[0].strip().lower())


def sha256_of(words: str | None) -> str | None:
    """Return a hash of 64 hex digits."""
    return _matching(_HASH, words)


def licence(words: str | None) -> str | None:
    """Return the name of a licence."""
    return _matching(_LICENCE, words)


def rule(words: str | None) -> str | None:
    """Return the name of a rule or a reader."""
    return _matching(_RULE, words)


def slugs(words: Iterable[str], *vocabularies: str) -> tuple[str, ...]:
    """Return those of the words that one of the vocabularies has.

    >>> slugs(["airstrike", "the neighbour's gun"], "weapon")
    ('airstrike',)
    """
    known = frozenset().union(*map(_known, vocabularies))
    return tuple(each for each in words if each in known)


def slug(words: str | None, *vocabularies: str) -> str | None:
    """Return a word that one of the vocabularies has, null for any other."""
    return next(iter(slugs(() if words is None else (words,), *vocabularies)), None)


def _time_of_day(words: str | None) -> str | None:
    if words is None or _TIME.fullmatch(words.strip()):
        return words
    return words if _RELATIVE.sub("", words.strip().casefold()) in _known("time_of_day") else None


@cache
def _known(name: str) -> frozenset[str]:
    return frozenset(term.slug for term in vocabulary(name))


def _matching(shape: re.Pattern[str], words: str | None) -> str | None:
    return words if words is not None and shape.fullmatch(words) else None
