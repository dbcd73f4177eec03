"""Latitude and longitude in degrees: decimal, or with minutes and seconds, in Latin and Arabic writing."""

import math
import re
from dataclasses import dataclass

from untold.codebook.coordinates.point import DATE_LINE, KM_PER_DEGREE, POLE, Point
from untold.codebook.errors import UnreadableCoordinates

# Hemispheres in words and letters. ش and ق, غ and ج are the Arabic initials of north, east, west and south.
_HEMISPHERES = {
    **dict.fromkeys(("n", "north", "شمال", "شمالا", "ش"), "N"),
    **dict.fromkeys(("s", "south", "جنوب", "جنوبا", "ج"), "S"),
    **dict.fromkeys(("e", "east", "شرق", "شرقا", "ق"), "E"),
    **dict.fromkeys(("w", "west", "غرب", "غربا", "غ"), "W"),
}
_LABELS = {
    **dict.fromkeys(("lat", "latitude", "خط العرض", "عرض"), "N"),
    **dict.fromkeys(("lon", "long", "lng", "longitude", "خط الطول", "طول"), "E"),
}
_SYMBOLS = str.maketrans({"º": "°", "˚": "°", "∘": "°", "⁰": "°", "′": "'", "″": '"', "،": ",", "؛": ";"})
_WORDS = "|".join(sorted(map(re.escape, {**_HEMISPHERES, **_LABELS}), key=len, reverse=True))
_TOKEN = re.compile(
    r"(?P<number>(?<!\d)[+-]?\d{1,12}(?:[.٫]\d{1,20})?)"
    r"|(?P<unit>[°'\":]|(?<=\d)(?:[dm](?![a-z])|s(?=\s?[nsew](?![a-z]))))"
    rf"|(?P<word>{_WORDS})(?![^\W\d_])"
    r"|(?P<hyphen>(?<=\d)-(?=\d))|(?P<gap>[,;/|=()\[\]\s]+|-(?!\d))",
    re.IGNORECASE,
)
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])([+-]?\d{1,3}),(\d{1,20})(?![\d.,])")
_SPACED_COMMAS = re.compile(r"\s*([+-]?\d{1,3}),(\d{1,20}),\s+([+-]?\d{1,3}),(\d{1,20})\s*")
_MOST_PARTS = 3  # degrees, minutes, seconds
ON_EARTH = "a latitude within 90 and a longitude within 180"
_SIXTY = 60.0
_RUN_DIGITS = {6: (2, 2, 2), 7: (3, 2, 2), 4: (2, 2), 5: (3, 2)}  # 361230N 0370900E, 3612N 03709E


@dataclass(frozen=True, slots=True)
class _Half:
    """One of the two coordinates as written: degrees, minutes and seconds as strings, with its hemisphere."""

    numbers: tuple[str, ...]
    hemisphere: str | None

    @property
    def degrees(self) -> float:
        value = math.fsum(abs(float(number)) / _SIXTY**n for n, number in enumerate(self.numbers))
        is_negative = self.numbers[0].startswith("-") != (self.hemisphere in {"S", "W"})
        return -value if is_negative else value

    @property
    def half_unit(self) -> float:
        """Half of what the last digit is worth, in degrees."""
        decimals = len(self.numbers[-1].partition(".")[2])
        return 10.0**-decimals / 2 / _SIXTY ** (len(self.numbers) - 1)


def read_degrees(text: str, plain: str, expected: str) -> Point:
    """Return the point that `plain`, the fold of `text`, gives in degrees.

    A comma between two digits is a decimal comma where the text cannot be
    read otherwise; a text that can be read in two ways is refused. Raises
    `UnreadableCoordinates`.

    >>> point = read_degrees("", "36°12'30\\"N 37°09'00\\"E", "")
    >>> round(point.lat, 4), round(point.lon, 4), round(point.radius_km, 3), point.writing
    (36.2083, 37.15, 0.02, 'dms')
    """
    plain = _with_points(text, plain.translate(_SYMBOLS).replace("''", '"'), expected)
    first, second = _halves(text, plain, expected)
    if first.hemisphere in {"E", "W"} or second.hemisphere in {"N", "S"}:
        first, second = second, first
    if first.hemisphere in {"E", "W"} or second.hemisphere in {"N", "S"}:
        raise UnreadableCoordinates(text, "both numbers are on one axis", expected)
    _refuse_impossible(text, first, second)
    open_km = KM_PER_DEGREE * math.hypot(first.half_unit, second.half_unit * math.cos(math.radians(first.degrees)))
    has_minutes = len(first.numbers) > 1 or len(second.numbers) > 1
    return Point(first.degrees, second.degrees, open_km, "dms" if has_minutes else "decimal")


