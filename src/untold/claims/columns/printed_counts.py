"""Counts as a list prints them in a cell: "3-4", "at least 7", "0-1", "Unknown", "12 (possible)".

An empty cell, "unknown", 0 and 0-1 are four different things, and a list that
a person kept for years holds all four in one column. So a cell is read by the
words in it, and a word that no rule knows is refused, never taken for zero.

Source: the rules of the count (docs/method.md, rule 2); the marks are those
seen in the Bureau of Investigative Journalism's and Iraq Body Count's sheets.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from untold.claims.reading import read_count
from untold.codebook.counts import Count
from untold.codebook.errors import UnknownWording
from untold.codebook.folding import fold

# What a list writes where it has looked and does not know; an empty cell says nothing at all.
_UNKNOWN = frozenset(
    {"unknown", "unk", "n/k", "nk", "not known", "unclear", "undetermined", "unspecified", "not stated", "?", "??"}
)
_NOTHING = frozenset({"-", "--", "–", "—", "n/a", "na", "nan", "none given", "null"})
_DOUBT = re.compile(r"\(?\b(?:possibly|possible|unconfirmed|alleged)\b\)?|\?(?=\s*$)|\(\?\)", re.IGNORECASE)
_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d+)"
_PLAIN = re.compile(rf"{_NUMBER}(?:\.0+)?")
_RANGE = re.compile(rf"{_NUMBER}\s*(?:-|–|—|to|/)\s*{_NUMBER}", re.IGNORECASE)
_MORE = re.compile(rf"{_NUMBER}\s*\+|(?:>=|≥)\s*{_NUMBER}")
_ABOVE, _BELOW = re.compile(rf">\s*{_NUMBER}"), re.compile(rf"<\s*{_NUMBER}")
_ABOUT = re.compile(rf"(?:~|≈|approx\.?|c\.)\s*{_NUMBER}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedCount:
    """What a cell states: the bounds of its words, and the word of doubt beside them ("possible"), else null."""

    count: Count
    doubt: str | None = None


@lru_cache(maxsize=4096)
def printed_count(words: str) -> PrintedCount | None:
    """Return what the cell states, or null where it states nothing.

    >>> printed_count("0-1").count.high, printed_count("0").count.high, printed_count("")
    (1, 0, None)
    >>> printed_count("Unknown").count
    Count(stated=None, low=None, high=None, qualifier='vague')
    >>> printed_count("3 (possible)")
    PrintedCount(count=Count(stated=3, low=3, high=3, qualifier='exact'), doubt='possible')

    Raises `UnknownWording` for words that are no count, and for a range that
    runs downwards.
    """
    text = " ".join(fold(words).split())
    if not text or text.casefold() in _NOTHING:
        return None
    if text.casefold() in _UNKNOWN:
        return PrintedCount(Count.vague())
    doubts = [found.strip("()") for found in _DOUBT.findall(text)]
    bare = " ".join(_DOUBT.sub(" ", text).split())
    if not bare:
        return PrintedCount(Count.vague(), doubts[0].casefold())
    return PrintedCount(_bounds(bare, words), doubts[0].casefold() if doubts else None)


def paired(low: Count | None, high: Count | None) -> Count | None:
    """Return the range that a column of minima and one of maxima state together, or null where both are empty.

    >>> str(paired(Count.exactly(3), Count.exactly(5))), str(paired(Count.exactly(3), Count.exactly(3)))
    ('3–5', '3')
    >>> str(paired(Count.exactly(3), None)), paired(Count.vague(), Count.vague()).qualifier
    ('at least 3', 'vague')

    A minimum above its maximum states no range that could hold, so nothing is
    known of either bound: it is vague, and both cells stay as its evidence.
    """
    if low is None and high is None:
        return None
    floor = None if low is None else low.low
    ceiling = None if high is None else high.high
    if floor is None:
        return Count.vague() if ceiling is None else Count.at_most(ceiling)
    if ceiling is None:
        return Count.at_least(floor)
    if floor > ceiling:
        return Count.vague()
    return Count.exactly(floor) if floor == ceiling else Count.between(floor, ceiling)


def is_turned(low: Count | None, high: Count | None) -> bool:
    """Return whether a minimum stands above its maximum."""
    floor = None if low is None else low.low
    ceiling = None if high is None else high.high
    return floor is not None and ceiling is not None and floor > ceiling


def _bounds(bare: str, words: str) -> Count:
    if match := _PLAIN.fullmatch(bare):
        return Count.exactly(_int(match[1]))
    if match := _RANGE.fullmatch(bare):
        low, high = _int(match[1]), _int(match[2])
        if low > high:
            raise UnknownWording(words)
        return Count.exactly(low) if low == high else Count.between(low, high)
    if match := _MORE.fullmatch(bare):
        return Count.at_least(_int(match[1] or match[2]))
    for pattern, make in ((_ABOVE, Count.more_than), (_BELOW, Count.less_than), (_ABOUT, Count.about)):
        if match := pattern.fullmatch(bare):
            return make(_int(match[1]))
    return read_count(bare)


def _int(digits: str) -> int:
    return int(digits.replace(",", ""))
