"""Grades as lines for a terminal and as rows for a table."""

from collections.abc import Iterator, Mapping, Sequence

from untold.claims.account import Account
from untold.cli.directions import wrapped
from untold.incidents.grading import Override
from untold.incidents.grading.objects import stated_by
from untold.incidents.incident import Decision, Incident
from untold.tallies.ledger.cleaning import printable
from untold.tallies.ledger.rows import csv_text

COLUMNS = (
    "incident", "date", "place", "accounts", "grade", "by", "computed", "reason", "decided_by", "strike_status",
    "strike_status_by", "strike_status_computed", "strike_status_reason", "stated_grades",
)  # fmt: skip
_UNDECIDED = Decision("", "", (), "", "", None)


def grades_csv(incidents: Sequence[Incident], accounts: Mapping[str, Account]) -> str:
    """Return a table of the incidents' decisions; several values in a cell are separated by semicolons."""
    return csv_text(COLUMNS, (_cells(each, accounts) for each in incidents))


def grades_lines(incidents: Sequence[Incident], accounts: Mapping[str, Account], rules: str) -> str:
    """Return how many incidents have which grade, and a line for each of them."""
    return "\n".join(_lines(incidents, accounts, rules))


def incident_lines(incident: Incident, accounts: Mapping[str, Account], history: Sequence[Override]) -> str:
    """Return everything about one incident's grade: the decisions, their reasons, what sources stated, the history."""
    return "\n".join(_incident_lines(incident, accounts, history))


def _stated(incident: Incident, accounts: Mapping[str, Account]) -> list[tuple[str, str]]:
    return [(each.account, each.grade) for each in stated_by(incident, accounts) if each.grade is not None]


def _cells(incident: Incident, accounts: Mapping[str, Account]) -> tuple[str, ...]:
    grade, status = incident.grade or _UNDECIDED, incident.strike_status or _UNDECIDED
    return (
        incident.code,
        incident.date.start or "",
        incident.place.name or "",
        str(len(incident.accounts)),
        *(grade.value, grade.by, grade.computed or "", grade.reason, ";".join(grade.accounts)),
        *(status.value, status.by, status.computed or "", status.reason),
        ";".join(f"{account}={stated}" for account, stated in _stated(incident, accounts)),
    )


def _lines(incidents: Sequence[Incident], accounts: Mapping[str, Account], rules: str) -> Iterator[str]:
    values = [each.grade.value for each in incidents if each.grade is not None]
    counted = ", ".join(f"{values.count(value):,} {value}" for value in dict.fromkeys(sorted(values)))
    yield f"{len(incidents):,} incidents by the rules {rules!r}: {counted or 'none'}"
    for each in incidents:
        grade, status = each.grade or _UNDECIDED, each.strike_status
        stated = ", ".join(dict.fromkeys(value for _, value in _stated(each, accounts)))
        beside = f" (stated: {stated})" if stated else ""
        yield (
            f"  {printable(each.code):<14}{each.date.start or 'no date':<12}{grade.value:<12}"
            f"{status.value if status else '-'}"
        )
        yield wrapped(f"{_by(grade)}{grade.reason}{beside}", indent=" " * 6, hanging=" " * 6)


def _by(decision: Decision) -> str:
    if decision.by in {"rule", ""}:
        return ""
    return f"{printable(decision.by)} says so, the rule {decision.computed or 'nothing'}: "


def _incident_lines(incident: Incident, accounts: Mapping[str, Account], history: Sequence[Override]) -> Iterator[str]:
    yield f"{printable(incident.code)}  {incident.date.start or 'no date'}  {printable(incident.place.name or '')}"
    for axis, decision in (("grade", incident.grade), ("strike status", incident.strike_status)):
        if decision is None:
            yield f"{axis:<15}none"
            continue
        yield f"{axis:<15}{decision.value}"
        yield f"{'':<15}{_by(decision)}{printable(decision.reason)}"
        deciding = ", ".join(map(printable, decision.accounts)) or "no account"
        yield f"{'':<15}rule {decision.rule or 'none'}, by {deciding}"
    for account, stated in _stated(incident, accounts):
        yield f"{'stated':<15}{stated} by {printable(account)}"
    for word in history:
        what = "takes back" if word.undo else f"says {word.value}"
        yield f"{'history':<15}{word.when} {printable(word.who)} {what} ({word.axis}): {printable(word.why)}"
