"""What a release had withheld, remembered in the casebook that was made of it.

A sentence with black squares in it would be taken for the sentence, and its
hash for a proof, by the next release that knows nothing of the first. So the
rows of which something was withheld are kept as they were released, and what
is made of them anew says no more than they did, and says that they were cut.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec

from untold.codebook.errors import CasebookError
from untold.releases.published import (
    TABLES,
    PublishedClaim,
    PublishedDetermination,
    PublishedIncident,
    PublishedRecord,
    PublishedSource,
)
from untold.releases.reading import rows_of

REMEMBERED = "released.jsonl"
_MARKS = ("is_redacted", "is_suppressed", "is_protected")
# Counts of what is in no release, and a person's reasons, which the casebook marks as public in words of its own.
_BESIDE = ("victims", "sign_offs", "grade_reason", "strike_status_reason")
# Fields that no record of the casebook can leave empty: what was withheld of them has to be remembered.
_NEVER_EMPTY = (
    "qualifier", "start", "end", "passage", "capture", "media_type", "reader", "rule", "confidence", "message",
)  # fmt: skip
_KEYED = "hmac-"


@dataclass(frozen=True, slots=True)
class _Line:
    table: str
    row: msgspec.Raw


def remembered_lines(folder: str | Path, tables: Iterable[str]) -> bytes:
    """Return the rows of a release that have to be remembered, as the casebook keeps them."""
    encoder = msgspec.json.Encoder()
    return b"".join(
        encoder.encode({"table": name, "row": record}) + b"\n"
        for name in tables
        if name in TABLES
        for record in rows_of(folder, name, TABLES[name][0])
        if _is_cut(record)
    )


def as_released(records: Iterable[PublishedRecord], casebook: str | Path) -> Iterator[PublishedRecord]:
    """Yield records with what an earlier release withheld of them withheld again; all as they are where there was none.

    Raises `CasebookError` for a line that is no row of a release.
    """
    path = Path(casebook, REMEMBERED)
    if not path.exists():
        yield from records
        return
    kept = _kept(path)
    labels = {each.name for each in kept.values() if isinstance(each, PublishedSource) and each.is_protected}
    keys = {record: attrgetter(*key) for record, key in TABLES.values()}
    for made in records:
        before = kept.get((type(made), keys[type(made)](made)))
        yield made if before is None else _again(made, before, labels)


def _is_cut(record: PublishedRecord) -> bool:
    return (
        any(getattr(record, mark, False) for mark in (*_MARKS, *_BESIDE))
        or any(getattr(record, name, "") is None for name in _NEVER_EMPTY)
    )  # fmt: skip


def _kept(path: Path) -> Mapping[tuple[type[Any], Any], PublishedRecord]:
    decoders: dict[str, Callable[[msgspec.Raw], Any]] = {
        name: msgspec.json.Decoder(record).decode for name, (record, _) in TABLES.items()
    }
    keys = {name: attrgetter(*key) for name, (_, key) in TABLES.items()}
    line_of = msgspec.json.Decoder(_Line)
    kept: dict[tuple[type[Any], Any], PublishedRecord] = {}
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                found = line_of.decode(line)
                record = decoders[found.table](found.row)
            except (msgspec.DecodeError, KeyError) as error:
                why = f"{REMEMBERED} line {number}: {error}"
                raise CasebookError(str(path.parent), why, "restore it from a backup") from None
            kept[type(record), keys[found.table](record)] = record
    return kept


def _again(made: PublishedRecord, before: Any, labels: set[str]) -> PublishedRecord:
    """Return a record that says no more than it did before, and says that it was cut."""
    put: dict[str, Any] = {
        name: getattr(before, name) for name in made.__dataclass_fields__ if getattr(before, name) is None
    }
    put.update({mark: True for mark in _MARKS if getattr(before, mark, False)})
    if isinstance(made, PublishedIncident):
        put.update({name: getattr(before, name) for name in _BESIDE})
    if isinstance(made, PublishedClaim) and before.claimant in labels:
        put["claimant"] = before.claimant
    if isinstance(made, PublishedClaim | PublishedDetermination):
        put.update(_words(made, before))
    return replace(made, **put)


def _words(made: PublishedClaim | PublishedDetermination, before: Any) -> Mapping[str, Any]:
    """Return the proof of the words and why they are withheld: a proof under a key stays, as nobody can try it out."""
    is_same = made.passage == before.passage or before.passage is None
    is_keyed = (before.passage_hash or _KEYED).startswith(_KEYED)
    return {
        "passage_hash": before.passage_hash if is_same or is_keyed else made.passage_hash,
        "withheld": before.withheld if is_same else made.withheld or before.withheld,
    }
