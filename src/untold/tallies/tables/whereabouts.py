"""Where incidents lie, as cells of a table: one governorate under one name, however it is spelled.

"Ar Raqqah", "Raqqa" and a point on the Euphrates are one province; as three
lines of a table they would be three, each too small.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from untold.claims.account import AccountPlace
from untold.codebook.folding import name_key
from untold.codebook.places import countries, find_place
from untold.incidents.places.governorates import (
    Governorate,
    bare_name,
    find_governorates,
    governorate_at,
    has_province_word,
    stated_governorates,
)

_PARTS = re.compile(r"[,:;()]")
_GOVERNORATE = "governorate:"
_POINTLESS = frozenset({"country", "sea"})  # rungs on which a point stands for more than one province


@dataclass(frozen=True, slots=True)
class Cell:
    """A place of a table before it has its name: what tells it from others, how it is spelled here, its country."""

    key: tuple[str | None, str]
    spelling: str
    country: str | None


def country_of(place: AccountPlace) -> str | None:
    """Return the country that is stated, else the one in which the point lies; null where neither says."""
    if place.country is not None:
        return place.country
    unit = _unit_at(place)
    return None if unit is None else unit.country


def governorate_of(place: AccountPlace) -> Cell | None:
    """Return the governorate that is stated, else the one in which the point lies.

    Of "Homs or Aleppo" the one that holds the point is meant, and neither where
    none does. A name that no list has is a cell by its own spelling.
    """
    country = place.country if place.country in countries() else None
    stated = stated_governorates(place.admin1, country)
    if place.admin1 is None:
        return _cell(_unit_at(place))
    if not stated:
        key = (country, name_key(bare_name(place.admin1)))
        return Cell(key, bare_name(place.admin1), country)
    if len(stated) == 1:
        return _cell(stated[0])
    here = _unit_at(place)
    return _cell(here) if here in stated else None


def place_of(place: AccountPlace) -> Cell | None:
    """Return the place by its name in Latin script, else in its own; null where it has none."""
    name = place.name or place.name_local
    if name is None:
        return None
    known = find_place(name)
    return Cell((place.country, name_key(known.name if known else name)), name, place.country)


def named(cells: Sequence[Cell | None]) -> list[str | None]:
    """Return each cell's name: of its spellings the most common, with its country where another has that name."""
    spellings: defaultdict[tuple[str | None, str], Counter[str]] = defaultdict(Counter)
    for cell in cells:
        if cell is not None:
            spellings[cell.key][cell.spelling] += 1
    chosen = {key: min(found, key=lambda name: (-found[name], name)) for key, found in spellings.items()}
    bearers = Counter(chosen.values())
    full = {key: name if bearers[name] == 1 else f"{name} ({key[0] or '?'})" for key, name in chosen.items()}
    return [None if cell is None else full[cell.key] for cell in cells]


def place_keys(place: AccountPlace, governorate: Cell | None) -> Iterator[str]:
    """Yield the keys under which a place is found: its names, their parts, and its governorate, each once."""
    names = [name for name in (place.name, place.name_local) if name]
    spelled = [name_key(part) for name in names for part in (name, *_PARTS.split(name))]
    known = [name_key(found.name) for name in names if (found := find_place(name)) is not None]
    own = [] if governorate is None else [_governorate_key(governorate.spelling)]
    yield from dict.fromkeys(key for key in (*spelled, *known, *own) if key)


def keys_asked(name: str) -> tuple[str, ...]:
    """Return the keys that a person's name for a place may stand under; a province says that it is one.

    >>> keys_asked("Rural Damascus province")
    ('governorate:rural damascus', 'governorate:rif dimashq')
    """
    if has_province_word(name):
        names = (bare_name(name), *(unit.name for unit in find_governorates(name)))
        return tuple(dict.fromkeys(map(_governorate_key, names)))
    known = find_place(name)
    return tuple(dict.fromkeys(name_key(each) for each in (name, known.name if known else name)))


def _governorate_key(name: str) -> str:
    return f"{_GOVERNORATE}{name_key(name)}"


def _cell(unit: Governorate | None) -> Cell | None:
    if unit is None:
        return None
    return Cell((unit.country, unit.code or name_key(unit.name)), unit.name, unit.country)


def _unit_at(place: AccountPlace) -> Governorate | None:
    if place.lat is None or place.lon is None or place.precision in _POINTLESS:
        return None
    return _at(place.lat, place.lon)


@lru_cache(maxsize=65536)
def _at(lat: float, lon: float) -> Governorate | None:
    return governorate_at(lat, lon)
