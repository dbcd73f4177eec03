"""An answer: a table of tallies with what was asked beside it, and in words why there is none."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from untold.tallies.counting.counting import Counting
from untold.tallies.counting.sensitivity import Without
from untold.tallies.tally import TallyScope, TallyTable

_BOUNDS = (
    "actors", "is_alone", "roles", "countries", "places", "window", "grades", "strike_statuses", "sources", "without",
    "means", "infrastructure",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Emptiness:
    """Why no incident is in a scope: how many the record holds, how many are graded, and what each bound keeps out.

    `without` gives, by a field of the scope, how many incidents there would be if it set no bound.
    """

    recorded: int
    graded: int
    without: dict[str, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person asked of a record and got.

    `sensitivity` is null where it was not asked for, and `emptiness` where the scope has incidents.
    """

    table: TallyTable
    sensitivity: tuple[Without, ...] | None = None
    emptiness: Emptiness | None = None


def emptiness(counting: Counting, scope: TallyScope) -> Emptiness:
    """Return why a scope has no incident."""
    recorded = counting.count(TallyScope()).total.incidents
    graded = recorded - sum(
        cell.incidents for cell in counting.count(TallyScope(), ("grade",)).cells if cell.by[0][1] is None
    )
    return Emptiness(recorded, graded, dict(_wider(counting, scope)) if recorded else {})


def _wider(counting: Counting, scope: TallyScope) -> Iterator[tuple[str, int]]:
    """Yield what there would be without each bound of the scope, where that is anything."""
    free: dict[str, Any] = {each.name: each.default for each in fields(TallyScope)}
    for name in _BOUNDS:
        if getattr(scope, name) != free[name]:
            unbound: dict[str, Any] = {name: free[name]}
            found = counting.count(replace(scope, **unbound)).total.incidents
            if found:
                yield name, found
