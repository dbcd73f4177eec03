"""The evidence behind a table: its incidents, their claims, and the sentence and report of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from untold.claims.claim import Claim
from untold.claims.hand import apply_words, words_kept
from untold.claims.readings import kept_claims
from untold.reports.casebook import read_reports
from untold.reports.report import Report
from untold.tallies.counting.counting import Counting
from untold.tallies.counting.incidents import CountedIncident
from untold.tallies.tally import TallyTable


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a table rests on: `incidents` of its total, and `claims` and `reports` by id."""

    incidents: tuple[CountedIncident, ...]
    claims: Mapping[str, Claim] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)


def evidence_in(casebook: Path, counting: Counting, table: TallyTable) -> Evidence:
    """Return the evidence of a casebook behind a table."""
    incidents = counting.incidents(table.total.scope)
    claims = apply_words(kept_claims(casebook), words_kept(casebook))
    return evidence_of(incidents, claims, read_reports(casebook))


def evidence_of(incidents: tuple[CountedIncident, ...], claims: Iterable[Claim], reports: Iterable[Report]) -> Evidence:
    """Return the evidence of incidents, with those of the claims and reports that they rest on."""
    wanted = {claim for each in incidents for claim in each.claims}
    kept = {claim.id: claim for claim in claims if claim.id in wanted}
    within = {claim.report for claim in kept.values()}
    return Evidence(incidents, kept, {report.id: report for report in reports if report.id in within})
