"""The lines of a report as a reader sees them, and at which of them an answer begins.

A list comes numbered, bulleted or led by its dates; a PDF breaks its lines at
the margin, and a web page runs its entries together in one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from untold.claims.official_statements.days import days_in
from untold.claims.official_statements.flat import flatten, spelled
from untold.claims.official_statements.naming import names_follow
from untold.claims.official_statements.wordings import listed, small_words
from untold.codebook.folding import fold
from untold.reports.report import Passage, Report

_NUMBER = r"\(?\d{1,3}[.)]{1,2}"
_LETTER = r"\(?[a-z][.)]{1,2}"  # only before a date: "A. 14 Feb 2018"
_BULLET = r"(?:[\u2022\u25cf\u25aa\u25e6\u00b7*]|[-\u2013\u2014](?= ))"
_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,7}\.?"
_LOOK = 260  # letters in which a line's date and place stand
_LEAD = 40  # letters in which its date begins
_MARGIN = 130  # letters: a text with no longer line is broken at a margin
_FULL = 0.7  # of the widest line: a shorter one that ends a sentence ends its paragraph
_GOES_ON = re.compile(
    r"(?:,|\b(?:on|of|since|until|before|after|and|between|from|to|the|in|by|for|dated|published|a|an))$"
)
_CLOSED = re.compile(r"(?:[.!?:\u061f][\"')\]]{0,2}|\d{2}|\bgiven)$", re.IGNORECASE)
# A line that only ends the one before: "3053/CS317 37SCA85483704", or the rest of a sentence.
_TAIL = re.compile(r"[a-z(]|\d{1,5} ?/ ?[A-Z]|\d{1,2}[C-X] ?[A-Z]{2}|No (?:MGRS|grid)\b")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one entry of those run together: its words, and whether it is apart from what stands before."""

    words: Passage
    is_start: bool  # a numbered, bulleted or dated answer begins
    is_apart: bool  # a blank line or a paragraph's short end stands before it, or no margin breaks lines

    @property
    def text(self) -> str:
        """Return the line's words as they stand."""
        return self.words.text


def lines_of(report: Report) -> Iterator[Line]:
    """Yield the lines of a report that are not blank, from first to last."""
    low = spelled(fold(report.text))
    spans = list(_spans(low))
    width = max((end - start for start, end, _ in spans), default=0)
    last_start, last_end, before = 0, 0, ""
    for start, end, is_inline in spans:
        ends_short = last_end - last_start < width * _FULL and is_closed(before)
        has_gap = "\n" in low[last_end:start].replace("\n", "", 1)
        is_apart = is_inline or width > _MARGIN or has_gap or ends_short
        words = report.passage(start, end)
        yield Line(words, _begins(low, start, before, words.text), is_apart)
        last_start, last_end, before = start, end, _before(low, end)


def goes_on(text: str, line: Line) -> bool:
    """Tell whether a line goes on with the words before it, though it stands apart."""
    return bool(_GOES_ON.search(text.lower())) or bool(_TAIL.match(line.text))


def is_dated(text: str) -> bool:
    """Tell whether words begin with a date.

    >>> is_dated("January 26, 2018 Karm, Iraq"), is_dated("Karm, January 26, 2018")
    (True, False)
    """
    return bool(_led().match(spelled(fold(text)).lstrip(" \"'")))


def is_closed(text: str) -> bool:
    """Tell whether words end a sentence, or end in a grid or a code."""
    return bool(_CLOSED.search(text))


def _spans(low: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the start and end of each line without the blanks around it; a numbered entry in a line begins another."""
    for line in re.finditer(r"[^\n]+", low):
        inside = _inline().finditer(low, line.start(), line.end())
        starts = [line.start(), *(each.start() for each in inside if not _GOES_ON.search(_before(low, each.start())))]
        for start, end in pairwise([*starts, line.end()]):
            words = low[start:end].strip()
            if words:
                begin = start + low[start:end].index(words)
                yield begin, begin + len(words), start != line.start()


def _before(low: str, at: int) -> str:
    return low[max(at - _LEAD, 0) : at].rstrip()


@cache
def _dated() -> str:
    """Return the pattern of a date that leads a line, in lower case and one spelling of letters."""
    arabic = "|".join(spelled(name) for names in listed().arabic_months.values() for name in names)
    lead = rf"[\"'(]{{0,2}}(?:(?:{spelled(small_words('opening'))})\s{{1,3}})?[\"']?"
    return (
        rf"{lead}(?:{_MONTHS}\s{{1,3}}\d{{1,2}}(?!\d)|\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{_MONTHS}[ -]"
        rf"|\d{{1,2}}(?:-|\u2013| ?to ?| ?and ?)\d{{1,2}} {_MONTHS}|\d{{4}}-\d{{2}}-\d{{2}}"
        rf"|\d{{1,2}} (?:\u0645\u0646 )?(?:{arabic}))"
    )


@cache
def _inline() -> re.Pattern[str]:
    return re.compile(rf"(?<=\S ){_NUMBER}\s{{0,4}}(?={_dated()})")


@cache
def _marked() -> re.Pattern[str]:
    dated = rf"(?P<date>(?={_dated()}))"
    return re.compile(rf"(?:(?:{_NUMBER}|{_BULLET})\s{{0,4}}{dated}?|{_LETTER}\s{{1,4}}(?={_dated()}))(?=\S)")


@cache
def _led() -> re.Pattern[str]:
    return re.compile(_dated())


def _begins(low: str, start: int, before: str, words: str) -> bool:
    """Tell whether an answer begins at a line: marked and dated, marked, or led by a date with its place."""
    marked = _marked().match(low, start)
    if marked is not None:
        return not _GOES_ON.search(before) or marked["date"] is not None
    return bool(_led().match(low, start)) and not _GOES_ON.search(before) and _is_dated_and_placed(words, low, start)


def _is_dated_and_placed(words: str, low: str, start: int) -> bool:
    ahead = flatten(words if len(words) > _LOOK else words + " " + low[start + len(words) : start + _LOOK])
    days = days_in(ahead)
    if not days or days[0].start > _LEAD:
        return False
    return names_follow(ahead.text, days[0].end) or ahead.text[days[0].end : days[0].end + 1] in (":", "\u2013")
