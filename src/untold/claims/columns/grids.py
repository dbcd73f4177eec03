"""A belligerent's own grid: the square that it looked at, and how exactly that places its strike.

A coalition prints the military grid of the place it assessed. A cell with two
squares names no single place, and stays words.
"""

from untold.codebook.coordinates.grid import parse_mgrs
from untold.codebook.coordinates.point import Point
from untold.codebook.errors import UnreadableCoordinates

_HALF_DIAGONAL_KM = 0.5**0.5 / 1000  # of a square of one metre


def square_of(words: str) -> Point | None:
    """Return the middle of the one square that the words name, or null where they name none, or several.

    >>> square = square_of("31U DQ 48251 11932")
    >>> round(square.lat, 4), round(square.lon, 4)
    (48.8582, 2.2945)
    >>> square_of("37SDV603761/37SDV580651") is None
    True
    """
    try:
        return parse_mgrs(words)
    except UnreadableCoordinates:
        return None


def precision_of(square: Point) -> str | None:
    """Return the rung of `geo_precision` that a belligerent's square stands on, or null for a coarser one.

    Source: Airwars' ladder, "within 100m" and "within 1m (via Coalition)"; a
    square of ten metres is only known to be within a hundred.

    >>> precision_of(square_of("37SDV603761")), precision_of(square_of("37SDV6076"))
    ('within_100m', None)
    """
    side_m = round(square.radius_km / _HALF_DIAGONAL_KM)
    if side_m == 1:
        return "within_1m"
    return "within_100m" if side_m <= 100 else None  # noqa: PLR2004 (metres, as in the rung's name)
