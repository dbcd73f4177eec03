"""How the places of two numbers stand to each other: the same, one within the other, or apart.

A name decides nothing alone: Tripoli in Libya is not Tripoli in Lebanon, and
Manbij, which no sentence calls Syrian, lies in Syria. So each place is a spot
in its country, and a country that is named alone is the whole of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from untold.claims.claim import Place
from untold.codebook.folding import name_key
from untold.codebook.places import find_place

PlaceRelation = Literal["same", "inside", "around", "overlapping", "apart"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place by the key of its name, in a country where that is known; without a name the whole country."""

    country: str | None
    name: str | None

    def is_same(self, other: "Spot") -> bool:
        """Return whether two names are one place: a country that only one of them states is no difference."""
        return self.name == other.name and (self.country == other.country or None in (self.country, other.country))

    def is_within(self, other: "Spot") -> bool:
        """Return whether this place is the other, or lies in the country that the other is the whole of."""
        return self.is_same(other) or (other.name is None and other.country == self.country)


@lru_cache(maxsize=4096)
def spots(places: tuple[Place, ...]) -> frozenset[Spot]:
    """Return the places of a number, each once; a country beside a place within it ("Manbij, in Syria") adds nothing.

    >>> sorted(str(spot.name) for spot in spots((Place("Deir Ezzor", None), Place("Syria", "SYR"))))
    ['deir ez zor']
    """
    found = {_spot(place) for place in places}
    within = {spot.country for spot in found if spot.name is not None}
    return frozenset(spot for spot in found if spot.name is not None or spot.country not in within)


def place_names(places: tuple[Place, ...]) -> frozenset[str]:
    """Return a key that two numbers share wherever their places can be the same."""
    return frozenset(spot.name or f"all of {spot.country}" for spot in spots(places))


def place_relation(ours: tuple[Place, ...], theirs: tuple[Place, ...]) -> PlaceRelation:
    """Return how the places of one number stand to those of another; both must name some.

    >>> place_relation((Place("Manbij", None),), (Place("Syria", "SYR"),))
    'inside'
    >>> place_relation((Place("Syria", "SYR"), Place("Iraq", "IRQ")), (Place("Syria", "SYR"),))
    'around'
    """
    return _relation(spots(ours), spots(theirs))


def countries_of(places: Sequence[Place]) -> tuple[str, ...]:
    """Return the countries of which the places name the whole, in order; empty where any place is smaller.

    >>> countries_of([Place("Syria", "SYR"), Place("Iraq", "IRQ")])
    ('SYR', 'IRQ')
    """
    found = [_spot(place) for place in places]
    if any(spot.name is not None or spot.country is None for spot in found):
        return ()
    return tuple(dict.fromkeys(spot.country for spot in found if spot.country is not None))


@lru_cache(maxsize=16384)
def _spot(place: Place) -> Spot:
    known = find_place(place.name)
    if known is None:
        return Spot(place.country, name_key(place.name))
    country = place.country or known.country
    return Spot(country, None if known.kind == "country" else name_key(known.name))


def _relation(ours: frozenset[Spot], theirs: frozenset[Spot]) -> PlaceRelation:
    is_inside = all(any(spot.is_within(other) for other in theirs) for spot in ours)
    is_around = all(any(other.is_within(spot) for spot in ours) for other in theirs)
    if is_inside and is_around:
        return "same"
    if is_inside:
        return "inside"
    if is_around:
        return "around"
    meets = any(spot.is_within(other) or other.is_within(spot) for spot in ours for other in theirs)
    return "overlapping" if meets else "apart"
