"""What a format's reader hands on: a text with what the format itself says of it."""

from dataclasses import dataclass

from untold.reports.report import DateCandidate, Source, Zone


@dataclass(frozen=True, slots=True)
class Content:
    """The text of one published item, and its format's word on title, publisher, dates and zones.

    `zones` is null where the format knows nothing of them; `own_bytes` are the
    item's where these are a part of a larger file, as an entry of a feed is.
    """

    text: str
    media_type: str
    title: str | None = None
    source: Source | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    zones: tuple[Zone, ...] | None = None
    licence: str | None = None
    own_bytes: bytes | None = None
