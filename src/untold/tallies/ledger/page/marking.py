"""A report's text cut at the borders of its zones, its quoted sentences and its numbers.

Zones hold sentences and sentences hold numbers, but the passages of different
claims may overlap. The text is therefore cut at every border, so each piece
lies wholly inside or outside of everything and no character is lost or doubled.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from untold.claims.claim import Claim
from untold.reports.report import Passage, Report, Zone


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text inside one zone, and the claims whose sentence and whose number it belongs to."""

    start: int
    end: int
    sentence_of: str | None
    number_of: tuple[str, ...]
    begins: tuple[str, ...]  # the claims whose number begins here


def pieces(report: Report, claims: Sequence[Claim]) -> Iterator[tuple[Zone, tuple[Piece, ...]]]:
    """Yield each zone with its pieces, which together are its text without the space around it."""
    numbers = [(claim.id, number_of(claim)) for claim in claims]
    quotes = [(claim.id, claim.quote) for claim in claims]
    for zone in report.zones:
        words = report.text[zone.start : zone.end]
        start = zone.start + len(words) - len(words.lstrip())
        end = max(zone.end - (len(words) - len(words.rstrip())), start)
        cuts = {cut for _, passage in (*numbers, *quotes) for cut in (passage.start, passage.end)}
        ordered = sorted({start, end, *(cut for cut in cuts if start < cut < end)})
        yield zone, tuple(_piece(*stretch, numbers, quotes) for stretch in pairwise(ordered))


def number_of(claim: Claim) -> Passage:
    """Return the words of the claim's number, or its sentence where no number was said."""
    found = claim.evidence.get("count", claim.quote)
    return found if isinstance(found, Passage) else found[0]


def _piece(
    start: int, end: int, numbers: Sequence[tuple[str, Passage]], quotes: Sequence[tuple[str, Passage]]
) -> Piece:
    within = tuple(name for name, passage in numbers if passage.start <= start and end <= passage.end)
    sentence = next((name for name, passage in quotes if passage.start <= start and end <= passage.end), None)
    begins = tuple(name for name, passage in numbers if passage.start == start)
    return Piece(start, end, sentence, within, begins)
