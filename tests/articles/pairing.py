"""Which read claim is which label's, and what was read that nobody labelled.

A label and a claim belong together where their numbers stand on the same
words. Several harms can stand on one number ("no one was killed or injured"),
so the pairs that agree best are made first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.articles.labels import Article, LabelledClaim
from tests.evaluation.reading import Stretch, count_stretch
from untold.claims.claim import Claim


@dataclass(frozen=True, slots=True)
class Pairing:
    """The claim read for each label, in the labels' order, and the claims left over."""

    read: tuple[Claim | None, ...]
    unlabelled: tuple[Claim, ...]


def pair(article: Article, text: str, claims: Sequence[Claim]) -> Pairing:
    """Return the best pairs of labels and read claims; no claim serves two labels."""
    stretches = [label.phrase.stretch_in(text) for label in article.claims]
    taken: dict[int, int] = {}
    for _, nth_label, nth_claim in sorted(_candidates(article.claims, stretches, claims), reverse=True):
        if nth_label not in taken and nth_claim not in taken.values():
            taken[nth_label] = nth_claim
    read = tuple(claims[taken[n]] if n in taken else None for n in range(len(article.claims)))
    left = [claim for n, claim in enumerate(claims) if n not in taken.values()]
    return Pairing(read, tuple(claim for claim in left if not _may_be_read(claim, stretches)))


_Rank = tuple[bool, bool, bool, int]


def _candidates(
    labels: Sequence[LabelledClaim], stretches: Sequence[Stretch], claims: Sequence[Claim]
) -> list[tuple[_Rank, int, int]]:
    return [
        (_rank(label, stretch, claim), n, m)
        for n, (label, stretch) in enumerate(zip(labels, stretches, strict=True))
        for m, claim in enumerate(claims)
        if stretch.overlaps(count_stretch(claim))
    ]


def _rank(label: LabelledClaim, stretch: Stretch, claim: Claim) -> _Rank:
    where = count_stretch(claim)
    distance = abs(where.start - stretch.start) + abs(where.end - stretch.end)
    return claim.harm == label.harm, claim.count == label.count, not label.is_optional, -distance


def _may_be_read(claim: Claim, labelled: Sequence[Stretch]) -> bool:
    """Return whether nobody would call this unlabelled claim wrong: no number in it, or a part within a kin list."""
    has_number = any(bound is not None for bound in (claim.count.stated, claim.count.low, claim.count.high))
    where = count_stretch(claim)
    is_kin = claim.part_of is not None and any(where.overlaps(stretch) for stretch in labelled)
    return not has_number or is_kin
