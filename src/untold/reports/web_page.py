"""A web page as a report: all that is visible, with the article told from the frame.

An extractor alone would throw the frame away, and with it the proof that a
number stood in a menu and not in the story. So the text is the whole page, and
the extractor's word on what the article is becomes the zones.
"""

import logging
from collections.abc import Sequence
from copy import deepcopy

from lxml import html

from untold.codebook.errors import UnreadableReport
from untold.reports.content import Content
from untold.reports.dating import text_dates
from untold.reports.decoding import decode
from untold.reports.furniture import Mark, frame_of
from untold.reports.late_loading import put_off
from untold.reports.markup import check_markup, declared_encoding
from untold.reports.page_facts import PageFacts, page_facts
from untold.reports.publishers import publisher
from untold.reports.report import DateCandidate, Zone, ZoneKind
from untold.reports.visible_text import FRAME, Block, PageText, parse, visible_text
from untold.reports.zoning import covering, kinds_of

_FRAME_MARKS = (Mark.MENU, Mark.DATE, Mark.TAGS, Mark.RELATED, Mark.COMMENTS, Mark.BOILERPLATE)
# A key shorter than this may stand in the extraction by chance.
_LEAST_KEY = 20
# The longest pages of the press hold some 10,000 elements; extraction takes 40 microseconds for each.
_MOST_ELEMENTS = 50_000
_FRAME_TAGS = ("nav", "header", "footer", "aside", "form")
# Blocks times extracted letters; above it, blocks are looked up whole instead of within the extraction.
_MOST_COMPARED = 200_000_000


def read_web_page(origin: str, content: bytes, charset: str | None) -> tuple[Content, ...]:
    """Return the content of a web page: its visible text in reading order, zoned.

    Raises `UnreadableReport` for markup made to break parsers, and for a page without visible text.
    """
    markup = decode(origin, content, charset or declared_encoding(content))
    return (read_markup(origin, markup),)


def read_markup(origin: str, markup: str) -> Content:
    """Return the content of a page that is text already."""
    check_markup(origin, markup)
    tree = parse(markup)
    page = visible_text(tree) if tree is not None else PageText("", ())
    if tree is None or not page.blocks:
        remedy = "open it in a browser and save its text: it may be written by a script"
        raise UnreadableReport(origin, "holds no visible text", remedy)
    facts = page_facts(tree)
    kinds = page_kinds(page, facts.title, _extracted(tree, markup))
    zones = covering(page.text, [block.span for block in page.blocks], kinds)
    return Content(
        text=page.text,
        media_type="text/html",
        title=facts.title,
        source=publisher(facts.source) if facts.source else None,
        url=facts.url,
        language=facts.language,
        dates=(*facts.dates, *_found_dates(tree, facts, _doubtful_dates(page.text, zones))),
        zones=zones,
        licence=facts.licence,
    )


def page_kinds(page: PageText, title: str | None, extracted: str) -> list[ZoneKind]:
    """Return the kind of each block of a page, by the extractor's word on what the article is."""
    words = [page.text[block.span.start : block.span.end] for block in page.blocks]
    is_article = _article_blocks(page.blocks, words, extracted)
    if not any(is_article):
        is_article = ["article" in block.within or "main" in block.within for block in page.blocks]
    if not any(is_article):
        return kinds_of(page.text, [block.span for block in page.blocks])
    frame = frame_of(words)
    marks = [frame.mark(paragraph) for paragraph in words]
    _fill_gaps(page.blocks, marks, is_article)
    _reach_up(page.blocks, marks, is_article)
    kinds = [_kind(block, mark, taken) for block, mark, taken in zip(page.blocks, marks, is_article, strict=True)]
    headline = _headline_above(page.blocks, marks, is_article)
    if headline is not None:
        kinds[headline] = "title"
    return _with_title_and_lede(page.blocks, words, kinds, title)


def _reach_up(blocks: Sequence[Block], marks: Sequence[Mark], is_article: list[bool]) -> None:
    """Take the sentences directly above the article's first block into it: extractors miss ledes that are set apart."""
    n = is_article.index(True) - 1
    while n >= 0 and marks[n] is Mark.PROSE and not blocks[n].within & FRAME:
        is_article[n] = True
        n -= 1


def _headline_above(blocks: Sequence[Block], marks: Sequence[Mark], is_article: Sequence[bool]) -> int | None:
    """Return the block above the article that reads like its headline, on a page without any other."""
    above = is_article.index(True) - 1
    is_headline = above >= 0 and marks[above] in (Mark.HEADLINE, Mark.SHORT) and not blocks[above].within & FRAME
    has_heading = any("h1" in block.within for block in blocks)
    return above if is_headline and not has_heading else None


