"""How exactly a place is known: the ladder from a doorstep to a country, in kilometres.

The rungs are the codebook's `geo_precision`; here each gets a radius, so that
"near", "in the countryside of" and "somewhere in the province" can be
compared with a distance.
"""

from types import MappingProxyType

from untold.codebook.errors import UnknownWording
from untold.codebook.vocabularies import geo_crosswalk

# Kilometres within which the incident lies in about nine cases of ten, when its place is known on that rung.
# Measured in November 2026: village 3, p90 of 55 names of Airwars' list against GeoNames' points was 2.7; town and city
# 4 and 6, from p95 of 3.7 over 161 city names, and no less than a large city's own half width; nearby 35, p90 of the
# distance between "near X" and the grid reference of the same coalition statement was 33.5 over 58 statements.
# By size alone: half the breadth of a quarter, a street, a Syrian subdistrict (700 km²), district (3,000 km²) and
# province (13,000 km²). The spots are the accuracy that they state, and never less than a house with its yard.
_RADIUS_KM = MappingProxyType(
    {
        "exact_location": 0.1,
        "exact_location_belligerent": 0.1,
        "exact_location_other": 0.1,
        "within_1m": 0.1,
        "within_100m": 0.1,
        "landmark": 0.5,
        "street": 1.0,
        "neighbourhood": 2.0,
        "village": 3.0,
        "town": 4.0,
        "city": 6.0,
        "nearby": 35.0,
        "subdistrict": 15.0,
        "district": 40.0,
        "province": 100.0,
        "country": 500.0,
        "sea": 200.0,
    }
)


def radius_km(precision: str | None) -> float:
    """Return the radius within which an incident lies about nine times in ten, when its place is known so exactly.

    Of an unstated precision nothing is known but the country. Raises
    `UnknownWording` for what is no rung of `geo_precision`.

    >>> radius_km("village"), radius_km("nearby"), radius_km(None)
    (3.0, 35.0, 500.0)
    """
    if precision is None:
        return _RADIUS_KM["country"]
    if precision not in geo_crosswalk() or precision not in _RADIUS_KM:
        raise UnknownWording(precision, kind="precision of a place")
    return _RADIUS_KM[precision]


def coarser(one: str, other: str) -> str:
    """Return the rung of the two that says less.

    >>> coarser("village", "nearby"), coarser("province", "city")
    ('nearby', 'province')
    """
    return other if radius_km(other) > radius_km(one) else one


def rung_of_radius(kilometres: float) -> str:
    """Return the finest rung that such a radius allows, by its size alone: for a grid or a decimal cut short.

    >>> rung_of_radius(0.07), rung_of_radius(0.7), rung_of_radius(7.1)
    ('within_100m', 'street', 'subdistrict')
    """
    for rung in (
        "within_100m",
        "landmark",
        "street",
        "neighbourhood",
        "village",
        "subdistrict",
        "district",
        "province",
    ):
        if kilometres <= _RADIUS_KM[rung]:
            return rung
    return "country"
