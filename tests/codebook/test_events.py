"""Dated events: the words after "since", and what date they mean by whose word."""

import re

import pytest

from untold.codebook.events import all_events, event_names, since_names, unnamed_events
from untold.codebook.folding import name_key


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("Operation Inherent Resolve", "2014-09"),
        ("the start of Operation Inherent Resolve", "2014-09"),
        ("the start of the Syrian conflict", "2011-03"),
        ("the beginning of Syria's uprising", "2011-03"),
        ("the outbreak of the civil war in Syria", "2011-03"),
        ("the 2003 US-led invasion", "2003-03-20"),
        ("the October 7 attacks", "2023-10-07"),
        ("Oct. 7", "2023-10-07"),
        ("the start of the war in Gaza", "2023-10-07"),
        ("the Saudi-led intervention", "2015-03-26"),
        ("the Russian intervention in Syria", "2015-09-30"),
        ("the start of Russia's full-scale invasion of Ukraine", "2022-02-24"),
        ("the Sudan war", "2023-04-15"),
        ("the war in Afghanistan", "2001-10-07"),
        ("the start of the Mosul offensive", "2016-10-17"),
        ("the start of the battle for Raqqa", "2017-06-06"),
        ("the launch of the Saudi\u2011led campaign", "2015-03-26"),
        ("الثورة السورية", "2011-03"),
    ],
)
def test_a_named_event_gives_its_start(words: str, start: str) -> None:
    assert since_names()[name_key(words)].start == start


@pytest.mark.parametrize("words", ["the start of the intervention", "the conflict", "the beginning of the war"])
def test_an_event_without_a_name_is_known_to_be_one_and_has_no_date(words: str) -> None:
    key = name_key(words)

    assert key in unnamed_events()
    assert key not in since_names()


@pytest.mark.parametrize("words", ["war in Yemen", "Russian airstrikes", "October 7", "battle of Mosul"])
def test_a_phrase_whose_parts_mean_something_counts_only_after_since_or_an_opening(words: str) -> None:
    assert name_key(words) in since_names()
    assert name_key(words) not in event_names()
    assert name_key(f"start of {words}") in event_names()


@pytest.mark.parametrize("words", ["Operation Inherent Resolve", "Syrian conflict", "2003 US-led invasion"])
def test_a_phrase_that_means_nothing_else_counts_anywhere(words: str) -> None:
    assert name_key(words) in event_names()


def test_the_seed_article_s_operation_names_the_article_as_the_source_of_its_month() -> None:
    operation = all_events()["operation-inherent-resolve"]

    assert operation.actor == "us-led-coalition"
    assert "press article" in operation.source
    assert "CENTCOM" in operation.source


def test_every_start_is_an_iso_prefix_with_a_source() -> None:
    for event in all_events().values():
        assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", event.start), event.id
        assert event.source, event.id
