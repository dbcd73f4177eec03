"""Asking the reader: a text goes in, and its claims are told by the words of their numbers.

A test is about one field of one claim, so it points at the claim by the words
that count its people and leaves the other fields alone.
"""

from collections import Counter

from untold.claims.claim import Claim
from untold.claims.reading import read_claims
from untold.codebook.counts import Count
from untold.reports.plain_text import report_from_text
from untold.reports.report import Passage

DAY = "2016-03-23"  # a Wednesday


def claims_of(text: str, published: str | None = DAY) -> tuple[Claim, ...]:
    """Return the claims of a text that was published on a day, or on no day that is known."""
    return read_claims(report_from_text(text, published=published))


def told(text: str) -> list[tuple[str, Count]]:
    """Return each claim of a text as its harm and its count, in the order of the text."""
    return [(claim.harm, claim.count) for claim in claims_of(text)]


def tally_of(text: str) -> Counter[tuple[str, Count]]:
    """Return how often each harm and count is claimed."""
    return Counter(told(text))


def claim_at(text: str, words: str, harm: str | None = None, *, published: str | None = DAY) -> Claim:
    """Return the one claim whose number's words hold `words`; the narrowest, where one lies in another.

    Raises `AssertionError` with what was read where there is no such claim.
    """
    claims = claims_of(text, published)
    found = [claim for claim in claims if words in number_of(claim).text and harm in {None, claim.harm}]
    narrowest = min((len(number_of(claim).text) for claim in found), default=0)
    nearest = [claim for claim in found if len(number_of(claim).text) == narrowest]
    read = [(claim.harm, str(claim.count), number_of(claim).text) for claim in claims]
    assert len(nearest) == 1, f"{len(nearest)} claims of {words!r} among {read}"
    return nearest[0]


def number_of(claim: Claim) -> Passage:
    """Return the words that give the number, or the quote where the claim has none."""
    return first_passage(claim, "count") or claim.quote


def first_passage(claim: Claim, field: str) -> Passage | None:
    """Return the first passage of a field's evidence."""
    passage = claim.evidence.get(field)
    return passage[0] if isinstance(passage, tuple) else passage


def words_of(claim: Claim, field: str) -> str:
    """Return all words of a field's evidence, or nothing."""
    passage = claim.evidence.get(field, ())
    return " | ".join(one.text for one in (passage if isinstance(passage, tuple) else (passage,)))


def passages_of(claim: Claim) -> list[Passage]:
    """Return every passage that a claim points to, its quote among them."""
    found = [claim.quote]
    for passage in claim.evidence.values():
        found.extend(passage if isinstance(passage, tuple) else (passage,))
    return found
