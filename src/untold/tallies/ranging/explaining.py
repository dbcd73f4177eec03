"""Why an incident's range is what it is: each claim with what became of it under a rule, and why.

Somebody who doubts a total doubts one incident of it first. There every claim
of every account is named: used, or left out with the reason.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.incidents.building.ranges import is_counted
from untold.incidents.incident import Incident
from untold.tallies.ranging.hierarchy import Hierarchy
from untold.tallies.ranging.ranged import Ranged
from untold.tallies.ranging.rules import ranges_by
from untold.tallies.ranging.said import Group, said_in
from untold.tallies.ranging.spoken import Copy, PassedOver
from untold.tallies.tally import RangeRule


@dataclass(frozen=True, slots=True)
class ExplainedRange:
    """One group's range: `ranged` holds the claims that the rule used and those that it left out."""

    group: Group
    ranged: Ranged


@dataclass(frozen=True, slots=True)
class Explained:
    """An incident's ranges by one rule, and the claims that no rule would take, each with why."""

    incident: str
    rule: RangeRule
    ranges: tuple[ExplainedRange, ...]
    barred: tuple[PassedOver, ...]


def explain_incident(
    incident: Incident,
    accounts: Mapping[str, Account],
    claims: Mapping[str, Claim],
    rule: RangeRule,
    *,
    copies: Mapping[str, Copy] | None = None,
    order: Hierarchy | None = None,
) -> Explained:
    """Return an incident's ranges by a rule with everything that decided them; arguments as of `ranges_by`."""
    own = [accounts[each] for each in incident.accounts if each in accounts]
    told = [(account, [claims[each] for each in account.claims if each in claims]) for account in own]
    said = [each for account, each_of in told for each in said_in(account, each_of)]
    found = ranges_by(rule, said, copies or {}, order)
    ranges = tuple(ExplainedRange(group, ranged) for group, ranged in found.items())
    taken = {each.claim for each in said}
    barred = tuple(_barred((claim for _, each_of in told for claim in each_of), taken))
    return Explained(incident.code, rule, ranges, barred)


def _barred(claims: Iterable[Claim], taken: set[str]) -> Iterator[PassedOver]:
    reasons: dict[str, list[str]] = {}
    for claim in claims:
        if claim.id not in taken:
            reasons.setdefault(_why_not(claim), []).append(claim.id)
    yield from (PassedOver(tuple(ids), why) for why, ids in reasons.items())


def _why_not(claim: Claim) -> str:
    """Return why a claim may enter no range; what may enter one was left out because its whole is there."""
    if claim.state in {"rejected", "ungrounded"}:
        return "a person rejected it" if claim.state == "rejected" else "its words are not in its text"
    if claim.kind not in {"casualty", "concession"}:
        return f"is {_article(claim.kind)}, and counts nobody"
    if claim.modality in {"hypothetical", "retracted", "denied"}:
        return f"is {claim.modality}"
    if claim.scope != "incident":
        return "is a running total" if claim.scope == "cumulative" else "counts a period, and not one incident"
    if not is_counted(claim):
        return "its words set no bound"
    return "is a part of another number of the same group"


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
