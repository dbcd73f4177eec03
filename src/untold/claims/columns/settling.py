"""Rows that bear one code: each keeps the id that it has in the record, whatever their order in the file.

Public codes are not always unique. The second row of a code is told from the
first by what it says, as long as it says it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from untold.claims.account import Account
from untold.claims.columns.entering import FromList, Taken


def settled(found: FromList, kept: Mapping[str, Account]) -> FromList:
    """Return a list's rows with the ids under which the record keeps them, where several bear one code."""
    groups: dict[str, list[Taken]] = {}
    for row in found.taken:
        groups.setdefault(row.account.id.partition("#")[0], []).append(row)
    ids = {id(row): own for group in groups.values() if len(group) > 1 for row, own in _told_apart(group, kept)}
    if not ids:
        return found
    return replace(found, taken=tuple(_named(row, ids.get(id(row), row.account.id)) for row in found.taken))


def _told_apart(group: Sequence[Taken], kept: Mapping[str, Account]) -> Iterator[tuple[Taken, str]]:
    """Yield each row with an id of the group: the one whose kept account says the same, else what is left."""
    free = [row.account.id for row in group]
    rest: list[Taken] = []
    for row in group:
        same = next((own for own in free if own in kept and _said(kept[own]) == _said(row.account)), None)
        if same is None:
            rest.append(row)
        else:
            free.remove(same)
            yield row, same
    yield from zip(rest, free, strict=True)


def _said(account: Account) -> Account:
    return replace(account, id="", report="", claims=())


def _named(row: Taken, own: str) -> Taken:
    return row if row.account.id == own else replace(row, account=replace(row.account, id=own))
