"""The door: bytes come in, reports go out, and whatever cannot be read says why.

Nothing here touches a network or a clock; the same bytes always make the same
reports.
"""

import hashlib
from collections.abc import Callable, Mapping

from untold.codebook.errors import UnreadableReport
from untold.reports.content import Content
from untold.reports.decoding import decode
from untold.reports.language import language_of
from untold.reports.page_dates import is_iso_prefix
from untold.reports.plain_text import assemble
from untold.reports.report import Report
from untold.reports.sniffing import MOST_TEXT, Format, format_of
from untold.reports.taken import Taken

Reader = Callable[[str, bytes, str | None], tuple[Content, ...]]


def take_in(
    origin: str,
    content: bytes,
    *,
    media_type: str | None = None,
    url: str | None = None,
    headers: Mapping[str, str] | None = None,
    captured_at: str | None = None,
    published: str | None = None,
    language: str | None = None,
) -> tuple[Report, ...]:
    """Return the reports that some bytes hold: one, or for an RSS or Atom feed one for each entry.

    A report's id is the first 16 hex digits of the SHA-256 of the bytes; an
    entry of a feed is hashed by its own serialized bytes, so the same entry
    in tomorrow's feed is the same report. `media_type` and `headers` only
    help with the encoding: what the bytes are is told by their content.
    `published` (an ISO prefix) sets the date of publication by hand.

    Raises `UnreadableReport` in one line: what, why, and what to do.
    """
    taken = take(
        origin,
        content,
        media_type=media_type,
        url=url,
        headers=headers,
        captured_at=captured_at,
        published=published,
        language=language,
    )
    return tuple(one.report for one in taken)


def take(
    origin: str,
    content: bytes,
    *,
    media_type: str | None = None,
    url: str | None = None,
    headers: Mapping[str, str] | None = None,
    captured_at: str | None = None,
    published: str | None = None,
    language: str | None = None,
) -> tuple[Taken, ...]:
    """Return what `take_in` returns, each report with the bytes that its capture is the hash of.

    Raises `UnreadableReport`, and `ValueError` for a `published` that is no ISO prefix.
    """
    if published is not None and not is_iso_prefix(published):
        msg = f"{published!r} is no date: write 2016, 2016-03 or 2016-03-14"
        raise ValueError(msg)
    kind = format_of(origin, content)
    parts = _reader(kind)(origin, content, _charset(media_type, headers))
    _check_length(origin, parts)
    return tuple(
        Taken(
            assemble(
                part,
                capture=hashlib.sha256(part.own_bytes or content).hexdigest(),
                origin=origin,
                url=url,
                captured_at=captured_at,
                published=published,
                language=language or language_of(part.text),
            ),
            part.own_bytes or content,
            dict(headers or {}),
        )
        for part in parts
    )


def _read_text(origin: str, content: bytes, charset: str | None) -> tuple[Content, ...]:
    text = decode(origin, content, charset)
    if not text.strip():
        raise UnreadableReport(origin, "is empty", "check that it was saved or downloaded whole")
    return (Content(text, "text/plain"),)


def _check_length(origin: str, parts: tuple[Content, ...]) -> None:
    longest = max(len(part.text) for part in parts)
    if longest > MOST_TEXT:
        why = f"holds {longest / 1_000_000:.0f} million characters, and the limit is {MOST_TEXT // 1_000_000} million"
        raise UnreadableReport(origin, why, "split it into single reports")


def _charset(media_type: str | None, headers: Mapping[str, str] | None) -> str | None:
    """Return the encoding that a media type or a Content-Type header declares."""
    declared = media_type or next((v for k, v in (headers or {}).items() if k.lower() == "content-type"), "")
    _, found, charset = declared.partition("charset=")
    return charset.split(";")[0].strip(" \"'") or None if found else None


def _reader(kind: Format) -> Reader:
    """Return the reader of a format, loaded only now: a text needs no parser of pages or PDFs."""
    match kind:
        case "web_page":
            from untold.reports.web_page import read_web_page as reader
        case "pdf":
            from untold.reports.pdf import read_pdf as reader
        case "word":
            from untold.reports.word_document import read_word as reader
        case "letter":
            from untold.reports.letter import read_letter as reader
        case "feed":
            from untold.reports.news_feed import read_feed as reader
        case "text":
            reader = _read_text
    return reader
