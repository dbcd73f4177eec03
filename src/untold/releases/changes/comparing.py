"""Two releases laid beside each other, table by table and row by row, as they lie sorted on the disk."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from untold.releases.changes.fates import Fates
from untold.releases.changes.record import Change
from untold.releases.changes.repeating import may_repeat, shown
from untold.releases.changes.withdrawing import Gone
from untold.releases.published import TABLES
from untold.releases.reading import rows_of

_Row = Any  # a published record; which, the table says
_PARENTS = {  # by table, the column that names a row of another, with which it came
    "ranges": ("incidents", "incident"),
    "attributions": ("incidents", "incident"),
    "contradictions": ("incidents", "incident"),
    "accounts": ("incidents", "incident"),
    "claims": ("incidents", "incident"),
    "allegations": ("incidents", "incident"),
    "determinations": ("allegations", "allegation"),
}
_NAMED_WHEN_REMOVED = frozenset({"ranges"})  # whose keys name nothing but an incident and a group
_UNLISTED = frozenset({"reports", "sources"})  # they come and go with what names them
_COUNTED = frozenset({("sources", "reports")})  # how many there are follows from the rows


@dataclass(slots=True)
class _Seen:
    """What was added so far, by table, and which incidents are gone: rows of these are not listed one by one."""

    gone: frozenset[str]
    added: dict[str, set[str]] = field(default_factory=dict)


def changes_between(before: Path, now: Path, found: Fates, gone: Gone) -> Iterator[Change]:
    """Yield what is otherwise in a release than in the one before, in the order of the tables and of their rows.

    Raises `BrokenRelease` where a table of one of the two cannot be read.
    """
    yield from (Change("incidents", "merged", heir, heir, old=code) for code, heir in found.merged)
    yield from (Change("incidents", "split", code, code, new=heir) for code, heir in found.split)
    for each in found.gone:
        if not each.into:
            yield Change("incidents", "withdrawn", each.code, each.code, new=each.reason)
    seen = _Seen(gone.hidden.union(each.code for each in found.gone))
    for table in TABLES:
        yield from _of_table(table, before, now, seen, gone.withheld)


def _of_table(table: str, before: Path, now: Path, seen: _Seen, withheld: frozenset[str]) -> Iterator[Change]:
    record, key = TABLES[table]
    removed = 0
    for old, new in _side_by_side(rows_of(before, table, record), rows_of(now, table, record), key):
        if old is not None and new is None:
            if table in _NAMED_WHEN_REMOVED and old.incident not in seen.gone:
                yield Change(table, "removed", _key(old, key), _incident(table, old))
            else:
                removed += table != "incidents"
        elif old is None:
            yield from _added(table, new, key, seen)
        else:
            yield from _changed(table, old, new, key, withheld)
    if removed:
        yield Change(table, "removed", None, None, rows=removed)


def _added(table: str, new: _Row, key: tuple[str, ...], seen: _Seen) -> Iterator[Change]:
    name = _key(new, key)
    seen.added.setdefault(table, set()).add(name)
    parent, column = _PARENTS.get(table, (None, ""))
    is_implied = parent is not None and getattr(new, column) in seen.added.get(parent, ())
    if not is_implied and table not in _UNLISTED:
        yield Change(table, "added", name, _incident(table, new))


def _changed(table: str, old: _Row, new: _Row, key: tuple[str, ...], withheld: frozenset[str]) -> Iterator[Change]:
    for column in (each.name for each in fields(new)):
        was, now = getattr(old, column), getattr(new, column)
        if was == now or (table, column) in _COUNTED:
            continue
        may = may_repeat(table, column, new, withheld)
        yield Change(
            table,
            "changed",
            _key(new, key),
            _incident(table, new),
            column,
            shown(was) if may else None,
            shown(now),
            is_withheld=not may and was not in (None, ()),
        )


def _side_by_side(
    before: Iterator[_Row], now: Iterator[_Row], key: tuple[str, ...]
) -> Iterator[tuple[_Row | None, _Row | None]]:
    """Yield each row with its like in the other release, or null; both come in the order of the key's first column."""
    first, whole = attrgetter(key[0]), _whole(key)
    olds, news = groupby(before, first), groupby(now, first)
    old, new = next(olds, None), next(news, None)
    while old is not None or new is not None:
        is_old = old is not None and (new is None or old[0] <= new[0])
        is_new = new is not None and (old is None or new[0] <= old[0])
        left = {whole(row): row for row in old[1]} if old is not None and is_old else {}
        right = {whole(row): row for row in new[1]} if new is not None and is_new else {}
        yield from ((left.get(name), right.get(name)) for name in dict.fromkeys((*left, *right)))
        old = next(olds, None) if is_old else old
        new = next(news, None) if is_new else new


def _whole(key: tuple[str, ...]) -> Callable[[_Row], Any]:
    return attrgetter(*key)


def _key(row: _Row, key: tuple[str, ...]) -> str:
    """Return the key of a row in one cell."""
    return " / ".join(shown(getattr(row, column)) or "-" for column in key)


def _incident(table: str, row: _Row) -> str | None:
    code: str | None = row.code if table == "incidents" else getattr(row, "incident", None)
    return code
