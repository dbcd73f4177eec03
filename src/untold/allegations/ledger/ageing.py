"""How long an allegation waits: from its receipt to the first finding, or to a day on which it is still open.

An average would hide the one that waited for seven years, so the quarters and
the longest are given; and one whose receipt nobody dated is counted, not guessed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import quantiles

from untold.allegations.allegation import Allegation, ReviewStatus
from untold.allegations.course import Course, course_of
from untold.allegations.days import days_from, is_by, last_day


@dataclass(frozen=True, slots=True)
class Ages:
    """Days of waiting: of `known` allegations the quarters and the longest, null where none is known to the day.

    Quarters lie between two values where they fall between them (the
    "inclusive" method: the shortest and the longest are the ends).
    `without_receipt` have no day of receipt; `not_to_the_day` have one of the
    two days as a month or a year, or the receipt after the finding.
    """

    known: int
    lower_quarter: float | None
    median: float | None
    upper_quarter: float | None
    longest: int | None
    without_receipt: int
    not_to_the_day: int


@dataclass(frozen=True, slots=True)
class Overdue:
    """An open allegation beyond its time: since when it waits, and for how many days; null for a day not known.

    `by_answer` tells that nothing says when it was received, so that it is
    counted from the first word on it. `worded` is the finding that the words
    state of one that a list files as open, null for one that has none: an
    actor is not late with what it has answered.
    """

    allegation: Allegation
    since: str | None
    days: int | None
    by_answer: bool
    worded: ReviewStatus | None = None


def ages(spans: Iterable[tuple[str | None, str | None]]) -> Ages:
    """Return the ages of spans from a receipt to an end, ISO prefixes or null.

    >>> ages([("2017-03-01", "2017-03-11"), ("2017-03-01", "2017-03-31"), (None, "2017-04-01")])
    Ages(known=2, lower_quarter=15.0, median=20.0, upper_quarter=25.0, longest=30, without_receipt=1, not_to_the_day=0)
    """
    listed = list(spans)
    received = [(start, end) for start, end in listed if start is not None]
    found = [days for start, end in received if (days := days_from(start, end)) is not None and days >= 0]
    lower, median, upper = _quarters(found)
    return Ages(
        known=len(found),
        lower_quarter=lower,
        median=median,
        upper_quarter=upper,
        longest=max(found, default=None),
        without_receipt=len(listed) - len(received),
        not_to_the_day=len(received) - len(found),
    )


def overdue(allegations: Iterable[Allegation], *, as_of: str, days: int = 90) -> tuple[Overdue, ...]:
    """Return the allegations that wait for a finding for more than `days` days on a day, the oldest first.

    One that was taken up again waits from then. Where only a month is known,
    it counts from the month's last day. Those of which nothing says since when
    they wait come last: they may be overdue. After them, in the same order, come
    those that are filed as open and whose words state a finding.
    """
    courses = ((each, course_of(each, as_of)) for each in allegations)
    found = [_overdue(each, course, as_of) for each, course in courses if course.is_open]
    late = (each for each in found if each.days is None or each.days > days)
    return tuple(sorted(late, key=_order))


def _order(one: Overdue) -> tuple[bool, bool, str, str]:
    return one.worded is not None, one.days is None, one.since or "", one.allegation.id


def _overdue(allegation: Allegation, course: Course, as_of: str) -> Overdue:
    since = course.open_since
    by_answer = course.moves[-1].kind == "new" and course.moves[0].determination is not None
    if since is None or not is_by(since, as_of):
        return Overdue(allegation, since, None, by_answer, course.worded)
    return Overdue(allegation, since, days_from(last_day(since).isoformat(), as_of), by_answer, course.worded)


def _quarters(days: Sequence[int]) -> tuple[float, float, float] | tuple[None, None, None]:
    if not days:
        return None, None, None
    if len(days) == 1:
        return float(days[0]), float(days[0]), float(days[0])
    lower, median, upper = quantiles(days, n=4, method="inclusive")
    return lower, median, upper
