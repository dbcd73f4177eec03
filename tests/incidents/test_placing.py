"""Accounts with a name and no coordinates: taken where the name means one place, kept in doubt where it does not."""

import random
from pathlib import Path

import pytest

from tests.incidents.matching.tellings import TOWN, Telling, telling
from untold.claims.account import Account, AccountPlace
from untold.claims.accounts import keep_accounts
from untold.incidents.placing import doubted_places, named_places, placed, placements_of
from untold.incidents.record import Matched, match_casebook
from untold.reports.casebook import open_casebook

NAMED = AccountPlace("Tell Amireh", country="SYR")  # another spelling of the town that accounts with a point name
ELSEWHERE = AccountPlace("Tel Amira", lat=33.1, lon=36.2, precision="village", country="SYR")


def _accounts(*told: Telling) -> list[Account]:
    return [each.account for each in told]


def test_a_name_that_the_record_knows_gives_its_point_its_radius_and_its_province() -> None:
    accounts = _accounts(telling("a:1"), telling("b:1", place=AccountPlace("Tel Amira", country="SYR")))
    (found,) = placements_of(accounts)
    named = named_places(accounts, [found])["b:1"]

    assert (found.resolution.verdict, found.is_taken) == ("resolved", True)
    assert (named.place.lat, named.place.lon, named.place.admin1) == (TOWN.lat, TOWN.lon, "Raqqa")
    assert named.reach_km == found.resolution.radius_km


def test_a_name_in_two_places_stays_ambiguous_and_gives_no_point() -> None:
    accounts = _accounts(
        telling("a:1"), telling("a:2", place=ELSEWHERE), telling("b:1", place=AccountPlace("Tel Amira", country="SYR"))
    )
    (found,) = placements_of(accounts)

    assert (found.resolution.verdict, found.is_taken) == ("ambiguous", False)
    assert [each.origin for each in found.resolution.candidates[:2]] == ["own", "own"]
    assert placed(accounts, named_places(accounts, [found])) == tuple(accounts)


def test_a_name_without_a_country_is_looked_up_and_not_taken() -> None:
    (found,) = placements_of(_accounts(telling("b:1", place=AccountPlace("Manbij"))))

    assert not found.is_taken


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_accounts_changes_no_placement(seed: int) -> None:
    accounts = _accounts(
        telling("a:1"), telling("a:2", place=ELSEWHERE), telling("b:1", place=NAMED), telling("b:2", place=NAMED)
    )
    other = random.Random(seed).sample(accounts, len(accounts))  # noqa: S311 - a split keeps no secrets

    assert placements_of(other) == placements_of(accounts)


def test_what_an_account_says_of_its_place_is_not_altered(tmp_path: Path) -> None:
    told = [telling("a:1"), telling("b:1", place=AccountPlace("Tel Amira", country="SYR"))]
    matched = _matched(tmp_path / "cases", told)

    assert [each.accounts for each in matched.incidents] == [("a:1", "b:1")]
    assert matched.incidents[0].place == TOWN  # a stated point before one of a name
    assert "latitude" not in (tmp_path / "cases" / "accounts.jsonl").read_text(encoding="utf-8")


def test_an_own_place_that_comes_later_is_used_as_in_a_match_from_nothing(tmp_path: Path) -> None:
    named = telling("b:1", place=AccountPlace("Tel Amira", country="SYR"))
    near = telling("c:1", place=AccountPlace("Umm Rihan", lat=35.91, lon=38.6, precision="village", country="SYR"))
    first = _matched(tmp_path / "cases", [named, near])
    again = _matched(tmp_path / "cases", [named, near, telling("a:1", "2016-09-01")])
    anew = _matched(tmp_path / "anew", [named, near, telling("a:1", "2016-09-01")])

    assert len(first.incidents) == 2  # nobody knows yet where the village is
    assert [each.accounts for each in again.incidents] == [each.accounts for each in anew.incidents]
    assert again.match.found.equals(anew.match.found)
    assert ("b:1", "c:1") in [each.accounts for each in again.incidents]


def test_odd_coordinates_are_named_once_for_each_account() -> None:
    zero = telling("a:1", place=AccountPlace("Karm", lat=0.0, lon=0.0, country="SYR"))
    (doubted,) = doubted_places(_accounts(zero, telling("b:1")))

    assert doubted.account == "a:1"
    assert "Atlantic" in doubted.doubts[0]


def _matched(folder: Path, told: list[Telling]) -> Matched:
    with open_casebook(folder) as casebook:
        keep_accounts(casebook, _accounts(*told))
        return match_casebook(casebook)
