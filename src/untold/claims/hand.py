"""What a person decided about a claim: confirmed, corrected or rejected, by whom, when and why.

`hand/claims.csv` is only ever added to. A word is taken back by a later line,
so both stay visible, and it survives every new reading because it is kept
apart from what the program read.
"""

import csv
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from untold.claims.claim import Claim, State
from untold.claims.correcting import corrected
from untold.codebook.errors import CasebookError
from untold.reports.casebook import Casebook

Verb = Literal["confirm", "correct", "reject"]

_STATE_AFTER: dict[Verb, State] = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected"}
_FILE = Path("hand") / "claims.csv"
_COLUMNS = ("when", "who", "claim", "verb", "undo", "field", "value", "why")


@dataclass(frozen=True, slots=True)
class Word:
    """One line of a person's: `undo` takes back the earlier lines of the same verb, claim and field."""

    when: str  # ISO 8601, UTC
    who: str
    claim: str
    verb: Verb
    undo: bool
    field: str
    value: str
    why: str


def say(casebook: Casebook, word: Word) -> None:
    """Add one line to the casebook's `hand/claims.csv`, which is made on the first.

    Raises `CasebookError` where the words are empty: a decision without a
    reason cannot be questioned.
    """
    if not word.why.strip():
        raise CasebookError(str(casebook.folder), "a decision without a reason", "say why with --why TEXT")
    path = casebook.folder / _FILE
    path.parent.mkdir(exist_ok=True)
    is_new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        if is_new:
            writer.writerow(_COLUMNS)
        writer.writerow([_cell(word, column) for column in _COLUMNS])
        out.flush()
        os.fsync(out.fileno())


def words_kept(folder: Path) -> tuple[Word, ...]:
    """Return every line of `hand/claims.csv` in order; raises `CasebookError` for a line that is no word."""
    path = folder / _FILE
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(_word(folder, number, row) for number, row in enumerate(csv.DictReader(lines), 2))


def apply_words(claims: Iterable[Claim], words: Sequence[Word]) -> tuple[Claim, ...]:
    """Return the claims as people left them; the last word on a claim decides its state.

    Raises `UnknownWording` for a correction that the record cannot hold.
    """
    standing = _standing(words)
    return tuple(_apply(claim, standing.get(claim.id, ())) for claim in claims)


def words_on_nothing(claims: Iterable[Claim], words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words whose claim is no longer read, so that nobody loses them unseen."""
    known = {claim.id for claim in claims}
    return tuple(word for word in words if word.claim not in known)


def _standing(words: Sequence[Word]) -> dict[str, list[Word]]:
    kept: dict[str, list[Word]] = {}
    for word in words:
        own = kept.setdefault(word.claim, [])
        if word.undo:
            kept[word.claim] = [each for each in own if not _is_taken_back(each, word)]
        else:
            own.append(word)
    return kept


def _is_taken_back(word: Word, by: Word) -> bool:
    return word.verb == by.verb and by.field in {"", word.field}


def _apply(claim: Claim, words: Sequence[Word]) -> Claim:
    for word in words:
        put_right = corrected(claim, word.field, word.value) if word.verb == "correct" else claim
        claim = replace(put_right, state=_STATE_AFTER[word.verb])
    return claim


def _cell(word: Word, column: str) -> str:
    return ("yes" if word.undo else "") if column == "undo" else str(getattr(word, column))


def _word(folder: Path, number: int, row: dict[str, str]) -> Word:
    verb = row.get("verb")
    if verb not in get_args(Verb) or any(row.get(column) is None for column in _COLUMNS):
        raise CasebookError(str(folder), f"line {number} of {_FILE} is not a decision", "mend or remove that line")
    fields = {column: row[column] for column in _COLUMNS if column not in {"undo", "verb"}}
    return Word(**fields, verb=verb, undo=row["undo"] == "yes")  # type: ignore[arg-type]
