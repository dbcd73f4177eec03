"""Text without what it may not tell: names, points and contacts masked, or withheld where that cannot be done.

A mask has as many characters as what it hides, so that whoever has the report
finds the words by the offsets; that tells how long a name is, which is said in
the policy's documentation. A mask is never silent: the reason goes with it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from untold.releases.published import MASK, Withheld
from untold.releases.redaction.contacts import contacts, points
from untold.releases.redaction.known_names import KnownNames, OwnNames
from untold.releases.redaction.policy import InDoubt
from untold.releases.redaction.protected_names import ProtectedNames
from untold.releases.redaction.pseudonyms import Pseudonyms
from untold.releases.redaction.signs import is_in_doubt, signed_names, signs_in
from untold.releases.redaction.words_in_text import Word, words_of

Span = tuple[int, int]


_NUMBER = re.compile(
    r"\s*(?:\d{0,4}|\d{1,3},\d{3})(?:(?:\s?[-\u2013]\s?|\t)\d{1,4})?\s*|[A-Z]{1,4}-?\d{1,8}[a-z]?"
)  # a cell of a list, its two cells of a minimum and a maximum, or a code: most of all


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as it may leave: null where it may not, and why any of it is withheld."""

    text: str | None
    withheld: Withheld | None = None


class Masker:
    """What is masked in every text of a release, by the names that the record knows."""

    __slots__ = ("_in_doubt", "_known", "_sources", "plain", "short")

    def __init__(self, known: KnownNames, in_doubt: InDoubt, sources: ProtectedNames | None = None) -> None:
        self._known = known
        self._sources = sources or ProtectedNames(())
        self._in_doubt = in_doubt
        self.plain = lru_cache(maxsize=65536)(self._plain)  # of names of places, which come again and again
        self.short = lru_cache(maxsize=65536)(self._short)  # of names of who speaks, which do too

    def masked(self, text: str, own: OwnNames | None = None, spans: Iterable[Span] = ()) -> Masked:
        """Return a text with every name masked, and `spans` of it besides; those of `own` by a single link too."""
        if _NUMBER.fullmatch(text):
            return Masked(text)
        words = words_of(text)
        signs = signs_in(words)
        if self._in_doubt == "withhold" and (is_in_doubt(text, words, signs) or has_lookalikes(text, words)):
            return Masked(None, "doubt")
        names = (*self._known.spans(words), *(own.spans(words) if own else ()), *signed_names(text, words, signs))
        found: list[tuple[Withheld, Span]] = [("name", each) for each in (*names, *spans)]
        found += [("protected_source", each) for each in self._sources.spans(words)]
        found += [("coordinates", each) for each in points(text)]
        found += [("contact", each) for each in contacts(text)]
        if not found:
            return Masked(text)
        return Masked(with_masks(text, [span for _, span in found]), found[0][0])

    def _short(self, text: str) -> str | None:
        return self.masked(text).text

    def _plain(self, text: str | None) -> str | None:
        """Return a short text, such as a place's name, or null where anything of it would have to be masked."""
        if text is None:
            return None
        found = self.masked(text)
        return found.text if found.withheld is None else None

    def tells(self, text: str, *, is_written: bool = True) -> bool:
        """Return whether a text names anybody or any point; signs count where it is written, and not put together."""
        words = words_of(text)
        if any(self._known.spans(words)) or any(self._sources.spans(words)) or any(points(text)):
            return True
        signs = signs_in(words)
        is_telling = (
            is_in_doubt(text, words, signs) or has_lookalikes(text, words) or any(signed_names(text, words, signs))
        )
        return is_written and is_telling


def with_masks(text: str, spans: Iterable[Span]) -> str:
    """Return a text of the same length whose spans are masks.

    >>> with_masks("Sami Invented was killed", [(0, 4), (2, 13)])
    '█████████████ was killed'
    """
    letters = list(text)
    for start, end in spans:
        letters[start:end] = MASK * len(letters[start:end])
    return "".join(letters)


def has_lookalikes(text: str, words: Iterable[Word]) -> bool:
    """Return whether a word is written in letters of two alphabets that look alike: no name would be found in it.

    >>> [has_lookalikes(each, words_of(each)) for each in ("S\\u0430mi", "Sami, \\u0421\\u0430\\u043c\\u0438")]
    [True, False]
    """
    return not text.isascii() and any(len(_alphabets(each.text)) > 1 for each in words)


def proof(words: str, masked: Masked, pseudonyms: Pseudonyms) -> str:
    """Return the hash of a passage: SHA-256 where all of it is published, else one under the key.

    A plain hash of a masked sentence would let anybody try the names out.
    """
    if masked.withheld is None:
        return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    return pseudonyms.proof_of(words)


def _alphabets(word: str) -> set[str]:
    return {name for name, first, last in _LOOKALIKES for letter in word if first <= letter <= last}


_LOOKALIKES = (
    ("Latin", "A", "Z"),
    ("Latin", "a", "z"),
    ("Latin", "\u00c0", "\u024f"),
    ("Greek", "\u0370", "\u03ff"),
    ("Cyrillic", "\u0400", "\u052f"),
)
