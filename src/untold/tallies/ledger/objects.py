"""The ledger for other programs: one JSON object, lines of JSON, or a flat table.

The keys are the field names of the records, so that whoever knows the records
knows the files.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from untold.claims.claim import Claim, Party
from untold.codebook.schemas import Schema, json_object, made_schema, shipped_schema
from untold.reports.report import Report
from untold.tallies.checks import Check
from untold.tallies.comparison import Comparison
from untold.tallies.ledger.arrangement import Ledger
from untold.tallies.ledger.rows import csv_text


@dataclass(frozen=True, slots=True)
class ReadObject:
    """The one object of `untold read --as json`."""

    schema: Schema
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    checks: tuple[Check, ...]
    comparisons: tuple[Comparison, ...]


SCHEMA = Schema("untold.read", 1)


def as_json(ledger: Ledger) -> str:
    """Return one JSON object: schema, reports, claims, checks and comparisons."""
    whole = ReadObject(SCHEMA, ledger.reports, ledger.claims, ledger.checks, ledger.comparisons)
    return json_object(whole)


def as_jsonl(ledger: Ledger) -> str:
    """Return one JSON object a line, each with the name of its record under `record`."""
    return "".join(f"{msgspec.json.encode(line).decode()}\n" for line in _lines(ledger))


def as_csv(ledger: Ledger) -> str:
    """Return one line a claim, with a header; empty cells are "not stated", zero is zero."""
    rows = map(_flat, ledger.claims)
    return csv_text(_COLUMNS, ([row[column] for column in _COLUMNS] for row in rows))


def schema() -> str:
    """Return the JSON Schema of `as_json`'s object, as it ships with the package."""
    return shipped_schema("untold.tallies", "read")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    return made_schema(SCHEMA, ReadObject)


def _lines(ledger: Ledger) -> Iterator[dict[str, object]]:
    kinds: tuple[tuple[str, tuple[object, ...]], ...] = (
        ("report", ledger.reports),
        ("claim", ledger.claims),
        ("check", ledger.checks),
        ("comparison", ledger.comparisons),
    )
    for name, records in kinds:
        yield from ({"record": name, **msgspec.to_builtins(record)} for record in records)


_COLUMNS = (
    "id",
    "report",
    "kind",
    "harm",
    "stated",
    "low",
    "high",
    "qualifier",
    "status",
    "demographic",
    "affiliation_id",
    "affiliation",
    "part_of",
    "restates",
    "claimant_id",
    "claimant",
    "medium_id",
    "medium",
    "attributed_to",
    "means",
    "places",
    "period_start",
    "period_end",
    "period_duration",
    "period_words",
    "scope",
    "modality",
    "state",
    "confidence",
    "rule",
    "start",
    "end",
    "quote",
    "note",
)


def _flat(claim: Claim) -> dict[str, object]:
    own = {column: getattr(claim, column, None) for column in _COLUMNS}
    count, period = claim.count, claim.period
    return {
        **own,
        "stated": count.stated,
        "low": count.low,
        "high": count.high,
        "qualifier": count.qualifier,
        **_party("affiliation", claim.affiliation),
        **_party("claimant", claim.claimant),
        **_party("medium", claim.medium),
        "attributed_to": "; ".join(f"{each.name} ({each.role})" for each in claim.attributed_to) or None,
        "places": "; ".join(place.name for place in claim.places) or None,
        "period_start": period.start,
        "period_end": period.end,
        "period_duration": period.duration,
        "period_words": period.words,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "quote": claim.quote.text,
    }


def _party(column: str, party: Party | None) -> dict[str, object]:
    return {f"{column}_id": party.id if party else None, column: party.name if party else None}
