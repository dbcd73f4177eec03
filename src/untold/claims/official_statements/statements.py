"""What an official statement says of itself: its day, its places, the code and the grid that it prints.

A belligerent answers hundreds of allegations in one monthly list, one line
each. Whether a line answers this incident or that one hangs on a few things
that the line states, so they are read here, and what it does not state stays
unread: a sentence that fits hundreds of incidents yields nothing at all.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from untold.claims.claim import Claim
from untold.claims.official_statements.statement import NamedPlace, Nearness, OfficialStatement
from untold.claims.reading import read_claims
from untold.codebook.counts import Count
from untold.codebook.folding import fold
from untold.codebook.places import find_place
from untold.reports.plain_text import report_from_text

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE)
# "June 3-4, 2017", "between June 1 and June 5, 2017": the first day of some, its year said with the last.
_SOME_DAYS = re.compile(
    rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})\s*(?:-|\u2013|to|and|&)\s*"
    rf"(?:(?P<last_month>(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\.?\s+)?"
    rf"(?P<last>\d{{1,2}}),?\s+(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(rf"\b(?P<day>\d{{1,2}})\s+{_MONTH}\s+(?P<year>\d{{2}}(?:\d{{2}})?)\b", re.IGNORECASE)
# "In the vicinity of" is written IVO in what was declassified.
_LEAD = re.compile(r"\b(?P<lead>(?i:in the vicinity of|on the road between|in|near|at)|IVO)\s+(?=[`'\w])")
_AFTER_DATE = re.compile(r"[,:]?\s*(?P<lead>(?P<near>near|in the vicinity of)|in|at|on)?\s*(?=[`'\w])", re.IGNORECASE)
_NAME_ENDS = re.compile(
    r"\b(?:via|during|against|after|coalition|according|that|was|were|likely|and that|number|which)\b|[.:;(]",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"[\s\"'(]*(?:\(?\d{1,3}[.)]+\s*)?(?:On (?:or about )?|Between )?"
)  # "3. On", "(11.)" before a line's date
# "strikes in Karm on 5 July 2017": the place stands before its day.
_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|at)\s+(?:[A-Z`'][\w`'-]*\s+){1,4}on\s+$|\b(?:in|near|at)\s+[^.,]{3,40},\s*\w+,?\s+on\s+$"
)
_WIDTH = 120  # characters in which the places of a line stand after its date
_WEEK = 7
_SHORTEST = 3  # letters: no place of two is told from a word
_SMALL_WORDS = re.compile(
    r"^(?:the|city|town|village|desert|neighborhood|area|road|between|near|in|at|of|(?:north|south|east|west)(?:ern)?)\s+"
    r"|\s+(?:city|town|village|district|governorate|province|oil\s?fields?|countryside)$",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<![\w/])(?:(?P<number>\d{1,5})/|(?:code|report|incident|reference)\s+(?:no\.?\s+)?)"
    r"(?P<code>[A-Z]{1,6}\d{1,5}[A-Za-z]{0,2})\b"
)
_GRID = re.compile(r"\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}[A-Z]?\s?(?:\d{10}|\d{8}|\d{6}|\d{4}|\d{2,5}\s\d{2,5})\b")
# Days of the list itself, not of the incident: "published 22 January 2016", "the Nov. 9, 2016, ... press release".
_OF_THE_LIST = re.compile(r"\b(?:published|released|stated|dated|updated)\s+(?:on\s+)?(?:the\s+)?$", re.IGNORECASE)
_RELEASE_AFTER = re.compile(r"^[^.:]{0,50}\b(?:press release|news release|monthly report)\b", re.IGNORECASE)


def read_official_statement(text: str, *, published: str | None = None) -> OfficialStatement:
    """Return what a statement states of its incident, and no more than it states.

    `published` is the day on which it came out, an ISO date, where that is known.

    >>> line = "May 4, 2016, near Tal Zahra, Syria, via Airwars report. No strikes. 4711/CS999 37SEV000111"
    >>> stated = read_official_statement(line)
    >>> stated.days, stated.places[0].name, stated.places[0].nearness, stated.codes, stated.grids
    (('2016-05-04',), 'Tal Zahra', 'near', ('CS999',), ('37SEV000111',))
    """
    killed, injured = _harmed(text)
    return replace(read_printed(text), killed=killed, injured=injured, published=published)


def read_printed(text: str) -> OfficialStatement:
    """Return what a statement prints of day, place, code and grid, its sentences unread: no counts.

    >>> read_printed("On May 4, 2016, in Tal Zahra, Syria, two civilians were killed.").killed is None
    True
    """
    folded = fold(text)
    codes = tuple(_CODE.finditer(folded))
    dates = _dates(folded)
    return OfficialStatement(
        text=text,
        days=tuple(dict.fromkeys(day for day, _ in dates)),
        places=_places(folded, dates[0][1] if dates else None),
        codes=tuple(dict.fromkeys(found["code"] for found in codes)),
        numbers=tuple(dict.fromkeys(found["number"] for found in codes if found["number"])),
        grids=tuple(dict.fromkeys("".join(found[0].split()) for found in _GRID.finditer(folded))),
    )


def _dates(text: str) -> list[tuple[str, int]]:
    """Return the days of the incident with where each ends: a date that its place follows, or that opens the line.

    Any other date may be the review's own ("13 Nov 2014: review complete"), so it dates nothing.
    """
    patterns = (_SOME_DAYS, _DATE, _DAY_FIRST)
    found = sorted((each for pattern in patterns for each in pattern.finditer(text)), key=lambda each: each.start())
    own = [each for each in found if not _is_of_the_list(text, each) and _dates_incident(text, each)]
    return [(day, each.end()) for each in own for day in _days(each)]


def _days(found: re.Match[str]) -> Iterator[str]:
    """Yield the day of a date, or each of some days, of which there are no more than a week's."""
    parts = found.groupdict()
    first = _iso(parts["month"], parts["day"], parts["year"])
    last = _iso(parts["last_month"] or parts["month"], parts["last"], parts["year"]) if parts.get("last") else first
    if first is None or last is None:
        return
    start = date.fromisoformat(first)
    for n in range(min((date.fromisoformat(last) - start).days, _WEEK) + 1):
        yield (start + timedelta(days=n)).isoformat()


