import pytest
from msgspec.structs import replace

from tests.benchmarks.accounts import make_accounts
from tests.evaluation.generated import traits_made
from tests.incidents.matching.tellings import TOWN, clusters, telling
from untold.claims.account import AccountDate, AccountPlace
from untold.incidents.matching import standard_settings, traits_of
from untold.incidents.matching.blocking import block
from untold.incidents.matching.settings import Blocks


def test_a_block_of_too_many_accounts_is_left_out_and_named() -> None:
    many = [telling(f"s{n}:1").account for n in range(6)]
    traits = traits_of((each, ()) for each in many)
    narrow = replace(standard_settings(), blocking=Blocks(most_members=5))

    blocking = block(traits.table, traits.codes, narrow)

    assert {(each.step, each.accounts, each.example) for each in blocking.left_out} >= {("place", 6, "s0:1")}
    assert blocking.homes.num_rows == 0


def test_a_date_too_wide_is_named_and_found_by_codes_alone() -> None:
    year = telling("a:1", date=AccountDate("2016", "2016", "year"))
    traits = traits_of([(year.account, ())])

    blocking = block(traits.table, traits.codes, standard_settings())

    assert blocking.too_wide == ("a:1",)
    assert blocking.homes.num_rows == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [((0.0, 179.999), (0.0, -179.999)), ((89.99, 10.0), (89.99, -170.0)), ((-12.3456, 45.0), (-12.3456, 45.01))],
    ids=["across the date line", "across the pole", "anywhere"],
)
def test_neighbours_are_found_wherever_on_the_globe(one: tuple[float, float], other: tuple[float, float]) -> None:
    places = [AccountPlace(None, None, lat, lon, "village") for lat, lon in (one, other)]

    found = clusters([telling("a:1", place=places[0]), telling("b:1", place=places[1])])

    assert found == {("a:1", "b:1")}


def test_pairs_to_compare_grow_with_the_accounts_and_not_with_their_square() -> None:
    sizes = []
    for size in (1000, 4000):
        traits = traits_made(make_accounts(size, 3))
        blocking = block(traits.table, traits.codes, standard_settings())
        joined = blocking.probes.join(blocking.homes.select(["key", "pass"]), keys=["key", "pass"], join_type="inner")
        sizes.append(joined.num_rows)

    assert sizes[1] / sizes[0] < 5


def test_a_place_known_to_the_province_alone_is_found_by_its_province() -> None:
    province = AccountPlace(None, None, None, None, None, None, TOWN.admin1, TOWN.country)
    traits = traits_of([(telling("a:1").account, ()), (telling("b:1", place=province).account, ())])

    blocking = block(traits.table, traits.codes, standard_settings())

    assert set(blocking.probes.filter(blocking.probes["n"].to_numpy() == 1)["pass"].to_pylist()) == {2}
