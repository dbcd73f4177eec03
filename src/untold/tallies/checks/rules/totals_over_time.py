"""Running totals among the checks of a whole record: each series' own findings, taken in as they are.

How a series is gathered and what its steps may be is told where running totals
are; here they only stand beside everything else that a reviewer must answer.
"""

from collections.abc import Iterator, Sequence

from untold.claims.claim import CELLS_READER, Claim
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
    for found in check_running(claims, published):
        own = [record.claims[each] for each in found.claims if each in record.claims]
        if not _is_a_way_of_speaking(found, own):
            yield found


def _is_a_way_of_speaking(found: Finding, claims: Sequence[Claim]) -> bool:
    """Return whether a text only words a total otherwise than the text before.

    "191,000" after "more than 191,000" did not fall, "since 2011" is the
    "since March 2011" of the next text, and a text that carries its date over
    from another sentence is a report of its own.
    """
    if any(each.reader == CELLS_READER for each in claims):
        return False
    match found.rule:
        case "total_falls":
            return len({each.count.stated for each in claims}) == 1
        case "total_restarts":
            starts = [each.period.start or "" for each in claims]
            longest = max(starts, key=len, default="")
            return all(starts) and all(longest.startswith(each) for each in starts)
        case _:
            return found.rule == "total_moves_unreported"
