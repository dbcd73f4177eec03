"""An official report, whole: its printed ledger, and each of its answers.

A reviewer works from the report as it was published, not from lines that
somebody cut out of it, so the lines are found here, each at its own place in
the captured text.
"""

import re
from collections.abc import Iterator

from untold.allegations.reading.record import Entry, OfficialReport
from untold.claims.claim import Party
from untold.claims.official_statements import read_official_statement
from untold.reports.report import Passage, Report

_STARTS = re.compile(
    r"^[ \t]*(?:\(?\d{1,3}[.)]{1,2}[ \t]+)?(?=(?:On )?[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})", re.MULTILINE
)


def read_official_report(report: Report, *, actor: Party) -> OfficialReport:
    """Return what a belligerent's report states: its month, its ledger as printed, its answers in their order.

    `actor` is whose report it is. A text that answers nothing has no entries
    and no ledger; nothing raises.
    """
    entries = tuple(
        Entry(each, read_official_statement(each.text, published=report.published)) for each in _answers(report)
    )
    return OfficialReport(report.id, actor, None, report.published, None, None, entries)


def _answers(report: Report) -> Iterator[Passage]:
    starts = [each.end() for each in _STARTS.finditer(report.text)]
    for start, end in zip(starts, [*starts[1:], len(report.text)], strict=True):
        words = report.text[start:end].rstrip()
        yield report.passage(start, start + len(words))
