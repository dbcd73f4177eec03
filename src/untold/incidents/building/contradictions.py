"""Contradictions: accounts of one incident, or of one code, that cannot all be right; shown, never absorbed.

A person may join two accounts whose dates lie a year apart, and be right: the
year was mistyped. The record then says so beside the incident. And a shared
code whose places lie ninety kilometres apart joins nothing: it is said on
both incidents, and a person looks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from untold.incidents.incident import Contradiction
from untold.incidents.matching.settings import Settings

_MOST = 60  # accounts compared each with each; beyond, each with the first sixty
Row = Mapping[str, Any]  # an account's row of the working table
_EPOCH = date(1970, 1, 1)


def contradictions_of(rows: Sequence[Row], settings: Settings) -> tuple[Contradiction, ...]:
    """Return at most one contradiction of each kind inside an incident: the widest, with its two accounts."""
    widest: dict[str, tuple[float, Contradiction]] = {}
    for one, other in _pairs(rows):
        for size, found in _between(one, other, settings):
            if found.kind not in widest or size > widest[found.kind][0]:
                widest[found.kind] = (size, found)
    return tuple(widest[kind][1] for kind in ("date", "distance", "counts", "actors") if kind in widest)


def unlinked(one: Row, other: Row, settings: Settings) -> tuple[Contradiction, ...]:
    """Return why two accounts that share a code were not joined."""
    said = [found for _, found in _between(one, other, settings) if found.kind in {"date", "distance"}]
    return tuple(
        Contradiction(each.kind, each.accounts, f"a code in common, not joined: {each.message}") for each in said
    )


def _pairs(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    yield from combinations(rows[:_MOST], 2)
    yield from ((one, other) for one in rows[:_MOST] for other in rows[_MOST:])


def _between(one: Row, other: Row, settings: Settings) -> Iterable[tuple[float, Contradiction]]:
    ids = (one["id"], other["id"])
    days, kilometres = _days_apart(one, other), _kilometres_apart(one, other)
    if days is not None and days > settings.window.days:
        yield days, Contradiction("date", ids, _date_message(one, other, days))
    if kilometres is not None and kilometres > settings.window.name_kilometres:
        yield (
            kilometres,
            Contradiction("distance", ids, f"{kilometres:.0f} km apart beyond what both places leave open"),
        )
    people = _people_apart(one, other, settings)
    if people:
        yield people, Contradiction("counts", ids, f"{people} people between what the two say were killed")
    if _other_actors(one, other):
        yield 1, Contradiction("actors", ids, f"one names {one['actor_names']}, the other {other['actor_names']}")


def _days_apart(one: Row, other: Row) -> int | None:
    if one["day_start"] is None or other["day_start"] is None:
        return None
    return int(max(one["day_start"] - other["day_end"], other["day_start"] - one["day_end"], 0))


def _date_message(one: Row, other: Row, days: int) -> str:
    first, second = (_EPOCH + timedelta(days=each["day_start"]) for each in (one, other))
    if (first.month, first.day) == (second.month, second.day):
        years = abs(first.year - second.year)
        return f"{first} and {second}: the same day and month, {'a year' if years == 1 else f'{years} years'} apart"
    return f"{first} and {second}: {days} days apart"


def _kilometres_apart(one: Row, other: Row) -> float | None:
    """Return by how many kilometres two places miss each other, beyond both radii."""
    if one["x_m"] is None or other["x_m"] is None:
        return None
    metres = sum((one[axis] - other[axis]) ** 2 for axis in ("x_m", "y_m", "z_m")) ** 0.5
    return float(max(metres - one["radius_m"] - other["radius_m"], 0.0)) / 1000


def _people_apart(one: Row, other: Row, settings: Settings) -> int:
    gap = max(_gap(one, other, "killed"), _gap(one, other, "civilians"))
    floor = max(one["killed_low"] or 0, other["killed_low"] or 0)
    is_close = gap <= settings.counts.people or gap <= floor * settings.counts.share
    return 0 if is_close else gap


def _gap(one: Row, other: Row, name: str) -> int:
    pairs = ((one[f"{name}_low"], other[f"{name}_high"]), (other[f"{name}_low"], one[f"{name}_high"]))
    return max((low - high for low, high in pairs if low is not None and high is not None), default=0)


def _other_actors(one: Row, other: Row) -> bool:
    """Say whether both blame somebody, and nobody in common; who is part of whom was asked before."""
    if one["actor_names"] is None or other["actor_names"] is None:
        return False
    return not one["met"].get(other["actors"], one["actors"] == other["actors"])
