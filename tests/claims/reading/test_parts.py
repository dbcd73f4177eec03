"""Parts of a whole: a subset points to its whole and is never added to it."""

import pytest

from tests.claims.reading.asking import claim_at, claims_of, passages_of, words_of
from untold.claims.claim import Claim
from untold.codebook.counts import Count

WHOLE = "regime airstrikes killed 40 civilians in Idlib over the past two months"


def _part_and_whole(text: str, part: str, whole: str) -> tuple[Claim, Claim]:
    return claim_at(text, part), claim_at(text, whole)


@pytest.mark.parametrize(
    "text",
    [
        "Shelling killed 40 people, including 12 children, in Homs.",
        "Shelling killed 40 people, 12 of them children, in Homs.",
        "Shelling killed 40 people, among them 12 children, in Homs.",
        "Shelling killed 40 people, of whom 12 were children, in Homs.",
        "Shelling in Homs killed 40 people, 12 of whom were children.",
        "Shelling in Homs killed 40 people. Among the dead were 12 children.",
        "Shelling in Homs killed 40 people. The dead included 12 children.",
        "Shelling in Homs killed 40 people; 12 of the dead were children.",
        "Shelling in Homs killed 40 people (12 children).",
        "40 people, including 12 children, were killed in Homs.",
        "Shelling killed 40 people in Homs, 12 children among them.",
        "Shelling killed 40 people in Homs, 12 children included.",
    ],
)
def test_a_subset_is_part_of_its_whole(text: str) -> None:
    part, whole = _part_and_whole(text, "12", "40")

    assert part.part_of == whole.id
    assert (part.harm, part.count, part.demographic) == ("killed", Count.exactly(12), "children")
    assert whole.part_of is None


def test_two_subsets_are_parts_of_the_same_whole() -> None:
    text = "380 people were killed, SOHR counts, among them 99 children and 67 women."
    whole = claim_at(text, "380")

    assert [claim_at(text, words).part_of for words in ("99", "67")] == [whole.id, whole.id]


def test_a_part_of_the_wounded_is_wounded() -> None:
    text = "Shelling wounded 40 people, including 12 children, in Homs."

    assert claim_at(text, "12").harm == "injured"


@pytest.mark.parametrize("field", ["claimant", "status", "period", "places", "attributed_to", "means"])
def test_a_part_inherits_each_field_of_its_whole_with_its_words(field: str) -> None:
    text = f"SOHR said {WHOLE}, including 12 children."
    part, whole = _part_and_whole(text, "12", "40")

    assert getattr(whole, field)
    assert getattr(part, field) == getattr(whole, field)
    assert words_of(part, field) == words_of(whole, field) != ""


def test_a_part_keeps_a_place_of_its_own() -> None:
    text = "Airwars said 1,044 civilians were killed in Syria and Iraq, including 519 in Syria alone."
    part, whole = _part_and_whole(text, "519", "1,044")

    assert part.part_of == whole.id
    assert [place.country for place in part.places] == ["SYR"]
    assert {place.country for place in whole.places} == {"SYR", "IRQ"}


def test_groups_counted_beside_each_other_are_no_parts() -> None:
    text = "SOHR has counted 380 civilians, 4,108 Daesh militants and 136 Nusra fighters killed since September 2014."

    assert [claim.part_of for claim in claims_of(text)] == [None, None, None]


def test_the_killed_and_the_wounded_are_no_parts_of_each_other() -> None:
    assert [claim.part_of for claim in claims_of("Shelling killed 4 people and wounded 6 in Homs.")] == [None, None]


def test_a_part_of_a_part_points_to_the_nearer_whole() -> None:
    text = "Shelling killed 40 people in Homs, including 12 children, three of them infants."
    smallest, part = claim_at(text, "three"), claim_at(text, "12")

    assert smallest.part_of in {part.id, claim_at(text, "40").id}


def test_the_words_that_make_a_part_are_its_evidence() -> None:
    part = claim_at("Shelling killed 40 people, including 12 children, in Homs.", "12")

    assert words_of(part, "part_of") == "including"
    assert all(passage.text for passage in passages_of(part))


@pytest.mark.parametrize(
    "text",
    [
        "Of the 40 people killed in Homs, 12 were children.",
        "12 of the 40 people killed in Homs were children.",
        "40 people were killed in Homs: 12 children, 8 women and 20 men.",
        "40 people, 12 of whom were children, were killed in Homs.",
        "40 people were killed in Homs, 12 of them under the age of ten.",
        "Shelling killed 40 people in Homs. Of these, 12 were children.",
        "Shelling killed 40 people in Homs. They included 12 children.",
        "Shelling killed 40 people in Homs. 12 were children.",
        "The death toll in Homs rose to 40, including 12 children.",
        "Shelling left 40 people dead, 12 children among them, in Homs.",
    ],
)
def test_other_wordings_of_a_subset_make_it_a_part(text: str) -> None:
    part, whole = _part_and_whole(text, "12", "40")

    assert (part.part_of, part.count) == (whole.id, Count.exactly(12))


def test_half_of_them_is_no_number_of_its_own() -> None:
    assert [claim.count.stated for claim in claims_of("Shelling killed 40 people, half of them children.")] == [40]


def test_one_of_two_does_not_hide_the_two() -> None:
    part, whole = _part_and_whole("Two people, one of them a child, were killed in Homs.", "one", "Two")

    assert (whole.count, part.part_of, part.demographic) == (Count.exactly(2), whole.id, "children")


@pytest.mark.parametrize(
    "text",
    [
        "Nineteen people were killed in Homs, 12 civilians and 7 soldiers.",
        "Nineteen people were killed in Homs (12 civilians, 7 soldiers).",
        "Nineteen people were killed in Homs: 12 civilians and 7 soldiers.",
    ],
)
def test_groups_that_make_up_a_total_are_its_parts(text: str) -> None:
    whole = claim_at(text, "Nineteen")

    assert [claim_at(text, words).part_of for words in ("12", "7")] == [whole.id, whole.id]


def test_soldiers_are_no_part_of_civilians() -> None:
    text = "12 civilians, among them 3 children and 2 women, and 7 soldiers were killed in Homs."
    whole = claim_at(text, "12")

    assert [claim_at(text, words).part_of for words in ("3", "2", "7")] == [whole.id, whole.id, None]


def test_a_list_of_groups_goes_on_after_a_date() -> None:
    text = "SOHR documented 4,108 Daesh militants killed since September 2014, 136 Nusra fighters and 380 civilians."

    assert [claim.count.stated for claim in claims_of(text)] == [4108, 136, 380]


def test_the_journalist_among_the_dead_does_not_make_all_of_them_civilians() -> None:
    assert claim_at("A journalist was among the 12 dead in Homs.", "12").status is None


def test_the_critically_wounded_are_part_of_the_wounded() -> None:
    text = "12 people were wounded in Homs, three critically."

    assert (claim_at(text, "three").harm, claim_at(text, "three").part_of) == ("injured", claim_at(text, "12").id)
