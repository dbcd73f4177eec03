"""Date, place, parties and means of an incident, each as its surest account gives it.

The middle of two villages is in neither. So nothing is averaged: the most
exact account lends its place, the most exact dates their whole span, and every
party that any account names stays named.
"""

from collections.abc import Iterable, Sequence

from untold.claims.account import Account, AccountDate, AccountPlace, DatePrecision
from untold.claims.claim import Attribution, Role
from untold.incidents.matching.traits import days_of
from untold.incidents.places.precision import radius_km

_EXACT: tuple[DatePrecision | None, ...] = ("day", "days", "week", "month", "year", None)
_ROLES: tuple[Role, ...] = ("known", "suspected", "contested", "denied")


def date_of(accounts: Sequence[Account]) -> AccountDate:
    """Return the days from the first to the last that the accounts with the most exact dates give.

    >>> date_of([])
    AccountDate(start=None, end=None, precision=None, time_of_day=None)
    """
    dated = [each.date for each in accounts if each.date.start is not None or each.date.end is not None]
    if not dated:
        return AccountDate()
    finest = min(_EXACT.index(each.precision) for each in dated)
    chosen = [each for each in dated if _EXACT.index(each.precision) == finest]
    first = min(chosen, key=_first_day)
    last = max(chosen, key=_last_day)
    start, end = first.start or first.end, last.end or last.start
    precision = chosen[0].precision
    if precision == "day" and start != end:
        precision = "days"
    times = {each.time_of_day for each in chosen} - {None}
    return AccountDate(start, end, precision, times.pop() if len(times) == 1 else None)


def _first_day(date: AccountDate) -> int:
    days = days_of(date.start, date.end)
    return days[0] if days is not None else 0


def _last_day(date: AccountDate) -> int:
    days = days_of(date.start, date.end)
    return days[1] if days is not None else 0


def place_of(accounts: Sequence[Account]) -> AccountPlace:
    """Return the place of the account that knows it most exactly; among equals, of the first that states a point."""
    if not accounts:
        return AccountPlace()
    return min((each.place for each in accounts), key=_vagueness)


def _vagueness(place: AccountPlace) -> tuple[bool, float, bool, bool]:
    is_by_name = place.gazetteer_id is not None
    return (place.lat is None, radius_km(place.precision), is_by_name, place.name is None)


def attributions_of(accounts: Iterable[Account]) -> tuple[Attribution, ...]:
    """Return every party that an account names, once as blamed (in the surest role) and once as cleared."""
    surest: dict[tuple[str, bool], Attribution] = {}
    for account in accounts:
        for each in account.attributed_to:
            key = (each.id or each.name, each.role == "denied")
            known = surest.get(key)
            if known is None or _ROLES.index(each.role) < _ROLES.index(known.role):
                surest[key] = each
    return tuple(surest[key] for key in sorted(surest))


def means_of(accounts: Iterable[Account]) -> tuple[str, ...]:
    """Return the means that the accounts name, in the order of the alphabet."""
    return tuple(sorted({account.means for account in accounts if account.means is not None}))
