"""When and where over several sentences: one event lends its day and place, a running total takes none."""

import pytest

from tests.claims.reading.asking import claim_at, words_of

STRIKE = "Warplanes struck the market of Ariha on Monday. "


def test_an_event_lends_its_place_to_the_next_sentence() -> None:
    claim = claim_at(STRIKE + "At least 12 civilians were killed.", "12")

    assert [place.name for place in claim.places] == ["Ariha"]
    assert "Ariha" in words_of(claim, "places")


def test_an_event_lends_its_day_to_the_next_sentence() -> None:
    claim = claim_at(STRIKE + "At least 12 civilians were killed.", "12")

    assert (claim.period.start, claim.period.end, claim.period.basis) == ("2016-03-21", "2016-03-21", "carried")
    assert "Monday" in words_of(claim, "period")


def test_a_running_total_does_not_take_the_place_of_the_strike_beside_it() -> None:
    claim = claim_at(STRIKE + "More than 270,000 people have been killed since the war began.", "270,000")

    assert "Ariha" not in [place.name for place in claim.places]


def test_a_running_total_does_not_take_the_day_of_the_strike_beside_it() -> None:
    claim = claim_at(STRIKE + "More than 270,000 people have been killed since the war began.", "270,000")

    assert claim.period.start != "2016-03-21"


def test_elsewhere_is_another_event() -> None:
    claim = claim_at(STRIKE + "Elsewhere, shelling killed 12 civilians.", "12")

    assert claim.places == ()


def test_a_sentence_with_a_place_of_its_own_keeps_to_it() -> None:
    claim = claim_at(STRIKE + "Shelling killed 12 civilians in Homs.", "12")

    assert [place.name for place in claim.places] == ["Homs"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The battle for Aleppo goes on. At least 120 people were killed there in March.", "Aleppo"),
        ("Shelling hit Aleppo and led to talks in Geneva. At least 120 people were killed.", "Aleppo"),
        ("At least 120 Daesh fighters (Daesh is outlawed in Russia) were killed near Aleppo.", "Aleppo"),
    ],
)
def test_a_place_where_somebody_met_or_is_banned_is_nobody_s_place_of_death(text: str, place: str) -> None:
    assert [named.name for named in claim_at(text, "120").places] == [place]
