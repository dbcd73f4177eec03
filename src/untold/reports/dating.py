"""When a report was published: every date that its page shows, and the one that is taken.

A crawler prints its own clock at the head of a page and a site prints today's
date above its menus; a window of "the past 18 months" resolved against either
would be wrong by years. So each date is kept with its kind and its place, one
is chosen by the rule below, and where none qualifies the date stays null.

The rule, first that applies:

1. given by hand;
2. said by the page's data, the feed or the letter ("published"), or by a label in the text;
3. a wire's dateline, a date that leads the text, or one between title and text;
4. the report's address (`/2016/03/23/`).

Never a crawl date, a modification date, or a bare date among menus.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from untold.reports.page_dates import FoundDate, dates_in, is_iso_prefix
from untold.reports.page_words import alternatives, date_words
from untold.reports.report import DateCandidate, DateKind, Passage, Zone

# Pages print their date above the story or in its first lines; the rest are the story's own dates.
_HEAD = 600
_LEAD = 220
_TAIL = 400
_YEAR_HINT = re.compile(r"(?:19|20)\d\d|\d ?[A-Za-z]{3,9}\.? \d\d\b")
_CLOCK_BEFORE = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]m)?\s?(?:gmt|utc|[a-z]{3,4})?\W{0,3}$", re.IGNORECASE)
_AFTER_DATELINE = re.compile(r"[ \u00a0]{0,3}(?:\([^()\n]{1,40}\))?[ \u00a0]{0,3}(?:--|\u2013|\u2014|-|:)")
_AFTER_LEAD = re.compile(
    r"[\s,]*(?:(?:at|\||-)?\s?\d{1,2}[:.]?\d\d(?::\d\d)?(?![\d,])\s?(?:[ap]\.?m\b\.?)?\s?(?:gmt|utc|bst|est)?)?"
    r"(?:\s*\((?:updated|modified)[^()\n]{1,40}\))?(?:\s*get short url\b(?:\s\d{1,4}){0,2})?[\s|.\-\u2013\u2014:]*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?<!\w)(?P<word>{alternatives(date_words().published | date_words().modified)})[\s:]{{0,3}}"
    rf"(?:(?:on|at)\s)?(?:(?:{alternatives(date_words().weekdays)})\.?,?\s)?"
    r"(?:\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]m)?\s?(?:gmt|utc|bst|est|edt)?,?\s?)?$",
    re.IGNORECASE,
)
_WEEKDAY_END = re.compile(rf"(?<!\w)(?:{alternatives(date_words().weekdays)})\.?,?\s{{0,2}}$", re.IGNORECASE)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)(?:[/-](\d\d?))?(?=[/\-_.?#]|$)")
_TOOLS_AFTER = re.compile(r"\s?(?:\((?:updated|modified)\b|get short url\b)", re.IGNORECASE)
_LAST_WORD = re.compile(r"(\w+)\W*$")


@dataclass(frozen=True, slots=True)
class Dating:
    """The publication date chosen (null when none qualifies), why, and every candidate."""

    published: str | None
    reason: str
    candidates: tuple[DateCandidate, ...]


def text_dates(report: str, text: str, zones: Sequence[Zone]) -> list[DateCandidate]:
    """Return the dates that a page's text shows around its story, each with its kind and passage."""
    is_short = len(text) <= _HEAD + _TAIL
    spans = [(0, len(text))] if is_short else [(0, _HEAD), (len(text) - _TAIL, len(text))]
    found: list[DateCandidate] = []
    for start, end in spans:
        if _YEAR_HINT.search(text, start, end) is None:
            continue
        for date_found in dates_in(text, start, end):
            candidate = _candidate(text, zones, date_found)
            if candidate is not None:
                kind, reason = candidate
                passage = Passage(report, date_found.start, date_found.end, text[date_found.start : date_found.end])
                found.append(DateCandidate(kind, date_found.value, passage, reason))
    return found


def _candidate(text: str, zones: Sequence[Zone], found: FoundDate) -> tuple[DateKind, str] | None:
    """Return a date's kind and the reason for it, or null for a date within the story's sentences."""
    before = text[max(0, found.start - 60) : found.start]
    label = _LABEL.search(before)
    zone, is_first = _zone_at(zones, found.start)
    if label and (zone.kind == "furniture" or (found.start < _LEAD and _may_label(text, found, label, before))):
        word = label["word"].lower()
        kind: DateKind = "modified" if word in date_words().modified else "published"
        return kind, f'labelled "{label["word"]}"'
    if zone.kind == "furniture":
        return _in_frame(text, zones, zone, found)
    opening = text[zone.start : found.start]
    if is_first and found.start < _LEAD:
        return _in_lead(text, found, opening)
    return None


def _may_label(text: str, found: FoundDate, label: re.Match[str], before: str) -> bool:
    """Return whether a label in the story's own paragraph stands at its head, and not in a sentence."""
    return not text[: found.start - len(before) + label.start()].strip() or label["word"][0].isupper()


def _zone_at(zones: Sequence[Zone], position: int) -> tuple[Zone, bool]:
    """Return the zone at an offset, and whether it is the first that is not furniture."""
    is_first = True
    for zone in zones:
        if zone.start <= position < zone.end:
            return zone, is_first
        is_first = is_first and zone.kind in ("furniture", "title")
    return zones[-1], False


