"""What each part of a page is: title, lede, body, caption, furniture.

A page pasted from a browser brings its menus, its clock, its related headlines
and its comment box along. Read as claims they would put other stories' tolls
under this story's name, so each paragraph is told apart first. Under doubt a
paragraph is body: a claim lost is worse than a claim shown grey.
"""

from bisect import bisect
from collections.abc import Sequence

from untold.reports.furniture import Frame, Mark, frame_of
from untold.reports.page_words import frame_words
from untold.reports.paragraphs import Paragraph, is_bullet, paragraphs
from untold.reports.report import Zone, ZoneKind

# A related heading empties what follows only when the story came before it.
_STORY_PARAGRAPHS = 2
# No page has more such headings; a text made of them is not searched to its end.
_MOST_HEADINGS = 20


def zones_of(text: str) -> tuple[Zone, ...]:
    """Return the zones of a text: they cover it in order, without overlap, one for each paragraph.

    Neighboring furniture is one zone. Blank space belongs to the zone before
    it; at the very start, to the first.

    >>> [zone.kind for zone in zones_of("2 civilians killed by a mine in Kunduz")]
    ['body']
    """
    found = paragraphs(text)
    if not found:
        return (Zone("furniture", 0, len(text)),) if text else ()
    return covering(text, found, kinds_of(text, found))


def covering(text: str, found: Sequence[Paragraph], kinds: Sequence[ZoneKind]) -> tuple[Zone, ...]:
    """Return zones of these kinds that together cover the text."""
    zones: list[Zone] = []
    starts = [0, *(paragraph.start for paragraph in found[1:]), len(text)]
    for kind, start, end in zip(kinds, starts[:-1], starts[1:], strict=True):
        if zones and kind == "furniture" == zones[-1].kind:
            zones[-1] = Zone(kind, zones[-1].start, end)
        else:
            zones.append(Zone(kind, start, end))
    return tuple(zones)


def kinds_of(text: str, found: Sequence[Paragraph]) -> list[ZoneKind]:
    """Return the kind of each paragraph."""
    if len(found) == 1:
        return ["body"]
    words = [text[paragraph.start : paragraph.end] for paragraph in found]
    frame = frame_of(words)
    marks = [frame.mark(paragraph) for paragraph in words]
    prose = [n for n, mark in enumerate(marks) if mark is Mark.PROSE]
    if not prose:
        return _with_lede(_without_prose(marks))
    first, last = prose[0], prose[-1]
    last = _end_of_story(frame, text, found, marks, prose) or last
    kinds = _head(marks[:first])
    kinds += _middle(text, found, marks, first, last)
    kinds += _tail(text, found, marks, last)
    return _with_lede(kinds)


def _without_prose(marks: Sequence[Mark]) -> list[ZoneKind]:
    """Return the kinds where nothing reads as a sentence: only what surely is the frame's is left out."""
    return [_sure_kind(mark) or "body" for mark in marks]


def _sure_kind(mark: Mark) -> ZoneKind | None:
    if mark is Mark.CAPTION:
        return "caption"
    if mark in (Mark.PROSE, Mark.HEADLINE, Mark.SHORT):
        return None
    return "furniture"


def _head(marks: Sequence[Mark]) -> list[ZoneKind]:
    """Return the kinds above the first sentence: the title is the first headline of the group nearest to it."""
    kinds: list[ZoneKind] = [_sure_kind(mark) or "furniture" for mark in marks]
    headlines = [n for n, mark in enumerate(marks) if mark is Mark.HEADLINE]
    if not headlines:
        short = [n for n, mark in enumerate(marks) if mark is Mark.SHORT]
        if len(marks) == 1 and short:
            kinds[0] = "title"
        return kinds
    title = headlines[-1]
    while title > 0 and marks[title - 1] is Mark.HEADLINE:
        title -= 1
    kinds[title] = "title"
    for n in headlines:
        if n > title:
            kinds[n] = "body"
    return kinds


def _middle(text: str, found: Sequence[Paragraph], marks: Sequence[Mark], first: int, last: int) -> list[ZoneKind]:
    """Return the kinds between the first sentence and the last: body but for what is surely not."""
    kinds: list[ZoneKind] = []
    under_related = False
    for n in range(first, last + 1):
        mark = marks[n]
        if mark is Mark.RELATED:
            under_related = True
        elif mark is Mark.PROSE or is_bullet(text, found[n].start):
            under_related = False
        kinds.append("furniture" if under_related else _middle_kind(mark))
    return kinds


