"""Whether a confidence of 0.9 is right nine times in ten.

A confidence that means nothing is worse than none, since people sort by it.
Right is harm and count as a person labelled or judged them.
"""

import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.evaluation import fa_kes, muc4
from tests.evaluation.agreement import same_count
from tests.evaluation.corpora import FA_KES, MUC4
from tests.evaluation.judgements import judgements, key_of
from tests.evaluation.measurement import Measurement
from tests.evaluation.reading import count_stretch

CORPUS = f"{FA_KES}, {MUC4}"
_BINS = 10


@dataclass(frozen=True, slots=True)
class Trust:
    """A claim's confidence, and whether the claim was right."""

    confidence: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims of one tenth of the confidences: how many, how sure on average, how often right."""

    n: int
    confidence: float
    right: float


def bins(trusts: Iterable[Trust]) -> list[Bin]:
    """Return the reliability table, without its empty tenths.

    >>> bins([Trust(0.95, True), Trust(0.95, False)])
    [Bin(n=2, confidence=0.95, right=0.5)]
    """
    tenths: dict[int, list[Trust]] = {}
    for trust in trusts:
        tenths.setdefault(min(int(trust.confidence * _BINS), _BINS - 1), []).append(trust)
    return [_bin(tenths[tenth]) for tenth in sorted(tenths)]


def _bin(trusts: Sequence[Trust]) -> Bin:
    n = len(trusts)
    return Bin(n, sum(t.confidence for t in trusts) / n, sum(t.is_right for t in trusts) / n)


def expected_calibration_error(trusts: Sequence[Trust]) -> float:
    """Return the mean distance of confidence from being right, over tenths, weighted by claims."""
    return sum(b.n * abs(b.confidence - b.right) for b in bins(trusts)) / max(len(trusts), 1)


def brier(trusts: Sequence[Trust]) -> float:
    """Return the mean squared distance of each confidence from what came out, 0 or 1.

    >>> brier([Trust(1.0, True), Trust(0.5, False)])
    0.125
    """
    return math.fsum((t.confidence - t.is_right) ** 2 for t in trusts) / max(len(trusts), 1)


def fa_kes_trusts() -> Iterator[Trust]:
    """Yield the claims of labelled articles: right where a label of that harm and count stands there."""
    for article in fa_kes.articles():
        for claim in article.claims:
            here = [p.label for p in article.pairs if p.label.stretch.overlaps(count_stretch(claim))]
            right = any(label.harm == claim.harm and same_count(label, claim) for label in here)
            yield Trust(claim.confidence, right)


def muc4_trusts() -> Iterator[Trust]:
    """Yield the judged claims that the reader still makes."""
    verdicts = {judgement.key: judgement.right for judgement in judgements()}
    for document, claims in muc4.readings() if verdicts else ():
        for claim in claims:
            key = key_of(document.unit, claim)
            if key in verdicts:
                yield Trust(claim.confidence, verdicts[key])


def measure() -> list[Measurement]:
    """Return both errors, lower being better, and print the reliability table."""
    trusts = [*fa_kes_trusts(), *muc4_trusts()]
    lines = [f"{b.n:>6} claims  confidence {b.confidence:.3f}  right {b.right:.3f}" for b in bins(trusts)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    ece, squared = expected_calibration_error(trusts), brier(trusts)
    return [
        Measurement("calibration.ece", ece, len(trusts), CORPUS, lower_is_better=True),
        Measurement("calibration.brier", squared, len(trusts), CORPUS, lower_is_better=True),
    ]
