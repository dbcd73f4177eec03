"""Each published record as the record of the casebook that it came from, as far as it holds it."""

from collections.abc import Iterable, Mapping
from itertools import zip_longest

import msgspec

from untold.allegations.allegation import Allegation, Determination, ReviewStatus
from untold.claims.account import Account, AccountDate, AccountPlace, Conceded, Stated
from untold.claims.claim import Attribution, Claim, Party, Period, Place
from untold.codebook.coordinates.grid import to_mgrs
from untold.codebook.counts import Count
from untold.incidents.incident import CasualtyRange, Contradiction, Decision, Incident
from untold.releases.published import (
    PublishedAccount,
    PublishedAllegation,
    PublishedAttribution,
    PublishedClaim,
    PublishedContradiction,
    PublishedDetermination,
    PublishedIncident,
    PublishedRange,
    PublishedReport,
    PublishedSource,
)
from untold.reports.report import Passage, Report, Source, Zone

_UNLISTED = "unlisted:"  # begins the id of a source that has only its name
_WITHHELD = "withheld"


def source_of(source: PublishedSource) -> Party:
    """Return a source as a party; one that goes by its name has no id."""
    return Party(None if source.id.startswith(_UNLISTED) else source.id, source.name)


def report_of(report: PublishedReport, source: Party, text: str, origin: str) -> Report:
    """Return a report whose `text` has nothing but the passages that were released, as furniture."""
    return Report(
        id=report.id,
        origins=(origin,),
        source=Source(source.id, source.name),
        url=report.url,
        title=None,
        language=report.language,
        published=report.published,
        published_reason=f"as in {origin}",
        date_candidates=(),
        text=text,
        zones=(Zone("furniture", 0, len(text)),) if text else (),
        capture=report.capture or _WITHHELD,
        captured_at=report.captured,
        media_type=report.media_type or _WITHHELD,
        licence=report.licence,
    )


def claim_of(claim: PublishedClaim, sources: Mapping[str, Party], text: str) -> Claim:
    """Return a claim; `text` is its report's, as far as it was released, `sources` are those of the release by name."""
    medium = None if claim.medium is None else sources.get(claim.medium, Party(None, claim.medium))
    return Claim(
        id=claim.id,
        report=claim.report,
        kind=claim.kind,
        harm=claim.harm,
        count=Count(claim.stated, claim.low, claim.high, claim.qualifier or "vague"),
        status=claim.status,
        demographic=claim.demographic,
        affiliation=_party(claim.affiliation_id, claim.affiliation),
        part_of=claim.part_of,
        restates=claim.restates,
        claimant=_party(claim.claimant_id, claim.claimant),
        medium=medium,
        attributed_to=(),
        means=claim.means,
        places=_places(claim),
        period=Period(
            claim.period_start, claim.period_end, claim.period_duration, claim.period_precision, claim.period_basis
        ),
        scope=claim.scope,
        modality=claim.modality,
        evidence={},
        quote=_passage(claim.report, claim.start, claim.end, text),
        reader=claim.reader or _WITHHELD,
        rule=claim.rule or _WITHHELD,
        confidence=claim.confidence or 0.0,
        state=claim.state,
    )


def account_of(account: PublishedAccount, source: Party, blamed: Iterable[PublishedAttribution]) -> Account:
    """Return an account; its narrative is not in a release."""
    return Account(
        id=account.id,
        report=account.report,
        source=source,
        claims=account.claims,
        date=_date(account),
        place=_place(account),
        attributed_to=_attributions(blamed),
        means=account.means,
        codes=account.codes,
        stated=Stated(
            account.stated_grade,
            account.stated_strike_status,
            account.stated_position,
            account.stated_codes,
            account.stated_previous_codes,
            _conceded(account),
            account.stated_reasons,
        ),
    )


def incident_of(
    incident: PublishedIncident,
    ranges: Iterable[PublishedRange],
    blamed: Iterable[PublishedAttribution],
    contradictions: Iterable[PublishedContradiction],
) -> Incident:
    """Return an incident with its ranges, of which a suppressed one has no number."""
    return Incident(
        code=incident.code,
        previous_codes=incident.previous_codes,
        accounts=incident.accounts,
        date=_date(incident),
        place=_place(incident),
        ranges=tuple(map(_range, ranges)),
        attributions=_attributions(blamed),
        means=incident.means,
        infrastructure=incident.infrastructure,
        grade=_grade(incident),
        strike_status=_strike_status(incident),
        contradictions=tuple(Contradiction(each.kind, each.accounts, each.message or "") for each in contradictions),
        state=incident.state,
    )


