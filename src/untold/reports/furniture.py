"""The frame of a page: how a single paragraph is told from the article around it.

One paragraph alone cannot always be told; what it surely is, or what it looks
like, is marked here, and `zoning` decides from where it stands.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from untold.reports.page_words import alternatives, date_words, frame_words

_CLOSING = " \"'\u201d\u2019\u00bb)]*\u200f\u200e"
_SENTENCE_ENDS = ".!\u2026\u061f\u06d4\u3002"
# Pages print longer paragraphs than this; their frames do not, tag lists apart.
_LONG = 140
_BOILERPLATE_LIMIT = 300
_SENTENCE_WORDS = 3
_QUESTION_WORDS = 25
_MENU_WORDS = 3
_AGE_LIMIT = 40
_TAG_ITEM_WORDS = 4
_CRUMBS = (" > ", " | ", " \u00bb ", " \u203a ", " \u2022 ", " \u00b7 ")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_BYLINE = re.compile(rf"(?:{alternatives(frame_words().bylines)})\s+\S", re.IGNORECASE)


class Mark(Enum):
    """What a paragraph looks like on its own."""

    PROSE = auto()  # a sentence, or too long to be anything else
    HEADLINE = auto()  # several words without an end: a title, or another story's
    SHORT = auto()  # a few words: a menu entry, or a heading within the story
    MENU = auto()  # a known entry of menus and tool bars
    DATE = auto()  # a date, a clock or a byline alone on its line
    TAGS = auto()  # a list of tags, said to be one
    LISTED = auto()  # short items with commas: tags, or names
    RELATED = auto()  # the heading of other stories, or a link to one
    COMMENTS = auto()  # the heading of readers' comments
    CAPTION = auto()  # a picture's caption or credit
    BOILERPLATE = auto()  # copyright, newsletter, cookies


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of a page's frame that occur in one text at all, so that most texts need few tests."""

    boilerplate: tuple[str, ...]
    credits: tuple[str, ...]

    def mark(self, words: str) -> Mark:
        """Return what a paragraph looks like on its own.

        >>> frame_of(["Listen Live"]).mark("Listen Live")
        <Mark.MENU: 4>
        """
        if len(words) > _BOILERPLATE_LIMIT:
            return Mark.TAGS if is_tag_list(words) else Mark.PROSE
        low = words.lower()
        return self._known(words, low) or _looks(words)

    def is_heading(self, words: str) -> bool:
        """Return whether a line is the heading of other stories, and not a link to one."""
        return words.lower().rstrip(" :") in frame_words().related

    def _known(self, words: str, low: str) -> Mark | None:
        known = frame_words()
        line = low.strip(" .:\u00bb\u203a>|\u2022")
        if line in known.comments or _counts_comments(line):
            return Mark.COMMENTS
        if line in known.menu and line not in known.related:
            return Mark.MENU
        if line in known.related or _links(low):
            return Mark.RELATED
        if any(phrase in low for phrase in self.boilerplate):
            return Mark.BOILERPLATE
        if low.startswith(known.caption) or any(credit in low for credit in self.credits):
            return Mark.CAPTION
        if is_page_date(words):
            return Mark.DATE
        return Mark.TAGS if low.startswith(known.tags) and _is_said_tags(low) else None


def frame_of(words: Sequence[str]) -> Frame:
    """Return the frame's phrases that occur in a text's short paragraphs."""
    low = "\n".join([paragraph for paragraph in words if len(paragraph) <= _BOILERPLATE_LIMIT]).lower()
    known = frame_words()
    return Frame(
        boilerplate=tuple(phrase for phrase in known.boilerplate if phrase in low),
        credits=tuple(credit for credit in known.caption_credit if credit in low),
    )


def _looks(words: str) -> Mark:
    """Return what a paragraph looks like that no list knows."""
    count = words.count(" ") + 1
    last = _without_mark(words).rstrip(_CLOSING)[-1:]
    if last and last in _SENTENCE_ENDS and count >= _SENTENCE_WORDS:
        return Mark.PROSE
    if " -- " in words[:_LONG] and any(c.isdigit() for c in words):  # a wire's dateline
        return Mark.PROSE
    if is_crumbs(words):
        return Mark.MENU
    if is_tag_list(words):
        return Mark.LISTED
    if len(words) >= _LONG or (last in "?:;,\u060c" and count >= _QUESTION_WORDS):
        return Mark.PROSE
    if _BYLINE.match(words) and count <= 8:  # noqa: PLR2004 - two names and their outlet
        return Mark.DATE
    if last == ":" and count >= _SENTENCE_WORDS:
        return Mark.PROSE
    return Mark.SHORT if count <= _MENU_WORDS or not any(c.isalpha() for c in words) else Mark.HEADLINE


