"""From a casebook to the records of a release, by a policy, one at a time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from untold.allegations.allegation import Allegation
from untold.claims.account import Account
from untold.claims.accounts import ACCOUNTS
from untold.claims.claim import Claim
from untold.claims.readings import CLAIMS
from untold.incidents.incident import Incident
from untold.incidents.record import INCIDENTS
from untold.releases.published import TABLES, PublishedRecord
from untold.releases.redaction.edge import Edge
from untold.releases.redaction.masking import Masker
from untold.releases.redaction.of_accounts import attributions_of_account, published_account
from untold.releases.redaction.of_allegations import (
    incident_of,
    published_allegation,
    published_determinations,
    square_of_incident,
)
from untold.releases.redaction.of_claims import note_sentence, published_claim
from untold.releases.redaction.of_incidents import (
    find_small_cells,
    published_attributions,
    published_contradictions,
    published_incident,
    published_ranges,
)
from untold.releases.redaction.of_reports import ReportFacts, made_up_reports, published_report, published_sources
from untold.releases.redaction.policy import Policy
from untold.releases.redaction.protected_names import ProtectedNames, names_of_sources
from untold.releases.redaction.pseudonyms import Pseudonyms
from untold.releases.redaction.squares import Square
from untold.releases.redaction.standing import people_of, standing_of
from untold.releases.redaction.streaming import each_record
from untold.reports.casebook import REPORTS

_ALLEGATIONS = "allegations.jsonl"


def published_records(folder: str | Path, policy: Policy, key: bytes) -> Iterator[PublishedRecord]:
    """Yield what may leave of a casebook: incidents, then accounts, claims, reviews, reports and sources.

    No more is held than ids and names. `key` makes the made-up ids of what is
    protected: the casebook keeps it, no release holds it. Raises
    `CasebookError` for a folder that is no casebook or is broken.
    """
    edge = edge_of(folder, policy, key)
    blanks = _blanks(policy)
    for record in _records(Path(folder), edge):
        blank = blanks.get(type(record))
        yield record if blank is None else replace(record, **blank)


def edge_of(folder: str | Path, policy: Policy, key: bytes) -> Edge:
    """Return what has to be known of a casebook before anything of it leaves."""
    standing = standing_of(folder, policy)
    people = people_of(folder, standing)
    sources = ProtectedNames((*names_of_sources(policy.protected_sources), *standing.own_names))
    masker = Masker(people.known, policy.passages_in_doubt, sources)
    edge = Edge(policy, Pseudonyms(key), masker, standing, people)
    for incident in _incidents(folder, edge):
        find_small_cells(incident, edge)
    if edge.small:
        for claim in _claims(folder, edge):
            note_sentence(claim, edge)
    return edge


def _records(folder: Path, edge: Edge) -> Iterator[PublishedRecord]:
    for incident in _incidents(folder, edge):
        yield published_incident(incident, edge)
        yield from published_ranges(incident, edge)
        yield from published_attributions(incident, edge)
        yield from published_contradictions(incident, edge)
    for account in each_record(folder, ACCOUNTS, Account):
        if account.id in edge.standing.accounts:
            yield published_account(account, edge)
            yield from attributions_of_account(account, edge)
    captures = {each.id: each.capture for each in each_record(folder, REPORTS, ReportFacts)}
    for claim in _claims(folder, edge):
        yield published_claim(claim, captures.get(claim.report), edge)
    yield from _reviews(folder, edge)
    for report in each_record(folder, REPORTS, ReportFacts):
        if report.id in edge.reports:
            yield published_report(report, edge)
    yield from made_up_reports(edge)
    yield from published_sources(edge)


def _incidents(folder: str | Path, edge: Edge) -> Iterator[Incident]:
    return (each for each in each_record(folder, INCIDENTS, Incident) if each.code in edge.standing.incidents)


def _claims(folder: str | Path, edge: Edge) -> Iterator[Claim]:
    """Yield the published claims, as people left them."""
    kept = (each for each in each_record(folder, CLAIMS, Claim) if each.id in edge.standing.claims)
    return (edge.standing.worded.get(each.id, each) for each in kept)


def _reviews(folder: Path, edge: Edge) -> Iterator[PublishedRecord]:
    """Yield the allegations about published incidents, each with its determinations."""
    allegations = [
        (each, code)
        for each in each_record(folder, _ALLEGATIONS, Allegation)
        if (code := incident_of(each, edge)) is not None
    ]
    squares = _squares(folder, {code for _, code in allegations}, edge)
    for allegation, code in allegations:
        yield published_allegation(allegation, code, edge)
        yield from published_determinations(allegation, code, squares[code], edge)


def _squares(folder: Path, codes: set[str], edge: Edge) -> dict[str, Square | None]:
    wanted: Iterable[Incident] = _incidents(folder, edge) if codes else ()
    return {each.code: square_of_incident(each, edge) for each in wanted if each.code in codes}


def _blanks(policy: Policy) -> Mapping[type[Any], Mapping[str, Any]]:
    """Return, by record, the fields that a policy has go out empty, each with what is empty there."""
    found: dict[type[Any], dict[str, Any]] = {}
    for each in policy.withhold:
        table, _, column = each.partition(".")
        record, _ = TABLES[table]
        is_list = record.__annotations__[column] == tuple[str, ...]
        found.setdefault(record, {})[column] = () if is_list else None
    return found
