"""The days of an incident as other lists want them: the first and the last on which it can have been, and how exact."""

from typing import NamedTuple

from untold.claims.account import DatePrecision
from untold.claims.columns.spans import runs_backwards, span_of
from untold.releases.published import PublishedIncident


class Days(NamedTuple):
    """Two whole days and how exactly the date is known; all null where no date is published."""

    first: str | None
    last: str | None
    precision: DatePrecision | None


def days_of(incident: PublishedIncident) -> Days:
    """Return the days of an incident; a month or a year is all its days, and dates that run backwards are none."""
    start, end = incident.date_start, incident.date_end
    if runs_backwards(start, end):
        return Days(None, None, None)
    span = span_of(start, end)
    return Days(span.start, span.end, span.precision)
