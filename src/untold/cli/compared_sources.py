"""What a comparison is made of: the casebook's record, some of it, and what is read beside it now."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from untold.cli.inputs import Reading
from untold.tallies.comparison.casebook import Record
from untold.tallies.tally import TallyScope


def hints(record: Record, asked: TallyScope) -> Iterator[str]:
    """Yield what a person can do where the record cannot answer yet: a sum that is missing is not a zero."""
    if record.accounts and not record.incidents:
        yield "the casebook has accounts and no incidents, so nothing is documented; run untold match first"
    elif record.incidents and asked.grades and asked.grades_by == "ours" and not any(_grades(record)):
        yield "no incident of the casebook is graded yet; run untold grade first, or ask with --grades-by source"


def _grades(record: Record) -> Iterator[bool]:
    return (incident.grade is not None for incident in record.incidents)


def kept_ids(record: Record, words: Sequence[str]) -> frozenset[str]:
    """Return which of the words are ids of the casebook's reports or claims; the others are inputs to read."""
    known = {report.id for report in record.reports} | {claim.id for claim in record.claims}
    return frozenset(word for word in words if word in known)


def only(record: Record, ids: Collection[str]) -> Record:
    """Return the record with only these reports' claims and these claims; its incidents stay."""
    return replace(record, claims=tuple(claim for claim in record.claims if claim.id in ids or claim.report in ids))


def with_readings(record: Record, readings: Sequence[Reading]) -> Record:
    """Return the record with what was read beside it; a report that the casebook holds already is not read twice."""
    known = {report.id for report in record.reports}
    fresh = [reading for reading in readings if reading.report.id not in known]
    claims = tuple(claim for reading in fresh for claim in reading.claims)
    reports = tuple(reading.report for reading in fresh)
    return replace(record, claims=(*record.claims, *claims), reports=(*record.reports, *reports))
