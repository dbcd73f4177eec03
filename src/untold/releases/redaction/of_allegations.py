"""Allegations as they may leave, and every determination: the belligerent's words, and its grid as a square."""

from collections.abc import Iterator

from untold.allegations.allegation import Allegation, Determination
from untold.claims.claim import Party
from untold.codebook.coordinates.grid import parse_mgrs
from untold.codebook.errors import UnreadableCoordinates
from untold.incidents.incident import Incident
from untold.incidents.places.distance import distance_km
from untold.releases.published import PublishedAllegation, PublishedDetermination, StatedBy
from untold.releases.redaction.edge import Edge
from untold.releases.redaction.masking import Masked
from untold.releases.redaction.of_accounts import codes
from untold.releases.redaction.of_claims import Quoted, quoted_as, speakers_in, withheld_whole
from untold.releases.redaction.plain_values import conceded, day, slug, slugs
from untold.releases.redaction.pseudonyms import is_made_up
from untold.releases.redaction.speakers import published_name
from untold.releases.redaction.squares import Square, square_of
from untold.releases.redaction.whereabouts import where

_GRID_RUNG = "exact_location_belligerent"
_STATEMENT: StatedBy = "statement"
_UNNAMED = "an actor whose name is withheld"


def incident_of(allegation: Allegation, edge: Edge) -> str | None:
    """Return the code of the published incident that an allegation is about; without one nothing of it leaves."""
    if allegation.incident is not None:
        return allegation.incident if allegation.incident in edge.standing.incidents else None
    return edge.standing.accounts.get(allegation.account or "")


def published_allegation(allegation: Allegation, incident: str, edge: Edge) -> PublishedAllegation:
    """Return an allegation as it may leave; who put it is told only of bodies that the codebook lists."""
    reporter = _listed(allegation.reporter, edge)
    account = allegation.account if allegation.account in edge.standing.accounts else None
    return PublishedAllegation(
        id=_id(allegation, edge),
        incident=edge.code(incident),
        account=None if account is None else edge.account(account),
        to_id=allegation.to.id,
        to=published_name(allegation.to) or edge.masker.plain(allegation.to.name) or _UNNAMED,
        received=day(allegation.received),
        status=allegation.status,
        reporter_id=None if reporter is None else reporter.id,
        reporter=None if reporter is None else published_name(reporter),
        numbers=codes(allegation.numbers, edge),
        codes=codes(allegation.codes, edge),
    )


def published_determinations(
    allegation: Allegation, incident: str, at: Square | None, edge: Edge
) -> Iterator[PublishedDetermination]:
    """Yield the steps of an allegation's review; `at` is the square in which its incident is published."""
    for each in allegation.determinations:
        yield _determination(each, allegation, incident, at, edge)


def square_of_incident(incident: Incident, edge: Edge) -> Square | None:
    """Return the square in which an incident is published."""
    is_protected = incident.code in edge.policy.protected_incidents
    return where(incident.place, edge.policy, edge.masker, is_protected=is_protected).square


def _determination(
    step: Determination, allegation: Allegation, incident: str, at: Square | None, edge: Edge
) -> PublishedDetermination:
    is_telling = incident in edge.policy.protected_incidents
    square = None if is_telling else _square(step.grid, edge)
    quoted = _quoted(step, incident, edge)
    bounds = conceded(step.conceded)
    is_by_statement = step.by == _STATEMENT
    place = None if is_telling else edge.masker.plain(step.stated_place)
    return PublishedDetermination(
        id=_step(step.id, edge),
        allegation=_id(allegation, edge),
        status=step.status,
        date=day(step.date),
        reasons=slugs(step.reasons, "review_reason", "credible_circumstance"),
        standard=slug(step.standard, "standard_of_proof"),
        report=_report(step, incident, edge),
        start=quoted.start,
        end=quoted.end,
        passage=quoted.text,
        passage_hash=quoted.hash,
        conceded_killed_low=bounds.killed_low,
        conceded_killed_high=bounds.killed_high,
        conceded_injured_low=bounds.injured_low,
        conceded_injured_high=bounds.injured_high,
        stated_place=place,
        lat=None if square is None else square.lat,
        lon=None if square is None else square.lon,
        cell_degrees=None if square is None else square.degrees,
        distance_km=_distance_km(square, at),
        corrects=None if step.corrects is None else _step(step.corrects, edge),
        by=_STATEMENT if is_by_statement else "person",
        is_redacted=quoted.withheld is not None or place != step.stated_place,
        withheld=quoted.withheld,
    )


def _report(step: Determination, incident: str, edge: Edge) -> str | None:
    if step.statement is None or step.statement.report not in edge.standing.reports:
        return None
    return edge.report(step.statement.report, incident, is_protected=False)


def _distance_km(one: Square | None, other: Square | None) -> float | None:
    """Return how far the middles of two squares are apart."""
    if one is None or other is None:
        return None
    return round(distance_km(one.lat, one.lon, other.lat, other.lon), 1)


def _quoted(step: Determination, incident: str, edge: Edge) -> Quoted:
    passage = step.statement
    if passage is None:
        return Quoted(None, None, None, None, None)
    why = withheld_whole(incident, passage.report, edge)
    if why is not None:
        return quoted_as(passage, Masked(None, why), edge, has_offsets=why != "protected_source")
    masked = edge.masker.masked(passage.text, edge.people.own.get(incident), speakers_in(passage, edge))
    return quoted_as(passage, masked, edge, has_offsets=True)


def _square(grid: str | None, edge: Edge) -> Square | None:
    """Return the square in which the middle of a grid reference lies; of a slip in one nothing."""
    try:
        point = None if grid is None else parse_mgrs(grid)
    except UnreadableCoordinates:
        return None
    return None if point is None else square_of(point.lat, point.lon, edge.policy.squares[_GRID_RUNG])


def _id(allegation: Allegation, edge: Edge) -> str:
    """Return an allegation's id, made up where it is that of a protected report's statement, or tells of anybody."""
    return _made_up_if_telling("allegation", allegation.id, edge)


def _step(step: str, edge: Edge) -> str:
    return _made_up_if_telling("determination", step, edge)


def _made_up_if_telling(kind: str, given: str, edge: Edge) -> str:
    if is_made_up(given):
        return given
    report, _, own = given.partition(":")
    is_protected = report in edge.standing.protected_reports or own in edge.standing.own_codes
    if is_protected or given in edge.standing.protected_claims or edge.masker.plain(given) is None:
        return edge.pseudonyms.id_of(kind, given)
    return given


def _listed(party: Party | None, edge: Edge) -> Party | None:
    if party is None or edge.policy.is_protected(party.id, party.name) or published_name(party) is None:
        return None
    return party
