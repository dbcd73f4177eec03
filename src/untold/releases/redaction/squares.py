"""Squares: where something happened, as coarsely as may be told, and never finer by telling it twice.

A point cut to two decimals and, in another release, rounded to one, tells more
than either: which half of the square it is in. So a point is not rounded: it is
laid in a square of a fixed grid, of a side that is a power of ten, and the
middle of the square is published. Each square lies whole within one of the
next size, so that of several releases only the finest tells anything.

What is guaranteed is the square and not a distance: the place may be anywhere
in it, its middle included. Whatever must not be within some distance is to be
withheld, by a side of 0 or as a protected incident.
"""

import math
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from untold.codebook.coordinates.point import DATE_LINE, KM_PER_DEGREE, POLE
from untold.incidents.places.precision import coarser, rung_of_radius

_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Square:
    """A square of the grid by its middle, in WGS 84 degrees, with its side."""

    lat: float
    lon: float
    degrees: float


def square_of(lat: float | None, lon: float | None, side: Decimal) -> Square | None:
    """Return the square of that side in which a point lies, null for a side of 0, for no point and for none on earth.

    >>> square_of(36.123456, 37.98, Decimal("0.01"))
    Square(lat=36.125, lon=37.985, degrees=0.01)
    >>> square_of(-36.123456, -0.001, Decimal("0.1"))
    Square(lat=-36.15, lon=-0.05, degrees=0.1)
    """
    if side == 0 or lat is None or lon is None or not _is_on_earth(lat, lon):
        return None
    return Square(_middle(lat, side, POLE), _middle(lon, side, DATE_LINE), float(side))


def published_rung(rung: str | None, square: Square | None) -> str | None:
    """Return how exactly a published place is known: no finer than its square.

    >>> published_rung("exact_location", square_of(36.1, 37.9, Decimal("0.01")))
    'street'
    >>> published_rung("province", square_of(36.1, 37.9, Decimal("0.01")))
    'province'
    """
    if square is None or rung is None:
        return rung
    return coarser(rung, rung_of_radius(square.degrees * KM_PER_DEGREE * math.sqrt(0.5)))


def _middle(degrees: float, side: Decimal, most: float) -> float:
    """Return the middle of the stretch in which the degrees lie; the edge of the earth belongs to the last."""
    number = (Decimal(repr(degrees)) / side).to_integral_value(ROUND_FLOOR)
    last = Decimal(int(most)) / side - 1
    return float((min(number, last) + _HALF) * side)


def _is_on_earth(lat: float, lon: float) -> bool:
    return abs(lat) <= POLE and abs(lon) <= DATE_LINE
