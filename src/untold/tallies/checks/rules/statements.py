"""What a belligerent's statement prints, against the incident that it is about: its year and its grid.

A statement of 14 March 2017 that is filed under 2016, or whose grid lies
thirty kilometres off, denies or concedes another strike than the one beside
which it stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from untold.claims.account import Account, AccountPlace
from untold.claims.official_statements import OfficialStatement, read_printed
from untold.codebook.coordinates.grid import parse_mgrs, to_mgrs
from untold.codebook.errors import UnreadableCoordinates
from untold.incidents.incident import Incident
from untold.incidents.official.answers import is_statement
from untold.incidents.official.contradiction import contradictions
from untold.incidents.official.facts import facts_of
from untold.incidents.official.whereabouts import Whereabouts
from untold.incidents.places.distance import distance_km
from untold.incidents.places.precision import radius_km
from untold.reports.report import Passage
from untold.tallies.checks.dates import days_in, said, years_apart
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import account_passages, own_words

ELSEWHERE_KM = 25.0  # beyond a town and its outskirts, as statements are linked (decision 0020)
FAR_KM = 100.0  # no reading of "near" reaches so far
MOST_YEARS = 2  # a slip is last year's or the one before; more is another incident
_NEAR = 3  # days: a statement that gives such a day as well has not mistaken the year
_DIGITS = 4  # of a grid made of degrees: ten metres, as fine as the degrees are
_POLES = (-80.0, 84.0)  # where grid references end


@dataclass(frozen=True, slots=True)
class _Answered:
    """A statement with what it prints, and one incident that it is about, as the incident's other accounts tell it."""

    account: Account
    printed: OfficialStatement
    incident: Incident
    others: tuple[Account, ...]


def check_statements(record: WholeRecord) -> Iterator[Finding]:
    """Yield the statements whose printed year or grid is not that of the incident that they are in, or name by code."""
    bearers, places = _bearers(record), _Places(record)
    for account in record.accounts.values():
        if not is_statement(account):
            continue
        printed = read_printed(account.text or "")
        years = _years_off(printed.days, account.date.start)
        if years is not None:
            yield _other_year(record, account, printed.days[0], f"its list dates it {said(account.date)}", years)
        for each in _answered(record, account, printed, bearers):
            days = [] if years is not None else list(_against_day(record, each))
            yield from days
            far = list(_against_place(record, each))
            yield from far
            if not (days or far or years) and each.incident is not record.incident_of.get(account.id):
                yield from _against_code(record, each, places)


def _bearers(record: WholeRecord) -> Mapping[str, Sequence[Incident]]:
    """Return the incidents by the codes that others than the belligerent give them."""
    bearers: dict[str, dict[str, Incident]] = {}
    for incident in record.incidents:
        for account in record.accounts_of(incident):
            if not is_statement(account):
                for code in account.codes:
                    bearers.setdefault(code, {})[incident.code] = incident
    return {code: [*incidents.values()] for code, incidents in bearers.items()}


def _answered(
    record: WholeRecord, account: Account, printed: OfficialStatement, bearers: Mapping[str, Sequence[Incident]]
) -> Iterator[_Answered]:
    """Yield the incidents that a statement is in, or else the one that bears a code which it prints."""
    own = record.incident_of.get(account.id)
    own_others = () if own is None else _others(record, own)
    if own is not None and own_others:
        yield _Answered(account, printed, own, own_others)
        return
    codes = dict.fromkeys((*printed.codes, *account.stated.codes))
    named = {each.code: each for code in codes for each in bearers.get(code, ())}
    if len(named) == 1:  # of several bearers none need be meant
        (incident,) = named.values()
        yield _Answered(account, printed, incident, _others(record, incident))


def _others(record: WholeRecord, incident: Incident) -> tuple[Account, ...]:
    return tuple(each for each in record.accounts_of(incident) if not is_statement(each))


def _against_day(record: WholeRecord, answered: _Answered) -> Iterator[Finding]:
    days = [each.date.start for each in answered.others if each.date.start is not None]
    years = [_years_off(answered.printed.days, day) for day in days]
    if days and years[0] is not None and all(each is not None for each in years):
        what = f"{answered.incident.code} was on {days[0]} by {answered.others[0].id}"
        yield _other_year(record, answered.account, answered.printed.days[0], what, years[0], answered)


def _years_off(days: Sequence[str], day: str | None) -> int | None:
    """Return by how many years all the days that a statement gives miss another day, or null where one is near it."""
    there = days_in(day)
    given = [here for each in days if (here := days_in(each)) is not None]
    if day is None or there is None or any(abs(here[0] - there[0]) <= _NEAR for here in given):
        return None
    years = [apart for each in days if (apart := years_apart(each, day)) is not None]
    return min(years) if years and min(years) <= MOST_YEARS else None


