"""The two tables that every release after the first has: what is otherwise, and what is gone."""

from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter
from typing import get_args

from untold.releases.changes.record import Change, ChangeKind, Deletion, Reason
from untold.releases.table import Column, Table

CHANGES = Table(
    "changes",
    "Changes",
    "What is otherwise than in the release before, row by row and column by column. What came with a new incident is "
    "not listed one by one; an old value that may since have become protected is not repeated.",
    (
        Column("table", "string", "The table that the change is in.", "#meta+table", is_required=True),
        Column("kind", "string", "What happened.", "#meta+change", is_required=True, values=get_args(ChangeKind)),
        Column("key", "string", "The row, by the columns that tell rows of its table apart.", "#meta+id"),
        Column("incident", "string", "The incident that the row is of, by code.", "#event+code"),
        Column("field", "string", "The column that is otherwise; null for a whole row.", "#meta+field"),
        Column("old", "string", "What it was; a merged incident's former code.", "#meta+old"),
        Column("new", "string", "What it is; a split incident's new code.", "#meta+new"),
        Column("is_withheld", "boolean", "Whether what it was is not repeated.", "#meta+redacted", is_required=True),
        Column("rows", "integer", "How many rows it is about.", "#meta+rows", "rows", is_required=True),
    ),
    (),
)
DELETIONS = Table(
    "deletions",
    "Deletions",
    "Incidents that earlier releases hold and this one does not: where each went, or only that it is gone.",
    (
        Column("code", "string", "The incident's code, which is given to no other.", "#event+code", is_required=True),
        Column("date", "date", "The day of the release that first was without it.", "#date+deleted", is_required=True),
        Column("reason", "string", "Why, in a word.", "#meta+reason", is_required=True, values=get_args(Reason)),
        Column("into", "array", "The incidents in which it went on, by code.", "#event+code+into"),
    ),
    (),
    key=("code",),
)


def rows_of_changes(changes: Iterable[Change]) -> Iterable[tuple[str | int | bool | None, ...]]:
    """Yield changes as rows."""
    return map(attrgetter(*(each.name for each in fields(Change))), changes)


def rows_of_deletions(deletions: Iterable[Deletion]) -> Iterable[tuple[str | tuple[str, ...], ...]]:
    """Yield tombstones as rows."""
    return ((each.code, each.date, each.reason, each.into) for each in deletions)
