"""What a number of a row covers: some days of its own, or everything since a first day.

A daily report says "in the past 24 hours" and "so far" in neighbouring
columns. The two look alike in a table, and whoever adds a column of the second
kind counts the same people every day again.
"""

import math
from dataclasses import dataclass
from datetime import date, timedelta

from untold.claims.account import AccountDate
from untold.claims.claim import Period
from untold.claims.columns.mapping_file import CountColumns

_HOURS = 24  # of a day


@dataclass(frozen=True, slots=True)
class Coverage:
    """What holds for all numbers of a row: its days, how many hours its own counts cover, whether it repeats another.

    `hours` null is not stated: its own counts are then of its days. None at
    all is a row for a day on which nothing was reported.
    """

    days: AccountDate
    hours: int | None = None
    is_carried: bool = False


def period_of(count: CountColumns, row: Coverage, since: str | None) -> Period | None:
    """Return the time that a count covers, null for an incident's, which is the row's own."""
    match count.scope:
        case "incident":
            return None
        case "cumulative":
            return _so_far(row, since)
        case "period":
            return _of_days(row)


def _so_far(row: Coverage, since: str | None) -> Period:
    is_repeated = row.is_carried or row.hours == 0
    return Period(
        start=since, end=row.days.end, precision="span" if since else None, basis="carried" if is_repeated else "stated"
    )


def _of_days(row: Coverage) -> Period:
    """Return the days of the row's own counts; hours that are no whole days reach into the day before."""
    days = row.days
    if row.hours is None or days.end is None:
        is_day = days.start == days.end
        return Period(days.start, days.end, precision="day" if is_day else "span", basis="stated")
    duration = f"PT{row.hours}H"
    if row.hours == 0:
        return Period(duration=duration)
    first = date.fromisoformat(days.end) - timedelta(days=math.ceil(row.hours / _HOURS) - 1)
    return Period(first.isoformat(), days.end, duration, "day" if row.hours <= _HOURS else "span", "stated")
