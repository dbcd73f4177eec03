"""Where a line's sentences end, told without its abbreviations: "Sept. 30", "the U.S. strike" end none."""

import re
from bisect import bisect_right
from collections.abc import Sequence

# A stop ends a sentence where a capital, a digit or an Arabic letter goes on; slashes part the notes of a file.
_STOP = re.compile(r"[.!?\u061f][\"')\]]{0,2} (?=[\"'(\[]{0,2}[A-Z0-9\u0621-\u064a])|; | // |[:\u061b] (?=[A-Z])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.n|u\.k|approx|no|mt|st|dr|gen|col|lt|maj|vs|\d{1,3})|\(\d{1,3})\.$",
    re.IGNORECASE,
)
_SHORT = 12  # letters that the longest abbreviation takes


def sentence_starts(text: str) -> tuple[int, ...]:
    """Return where each sentence of a flat line begins, the first at 0.

    >>> sentence_starts("Sept. 30, near Karm. No strikes were flown.")
    (0, 21)
    """
    ends = (found for found in _STOP.finditer(text) if not _is_abbreviation(text, found.start()))
    return (0, *(found.end() for found in ends))


def sentence_of(starts: Sequence[int], at: int) -> int:
    """Return the number of the sentence that the letter at `at` stands in.

    >>> sentence_of((0, 21), 30)
    1
    """
    return bisect_right(starts, at) - 1


def _is_abbreviation(text: str, stop: int) -> bool:
    return text[stop] == "." and bool(_ABBREVIATED.search(text[max(stop - _SHORT, 0) : stop + 1]))
