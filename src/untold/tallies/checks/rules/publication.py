"""Incidents that were told before they happened: after their report, their entry, their source, their capture.

Nobody reports tomorrow's dead. Where a day lies after what tells of it, one of
the two is wrong, and mostly it is the day that a hand typed.
"""

from collections.abc import Iterator
from dataclasses import replace

from untold.claims.account import Account
from untold.tallies.checks.dates import days_in, said, span_of
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.whole_record import ListDay, WholeRecord
from untold.tallies.checks.words import account_passages

_TOMORROW = 1  # day: where it happened it may be tomorrow already


def check_publication(record: WholeRecord) -> Iterator[Finding]:
    """Yield every account whose incident begins after the report, the list's entry or its source was published."""
    for account in record.accounts.values():
        span = span_of(account.date)
        if span is None:
            continue
        report = record.reports.get(account.report)
        published = days_in(report.published) if report is not None else None
        if published is not None and report is not None and span[0] > published[1] + _TOMORROW:
            yield _after(record, account, span[0] - published[1], "its report", report.published or "", None)
        for listed in record.list_days.get(account.id, ()):
            day = days_in(listed.day)
            if day is not None and span[0] > day[1] + _TOMORROW:
                yield _after(record, account, span[0] - day[1], f"its {listed.column}", listed.day, listed)


def check_capture(record: WholeRecord) -> Iterator[Finding]:
    """Yield every account of an incident that begins after the file that holds it was captured."""
    for account in record.accounts.values():
        report = record.reports.get(account.report)
        captured = days_in(report.captured_at[:10]) if report is not None and report.captured_at else None
        span = span_of(account.date)
        today = days_in(record.today)
        if captured is None or span is None or report is None or span[0] <= captured[1] + _TOMORROW:
            continue
        if today is not None and span[0] > today[0]:
            continue  # of the future: said once
        when = (report.captured_at or "")[:10]
        message = f"{account.id} is dated {said(account.date)}; the file that holds it was captured on {when}."
        yield _finding(record, account, "date_after_capture", message, when, span[0] - captured[1])


def _after(record: WholeRecord, account: Account, days: int, what: str, day: str, listed: ListDay | None) -> Finding:
    message = f"{account.id} is dated {said(account.date)}, {days:,} days after {what}, of {day}."
    extra = (listed.passage,) if listed is not None else ()
    found = _finding(record, account, "date_after_publication", message, day, days)
    return replace(found, passages=(*found.passages, *extra))


def _finding(record: WholeRecord, account: Account, rule: str, message: str, expected: str, days: int) -> Finding:
    found = Finding(
        "",
        rule,
        "error",
        message,
        accounts=(account.id,),
        stated=account.date.start or account.date.end,
        expected=expected,
        residual=days,
        unit="days",
        passages=account_passages(record, account, "period"),
    )
    return identified(found, account.id, said(account.date), expected)