def _dates_incident(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()]
    return (
        _names_follow(text, found.end())
        or bool(_OPENING.fullmatch(before))
        or bool(_PLACE_BEFORE.search(before[-_WIDTH:]))
    )


def _iso(month: str, day: str, year: str) -> str | None:
    """Return a date as ISO, or null for a day that no calendar has; a year no one has lived in is kept."""
    whole_year = int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 ("29 Sep 14")
    try:
        return date(whole_year, _MONTHS.index(month[:3].lower()) + 1, int(day)).isoformat()
    except ValueError:
        return None


def _is_of_the_list(text: str, found: re.Match[str]) -> bool:
    return bool(_OF_THE_LIST.search(text[: found.start()])) or bool(_RELEASE_AFTER.match(text[found.end() :]))


def _names_follow(text: str, at: int) -> bool:
    """Tell whether a place follows a date: led by "in" or "near", or closed by its country ("Tal Zahra, Syria")."""
    led = _AFTER_DATE.match(text, at)
    if led is None:
        return False
    stretch = _up_to_its_end(text[led.end() : led.end() + _WIDTH])
    return any(_names(stretch)) and (bool(led["lead"]) or any(_is_country(each.strip()) for each in stretch.split(",")))


def _up_to_its_end(text: str) -> str:
    end = _NAME_ENDS.search(text)
    return text[: end.start()] if end else text


def _places(text: str, after_date: int | None) -> tuple[NamedPlace, ...]:
    """Return the places after the date of a line, or, where a line has none, those led by "in" and "near"."""
    if after_date is not None and (led := _AFTER_DATE.match(text, after_date)):
        nearness: Nearness = "near" if led["near"] else "in"
        found = list(_line_places(text[led.end() : led.end() + _WIDTH], nearness))
        if found:
            return tuple(found)
    return tuple(dict.fromkeys(_led_places(text)))


def _line_places(text: str, nearness: Nearness) -> Iterator[NamedPlace]:
    for part in _up_to_its_end(text).split(","):
        name = part.strip()
        if name.lower().startswith("near ") or " of " in name:
            nearness = "near"
        is_between = "between " in name.lower() and " and " in name
        yield from (NamedPlace(each, "between" if is_between else nearness) for each in _names(name))


def _led_places(text: str) -> Iterator[NamedPlace]:
    for led in _LEAD.finditer(text):
        words = re.match(r"(?:[`']?[A-Z][\w'`-]*(?:\s+(?=[`']?[A-Z])|(?=\W)))+", text[led.end() :])
        if words:
            nearness: Nearness = "near" if led["lead"].lower() in ("near", "in the vicinity of", "ivo") else "in"
            yield from (NamedPlace(name, nearness) for name in _names(words[0]))


def _names(part: str) -> Iterator[str]:
    """Yield the names in a stretch between commas: two of a road, none of a country or of lower-case words."""
    for piece in re.split(r",|\band\b|\bof\b", part):
        name = piece.split("'s ")[0].strip(" -\u2013`'\"")
        while (shorter := _SMALL_WORDS.sub("", name).strip()) != name:
            name = shorter
        if _is_name(name):
            yield name


def _is_name(name: str) -> bool:
    is_written_as_one = name[:1].isupper() or name[:3].lower() in ("al ", "al-")
    return is_written_as_one and len(name) >= _SHORTEST and not _is_country(name)


def _is_country(name: str) -> bool:
    place = find_place(name)
    return place is not None and place.kind == "country"


def _harmed(text: str) -> tuple[Count | None, Count | None]:
    """Return how many the statement says were killed and injured: the first whole count of each, none where denied."""
    claims = read_claims(report_from_text(text, language="en")) if text.strip() else ()
    return _first(claims, "killed"), _first(claims, "injured")


def _first(claims: tuple[Claim, ...], harm: str) -> Count | None:
    """Return the first whole count of a harm; of civilians before that of fighters, whom a statement counts as well."""
    whole = [each for each in claims if each.harm == harm and each.part_of is None]
    whole.sort(key=lambda each: each.status != "civilian")
    return next((each.count for each in whole if each.count.stated or each.count.low), None)
