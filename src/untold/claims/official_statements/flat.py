"""A statement on one line: its words a space apart, each letter knowing where it stood.

Statements come wrapped, tabbed, cut out of a PDF at the eightieth column. What
they say does not hang on where a line ended, so they are read as one line, and
every passage is still taken from the text as it came.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from untold.codebook.folding import fold, lowered

# Marks of direction, joiners, the soft hyphen, Arabic vowel signs and tatweel: no letter, and nothing is said by them.
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0640\u064b-\u0652\u0670"
_WORD = re.compile(rf"[^\s{_UNSEEN}]+")
_GAP_IS_SPACE = re.compile(r"\s")
_SPELLINGS = str.maketrans("أإآٱىئؤة", "ااااييوه")  # one letter for one, so that lengths stay
_LETTER = re.compile(r"\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL)  # of a string of JSON
_ESCAPES = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "\\b": " ", "\\f": " "}
_BREAK = re.compile(r"\s*\n\s*")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Told(Generic[Value]):
    """A value that a flat line tells, and the letters of the line that tell it."""

    value: Value
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Flat:
    """The words of a text on one line: `text` as written, `low` in lower case, `at` and `to` where a letter stood."""

    text: str
    low: str
    at: tuple[int, ...]
    to: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the letters from `start` to `end` stand in the text as it came.

        >>> flat = flatten("two  civilians\\n were killed")
        >>> flat.text[4:18], flat.span(4, 18)
        ('civilians were', (5, 20))
        """
        return self.at[start], self.to[end - 1]


def flatten(text: str) -> Flat:
    """Return the text on one line; a hyphen at a line's end joins its word.

    >>> flatten("via self-\\nreport.  37SDV 111 222").text
    'via self-report. 37SDV 111 222'
    """
    flat, at = _unwrapped(text)
    return Flat(flat, spelled(flat), at, tuple(place + 1 for place in at))


def flatten_escaped(text: str) -> Flat:
    """Return a string of JSON, without its quotes, on one line: its escapes read, each letter where it is written.

    >>> flat = flatten_escaped(r"the coalition\\u2019s\\nstrike")
    >>> flat.text, flat.span(13, 14)
    ("the coalition's strike", (13, 19))
    """
    letters = [(_unescaped(found[0]), *found.span()) for found in _LETTER.finditer(text)]
    flat, at = _unwrapped("".join(letter for letter, _, _ in letters))
    places = tuple(letters[place] for place in at)
    return Flat(flat, spelled(flat), tuple(start for _, start, _ in places), tuple(end for _, _, end in places))


def _unescaped(written: str) -> str:
    if written.startswith("\\u"):
        return chr(int(written.removeprefix("\\u"), 16))
    return _ESCAPES.get(written, written[-1])


def _unwrapped(text: str) -> tuple[str, tuple[int, ...]]:
    folded = fold(text)
    pieces: list[str] = []
    at: list[int] = []
    last = 0
    for word in _WORD.finditer(folded):
        gap = folded[last : word.start()]
        if pieces and _GAP_IS_SPACE.search(gap) and not (pieces[-1][-1] == "-" and _BREAK.fullmatch(gap)):
            pieces.append(" ")
            at.append(word.start() - 1)
        pieces.append(word[0])
        at.extend(range(*word.span()))
        last = word.end()
    return "".join(pieces), tuple(at)


def spelled(text: str) -> str:
    """Return the text as wordings are looked up: lower case, one spelling of Arabic letters, the same length."""
    return lowered(text).translate(_SPELLINGS)


def each_once(told: Iterable[Told[Value]]) -> Iterator[Told[Value]]:
    """Yield what is told, each value where it is told first."""
    seen: set[Value] = set()
    for each in told:
        if each.value not in seen:
            seen.add(each.value)
            yield each
