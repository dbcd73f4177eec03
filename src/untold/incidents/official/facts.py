"""What an incident brings to meet an official line: its codes, its days, its names, its point, its counts.

Nothing that the official side wrote is among it, so that a statement is never
found by its own words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.incidents.incident import CasualtyRange, Incident
from untold.incidents.places.precision import radius_km

Bounds = tuple[int | None, int | None]
_LONGEST = 7  # days; a date that leaves more open than a week dates no incident here
_SPLIT = re.compile(r"[,()/;]|\b(?:near|or|and|of|opposite|between|in|at|from)\b", re.IGNORECASE)
_REMARK = re.compile(r"\[[^\]]*\]")
_KINDS = re.compile(
    r"\b(?:the|city|town|village|villages|countryside|desert|area|areas|road|centre|center|district"
    r"|neighbou?rhoods?|mountains?|oil\s?fields?|(?:north|south|east|west)(?:ern)?)\b",
    re.IGNORECASE,
)
_SHORTEST = 3  # letters of a name


@dataclass(frozen=True, slots=True)
class IncidentFacts:
    """One incident as its own accounts tell it.

    `codes` are all codes under which it goes or went; `first` and `last` its
    earliest and latest day, null where the date is wider than a week or not
    given; `names` are its places' names as written, each with its parts after
    it; `point` is WGS 84 degrees, known to `radius_km`. `killed` and `injured` are the lowest and
    highest number of people that its sources count. `admin1` is its province,
    as named.
    """

    code: str
    codes: tuple[str, ...]
    first: date | None
    last: date | None
    names: tuple[str, ...]
    point: tuple[float, float] | None
    killed: Bounds = (None, None)
    injured: Bounds = (None, None)
    radius_km: float = 0.0
    admin1: str | None = None


def facts_of(incident: Incident, accounts: Mapping[str, Account]) -> IncidentFacts:
    """Return an incident's facts, from its record and from its accounts by id."""
    own = [accounts[each] for each in incident.accounts if each in accounts]
    codes = [incident.code, *incident.previous_codes]
    codes += [code for each in own for code in (*each.codes, *each.stated.previous_codes)]
    places = [incident.place, *(each.place for each in own)]
    names = dict.fromkeys(place.name for place in places if place.name)
    first, last = days_of(incident.date)
    located = next((place for place in places if point_of(place) is not None), None)
    return IncidentFacts(
        code=incident.code,
        codes=tuple(dict.fromkeys(codes)),
        first=first,
        last=last,
        names=tuple(dict.fromkeys(part for name in names for part in name_parts(name))),
        point=point_of(located) if located is not None else None,
        killed=_bounds(incident.ranges, "killed"),
        injured=_bounds(incident.ranges, "injured"),
        radius_km=radius_km(located.precision) if located is not None and located.precision is not None else 0.0,
        admin1=next((place.admin1 for place in places if place.admin1), None),
    )


def point_of(place: AccountPlace) -> tuple[float, float] | None:
    """Return a place's point in WGS 84 degrees, or null where it has none."""
    return (place.lat, place.lon) if place.lat is not None and place.lon is not None else None


def name_parts(name: str) -> tuple[str, ...]:
    """Return a place's name without remarks and kinds, then each name within it.

    >>> name_parts("Al Bustan farms near Tal Zahra [exact location]")
    ('Al Bustan farms near Tal Zahra', 'Al Bustan farms', 'Tal Zahra')
    """
    whole = " ".join(_REMARK.sub(" ", name).split())
    parts = (whole, *(bare_name(part) for part in _SPLIT.split(whole)), bare_name(whole))
    return tuple(dict.fromkeys(part for part in parts if len(part) >= _SHORTEST))


def bare_name(name: str) -> str:
    """Return a name without the words for what kind of place it is.

    >>> bare_name("Tal Zahra village")
    'Tal Zahra'
    """
    return " ".join(_KINDS.sub(" ", name).split()).replace(" ,", ",").strip(" -.,'")


def days_of(when: AccountDate) -> tuple[date | None, date | None]:
    """Return the first and last day of a date, or nulls for one wider than a week: it fits everything."""
    first, last = _day(when.start), _day(when.end or when.start)
    if first is None or last is None or last - first > timedelta(days=_LONGEST):
        return None, None
    return first, last


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield each day from the first to the last."""
    for n in range((last - first).days + 1):
        yield first + timedelta(days=n)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value is not None and len(value) == 10 else None  # noqa: PLR2004 (YYYY-MM-DD)


def _bounds(ranges: Iterable[CasualtyRange], harm: str) -> Bounds:
    """Return the floor and ceiling of the whole group: of civilians where they are counted, else of all."""
    whole = [each for each in ranges if each.harm == harm and each.demographic is None]
    civilian = [each for each in whole if each.status == "civilian"] or [each for each in whole if each.status is None]
    return (civilian[0].low, civilian[0].high) if civilian else (None, None)