def allegation_of(
    allegation: PublishedAllegation, steps: Iterable[PublishedDetermination], texts: Mapping[str, str]
) -> Allegation:
    """Return an allegation with its determinations in their order; a square comes back as the grid of its middle."""
    return Allegation(
        id=allegation.id,
        incident=allegation.incident,
        account=allegation.account,
        to=Party(allegation.to_id, allegation.to),
        received=allegation.received,
        status=_status(allegation.status),
        determinations=tuple(_determination(each, texts) for each in steps),
        reporter=_party(allegation.reporter_id, allegation.reporter),
        numbers=allegation.numbers,
        codes=allegation.codes,
    )


def _determination(step: PublishedDetermination, texts: Mapping[str, str]) -> Determination:
    report = step.report
    statement = None if report is None else _passage(report, step.start, step.end, texts.get(report, ""))
    return Determination(
        id=step.id,
        status=_status(step.status),
        date=step.date,
        reasons=step.reasons,
        standard=step.standard,
        statement=statement,
        conceded=_conceded(step),
        stated_place=step.stated_place,
        grid=None if step.lat is None or step.lon is None else to_mgrs(step.lat, step.lon),
        distance_km=step.distance_km,
        corrects=step.corrects,
        by=step.by,
    )


def _status(word: str) -> ReviewStatus:
    status: ReviewStatus = msgspec.convert(word, ReviewStatus)
    return status


def _party(slug: str | None, name: str | None) -> Party | None:
    return None if slug is None and name is None else Party(slug, name or slug or "")


def _places(claim: PublishedClaim) -> tuple[Place, ...]:
    """Return the places of a claim, each with its country; where a name is withheld it has none."""
    names, countries = list(claim.places), list(claim.countries)
    if len(countries) == 1 < len(names):
        return tuple(Place(name, countries[0]) for name in names)
    return tuple(Place(name or "", country) for name, country in zip_longest(names, countries))


def _passage(report: str, start: int | None, end: int | None, text: str) -> Passage:
    """Return the words between two offsets of what was released of a text; without offsets it is none of its words."""
    first, last = start or 0, end or 0
    return Passage(report, first, last, text[first:last])


def _date(record: PublishedIncident | PublishedAccount) -> AccountDate:
    return AccountDate(record.date_start, record.date_end, record.date_precision, record.time_of_day)


def _place(record: PublishedIncident | PublishedAccount) -> AccountPlace:
    return AccountPlace(
        record.place_name,
        record.place_name_local,
        record.lat,
        record.lon,
        record.geo_precision,
        record.gazetteer_id,
        record.admin1,
        record.country,
    )


def _attributions(blamed: Iterable[PublishedAttribution]) -> tuple[Attribution, ...]:
    return tuple(Attribution(each.actor, each.name, each.role) for each in blamed)


def _range(one: PublishedRange) -> CasualtyRange:
    return CasualtyRange(one.harm, one.status, one.demographic, one.low, one.best, one.high, one.rule, one.claims)


def _grade(incident: PublishedIncident) -> Decision | None:
    if incident.grade_rule is None and incident.grade_by is None:
        return None
    return Decision(
        incident.grade or "",
        incident.grade_rule or "",
        incident.grade_accounts,
        incident.grade_reason or "",
        incident.grade_by or "rule",
        incident.grade_computed,
    )


def _strike_status(incident: PublishedIncident) -> Decision | None:
    if incident.strike_status_rule is None and incident.strike_status_by is None:
        return None
    return Decision(
        incident.strike_status or "",
        incident.strike_status_rule or "",
        incident.strike_status_accounts,
        incident.strike_status_reason or "",
        incident.strike_status_by or "rule",
        incident.strike_status_computed,
    )


def _conceded(record: PublishedAccount | PublishedDetermination) -> Conceded | None:
    killed = _count(record.conceded_killed_low, record.conceded_killed_high)
    injured = _count(record.conceded_injured_low, record.conceded_injured_high)
    return None if killed is None and injured is None else Conceded(killed, injured)


def _count(low: int | None, high: int | None) -> Count | None:
    """Return a count of these bounds; a number that is said to be both is exact."""
    if low is None and high is None:
        return None
    if low == high and low is not None:
        return Count.exactly(low) if low else Count.nobody()
    if high is None and low is not None:
        return Count.at_least(low)
    if low is None and high is not None:
        return Count.at_most(high)
    return Count(None, low, high, "range")
