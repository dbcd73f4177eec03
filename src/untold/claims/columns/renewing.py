"""A list that comes again: which accounts are new, which changed and in what, which are no longer there.

Rows are told apart by their codes, so that a row keeps its place in the record
when the list is sorted otherwise. What did not change stays as it was, with
the claims of the file that it first came in, and with what people said of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.claims.columns.entering import FromList, Taken
from untold.claims.columns.layout import Layout
from untold.claims.columns.settling import settled
from untold.reports.report import Passage

_NOT_COMPARED = frozenset({"id", "report", "claims"})
_READ = frozenset(
    {"kind", "harm", "count", "status", "demographic", "affiliation", "claimant", "attributed_to", "modality", "note"}
)


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an account that is not as it was, with both in words; a null is an empty text."""

    field: str
    before: str
    now: str


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
        row.account.id: tuple(_changes(kept[row.account.id], kept_claims, row))
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


def _changes(kept: Account, claims: Mapping[str, Claim], row: Taken) -> Iterator[Change]:
    for field in fields(kept):
        if field.name not in _NOT_COMPARED:
            yield from _differences(field.name, getattr(kept, field.name), getattr(row.account, field.name))
    old = {_column(claim): claim for identity in kept.claims if (claim := claims.get(identity)) is not None}
    new = {_column(claim): claim for claim in row.claims}
    for column in dict.fromkeys((*old, *new)):
        if not _is_same(old.get(column), new.get(column)):
            yield Change(column, _shown(old.get(column)), _shown(new.get(column)))


def _differences(name: str, before: object, now: object) -> Iterator[Change]:
    """Yield what differs, part by part for a record of parts."""
    if before == now:
        return
    if is_dataclass(before) and is_dataclass(now):
        for field in fields(before):
            yield from _differences(f"{name}.{field.name}", getattr(before, field.name), getattr(now, field.name))
    else:
        yield Change(name, _worded(before), _worded(now))


def _worded(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(_worded(each) for each in value)
    named = getattr(value, "name", None)
    if isinstance(named, str):
        role = getattr(value, "role", None)
        return f"{named} ({role})" if role else named
    return "" if value is None else str(value)


def _column(claim: Claim) -> str:
    return claim.rule.rpartition(".")[2] if claim.kind != "concession" else f"conceded {claim.rule.rpartition('.')[2]}"


def _is_same(kept: Claim | None, new: Claim | None) -> bool:
    """Return whether a cell says what it said; a claim that a person changed is compared by its cells alone."""
    if kept is None or new is None:
        return kept is new
    if kept.state == "read" and any(getattr(kept, name) != getattr(new, name) for name in _READ):
        return False
    return _quoted(kept, "count") == _quoted(new, "count")


def _quoted(claim: Claim, field: str) -> tuple[str, ...]:
    found = claim.evidence.get(field, ())
    return (found.text,) if isinstance(found, Passage) else tuple(passage.text for passage in found)


def _shown(claim: Claim | None) -> str:
    return "" if claim is None else str(claim.count)
