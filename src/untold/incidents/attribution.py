"""By whom, all accounts together: who is named, and whether the names can be one hand.

A strike that one paper gives to the US and another to the coalition is not
contested; one that is given to Russia and to the coalition is. Parties without
a slug ("unknown aircraft") name nobody, so they compete with nobody.
"""

from collections.abc import Iterable, Sequence

from untold.claims.account import Account
from untold.claims.claim import Attribution
from untold.codebook.actors import is_one_hand


def named_parties(account: Account) -> tuple[Attribution, ...]:
    """Return those whom an account holds responsible or suspects, by slug; who denies it is not named."""
    return tuple(each for each in account.attributed_to if each.id is not None and each.role != "denied")


def competing_accounts(accounts: Sequence[Account]) -> tuple[str, ...]:
    """Return the ids of the accounts whose attributions cannot all be right, in order; none where they can.

    An account competes with itself where it suspects two hands or calls the
    attribution contested; two parties that it holds for known did it together.
    """
    named = {each.id: named_parties(each) for each in accounts}
    torn = {each for each, parties in named.items() if _is_torn(parties)}
    pairs = ((one, other) for one in named for other in named if one < other and named[one] and named[other])
    apart = {each for one, other in pairs if not _meet(named[one], named[other]) for each in (one, other)}
    return tuple(each.id for each in accounts if each.id in torn | apart)


def attributions_of(accounts: Sequence[Account]) -> tuple[Attribution, ...]:
    """Return each party that the accounts name or clear, once, with the strongest role that fits all of them.

    A party that is named beside another hand is contested; one that is only
    cleared is denied; else it is known where an account says so.
    """
    is_contested = bool(competing_accounts(accounts))
    found: dict[str, list[Attribution]] = {}
    for each in (each for account in accounts for each in account.attributed_to):
        found.setdefault(each.id or each.name, []).append(each)
    return tuple(_together(each, is_contested=is_contested) for each in found.values())


def _together(said: Sequence[Attribution], *, is_contested: bool) -> Attribution:
    first, roles = said[0], {each.role for each in said}
    if roles == {"denied"}:
        return first
    if "contested" in roles or "denied" in roles or (is_contested and first.id is not None):
        return Attribution(first.id, first.name, "contested")
    return Attribution(first.id, first.name, "known" if "known" in roles else "suspected")


def _is_torn(parties: Sequence[Attribution]) -> bool:
    if any(each.role == "contested" for each in parties):
        return True
    doubted = [each for each in parties if each.role == "suspected"]
    return any(not _meet([one], [other]) for one in doubted for other in parties)


def _meet(some: Iterable[Attribution], others: Sequence[Attribution]) -> bool:
    return any(is_one_hand(one.id, other.id) for one in some for other in others if one.id and other.id)
