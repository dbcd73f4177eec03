"""What holds for every reading, whatever the text."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.reading.asking import DAY, claims_of, first_passage, passages_of, tally_of, words_of
from untold.claims.claim import Claim
from untold.claims.reading import read_claims
from untold.codebook.folding import fold
from untold.reports.plain_text import report_from_text

SENTENCES = (
    "SOHR said regime airstrikes killed at least 12 civilians, including 3 children, in Idlib on Tuesday.",
    "A mother and her three children were killed by a mine near Kobani.",
    "Nearly 40 soldiers died and more than 60 were wounded when a car bomb went off.",
    "The White House has admitted killing 21 civilians since the start of the intervention.",
    "“We lost 14 people,” said Samir Haddad, a teacher.",
    "The group’s tally of Daesh militants killed so far is 4,108.",
    "Between 12 and 15 people were\u00a0abducted in Mosul.",
    "Ten of them were women.",
    "The monitor denied that it had retracted a toll of 30 dead.",
    "Among the dead were two paramedics and a journalist.",
    "No casualties were reported.",
    "Dozens are feared missing under the rubble in Gaza.",
    "It also counted 136 Nusra fighters.",
    "CAR BOMB KILLS 9 POLICEMEN, WOUNDS 20 IN BAGHDAD.",
    "Residents buried the dead at dusk.",
    "Did the strike kill 30 people?",
)
FRAGMENTS = (
    "killed", "12", "civilians", "and", ",", "including", "of whom", "at least", "between", "wounded", "the", "dead",
    "“", "”", "said", "SOHR", "-", "\u2013", "\n", "\n\n", ".", "in Homs", "since", "2014", "by", "US", "no", "a",
    "his", "children", "were", "not", "(", ")", ":", "death toll", "rose to", "to", "\u00a0", "١٢", "\u200f", "million",
    "1,04",
)  # fmt: skip

sentences = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8)
stories = st.tuples(sentences, st.sampled_from([" ", "\n", "\n\n"])).map(lambda parts: parts[1].join(parts[0]))
jumbles = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map(" ".join)
texts = st.one_of(stories, jumbles)
days = st.one_of(st.none(), st.just(DAY), st.just("2016-03"), st.just("2016"))


@given(texts, days)
@settings(derandomize=True, max_examples=150)
def test_every_passage_is_the_text_between_its_offsets(text: str, published: str | None) -> None:
    report = report_from_text(text, published=published)

    for claim in read_claims(report):
        for passage in passages_of(claim):
            assert passage.report == report.id
            assert passage.start < passage.end
            assert passage.text == report.text[passage.start : passage.end]


FIELDS = ("claimant", "status", "demographic", "affiliation", "means", "part_of", "places", "attributed_to", "harm")


@pytest.mark.parametrize("field", FIELDS)
@given(text=texts)
@settings(derandomize=True, max_examples=100)
def test_every_field_that_was_read_has_its_words(field: str, text: str) -> None:
    for claim in claims_of(text):
        assert bool(getattr(claim, field)) == (first_passage(claim, field) is not None), (getattr(claim, field), text)


@given(texts, days)
@settings(derandomize=True, max_examples=100)
def test_a_period_has_its_words_as_evidence_or_is_not_stated(text: str, published: str | None) -> None:
    for claim in claims_of(text, published):
        assert (claim.period.words is None) == (first_passage(claim, "period") is None), text
        assert claim.period.words is None or claim.period.words in words_of(claim, "period"), text


@given(texts)
@settings(derandomize=True, max_examples=100)
def test_ids_are_unique(text: str) -> None:
    ids = [claim.id for claim in claims_of(text)]

    assert len(ids) == len(set(ids))


@given(texts)
@settings(derandomize=True, max_examples=150)
def test_parts_and_restatements_point_into_the_report_and_never_in_a_circle(text: str) -> None:
    claims = {claim.id: claim for claim in claims_of(text)}

    for claim in claims.values():
        assert _reaches_an_end(claim, claims, lambda one: one.part_of)
        assert _reaches_an_end(claim, claims, lambda one: one.restates)


def _reaches_an_end(claim: Claim, claims: dict[str, Claim], follow: Callable[[Claim], str | None]) -> bool:
    seen = {claim.id}
    while (onward := follow(claim)) is not None:
        if onward in seen:
            return False
        seen.add(onward)
        claim = claims[onward]
    return True


@given(texts)
@settings(derandomize=True, max_examples=100)
def test_a_floor_never_stands_above_a_ceiling(text: str) -> None:
    for claim in claims_of(text):
        if claim.count.low is not None and claim.count.high is not None:
            assert claim.count.low <= claim.count.high


@given(texts)
@settings(derandomize=True, max_examples=100)
def test_kind_and_modality_agree(text: str) -> None:
    for claim in claims_of(text):
        assert (claim.kind == "concession") == (claim.modality == "conceded")
        assert (claim.kind == "denial") == (claim.modality == "denied")


@given(texts, days)
@settings(derandomize=True, max_examples=100)
def test_a_text_is_read_the_same_each_time(text: str, published: str | None) -> None:
    assert claims_of(text, published) == claims_of(text, published)


@given(stories)
@settings(derandomize=True, max_examples=100)
def test_a_folded_text_holds_the_same_harms_and_counts(text: str) -> None:
    assert tally_of(fold(text)) == tally_of(text)


@given(stories)
@settings(derandomize=True, max_examples=100)
def test_a_paragraph_without_numbers_before_a_story_changes_no_harm_and_no_count(story: str) -> None:
    opening = "Markets were open and buses ran on time, and the river stood low under the bridge for the season."

    assert tally_of(f"{opening}\n\n{story}") == tally_of(story)


@given(stories)
@settings(derandomize=True, max_examples=100)
def test_a_paragraph_without_numbers_after_a_story_changes_no_harm_and_no_count(story: str) -> None:
    closing = "Markets were open and buses ran on time, and the river stood low under the bridge for the season."

    assert tally_of(f"{story}\n\n{closing}") == tally_of(story)


@given(st.text(max_size=200), days)
@settings(derandomize=True, max_examples=150)
def test_no_text_makes_the_reader_fail(text: str, published: str | None) -> None:
    report = report_from_text(text, published=published)

    for claim in read_claims(report):
        assert claim.quote.text in report.text


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=60), st.sampled_from(SENTENCES))
@settings(derandomize=True, max_examples=100)
def test_strange_characters_before_a_sentence_move_its_offsets_rightly(noise: str, sentence: str) -> None:
    report = report_from_text(f"{noise}\n\n{sentence}")

    for claim in read_claims(report):
        for passage in passages_of(claim):
            assert passage.text == report.text[passage.start : passage.end]


def test_an_empty_text_claims_nothing() -> None:
    assert claims_of("") == ()


def test_a_text_without_harm_claims_nothing() -> None:
    assert claims_of("About 400 people came to the market, and 12 stalls sold bread.") == ()
