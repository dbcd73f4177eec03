"""Where: the places that a sentence says people were harmed in, in its words."""

import pytest

from tests.claims.reading.asking import claim_at, words_of


def _names(text: str, words: str = "12") -> list[str]:
    return [place.name for place in claim_at(text, words).places]


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("in Raqqa", "Raqqa"),
        ("near the town of Jayrud", "Jayrud"),
        ("in Aleppo's al-Shaar neighborhood", "al-Shaar"),
        ("in the village of Tokhar", "Tokhar"),
        ("at Mosul's main market", "Mosul"),
        ("outside Kunduz", "Kunduz"),
        ("in eastern Ghouta", "Ghouta"),
        ("on the outskirts of Deir ez-Zor", "Deir ez-Zor"),
        ("in Khan Sheikhoun", "Khan Sheikhoun"),
    ],
)
def test_a_place_is_kept_in_its_words(where: str, name: str) -> None:
    assert any(name in place for place in _names(f"An airstrike killed 12 civilians {where} on Tuesday."))


@pytest.mark.parametrize(
    ("where", "country"),
    [
        ("in Syria", "SYR"),
        ("in Iraq", "IRQ"),
        ("in Yemen", "YEM"),
        ("in Gaza", "PSE"),
        ("in the Gaza Strip", "PSE"),
        ("in Afghanistan", "AFG"),
        ("in Sudan", "SDN"),
        ("in Ukraine", "UKR"),
        ("in Raqqa, Syria", "SYR"),
    ],
)
def test_the_text_gives_the_country(where: str, country: str) -> None:
    places = claim_at(f"An airstrike killed 12 civilians {where}.", "12").places

    assert country in {place.country for place in places}


def test_two_countries_are_two_places() -> None:
    places = claim_at("At least 1,044 civilians were killed in Syria and Iraq.", "1,044").places

    assert {place.country for place in places} == {"SYR", "IRQ"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Syrian Observatory for Human Rights said 12 civilians were killed.",
        "Russian airstrikes killed 12 civilians.",
        "The Britain-based monitor said 12 civilians were killed.",
        "US Central Command said 12 civilians were killed.",
        "12 Iraqi soldiers were killed.",
    ],
)
def test_a_name_s_or_a_nation_s_place_is_not_where_people_died(sentence: str) -> None:
    assert _names(sentence) == []


def test_where_it_was_said_is_not_where_it_happened() -> None:
    assert _names("Speaking in Geneva, a doctor said 12 civilians were killed in Homs.") == ["Homs"]


def test_the_words_of_the_place_are_shown() -> None:
    assert "Raqqa" in words_of(claim_at("An airstrike killed 12 civilians in Raqqa.", "12"), "places")


def test_a_month_and_a_day_are_no_place() -> None:
    assert _names("An airstrike killed 12 civilians in March.") == []


@pytest.mark.parametrize(
    ("country", "iso"),
    [
        ("Israel", "ISR"),
        ("Lebanon", "LBN"),
        ("Russia", "RUS"),
        ("Turkey", "TUR"),
        ("Iran", "IRN"),
        ("Pakistan", "PAK"),
        ("Somalia", "SOM"),
        ("Ethiopia", "ETH"),
        ("Libya", "LBY"),
        ("Colombia", "COL"),
        ("Myanmar", "MMR"),
        ("Saudi Arabia", "SAU"),
        ("Egypt", "EGY"),
        ("Jordan", "JOR"),
    ],
)
def test_a_country_that_is_also_a_government_s_name_is_a_place_after_in(country: str, iso: str) -> None:
    places = claim_at(f"Shelling killed 12 civilians in {country} on Monday.", "12").places

    assert [place.country for place in places] == [iso]


def test_a_town_is_not_put_into_the_country_where_somebody_spoke() -> None:
    claim = claim_at("Speaking in Geneva, a doctor said 12 civilians were killed in Homs.", "12")

    assert "CHE" not in {place.country for place in claim.places if place.name == "Homs"}


def test_two_towns_are_two_places() -> None:
    assert _names("Airstrikes killed 12 civilians in Aleppo and Idlib.") == ["Aleppo", "Idlib"]


def test_each_number_of_a_sentence_keeps_its_own_place() -> None:
    text = "In Homs, snipers killed two; in Idlib, an airstrike killed five."

    assert (_names(text, "two"), _names(text, "five")) == (["Homs"], ["Idlib"])


def test_a_number_listed_on_keeps_its_own_place() -> None:
    text = "Ten people were killed in Homs and 5 in Hama."

    assert (_names(text, "Ten"), _names(text, "5")) == (["Homs"], ["Hama"])
