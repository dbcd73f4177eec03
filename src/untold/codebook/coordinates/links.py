"""The point in a map's link, read from the link itself: nobody is asked over the network."""

import re
from dataclasses import replace
from urllib.parse import unquote

from untold.codebook.coordinates.degrees import ON_EARTH, read_degrees
from untold.codebook.coordinates.point import DATE_LINE, KM_PER_DEGREE, POLE, Point
from untold.codebook.errors import UnreadableCoordinates

EXPECTED = 'a long link that shows its coordinates, such as "https://maps.google.com/?q=36.20,37.15"'
_SHORTENED = "a shortened link holds no coordinates; open it and copy the long one"
VIEW = "the middle of the map that was shown, which need not be the place"
_LINK = re.compile(r"(?:https?://|geo:|(?:www\.|maps\.)?google\.|maps\.app|goo\.gl)", re.IGNORECASE)
_NUMBER = r"([+-]?\d{1,3}(?:\.\d{1,20})?)"
_PIN = re.compile(rf"!3d{_NUMBER}!4d{_NUMBER}")
_PAIR = rf"{_NUMBER}(?:,|%2C)(?:\s|\+|%20)?{_NUMBER}"
_NAMED = re.compile(
    rf"(?:[?&#](?:q|query|ll|sll|daddr|destination|center|cbll|viewpoint)=(?:loc:)?|/place/|/search/|/dir/{{1,2}}|geo:){_PAIR}",
    re.IGNORECASE,
)
_MARKER = re.compile(rf"[?&]mlat={_NUMBER}&mlon={_NUMBER}")
_VIEWS = (re.compile(rf"/@{_PAIR}"), re.compile(rf"#map=\d+(?:\.\d+)?/{_NUMBER}/{_NUMBER}"))
_PLACE = re.compile(r"/(?:place|search)/([^/?#]{1,200})")
_SHORT = re.compile(r"https?://(?:maps\.app\.goo\.gl|goo\.gl|g\.co|bit\.ly)/", re.IGNORECASE)


def is_link(text: str) -> bool:
    """Return whether the text looks like a link to a map."""
    return _LINK.match(text) is not None


def parse_link(link: str) -> Point:
    """Return the point that a link names: its pin before its query, its query before the middle of the view.

    Raises `UnreadableCoordinates` for a shortened link, which holds no coordinates, and for one without any.

    >>> parse_link("https://www.google.com/maps/place/X/@36.1,37.0,12z/data=!3m1!4b1!8m2!3d36.2012!4d37.1343").lat
    36.2012
    """
    for shape in (_PIN, _MARKER, _NAMED):
        if found := _last(shape, link) or _last(shape, unquote(link)):
            return _point(link, found, None)
    if (named := _PLACE.search(link)) and "°" in (words := unquote(named[1].replace("+", " "))):
        return replace(read_degrees(link, words, EXPECTED), writing="link")
    for shape in _VIEWS:
        if found := _last(shape, link):
            return _point(link, found, VIEW)
    raise UnreadableCoordinates(link, _SHORTENED if _SHORT.match(link) else "no coordinates", EXPECTED)


def _last(shape: re.Pattern[str], link: str) -> re.Match[str] | None:
    """Return the last match: a link to a route ends with where it leads."""
    found = None
    for found in shape.finditer(link):  # noqa: B007 (the last one is wanted)
        pass
    return found


def _point(link: str, found: re.Match[str], remark: str | None) -> Point:
    lat, lon = float(found[1]), float(found[2])
    if abs(lat) > POLE or abs(lon) > DATE_LINE:
        raise UnreadableCoordinates(link, f"{lat}, {lon} is not on the earth", ON_EARTH)
    decimals = min(len(number.partition(".")[2]) for number in found.groups())
    return Point(lat, lon, KM_PER_DEGREE * 10**-decimals / 2, "link", remark)
