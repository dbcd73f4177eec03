"""What a number spans: one event, a window of time, or the run of a war until now."""

import pytest

from tests.claims.reading.asking import claim_at


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("An airstrike killed 120 civilians in Homs on Tuesday.", "incident"),
        ("120 people were killed when a car bomb went off in Homs.", "incident"),
        ("120 people were killed in the massacre at Homs.", "incident"),
        ("120 civilians have been killed in Homs over the past 18 months.", "period"),
        ("120 civilians were killed in Homs in 2015.", "period"),
        ("120 civilians were killed in Homs last month.", "period"),
        ("120 civilians were killed in Homs in the past 24 hours.", "period"),
        ("120 civilians were killed in Homs between January and March 2015.", "period"),
        ("120 civilians have been killed in Homs since the start of the intervention.", "cumulative"),
        ("120 civilians have been killed in Homs since the war began.", "cumulative"),
        ("120 civilians have been killed in Homs since the beginning of the uprising.", "cumulative"),
        ("120 civilians have been killed since Operation Inherent Resolve began in September 2014.", "cumulative"),
        ("The five-year war in Syria has killed more than 270,000 people.", "cumulative"),
        ("The White House has so far admitted to have killed 21 civilians.", "cumulative"),
    ],
)
def test_the_words_say_the_scope(sentence: str, scope: str) -> None:
    number = next(words for words in ("270,000", "120", "21") if words in sentence)

    assert claim_at(sentence, number).scope == scope


def test_a_running_total_stays_one_beside_the_strike_of_the_day() -> None:
    text = (
        "An airstrike killed 12 civilians in Homs on Tuesday. "
        "More than 270,000 people have been killed since the war began in 2011."
    )

    assert [claim_at(text, words).scope for words in ("12", "270,000")] == ["incident", "cumulative"]


def test_a_month_of_armed_conflict_is_a_period() -> None:
    text = "UNAMI said 1,119 Iraqis were killed in acts of terrorism, violence and armed conflict in March 2016."

    assert claim_at(text, "1,119").scope == "period"


def test_a_week_s_toll_is_not_the_day_s_incident() -> None:
    text = "Seven people were killed in Homs on Friday, bringing the week's toll to 31."

    assert [claim_at(text, words).scope for words in ("Seven", "31")] == ["incident", "period"]


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("120 civilians have been killed in Syria since January.", "period"),
        ("120 civilians have been killed in Syria since March 2011.", "cumulative"),
        ("120 civilians were killed in strikes across Idlib province on Tuesday.", "period"),
        ("120 civilians were killed on Tuesday in separate attacks near Homs.", "period"),
        ("120 civilians were killed on Tuesday in an attack near Homs.", "incident"),
        ("The bombing campaign has killed 120 civilians in Homs.", "cumulative"),
        ("An airstrike killed 120 civilians in Homs two years ago.", "incident"),
        ("By the end of 2015 the war had killed 120 civilians in Homs.", "cumulative"),
    ],
)
def test_a_window_is_a_running_total_only_from_the_start_of_a_war(sentence: str, scope: str) -> None:
    assert claim_at(sentence, "120").scope == scope


def test_a_sum_without_a_date_keeps_the_window_of_the_sentence_before() -> None:
    text = "Casualties rose by half in the first half of 2015, the monitor said. There were 5,183 casualties."

    claim = claim_at(text, "5,183")

    assert (claim.scope, claim.period.start, claim.period.end) == ("period", "2015-01", "2015-06")


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("120 civilians were killed in attacks in Aleppo Hama Damascus and Homs.", "period"),
        ("Last month a bomber blew himself up near a hall killing 120 people.", "incident"),
        ("The civil war which began with protests in 2011 has killed 120 people.", "cumulative"),
    ],
)
def test_how_many_deeds_a_number_sums(sentence: str, scope: str) -> None:
    assert claim_at(sentence, "120").scope == scope