def _other_year(
    record: WholeRecord, account: Account, day: str, what: str, years: int, answered: _Answered | None = None
) -> Finding:
    others = () if answered is None else answered.others
    expected = account.date.start if answered is None else others[0].date.start
    found = Finding(
        "",
        "year_slip",
        "error",
        f"{account.id} says {day}, and {what}: the same day, {'a year' if years == 1 else f'{years} years'} apart.",
        accounts=(account.id, *(each.id for each in others[:1])),
        incidents=() if answered is None else (answered.incident.code,),
        stated=day,
        expected=expected,
        residual=years,
        unit="years",
        passages=(*own_words(record, account), *(_of_first(record, others, "period"))),
    )
    return identified(found, account.id, [each.id for each in others], day, expected)


def _against_place(record: WholeRecord, answered: _Answered) -> Iterator[Finding]:
    places = [each.place for each in answered.others if each.place.lat is not None and each.place.lon is not None]
    off = [
        (min(_beyond_km(lat, lon, place) for place in places), grid)
        for grid, (lat, lon) in _grids(answered).items()
        if places
    ]
    farthest = max(off, default=None)
    if farthest is not None and farthest[0] > ELSEWHERE_KM:
        yield _far(record, answered, farthest[1], farthest[0])


class _Places:
    """Where the names of the record lie, asked for only where a statement is in doubt."""

    def __init__(self, record: WholeRecord) -> None:
        self._record = record
        self._known: Whereabouts | None = None

    def known(self) -> Whereabouts:
        """Return the places of all incidents, gathered on the first asking."""
        if self._known is None:
            self._known = Whereabouts(facts_of(each, self._record.accounts) for each in self._record.incidents)
        return self._known


def _against_code(record: WholeRecord, answered: _Answered, places: _Places) -> Iterator[Finding]:
    """Yield a statement that prints an incident's code and was not joined to it, with what it says against that."""
    by_others = replace(answered.incident, accounts=tuple(each.id for each in answered.others))
    against = contradictions(answered.printed, facts_of(by_others, record.accounts), places.known())
    if not against:
        return
    account, other = answered.account, answered.others[0]
    codes = ", ".join(dict.fromkeys((*answered.printed.codes, *account.stated.codes)))
    found = Finding(
        "",
        "code_contradicted",
        "warning",
        f"{account.id} prints {codes}, which is {answered.incident.code}, and {'; '.join(against)}.",
        accounts=(account.id, other.id),
        incidents=(answered.incident.code,),
        passages=(*own_words(record, account), *_of_first(record, answered.others, "places")),
    )
    yield identified(found, account.id, [each.id for each in answered.others], codes, against)


def _grids(answered: _Answered) -> dict[str, tuple[float, float]]:
    """Return the grids that a statement or its list gives, with their points; a grid that is none is left out."""
    points: dict[str, tuple[float, float]] = {}
    for grid in answered.printed.grids:
        try:
            point = parse_mgrs(grid)
        except UnreadableCoordinates:
            continue  # a slip in a grid reference is far from nothing
        points[grid] = (point.lat, point.lon)
    place = answered.account.place
    if place.lat is not None and place.lon is not None and _POLES[0] <= place.lat < _POLES[1]:
        points.setdefault(to_mgrs(place.lat, place.lon, _DIGITS), (place.lat, place.lon))
    return points


def _beyond_km(lat: float, lon: float, place: AccountPlace) -> float:
    """Return how far a point lies from a place, beyond what that leaves open; what is not said is a town."""
    open_km = radius_km(place.precision or "town")
    return distance_km(lat, lon, place.lat or 0.0, place.lon or 0.0) - open_km


def _far(record: WholeRecord, answered: _Answered, grid: str, kilometres: float) -> Finding:
    account, other = answered.account, answered.others[0]
    found = Finding(
        "",
        "grid_far_from_incident",
        "error" if kilometres >= FAR_KM else "warning",
        f"{account.id} gives the grid {grid}, {kilometres:.0f} km from {answered.incident.code} "
        f"({other.place.name or other.id}) beyond what its place leaves open.",
        accounts=(account.id, other.id),
        incidents=(answered.incident.code,),
        stated=grid,
        expected=None if other.place.lat is None else f"{other.place.lat:g}, {other.place.lon:g}",
        residual=round(kilometres, 1),
        unit="kilometres",
        passages=(*own_words(record, account), *_of_first(record, answered.others, "places")),
    )
    return identified(found, account.id, [each.id for each in answered.others], grid, found.expected)


def _of_first(record: WholeRecord, accounts: Sequence[Account], field: str) -> tuple[Passage, ...]:
    return account_passages(record, accounts[0], field) if accounts else ()
