"""Military grid references: "37S DV 580 651", with or without spaces, cut short or whole.

A belligerent's statement often gives nothing else to find its strike by. A
reference names a square, not a point: its middle is returned, with the radius
that its digits leave open. Letters and bands are those of NGA.STND.0037 (2014), chapter 3.
"""

import math
import re

from untold.codebook.coordinates.point import Point
from untold.codebook.coordinates.projection import central_meridian, from_utm, to_utm
from untold.codebook.errors import UnreadableCoordinates
from untold.codebook.folding import fold

EXPECTED = 'a grid reference such as "37S DV 580 651"'
_LONGEST = 60  # characters; longer is no reference, whatever stands in it
_BANDS = "CDEFGHJKLMNPQRSTUVWX"
_COLUMNS = ("STUVWXYZ", "ABCDEFGH", "JKLMNPQR")  # by zone modulo 3
_ROWS = "ABCDEFGHJKLMNPQRSTUV"
_EVEN_SHIFT = 5  # rows of even zones begin at F
_SQUARE = 100_000  # metres
_CYCLE = _SQUARE * len(_ROWS)
_MOST_DIGITS = 5
_OVERLAP_M = 40_000  # grids are printed that far beyond their zone (NGA.STND.0037, 2014)
_METRES_PER_DEGREE = 111_000
_SHAPE = re.compile(r"(\d{1,2})([A-Z])([A-Z]{2})(\d*)")
_ZONELESS = re.compile(r"[A-HJ-NP-Z][A-HJ-NP-V]\d+")
_SEVERAL = re.compile(r"[/;,&]|\bAND\b")
_SPACES = re.compile(r"[\s.,;:/()\[\]_-]+")


def parse_mgrs(text: str) -> Point:
    """Return the middle of the square that a grid reference names.

    Spaces, case and Arabic digits do not matter. Raises
    `UnreadableCoordinates` for a missing zone, an odd number of digits, and
    letters that the zone does not have; nothing is repaired.

    >>> point = parse_mgrs("37s dv 580651")
    >>> round(point.lat, 4), round(point.lon, 4), round(point.radius_km, 3)
    (35.8296, 38.5355, 0.071)
    """
    written = "" if len(text) > _LONGEST else _SPACES.sub("", fold(text)).upper()
    matched = _SHAPE.fullmatch(written)
    if matched is None:
        raise UnreadableCoordinates(text, _what_is_missing(text, written), EXPECTED)
    zone, band, square, digits = int(matched[1]), matched[2], matched[3], matched[4]
    _refuse_letters(text, zone, band, square)
    if len(digits) % 2 or len(digits) > 2 * _MOST_DIGITS:
        raise UnreadableCoordinates(text, f"{len(digits)} digits", "an even number of digits, 10 at most")
    return _middle(text, zone, band, square, digits)


def to_mgrs(lat: float, lon: float, digits: int = 5) -> str:
    """Return the grid reference of a point, with `digits` digits for each axis; raises `ValueError` at the poles.

    >>> to_mgrs(35.8269, 38.5357, 3)
    '37SDV580648'
    """
    if not -80 <= lat < 84:  # noqa: PLR2004 (UTM's own bounds)
        msg = f"latitude {lat}: grid references of UTM reach from 80° south to 84° north"
        raise ValueError(msg)
    lat = round(lat, 9)  # a tenth of a millimetre: less than that below zero is not the southern half
    zone, band = zone_of(lat, lon), _BANDS[min(int((lat + 80) // 8), len(_BANDS) - 1)]
    easting, northing = to_utm(lat, lon, zone)
    column = _COLUMNS[zone % 3][int(easting // _SQUARE) - 1]
    row = _ROWS[(int(northing // _SQUARE) + _shift(zone)) % len(_ROWS)]
    east, north = (f"{int(metres % _SQUARE):05d}"[:digits] for metres in (easting, northing))
    return f"{zone:02d}{band}{column}{row}{east}{north}"


def zone_of(lat: float, lon: float) -> int:
    """Return the UTM zone of a point, with Norway's and Svalbard's exceptions.

    >>> zone_of(36.0, 38.5), zone_of(60.4, 5.3)
    (37, 32)
    """
    lon = (lon + 180) % 360 - 180
    if 56 <= lat < 64 and 3 <= lon < 12:  # noqa: PLR2004 (zone 32V reaches further west)
        return 32
    if lat >= 72 and 0 <= lon < 42:  # noqa: PLR2004 (31X, 33X, 35X and 37X share Svalbard)
        return 31 + 2 * (lon >= 9) + 2 * (lon >= 21) + 2 * (lon >= 33)  # noqa: PLR2004
    return int((lon + 180) // 6) + 1


def _middle(text: str, zone: int, band: str, square: str, digits: str) -> Point:
    half = len(digits) // 2
    size = _SQUARE / 10**half
    easting = (_COLUMNS[zone % 3].index(square[0]) + 1) * _SQUARE + int(digits[:half] or 0) * size + size / 2
    row = (_ROWS.index(square[1]) - _shift(zone)) % len(_ROWS) * _SQUARE + int(digits[half:] or 0) * size + size / 2
    for northing in _northings(row, _southern_edge(band), zone):
        lat, lon = from_utm(easting, northing, zone)
        if _is_of(zone, band, lat, lon, size):
            return Point(lat, lon, size / 2 * 2**0.5 / 1000, "mgrs")
    raise UnreadableCoordinates(text, f"zone {zone}{band} has no square {square}", "letters of a square in that zone")


def _southern_edge(band: str) -> int:
    return _BANDS.index(band) * 8 - 80


def _is_of(zone: int, band: str, lat: float, lon: float, size: float) -> bool:
    """Return whether the middle of a square of that size may lie in a band of a zone, as far as grids are printed."""
    south = _southern_edge(band)
    slack = (size / 2 + _OVERLAP_M) / _METRES_PER_DEGREE
    half_width = 6 if band in "VX" else 3  # Norway's and Svalbard's zones are wider
    off = abs((lon - central_meridian(zone) + 540) % 360 - 180)
    return (
        south - slack <= lat <= south + (12 if band == "X" else 8) + slack
        and off * math.cos(math.radians(lat)) <= half_width * math.cos(math.radians(lat)) + slack
    )


def _northings(row: float, south: float, zone: int) -> list[float]:
    """Return the rows of that letter that may lie in a band: they repeat every 2,000 km."""
    lowest = to_utm(south, central_meridian(zone), zone)[1]
    first = row + (lowest - row) // _CYCLE * _CYCLE
    return [first, first + _CYCLE]


def _shift(zone: int) -> int:
    return 0 if zone % 2 else _EVEN_SHIFT


def _refuse_letters(text: str, zone: int, band: str, square: str) -> None:
    if not 1 <= zone <= 60:  # noqa: PLR2004
        raise UnreadableCoordinates(text, f"there is no zone {zone}", "a zone from 1 to 60")
    if band not in _BANDS:
        raise UnreadableCoordinates(text, f"there is no band {band}", f"a band among {_BANDS}")
    if square[0] not in _COLUMNS[zone % 3] or square[1] not in _ROWS:
        raise UnreadableCoordinates(text, f"zone {zone} has no square {square}", "letters of a square in that zone")


def _what_is_missing(text: str, written: str) -> str:
    if _ZONELESS.fullmatch(written):
        return "the zone and band are missing"
    parts = [_SPACES.sub("", part) for part in _SEVERAL.split(fold(text[:_LONGEST]).upper())]
    if len(found := [part for part in parts if _SHAPE.fullmatch(part)]) > 1:
        return f"it holds {len(found)} references"
    return "it is no grid reference"
