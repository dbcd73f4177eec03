"""A report: one published item, its immutable text, and what each part of its page is.

Everything later points into `Report.text` by code-point offsets, so the text
never changes after the bytes were read.
"""

from dataclasses import dataclass
from typing import Literal

from untold.codebook.errors import MisquotedClaim

ZoneKind = Literal["title", "lede", "body", "caption", "furniture"]
DateKind = Literal["published", "modified", "crawled", "url", "header"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words of a report: `text` is the report's text from `start` to `end`, in code points."""

    report: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a page and what it is; furniture is kept and shown, never read as a claim."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date that the page shows somewhere, what kind of date it seems to be, and where it stands.

    `value` is an ISO prefix (`2016`, `2016-03`, `2016-03-14`); `passage` is
    null for a date that stands in the page's markup, headers or address.
    """

    kind: DateKind
    value: str
    passage: Passage | None
    reason: str = ""  # why it was or was not taken as the publication date, in words


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes: the codebook's slug where it knows the publisher, else null, and the name as worded."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Report:
    """One published item; identical bytes are one report with several origins.

    `id` is the first 16 hex digits of the capture's SHA-256. `zones` cover the
    text from start to end in order, without overlap. `published` is an ISO
    prefix or null, chosen by `published_reason`.
    """

    id: str
    origins: tuple[str, ...]
    source: Source | None
    url: str | None
    title: str | None
    language: str | None
    published: str | None
    published_reason: str
    date_candidates: tuple[DateCandidate, ...]
    text: str
    zones: tuple[Zone, ...]
    capture: str
    captured_at: str | None
    media_type: str
    licence: str | None = None

    def passage(self, start: int, end: int) -> Passage:
        """Return the words from `start` to `end`, which are the report's own by construction."""
        if not 0 <= start < end <= len(self.text):
            raise MisquotedClaim(self.id, start, end, self.text[start:end])
        return Passage(self.id, start, end, self.text[start:end])
