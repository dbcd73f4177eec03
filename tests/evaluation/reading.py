"""What the reader gave, in the shape in which the measures compare it with gold."""

from collections.abc import Sequence
from dataclasses import dataclass

from untold.claims.claim import Claim
from untold.codebook.counts import Count
from untold.reports.report import Passage


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text in code points."""

    start: int
    end: int

    def overlaps(self, other: "Stretch") -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end


def count_stretch(claim: Claim) -> Stretch:
    """Return where a claim's number stands: its count's passages, else the quoted sentence."""
    passages = claim.evidence.get("count", claim.quote)
    if isinstance(passages, Passage):
        return Stretch(passages.start, passages.end)
    return Stretch(min(p.start for p in passages), max(p.end for p in passages))


def numbers(count: Count) -> set[int]:
    """Return every number that a count holds: as written, its floor, its ceiling."""
    return {n for n in (count.stated, count.low, count.high) if n is not None}


def shown(claims: Sequence[Claim]) -> str:
    """Return claims as `harm count`, for a list of misses."""
    return "; ".join(f"{c.harm} {c.count}" for c in claims) or "nothing"
