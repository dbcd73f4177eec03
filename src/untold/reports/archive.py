"""The archive: each report's bytes as they came, named by their own hash and never altered.

A page is changed or taken down the day after it is cited. A number can be
traced to its sentence only while the bytes behind the sentence are the same,
and anyone can prove that with `sha256sum`.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from untold.codebook.errors import CasebookError
from untold.reports.casebook import (
    REPORTS,
    Casebook,
    check_format,
    read_records,
    read_reports,
    write_records,
)
from untold.reports.replacing import replace_file
from untold.reports.report import Report
from untold.reports.taken import Taken

CAPTURES = "captures"
RECEIPTS = "captures.jsonl"
_HASH = re.compile(r"[0-9a-f]{64}")
_READ_ONLY = 0o444


@dataclass(frozen=True, slots=True)
class Receipt:
    """How some bytes came in: when (ISO, UTC; null for a file of unknown time), from where, with which headers."""

    capture: str
    captured_at: str | None
    address: str
    media_type: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one capture: altered, missing, or a stray that no report names."""

    kind: Literal["altered", "missing", "stray"]
    capture: str
    message: str


def keep(casebook: Casebook, report: Report, content: bytes, *, headers: Mapping[str, str] | None = None) -> Report:
    """Keep one report and its bytes, and return the report as kept: the same bytes again only add an origin."""
    return keep_all(casebook, [Taken(report, content, headers or {})])[0]


def keep_all(casebook: Casebook, taken: Iterable[Taken]) -> tuple[Report, ...]:
    """Keep reports and their bytes: first every capture, then the list of reports in one step.

    Stopped at any moment, the casebook lists no report whose bytes it lacks.
    """
    one_by_one = tuple(taken)
    for one in one_by_one:
        write_capture(casebook, one.report.capture, one.content)
    reports, receipts = with_taken(casebook.folder, one_by_one)
    write_records(casebook, RECEIPTS, receipts)
    write_records(casebook, REPORTS, reports)
    kept = {report.id: report for report in reports}
    return tuple(kept[one.report.id] for one in one_by_one)


def with_taken(folder: str | Path, taken: Iterable[Taken]) -> tuple[tuple[Report, ...], tuple[Receipt, ...]]:
    """Return a casebook's reports and receipts as they are once these came in; nothing is written."""
    kept = {report.id: report for report in read_reports(folder)}
    receipts = {_key(receipt): receipt for receipt in read_records(folder, RECEIPTS, Receipt)}
    for one in taken:
        receipt = _receipt(one)
        receipts.setdefault(_key(receipt), receipt)
        known = kept.get(one.report.id)
        kept[one.report.id] = merged(known, one.report) if known else one.report
    return tuple(kept.values()), tuple(receipts.values())


def _receipt(one: Taken) -> Receipt:
    report = one.report
    return Receipt(report.capture, report.captured_at, report.origins[-1], report.media_type, dict(one.headers))


def _key(receipt: Receipt) -> tuple[str, str | None, str]:
    return receipt.capture, receipt.captured_at, receipt.address


def merged(known: Report, again: Report) -> Report:
    """Return one report for the same bytes read twice: all origins, the first capture, a date set by hand.

    Raises `CasebookError` where two captures share an identity, which chance does not do.
    """
    if known.capture != again.capture:
        why = f"two captures begin with {known.id}"
        raise CasebookError("the archive", why, "do not keep the second: its bytes were made to collide")
    origins = dict.fromkeys((*known.origins, *again.origins))
    by_hand = known.published_reason == "given by hand" != again.published_reason
    return replace(
        again,
        origins=tuple(origins),
        captured_at=min(filter(None, (known.captured_at, again.captured_at)), default=None),
        url=again.url or known.url,
        source=again.source or known.source,
        published=known.published if by_hand else again.published,
        published_reason=known.published_reason if by_hand else again.published_reason,
    )


def capture_path(folder: str | Path, capture: str) -> Path:
    """Return where a capture lies: in a folder of its first two digits, under its other 62.

    >>> capture_path("casebook", "ab" + "0" * 62).parts[:3]
    ('casebook', 'captures', 'ab')
    """
    return Path(folder) / CAPTURES / capture[:2] / capture


def write_capture(casebook: Casebook, capture: str, content: bytes) -> None:
    """Freeze some bytes under their hash, read-only; bytes that lie there already are left alone.

    Raises `CasebookError` where the hash is not that of the bytes, or other bytes lie under it.
    """
    if hashlib.sha256(content).hexdigest() != capture:
        raise CasebookError(str(casebook.folder), f"{capture} is not the hash of its bytes", "read the input again")
    path = capture_path(casebook.folder, capture)
    if not path.exists():
        replace_file(path, content, mode=_READ_ONLY)
    elif path.read_bytes() != content:
        raise CasebookError(str(casebook.folder), f"the capture {capture} was altered", "restore it from a backup")


def verify(folder: str | Path) -> tuple[Fault, ...]:
    """Return what is wrong with a casebook's captures, sorted; an empty answer proves that none was altered.

    Each capture is hashed again. A report whose capture is not there is
    missing; a file that no report names, or half-written, is a stray.
    """
    check_format(folder)
    wanted = {report.capture: report for report in read_reports(folder)}
    found: set[str] = set()
    faults: list[Fault] = []
    for path in _files(Path(folder) / CAPTURES):
        name = path.name
        if _HASH.fullmatch(name) and path.parent.name == name[:2] and name in wanted:
            found.add(name)
            if not _is_whole(path):
                faults.append(Fault("altered", name, f"{path}: its bytes are not those that were captured"))
        else:
            faults.append(Fault("stray", name, f"{path}: no report names this file"))
    for capture, report in wanted.items():
        if capture not in found:
            origin = report.origins[0]
            faults.append(
                Fault("missing", capture, f"{capture_path(folder, capture)}: missing, captured from {origin}")
            )
    return tuple(sorted(faults, key=lambda fault: (fault.kind, fault.capture)))


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield Path(place, name)


def _is_whole(path: Path) -> bool:
    if path.is_symlink():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == path.name
