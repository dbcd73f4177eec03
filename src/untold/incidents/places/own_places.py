"""The record's own places: where earlier accounts put a name, because no gazetteer has the villages that are struck.

Each has the accounts that know it, so that a wrong one can be found and put
right where it came from.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from types import MappingProxyType

from untold.claims.account import Account, AccountPlace
from untold.incidents.places.distance import distance_km
from untold.incidents.places.governorates import governorate_at, governorates_near, stated_governorates
from untold.incidents.places.names import folded_key, name_keys
from untold.incidents.places.precision import coarser, radius_km
from untold.incidents.places.wording import is_plain

SAME_SPOT_KM = 10.0  # two points of one name that are no further apart are one place
_SLIP_KM = 25.0  # that far beyond a border, a point may still be of the province that its account states
_WHOLE_PLACES = ("village", "town", "city", "subdistrict", "district")
_NAMED = "village"  # a name alone never gives more than that: another strike in the village hit another house


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place that accounts of the record know, in the middle of where they put it.

    `precision` is what the name gives from now on, a village at best, whatever
    spot its accounts knew; `accounts` are their ids.
    """

    id: str
    name: str
    name_local: str | None
    names: tuple[str, ...]
    lat: float
    lon: float
    precision: str
    country: str | None
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """The record's places under every key of their names."""

    places: tuple[OwnPlace, ...] = ()
    by_key: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    doubted: tuple[str, ...] = ()  # accounts whose coordinates lie elsewhere than they say: left out

    def named(self, name: str, country: str | None = None) -> tuple[OwnPlace, ...]:
        """Return the places that share a key with a name, those that share its folded form first."""
        found = dict.fromkeys(n for key in name_keys(name) for n in self.by_key.get(key, ()))
        places = (self.places[n] for n in found)
        return tuple(place for place in places if country is None or place.country in {None, country})


def own_places(accounts: Iterable[Account]) -> OwnPlaces:
    """Return the places of the accounts that give a name and coordinates.

    Accounts are one place where name, local name and country are the same
    spelling and the points lie within ten kilometres; a name that is put in
    two places is two places, and stays ambiguous.
    """
    groups: dict[tuple[str, str, str | None], list[Account]] = {}
    doubted: list[str] = []
    for account in accounts:
        if (key := _key(account.place)) is None:
            continue
        if _contradicts_itself(account.place):
            doubted.append(account.id)
        else:
            groups.setdefault(key, []).append(account)
    places = tuple(_place(spot) for group in groups.values() for spot in _spots(_of_the_name(group)))
    return OwnPlaces(places, _indexed(places), tuple(doubted))


def _contradicts_itself(place: AccountPlace) -> bool:
    """Return whether the coordinates lie in another province or country than the account states."""
    if place.lat is None or place.lon is None:
        return True
    near = governorates_near(place.lat, place.lon, _SLIP_KM)
    stated = stated_governorates(place.admin1, place.country)
    if place.country is not None and all(unit.country != place.country for unit in near):
        return True
    return bool(stated) and not set(stated) & set(near)


def _of_the_name(accounts: Sequence[Account]) -> Sequence[Account]:
    """Return the accounts that put the place itself, where there are any: the others put a strike about it."""
    named = [account for account in accounts if account.place.precision in _WHOLE_PLACES]
    return named or accounts


def _key(place: AccountPlace) -> tuple[str, str, str | None] | None:
    names = folded_key(place.name or ""), folded_key(place.name_local or "")
    if not any(names) or place.lat is None or place.lon is None or (place.lat, place.lon) == (0, 0):
        return None
    unit = governorate_at(place.lat, place.lon) if place.country is None else None
    return (*names, place.country or (unit.country if unit else None))


def _spots(accounts: Sequence[Account]) -> list[list[Account]]:
    """Return the accounts of one name by where they put it, each spot around its first account."""
    spots: list[list[Account]] = []
    for account in accounts:
        lat, lon = _point(account)
        near = (spot for spot in spots if distance_km(*_point(spot[0]), lat, lon) <= SAME_SPOT_KM)
        spot = next(near, None)
        if spot is None:
            spots.append(spot := [])
        spot.append(account)
    return spots


def _place(spot: Sequence[Account]) -> OwnPlace:
    places = [account.place for account in spot]
    first = places[0]
    lat, lon = median(_point(account)[0] for account in spot), median(_point(account)[1] for account in spot)
    names = tuple(dict.fromkeys(name for place in places for name in _names(place)))
    unit = governorate_at(lat, lon)
    return OwnPlace(
        id=f"own:{folded_key(names[0])}:{lat:.3f},{lon:.3f}",
        name=names[0],
        name_local=first.name_local,
        names=names,
        lat=lat,
        lon=lon,
        precision=_coarsest(places),
        country=first.country or (unit.country if unit else None),
        accounts=tuple(account.id for account in spot),
    )


def _names(place: AccountPlace) -> tuple[str, ...]:
    """Return an account's names; that in the other script only where the first is a name and not a way to it."""
    first = place.name or place.name_local or ""
    return tuple(filter(None, (first, place.name_local if is_plain(first) else None)))


def _coarsest(places: Iterable[AccountPlace]) -> str:
    """Return the rung that a name gives: the finest that an account of a whole place has, a village at best."""
    if not any(place.precision in _WHOLE_PLACES for place in places):
        return "nearby"  # only strikes are known, and none says where in or about the place it was
    return min((coarser(place.precision or "nearby", _NAMED) for place in places), key=radius_km)


def _point(account: Account) -> tuple[float, float]:
    lat, lon = account.place.lat, account.place.lon
    if lat is None or lon is None:
        raise ValueError(account.id)
    return lat, lon


def _indexed(places: Sequence[OwnPlace]) -> Mapping[str, tuple[int, ...]]:
    by_key: dict[str, dict[int, None]] = {}
    for n, place in enumerate(places):
        for key in {key for name in place.names for key in name_keys(name)}:
            by_key.setdefault(key, {})[n] = None
    return MappingProxyType({key: tuple(numbers) for key, numbers in by_key.items()})
