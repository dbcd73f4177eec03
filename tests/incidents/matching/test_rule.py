import pytest

from tests.benchmarks.accounts import make_accounts
from tests.evaluation.generated import traits_made
from tests.incidents.matching.reference import verdicts
from tests.incidents.matching.tellings import TOWN, blamed, citing, clusters, matched, north, telling
from untold.claims.account import AccountDate, AccountPlace
from untold.codebook.counts import Count
from untold.incidents.matching import match_accounts, standard_settings

ONE = [("a:1", "b:1")]
TWO = [("a:1",), ("b:1",)]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_engine_finds_what_comparing_every_pair_by_hand_finds(seed: int) -> None:
    traits = traits_made(make_accounts(240, seed))
    found = match_accounts(traits).found.to_pylist()

    by_hand = verdicts(traits, standard_settings())

    ours = {(row["a"], row["b"]): (row["score"], row["verdict"]) for row in found}
    assert ours.items() <= by_hand.items()
    assert {pair for pair, (_, verdict) in by_hand.items() if verdict == "link"} <= ours.keys()


def test_the_day_before_and_the_day_of_are_one_night() -> None:
    assert clusters([telling("a:1"), telling("b:1", "2016-03-15")]) == set(ONE)


def test_two_days_later_is_another_incident() -> None:
    assert clusters([telling("a:1"), telling("b:1", "2016-03-16")]) == set(TWO)


def test_a_week_that_holds_the_day_is_no_evidence_by_itself_and_no_objection() -> None:
    week = telling("b:1", killed=Count.exactly(7), date=AccountDate("2016-03-10", "2016-03-17", "week"))

    assert matched([telling("a:1"), week]).pairs["verdict"].to_pylist() == ["possible"]
    assert clusters([telling("a:1", killed=Count.exactly(7)), week]) == set(ONE)


@pytest.mark.parametrize(
    ("kilometres", "precision", "found"),
    [(1.5, "exact_location", ONE), (3.0, "exact_location", TWO), (7.0, "village", ONE), (9.0, "village", TWO)],
)
def test_kilometres_are_widened_by_how_exactly_each_place_is_known(
    kilometres: float, precision: str, found: list[tuple[str, ...]]
) -> None:
    here, there = north(0, precision=precision), north(kilometres, precision=precision)

    assert clusters([telling("a:1", place=here), telling("b:1", place=there)]) == set(found)


def test_a_name_without_coordinates_finds_the_place_in_either_script() -> None:
    named = AccountPlace("Tal Amira", country="SYR")
    tellings = [telling("a:1", killed=Count.exactly(4)), telling("b:1", place=named, killed=Count.exactly(4))]

    assert clusters(tellings) == set(ONE)


def test_the_same_name_in_another_country_is_another_place() -> None:
    named = AccountPlace(TOWN.name, country="IRQ")
    tellings = [telling("a:1", killed=Count.exactly(4)), telling("b:1", place=named, killed=Count.exactly(4))]

    assert clusters(tellings) == set(TWO)


def test_whom_nobody_names_is_compatible_with_all() -> None:
    assert clusters([telling("a:1", attributed_to=blamed("russia")), telling("b:1")]) == set(ONE)


def test_a_part_and_its_whole_are_one_hand() -> None:
    tellings = [
        telling("a:1", attributed_to=blamed("centcom")),
        telling("b:1", attributed_to=blamed("pentagon")),
    ]

    assert clusters(tellings) == set(ONE)


def test_two_sources_that_are_sure_of_different_parties_speak_of_two_incidents() -> None:
    tellings = [
        telling("a:1", attributed_to=blamed("russia")),
        telling("b:1", attributed_to=blamed("turkish-armed-forces")),
    ]

    assert clusters(tellings) == set(TWO)


def test_sources_that_only_suspect_may_dispute_one_incident() -> None:
    tellings = [
        telling("a:1", attributed_to=blamed("russia", role="suspected"), killed=Count.exactly(9)),
        telling("b:1", attributed_to=blamed("turkish-armed-forces"), killed=Count.exactly(9)),
    ]

    assert clusters(tellings) == set(ONE)


def test_a_party_that_is_cleared_is_not_blamed() -> None:
    tellings = [
        telling("a:1", attributed_to=blamed("russia")),
        telling("b:1", attributed_to=blamed("us-led-coalition", role="denied")),
    ]

    assert clusters(tellings) == set(ONE)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("drone_strike", "airstrike", ONE),
        ("airstrike", "artillery", ONE),
        ("airstrike", "ied", TWO),
        ("ied", None, ONE),
    ],
)
def test_means_agree_on_some_level_or_keep_apart(one: str, other: str | None, found: list[tuple[str, ...]]) -> None:
    assert clusters([telling("a:1", means=one), telling("b:1", means=other)]) == set(found)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (Count.exactly(5), Count.between(3, 8), ONE),
        (Count.exactly(5), Count.at_least(40), TWO),
        (Count.exactly(5), None, ONE),
        (Count.at_least(5), Count.exactly(60), ONE),
        (Count.exactly(5), Count.exactly(30), TWO),
        (Count.exactly(40), Count.exactly(45), ONE),
        (Count.nobody(), Count.exactly(20), TWO),
    ],
)
def test_counts_are_compared_as_ranges(one: Count, other: Count | None, found: list[tuple[str, ...]]) -> None:
    assert clusters([telling("a:1", killed=one), telling("b:1", killed=other)]) == set(found)


def test_a_count_of_millions_is_compared_like_any_other() -> None:
    found = clusters([telling("a:1", killed=Count.exactly(30_000_000)), telling("b:1", killed=Count.exactly(5))])

    assert found == {("a:1",), ("b:1",)}


def test_a_cited_code_joins_what_no_place_or_day_would() -> None:
    tellings = [
        telling("a:1", codes=("CS014",)),
        telling("b:1", "2016-03-18", AccountPlace(), stated=citing("CS014")),
    ]

    assert clusters(tellings) == set(ONE)


@pytest.mark.parametrize(
    ("day", "place"),
    [("2015-03-14", TOWN), ("2016-03-14", north(95))],
    ids=["a year apart on the same day and month", "95 km apart"],
)
def test_a_cited_code_that_contradicts_date_or_place_joins_nothing_and_is_flagged(
    day: str, place: AccountPlace
) -> None:
    match = matched([telling("a:1", codes=("CS014",)), telling("b:1", day, place, stated=citing("CS014"))])

    assert set(match.clusters) == set(TWO)
    assert match.pairs["verdict"].to_pylist() == ["contradicted"]


def test_a_bare_number_is_nobodys_code_but_its_own_lists() -> None:
    tellings = [telling("a:1", codes=("417",)), telling("b:1", "2017-01-01", codes=("417",))]

    assert matched(tellings).pairs.num_rows == 0
