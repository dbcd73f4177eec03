"""Where a statement's own day, place or grid denies the incident whose code it prints.

In one list of a few hundred answers, codes of two neighbours were swapped. A
code is one slip of the pen; a place name, a day and a grid reference are three
other witnesses on the same line.
"""

from untold.claims.official_statements import OfficialStatement
from untold.codebook.coordinates.grid import parse_mgrs
from untold.codebook.errors import UnreadableCoordinates
from untold.incidents.official.facts import IncidentFacts
from untold.incidents.official.fitting import DAYS_OFF, days_off, fit_place, may_be_named
from untold.incidents.official.whereabouts import Point, Whereabouts
from untold.incidents.places.distance import distance_km

_ELSEWHERE_KM = 25.0  # of a place that has another name: beyond a town and its outskirts
_FAR_KM = 100.0  # of a grid, whatever the names are: no reading of "near" reaches so far


def contradictions(statement: OfficialStatement, incident: IncidentFacts, known: Whereabouts) -> tuple[str, ...]:
    """Return in words what a statement states that cannot be of an incident; nothing where nothing denies it."""
    return (*_by_day(statement, incident), *_by_place(statement, incident, known), *_by_grid(statement, incident))


def _by_day(statement: OfficialStatement, incident: IncidentFacts) -> tuple[str, ...]:
    off = days_off(statement, incident)
    if off is None or off <= DAYS_OFF:
        return ()
    return (f"its day is {', '.join(statement.days)}, not {incident.first}",)


def _by_place(statement: OfficialStatement, incident: IncidentFacts, known: Whereabouts) -> tuple[str, ...]:
    if not statement.places or incident.point is None or _is_named(statement, incident):
        return ()
    name = statement.places[0].name
    off = [distance_km(*incident.point, *point) for point in known.points(name)]
    if off and min(off) > _ELSEWHERE_KM and fit_place(statement, incident, known) is None:
        return (f"{name} lies {min(off):.0f} km away",)
    return ()


def _by_grid(statement: OfficialStatement, incident: IncidentFacts) -> tuple[str, ...]:
    if incident.point is None:
        return ()
    reach = _FAR_KM if _is_named(statement, incident) else _ELSEWHERE_KM
    return tuple(
        f"its grid {grid} lies {off:.0f} km away"
        for grid in statement.grids
        if (point := _point(grid)) is not None and (off := distance_km(*incident.point, *point)) > reach
    )


def _is_named(statement: OfficialStatement, incident: IncidentFacts) -> bool:
    return any(may_be_named(place.name, incident) for place in statement.places)


def _point(grid: str) -> Point | None:
    try:
        found = parse_mgrs(grid)
    except UnreadableCoordinates:
        return None  # a slip in a grid reference denies nothing
    return found.lat, found.lon
