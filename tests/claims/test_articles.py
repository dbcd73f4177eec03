"""The reader on articles of our own: every label right in every field it is sure of."""

from collections.abc import Iterator

import pytest

from tests.articles.comparing import verdicts
from tests.articles.known_misses import known, misses, name_of
from tests.articles.labels import Article, articles
from tests.articles.score import read
from untold.claims.claim import Claim
from untold.reports.report import Passage

ARTICLES = articles()
KNOWN = known()

each_article = pytest.mark.parametrize("article", ARTICLES, ids=[article.name for article in ARTICLES])


@each_article
def test_an_article_is_read_as_a_careful_person_reads_it_but_for_the_known_misses(article: Article) -> None:
    report, claims = read(article)

    wrong = [verdict for verdict in verdicts(article, report.text, claims) if not verdict.is_right]
    new = [str(verdict) for verdict in wrong if name_of(verdict) not in KNOWN]

    assert not new, "\n" + "\n".join(new)


@each_article
def test_a_known_miss_is_still_missed(article: Article) -> None:
    report, claims = read(article)

    listed = {name for name in KNOWN if name.startswith(f"{article.name}:")}
    read_by_now = listed - misses(verdicts(article, report.text, claims))

    assert not read_by_now, "run python -m tests.articles.known_misses, which takes these off the list"


@each_article
def test_every_passage_of_a_claim_is_the_text_between_its_offsets(article: Article) -> None:
    report, claims = read(article)

    passages = [passage for claim in claims for passage in _passages(claim)]

    assert all(passage.report == report.id for passage in passages)
    assert [passage.text for passage in passages] == [report.text[p.start : p.end] for p in passages]


@each_article
def test_every_claim_shows_where_its_number_stands(article: Article) -> None:
    _, claims = read(article)

    assert not [claim.id for claim in claims if claim.count.stated is not None and "count" not in claim.evidence]


@each_article
def test_no_claim_stands_in_furniture(article: Article) -> None:
    report, claims = read(article)
    furniture = [zone for zone in report.zones if zone.kind == "furniture"]

    assert not [c.id for c in claims for z in furniture if c.quote.start < z.end and z.start < c.quote.end]


@each_article
def test_claims_have_their_own_ids_and_point_to_claims_of_the_same_report(article: Article) -> None:
    report, claims = read(article)
    ids = {claim.id for claim in claims}

    assert len(ids) == len(claims)
    assert all(claim.report == report.id for claim in claims)
    assert {other for claim in claims for other in (claim.part_of, claim.restates) if other is not None} <= ids


def _passages(claim: Claim) -> Iterator[Passage]:
    yield claim.quote
    for passages in claim.evidence.values():
        yield from (passages,) if isinstance(passages, Passage) else passages
