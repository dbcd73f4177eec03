"""Whose word an account rests on: who published it, and whom its claims quote.

Ten papers may print one monitor's number. Each of them is a publisher, and the
voice behind all ten is the monitor's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from untold.claims.account import Account
from untold.claims.claim import Claim, Party
from untold.codebook.actors import all_actors, is_compatible
from untold.codebook.folding import name_key

# What is said of fighters, or withdrawn, or never said, makes nobody a voice on harm to others.
_FIGHTERS = frozenset({"combatant", "armed_forces"})
_MEANT = frozenset({"asserted", "estimated"})
_VOID = frozenset({"rejected", "ungrounded"})


@dataclass(frozen=True, slots=True)
class Voice:
    """One account, its publisher, and those whom its claims of harm quote, each once."""

    account: str
    report: str
    publisher: Party
    quoted: tuple[Party, ...]


def voice_of(account: Account, claims: Mapping[str, Claim]) -> Voice:
    """Return whose word the account rests on; `claims` holds the record's claims by id.

    Quoted are the claimants of its claims of harm to others than fighters, and
    a medium that is not the publisher (a paper that prints an agency).
    """
    told = [claims[each] for each in account.claims if each in claims]
    kept = [claim for claim in told if tells_of_harm(claim)] or [claim for claim in told if claim.kind == "casualty"]
    named = [party for claim in kept for party in (claim.claimant, claim.medium) if party is not None]
    return Voice(account.id, account.report, account.source, _distinct(named, account.source))


def tells_of_harm(claim: Claim) -> bool:
    """Return whether the claim says that somebody other than a fighter was harmed."""
    return (
        claim.kind == "casualty"
        and claim.modality in _MEANT
        and claim.state not in _VOID
        and claim.status not in _FIGHTERS
        and claim.count.high != 0
    )


def is_one(one: Party, other: Party) -> bool:
    """Return whether two parties are one voice: one body, a body and a part of it, or one person's name.

    Words that fit anybody ("activists", "a resident") are nobody's name.

    >>> is_one(Party("centcom", "CENTCOM"), Party("pentagon", "the Pentagon"))
    True
    >>> is_one(Party(None, "activists"), Party(None, "activists"))
    False
    """
    if one.id is not None and other.id is not None:
        return one.id == other.id or _is_part(one.id, other.id)
    return one.id == other.id and _is_name(one.name) and name_key(one.name) == name_key(other.name)


def _is_part(one: str, other: str) -> bool:
    known = all_actors()
    return one in known and other in known and is_compatible(known[one], known[other])


def _is_name(words: str) -> bool:
    """Return whether the words name somebody, as far as a capital tells; Arabic has none, so they do not there."""
    return any(word[0].isupper() for word in words.split())


def _distinct(parties: Iterable[Party], publisher: Party) -> tuple[Party, ...]:
    found: list[Party] = []
    for party in parties:
        is_own = party == publisher or (party.id is not None and party.id == publisher.id)
        if not is_own and party not in found:
            found.append(party)
    return tuple(found)
