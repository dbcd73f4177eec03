"""Statements that come as data: each in a cell of a table, or in a string of JSON.

Whoever archives a belligerent's words keeps them one to a record, with the day
on which each came out beside it.
"""

import re
from collections.abc import Iterator

from untold.allegations.reading.record import Entry
from untold.claims.official_statements import read_answer
from untold.claims.official_statements.flat import flatten_escaped
from untold.reports.report import Report

_KEYS = "statement|civcas_statement|text|content|narrative|description|words"
_STATEMENT = re.compile(rf'"(?:{_KEYS})"\s{{0,9}}:\s{{0,9}}"(?P<words>(?:[^"\\]|\\.)*)"', re.IGNORECASE)
_DAY = re.compile(
    r'"(?:statement_date|published|date)"\s{0,9}:\s{0,9}"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})'
)
_OBJECT = re.compile(r"[{}]")


def answers_in_rows(report: Report) -> Iterator[Entry]:
    """Yield the statements of a report that is JSON or JSON Lines; none of any other text."""
    if report.text.lstrip()[:1] not in ("{", "["):
        return
    for found in _STATEMENT.finditer(report.text):
        start, end = found.span("words")
        if start < end:
            words = report.passage(start, end)
            published = _published(report.text, start, end) or report.published
            yield Entry(words, read_answer(words, published=published, flat=flatten_escaped(words.text)))


def _published(text: str, start: int, end: int) -> str | None:
    """Return the day beside a statement, in its own object, as an ISO date."""
    opens = text.rfind("{", max(start - 4000, 0), start)
    closes = text.find("}", end, end + 4000)
    found = _DAY.search(text, max(opens, 0), closes if closes >= 0 else len(text))
    return None if found is None else f"{found['year']}-{found['month']}-{found['day']}"
