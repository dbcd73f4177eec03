"""What is odd about a point: said, never repaired.

Swapped axes, zero for "not known", a strike in the sea or in the wrong
country: each is a slip somebody made, and only a person can say which.
"""

from untold.codebook.coordinates.point import POLE
from untold.codebook.errors import UnknownWording
from untold.codebook.places import countries, country_name
from untold.incidents.places.governorates import (
    BORDER_KM,
    Governorate,
    governorate_at,
    governorates_near,
    stated_governorates,
)

_ZERO = 0.01  # degrees; nothing lies within a kilometre of 0° N 0° E but water


def doubts_of(lat: float, lon: float, *, country: str | None = None, admin1: str | None = None) -> tuple[str, ...]:
    """Return what is odd about a point in degrees, beside the country (ISO 3166-1 alpha-3) and province stated.

    Empty where nothing is. Raises `UnknownWording` for no country's code.

    >>> doubts_of(36.2, 37.15, country="SYR", admin1="Aleppo")
    ()
    >>> doubts_of(37.15, 36.2, country="SYR")
    ('37.15, 36.2 lies in Osmaniye, not in Syria; swapped, it would lie in Aleppo',)
    """
    if country is not None and country not in countries():
        raise UnknownWording(country, kind="country (ISO 3166-1 alpha-3)")
    if abs(lat) < _ZERO and abs(lon) < _ZERO:
        return (f"{lat:g}, {lon:g} is in the Atlantic, and mostly stands for a place that is not known",)
    near = governorates_near(lat, lon, BORDER_KM)
    if country is not None and all(unit.country != country for unit in near):
        return (f"{_where(lat, lon, near)}, not in {country_name(country)}{_if_swapped(lat, lon, country)}",)
    stated = stated_governorates(admin1, country)
    if stated and not set(stated) & set(near):
        return (f"{_where(lat, lon, near)}, not in {' or '.join(unit.name for unit in stated)}",)
    return () if near else (_where(lat, lon, near),)


def _where(lat: float, lon: float, near: tuple[Governorate, ...]) -> str:
    return f"{lat:g}, {lon:g} lies {f'in {near[0].name}' if near else 'at sea'}"


def _if_swapped(lat: float, lon: float, country: str) -> str:
    swapped = governorate_at(lon, lat) if abs(lon) <= POLE else None
    if swapped is None or swapped.country != country:
        return ""
    return f"; swapped, it would lie in {swapped.name}"
