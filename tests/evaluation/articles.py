"""Our own articles: every expected field of every expected claim, and no claim from what is none.

They are few and ours, so they show that a wording is read, not how often it
occurs; the corpora show that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.evaluation.agreement import is_named
from tests.evaluation.corpora import REPOSITORY
from tests.evaluation.measurement import Measurement, Outcome, share_right
from tests.evaluation.reading import Stretch, count_stretch, shown
from untold.claims.claim import Claim, Party
from untold.claims.reading import read_claims
from untold.codebook.folding import name_key
from untold.reports.plain_text import report_from_text

FOLDER = REPOSITORY / "tests" / "articles"
CORPUS = "tests/articles"
_PLAIN = ("kind", "status", "demographic", "means", "scope", "modality")
Expected = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Article:
    """One article with what is expected of it and what was read."""

    name: str
    text: str
    expected: tuple[Expected, ...]
    not_claims: tuple[str, ...]
    claims: tuple[Claim, ...]

    def stretch(self, expected: Expected) -> Stretch:
        """Return where an expected claim's words stand."""
        return nth_stretch(self.text, str(expected["quote"]), int(expected.get("occurrence", 1)))

    def read_for(self, expected: Expected) -> Claim | None:
        """Return the claim of that harm that was read where an expected one stands, the right count first."""
        here = [
            c for c in self.claims if c.harm == expected["harm"] and self.stretch(expected).overlaps(count_stretch(c))
        ]
        return min(here, key=lambda claim: not same_count(expected, claim), default=None)


def nth_stretch(text: str, quote: str, occurrence: int) -> Stretch:
    """Return where a quote stands for the n-th time.

    >>> nth_stretch("17 here, 17 there", "17", 2)
    Stretch(start=9, end=11)
    """
    start = -1
    for _ in range(occurrence):
        start = text.index(quote, start + 1)
    return Stretch(start, start + len(quote))


@cache
def articles() -> tuple[Article, ...]:
    """Return our articles, each read once per run."""
    return tuple(_article(path) for path in sorted(FOLDER.glob("*.yaml")))


def _article(path: Path) -> Article:
    wanted = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    report = report_from_text(text, published=wanted.get("published"), language="en")
    quotes = tuple(str(quote) for quote in wanted.get("not_claims") or ())
    return Article(path.stem, report.text, tuple(wanted["claims"]), quotes, read_claims(report))


def same_count(expected: Expected, claim: Claim) -> bool:
    """Return whether the number as written, both bounds and the qualifier are as expected."""
    count = claim.count
    read = {"stated": count.stated, "low": count.low, "high": count.high, "qualifier": count.qualifier}
    return dict(expected["count"]) == read


def field_outcomes(article: Article, expected: Expected) -> Iterator[Outcome]:
    """Yield one outcome per field that an expected claim states."""
    claim = article.read_for(expected)
    unit = f"{article.name}: {expected['quote']}"
    if claim is None:
        return
    for field in _PLAIN:
        if field in expected:
            read = getattr(claim, field)
            yield Outcome(f"{unit}: {field}", read == expected[field], str(expected[field]), str(read))
    yield from _named_outcomes(unit, expected, claim)
    yield from _linked_outcomes(unit, article, expected, claim)


def _named_outcomes(unit: str, expected: Expected, claim: Claim) -> Iterator[Outcome]:
    if "claimant" in expected:
        wanted = expected["claimant"]
        right = claim.claimant is None if wanted is None else _is_party(claim.claimant, wanted)
        yield Outcome(f"{unit}: claimant", right, str(wanted), str(claim.claimant))
    if "places" in expected:
        wanted_places, read = expected["places"], [place.name for place in claim.places]
        right = {name_key(name) for name in wanted_places} == {name_key(name) for name in read}
        yield Outcome(f"{unit}: places", right, str(wanted_places), str(read))
    if "period" in expected:
        window = {key: getattr(claim.period, key) for key in expected["period"]}
        yield Outcome(f"{unit}: period", window == dict(expected["period"]), str(expected["period"]), str(window))


def _is_party(party: Party | None, name: str) -> bool:
    return party is not None and is_named(party, name)


def _linked_outcomes(unit: str, article: Article, expected: Expected, claim: Claim) -> Iterator[Outcome]:
    for field in ("part_of", "restates"):
        if field in expected:
            number = expected[field]
            other = None if number is None else article.read_for(article.expected[number])
            wanted = None if other is None else other.id
            read = getattr(claim, field)
            yield Outcome(f"{unit}: {field}", read == wanted, str(number), str(read))


def count_outcomes(article: Article) -> Iterator[Outcome]:
    """Yield one outcome per claim that a reader must find: harm and count as expected, or not."""
    for expected in article.expected:
        if not expected.get("optional"):
            claim = article.read_for(expected)
            here = [c for c in article.claims if article.stretch(expected).overlaps(count_stretch(c))]
            right = claim is not None and same_count(expected, claim)
            gold = f"{expected['harm']} {dict(expected['count'])}"
            yield Outcome(f"{article.name}: {expected['quote']}", right, gold, shown(here))


def spurious_outcomes(article: Article) -> Iterator[Outcome]:
    """Yield one outcome per claim that was read: whether a claim of its harm is expected there."""
    for claim in article.claims:
        stretch = count_stretch(claim)
        right = any(e["harm"] == claim.harm and article.stretch(e).overlaps(stretch) for e in article.expected)
        yield Outcome(
            f"{article.name}:{stretch.start}", right, "no claim here", f"{shown([claim])}: {claim.quote.text}"
        )


def measure() -> list[Measurement]:
    """Return the measures over our own articles."""
    return _measures(articles())


def _measures(read: Sequence[Article]) -> list[Measurement]:
    counts = [outcome for article in read for outcome in count_outcomes(article)]
    spurious = [outcome for article in read for outcome in spurious_outcomes(article)]
    required = [(article, e) for article in read for e in article.expected if not e.get("optional")]
    fields = [outcome for article, expected in required for outcome in field_outcomes(article, expected)]
    return [
        share_right("articles.harm_count", CORPUS, counts),
        share_right("articles.precision", CORPUS, spurious),
        share_right("articles.fields", CORPUS, fields),
    ]
