"""Points outside the country and the governorate that a source states, at sea, or nowhere at all.

A minus sign, two axes swapped or a village's namesake puts an incident into
another country, and every tally by place is wrong twice: here one too few,
there one too many. Borders are generalized and contested, so 5 km are allowed
for, and beyond that the finding says how far the country at least is.
"""

from collections.abc import Iterator

from untold.claims.account import Account, AccountPlace
from untold.codebook.places import countries, country_name
from untold.incidents.places.governorates import (
    BORDER_KM,
    Governorate,
    governorate_at,
    governorates_near,
    stated_governorates,
)
from untold.incidents.places.precision import radius_km
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.record import Severity
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import account_passages

_ZERO = 0.01  # degrees; nothing lies within a kilometre of 0° N 0° E but water
_POLE = 90.0
# Natural Earth's coasts are generalized to about a kilometre, and harbors and islands are left out.
_SHORE_KM = 20.0
_STEPS_KM = (10.0, 20.0, 40.0, 80.0, 160.0, 320.0)
# A point "near" somewhere is the middle of what is near; wider rungs have a middle of their own.
_VAGUEST = frozenset({"nearby"})


def check_borders(record: WholeRecord) -> Iterator[Finding]:
    """Yield every account whose point lies outside its stated country or governorate, at sea, or at 0° N 0° E."""
    for account in record.accounts.values():
        place = account.place
        if place.lat is None or place.lon is None:
            continue
        if abs(place.lat) < _ZERO and abs(place.lon) < _ZERO:
            message = f"{account.id} has the point {_point(place)}, which stands for a place that is not known."
            yield _finding(record, account, "point_nowhere", "error", message)
        elif not _is_inside(place):
            yield from _outside(record, account)


def _is_inside(place: AccountPlace) -> bool:
    """Return whether a point lies, to begin with, in the very unit that is stated; the slow questions come later."""
    unit = governorate_at(place.lat or 0.0, place.lon or 0.0)
    if unit is None or unit.country != place.country:
        return False
    stated = stated_governorates(place.admin1, place.country)
    return not stated or unit in stated


def _outside(record: WholeRecord, account: Account) -> Iterator[Finding]:
    place = account.place
    allowed = BORDER_KM + (radius_km(place.precision) if place.precision in _VAGUEST else 0.0)
    near = governorates_near(place.lat or 0.0, place.lon or 0.0, allowed)
    if place.country is None or place.country not in countries():
        if not near and place.precision != "sea" and not _near_shore(place):
            message = f"{account.id} has the point {_point(place)}, which lies at sea, and no country."
            yield _finding(record, account, "point_nowhere", "error", message)
        return
    if any(unit.country == place.country for unit in near):
        yield from _outside_governorate(record, account, near)
    elif near or not (place.precision == "sea" or _near_shore(place)):
        yield _outside_country(record, account, near)


def _near_shore(place: AccountPlace) -> bool:
    near = governorates_near(place.lat or 0.0, place.lon or 0.0, _SHORE_KM)
    return any(place.country in {None, unit.country} for unit in near)


def _outside_country(record: WholeRecord, account: Account, near: tuple[Governorate, ...]) -> Finding:
    place = account.place
    country, least = country_name(place.country or ""), _least_km(place)
    message = (
        f"{account.id} is stated to be in {country}; its point {_point(place)} lies {_where(near)}, more than "
        f"{least:.0f} km from {country}.{_if_swapped(place)}"
    )
    return _finding(record, account, "outside_country", "error", message, least)


def _outside_governorate(record: WholeRecord, account: Account, near: tuple[Governorate, ...]) -> Iterator[Finding]:
    place = account.place
    stated = stated_governorates(place.admin1, place.country)
    if stated and not set(stated) & set(near):
        names = " or ".join(unit.name for unit in stated)
        message = (
            f"{account.id} is stated to be in {names}; its point {_point(place)} lies {_where(near)}, more than "
            f"{BORDER_KM:.0f} km from there."
        )
        yield _finding(record, account, "outside_governorate", "warning", message, BORDER_KM)


def _finding(
    record: WholeRecord,
    account: Account,
    rule: str,
    severity: Severity,
    message: str,
    kilometres: float | None = None,
) -> Finding:
    place = account.place
    stated = {"outside_country": place.country, "outside_governorate": place.admin1}.get(rule)
    found = Finding(
        "",
        rule,
        severity,
        message,
        accounts=(account.id,),
        stated=_point(place),
        expected=stated,
        residual=kilometres,
        unit=None if kilometres is None else "kilometres",
        passages=account_passages(record, account, "places"),
    )
    return identified(found, account.id, _point(place), stated)


def _point(place: AccountPlace) -> str:
    return f"{place.lat:g}, {place.lon:g}"


def _where(near: tuple[Governorate, ...]) -> str:
    if not near:
        return "at sea"
    country = f", {country_name(near[0].country)}" if near[0].country in countries() and near[0].country else ""
    return f"in {near[0].name}{country}"


def _least_km(place: AccountPlace) -> float:
    """Return how far the stated country is at least: the longest of a few distances within which it does not lie."""
    least = BORDER_KM
    for reach in _STEPS_KM:
        near = governorates_near(place.lat or 0.0, place.lon or 0.0, reach)
        if any(unit.country == place.country for unit in near):
            break
        least = reach
    return least


def _if_swapped(place: AccountPlace) -> str:
    lat, lon = place.lat or 0.0, place.lon or 0.0
    for what, (north, east) in {
        "With its axes swapped": (lon, lat),
        "With the other sign of its latitude": (-lat, lon),
        "With the other sign of its longitude": (lat, -lon),
    }.items():
        unit = governorate_at(north, east) if abs(north) <= _POLE else None
        if unit is not None and unit.country == place.country:
            return f" {what} it would lie in {unit.name}."
    return ""
