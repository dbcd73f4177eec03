"""What was read, kept: `claims.jsonl` of a casebook, one claim a line, as people left it.

The file can always be made again from the reports and from `hand/`; it is kept
because the other rooms read it, and because a person gives a word on a claim's id.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from untold.claims.claim import Claim, Party
from untold.claims.reading import read_claims
from untold.reports.casebook import Casebook, read_records, write_records
from untold.reports.report import Report

CLAIMS = "claims.jsonl"


def read_report(report: Report) -> tuple[Claim, ...]:
    """Return the claims of a report, with its publisher as their medium."""
    source = report.source
    return read_claims(report, medium=Party(source.id, source.name) if source else None)


def kept_claims(folder: str | Path) -> tuple[Claim, ...]:
    """Return the claims of a casebook in the order in which they were read; none where nothing was read yet.

    Raises `CasebookError` for a folder that is no casebook and for a line that is no claim.
    """
    return read_records(folder, CLAIMS, Claim)


def keep_claims(casebook: Casebook, reports: Iterable[str], claims: Sequence[Claim]) -> None:
    """Put the claims of `reports` in the casebook, in place of what was read of them before."""
    again = set(reports)
    others = [claim for claim in kept_claims(casebook.folder) if claim.report not in again]
    write_records(casebook, CLAIMS, (*others, *claims))