def _article_blocks(blocks: Sequence[Block], words: Sequence[str], extracted: str) -> list[bool]:
    """Return which blocks the extraction holds, compared by letters and digits alone."""
    lines = {_key(line) for line in extracted.splitlines()} - {""}
    whole = _key(extracted)
    within = len(blocks) * len(whole) < _MOST_COMPARED
    found: list[bool] = []
    for block, paragraph in zip(blocks, words, strict=True):
        key = _key(paragraph)
        same = key in lines or (within and len(key) >= _LEAST_KEY and key in whole)
        found.append(same and not block.within & FRAME - {"header"})
    return found


def _key(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _fill_gaps(blocks: Sequence[Block], marks: Sequence[Mark], is_article: list[bool]) -> None:
    """Take sentences that stand between the article's first and last block into it: under doubt they are body."""
    taken = [n for n, is_taken in enumerate(is_article) if is_taken]
    for n in range(taken[0], taken[-1]):
        if marks[n] is Mark.PROSE and not blocks[n].within & FRAME:
            is_article[n] = True


def _kind(block: Block, mark: Mark, is_taken: bool) -> ZoneKind:  # noqa: FBT001 - a fact about the block, not a mode
    if "figcaption" in block.within or (mark is Mark.CAPTION and (is_taken or "figure" in block.within)):
        return "caption"
    return "body" if is_taken and mark not in _FRAME_MARKS else "furniture"


def _with_title_and_lede(
    blocks: Sequence[Block], words: Sequence[str], kinds: list[ZoneKind], title: str | None
) -> list[ZoneKind]:
    """Return the kinds with the title found (the first block that says it, or the first h1), and the lede named."""
    key = _key(title or "")
    first = kinds.index("body") if "body" in kinds else len(kinds)
    for n, (block, paragraph) in enumerate(zip(blocks, words, strict=True)):
        says_it = bool(key) and (_key(paragraph) == key or ("h1" in block.within and _key(paragraph) in key))
        if says_it or ("h1" in block.within and n <= first):
            kinds = ["furniture" if kind == "title" else kind for kind in kinds]
            kinds[n] = "title"
            break
    if "body" in kinds and ("title" in kinds or kinds.count("body") > 1):
        kinds[kinds.index("body")] = "lede"
    return kinds


def _extracted(tree: html.HtmlElement, markup: str) -> str:
    """Return the article as trafilatura sees it, or nothing where it finds none."""
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        return _semantic(tree)
    put_off("py3langid")  # named by trafilatura, used only for a wish that we never have, and numpy comes with it
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.extract(markup, favor_precision=True, include_comments=False, output_format="txt")
    except (ValueError, RecursionError, AssertionError):  # its parsers', on markup that no browser would show
        return _semantic(tree)
    return found or ""


def _semantic(tree: html.HtmlElement) -> str:
    return "\n".join(article.text_content() for article in tree.iter("article"))


def _doubtful_dates(text: str, zones: Sequence[Zone]) -> frozenset[str]:
    """Return the dates that stand where a page prints today's."""
    return frozenset(found.value for found in text_dates("", text, zones) if found.kind in ("crawled", "header"))


def _found_dates(tree: html.HtmlElement, facts: PageFacts, doubtful: frozenset[str]) -> tuple[DateCandidate, ...]:
    """Return the date that htmldate finds in the markup, where the page states none itself.

    Its extensive search picks the dates of related stories, so it is off; and
    what it finds in the page's frame is today's date, or another story's.
    """
    if any(found.kind == "published" for found in facts.dates):
        return ()
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        value = find_date(_without_frame(tree), extensive_search=False, original_date=True)
    except (ValueError, RecursionError, OverflowError, TypeError):  # dates that no calendar holds
        return ()
    if not value or any(found.value == value for found in facts.dates):
        return ()
    if value in doubtful:
        return (
            DateCandidate(
                "header", value, None, "stands in the markup of the page's head, where a page prints today's"
            ),
        )
    return (DateCandidate("published", value, None, "stands in the page's markup, as htmldate reads it"),)


def _without_frame(tree: html.HtmlElement) -> html.HtmlElement:
    """Return a copy of the page without menus, side columns and headers that hold no title."""
    copied = deepcopy(tree)
    for element in list(copied.iter(*_FRAME_TAGS)):
        is_of_article = element.tag == "header" and (
            next(element.iter("h1"), None) is not None or any(True for _ in element.iterancestors("article", "main"))
        )
        if not is_of_article and element.getparent() is not None:
            element.drop_tree()
    return copied
