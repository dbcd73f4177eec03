"""The record's own places come from its accounts, and say from which."""

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.claim import Party
from untold.incidents.places.own_places import own_places


def _account(code: str, name: str | None, lat: float | None, lon: float | None, **others: str | None) -> Account:
    place = AccountPlace(
        name, others.get("local"), lat, lon, others.get("precision", "village"), None, others.get("admin1"), "SYR"
    )
    return Account(f"list:{code}", "report", Party(None, "List"), (), AccountDate(), place)


def test_accounts_of_one_name_and_spot_are_one_place() -> None:
    found = own_places(
        [
            _account("1", "Kafr Wahm", 36.2, 37.5, local="كفر وهم"),
            _account("2", "Kafr Wahm", 36.21, 37.5, local="كفر وهم"),
        ]
    )

    (place,) = found.places
    assert place.accounts == ("list:1", "list:2")
    assert found.named("كفر وهم", "SYR") == found.named("Kafer Wahm", "SYR") == (place,)


def test_a_name_that_is_put_in_two_places_is_two_places() -> None:
    found = own_places([_account("1", "Kafr Wahm", 36.2, 37.5), _account("2", "Kafr Wahm", 35.2, 40.1)])

    assert len(found.named("Kafr Wahm", "SYR")) == 2


def test_a_spot_in_a_village_gives_its_name_no_more_than_a_vicinity() -> None:
    (place,) = own_places([_account("1", "Kafr Wahm", 36.2, 37.5, precision="exact_location")]).places

    assert place.precision == "nearby"


def test_a_strike_about_a_town_does_not_move_the_town() -> None:
    accounts = [_account("1", "Kafr Wahm", 36.2, 37.5), _account("2", "Kafr Wahm", 36.5, 37.9, precision="within_100m")]

    (place,) = own_places(accounts).places
    assert (place.lat, place.lon, place.precision) == (36.2, 37.5, "village")


def test_an_account_whose_point_lies_in_another_country_is_doubted_and_left_out() -> None:
    found = own_places(
        [_account("1", "Kafr Wahm", 33.3, 44.4), _account("2", "Bir Sarab", 35.95, 39.0, admin1="Idlib")]
    )

    assert found.places == ()
    assert found.doubted == ("list:1", "list:2")


def test_accounts_without_name_or_point_give_no_place() -> None:
    accounts = [
        _account("1", None, 36.2, 37.5),
        _account("2", "Kafr Wahm", None, None),
        _account("3", "Kafr Wahm", 0, 0),
    ]

    assert own_places(accounts).places == ()


def test_a_way_to_a_place_lends_its_point_to_no_other_name() -> None:
    found = own_places([_account("1", "20 km from Kafr Wahm", 36.2, 37.5, local="كفر وهم")])

    assert found.named("كفر وهم", "SYR") == ()
