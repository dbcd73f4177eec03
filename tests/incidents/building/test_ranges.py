from typing import Any

import pytest

from tests.incidents.matching.tellings import claim
from untold.claims.claim import Claim, Demographic
from untold.codebook.counts import Count
from untold.incidents.building.ranges import ranges_of
from untold.incidents.matching.casualties import casualties
from untold.reports.report import Passage


def _bounds(*told: list[Claim]) -> tuple[int | None, int | None, int | None]:
    (found,) = ranges_of(told)
    return found.low, found.best, found.high


def test_a_range_runs_from_the_lowest_floor_to_the_highest_ceiling() -> None:
    assert _bounds([claim("a", Count.exactly(5))], [claim("b", Count.between(3, 9))]) == (3, None, 9)


def test_nothing_is_averaged_and_no_best_is_chosen() -> None:
    assert _bounds([claim("a", Count.exactly(4))], [claim("b", Count.exactly(8))]) == (4, None, 8)


def test_a_floor_without_a_ceiling_takes_no_others_ceiling_away() -> None:
    assert _bounds([claim("a", Count.at_least(5))], [claim("b", Count.exactly(7))]) == (5, None, 7)


def test_a_floor_above_every_ceiling_leaves_none() -> None:
    assert _bounds([claim("a", Count.at_least(12))], [claim("b", Count.exactly(7))]) == (7, None, None)


def test_a_ceiling_below_every_floor_leaves_none() -> None:
    assert _bounds([claim("a", Count.at_most(3))], [claim("b", Count.exactly(7))]) == (None, None, 7)


def test_zero_is_a_floor() -> None:
    assert _bounds([claim("a", Count.nobody())], [claim("b", Count.exactly(7))]) == (0, None, 7)


def test_a_source_that_says_three_and_later_five_says_three_to_five() -> None:
    assert _bounds([claim("a", Count.exactly(3)), claim("b", Count.exactly(5))]) == (3, None, 5)


@pytest.mark.parametrize(
    "silent",
    [
        {"modality": "hypothetical"},
        {"modality": "retracted"},
        {"modality": "denied", "kind": "denial"},
        {"state": "rejected"},
        {"scope": "cumulative"},
    ],
)
def test_what_is_not_claimed_of_the_incident_never_enters(silent: dict[str, Any]) -> None:
    assert _bounds([claim("a", Count.exactly(5))], [claim("b", Count.exactly(900), **silent)]) == (5, None, 5)


def test_each_group_and_harm_has_a_range_of_its_own() -> None:
    told = [claim("a", Count.exactly(9)), claim("b", Count.exactly(2), demographic="children", part_of="a")]

    found = ranges_of([told, [claim("c", Count.exactly(4), harm="injured")]])

    assert [(each.harm, each.status, each.demographic, each.low) for each in found] == [
        ("injured", "civilian", None, 4),
        ("killed", "civilian", None, 9),
        ("killed", "civilian", "children", 2),
    ]


def test_four_of_nine_are_not_another_count() -> None:
    told = [claim("a", Count.exactly(9)), claim("b", Count.exactly(4), part_of="a")]

    assert _bounds(told) == (9, None, 9)


def test_a_range_leads_to_the_claims_that_set_its_bounds() -> None:
    (found,) = ranges_of(
        [[claim("a", Count.exactly(3))], [claim("b", Count.exactly(5))], [claim("c", Count.exactly(9))]]
    )

    assert found.claims == ("a", "c")


def _person(claim_id: str, demographic: Demographic | None = None) -> Claim:
    words = Passage("r", 0, 9, "an invented name")
    return claim(claim_id, Count.exactly(1), demographic=demographic, evidence={"name": words})


def test_persons_listed_one_by_one_are_together_a_floor() -> None:
    ranges = ranges_of([[_person("a", "men"), _person("b", "men"), _person("c")], [claim("d", Count.exactly(3))]])

    assert {each.demographic: (each.low, each.high) for each in ranges} == {None: (3, 3), "men": (2, None)}
    assert set(ranges[0].claims) == {"a", "b", "c", "d"}


def test_persons_of_an_account_that_counts_are_among_those_it_counts() -> None:
    assert _bounds([claim("a", Count.exactly(5)), _person("b")]) == (5, None, 5)


def test_persons_listed_one_by_one_are_compared_as_a_floor() -> None:
    bounds = casualties([_person("a", "men"), _person("b"), _person("c")])

    assert (bounds["killed_low"], bounds["killed_high"]) == (3, None)
    assert (bounds["civilians_low"], bounds["civilians_high"]) == (3, None)


def test_what_is_conceded_bounds_nothing_where_anybody_else_counts() -> None:
    conceded = claim("b", Count.exactly(2), kind="concession", modality="conceded")

    assert _bounds([claim("a", Count.between(9, 11))], [conceded]) == (9, None, 11)


def test_what_is_conceded_is_the_range_where_nobody_else_counts() -> None:
    conceded = claim("b", Count.exactly(2), kind="concession", modality="conceded")

    assert _bounds([conceded]) == (2, None, 2)
