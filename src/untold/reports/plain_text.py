"""A report from words alone: a pasted page, a wire, a line of a monitor's list.

Most of what a recorder has is text somebody copied. It is a report like any
other: its id is its hash, its frame is told from its story, its dates are
weighed.
"""

import hashlib

from untold.reports.content import Content
from untold.reports.dating import choose, lead_end, text_dates, url_dates
from untold.reports.report import Report, Source, Zone
from untold.reports.zoning import zones_of

ID_DIGITS = 16


def report_from_text(
    text: str,
    *,
    origin: str = "text",
    published: str | None = None,
    source: Source | None = None,
    url: str | None = None,
    title: str | None = None,
    language: str | None = "en",
) -> Report:
    """Return the report that a text is; its capture is the SHA-256 of the text in UTF-8.

    `published` sets the date of publication by hand. The text is kept as it
    is, to the last space: offsets count from its first character.

    >>> report = report_from_text("Published 2 July 2016 Two people were killed in Homs.")
    >>> report.published, report.published_reason
    ('2016-07-02', 'labelled "Published"; known to the day')
    """
    return assemble(
        Content(text, "text/plain", title=title, source=source, language=language),
        capture=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        origin=origin,
        url=url,
        published=published,
    )


def assemble(
    content: Content,
    *,
    capture: str,
    origin: str,
    url: str | None = None,
    published: str | None = None,
    language: str | None = None,
    captured_at: str | None = None,
) -> Report:
    """Return the report of some content: zones told from its text where its format gave none, and its date chosen.

    `capture` is the SHA-256 of the bytes; `url`, `published` and `language`
    are somebody's word and stand above the format's.
    """
    report, text = capture[:ID_DIGITS], content.text
    zones = zones_of(text) if content.zones is None else content.zones
    address = url or content.url
    in_text = text_dates(report, text, zones) if zones else []
    said = [*content.dates, *in_text, *url_dates(address)]
    dating = choose(said, by_hand=published, captured_at=captured_at)
    if content.zones is None:
        zones = without_lead(zones, lead_end(text, in_text))
    return Report(
        id=report,
        origins=(origin,),
        source=content.source,
        url=address,
        title=content.title or _title(text, zones),
        language=language or content.language,
        published=dating.published,
        published_reason=dating.reason,
        date_candidates=dating.candidates,
        text=text,
        zones=zones,
        capture=capture,
        captured_at=captured_at,
        media_type=content.media_type,
        licence=content.licence,
    )


def without_lead(zones: tuple[Zone, ...], end: int) -> tuple[Zone, ...]:
    """Return the zones with a date that leads the story cut off it, as furniture.

    >>> without_lead((Zone("body", 0, 40),), 12)
    (Zone(kind='furniture', start=0, end=12), Zone(kind='body', start=12, end=40))
    """
    for n, zone in enumerate(zones):
        if zone.start < end < zone.end and zone.kind != "furniture":
            return (*zones[:n], Zone("furniture", zone.start, end), Zone(zone.kind, end, zone.end), *zones[n + 1 :])
    return zones


def _title(text: str, zones: tuple[Zone, ...]) -> str | None:
    titles = [text[zone.start : zone.end].strip() for zone in zones if zone.kind == "title"]
    return " ".join(titles[0].split()) if titles else None
