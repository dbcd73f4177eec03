"""The way from words to fields: each field of a claim beside the words it was read from.

A reader who doubts a line must be able to see which words made it, without
reading the program.
"""

from dataclasses import dataclass

from untold.claims.claim import Claim
from untold.codebook.counts import Count
from untold.reports.report import Passage
from untold.tallies.ledger.phrases import time_of

_FIELDS = (
    "harm",
    "count",
    "status",
    "demographic",
    "affiliation",
    "part_of",
    "restates",
    "claimant",
    "medium",
    "attributed_to",
    "means",
    "places",
    "period",
    "scope",
    "modality",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One field, its value in words, and the passages that gave it; no passage is a field nobody stated."""

    field: str
    value: str
    passages: tuple[Passage, ...]


def explain(claim: Claim) -> tuple[Step, ...]:
    """Return every field that holds something or rests on a passage, in the order of the record."""
    names = [*_FIELDS, *(name for name in claim.evidence if name not in _FIELDS)]
    steps = (Step(name, value_of(claim, name), _passages(claim, name)) for name in names)
    return tuple(step for step in steps if step.value or step.passages)


def value_of(claim: Claim, field: str) -> str:
    """Return a field's value in words; empty for what is not stated."""
    match field:
        case "count":
            return _count(claim.count)
        case "affiliation" | "claimant" | "medium":
            party = getattr(claim, field)
            return "" if party is None else f"{party.name} [{party.id}]" if party.id else party.name
        case "attributed_to":
            return ", ".join(f"{each.name} ({each.role})" for each in claim.attributed_to)
        case "places":
            return ", ".join(f"{each.name} [{each.country}]" if each.country else each.name for each in claim.places)
        case "period":
            return time_of(claim)
        case _:
            value = getattr(claim, field, None)
            return "" if value is None else str(value)


def _count(count: Count) -> str:
    bounds = (count.low, count.high)
    floor, ceiling = ("?" if bound is None else f"{bound:,}" for bound in bounds)
    return f"{count} ({count.qualifier}: {floor} to {ceiling})"


def _passages(claim: Claim, field: str) -> tuple[Passage, ...]:
    found = claim.evidence.get(field, ())
    return (found,) if isinstance(found, Passage) else tuple(found)
