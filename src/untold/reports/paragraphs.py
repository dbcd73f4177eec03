"""The paragraphs of a text: which lines belong together.

Wires break their lines at 70 or 80 columns, pages pasted from a browser put
each menu entry and each related headline on a line of its own. A paragraph is
what a reader would see as one: hard-wrapped lines are joined, a list of
headlines is not.
"""

from typing import NamedTuple

from untold.reports.page_words import frame_words

_BREAKS = dict.fromkeys(map(ord, "\f\v\u2028\u2029\x85"), "\n")
_BULLETS = ("-", "\u2022", "*", "\u2013", "\u00b7", "\u25aa", "\u25cf", "\u2014")
# A wire's lines end by column 120 at the latest; longer lines were not wrapped by hand.
_WIDEST_WRAP = 120
# Below this a full line cannot be told from a short one.
_NARROWEST_WRAP = 30
# A full line is short of the widest by one such word at most.
_LONG_WORD = 22
_UNFINISHED = frame_words().unfinished


class Line(NamedTuple):
    """A line without the spaces around it: offsets into the text, and how far it is indented."""

    start: int
    end: int
    indent: int


class Wrap(NamedTuple):
    """How lines were broken: at which column, and whether raggedly."""

    width: int
    is_ragged: bool


class Paragraph(NamedTuple):
    """A run of lines that read as one, from the first character to the last."""

    start: int
    end: int


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order, without the blank space between them.

    >>> [wire[p.start : p.end] for wire in ["A LINE\\n\\nANOTHER"] for p in paragraphs(wire)]
    ['A LINE', 'ANOTHER']
    """
    found: list[Paragraph] = []
    for run in _runs(text):
        if len(run) == 1:
            found.append(Paragraph(run[0].start, run[0].end))
        else:
            found.extend(_joined(text, run))
    return found


def _runs(text: str) -> list[list[Line]]:
    """Return the lines, in runs that no blank line interrupts."""
    runs: list[list[Line]] = []
    start, follows = 0, False
    for raw in _with_plain_breaks(text).split("\n"):
        words = raw.strip()
        if words:
            indent = 0 if raw[0] == words[0] else len(raw) - len(raw.lstrip())
            line = Line(start + indent, start + indent + len(words), indent)
            if follows:
                runs[-1].append(line)
            else:
                runs.append([line])
        follows = bool(words)
        start += len(raw) + 1
    return runs


def _with_plain_breaks(text: str) -> str:
    """Return the text at the same length with one character for every kind of line break."""
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    if text.isascii() and "\f" not in text and "\v" not in text:
        return text
    return text.translate(_BREAKS)


def _joined(text: str, run: list[Line]) -> list[Paragraph]:
    """Return the paragraphs of a run: wrapped lines joined, others one by one."""
    wrap = _wrap_of(text, run)
    if wrap is None:
        return [Paragraph(line.start, line.end) for line in run]
    found: list[Paragraph] = []
    start, before = run[0].start, run[0]
    for line in run[1:]:
        if not _goes_on(text, before, line, wrap):
            found.append(Paragraph(start, before.end))
            start = line.start
        before = line
    found.append(Paragraph(start, before.end))
    return found


def _wrap_of(text: str, run: list[Line]) -> Wrap | None:
    """Return how a run's lines were wrapped, or null for a list of lines of their own."""
    lengths = [line.end - line.start + line.indent for line in run]
    width = max(lengths)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    whole = text[run[0].start : run[-1].end]
    if whole.upper() == whole:
        full = sum(length >= width - _LONG_WORD for length in lengths[:-1])
        unfinished = any(_is_unfinished(text, line) for line in run[:-1])
        return Wrap(width, is_ragged=True) if unfinished or full * 3 >= 2 * (len(run) - 1) else None
    later = run[1:]
    small = sum(text[line.start].islower() for line in later)
    if small * 3 >= len(later) or any(_is_unfinished(text, line) for line in run[:-1]):
        return Wrap(width, is_ragged=False)
    return None


def _is_unfinished(text: str, line: Line) -> bool:
    words = text[max(line.start, line.end - 12) : line.end]
    return words[-1] in ",;" or (" " in words and words.rsplit(" ", 1)[1].lower() in _UNFINISHED)


def _goes_on(text: str, before: Line, line: Line, wrap: Wrap) -> bool:
    """Return whether a line continues the one before: that one had no room for this one's first word."""
    if line.indent > before.indent + 1 or is_bullet(text, line.start):
        return False
    # A wire in capitals is ragged: there only a short line with a full stop ends a paragraph.
    if wrap.is_ragged and text[before.end - 1] not in ".:!?":
        return True
    space = text.find(" ", line.start, line.end)
    first_word = (space if space != -1 else line.end) - line.start
    if before.end - before.start + before.indent + 1 + first_word > wrap.width:
        return True
    return text[line.start].islower() or _is_unfinished(text, before)


def is_bullet(text: str, start: int) -> bool:
    """Return whether a line begins like an entry of a list: a dash, a dot, "1." or "(a)"."""
    first = text[start]
    if first in _BULLETS:
        return text[start + 1 : start + 2].isspace()
    if first.isdigit():
        after = text[start + 1 : start + 4].lstrip("0123456789")
        return after[:1] in (".", ")") and after[1:2].isspace()
    return False
