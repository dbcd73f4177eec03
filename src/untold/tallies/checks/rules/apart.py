"""Accounts of one incident that cannot all be right: the contradictions that a match keeps, as findings to be answered.

A match writes down where its accounts miss each other. Whoever reviews the
record wants to say once why they are one incident all the same, and to be
asked again when another account comes in.
"""

from collections.abc import Iterator

from untold.incidents.incident import Contradiction, Incident
from untold.incidents.official.answers import is_statement
from untold.tallies.checks.dates import years_apart
from untold.tallies.checks.finding import Finding, identified
from untold.tallies.checks.record import Severity
from untold.tallies.checks.whole_record import WholeRecord
from untold.tallies.checks.words import account_passages, counted

_RULES: dict[str, tuple[str, Severity, str]] = {
    "date": ("days_apart", "warning", "period"),
    "distance": ("places_apart", "warning", "places"),
    "counts": ("counts_apart", "info", "count"),
    "actors": ("actors_apart", "info", "attributed_to"),
}


def check_contradictions(record: WholeRecord) -> Iterator[Finding]:
    """Yield what a match says of incidents whose accounts contradict each other, but what other rules say better."""
    for incident in record.incidents:
        for each in incident.contradictions:
            if _is_of_the_incident(incident, each) and not _is_said_elsewhere(record, each):
                yield _finding(record, incident, each)


def _is_of_the_incident(incident: Incident, contradiction: Contradiction) -> bool:
    """Return whether both accounts are in the incident; codes that joined nothing are another rule's."""
    return set(contradiction.accounts) <= set(incident.accounts)


def _is_said_elsewhere(record: WholeRecord, contradiction: Contradiction) -> bool:
    """Return whether a slip of the year, or a statement's grid, says the same and why."""
    accounts = [record.accounts[each] for each in contradiction.accounts if each in record.accounts]
    if contradiction.kind == "date" and len(accounts) == 2:  # noqa: PLR2004 (one and the other)
        return years_apart(accounts[0].date.start or "", accounts[1].date.start or "") in {1, 2}
    return contradiction.kind == "distance" and any(is_statement(each) for each in accounts)


def _finding(record: WholeRecord, incident: Incident, contradiction: Contradiction) -> Finding:
    rule, severity, field = _RULES[contradiction.kind]
    accounts = [record.accounts[each] for each in contradiction.accounts if each in record.accounts]
    claims = [claim for account in accounts for claim in record.claims_of(account)] if field == "count" else []
    passages = counted(claims) or tuple(
        passage for each in accounts for passage in account_passages(record, each, field)
    )
    found = Finding(
        "",
        rule,
        severity,
        f"{incident.code}, {' and '.join(contradiction.accounts)}: {contradiction.message}.",
        claims=tuple(each.id for each in claims),
        accounts=contradiction.accounts,
        incidents=(incident.code,),
        passages=passages,
    )
    return identified(found, sorted(contradiction.accounts), contradiction.message)
