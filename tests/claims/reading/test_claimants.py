"""Who says it, at the distance of the whole report."""

import pytest

from tests.claims.reading.asking import claim_at, claims_of, words_of

LEAD = "The Syrian Observatory for Human Rights (SOHR) published its figures on Monday. "


@pytest.mark.parametrize(
    "name", ["The organization", "The group", "The monitor", "The observatory", "It", "The watchdog"]
)
def test_a_definite_noun_stands_for_the_monitor_named_before(name: str) -> None:
    claim = claim_at(LEAD + f"{name} said 12 civilians were killed in Homs.", "12")

    assert claim.claimant is not None
    assert claim.claimant.id == "sohr"


def test_the_group_s_tally_belongs_to_the_monitor_named_before() -> None:
    claim = claim_at(LEAD + "The group's tally of civilians killed is 380.", "380")

    assert claim.claimant is not None
    assert claim.claimant.id == "sohr"


def test_a_claimant_three_sentences_before_is_shown_where_it_stands() -> None:
    text = (
        "Airwars tracks strikes in Syria and Iraq. It has a staff of twelve researchers. "
        "They read the local press each day. The group says 12 civilians were killed in Homs."
    )
    claim = claim_at(text, "12")

    assert claim.claimant is not None
    assert claim.claimant.id == "airwars"
    assert words_of(claim, "claimant")


def test_a_chain_of_attribution_ends_at_the_one_who_knows() -> None:
    text = "Reuters reported, citing the Gaza health ministry, that 12 people were killed in Rafah."
    claim = claim_at(text, "12")

    assert claim.claimant is not None
    assert claim.claimant.id == "gaza-health-ministry"


def test_an_agency_that_quotes_a_doctor_is_not_the_claimant() -> None:
    claim = claim_at("“We received 12 bodies,” a doctor at the clinic told Reuters.", "12")

    assert claim.claimant is not None
    assert "doctor" in claim.claimant.name


def test_a_quotation_over_two_sentences_has_one_speaker() -> None:
    text = "“The first shell fell at noon,” said Samir Haddad, a teacher. “Then 12 people were killed by the second.”"
    claim = claim_at(text, "12")

    assert claim.claimant is not None
    assert "Samir Haddad" in claim.claimant.name


def test_he_is_the_person_who_spoke_before() -> None:
    text = "Samir Haddad said that the clinic was full. He said 12 people had died there."
    claim = claim_at(text, "12")

    assert claim.claimant is not None
    assert "Samir Haddad" in claim.claimant.name


def test_a_headline_s_dash_names_its_claimant() -> None:
    text = (
        "Airstrikes kill 12 civilians in Homs: SOHR\n\n"
        "The town has been under fire for a week, and people are leaving by the only road that is still open.\n"
    )
    claim = claim_at(text, "12")

    assert claim.claimant is not None
    assert claim.claimant.id == "sohr"


def test_another_speaker_in_between_takes_over() -> None:
    text = LEAD + "The Pentagon disputes them. It says four civilians were killed in Homs."
    claim = claim_at(text, "four")

    assert claim.claimant is not None
    assert claim.claimant.id == "pentagon"


def test_the_medium_is_not_the_claimant() -> None:
    claim = claim_at("SOHR said 12 civilians were killed in Homs.", "12")

    assert claim.medium is None or claim.medium != claim.claimant


def test_who_looks_into_reports_does_not_claim_them() -> None:
    text = "The Pentagon says it is looking into reports that 12 civilians were killed in Raqqa."
    claim = claim_at(text, "12")

    assert claim.claimant is None or claim.claimant.id != "pentagon"


def test_no_group_is_nobody() -> None:
    text = "No group has claimed responsibility for the bombing, which killed 12 people."

    assert claim_at(text, "12").claimant is None


@pytest.mark.parametrize(
    "headline",
    [
        "12 killed in Homs - SOHR",
        "12 killed in Homs \u2014 SOHR",
        "SOHR: 12 killed in Homs",
        "12 killed in Homs, says SOHR",
    ],
)
def test_a_headline_names_its_claimant_before_or_after_its_mark(headline: str) -> None:
    claim = claim_at(headline, "12")

    assert claim.claimant is not None
    assert claim.claimant.id == "sohr"


def test_an_outlet_quoting_an_agency_quoting_a_hospital_leaves_the_hospital() -> None:
    text = "The Evening Herald reported, citing Reuters, that a hospital in Homs said 12 people had died."
    claim = claim_at(text, "12")

    assert claim.claimant is not None
    assert "hospital" in claim.claimant.name


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Militants killed 70 people of one tribe: monitoring group.", "monitoring group"),
        ("The Local Coordination Committees (LCC) a network of activists counted 12 deaths.", "LCC"),
        (
            "World leaders answered the claim by activists in the Relief Forum that 64 people were killed.",
            "Relief Forum",
        ),
        (
            "The explosion was shown on Syrian state TV with the official SANA agency confirming 4 people dead.",
            "SANA",
        ),
        ("A bombing killed 44 people Syria's state-run news agency and local media reported.", "news agency"),
        ("Raiders massacred 50 troops near Raqqa reports indicate.", "reports"),
        ("The Watch Forum which follows the war said reliable sources reported gunmen shot dead 12 people.", "sources"),
        (
            "A monitoring group citing figures from clinics put the death toll at 94.",
            "monitoring",
        ),
    ],
)
def test_who_speaks_is_found_in_wires_that_lost_their_commas(text: str, claimant: str) -> None:
    claims = [claim for claim in claims_of(text) if claim.claimant is not None and claimant in claim.claimant.name]

    assert claims, [claim.claimant for claim in claims_of(text)]


def test_a_quotation_inside_a_sentence_belongs_to_who_was_quoted_last() -> None:
    text = (
        '"A raid killed 5 people in Taduf" said the Syrian Observatory for Human Rights. '
        'To the west "8 civilians were killed in Daret Izza" which rebels hold.'
    )
    claim = claim_at(text, "8")

    assert claim.claimant is not None
    assert claim.claimant.id == "sohr"


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were killed after a canister was dropped by a helicopter of the army.",
        "Ten people were killed as the opposition went on weighing the terms.",
    ],
)
def test_who_only_acts_in_a_sentence_is_no_claimant(text: str) -> None:
    assert claim_at(text, "Ten").claimant is None


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Unverified reports estimated 33 people were killed.", "Unverified reports"),
        ("At least 33 people were killed in the city of Homs Syrian activists said.", "Syrian activists"),
        ("At least 33 people were killed an opposition group and residents said.", "an opposition group and residents"),
        ("Hundreds killed is a low figure but it was 33 people killed Samir Haddad said.", "Samir Haddad"),
        ("At least 33 people were killed a source in the local militia said.", "a source in the local militia"),
    ],
)
def test_a_claimant_is_cut_out_whole_and_alone(text: str, claimant: str) -> None:
    claim = claim_at(text, "33")

    assert claim.claimant is not None
    assert claim.claimant.name == claimant


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("ICRC regional director Jon Bering said ten people died.", "icrc"),
        ("U.N. humanitarian coordinator Karl Osterman said ten people died.", "united-nations"),
        ("U.N. humanitarian chief Karl Osterman said ten people died.", "united-nations"),
        ("Jon Bering, ICRC regional director for the Middle East, said ten people died.", "icrc"),
    ],
)
def test_an_office_between_a_body_and_a_name_is_the_bodys(words: str, slug: str) -> None:
    (claim,) = claims_of(words)

    assert claim.claimant is not None
    assert claim.claimant.id == slug
