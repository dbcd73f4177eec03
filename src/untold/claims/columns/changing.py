"""What a row says otherwise than before, field by field and cell by cell, in words for a person.

A list's numbers are not all that it may correct: a person's age, a grid, the
address of a statement are cells of a claim too, and are compared by their words.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass

from untold.claims.claim import Claim
from untold.reports.report import Passage

WITHHELD = "[kept in the list]"  # what a message shows in place of a person's cells
# Evidence of what the record holds as a field of its own, which is compared instead: another spelling is no change.
_RECORDED = frozenset(
    {"count", "period", "time_of_day", "places", "country", "attributed_to", "claimant", "means", "kind", "reason"}
)
_READ = (
    *("kind", "harm", "status", "demographic", "affiliation", "claimant"),
    *("attributed_to", "modality", "note"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an account that is not as it was, with both in words; a null is an empty text.

    Of a cell whose words no message repeats, both are "[kept in the list]".
    """

    field: str
    before: str
    now: str


def changed_claims(before: Sequence[Claim], now: Sequence[Claim], withheld: Collection[str]) -> Iterator[Change]:
    """Yield what a row's claims say otherwise; `withheld` are the fields of evidence that no message repeats."""
    old, new = _by_name(before), _by_name(now)
    for name in dict.fromkeys((*old, *new)):
        yield from _of_claim(name, old.get(name), new.get(name), withheld)


def differences(name: str, before: object, now: object) -> Iterator[Change]:
    """Yield what differs, part by part for a record of parts.

    >>> from untold.claims.claim import Place
    >>> list(differences("place", Place("Siha", "SYR"), Place("Sihah", "SYR")))
    [Change(field='place.name', before='Siha', now='Sihah')]
    """
    if before == now:
        return
    if is_dataclass(before) and is_dataclass(now):
        for field in fields(before):
            yield from differences(f"{name}.{field.name}", getattr(before, field.name), getattr(now, field.name))
    else:
        yield Change(name, _worded(before), _worded(now))


def _of_claim(name: str, kept: Claim | None, new: Claim | None, withheld: Collection[str]) -> Iterator[Change]:
    """Yield what one claim says otherwise; one that a person changed is compared by its cells alone."""
    if kept is None or new is None:
        yield Change(name, _shown(kept), _shown(new))
        return
    is_read = kept.state == "read"
    if is_read and kept.count != new.count:
        yield Change(name, _shown(kept), _shown(new))
    else:
        yield from _of_cells(name, _quoted(kept, "count"), _quoted(new, "count"))
    if is_read:
        for field in _READ:
            yield from differences(f"{name} {field}", getattr(kept, field), getattr(new, field))
    for field in dict.fromkeys((*kept.evidence, *new.evidence)):
        if field not in _RECORDED:
            changed = _of_cells(f"{name} {field}", _quoted(kept, field), _quoted(new, field))
            yield from (Change(each.field, WITHHELD, WITHHELD) if field in withheld else each for each in changed)


def _of_cells(name: str, before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[Change]:
    if before != now:
        yield Change(name, ", ".join(before), ", ".join(now))


def _by_name(claims: Sequence[Claim]) -> Mapping[str, Claim]:
    """Return the claims by the column of their number; one of several people in a row goes by its own code."""
    seen: Counter[str] = Counter()
    named: dict[str, Claim] = {}
    for claim in claims:
        name = _name(claim)
        seen[name] += 1
        named[name if seen[name] == 1 else f"{name} ({seen[name]})"] = claim
    return named


def _name(claim: Claim) -> str:
    column = claim.rule.rpartition(".")[2]
    if column.partition(":")[0].isdecimal():
        return " ".join(_quoted(claim, "count"))
    return column if claim.kind != "concession" else f"conceded {column}"


def _quoted(claim: Claim, field: str) -> tuple[str, ...]:
    found = claim.evidence.get(field, ())
    return (found.text,) if isinstance(found, Passage) else tuple(passage.text for passage in found)


def _shown(claim: Claim | None) -> str:
    return "" if claim is None else str(claim.count)


def _worded(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(_worded(each) for each in value)
    named = getattr(value, "name", None)
    if isinstance(named, str):
        role = getattr(value, "role", None)
        return f"{named} ({role})" if role else named
    return "" if value is None else str(value)
