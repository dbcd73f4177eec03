"""What a person decided about a claim: confirmed, corrected or rejected, by whom, when and why.

`hand/claims.csv` is only ever added to. A word is taken back by a later line,
so both stay visible, and it survives every new reading because it is kept
apart from what the program read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from untold.claims.claim import Claim, State
from untold.claims.correcting import corrected
from untold.reports.casebook import Casebook
from untold.reports.hand import add_line, lines_kept

Verb = Literal["confirm", "correct", "reject"]

_STATE_AFTER: dict[Verb, State] = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected"}
_FILE = Path("hand") / "claims.csv"


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
    add_line(casebook, _FILE, word)


def words_kept(folder: Path) -> tuple[Word, ...]:
    """Return every line of `hand/claims.csv` in order; raises `CasebookError` for a line that is no word."""
    return lines_kept(folder, _FILE, Word)


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
