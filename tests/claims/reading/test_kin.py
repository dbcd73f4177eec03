"""Lists of kin and occupations: one claim with the sum, and parts only for groups of their own kind."""

import pytest

from tests.claims.reading.asking import claims_of
from untold.claims.claim import Claim
from untold.codebook.counts import Count


def _wholes(text: str) -> list[Claim]:
    return [claim for claim in claims_of(text) if claim.part_of is None]


@pytest.mark.parametrize(
    ("people", "sum_of_all"),
    [
        ("A mother and her three children", 4),
        ("A father, his two sons and seven relatives", 10),
        ("A couple and their four daughters", 6),
        ("A farmer, his wife and two daughters", 4),
        ("A woman and her baby", 2),
        ("A taxi driver and his four passengers", 5),
        ("A father and his seven relatives", 8),
        ("Two brothers and their uncle", 3),
    ],
)
def test_a_list_of_kin_is_one_claim_with_the_sum(people: str, sum_of_all: int) -> None:
    (whole,) = _wholes(f"{people} were killed by a mine near Kobani.")

    assert (whole.harm, whole.count) == ("killed", Count.exactly(sum_of_all))


def test_a_mother_and_her_children_are_parts_of_the_family() -> None:
    whole, *parts = claims_of("A mother and her three children were killed by a mine near Kobani.")

    assert {(part.part_of, part.demographic, part.count.stated) for part in parts} == {
        (whole.id, "women", 1),
        (whole.id, "children", 3),
    }


def test_a_list_of_kin_as_object_is_one_claim_too() -> None:
    (whole,) = _wholes("A mine killed a mother and her three children near Kobani.")

    assert whole.count == Count.exactly(4)


def test_two_paramedics_are_two_civilians() -> None:
    (claim,) = claims_of("Two paramedics were killed near Kobani.")

    assert (claim.count, claim.status) == (Count.exactly(2), "civilian")


def test_the_words_of_the_whole_list_are_the_sum_s_evidence() -> None:
    whole = claims_of("A mother and her three children were killed by a mine near Kobani.")[0]

    assert whole.evidence["count"] is not None
    assert getattr(whole.evidence["count"], "text", None) == "A mother and her three children"


@pytest.mark.parametrize(
    ("people", "number"),
    [
        ("Six members of one family", 6),
        ("Three members of the Haddad family", 3),
        ("Twelve people from the same family", 12),
        ("A man, his wife and their four children", 6),
        ("A couple and their child", 3),
        ("An elderly couple", 2),
    ],
)
def test_other_families_are_counted_by_their_members(people: str, number: int) -> None:
    (whole,) = _wholes(f"{people} were killed by a mine near Kobani.")

    assert whole.count == Count.exactly(number)


@pytest.mark.parametrize("people", ["Three generations of one family", "Two whole families", "Four households"])
def test_families_and_generations_are_not_counted_as_people(people: str) -> None:
    assert {claim.count.stated for claim in claims_of(f"{people} were killed by a mine near Kobani.")} <= {None}


def test_a_boy_and_his_sister_are_two_people() -> None:
    wholes = _wholes("A 3-year-old boy and his 5-year-old sister were killed by a mine near Kobani.")

    assert sum(claim.count.stated or 0 for claim in wholes) == 2
