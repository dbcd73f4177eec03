"""Incidents as they may leave, with their ranges, attributions and contradictions, each field by name."""

from collections.abc import Iterator

from untold.claims.claim import Attribution, Party
from untold.incidents.incident import CasualtyRange, Contradiction, Decision, Incident
from untold.releases.published import (
    DecidedBy,
    PublishedAttribution,
    PublishedContradiction,
    PublishedIncident,
    PublishedRange,
)
from untold.releases.redaction.edge import Edge
from untold.releases.redaction.plain_values import rule, slug, slugs, when
from untold.releases.redaction.small_cells import Cell, suppressed_cells
from untold.releases.redaction.speakers import published_name
from untold.releases.redaction.whereabouts import where

_RULE: DecidedBy = "rule"
_UNNAMED = "a party whose name is withheld"


def published_incident(incident: Incident, edge: Edge) -> PublishedIncident:
    """Return an incident as it may leave: neither its people, nor who signed it, nor the point where it was."""
    is_protected = incident.code in edge.policy.protected_incidents
    words = edge.standing.words.get(incident.code, frozenset())
    at = where(incident.place, edge.policy, edge.masker, is_protected=is_protected, unsaid=words)
    on = when(incident.date)
    grade, status = incident.grade, incident.strike_status
    return PublishedIncident(
        code=edge.code(incident.code),
        previous_codes=tuple(map(edge.code, incident.previous_codes)),
        state=incident.state,
        date_start=on.start,
        date_end=on.end,
        date_precision=on.precision,
        time_of_day=None if on.time_of_day in words else on.time_of_day,
        place_name=at.name,
        place_name_local=at.name_local,
        admin1=at.admin1,
        country=at.country,
        gazetteer_id=at.gazetteer_id,
        lat=at.lat,
        lon=at.lon,
        cell_degrees=at.cell_degrees,
        geo_precision=at.precision,
        means=slugs(incident.means, "weapon", "cause"),
        infrastructure=slugs(incident.infrastructure, "infrastructure"),
        grade=_value(grade, "grade"),
        grade_rule=None if grade is None else rule(grade.rule),
        grade_by=_by(grade),
        grade_computed=_computed(grade, "grade"),
        grade_reason=_reason(grade, edge),
        grade_accounts=() if grade is None else edge.accounts(grade.accounts),
        strike_status=_value(status, "strike_status"),
        strike_status_rule=None if status is None else rule(status.rule),
        strike_status_by=_by(status),
        strike_status_computed=_computed(status, "strike_status"),
        strike_status_reason=_reason(status, edge),
        strike_status_accounts=() if status is None else edge.accounts(status.accounts),
        accounts=edge.accounts(incident.accounts),
        victims=len(incident.victims),
        sign_offs=len(incident.sign_offs),
        is_redacted=at.is_coarser,
    )


def published_ranges(incident: Incident, edge: Edge) -> Iterator[PublishedRange]:
    """Yield the ranges of an incident; the numbers of small cells, and of those that would give them away, are null."""
    suppressed = edge.small.get(incident.code, frozenset())
    for each in incident.ranges:
        is_small = (each.harm, each.status, each.demographic) in suppressed
        yield PublishedRange(
            incident=edge.code(incident.code),
            harm=each.harm,
            status=each.status,
            demographic=each.demographic,
            low=None if is_small else each.low,
            best=None if is_small else each.best,
            high=None if is_small else each.high,
            rule=rule(each.rule) or "",
            claims=() if is_small else edge.claims(each.claims),
            is_suppressed=is_small,
        )


def published_attributions(incident: Incident, edge: Edge) -> Iterator[PublishedAttribution]:
    """Yield by whom, as all accounts of an incident say together."""
    yield from attributions(incident.attributions, incident.code, None, edge)


def attributions(
    named: tuple[Attribution, ...], incident: str, account: str | None, edge: Edge
) -> Iterator[PublishedAttribution]:
    """Yield by whom, each once; who has no place in the codebook goes by the words, unless they tell of somebody."""
    unsaid = edge.standing.words.get(incident, frozenset())
    made = (
        PublishedAttribution(
            incident=edge.code(incident),
            account=None if account is None else edge.account(account),
            actor=each.id,
            name=_party(each, unsaid, edge),
            role=each.role,
        )
        for each in named
    )
    yield from dict.fromkeys(made)


def _party(named: Attribution, unsaid: frozenset[str], edge: Edge) -> str:
    listed = published_name(Party(named.id, named.name))
    if listed is not None:
        return listed
    return _UNNAMED if named.name in unsaid else edge.masker.plain(named.name) or _UNNAMED


def published_contradictions(incident: Incident, edge: Edge) -> Iterator[PublishedContradiction]:
    """Yield what cannot all be right in an incident; distances only as such, because three of them are a place."""
    number = 0
    for each in incident.contradictions:
        if all(account in edge.standing.accounts for account in each.accounts):
            number += 1
            yield PublishedContradiction(
                incident=edge.code(incident.code),
                number=number,
                kind=each.kind,
                accounts=tuple(map(edge.account, each.accounts)),
                message=_message(each, incident, edge),
            )


def find_small_cells(incident: Incident, edge: Edge) -> None:
    """Note which cells of an incident's ranges are suppressed: for each harm a table of status and demographic."""
    rules = edge.policy.small_cells
    found: set[Cell] = set()
    for harm in dict.fromkeys(each.harm for each in incident.ranges if each.harm in rules.harms):
        cells: dict[Cell, CasualtyRange] = {
            (each.status, each.demographic): each for each in incident.ranges if each.harm == harm
        }
        counts = {cell: each.low if each.high is None else each.high for cell, each in cells.items()}
        may = frozenset(cell for cell, each in cells.items() if _may_be_suppressed(each, incident.code, edge))
        small = frozenset(cell for cell in may if cell[-1] in rules.demographics)
        found.update((harm, *cell) for cell in suppressed_cells(counts, rules.below, small=small, may=may))
    if found:
        edge.small[incident.code] = frozenset(found)


def _may_be_suppressed(cell: CasualtyRange, incident: str, edge: Edge) -> bool:
    """Return whether a cell may be suppressed: any, or those for which no published sentence speaks."""
    if edge.policy.small_cells.resting_on == "any":
        return True
    is_silent = not edge.policy.passages or incident in edge.policy.protected_incidents
    return is_silent or all(each in edge.standing.protected_claims for each in cell.claims)


def _message(found: Contradiction, incident: Incident, edge: Edge) -> str | None:
    is_telling = (
        found.kind == "distance"
        or incident.code in edge.policy.protected_incidents
        or incident.code in edge.small
        or not edge.standing.protected_accounts.isdisjoint(found.accounts)
    )
    return None if is_telling else edge.masker.plain(found.message)


def _value(decision: Decision | None, vocabulary: str) -> str | None:
    return None if decision is None else slug(decision.value, vocabulary, "support", "event_clarity")


def _computed(decision: Decision | None, vocabulary: str) -> str | None:
    return None if decision is None else slug(decision.computed, vocabulary, "support", "event_clarity")


def _by(decision: Decision | None) -> DecidedBy | None:
    if decision is None:
        return None
    return _RULE if decision.by == _RULE else "person"


def _reason(decision: Decision | None, edge: Edge) -> str | None:
    """Return a person's reason where it is marked public; a rule's words name sources and speakers, and stay."""
    if decision is None or decision.by == _RULE or not decision.reason.startswith(edge.policy.public_reason):
        return None
    return edge.masker.masked(decision.reason.removeprefix(edge.policy.public_reason).strip()).text
