"""The figures of a review: how many are answered, how many conceded, how fast, and how far from what others record.

Each is printed with what it does not know. A minimum that nobody states and a
concession without a number are counted beside the sums, and are never zero.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from untold.allegations.allegation import COMPLETED, Allegation
from untold.allegations.course import Course, course_of
from untold.allegations.days import month_of
from untold.allegations.incidents import Recorded
from untold.allegations.ledger.ageing import Ages, ages
from untold.codebook.counts import Count

Followed = tuple[Allegation, Course]


@dataclass(frozen=True, slots=True)
class Gap:
    """Civilians killed by others' record and by the actor's own, over the incidents of some allegations.

    `recorded` is the sum of the incidents' minima, `without_minimum` have
    none. `conceded_low` and `conceded_high` are the sums of what the actor
    concedes of them, in `conceding` allegations, of which `without_floor` and
    `without_ceiling` state no such bound; `elsewhere` more concede something
    of no incident of the record, and are in no sum. A sum over nothing is
    null. `missing` is recorded less conceded over the `compared` incidents of
    which both are known; a finding other than credible concedes nobody.
    """

    incidents: int
    recorded: int | None
    without_minimum: int
    conceding: int
    conceded_low: int | None
    conceded_high: int | None
    without_floor: int
    without_ceiling: int
    elsewhere: int
    compared: int
    missing: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What a review came to, for the allegations that came in within a period, as known on a day.

    `put` were put to the actor, `answered` of them have a finding that stands,
    `worded` more are filed as open and have one in their words,
    `conceded` of these are credible. `reopenings` counts every taking up
    again. `share_answered` is of those put, `share_conceded` of those answered,
    null where there are none. `to_answer` are the days from receipt to the first finding, `to_now`
    those of the open ones to the day. `gap` is over all of the period,
    `conceded_gap` over those that the actor conceded alone.
    """

    first: str | None
    last: str | None
    as_of: str
    put: int
    not_submitted: int
    answered: int
    worded: int
    conceded: int
    share_answered: float | None
    share_conceded: float | None
    by_status: Mapping[str, int]
    reopened: int
    reopenings: int
    to_answer: Ages
    to_now: Ages
    gap: Gap
    conceded_gap: Gap


def figures_of(
    allegations: Iterable[Allegation],
    *,
    as_of: str,
    recorded: Mapping[str, Recorded],
    first: str | None = None,
    last: str | None = None,
) -> Figures:
    """Return the figures of the allegations that came in from one month to another, as known on an ISO date.

    `recorded` has the minima of the incidents by code; one that is not there
    has none. With a bound, an allegation without a month of entry is left out.
    """
    courses = [(each, course_of(each, as_of)) for each in allegations]
    own = [(each, course) for each, course in courses if _is_within(course, first, last)]
    put = [(each, course) for each, course in own if course.moves]
    answered = [pair for pair in put if pair[1].status in COMPLETED]
    conceded = [pair for pair in answered if pair[1].status == "credible"]
    return Figures(
        first=first,
        last=last,
        as_of=as_of,
        put=len(put),
        not_submitted=len(own) - len(put),
        answered=len(answered),
        worded=sum(course.worded is not None and not course.was_answered for _, course in put),
        conceded=len(conceded),
        share_answered=_share(len(answered), len(put)),
        share_conceded=_share(len(conceded), len(answered)),
        by_status=_by_status(put),
        reopened=sum(course.reopenings > 0 for _, course in put),
        reopenings=sum(course.reopenings for _, course in put),
        to_answer=ages((each.received, course.answered) for each, course in put if course.was_answered),
        to_now=ages((each.received, as_of) for each, course in put if course.is_open),
        gap=gap_of(put, recorded),
        conceded_gap=gap_of(conceded, recorded),
    )


def gap_of(followed: Sequence[Followed], recorded: Mapping[str, Recorded]) -> Gap:
    """Return what others record and what the actor concedes over some allegations of one actor."""
    about = {each.incident: course for each, course in followed if each.incident is not None}
    minima = {code: recorded[code].killed if code in recorded else None for code in about}
    conceded = {code: _conceded(course) for code, course in about.items() if course.status == "credible"}
    lows = {code: None if count is None else count.low for code, count in conceded.items()}
    highs = [None if count is None else count.high for count in conceded.values()]
    apart = [least - conceded_low for least, conceded_low in _both_known(minima, lows)]
    return Gap(
        incidents=len(about),
        recorded=_sum(minima.values()),
        without_minimum=sum(least is None for least in minima.values()),
        conceding=len(conceded),
        conceded_low=_sum(lows.values()),
        conceded_high=_sum(highs),
        without_floor=sum(low is None for low in lows.values()),
        without_ceiling=highs.count(None),
        elsewhere=sum(each.incident is None and course.status == "credible" for each, course in followed),
        compared=len(apart),
        missing=_sum(apart),
    )


def _both_known(minima: Mapping[str, int | None], lows: Mapping[str, int | None]) -> Iterator[tuple[int, int]]:
    """Yield an incident's minimum and the floor that is conceded, where both are known; a denial is nobody."""
    for code, least in minima.items():
        low = lows.get(code, 0)
        if least is not None and low is not None:
            yield least, low


def _conceded(course: Course) -> Count | None:
    """Return how many killed the finding that stands concedes, null where it states no number."""
    found = [each for each, _ in course.standing if each.status == "credible"]
    conceded = found[-1].conceded if found else None
    return None if conceded is None else conceded.killed


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [each for each in numbers if each is not None]
    return sum(known) if known else None


def _share(some: int, whole: int) -> float | None:
    return some / whole if whole else None


def _by_status(put: Sequence[Followed]) -> dict[str, int]:
    said = [course.status for _, course in put]
    return {status: said.count(status) for status in sorted(set(said))}


def _is_within(course: Course, first: str | None, last: str | None) -> bool:
    month = month_of(course.entered)
    if first is None and last is None:
        return True
    return month is not None and (first is None or month >= first[:7]) and (last is None or month <= last[:7])
