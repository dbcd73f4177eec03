"""What a reader of an allegation should know: a grid that lies elsewhere, a step without a day, another's word.

A belligerent prints a grid of ten digits and a monitor a village. Where the
two are farther apart than both are exact, one of them looked at another place.
"""

from collections.abc import Iterator
from dataclasses import replace

from untold.allegations.allegation import Allegation, Determination
from untold.allegations.course import course_of
from untold.allegations.days import first_day, last_day, month_of
from untold.allegations.incidents import IncidentsTold
from untold.claims.account import AccountPlace
from untold.codebook.coordinates.grid import parse_mgrs
from untold.codebook.coordinates.point import Point
from untold.codebook.errors import UnreadableCoordinates
from untold.incidents.places.distance import distance_km
from untold.incidents.places.precision import radius_km

# Of a place with coordinates whose precision nobody states: Untold's own choice, the radius of "near".
_UNSTATED_KM = radius_km("nearby")


def checked(allegation: Allegation, told: IncidentsTold) -> Allegation:
    """Return an allegation with each grid measured against its incident's place, and all that is doubtful told."""
    incident = None if allegation.incident is None else told.told(allegation.incident)
    place = AccountPlace() if incident is None else incident.place
    measured = tuple(_measured(each, place) for each in allegation.determinations)
    found = replace(allegation, determinations=measured)
    doubts = (*allegation.doubts, *_grids(found, place), *_days(found), *_corrections(found), *_positions(found, told))
    return replace(found, doubts=tuple(dict.fromkeys(doubts)))


def square_of(determination: Determination) -> Point | None:
    """Return the middle of the square that a determination's grid names, null where it names none, or several."""
    if determination.grid is None:
        return None
    try:
        return parse_mgrs(determination.grid)
    except UnreadableCoordinates:
        return None


def _measured(determination: Determination, place: AccountPlace) -> Determination:
    square = square_of(determination)
    if square is None or place.lat is None or place.lon is None:
        return determination
    return replace(determination, distance_km=round(distance_km(place.lat, place.lon, square.lat, square.lon), 1))


def _grids(allegation: Allegation, place: AccountPlace) -> Iterator[str]:
    for each in allegation.determinations:
        if each.grid is None:
            continue
        try:
            square = parse_mgrs(each.grid)
        except UnreadableCoordinates as error:
            yield f"its grid {each.grid} is not read: {error.why}"
            continue
        off = each.distance_km
        reach = _UNSTATED_KM if place.precision is None else radius_km(place.precision)
        if off is not None and off > reach + square.radius_km:
            exact = "not said how exactly" if place.precision is None else f"known within {reach:g} km"
            yield f"its grid {each.grid} lies {off:g} km from the incident's place, which is {exact}"


def _days(allegation: Allegation) -> Iterator[str]:
    for each in allegation.determinations:
        if month_of(each.date) is None:
            when = "nothing says when" if each.date is None else f"nothing says in which month of {each.date}"
            yield f"{when} it was found {each.status}, so it is in no month of the ledger"
    received = allegation.received
    days = [day for each, day in course_of(allegation).standing if day is not None and each.status != "not_submitted"]
    first = min(days, key=last_day, default=None)
    if received is not None and first is not None and last_day(first) < first_day(received):
        yield f"a step of {first} comes before its receipt of {received}"


def _corrections(allegation: Allegation) -> Iterator[str]:
    known = {each.id for each in allegation.determinations}
    for each in allegation.determinations:
        if each.corrects is not None and each.corrects not in known:
            yield f"{each.id} corrects {each.corrects}, which is not in the record"


def _positions(allegation: Allegation, told: IncidentsTold) -> Iterator[str]:
    """Yield what monitors say that the official position is, where the belligerent's own words say something else."""
    if allegation.incident is None:
        return
    for account, position in told.positions(allegation.incident):
        if position != allegation.status:
            yield f"{account} gives the official position as {position}; that is the monitor's word"