def _without_mark(words: str) -> str:
    """Return a paragraph without a wire's mark behind it: "[PASSAGE OMITTED]"."""
    opening = words.rfind("[") if words[-1] == "]" else -1
    return words[:opening] if opening > 0 else words


def is_tag_list(words: str) -> bool:
    """Return whether a paragraph is a list of short items with commas, and no sentence.

    >>> is_tag_list("Syria, Iraq, civilian casualties, airstrikes, US-led coalition")
    True
    >>> is_tag_list("3 men, 2 women, 4 children, 1 medic")
    False
    """
    commas = words.count(",") + words.count("\u060c") + words.count(";")
    if commas < 3 or words.rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS:  # noqa: PLR2004 - two commas are a clause
        return False
    items = [item.strip() for item in re.split("[,\u060c;]", words)]
    if any(item[:1].isdigit() for item in items):
        return False
    return words.count(" ") + 1 <= len(items) * _TAG_ITEM_WORDS and all(item.count(" ") < 8 for item in items)  # noqa: PLR2004


def is_crumbs(words: str) -> bool:
    """Return whether a line is a trail of sections or a bar of menu entries.

    >>> is_crumbs("Home > World > Middle East")
    True
    >>> is_crumbs("Home News Sport Weather Video")
    True
    """
    if any(words.count(mark) >= 2 for mark in _CRUMBS):  # noqa: PLR2004 - one bar may join a headline and its outlet
        return True
    parts = words.lower().split()
    return len(parts) > 2 and sum(part in frame_words().menu for part in parts) * 3 >= len(parts) * 2  # noqa: PLR2004


def is_page_date(words: str) -> bool:
    """Return whether a line holds a date or a clock, and little else.

    >>> is_page_date("Published 2 July 2016, 14:05 GMT"), is_page_date("3 July 2016: 12 killed in Homs")
    (True, False)
    """
    if len(words) > 120 or not any(c.isdigit() for c in words):  # noqa: PLR2004 - two dates and their labels
        return False
    is_age = words.lower().endswith(date_words().ago) or words.startswith(date_words().ago)
    if is_age and len(words) <= _AGE_LIMIT:
        return True
    rest = _CLOCK.sub(" ", words)
    found_clock = rest != words
    found = _DAY_OR_MONTH.sub(" ", rest)
    if found == rest and not found_clock:
        return False
    if any(c.isdigit() for c in found):
        return False
    left = [word for word in _WORDS.findall(found.lower()) if word not in _DATE_LINE_WORDS]
    return len(left) <= (4 if "by" in found.lower().split() else 1)


_DAY_OR_MONTH = re.compile(
    r"(?:(?<!\d)\d{1,2}(?:st|nd|rd|th)?[ .\-/]{0,2})?"
    rf"(?:{alternatives(date_words().months)})[. \-/,]{{0,2}}"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\b[, ]{0,2})?(?:(?:19|20)\d\d)?"
    r"|(?<!\d)(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:T(?=\d))?|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d",
    re.IGNORECASE,
)
_DATE_LINE_WORDS = (
    date_words().weekdays
    | {word for phrase in date_words().published | date_words().modified for word in phrase.split()}
    | date_words().clock
)


def _counts_comments(line: str) -> bool:
    return line.endswith((" comments", " comment")) and line.split(" ", 1)[0].isdigit() and line.count(" ") == 1


def _links(low: str) -> bool:
    """Return whether a line is a heading of other stories with one of them behind its colon."""
    head, colon, _ = low.partition(":")
    return bool(colon) and len(head) <= 30 and head.strip() in frame_words().related  # noqa: PLR2004


def _is_said_tags(low: str) -> bool:
    first = low.split(None, 1)[0].rstrip(":")
    return first in frame_words().tags or low.startswith("filed under") or low[0] == "#"
