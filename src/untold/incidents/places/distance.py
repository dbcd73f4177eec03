"""How far apart two places are on the ground, one pair or a million at once."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from untold.codebook.coordinates.point import EARTH_RADIUS_KM, KM_PER_DEGREE

Degrees = NDArray[np.float64]


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance between two points in degrees, in kilometres (haversine).

    >>> round(distance_km(36.2, 37.15, 35.95, 39.01))
    169
    """
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    chord = math.sin((phi2 - phi1) / 2) ** 2
    chord += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(chord, 1.0)))


def distances_km(lat1: Any, lon1: Any, lat2: Any, lon2: Any) -> Degrees:
    """Return `distance_km` over arrays of degrees that broadcast; NaN where a coordinate is NaN.

    >>> distances_km([36.2, 0.0], [37.15, 0.0], 36.2, 37.15).round().tolist()
    [0.0, 5556.0]
    """
    phi1, phi2 = np.radians(np.asarray(lat1, float)), np.radians(np.asarray(lat2, float))
    turn = np.radians(np.asarray(lon2, float) - np.asarray(lon1, float))
    chord = np.sin((phi2 - phi1) / 2) ** 2 + np.cos(phi1) * np.cos(phi2) * np.sin(turn / 2) ** 2
    far: Degrees = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(chord, 1.0)))
    return far


def midpoint(lat1: float, lon1: float, lat2: float, lon2: float) -> tuple[float, float]:
    """Return the point half way along the great circle, in degrees.

    >>> [round(x, 2) for x in midpoint(36.0, 37.0, 36.0, 39.0)]
    [36.0, 38.0]
    """
    ends = [_unit(lat1, lon1), _unit(lat2, lon2)]
    x, y, z = (sum(axis) for axis in zip(*ends, strict=True))
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def cell(lat: float, lon: float, size_deg: float = 0.1) -> tuple[int, int]:
    """Return the row and column of the grid cell that holds a point: a key for blocking, 0.1° is about 11 km.

    >>> cell(36.25, 37.15)
    (1262, 2171)
    """
    return math.floor((lat + 90) / size_deg), math.floor((lon + 180) / size_deg)


def cells_around(lat: float, lon: float, radius_km: float, size_deg: float = 0.1) -> tuple[tuple[int, int], ...]:
    """Return the cells that a circle may touch: whoever lies within `radius_km` has one of these as its `cell`.

    >>> len(cells_around(36.25, 37.15, 5.0)), (1262, 2171) in cells_around(36.25, 37.15, 5.0)
    (3, True)
    """
    high = radius_km / KM_PER_DEGREE
    wide = min(high / max(math.cos(math.radians(min(abs(lat) + high, 89.9))), 1e-3), 180.0)
    (south, west), (north, east) = cell(lat - high, lon - wide, size_deg), cell(lat + high, lon + wide, size_deg)
    around = round(360 / size_deg)
    columns = dict.fromkeys(column % around for column in range(west, east + 1))
    return tuple((row, column) for row in range(south, north + 1) for column in columns)


def _unit(lat: float, lon: float) -> tuple[float, float, float]:
    phi, lam = math.radians(lat), math.radians(lon)
    return math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)
