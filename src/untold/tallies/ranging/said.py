"""What is said of one incident: each claim that a range may rest on, as flat as a row of a table.

A rule decides over an incident's claims, and a record holds millions of them.
So each is brought down to who says it, of which group and within which bounds;
everything else of a claim stays with the claim.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from untold.claims.account import Account
from untold.claims.claim import Claim, Demographic, Harm, Party, Status
from untold.codebook.folding import name_key
from untold.incidents.building.ranges import is_conceded, is_counted, wholes
from untold.incidents.persons import counting


class Group(NamedTuple):
    """Of whom a range speaks: null status or demographic is everybody."""

    harm: Harm
    status: Status | None
    demographic: Demographic | None


@dataclass(frozen=True, slots=True)
class Said:
    """One claim as a range may use it.

    `source` is whose word it is, and `publisher` who prints it: slugs, or the
    folded name of whom the codebook does not know. `nth` is the claim's place
    among its account's. A claim `of_a_person` stands once for the whole group
    and once for the person's demographic. What is `is_conceded` is a
    belligerent's own word.
    """

    claim: str
    account: str
    source: str
    publisher: str
    group: Group
    low: int | None
    high: int | None
    nth: int
    of_a_person: bool = False
    is_conceded: bool = False


def said_in(account: Account, claims: Sequence[Claim]) -> tuple[Said, ...]:
    """Return the claims of an account that may enter a range, group by group, in their order.

    Denied, hypothetical, retracted and rejected claims never enter, nor do
    running totals, nor what sets no bound, nor a part of a whole in its own group.
    """
    nth = {claim.id: n for n, claim in enumerate(claims)}
    counts, persons = counting(claim for claim in claims if is_counted(claim))
    kept = [each for own in _counts(counts).values() for each in wholes(own)]
    said = [_said(account, claim, _group(claim), nth[claim.id], of_a_person=False) for claim in kept]
    said += [_said(account, claim, group, nth[claim.id], of_a_person=True) for group, claim in _persons(persons)]
    return tuple(sorted(said, key=lambda each: each.nth))


def source_of(claim: Claim, publisher: Party) -> Party:
    """Return whose word a claim is: whom the codebook knows and the claim quotes, else who publishes it.

    "A resident" is nobody that a table could name, so his word is counted
    under who printed it.
    """
    quoted = (claim.claimant, claim.medium)
    return next((party for party in quoted if party is not None and party.id is not None), publisher)


def party_key(party: Party, report: str) -> str:
    """Return the slug of a party, or its folded name where the codebook does not know it.

    A report of which nobody knows who published it is a source of its own.
    """
    return party.id or name_key(party.name) or f"report {report}"


def _said(account: Account, claim: Claim, group: Group, nth: int, *, of_a_person: bool) -> Said:
    publisher = party_key(account.source, account.report)
    source = party_key(source_of(claim, account.source), account.report)
    count = claim.count
    return Said(
        claim.id, account.id, source, publisher, group, count.low, count.high, nth, of_a_person, is_conceded(claim)
    )


def _group(claim: Claim) -> Group:
    return Group(claim.harm, claim.status, claim.demographic)


def _counts(claims: Iterable[Claim]) -> dict[tuple[Group, bool], list[Claim]]:
    """Return claims by group; what is conceded apart, for it is no whole of what is documented."""
    found: dict[tuple[Group, bool], list[Claim]] = {}
    for claim in claims:
        found.setdefault((_group(claim), is_conceded(claim)), []).append(claim)
    return found


def _persons(claims: Iterable[Claim]) -> Iterator[tuple[Group, Claim]]:
    for claim in claims:
        for demographic in dict.fromkeys((claim.demographic, None)):
            yield Group(claim.harm, claim.status, demographic), claim
