"""All incidents graded by one set of rules, with people's decisions laid over the rules' own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.incidents.grading.deciding import decide_grade, decide_strike_status
from untold.incidents.grading.evidence import Evidence, gather_evidence
from untold.incidents.grading.hand import Override, apply_overrides
from untold.incidents.incident import Incident
from untold.incidents.independence import copy_groups


def grade(evidence: Evidence, rules: str = "ours") -> Incident:
    """Return the incident with its grade and strike status by the rules alone.

    Raises `UnknownWording` for a set of rules that there is not.
    """
    return replace(
        evidence.incident, grade=decide_grade(evidence, rules), strike_status=decide_strike_status(evidence, rules)
    )


def grade_incidents(
    incidents: Iterable[Incident],
    accounts: Mapping[str, Account],
    claims: Mapping[str, Claim],
    *,
    vicinity: Mapping[str, Sequence[str]] | None = None,
    copies: Mapping[str, str] | None = None,
    overrides: Sequence[Override] = (),
    rules: str = "ours",
    accused: str | None = None,
) -> tuple[Incident, ...]:
    """Return the incidents graded; `accounts` and `claims` hold the record by id.

    `vicinity` holds, by incident code, the belligerent's log lines of that day
    and vicinity, `copies` by account its group of copies of one text, found
    here where it is not given. Overrides are of our grades: other sets of
    rules are shown as they come out.
    """
    near = vicinity or {}
    if copies is None:
        copies = copy_groups({each.id: each.text or "" for each in accounts.values()})
    said = overrides if rules == "ours" else ()
    found: list[Incident] = []
    for each in incidents:
        evidence = gather_evidence(
            each, accounts, claims, vicinity=near.get(each.code, ()), copies=copies, accused=accused
        )
        found.append(apply_overrides(grade(evidence, rules), said) if said else grade(evidence, rules))
    return tuple(found)
