"""A belligerent's printed ledger, and its answers against the days on which they were asked.

A review that closes more than was open, or answers before anybody asked, was
not kept as one; the months in between are then nobody's count.
"""

from collections.abc import Iterator

from untold.allegations.allegation import Allegation, Determination
from untold.allegations.ledger import Ledger, LedgerCheck, printed_months
from untold.incidents.incident import Incident
from untold.incidents.official.answers import is_statement
from untold.reports.report import Passage
from untold.tallies.checks.dates import days_in, said, span_of
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.rules.statements import ELSEWHERE_KM, FAR_KM
from untold.tallies.checks.whole_record import WholeRecord

_TOMORROW = 1  # day: where it was received it may be tomorrow already
_ANSWERS = frozenset({"credible", "non_credible", "duplicate", "reopened"})


def check_ledgers(record: WholeRecord) -> Iterator[Finding]:
    """Yield the sums of printed months that do not balance, of the versions of reports that stand."""
    for month in printed_months(record.official, Ledger(None, record.today, ())):
        if month.replaced_by is None:
            yield from (_unbalanced(each) for each in month.checks if each.verdict == "differs")


def check_allegations(record: WholeRecord) -> Iterator[Finding]:
    """Yield the answers before their allegation, of the future or far away, and the allegations before their harm."""
    by_code = {code: each for each in record.incidents for code in (each.code, *each.previous_codes)}
    held = {each.report for each in record.accounts.values() if is_statement(each)}
    today = days_in(record.today)
    for allegation in record.allegations:
        yield from _before_harm(record, allegation, by_code.get(allegation.incident or ""))
        received = days_in(allegation.received)
        for each in allegation.determinations:
            answered = days_in(each.date)
            if answered is not None and today is not None and answered[0] > today[0]:
                yield _in_future(record, allegation, each)
            if answered is not None and received is not None and answered[1] < received[0] and each.status in _ANSWERS:
                yield _before_asked(allegation, each, received[0] - answered[1])
            if each.statement is None or each.statement.report not in held:  # an account says so itself
                yield from _far(allegation, each)


def _unbalanced(check: LedgerCheck) -> Finding:
    # A difference that reopened ones may make is a question; all others contradict the print itself.
    is_open = "reopened" in check.unprinted and (check.difference or 0) > 0
    found = Finding(
        "",
        "ledger_unbalanced",
        "warning" if is_open else "error",
        f"the ledger of {check.month or 'a month not said'} (report {check.report}), {check.message}.",
        stated=check.stated,
        expected=check.expected,
        residual=check.difference,
        unit="allegations",
        passages=check.passages,
    )
    return identified(found, check.report, check.rule, check.stated, check.expected)


def _before_harm(record: WholeRecord, allegation: Allegation, incident: Incident | None) -> Iterator[Finding]:
    account = record.accounts.get(allegation.account or "")
    when = incident.date if incident is not None else account.date if account is not None else None
    span, received = (None if when is None else span_of(when)), days_in(allegation.received)
    if when is None or span is None or received is None or span[0] <= received[1] + _TOMORROW:
        return
    what = incident.code if incident is not None else allegation.account
    found = Finding(
        "",
        "allegation_before_harm",
        "error",
        f"{allegation.id} was received on {allegation.received}; {what} is dated {said(when)}.",
        accounts=() if allegation.account is None else (allegation.account,),
        incidents=() if incident is None else (incident.code,),
        allegations=(allegation.id,),
        stated=allegation.received,
        expected=when.start,
        residual=span[0] - received[1],
        unit="days",
        passages=_words(allegation),
    )
    yield identified(found, allegation.id, allegation.received, said(when))


def _before_asked(allegation: Allegation, answer: Determination, days: int) -> Finding:
    found = Finding(
        "",
        "answer_before_allegation",
        "error",
        f"{allegation.id} was found {answer.status.replace('_', '-')} on {answer.date}, {days:,} days before it was "
        f"received, on {allegation.received}.",
        allegations=(allegation.id,),
        stated=answer.date,
        expected=allegation.received,
        residual=days,
        unit="days",
        passages=() if answer.statement is None else (answer.statement,),
    )
    return identified(found, allegation.id, answer.id, answer.date, allegation.received)


def _in_future(record: WholeRecord, allegation: Allegation, answer: Determination) -> Finding:
    found = Finding(
        "",
        "date_in_future",
        "error",
        f"{allegation.id} was found {answer.status.replace('_', '-')} on {answer.date}, after {record.today}.",
        allegations=(allegation.id,),
        stated=answer.date,
        expected=record.today,
        passages=() if answer.statement is None else (answer.statement,),
    )
    return identified(found, allegation.id, answer.id, answer.date)


def _far(allegation: Allegation, answer: Determination) -> Iterator[Finding]:
    kilometres = answer.distance_km
    if kilometres is None or kilometres <= ELSEWHERE_KM:
        return
    what = allegation.incident or allegation.account
    found = Finding(
        "",
        "grid_far_from_incident",
        "error" if kilometres >= FAR_KM else "warning",
        f"the answer of {answer.date or 'a day not said'} to {allegation.id} prints the grid {answer.grid}, "
        f"{kilometres:.0f} km from {what}.",
        accounts=() if allegation.account is None else (allegation.account,),
        incidents=() if allegation.incident is None else (allegation.incident,),
        allegations=(allegation.id,),
        stated=answer.grid,
        residual=round(kilometres, 1),
        unit="kilometres",
        passages=() if answer.statement is None else (answer.statement,),
    )
    yield identified(found, allegation.id, answer.id, answer.grid, round(kilometres))


def _words(allegation: Allegation) -> tuple[Passage, ...]:
    first = next((each.statement for each in allegation.determinations if each.statement is not None), None)
    return () if first is None else (first,)
