"""A month's ledger as a report prints it: so many open, so many new, so many closed and how.

The numbers stand in a paragraph of prose, in a row of a table, or in both, and
each report words them anew. What a report does not print stays null: a sum of
ours would always balance.
"""

import re
from collections.abc import Iterable, Iterator

from untold.allegations.reading.record import PrintedLedger
from untold.claims.official_statements.flat import Flat, flatten
from untold.claims.official_statements.wordings import listed, matches, number_of
from untold.reports.report import Passage, Report

# A number is one field's alone: "17 non-credible" is not also credible, "43 open reports carried over" not also new.
FIELDS = (
    "cumulative",
    "reopened",
    "duplicate",
    "non_credible",
    "credible",
    "open_at_start",
    "new",
    "open_at_end",
    "completed",
)
_FEWEST = 2  # numbers that make a ledger: one may stand in any prose
_LONGEST = 20_000  # letters of prose in which a ledger is looked for


def printed_ledger(report: Report, prose: Iterable[Passage], month: str | None) -> PrintedLedger | None:
    """Return the ledger that the prose of a report prints, or null where it prints none.

    `prose` are the passages that are no answers. Of a number printed twice
    the first is taken.
    """
    found: dict[str, tuple[int, Passage]] = {}
    for passage in _within(prose):
        flat = flatten(passage.text)
        for field, number in _numbers(flat, set(found)):
            start, end = flat.span(*number.span(1))
            found[field] = (number_of(number[1]), report.passage(passage.start + start, passage.start + end))
    if len(found) < _FEWEST:
        return None
    numbers = {field: value for field, (value, _) in found.items()}
    return PrintedLedger(month, **numbers, evidence={field: words for field, (_, words) in found.items()})


def _within(prose: Iterable[Passage]) -> Iterator[Passage]:
    left = _LONGEST
    for passage in prose:
        if left > 0:
            yield Passage(passage.report, passage.start, min(passage.end, passage.start + left), passage.text[:left])
        left -= len(passage.text)


def _numbers(flat: Flat, known: set[str]) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield each field with the match of its number; every number is taken once."""
    taken: list[tuple[int, int]] = []
    for field in FIELDS:
        if field in known:
            continue
        for match in matches(listed().ledger[field], flat.low):
            span = match.span(1)
            if not any(span[0] < end and start < span[1] for start, end in taken):
                taken.append(span)
                yield field, match
                break