def _middle_kind(mark: Mark) -> ZoneKind:
    # Between two paragraphs a line of names with commas may be a list of the dead.
    return "body" if mark is Mark.LISTED else _sure_kind(mark) or "body"


def _end_of_story(
    frame: Frame, text: str, found: Sequence[Paragraph], marks: Sequence[Mark], prose: Sequence[int]
) -> int | None:
    """Return the last sentence before the comments or the related stories, if such a heading ends the story."""
    ends = [n for n in range(prose[0] + 1, prose[-1]) if marks[n] in (Mark.COMMENTS, Mark.RELATED)]
    for n in ends[:_MOST_HEADINGS]:
        before = bisect(prose, n)
        is_link = marks[n] is Mark.RELATED and not frame.is_heading(text[found[n].start : found[n].end])
        if is_link or before < _STORY_PARAGRAPHS or len(prose) > 2 * before:
            continue
        if marks[n] is Mark.COMMENTS or _are_teasers(marks, n, prose[before:]):
            return prose[before - 1]
    return None


def _are_teasers(marks: Sequence[Mark], heading: int, after: Sequence[int]) -> bool:
    """Return whether the sentences after a heading, two at least, stand each under a headline of its own."""
    return len(after) > 1 and all(
        n > heading + 1 and marks[n - 1] in (Mark.HEADLINE, Mark.SHORT, Mark.DATE) for n in after
    )


def _tail(text: str, found: Sequence[Paragraph], marks: Sequence[Mark], last: int) -> list[ZoneKind]:
    """Return the kinds after the last sentence: other stories' headlines, unless a list was announced."""
    kinds: list[ZoneKind] = []
    ends = text[max(found[last].start, found[last].end - 120) : found[last].end].lower()
    is_list = ends.endswith(":") or any(word in ends for word in frame_words().announcing)
    rest = marks[last + 1 :]
    is_alone = sum(mark in (Mark.HEADLINE, Mark.SHORT) for mark in rest) == 1
    in_frame = False
    for n in range(last + 1, len(marks)):
        mark, paragraph = marks[n], found[n]
        in_frame = in_frame or mark in (Mark.RELATED, Mark.COMMENTS)
        words = text[paragraph.start : paragraph.end]
        listed = is_list or is_bullet(text, paragraph.start)
        doubtful = mark is Mark.HEADLINE and is_alone and n == last + 1 and reads_as_sentence(words)
        if not in_frame and (doubtful or (listed and mark in (Mark.HEADLINE, Mark.SHORT))):
            kinds.append("body")
        else:
            kinds.append("caption" if mark is Mark.CAPTION and not in_frame else "furniture")
    return kinds


def below_title(lead: int, zones: Sequence[Zone]) -> tuple[Zone, ...]:
    """Return the zones of a text behind a title of `lead` characters, which a format gave.

    >>> [zone.kind for zone in below_title(7, [Zone("body", 0, 20)])]
    ['title', 'lede']
    """
    if not lead:
        return tuple(zones)
    moved = [Zone(zone.kind, zone.start + lead, zone.end + lead) for zone in zones]
    kinds = [zone.kind for zone in moved]
    if "lede" not in kinds and "body" in kinds:
        first = kinds.index("body")
        moved[first] = Zone("lede", moved[first].start, moved[first].end)
    return (Zone("title", 0, lead), *moved)


def reads_as_sentence(words: str) -> bool:
    """Return whether most words are in small letters, as in a sentence and unlike in a headline.

    >>> reads_as_sentence("The ministry did not answer a request for comment")
    True
    >>> reads_as_sentence("Ministry Silent on Raid That Killed Dozens")
    False
    """
    parts = words.split()
    small = sum(part[0].islower() or part[0].isdigit() for part in parts)
    return len(parts) >= 6 and small * 3 >= len(parts) * 2  # noqa: PLR2004 - fewer words say nothing


def _with_lede(kinds: list[ZoneKind]) -> list[ZoneKind]:
    """Return the kinds with the first body paragraph named the lede, where more than one paragraph is the story."""
    story = [n for n, kind in enumerate(kinds) if kind in ("title", "body")]
    if len(story) > 1 and "body" in kinds:
        kinds[kinds.index("body")] = "lede"
    return kinds
