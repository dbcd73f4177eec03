"""An import for other programs: one JSON object, whose shape ships with the package as a JSON Schema."""

from dataclasses import dataclass

from untold.claims.columns.changing import Change
from untold.codebook.errors import UnreadableRow
from untold.codebook.schemas import Schema, json_object, made_schema, shipped_schema
from untold.tallies.checks import Check


@dataclass(frozen=True, slots=True)
class FaultObject:
    """What is wrong with one cell, or with a whole row where `column` is null; a row that is `refused` is out."""

    sheet: str | None
    row: int
    column: str | None
    value: str
    expected: str
    refused: bool


@dataclass(frozen=True, slots=True)
class ChangedAccount:
    """An account whose row says something else than before, and in what."""

    account: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ImportObject:
    """One file: how many accounts and claims it holds, and what it changes, by account ids.

    `kept` tells whether that was written; `refused` are accounts whose row was
    refused and that stay as they were; `checks` are the totals that the list
    prints, against its rows.
    """

    file: str
    report: str
    layout: str
    kept: bool
    accounts: int
    claims: int
    added: tuple[str, ...]
    changed: tuple[ChangedAccount, ...]
    withdrawn: tuple[str, ...]
    refused: tuple[str, ...]
    unchanged: int
    faults: tuple[FaultObject, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class ImportsObject:
    """The one object of `untold import --as json`."""

    schema: Schema
    imports: tuple[ImportObject, ...]


SCHEMA = Schema("untold.import", 1)


def as_json(one: ImportObject) -> str:
    """Return the import as JSON."""
    return json_object(ImportsObject(SCHEMA, (one,)))


def fault_object(fault: UnreadableRow) -> FaultObject:
    """Return a fault by its parts."""
    return FaultObject(fault.sheet, fault.row, fault.column, fault.value, fault.expected, fault.is_refused)


def schema() -> str:
    """Return the JSON Schema of the import's object, as it ships with the package."""
    return shipped_schema("untold.cli", "import")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    return made_schema(SCHEMA, ImportsObject)
