"""How well a statement fits an incident: by day, by place and by numbers, in steps away from a perfect fit.

The steps are few and each is said in words, so that a person sees why one
incident stands before another. Distances are those between what the words may
mean: "near Raqqa" is anywhere that a staff officer would call so.

Set in November 2026 on coalition statements of 2014 to 2016, by halves: the
steps that were best on one half were the best on the other.
"""

from dataclasses import dataclass
from datetime import date

from untold.claims.official_statements import NamedPlace, OfficialStatement
from untold.codebook.counts import Count
from untold.incidents.official.facts import Bounds, IncidentFacts, bare_name
from untold.incidents.official.whereabouts import Point, Whereabouts
from untold.incidents.places.distance import distance_km
from untold.incidents.places.names import FOLDED, SAME_NAME, same_name_score

LINKABLE = 2.5  # steps up to which an incident may be the one
MARGIN = 0.25  # steps by which it must be ahead of the next
DAYS_OFF = 3  # days that a statement's date may be off and its incident still be shown

_ONE_DAY = 1.0  # a strike before dawn, a report in local time and one in Zulu
_MORE_DAYS = 3.0  # shown, never linked
_OTHER_YEAR = 3.0  # same day and month of another year: perhaps a slip, for a person to judge
_YET_TO_COME = 1.5  # the same where the day printed is later than the statement ("2106"): surely a slip
_SAME_CONSONANTS = 0.25  # Raqqah, Rakka
_PART_OF_NAME = 0.2  # "Al Jumaili, Raqqah" for "Raqqah"
_AN_END = 1.0  # the town at one end of "the road between"
_HERE_KM, _HERE = 5.0, 0.5
_IN_KM, _NEAR_KM, _CLOSE = 15.0, 45.0, 1.0
_NEAR_A_CITY_KM, _WIDE = 100.0, 2.0  # "near Deir ez-Zor" of a strike in its desert
_NEAR_MISS, _MISSPELT = 0.5, 1.0  # likeness of names whose consonants differ: "Sarwan" for "Sawran"
_UNCOMPARED = 3.0  # a place that cannot be compared excludes nothing and proves nothing
_FEWER = 0.25  # belligerents mostly concede fewer than the sources count
_MORE = 3.0  # and hardly ever more than the highest of them
_ABOUT = 1.0  # more by this many people or fewer: a "possible third"
_PEOPLE = 2


@dataclass(frozen=True, slots=True)
class Fit:
    """How many steps away from a perfect fit, and why, in words."""

    steps: float
    reason: str


def fit_day(statement: OfficialStatement, incident: IncidentFacts) -> Fit | None:
    """Return how a statement's days fit an incident's, or null where they are further apart than a slip explains."""
    if incident.first is None or incident.last is None:
        return None
    known_by = statement.published
    slip = {day: _YET_TO_COME if known_by and day > known_by else _OTHER_YEAR for day in statement.days}
    fits = [_day_fit(date.fromisoformat(day), incident.first, incident.last, slip[day]) for day in statement.days]
    return min((fit for fit in fits if fit is not None), key=lambda fit: fit.steps, default=None)


def days_off(statement: OfficialStatement, incident: IncidentFacts) -> int | None:
    """Return by how many days a statement's day misses an incident's, or null where either states none."""
    if incident.first is None or incident.last is None:
        return None
    return min((_off(date.fromisoformat(day), incident.first, incident.last) for day in statement.days), default=None)


def fit_place(statement: OfficialStatement, incident: IncidentFacts, known: Whereabouts) -> Fit | None:
    """Return how a statement's place fits an incident's, or null where it lies elsewhere."""
    if not statement.places:
        return None
    ends = [place.name for place in statement.places if place.nearness == "between"]
    if len(ends) > 1 and all(is_same_name(name, incident) for name in ends):
        return Fit(0.0, f"it names {' and '.join(ends)}")
    # Without a day only the names of the whole text are left; with one, the first place is the incident's.
    asked = statement.places[:1] if statement.days else statement.places
    fits = [fit for place in asked for fit in (_name_fit(place, incident), _distance_fit(place, incident, known))]
    best = min((fit for fit in fits if fit is not None), key=lambda fit: fit.steps, default=None)
    if best is not None:
        return Fit(best.steps + (_AN_END if ends else 0.0), best.reason)
    is_known = incident.point is not None and any(known.points(place.name) for place in asked)
    return None if is_known else Fit(_UNCOMPARED, f"where {asked[0].name} lies from it is not known")


