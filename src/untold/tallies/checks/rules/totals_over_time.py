"""Running totals among the checks of a whole record: each series' own findings, taken in as they are.

How a series is gathered and what its steps may be is told where running totals
are; here they only stand beside everything else that a reviewer must answer.
"""

from collections.abc import Iterator

from untold.tallies.checks.finding import Finding
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.running import check_running

_DAY = 10  # letters of a whole date


def check_totals_over_time(record: WholeRecord) -> Iterator[Finding]:
    """Yield what cannot be right in the running totals of texts and of lists of days."""
    claims = [claim for claim in record.claims.values() if claim.scope != "incident"]
    published = {
        report.id: report.published
        for report in record.reports.values()
        if report.published is not None and len(report.published) == _DAY
    }
    yield from check_running(claims, published)
