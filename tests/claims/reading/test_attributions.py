"""By whom, how sure the text is of it, and by which means."""

import pytest

from tests.claims.reading.asking import claim_at, words_of


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("US airstrikes killed 12 civilians in Raqqa.", "united-states"),
        ("12 civilians were killed by US-led coalition airstrikes in Raqqa.", "us-led-coalition"),
        ("12 civilians were killed by the US-led coalition in Raqqa.", "us-led-coalition"),
        ("Regime shelling killed 12 civilians in Homs.", "syrian-government"),
        ("Daesh militants killed 12 civilians in Raqqa.", "islamic-state"),
        ("An Israeli airstrike killed 12 civilians in Rafah.", "israel"),
        ("Islamic State fighters executed 12 civilians in Raqqa.", "islamic-state"),
    ],
)
def test_who_killed_is_known_where_the_text_says_so(sentence: str, actor: str) -> None:
    (attribution,) = claim_at(sentence, "12").attributed_to

    assert attribution.role == "known"
    assert attribution.id is not None
    assert attribution.id.startswith(actor)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("A suspected Russian airstrike killed 12 civilians in Idlib.", "suspected"),
        ("12 civilians were killed in Idlib by what were believed to be Russian airstrikes.", "suspected"),
        ("Planes thought to be Russian killed 12 civilians in Idlib.", "suspected"),
        ("An airstrike allegedly carried out by Russia killed 12 civilians in Idlib.", "suspected"),
        ("Russia denied that its planes killed 12 civilians in Idlib.", "denied"),
        ("Ukraine and Russia blamed each other for the strike that killed 12 civilians in Donetsk.", "contested"),
    ],
)
def test_doubt_dispute_and_denial_make_the_role(sentence: str, role: str) -> None:
    assert {attribution.role for attribution in claim_at(sentence, "12").attributed_to} == {role}


def test_nobody_is_blamed_where_nobody_is_named() -> None:
    assert claim_at("An airstrike killed 12 civilians in Idlib.", "12").attributed_to == ()


def test_the_victims_own_side_is_not_who_killed_them() -> None:
    assert claim_at("A bomb killed 12 Iraqi soldiers near Mosul.", "12").attributed_to == ()


def test_a_monitor_is_not_blamed_for_what_it_reports() -> None:
    assert claim_at("12 civilians were killed in Idlib, reported by SOHR.", "12").attributed_to == ()


def test_two_parties_are_two_attributions() -> None:
    found = claim_at("Syrian and Russian airstrikes killed 12 civilians in Idlib.", "12").attributed_to

    assert {attribution.id for attribution in found} >= {"russia", "syrian-government"} or len(found) == 2


def test_the_words_of_the_attribution_are_shown() -> None:
    claim = claim_at("12 civilians were killed by the US-led coalition in Raqqa.", "12")

    assert "US-led coalition" in words_of(claim, "attributed_to")


@pytest.mark.parametrize(
    ("sentence", "means"),
    [
        ("An airstrike killed 12 civilians in Homs.", "airstrike"),
        ("12 civilians were killed in air raids on Homs.", "airstrike"),
        ("A drone strike killed 12 civilians in Homs.", "drone_strike"),
        ("Shelling killed 12 civilians in Homs.", "artillery"),
        ("Mortar fire killed 12 civilians in Homs.", "artillery"),
        ("A missile killed 12 civilians in Homs.", "missile_rocket"),
        ("Rockets killed 12 civilians in Homs.", "missile_rocket"),
        ("A car bomb killed 12 civilians in Homs.", "ied"),
        ("A suicide bomber killed 12 civilians in Homs.", "ied"),
        ("A landmine killed 12 civilians in Homs.", "mine_uxo"),
        ("A sniper killed 12 civilians in Homs.", "small_arms"),
        ("Chlorine killed 12 civilians in Homs.", "chemical"),
        ("12 civilians were killed in Homs.", None),
    ],
)
def test_the_means_is_the_codebook_s_slug(sentence: str, means: str | None) -> None:
    claim = claim_at(sentence, "12")

    assert claim.means == means
    assert bool(words_of(claim, "means")) == (means is not None)


@pytest.mark.parametrize(
    ("sentence", "actor", "role"),
    [
        ("Saudi-led coalition airstrikes killed 12 civilians in Sanaa.", "saudi-led-coalition", "known"),
        ("A Houthi missile killed 12 civilians in Marib.", "houthis", "known"),
        ("A Taliban bomb killed 12 civilians in Kunduz.", "taliban", "known"),
        ("12 civilians were killed by Boko Haram near Maiduguri.", "boko-haram", "known"),
        ("A Russian missile strike killed 12 civilians in Kharkiv.", "russia", "known"),
        ("A strike blamed on Israel killed 12 people in Damascus.", "israel", "suspected"),
        ("A strike attributed to Israel killed 12 people in Damascus.", "israel", "suspected"),
        ("Syria accused Israel of killing 12 people in Damascus.", "israel", "suspected"),
        ("An attack claimed by Daesh killed 12 people in Baghdad.", "islamic-state", "known"),
    ],
)
def test_other_actors_and_doubts_are_read_alike(sentence: str, actor: str, role: str) -> None:
    (attribution,) = claim_at(sentence, "12").attributed_to

    assert attribution.id is not None
    assert (attribution.id.startswith(actor), attribution.role) == (True, role)


@pytest.mark.parametrize(
    "sentence",
    [
        "Flight 12 was shot down over Ukraine on 17 July 2014, killing all 298 people aboard.",
        "Clashes between the army and the RSF killed 298 people in Khartoum.",
        "298 people were killed in clashes with Islamic State militants near Palmyra.",
    ],
)
def test_a_country_overflown_or_a_side_in_a_fight_is_not_known_to_have_killed(sentence: str) -> None:
    assert "known" not in {attribution.role for attribution in claim_at(sentence, "298").attributed_to}


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("An apparent Israeli strike killed 12 people in Damascus.", "suspected"),
        ("Activists blamed the strike, which killed 12 civilians, on Israel.", "suspected"),
        ("Israel denied responsibility for the strike, which killed 12 people.", "denied"),
        ("Israel denied carrying out the strike that killed 12 people.", "denied"),
    ],
)
def test_the_words_around_the_strike_make_the_role(sentence: str, role: str) -> None:
    found = claim_at(sentence, "12").attributed_to

    assert [(attribution.id, attribution.role) for attribution in found] == [("israel", role)]


def test_either_of_two_is_both_and_neither_is_known() -> None:
    found = claim_at("12 civilians were killed in either Russian or Syrian airstrikes on Idlib.", "12").attributed_to

    assert {attribution.id for attribution in found} == {"russia", "syrian-government"}
    assert "known" not in {attribution.role for attribution in found}


def test_a_bombing_that_a_group_claims_is_known_to_be_its_own() -> None:
    found = claim_at("The bombing, which killed 12 people, was claimed by Islamic State.", "12").attributed_to

    assert [(attribution.id, attribution.role) for attribution in found] == [("islamic-state", "known")]


def test_what_was_shot_down_is_not_what_killed() -> None:
    assert claim_at("The army shot down 12 drones and killed 40 fighters near Mosul.", "40").means != "drone_strike"
