"""Sentences: cut where they end, furniture left out."""

from tests.claims.reading.asking import claim_at, claims_of, told
from untold.codebook.counts import Count

STORY = (
    "Airstrikes on the town of Ariha killed 14 civilians on Monday, residents said.\n\n"
    "The planes came back twice in the afternoon and hit the road to the hospital, they said.\n"
)


def test_the_quote_is_the_sentence_that_says_it() -> None:
    text = "The market was busy. At least 12 civilians were killed there. The rest fled."

    assert claim_at(text, "12").quote.text == "At least 12 civilians were killed there."


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "U.S. Army Col. John Smith said 12 civilians were killed near Mt. Abdulaziz on Jan. 3."

    assert claim_at(text, "12").quote.text == text


def test_a_decimal_point_ends_no_sentence() -> None:
    text = "Of 1.2 million people who fled, 40 were killed on the road."

    assert claim_at(text, "40").quote.text == text


def test_a_title_is_a_sentence_of_its_own() -> None:
    text = "Strikes kill 14 civilians in Ariha\n\n" + STORY

    first, second = claims_of(text)

    assert first.quote.text == "Strikes kill 14 civilians in Ariha"
    assert second.quote.text.startswith("Airstrikes on the town")


def test_items_of_a_list_do_not_run_into_each_other() -> None:
    text = "The toll by place:\n- Homs: 12 civilians killed\n- Idlib: 7 civilians killed\n- Hama: 3 soldiers killed\n"

    assert told(text) == [("killed", Count.exactly(number)) for number in (12, 7, 3)]


def test_menus_and_related_headlines_are_never_claims() -> None:
    text = (
        "16:42 GMT 19 October 2020\nListen Live\n    Middle East\n    Get short URL\n\n"
        + STORY
        + "\n\n    Raids Have Killed Over 1,000 Villagers - Monitor\n"
        + "    Toll of Raids Nears 900\n"
        + "    Middle East, airstrikes, civilian casualties, Syria, Iraq\n    Community standardsDiscussion"
    )

    assert told(text) == [("killed", Count.exactly(14))]