def _in_lead(text: str, found: FoundDate, opening: str) -> tuple[DateKind, str] | None:
    """Return what a date in the first line of the story is."""
    words = opening.strip()
    after = text[found.end : found.end + 60]
    if not words or _WEEKDAY_END.fullmatch(words + " "):
        return ("published", "leads the text") if after.strip() else None
    if _is_dateline_place(words) and _AFTER_DATELINE.match(after):
        return "published", "stands in the dateline"
    weekday = _WEEKDAY_END.search(opening)
    last = _LAST_WORD.search(opening[: weekday.start()] if weekday else opening)
    word = last.group(1) if last else ""
    if not word or word.lower() in date_words().prepositions:
        return None
    if word.lower() in date_words().agencies:
        return "published", "stands after the agency's name, before the text"
    if _TOOLS_AFTER.match(after):
        return "published", "stands before the page's tools, above the text"
    starts_text = after.lstrip()[:1].isupper() or after.lstrip()[:1].isdigit()
    if word[0].isupper() and opening[-1].isspace() and (weekday or (starts_text and after[:1].isspace())):
        return "published", "stands between the headline and the text"
    return None


def _is_dateline_place(words: str) -> bool:
    if len(words) > 70 or words[-1] not in ",(":  # noqa: PLR2004 - two places and their countries
        return False
    return words.upper() == words or sum(not part[0].isupper() for part in words.split() if part[0].isalpha()) <= 1


def _in_frame(text: str, zones: Sequence[Zone], zone: Zone, found: FoundDate) -> tuple[DateKind, str]:
    """Return what a date in the page's frame is."""
    story = [z for z in zones if z.kind in ("title", "lede", "body")]
    if zone.start >= story[-1].start if story else True:
        return "header", "stands below the text, without a label"
    if story[0].kind == "title" and zone.start > story[0].start:
        return "published", "stands between the title and the text"
    if _TOOLS_AFTER.match(text, found.end, zone.end):
        return "published", "stands before the page's tools, above the text"
    if _CLOCK_BEFORE.search(text[max(0, found.start - 16) : found.start]):
        return "crawled", "stands beside a clock at the head of the page, where a page prints the time it was opened"
    if _has_lines(text, zone, found):
        return "header", "stands above the page's menus, where a page prints today's date"
    return "published", "stands directly above the text"


def _has_lines(text: str, zone: Zone, found: FoundDate) -> bool:
    """Return whether other lines of the frame stand between a date and the story."""
    between = text[found.end : zone.end]
    return "\n" in between.strip() or (between.lstrip(" \t").startswith("\n") and not between.isspace())


def lead_end(text: str, candidates: Sequence[DateCandidate]) -> int:
    """Return where the story begins after a date that leads it, or 0 where none does."""
    for candidate in candidates:
        passage = candidate.passage
        if (
            passage
            and passage.start < _LEAD
            and (candidate.reason == "leads the text" or _is_labelled_lead(text, passage))
        ):
            match = _AFTER_LEAD.match(text, passage.end)
            return match.end() if match else passage.end
    return 0


def _is_labelled_lead(text: str, passage: Passage) -> bool:
    label = _LABEL.search(text[: passage.start])
    return label is not None and not text[: label.start()].strip()


def url_dates(url: str | None) -> list[DateCandidate]:
    """Return the date that an address holds as its path, with the precision it has.

    >>> [found.value for found in url_dates("https://example.org/2016/03/23/strike.html")]
    ['2016-03-23']
    """
    match = _URL_DATE.search(url or "")
    if match is None:
        return []
    value = "-".join(part.zfill(2) for part in match.groups() if part)
    return [DateCandidate("url", value, None, "stands in the address")] if is_iso_prefix(value) else []


def choose(
    candidates: Sequence[DateCandidate], *, by_hand: str | None = None, captured_at: str | None = None
) -> Dating:
    """Return the publication date by the rule of this module, with its reason in words.

    A date after the day of capture cannot be when the report was published, so it is passed over.

    >>> choose([], by_hand="2016-03-23").reason
    'given by hand'
    """
    kept = tuple(candidates)
    if by_hand is not None:
        return Dating(by_hand, "given by hand", kept)
    kinds: tuple[Literal["published", "url"], ...] = ("published", "url")
    for kind in kinds:
        for candidate in kept:
            if candidate.kind == kind and not _is_later(candidate.value, captured_at):
                return Dating(candidate.value, _because(candidate), kept)
    return Dating(None, _why_none(kept), kept)


def _is_later(value: str, captured_at: str | None) -> bool:
    return captured_at is not None and value > captured_at[: len(value)]


def _because(candidate: DateCandidate) -> str:
    precision = {4: "year", 7: "month", 10: "day"}[len(candidate.value)]
    return f"{candidate.reason}; known to the {precision}"


def _why_none(candidates: Sequence[DateCandidate]) -> str:
    if not candidates:
        return "the page shows no date of its own"
    shown = "; ".join(f"{c.value} {c.reason} ({c.kind})" for c in candidates[:3])
    return f"no date says that it is the date of publication: {shown}"


def moved(candidate: DateCandidate, report: str) -> DateCandidate:
    """Return the candidate with its passage under another report's id."""
    if candidate.passage is None:
        return candidate
    return replace(candidate, passage=replace(candidate.passage, report=report))
