"""A claim with nothing in it but who is counted: what a test does not speak of is not stated."""

from dataclasses import replace
from typing import Any

from untold.claims.claim import Claim, Period
from untold.codebook.counts import Count
from untold.reports.report import Passage

NOWHERE = Passage("r", 0, 0, "")


def made_claim(claim_id: str, count: Count, **fields: Any) -> Claim:
    """Return a claim that so many people were killed in one incident; every other field as given."""
    bare = Claim(
        id=claim_id,
        report="r",
        kind="casualty",
        harm="killed",
        count=count,
        status=None,
        demographic=None,
        affiliation=None,
        part_of=None,
        restates=None,
        claimant=None,
        medium=None,
        attributed_to=(),
        means=None,
        places=(),
        period=Period(),
        scope="incident",
        modality="asserted",
        evidence={},
        quote=NOWHERE,
        reader="test",
        rule="test",
        confidence=1.0,
    )
    return replace(bare, **fields)
