"""Coordinates in all the writings that reports use, read without guessing and without any network.

Decimal degrees, degrees with minutes and seconds, grid references, links to
maps: each becomes a point with the radius that its last digit leaves open.
What could be read in two ways is refused, with what was expected.
"""

import re

from untold.codebook.coordinates import grid, links
from untold.codebook.coordinates.degrees import read_degrees
from untold.codebook.coordinates.point import Point
from untold.codebook.errors import UnreadableCoordinates
from untold.codebook.folding import fold

_LONGEST = 2000  # characters, a long link's; a longer text is no coordinate
_LONGEST_PLAIN = 120
_INVISIBLE = dict.fromkeys([0, 0xFEFF, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_GRID = re.compile(r"\s*\d{1,2}\s*[A-Za-z]\s*[A-Za-z]{2}[\s\d]*", re.ASCII)
_GRID_LABEL = re.compile(r"^\s*(?:MGRS|grid|USNG)\s*[:=]?\s*", re.IGNORECASE)
EXPECTED = (
    "two numbers in degrees (36.20, 37.15), degrees and minutes (36°12'N 37°09'E), a grid reference or a map's link"
)


def parse_coordinates(text: str) -> Point:
    """Return the point that a text gives, in whatever writing; latitude comes first where no letter says otherwise.

    Raises `UnreadableCoordinates` with the value and what was expected.

    >>> point = parse_coordinates("٣٦٫٢٠، ٣٧٫١٥")
    >>> [point.lat, point.lon, round(point.radius_km, 3)]
    [36.2, 37.15, 0.714]
    >>> parse_coordinates("https://www.google.com/maps/@36.2,37.15,15z").remark
    'the middle of the map that was shown, which need not be the place'
    """
    written = text.translate(_INVISIBLE).strip() if len(text) <= _LONGEST else ""
    if links.is_link(written):
        return links.parse_link(written)
    plain = fold(written)
    if not plain or len(plain) > _LONGEST_PLAIN:
        raise UnreadableCoordinates(text, "it is too long" if text.strip() else "it is empty", EXPECTED)
    unlabelled = _GRID_LABEL.sub("", plain)
    if unlabelled != plain or _GRID.fullmatch(plain):
        return grid.parse_mgrs(unlabelled)
    return read_degrees(text, plain, EXPECTED)
