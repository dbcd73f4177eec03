"""Where the incident of a line was, as worded: the place, what it lies in or near, and its country."""

import re
from collections.abc import Iterator

from untold.claims.official_statements.flat import Flat, Told, each_once
from untold.claims.official_statements.statement import NamedPlace, Nearness
from untold.claims.official_statements.wordings import small_words
from untold.codebook.places import find_place

# "In the vicinity of" is written IVO in what was declassified.
_LEAD = re.compile(
    r"\b(?P<lead>(?i:in the vicinity of|on the road between|in|near|at)|IVO) "
    rf"(?:(?:the )?(?:{small_words('compass')}) (?:and (?:{small_words('compass')}) )?)?(?=['\w])"
)
_AFTER_DATE = re.compile(
    rf"[,:\u060c]? ?(?:[-\u2013\u2014] )?(?:(?:{small_words('event')}) )?"
    rf"(?P<lead>(?P<near>{small_words('near')})|{small_words('in')})? ?(?=['\w])",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(rf"\b(?:{small_words('name_ends')})\b|[.:;(]| [-\u2013\u2014] ", re.IGNORECASE)
_CAPITALIZED = re.compile(r"(?:'?[A-Z][\w'-]*(?: (?='?[A-Z])|(?=\W)|$))+")
_PART = re.compile(r"[^,\u060c]+")
_WIDTH = 120  # letters in which the places of a line stand after its date
_MOST = 40  # places led by "in" and "near": a text with more is no line
_SHORTEST = 3  # letters: no place of two is told from a word
_SMALL_WORDS = re.compile(
    rf"^(?:{small_words('before_name')}) | (?:{small_words('after_name')})$",
    re.IGNORECASE,
)
_COMPASS_OF = re.compile(rf"\b(?:{small_words('compass')}|outside|km|kilometers|miles) of ", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0621-\u064a]")


def places_in(flat: Flat, after_date: int | None) -> tuple[Told[NamedPlace], ...]:
    """Return the places after the date of a line, or, where a line has none, those led by "in" and "near"."""
    led = _AFTER_DATE.match(flat.text, after_date) if after_date is not None else None
    if led is not None and after_date is not None and names_follow(flat.text, after_date):
        nearness: Nearness = "near" if led["near"] else "in"
        found = tuple(_line_places(flat.text, led.end(), nearness))
        if found:
            return found
    return tuple(each_once(_led_places(flat.text)))


def country_in(flat: Flat, after_date: int | None) -> Told[str] | None:
    """Return the country (ISO 3166-1 alpha-3) that a line's places are in, or the only one that it names after a comma.

    >>> from untold.claims.official_statements.flat import flatten
    >>> country_in(flatten("May 4, 2016, near Karm, Syria, via a report."), 11).value
    'SYR'
    """
    if after_date is not None and (led := _AFTER_DATE.match(flat.text, after_date)):
        end = _end_of_names(flat.text, led.end())
        for part in _PART.finditer(flat.text, led.end(), end):
            if (told := _country(part[0], part.start())) is not None:
                return told
    named = [
        told
        for found in re.finditer(r"[,.] ([A-Z][a-z]+)\b", flat.text)
        if (told := _country(found[1], found.start(1))) is not None
    ]
    return named[0] if len({told.value for told in named}) == 1 else None


def names_follow(text: str, at: int) -> bool:
    """Tell whether a place follows a date: led by "in" or "near", or closed by its country ("Tal Zahra, Syria")."""
    led = _AFTER_DATE.match(text, at)
    if led is None:
        return False
    stretch = text[led.end() : _end_of_names(text, led.end())]
    return any(_names(stretch, 0)) and (
        bool(led["lead"]) or any(is_country(each.strip()) for each in stretch.split(","))
    )


def is_country(name: str) -> bool:
    """Tell whether a name is a country's."""
    place = find_place(name)
    return place is not None and place.kind == "country"


def _country(words: str, start: int) -> Told[str] | None:
    name = words.strip(" \"'")
    place = find_place(name)
    if place is None or place.kind != "country" or place.country is None:
        return None
    start += words.find(name)
    return Told(place.country, start, start + len(name))


def _end_of_names(text: str, start: int) -> int:
    end = _NAME_ENDS.search(text, start, start + _WIDTH)
    return end.start() if end else min(start + _WIDTH, len(text))


def _line_places(text: str, start: int, nearness: Nearness) -> Iterator[Told[NamedPlace]]:
    for part in _PART.finditer(text, start, _end_of_names(text, start)):
        name = part[0].strip()
        if name.lower().startswith("near ") or _COMPASS_OF.search(name):
            nearness = "near"
        is_between = "between " in name.lower() and " and " in name
        for told in _names(part[0], part.start()):
            yield Told(NamedPlace(told.value, "between" if is_between else nearness), told.start, told.end)


def _led_places(text: str) -> Iterator[Told[NamedPlace]]:
    for n, led in enumerate(_LEAD.finditer(text)):
        if n == _MOST:
            return
        words = _CAPITALIZED.match(text, led.end(), led.end() + _WIDTH)
        if words:
            nearness: Nearness = "near" if led["lead"].lower() in ("near", "in the vicinity of", "ivo") else "in"
            for told in _names(words[0], words.start()):
                yield Told(NamedPlace(told.value, nearness), told.start, told.end)


def _names(part: str, start: int) -> Iterator[Told[str]]:
    """Yield the names in a stretch between commas: two of a road, none of a country or of lower-case words."""
    at = 0
    for piece in re.split(r",|\band\b|\bof\b", part):
        at = part.index(piece, at)
        name = piece.split("'s ")[0].strip(" -\u2013'\"")
        while (shorter := _SMALL_WORDS.sub("", name).strip()) != name:
            name = shorter
        if _is_name(name):
            begins = start + at + piece.index(name)
            yield Told(name, begins, begins + len(name))
        at += len(piece)


def _is_name(name: str) -> bool:
    is_written_as_one = name[:1].isupper() or name[:3].lower() in ("al ", "al-") or bool(_ARABIC.match(name))
    return is_written_as_one and len(name) >= _SHORTEST and not is_country(name)
