"""FA-KES: every field of the claims in labelled articles on the Syrian war.

Fifteen outlets write differently, and some are not to be believed; the reader
must say who says what in all of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tests.evaluation.agreement import FIELDS, same_count
from tests.evaluation.corpora import FA_KES, AbsentTexts, Document, fa_kes_documents
from tests.evaluation.labels import FOLDER, PATTERN, Label, labelled
from tests.evaluation.measurement import Measurement, Outcome, share_right
from tests.evaluation.reading import count_stretch, shown
from untold.claims.claim import Claim
from untold.claims.reading import read_claims
from untold.reports.plain_text import report_from_text


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and the claim that was read where it stands, null where none was."""

    label: Label
    claim: Claim | None
    near: tuple[Claim, ...] = ()  # every claim that was read there, of whatever harm

    @property
    def is_right(self) -> bool:
        """Return whether harm and count are the label's."""
        claim = self.claim
        return claim is not None and claim.harm == self.label.harm and same_count(self.label, claim)


@dataclass(frozen=True, slots=True)
class Article:
    """One labelled article: its labels paired with its claims, and every claim read in it."""

    unit: str
    pairs: tuple[Pair, ...]
    claims: tuple[Claim, ...]


def pair(labels: Sequence[Label], claims: Sequence[Claim]) -> tuple[Pair, ...]:
    """Return each label with its own claim, best agreement first; no claim serves two labels."""
    offers = sorted(
        (-_agreement(label, claim), n, m)
        for n, label in enumerate(labels)
        for m, claim in enumerate(claims)
        if label.stretch.overlaps(count_stretch(claim))
    )
    taken: dict[int, int] = {}
    for _, n, m in offers:
        if n not in taken and m not in taken.values():
            taken[n] = m
    near = [tuple(c for c in claims if label.stretch.overlaps(count_stretch(c))) for label in labels]
    return tuple(Pair(label, claims[taken[n]] if n in taken else None, near[n]) for n, label in enumerate(labels))


def _agreement(label: Label, claim: Claim) -> int:
    same_harm = label.harm == claim.harm
    return 4 * same_harm + 2 * (same_harm and same_count(label, claim)) + (not label.is_optional)


@cache
def articles(pattern: str = PATTERN) -> tuple[Article, ...]:
    """Return the labelled articles of the label files that a pattern names, read once per run."""
    gold = labelled(FOLDER, pattern)
    if not gold.units:
        raise AbsentTexts(FOLDER / pattern)
    return tuple(_article(d.unit, gold.of(d.unit), read_claims(d.report)) for d in _labelled_documents(gold.units))


def _labelled_documents(units: frozenset[str]) -> Iterator[Document]:
    """Yield each labelled document once; the file holds six of its articles twice."""
    seen: set[str] = set()
    for document in fa_kes_documents():
        if document.unit in units and document.unit not in seen:
            seen.add(document.unit)
            yield document


@cache
def misdated() -> frozenset[str]:
    """Return the articles that print another date of publication than the row gives.

    Their days were labelled by the row, so no reading of the text agrees; they
    are left out of the measure of the period, and of that alone.
    """
    return frozenset(document.unit for document in fa_kes_documents() if _contradicts(document))


def _contradicts(document: Document) -> bool:
    printed = report_from_text(document.report.text).published
    return printed is not None and len(printed) == len("2016-07-10") and printed != document.report.published


def _article(unit: str, labels: Sequence[Label], claims: tuple[Claim, ...]) -> Article:
    return Article(unit, pair(labels, claims), claims)


def required(read: Iterable[Article]) -> list[Pair]:
    """Return the pairs of labels that a reader must find."""
    return [found for article in read for found in article.pairs if not found.label.is_optional]


def field_outcomes(pairs: Iterable[Pair], field: str) -> Iterator[Outcome]:
    """Yield one outcome per label that has its claim, for one field."""
    agrees, wanted, given = FIELDS[field]
    left_out = misdated() if field == "period" else frozenset()
    for found in pairs:
        if found.claim is not None and found.label.unit not in left_out:
            unit = f"{found.label.unit}:{found.label.stretch.start}"
            yield Outcome(unit, agrees(found.label, found.claim), wanted(found.label), given(found.claim))


def count_outcomes(pairs: Iterable[Pair]) -> Iterator[Outcome]:
    """Yield one outcome per label: harm and count as labelled, or not."""
    for found in pairs:
        label = found.label
        yield Outcome(f"{label.unit}:{label.stretch.start}", found.is_right, label.shown, shown(found.near))


def precision_outcomes(read: Iterable[Article]) -> Iterator[Outcome]:
    """Yield one outcome per claim: whether a label of its harm, optional ones too, stands where it stands."""
    for article in read:
        for claim in article.claims:
            stretch = count_stretch(claim)
            here = [p.label for p in article.pairs if p.label.stretch.overlaps(stretch)]
            right = any(label.harm == claim.harm for label in here)
            gold = "; ".join(label.shown for label in here) or "no claim here"
            yield Outcome(f"{article.unit}:{stretch.start}", right, gold, f"{shown([claim])}: {claim.quote.text!r}")


def measure(pattern: str = PATTERN, corpus: str = "fa_kes") -> list[Measurement]:
    """Return the measures over the labelled articles of the label files that a pattern names."""
    read = articles(pattern)
    pairs = required(read)
    named = [p for p in pairs if p.label.claimant is not None]
    silent = [p for p in pairs if p.label.claimant is None]
    measured = [
        share_right(f"{corpus}.harm_count", FA_KES, count_outcomes(pairs)),
        share_right(f"{corpus}.precision", FA_KES, precision_outcomes(read)),
        share_right(f"{corpus}.claimant_named", FA_KES, field_outcomes(named, "claimant")),
        share_right(f"{corpus}.claimant_null", FA_KES, field_outcomes(silent, "claimant")),
    ]
    return measured + [share_right(f"{corpus}.{field}", FA_KES, field_outcomes(pairs, field)) for field in FIELDS]
