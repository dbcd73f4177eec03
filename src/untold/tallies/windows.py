"""Windows of time as the words give them, laid over each other.

Two counts can only be set side by side when it is known how their windows
stand: the same, one inside the other, overlapping, apart, or not known. A
length without dates ("the past 18 months") is a window whose ends are unknown
until the report is dated; two such lengths in one report share their end.
"""

import calendar
import re
from dataclasses import dataclass
from typing import Literal

from untold.claims.claim import Claim, Period

Relation = Literal["same", "inside", "around", "overlapping", "apart", "unknown"]

EARLIEST = "0000-00-00"  # where a window is open at its start
LATEST = "9999-99-99"  # where it is open at its end
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?")
# Mean Gregorian lengths: exact enough to tell which of two stated lengths is longer.
_DAYS_IN = (365.2425, 30.436875, 7.0, 1.0)


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day, as ISO dates; an open end is the latest day there is."""

    first: str
    last: str


def window_of(claim: Claim) -> Window | None:
    """Return the claim's window in days, or null when the text does not date it."""
    period = claim.period
    if period.start is None and period.end is None:
        return None
    if period.start is None and claim.scope != "cumulative":
        return None
    if period.end is None and claim.scope != "cumulative":
        return None
    first = first_day(period.start) if period.start else EARLIEST
    last = last_day(period.end) if period.end else LATEST
    return Window(first, last) if first <= last else None


@dataclass(frozen=True, slots=True)
class Span:
    """A time as it is given: the days that it comes to, null where it comes to none, its words, and its report.

    A number that no report gives, such as a tally, has no `report`.
    """

    window: Window | None
    period: Period
    report: str | None


def span_of(claim: Claim) -> Span:
    """Return the time of a claim."""
    return Span(window_of(claim), claim.period, claim.report)


def relation(one: Claim, other: Claim) -> Relation:
    """Return how the first claim's window stands to the second's."""
    return span_relation(span_of(one), span_of(other))


def span_relation(one: Span, other: Span) -> Relation:
    """Return how the first time stands to the second."""
    ours, theirs = one.window, other.window
    if ours is not None and theirs is not None:
        stands = _relation(ours, theirs)
        # "Since 2011" ends where its own report does: two such reports never cover the same time.
        is_moving = one.report != other.report and LATEST in {ours.last, theirs.last}
        return "overlapping" if is_moving and stands != "apart" else stands
    if one.report == other.report and ours is None and theirs is None:
        return _by_length(one.period, other.period)
    return "unknown"


def _relation(ours: Window, theirs: Window) -> Relation:
    if ours == theirs:
        return "same"
    if ours.last < theirs.first or theirs.last < ours.first:
        return "apart"
    if theirs.first <= ours.first and ours.last <= theirs.last:
        return "inside"
    if ours.first <= theirs.first and theirs.last <= ours.last:
        return "around"
    return "overlapping"


def _by_length(ours: Period, theirs: Period) -> Relation:
    if "before_publication" not in (ours.basis, theirs.basis) or ours.basis != theirs.basis:
        return "unknown"
    one, other = length_in_days(ours.duration), length_in_days(theirs.duration)
    if one is None or other is None:
        return "unknown"
    if one == other:
        return "same"
    return "inside" if one < other else "around"


def length_in_days(duration: str | None) -> float | None:
    """Return about how many days an ISO 8601 duration has, null where it has no day in it.

    >>> length_in_days("P2W"), length_in_days("PT12H")
    (14.0, None)
    """
    match = _DURATION.fullmatch(duration or "")
    if match is None or not any(match.groups()):
        return None
    return sum(int(number) * days for number, days in zip(match.groups(), _DAYS_IN, strict=True) if number)


def first_day(prefix: str) -> str:
    """Return the first day of an ISO prefix: of 2016-03 it is 2016-03-01."""
    return (prefix + "-01-01"[len(prefix) - 4 :])[:10] if len(prefix) < len("2016-03-14") else prefix[:10]


def last_day(prefix: str) -> str:
    """Return the last day of an ISO prefix: of 2016-02 it is 2016-02-29."""
    if len(prefix) >= len("2016-03-14"):
        return prefix[:10]
    year, month = int(prefix[:4]), int(prefix[5:7] or 12)
    return f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"
