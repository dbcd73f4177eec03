"""Grid references: where on the ground a belligerent's "37SDV603761" lies.

A coalition prints the military grid of the place it looked at. That is a
coordinate with its own precision in its number of digits: a square of a
hundred metres, or of one. A cell with two squares names no single place, and
stays words.

Source: NGA.STND.0037, *Universal Grids and the Transverse Mercator and Polar
Stereographic Map Projections* (zones, bands, letters of the squares); the
inverse projection is Snyder, *Map Projections: A Working Manual* (1987),
formulas 8-17 to 8-25, on WGS 84.
"""

import math
import re
from dataclasses import dataclass

_GRID = re.compile(r"(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])(\d*)")
_ROWS = "ABCDEFGHJKLMNPQRSTUV"
_COLUMNS = ("STUVWXYZ", "ABCDEFGH", "JKLMNPQR")  # by zone number modulo three
_BANDS = "CDEFGHJKLMNPQRSTUVWX"
_ROW_CYCLE = 2_000_000  # the letters of the rows come again every 2,000 km
_SQUARE = 100_000  # metres
_DIGITS = 5  # a coordinate of five digits is one of metres
_ZONES = 60
_A, _E2, _K0 = 6_378_137.0, 0.006_694_379_990_14, 0.9996  # WGS 84, scale on the central meridian
_FALSE_EASTING, _FALSE_NORTHING = 500_000.0, 10_000_000.0


@dataclass(frozen=True, slots=True)
class GridSquare:
    """A square of the military grid: its middle in WGS 84 degrees, and its side in metres."""

    text: str  # without spaces, in capitals
    lat: float
    lon: float
    side_m: int


def read_grid(words: str) -> GridSquare | None:
    """Return the one square that the words name, or null where they name none, or several.

    >>> square = read_grid("31U DQ 48251 11932")
    >>> round(square.lat, 4), round(square.lon, 4), square.side_m
    (48.8582, 2.2945, 1)
    >>> read_grid("37SDV603761").side_m
    100
    >>> read_grid("37SDV603761/37SDV580651") is None
    True
    """
    text = re.sub(r"\s+", "", words).upper().rstrip(".")
    match = _GRID.fullmatch(text)
    if match is None or len(match[5]) % 2 or len(match[5]) > 2 * _DIGITS or not 1 <= int(match[1]) <= _ZONES:
        return None
    zone, band = int(match[1]), match[2]
    column = _COLUMNS[zone % 3].find(match[3])
    if column < 0:
        return None
    half = len(match[5]) // 2
    side = 10 ** (_DIGITS - half)
    easting = (column + 1) * _SQUARE + _metres(match[5][:half], side)
    northing = _northing(zone, band, match[4]) + _metres(match[5][half:], side)
    lat, lon = _degrees(zone, easting, northing, is_north=band >= "N")
    return GridSquare(text, lat, lon, side)


def precision_of(square: GridSquare) -> str | None:
    """Return the rung of `geo_precision` that a belligerent's square stands on, or null for a coarser one.

    Source: Airwars' ladder, "within 100m" and "within 1m (via Coalition)"; a
    square of ten metres is only known to be within a hundred.
    """
    if square.side_m == 1:
        return "within_1m"
    return "within_100m" if square.side_m <= 100 else None  # noqa: PLR2004 (metres, as in the rung's name)


def _metres(digits: str, side: int) -> float:
    return (int(digits) * side if digits else 0) + side / 2


def _northing(zone: int, band: str, letter: str) -> float:
    """Return the metres from the equator of a row's lower edge: the row of that letter within the band."""
    row = (_ROWS.index(letter) - (5 if zone % 2 == 0 else 0)) % len(_ROWS) * _SQUARE
    lowest = _band_bottom(band)
    return row + math.ceil((lowest - row - _SQUARE) / _ROW_CYCLE) * _ROW_CYCLE


def _band_bottom(band: str) -> float:
    """Return the northing of a band's southern edge on the central meridian, where it is smallest."""
    lat = math.radians(-80 + 8 * _BANDS.index(band))
    northing = _K0 * _meridian(lat)
    return northing if band >= "N" else northing + _FALSE_NORTHING


def _meridian(lat: float) -> float:
    """Return the length of the meridian from the equator (Snyder 3-21)."""
    e4, e6 = _E2**2, _E2**3
    return _A * (
        (1 - _E2 / 4 - 3 * e4 / 64 - 5 * e6 / 256) * lat
        - (3 * _E2 / 8 + 3 * e4 / 32 + 45 * e6 / 1024) * math.sin(2 * lat)
        + (15 * e4 / 256 + 45 * e6 / 1024) * math.sin(4 * lat)
        - (35 * e6 / 3072) * math.sin(6 * lat)
    )


def _footpoint(arc: float) -> float:
    """Return the latitude whose meridian arc is `arc` (Snyder 3-26)."""
    e1 = (1 - math.sqrt(1 - _E2)) / (1 + math.sqrt(1 - _E2))
    mu = arc / (_A * (1 - _E2 / 4 - 3 * _E2**2 / 64 - 5 * _E2**3 / 256))
    return (
        mu
        + (3 * e1 / 2 - 27 * e1**3 / 32) * math.sin(2 * mu)
        + (21 * e1**2 / 16 - 55 * e1**4 / 32) * math.sin(4 * mu)
        + (151 * e1**3 / 96) * math.sin(6 * mu)
        + (1097 * e1**4 / 512) * math.sin(8 * mu)
    )


def _degrees(zone: int, easting: float, northing: float, *, is_north: bool) -> tuple[float, float]:
    """Return latitude and longitude of a point of the zone (Snyder 8-17, 8-18)."""
    foot = _footpoint((northing if is_north else northing - _FALSE_NORTHING) / _K0)
    sin, cos, tan = math.sin(foot), math.cos(foot), math.tan(foot)
    ep2 = _E2 / (1 - _E2)
    c, t = ep2 * cos**2, tan**2
    n = _A / math.sqrt(1 - _E2 * sin**2)
    r = _A * (1 - _E2) / (1 - _E2 * sin**2) ** 1.5
    d = (easting - _FALSE_EASTING) / (n * _K0)
    quartic = 5 + 3 * t + 10 * c - 4 * c**2 - 9 * ep2
    sextic = 61 + 90 * t + 298 * c + 45 * t**2 - 252 * ep2 - 3 * c**2
    lat = foot - (n * tan / r) * (d**2 / 2 - quartic * d**4 / 24 + sextic * d**6 / 720)
    quintic = 5 - 2 * c + 28 * t - 3 * c**2 + 8 * ep2 + 24 * t**2
    lon = (d - (1 + 2 * t + c) * d**3 / 6 + quintic * d**5 / 120) / cos
    return math.degrees(lat), zone * 6 - 183 + math.degrees(lon)
