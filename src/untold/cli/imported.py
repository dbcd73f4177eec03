"""What an import did, or would do: for a person, and for another program."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from untold.claims.columns.changing import WITHHELD, Change
from untold.claims.columns.entering import FromList
from untold.claims.columns.renewing import Renewal
from untold.cli.directions import isolated
from untold.cli.import_objects import ChangedAccount, ImportObject, as_json, fault_object
from untold.codebook.errors import UnreadableRow
from untold.tallies.checks import Check

_LISTED = 20  # accounts that came in; those that changed or went are all listed
NAMED = 50  # faults in words, after which their number says more
_WIDEST = 60  # characters of a value that changed


@dataclass(frozen=True, slots=True)
class Import:
    """One import: the file, its layout, what it held, and what it changes; `is_kept` once that was written.

    `checks` are the totals that the list prints, against its rows.
    """

    file: str
    report: str
    layout: str
    found: FromList
    renewal: Renewal
    is_kept: bool
    checks: tuple[Check, ...] = ()


def import_lines(done: Import) -> str:
    """Return the import as a person reads it."""
    return "".join(f"{line[: _indent(line)]}{isolated(line)}\n" for line in _lines(done))


def import_object(done: Import) -> str:
    """Return one JSON object: schema, the file, and every account that came in, changed, went or failed."""
    renewal = done.renewal
    one = ImportObject(
        file=done.file,
        report=done.report,
        layout=done.layout,
        kept=done.is_kept,
        accounts=len(done.found.taken),
        claims=len(done.found.claims),
        added=renewal.added,
        changed=tuple(ChangedAccount(each, changes) for each, changes in renewal.changed.items()),
        withdrawn=renewal.withdrawn,
        refused=renewal.refused,
        unchanged=len(renewal.unchanged),
        faults=tuple(map(fault_object, done.found.faults)),
        checks=done.checks,
    )
    return as_json(one)


def refused_rows(faults: Sequence[UnreadableRow]) -> int:
    """Return how many rows were refused; a row may have several faults."""
    return len({(fault.sheet, fault.row) for fault in faults if fault.is_refused})


def _lines(done: Import) -> Iterator[str]:
    renewal, faults = done.renewal, done.found.faults
    rows, claims = _number(len(done.found.taken), "row"), _number(len(done.found.claims), "claim")
    yield f"{done.file}: {rows} read as {done.layout}, {claims}"
    refused, doubts = refused_rows(faults), sum(not fault.is_refused for fault in faults)
    if refused or doubts:
        parts = ([f"{_number(refused, 'row')} refused"] if refused else []) + (
            [f"{_number(doubts, 'cell')} not read"] if doubts else []
        )
        yield f"{', '.join(parts)}: {'each is' if len(faults) <= NAMED else f'the first {NAMED} are'} named above"
    yield from _totals(done.checks)
    yield from _added(done)
    yield from _changed(renewal.changed)
    yield from _each("withdrawn", "-", renewal.withdrawn)
    yield from _each("refused this time and kept as before", "=", renewal.refused)
    yield f"unchanged: {len(renewal.unchanged)}"
    if renewal.is_idle:
        yield "Nothing changes." if not done.is_kept else "Nothing changed."
    elif not done.is_kept:
        yield "Nothing was kept: without --casebook, or with --dry-run, this is only what"
        yield "would change."


def _totals(checks: Sequence[Check]) -> Iterator[str]:
    """Yield what the printed totals are worth: how many agree, and those that differ with what is left."""
    differing = [check for check in checks if check.residual]
    if checks:
        yield f"printed totals: {len(checks) - len(differing)} are what the rows add up to, {len(differing)} are not"
    yield from (f"  ≠ {check.message}" for check in differing[:_LISTED])
    if len(differing) > _LISTED:
        yield f"  … and {len(differing) - _LISTED} more (--as json lists all)"


def _added(done: Import) -> Iterator[str]:
    added = done.renewal.added
    if not added:
        return
    yield f"added: {len(added)}"
    rows = {row.account.id: row for row in done.found.taken}
    for identity in added[:_LISTED]:
        account = rows[identity].account
        when, where = account.date.start or "no date", account.place.name or account.place.name_local or "no place"
        yield f"  + {identity}  {when}  {where}"
    if len(added) > _LISTED:
        yield f"  … and {len(added) - _LISTED} more (--as json lists all)"


def _changed(changed: Mapping[str, Sequence[Change]]) -> Iterator[str]:
    if changed:
        yield f"changed: {len(changed)}"
    for identity, changes in changed.items():
        yield f"  ~ {identity}"
        for change in changes:
            is_withheld = WITHHELD in {change.before, change.now}
            said = "changed" if is_withheld else f"{_shown(change.before)} → {_shown(change.now)}"
            yield f"      {change.field}: {said}"


def _each(what: str, mark: str, identities: Sequence[str]) -> Iterator[str]:
    if identities:
        yield f"{what}: {len(identities)}"
    yield from (f"  {mark} {identity}" for identity in identities)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _shown(words: str) -> str:
    if not words:
        return "(not stated)"
    return words if len(words) <= _WIDEST else f"{words[:_WIDEST]}…"


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
