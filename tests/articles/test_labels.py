"""The labels themselves: each stands on its text, within the codebook's words."""

from dataclasses import fields as dataclass_fields
from typing import get_args

import pytest

from tests.articles.labels import Article, LabelledClaim, articles
from untold.claims import claim as contract

ARTICLES = articles()
LEAST_ARTICLES = 48
MOST_WORDS = 250
VOCABULARIES = {
    "kind": contract.Kind,
    "status": contract.Status,
    "demographic": contract.Demographic,
    "scope": contract.Scope,
    "modality": contract.Modality,
}
FIELDS = {*VOCABULARIES, "affiliation", "claimant", "attributed_to", "means", "places", "period", "part_of", "restates"}
PERIOD_PARTS = {part.name for part in dataclass_fields(contract.Period)}

each_article = pytest.mark.parametrize("article", ARTICLES, ids=[article.name for article in ARTICLES])


def test_there_are_enough_articles_to_tune_on() -> None:
    assert len(ARTICLES) >= LEAST_ARTICLES


@each_article
def test_an_article_says_where_its_figures_are_from_or_that_they_are_invented(article: Article) -> None:
    assert article.about
    assert bool(article.figures_from) != article.is_invented


@each_article
def test_an_article_is_short(article: Article) -> None:
    assert len(article.text.split()) <= MOST_WORDS


@each_article
def test_every_labelled_phrase_stands_in_the_text(article: Article) -> None:
    for phrase in (*(label.phrase for label in article.claims), *article.not_claims):
        where = phrase.stretch_in(article.text)

        assert article.text[where.start : where.end] == phrase.quote


@each_article
def test_no_required_number_is_also_said_to_be_no_claim(article: Article) -> None:
    barred = [phrase.stretch_in(article.text) for phrase in article.not_claims]
    required = [label.phrase.stretch_in(article.text) for label in article.claims if not label.is_optional]

    assert not [(one, other) for one in barred for other in required if one.overlaps(other)]


@each_article
def test_labels_use_the_words_of_the_codebook(article: Article) -> None:
    wrong = [problem for label in article.claims for problem in _problems(label, len(article.claims))]

    assert not wrong


def _problems(label: LabelledClaim, claims: int) -> list[str]:
    fields = label.fields
    spoken = {name: set(get_args(words)) | {None} for name, words in VOCABULARIES.items()}
    indexes = {None, *range(claims)}
    wrong = [name for name in fields if name not in FIELDS]
    wrong += [name for name, words in spoken.items() if fields.get(name) not in words]
    wrong += [name for name in ("part_of", "restates") if fields.get(name) not in indexes]
    wrong += [part for part in fields.get("period", {}) if part not in PERIOD_PARTS]
    wrong += [label.harm] if label.harm not in get_args(contract.Harm) else []
    return [f"{label.phrase.quote}: {problem}" for problem in wrong]
