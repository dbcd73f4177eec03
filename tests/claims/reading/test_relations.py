"""How the claims of one report hang together: roundings that restate, and parts that reach back."""

from tests.claims.reading.asking import claim_at, claims_of

ROUNDED = (
    "Air raids of the US and its partners have killed almost 400 civilians in Syria.\n\n"
    "In 18 months 380 people were killed, SOHR counts, among them 99 children and 67 women.\n"
)


def test_a_lede_s_rounding_restates_the_body_s_number() -> None:
    assert claim_at(ROUNDED, "400").restates == claim_at(ROUNDED, "380").id


def test_what_is_restated_restates_nothing_itself() -> None:
    assert claim_at(ROUNDED, "380").restates is None


def test_the_body_takes_status_and_actors_from_the_lede_that_rounds_it() -> None:
    claim = claim_at(ROUNDED, "380")

    assert claim.status == "civilian"
    assert {place.country for place in claim.places} == {"SYR"}
    assert claim.attributed_to


def test_a_headline_s_number_restates_the_body_s() -> None:
    text = (
        "Airstrikes kill 12 civilians in Homs\n\n"
        "Warplanes killed 12 civilians, three of them children, in the old town of Homs on Monday, SOHR said.\n"
    )
    headline, body = (claim for claim in claims_of(text) if claim.count.stated == 12)

    assert headline.restates == body.id
    assert body.restates is None


def test_the_same_number_of_another_harm_restates_nothing() -> None:
    assert [claim.restates for claim in claims_of("Shelling killed 12 people. Shelling wounded 12 people.")] == [
        None,
        None,
    ]


def test_the_same_number_by_another_claimant_restates_nothing() -> None:
    text = "SOHR said 12 civilians were killed in Homs. The White Helmets said 12 civilians were killed in Homs."

    assert [claim.restates for claim in claims_of(text)] == [None, None]


def test_the_same_number_in_another_place_restates_nothing() -> None:
    text = "Shelling killed 12 civilians in Homs. An airstrike killed 12 civilians in Idlib."

    assert [claim.restates for claim in claims_of(text)] == [None, None]


def test_a_part_in_a_later_sentence_reaches_back_to_its_whole() -> None:
    text = "An airstrike killed 40 people in Homs. Rescuers dug all night. Among the dead were 12 children."

    assert claim_at(text, "12").part_of == claim_at(text, "40").id
