"""Where the accounts lie that give a name and no coordinates: what the name was found to mean, beside what they say.

Half the sources print a village and no point. Where its name means one place,
by the gazetteer or by the record's own accounts, a match takes that point with
the radius that a name leaves open; an ambiguous or unknown name stays one, and
meets others by its spelling alone. What an account says is never altered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from untold.claims.account import Account, AccountPlace
from untold.codebook.places import countries
from untold.incidents.matching.traits import NamedPlace
from untold.incidents.places.doubts import doubts_of
from untold.incidents.places.gazetteer import Gazetteer
from untold.incidents.places.gazetteer import gazetteer as standard_gazetteer
from untold.incidents.places.own_places import OwnPlaces, own_places
from untold.incidents.places.precision import coarser, radius_km
from untold.incidents.places.resolution import PlaceQuery, Resolution, query_of
from untold.incidents.places.resolving import resolve


@dataclass(frozen=True, slots=True)
class Placement:
    """What the place's name of one account means; `is_taken` where the match uses it."""

    account: str
    resolution: Resolution
    is_taken: bool


@dataclass(frozen=True, slots=True)
class PlaceDoubts:
    """What is odd about the coordinates that an account states; said, never repaired."""

    account: str
    doubts: tuple[str, ...]


def placements_of(accounts: Iterable[Account], gazetteer: Gazetteer | None = None) -> tuple[Placement, ...]:
    """Return what the names mean of accounts without coordinates, in the order of their ids.

    The record's own places are those of all accounts; their order changes
    nothing. A name without a country is looked up and not taken: there is a
    town of nearly every name somewhere on the globe.
    """
    listed = sorted(accounts, key=lambda each: each.id)
    asked = {each.id: _query(each.place) for each in listed if _has_only_a_name(each.place)}
    if not asked:
        return ()
    found = _resolved(set(asked.values()), gazetteer or standard_gazetteer(), own_places(listed))
    return tuple(Placement(each, found[query], _is_taken(found[query])) for each, query in asked.items())


def named_places(accounts: Iterable[Account], placements: Iterable[Placement]) -> dict[str, NamedPlace]:
    """Return, by account, the places that a match takes for names: with coordinates, precision and province."""
    by_id = {account.id: account.place for account in accounts}
    return {each.account: _named(by_id[each.account], each.resolution) for each in placements if each.is_taken}


def placed(accounts: Iterable[Account], places: Mapping[str, NamedPlace]) -> tuple[Account, ...]:
    """Return the accounts with the places of their names in place of names alone."""
    return tuple(replace(each, place=places[each.id].place) if each.id in places else each for each in accounts)


def doubted_places(accounts: Iterable[Account]) -> tuple[PlaceDoubts, ...]:
    """Return the accounts whose own coordinates are odd, in the order of their ids."""
    asked: dict[tuple[float, float, str | None, str | None], tuple[str, ...]] = {}
    found: list[PlaceDoubts] = []
    for account in sorted(accounts, key=lambda each: each.id):
        place = account.place
        if place.lat is None or place.lon is None:
            continue
        key = (place.lat, place.lon, _country(place), place.admin1)
        if key not in asked:
            asked[key] = doubts_of(key[0], key[1], country=key[2], admin1=key[3])
        if asked[key]:
            found.append(PlaceDoubts(account.id, asked[key]))
    return tuple(found)


def _has_only_a_name(place: AccountPlace) -> bool:
    return (place.lat is None or place.lon is None) and bool(place.name or place.name_local)


def _query(place: AccountPlace) -> PlaceQuery:
    return replace(query_of(place), country=_country(place))


def _country(place: AccountPlace) -> str | None:
    return place.country if place.country in countries() else None


def _resolved(queries: set[PlaceQuery], gazetteer: Gazetteer, own: OwnPlaces) -> dict[PlaceQuery, Resolution]:
    return {query: resolve(query, gazetteer, own) for query in queries}


def _is_taken(resolution: Resolution) -> bool:
    return resolution.verdict == "resolved" and resolution.query.country is not None


def _named(stated: AccountPlace, resolution: Resolution) -> NamedPlace:
    chosen = resolution.chosen
    if chosen is None or resolution.precision is None or resolution.radius_km is None:
        raise ValueError(resolution)
    precision = resolution.precision if stated.precision is None else coarser(stated.precision, resolution.precision)
    place = replace(
        stated,
        lat=chosen.lat,
        lon=chosen.lon,
        precision=precision,
        gazetteer_id=chosen.id,
        admin1=stated.admin1 or chosen.admin1,
        country=stated.country or chosen.country,
    )
    return NamedPlace(place, max(resolution.radius_km, radius_km(precision)))
