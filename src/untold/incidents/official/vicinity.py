"""The belligerent's own log beside an incident: its strikes of that day and near there.

"Near Ar Raqqah, one strike destroyed two pumps" says that somebody struck in
that region on that day, which is what the grade *fair* asks for. It is
evidence beside an incident and never the incident: nothing is merged, and a
line may stand beside many.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from untold.claims.account import Account, Stated
from untold.codebook.actors import all_actors
from untold.incidents.official.facts import IncidentFacts, days_of, name_parts
from untold.incidents.official.whereabouts import Whereabouts
from untold.incidents.places.distance import distance_km
from untold.incidents.places.names import SAME_NAME, same_name_score

# A log names the town of an operation, not the village that was hit. Of the lines that Airwars quotes beside incidents
# of 2014 to 2016, 97 and 92 % lie within this distance, in two halves; within 60 km 90 and 83 %, and 120 km would find
# 97 and 96 % at a quarter more lines (November 2026).
REACH_KM = 90.0
# A line published on a day covers the strikes since the last release, so it may be the day after; never the day before.
_DAYS_AFTER = 1


@dataclass(frozen=True, slots=True)
class StrikeLine:
    """One line of a belligerent's log: the day it is dated, the place it names, and its words."""

    id: str
    day: date
    place: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Vicinity:
    """A line of the log that stands beside an incident, and why.

    `distance_km` is from the incident's place, less its radius, to the town
    that the line names, and null where only the province is shared; `days` is
    how many days after the incident the line is dated.
    """

    incident: str
    line: str
    days: int
    distance_km: float | None
    reason: str
    kind: Literal["vicinity"] = "vicinity"


class StrikeLog:
    """The lines of a log, asked for the surroundings of one incident after another."""

    def __init__(self, lines: Iterable[StrikeLine], known: Whereabouts) -> None:
        self._known = known
        self._by_day: dict[date, list[StrikeLine]] = defaultdict(list)
        for line in lines:
            self._by_day[line.day].append(line)

    def vicinity(self, incident: IncidentFacts) -> tuple[Vicinity, ...]:
        """Return the lines of an incident's days, and of the day after, within reach of it, the nearest first.

        An incident without a day has none, because every line would fit it.
        """
        if incident.first is None or incident.last is None:
            return ()
        found = [
            link
            for days, line in self._lines(incident.first, incident.last)
            for link in self._beside(incident, line, days)
        ]
        return tuple(sorted(found, key=lambda each: (_far(each), each.days, each.line)))

    def _lines(self, first: date, last: date) -> Iterator[tuple[int, StrikeLine]]:
        for n in range((last - first).days + _DAYS_AFTER + 1):
            day = first + timedelta(days=n)
            for line in self._by_day.get(day, ()):
                yield max((day - last).days, 0), line

    def _beside(self, incident: IncidentFacts, line: StrikeLine, days: int) -> Iterator[Vicinity]:
        when = "the same day" if days == 0 else "the day after"
        far = self._distance_km(incident, line.place)
        if far is not None:
            if far <= REACH_KM:
                yield Vicinity(incident.code, line.id, days, round(far, 1), f"{when}, {far:.0f} km from {line.place}")
        elif _is_its_province(line.place, incident):
            yield Vicinity(incident.code, line.id, days, None, f"{when}, in the province of {incident.admin1}")

    def _distance_km(self, incident: IncidentFacts, place: str) -> float | None:
        if incident.point is None:
            return None
        lat, lon = incident.point
        off = [distance_km(lat, lon, *point) for name in name_parts(place) for point in self._known.points(name)]
        return max(min(off) - incident.radius_km, 0.0) if off else None


def is_log_line(account: Account) -> bool:
    """Tell whether an account is a line of a belligerent's own log: what it struck, and no word of people.

    Such a line is evidence beside incidents and is never matched into one.
    """
    known = all_actors().get(account.source.id or "")
    is_belligerent = known is not None and known.can_harm
    return is_belligerent and not account.claims and account.stated == Stated() and not account.codes


def strike_line(account: Account) -> StrikeLine | None:
    """Return the line of a log that an account holds, or null for one without a day or a place."""
    first, _ = days_of(account.date)
    if first is None or account.place.name is None:
        return None
    return StrikeLine(account.id, first, account.place.name, account.text)


def _far(each: Vicinity) -> float:
    return each.distance_km if each.distance_km is not None else REACH_KM


def _is_its_province(place: str, incident: IncidentFacts) -> bool:
    """Tell whether a line's town gave an incident's province its name, for an incident without a point."""
    return (
        incident.point is None and incident.admin1 is not None and same_name_score(place, incident.admin1) >= SAME_NAME
    )
