"""A list that comes again: which accounts are new, which changed and in what, which are no longer there.

Rows are told apart by their codes, so that a row keeps its place in the record
when the list is sorted otherwise. What did not change stays as it was, with
the claims of the file that it first came in, and with what people said of them.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.claims.columns.changing import Change, changed_claims, differences
from untold.claims.columns.entering import FromList, Taken
from untold.claims.columns.layout import Layout
from untold.claims.columns.settling import settled

_NOT_COMPARED = frozenset({"id", "report", "claims"})


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a list changes: the accounts and claims as they are afterwards, and how they came to be so.

    `changed` gives the changes by account id. `refused` are accounts whose row
    was refused this time and which stay as they were.
    """

    accounts: tuple[Account, ...]
    claims: tuple[Claim, ...]
    added: tuple[str, ...]
    changed: Mapping[str, tuple[Change, ...]]
    withdrawn: tuple[str, ...]
    unchanged: tuple[str, ...]
    refused: tuple[str, ...]

    @property
    def is_idle(self) -> bool:
        """Return whether the record is as it was."""
        return not (self.added or self.changed or self.withdrawn)


def renew(
    accounts: Sequence[Account], claims: Sequence[Claim], found: FromList, layout: Layout, *, is_part: bool
) -> Renewal:
    """Return the record with a list in it; of a list that `is_part` of another nothing is withdrawn."""
    kept = {account.id: account for account in accounts}
    found = settled(found, kept)
    kept_claims = {claim.id: claim for claim in claims}
    changes = {
        row.account.id: tuple(_changes(kept[row.account.id], kept_claims, row, layout.withheld))
        for row in found.taken
        if row.account.id in kept
    }
    changed = {identity: each for identity, each in changes.items() if each}
    added = tuple(row.account.id for row in found.taken if row.account.id not in kept)
    here = {row.account.id for row in found.taken} | found.refused
    ours = [account.id for account in accounts if is_of(account, layout)]
    withdrawn = () if is_part else tuple(identity for identity in ours if identity not in here)
    taken = {row.account.id: row for row in found.taken if row.account.id in changed or row.account.id not in kept}
    now = _accounts(kept, taken, withdrawn)
    return Renewal(
        accounts=now,
        claims=_claims(accounts, claims, now, taken),
        added=added,
        changed=changed,
        withdrawn=withdrawn,
        unchanged=tuple(identity for identity, each in changes.items() if not each),
        refused=tuple(identity for identity in kept if identity in found.refused),
    )


def is_of(account: Account, layout: Layout) -> bool:
    """Return whether an account came from a list of that layout."""
    return account.id.partition(":")[0] == layout.name


def _accounts(kept: Mapping[str, Account], taken: Mapping[str, Taken], withdrawn: Sequence[str]) -> tuple[Account, ...]:
    now = {**kept, **{identity: row.account for identity, row in taken.items()}}
    gone = set(withdrawn)
    return tuple(account for identity, account in now.items() if identity not in gone)


def _claims(
    before: Sequence[Account], claims: Sequence[Claim], now: Sequence[Account], taken: Mapping[str, Taken]
) -> tuple[Claim, ...]:
    """Return the claims without those that only replaced or withdrawn accounts held, and with the new ones."""
    standing = {identity for account in now for identity in account.claims}
    held = {identity for account in before for identity in account.claims}
    left = [claim for claim in claims if claim.id in standing or claim.id not in held]
    known = {claim.id for claim in left}
    return (*left, *(claim for row in taken.values() for claim in row.claims if claim.id not in known))


def _changes(kept: Account, claims: Mapping[str, Claim], row: Taken, withheld: Collection[str]) -> Iterator[Change]:
    for field in fields(kept):
        if field.name not in _NOT_COMPARED:
            yield from differences(field.name, getattr(kept, field.name), getattr(row.account, field.name))
    before = tuple(claim for identity in kept.claims if (claim := claims.get(identity)) is not None)
    yield from changed_claims(before, row.claims, withheld)
