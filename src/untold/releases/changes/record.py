"""A change, and a tombstone: what of a release is otherwise than in the one before, and what is gone."""

from dataclasses import dataclass
from typing import Literal

ChangeKind = Literal["added", "changed", "merged", "split", "withdrawn", "removed"]
Reason = Literal["withdrawn", "merged", "split", "not_published"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise: of a row of `table` that goes by `key`, in `field` or as a whole.

    `old` and `new` are as a cell shows them. `is_withheld` says that the old
    value is not repeated: it may be what a redaction now hides. `rows` is 1, or,
    with no key, how many rows of a table are no longer there: to name those
    would name what may just have become protected.
    """

    table: str
    kind: ChangeKind
    key: str | None
    incident: str | None
    field: str | None = None
    old: str | None = None
    new: str | None = None
    is_withheld: bool = False
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Deletion:
    """An incident that earlier releases hold and this one does not: its code, the day, and why in one word.

    `into` are the incidents in which it went on. Nothing else of it is repeated.
    """

    code: str
    date: str
    reason: Reason
    into: tuple[str, ...] = ()
