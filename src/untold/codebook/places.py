"""Where: the countries, provinces and towns that news of these wars names most.

It is no gazetteer. It tells a reader which capitalized words are places and in
which country, so that "Manbij" and "Hit" are not taken for people or verbs;
coordinates come later, from a real gazetteer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from untold.codebook.errors import BrokenVocabulary
from untold.codebook.folding import fold, name_key
from untold.codebook.shapes import shaped_list

PlaceKind = Literal["country", "region", "governorate", "city", "town", "area"]


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place that the codebook knows by name.

    `country` is ISO 3166-1 alpha-3, null for a name that places of several
    countries bear ("Tripoli"). `case_aliases` are short forms, or names that
    are also plain words ("Hit"), which count only as they are written.
    """

    name: str
    name_ar: str | None
    country: str | None
    kind: PlaceKind
    aliases: tuple[str, ...] = ()
    case_aliases: tuple[str, ...] = ()


class CountryEntry(msgspec.Struct, forbid_unknown_fields=True):
    """One country as its word list writes it."""

    name: str
    name_ar: str | None = None
    aliases: tuple[str, ...] = ()
    case_aliases: tuple[str, ...] = ()


class CountryList(msgspec.Struct, forbid_unknown_fields=True):
    """The countries by ISO 3166-1 alpha-3 code."""

    source: str
    country: dict[str, CountryEntry]


class PlaceEntry(msgspec.Struct, forbid_unknown_fields=True):
    """One place below the country, as its word list writes it."""

    name: str
    kind: PlaceKind
    name_ar: str | None = None
    aliases: tuple[str, ...] = ()
    case_aliases: tuple[str, ...] = ()
    cased: bool = False  # the name itself is also a plain word: it counts only as written
    plain_ar: bool = False  # the Arabic name is also a plain word, or another place: shown, never looked up


class PlaceList(msgspec.Struct, forbid_unknown_fields=True):
    """The places by country code, and the names that several countries share."""

    source: str
    homonyms: tuple[PlaceEntry, ...]
    place: dict[str, tuple[PlaceEntry, ...]]


class DemonymList(msgspec.Struct, forbid_unknown_fields=True):
    """What the people and things of a country are called, by country code."""

    source: str
    demonym: dict[str, tuple[str, ...]]


@cache
def countries() -> Mapping[str, KnownPlace]:
    """Return the countries of ISO 3166-1 by alpha-3 code."""
    listed = shaped_list("countries", CountryList).country
    return MappingProxyType(
        {
            code: KnownPlace(entry.name, entry.name_ar, code, "country", entry.aliases, entry.case_aliases)
            for code, entry in listed.items()
        }
    )


@cache
def place_names() -> Mapping[str, KnownPlace]:
    """Return every place name and alias, under its `name_key`.

    Raises `BrokenVocabulary` where two places claim one name: such a name
    belongs among the homonyms, without a country.
    """
    return index_places((spelling, listed.place) for listed in _listed_places() for spelling in listed.uncased)


@cache
def cased_place_names() -> Mapping[str, KnownPlace]:
    """Return the forms that count only as they are written: "US", "U.K.", "Hit".

    Raises `BrokenVocabulary` where two places claim one form.
    """
    named: dict[str, KnownPlace] = {}
    for listed in _listed_places():
        for form in listed.cased:
            claim_place(named, form, listed.place)
    return MappingProxyType(named)


@cache
def demonyms() -> Mapping[str, str]:
    """Return the country code behind "Syrian" and "Syrians", under the word's `name_key`.

    Raises `BrokenVocabulary` where two countries claim one word.

    >>> demonyms()["syrians"]
    'SYR'
    """
    found: dict[str, str] = {}
    for code, words in shaped_list("demonyms", DemonymList).demonym.items():
        if code not in countries():
            raise BrokenVocabulary(f"demonyms.toml, {code}", "no such country in countries.toml")
        for word in words:
            key = name_key(word)
            if key in found:
                raise BrokenVocabulary(f"demonyms.toml, {code}", f"{word!r} is already of {found[key]}")
            found[key] = code
    return MappingProxyType(found)


def country_name(iso3: str) -> str:
    """Return the country's name in English; raises `KeyError` for no country's code.

    >>> country_name("SYR")
    'Syria'
    """
    return countries()[iso3].name


def find_place(name: str) -> KnownPlace | None:
    """Return the place that `name` means, with or without its article, or null.

    >>> find_place("Deir Ezzor").name, find_place("the United Kingdom").country
    ('Deir ez-Zor', 'GBR')
    """
    written = " ".join(fold(name).split())
    for form in (written, _without_article(written)):
        if form in cased_place_names():
            return cased_place_names()[form]
        if (key := name_key(form)) in place_names():
            return place_names()[key]
    return None


def index_places(named: Iterable[tuple[str, KnownPlace]]) -> Mapping[str, KnownPlace]:
    """Return the places of `named` (spelling and place) by `name_key`.

    Raises `BrokenVocabulary` where two entries claim one key.
    """
    index: dict[str, KnownPlace] = {}
    for spelling, place in named:
        claim_place(index, name_key(spelling), place)
    return MappingProxyType(index)


def claim_place(index: dict[str, KnownPlace], key: str, place: KnownPlace) -> None:
    """Enter `place` under `key`; raises `BrokenVocabulary` where the key is taken or empty."""
    if not key:
        raise BrokenVocabulary(f"places, {place.name}", "an empty name")
    if key in index:
        taken = index[key]
        raise BrokenVocabulary(f"places, {place.name} ({place.country})", f"{key!r} is {taken.name} ({taken.country})")
    index[key] = place


@dataclass(frozen=True, slots=True)
class _Listed:
    """A place with the names that are looked up in any case, and those that count only as written."""

    place: KnownPlace
    uncased: tuple[str, ...]
    cased: tuple[str, ...]


@cache
def _listed_places() -> tuple[_Listed, ...]:
    listed = shaped_list("places", PlaceList)
    known = [_listed_country(country) for country in countries().values()]
    known.extend(_listed_place(entry, None) for entry in listed.homonyms)
    for code, entries in listed.place.items():
        if code not in countries():
            raise BrokenVocabulary(f"places.toml, {code}", "no such country in countries.toml")
        known.extend(_listed_place(entry, code) for entry in entries)
    return tuple(known)


def _listed_country(country: KnownPlace) -> _Listed:
    arabic = () if country.name_ar is None else (country.name_ar,)
    return _Listed(country, (country.name, *arabic, *country.aliases), country.case_aliases)


def _listed_place(entry: PlaceEntry, country: str | None) -> _Listed:
    place = KnownPlace(entry.name, entry.name_ar, country, entry.kind, entry.aliases, entry.case_aliases)
    arabic = () if entry.name_ar is None or entry.plain_ar else (entry.name_ar,)
    if entry.cased:
        return _Listed(place, (*arabic, *entry.aliases), (entry.name, *entry.case_aliases))
    return _Listed(place, (entry.name, *arabic, *entry.aliases), entry.case_aliases)


def _without_article(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name