def _with_points(text: str, plain: str, expected: str) -> str:
    """Return the text with its decimal commas as points."""
    plain = plain.replace("٫", ".")
    if "." in plain:
        return plain
    commas = _DECIMAL_COMMA.sub(r"\1.\2", plain)
    if spaced := _SPACED_COMMAS.fullmatch(plain):
        return f"{spaced[1]}.{spaced[2]} {spaced[3]}.{spaced[4]}"
    is_pair = re.fullmatch(r"\s*[(\[]?\s*[+-]?\d{1,3},\s*[+-]?\d{1,3}\s*[)\]]?\s*", plain) is not None
    if plain.count(",") == 3 and re.fullmatch(r"[\s+\-\d,]+", plain):  # noqa: PLR2004 ("36,2,37,1")
        raise UnreadableCoordinates(text, "its commas may be decimal or between the numbers", expected)
    return plain if is_pair else commas


def _halves(text: str, plain: str, expected: str) -> tuple[_Half, _Half]:
    tokens, end = [], 0
    for token in _TOKEN.finditer(plain.lower()):
        if token.start() != end:
            break
        end = token.end()
        tokens.append(token)
    if end != len(plain):
        raise UnreadableCoordinates(text, f"{plain[end : end + 12]!r} is no part of a coordinate", expected)
    return _paired(text, tokens, expected)


def _paired(text: str, tokens: list[re.Match[str]], expected: str) -> tuple[_Half, _Half]:
    numbers = [n for n, token in enumerate(tokens) if token["number"]]
    axes = [_axis(token["word"]) for token in tokens if token["word"]]
    if not axes and any(token["hyphen"] for token in tokens):
        raise UnreadableCoordinates(text, "its hyphen may be a sign or stand between the numbers", expected)
    second = _start_of_second(tokens, numbers)
    if second is None or len(axes) not in {0, 2}:
        raise UnreadableCoordinates(text, f"numbers: {len(numbers)}, directions: {len(axes)}", expected)
    before = [tokens[n]["number"] for n in numbers if n < second]
    after = [tokens[n]["number"] for n in numbers if n >= second]
    if not (0 < len(before) <= _MOST_PARTS and 0 < len(after) <= _MOST_PARTS):
        raise UnreadableCoordinates(text, f"{len(numbers)} numbers cannot be shared out", expected)
    lat, lon = axes or (None, None)
    return _Half(_unrun(before, lat), lat), _Half(_unrun(after, lon), lon)


def _start_of_second(tokens: list[re.Match[str]], numbers: list[int]) -> int | None:
    """Return the token with which the second coordinate begins: at a direction, a degree sign, or in the middle."""
    words = [n for n, token in enumerate(tokens) if token["word"]]
    degrees = [n - 1 for n, token in enumerate(tokens) if token["unit"] == "°"]
    if len(words) == 2:  # noqa: PLR2004 (one for each axis)
        return words[1] if words[0] == 0 or words[0] < numbers[0] else words[0] + 1
    if len(degrees) == 2:  # noqa: PLR2004
        return degrees[1]
    return numbers[1] if len(numbers) == 2 else None  # noqa: PLR2004


def _axis(word: str) -> str:
    return _HEMISPHERES.get(word) or _LABELS[word]


def _unrun(numbers: list[str], axis: str | None) -> tuple[str, ...]:
    """Return the parts of degrees that were written without any sign between them: 361230N."""
    whole, point, decimals = numbers[0].partition(".")
    if axis is None or len(numbers) > 1 or not whole.isdigit() or len(whole) not in _RUN_DIGITS:
        return tuple(numbers)
    parts, start = [], 0
    for length in _RUN_DIGITS[len(whole)]:
        parts.append(whole[start : start + length])
        start += length
    return (*parts[:-1], parts[-1] + point + decimals)


def _refuse_impossible(text: str, lat: _Half, lon: _Half) -> None:
    if any(float(number) >= _SIXTY for half in (lat, lon) for number in half.numbers[1:]):
        raise UnreadableCoordinates(text, "minutes or seconds of 60 and more", "minutes and seconds below 60")
    if abs(lat.degrees) > POLE or abs(lon.degrees) > DATE_LINE:
        shown = f"{lat.degrees:g}, {lon.degrees:g} is not on the earth"
        raise UnreadableCoordinates(text, shown, ON_EARTH)