def fit_numbers(statement: OfficialStatement, incident: IncidentFacts) -> Fit:
    """Return how the people whom a statement concedes fit those whom the incident's sources count."""
    fits = (
        _number_fit(statement.killed, incident.killed, "killed"),
        _number_fit(statement.injured, incident.injured, "injured"),
    )
    said = [fit for fit in fits if fit.reason]
    return Fit(max((fit.steps for fit in said), default=0.0), "; ".join(fit.reason for fit in said))


def is_same_name(name: str, incident: IncidentFacts, *, at_least: float = SAME_NAME) -> bool:
    """Tell whether an incident goes by a name, whole or as a part."""
    return any(same_name_score(bare_name(name), own) >= at_least for own in incident.names)


def may_be_named(name: str, incident: IncidentFacts) -> bool:
    """Tell whether an incident goes by a name or by one that may be its misspelling."""
    return is_same_name(name, incident, at_least=_NEAR_MISS)


def _day_fit(stated: date, first: date, last: date, slip: float) -> Fit | None:
    off = _off(stated, first, last)
    if off == 0:
        return Fit(0.0, "the same day")
    if off <= DAYS_OFF:
        return Fit(_ONE_DAY if off == 1 else _MORE_DAYS, f"{off} day{'s' * (off > 1)} off")
    if first.year != stated.year and abs(_in_year(first) - _in_year(stated)) <= 1:
        return Fit(slip, f"the same day of {first.year}, not of {stated.year}")
    return None


def _off(stated: date, first: date, last: date) -> int:
    return max((first - stated).days, (stated - last).days, 0)


def _in_year(day: date) -> int:
    return day.month * 31 + day.day


def _name_fit(place: NamedPlace, incident: IncidentFacts) -> Fit | None:
    if not incident.names:
        return None
    likeness, own = max((same_name_score(bare_name(place.name), own), own) for own in incident.names)
    if likeness < _NEAR_MISS:
        return None
    if likeness < SAME_NAME:
        return Fit(_MISSPELT, f"{own} may be a spelling of {place.name}")
    is_whole = own in (incident.names[0], bare_name(incident.names[0]))
    steps = (0.0 if likeness >= FOLDED else _SAME_CONSONANTS) + (0.0 if is_whole else _PART_OF_NAME)
    return Fit(steps, f"{own} is {place.name}" if is_whole else f"it lies by {own}")


def _distance_fit(place: NamedPlace, incident: IncidentFacts, known: Whereabouts) -> Fit | None:
    if incident.point is None:
        return None
    points = known.points(place.name)
    if not points:
        return None
    off = max(min(_km(incident.point, point) for point in points) - incident.radius_km, 0.0)
    reach = _IN_KM if place.nearness == "in" else _NEAR_KM
    reason = f"{off:.0f} km from {place.name}"
    if off <= _HERE_KM:
        return Fit(_HERE, reason)
    if off <= reach:
        return Fit(_CLOSE, reason)
    return Fit(_WIDE, reason) if place.nearness == "near" and off <= _NEAR_A_CITY_KM else None


def _km(one: Point, other: Point) -> float:
    return distance_km(*one, *other)


def _number_fit(said: Count | None, counted: Bounds, harm: str) -> Fit:
    number = said and (said.stated if said.stated is not None else said.low)
    low, high = counted
    if not number or high is None:
        return Fit(0.0, "")
    if number > high:
        return Fit(
            _ABOUT if number <= high + _PEOPLE else _MORE, f"{number} {harm} are more than any source counts ({high})"
        )
    if low is not None and number < low:
        return Fit(_FEWER, f"{number} {harm} are fewer than any source counts ({low})")
    return Fit(0.0, f"{number} {harm} is what its sources count")
