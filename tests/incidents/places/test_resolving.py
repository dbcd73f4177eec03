"""A place's name is resolved, or stays ambiguous, or is unknown; and the reason is said."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.claim import Party
from untold.codebook.errors import UnknownWording
from untold.incidents.places.gazetteer import Gazetteer, gazetteer
from untold.incidents.places.own_places import OwnPlaces, own_places
from untold.incidents.places.precision import radius_km
from untold.incidents.places.resolution import PlaceQuery, Resolution
from untold.incidents.places.resolving import resolve

# Villages of our own invention in Aleppo (36.3, 37.5), Raqqa (36.0, 39.0) and Hasakah (36.5, 40.7).
_LISTED: list[tuple[str, list[str], float, float, int]] = [
    ("Kafr Wahm", ["كفر وهم", "Kafer Wahem"], 36.30, 37.50, 9_000),
    ("Bir Sarab", ["بئر سراب"], 36.35, 37.90, 0),
    ("Tall Zill", ["تل ظل"], 36.30, 37.55, 0),
    ("Tall Zill", ["تل ظل"], 36.00, 39.00, 0),
    ("Madinat Qamar", ["مدينة قمر"], 36.10, 39.10, 200_000),
    ("Madinat Qamar", ["مدينة قمر"], 36.50, 40.70, 100),
]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("gazetteer") / "places.json"
    entries: dict[str, dict[str, Any]] = {}
    for n, (name, others, lat, lon, people) in enumerate(_LISTED, 1):
        point = {"latitude": lat, "longitude": lon, "countrycode": "SY", "population": people}
        rest = {"timezone": "Asia/Damascus", "admin1code": "00", "alternatenames": others}
        entries[str(n)] = {"geonameid": n, "name": name, **point, **rest}
    path.write_text(json.dumps(entries), encoding="utf-8")
    return Gazetteer(path)


def _ask(small: Gazetteer, name: str | None, own: OwnPlaces | None = None, **others: Any) -> Resolution:
    return resolve(PlaceQuery(name, **{"country": "SYR", **others}), small, own)


def _own(*places: tuple[str, float, float, str]) -> OwnPlaces:
    return own_places(
        Account(
            f"list:{n}",
            "report",
            Party(None, "List"),
            (),
            AccountDate(),
            AccountPlace(name, None, lat, lon, rung, country="SYR"),
        )
        for n, (name, lat, lon, rung) in enumerate(places, 1)
    )


@pytest.mark.parametrize(
    "name", ["Kafr Wahm", "Kafer Wahem", "Kafr-Wahm", "kafr wahm", "كفر وهم", "قرية كفر وهم", "Kafr Wahm village"]
)
def test_one_place_is_resolved_by_each_spelling(small: Gazetteer, name: str) -> None:
    found = _ask(small, name)

    assert found.chosen is not None
    assert (found.verdict, found.chosen.id, found.precision, found.radius_km) == (
        "resolved",
        "geonames:1",
        "town",
        radius_km("town"),
    )
    assert found.reason


def test_a_name_that_two_places_bear_stays_ambiguous(small: Gazetteer) -> None:
    found = _ask(small, "Tall Zill")

    assert (found.verdict, found.chosen, found.precision) == ("ambiguous", None, None)
    assert len(found.candidates) == 2
    assert "2 places" in found.reason


@pytest.mark.parametrize("narrowed", [{"admin1": "Raqqa"}, {"admin1": "الرقة"}, {"near": (36.1, 39.0)}])
def test_a_province_or_a_point_narrows_it(small: Gazetteer, narrowed: dict[str, Any]) -> None:
    found = _ask(small, "Tall Zill", **narrowed)

    assert found.chosen is not None
    assert found.chosen.id == "geonames:4"


def test_a_province_that_contradicts_leaves_the_name_unknown_with_its_candidate(small: Gazetteer) -> None:
    found = _ask(small, "Kafr Wahm", admin1="Raqqa")

    assert (found.verdict, found.chosen) == ("unknown", None)
    assert "it lies in Aleppo, not in Raqqa" in found.candidates[0].reasons


def test_a_city_needs_no_saying_which(small: Gazetteer) -> None:
    found = _ask(small, "Madinat Qamar")

    assert found.chosen is not None
    assert found.chosen.id == "geonames:5"
    assert "by far the largest" in found.reason


def test_names_in_two_scripts_that_disagree_resolve_to_neither_without_a_doubt(small: Gazetteer) -> None:
    found = _ask(small, "Somewhere Else", name_local="كفر وهم")

    assert found.precision == "nearby"
    assert "only its name in the other script is known" in found.reason


@pytest.mark.parametrize(
    "name", ["near Kafr Wahm", "outskirts of Kafr Wahm", "Kafr Wahm countryside", "قرب كفر وهم", "west of Kafr Wahm"]
)
def test_nearness_lowers_the_precision(small: Gazetteer, name: str) -> None:
    found = _ask(small, name)

    assert found.chosen is not None
    assert (found.chosen.id, found.precision, found.radius_km) == ("geonames:1", "nearby", radius_km("nearby"))


def test_a_distance_widens_the_radius(small: Gazetteer) -> None:
    assert _ask(small, "60 km from Kafr Wahm").radius_km == 60 + radius_km("town")


def test_the_countryside_of_a_province_is_the_province(small: Gazetteer) -> None:
    found = _ask(small, "northern Aleppo countryside")

    assert found.chosen is not None
    assert (found.chosen.origin, found.precision) == ("governorate", "province")


def test_between_two_places_is_the_middle_of_the_way(small: Gazetteer) -> None:
    found = _ask(small, "Road between Kafr Wahm and Bir Sarab")

    assert found.chosen is not None
    assert (found.precision, round(found.chosen.lon, 1)) == ("nearby", 37.7)


def test_a_quarter_in_no_list_lies_in_the_place_after_the_comma(small: Gazetteer) -> None:
    found = _ask(small, "Old Mill quarter, Kafr Wahm")

    assert found.chosen is not None
    assert (found.chosen.id, found.precision) == ("geonames:1", "town")
    assert "'Old Mill' is in no list" in found.reason


def test_two_places_far_apart_are_ambiguous(small: Gazetteer) -> None:
    found = _ask(small, "Kafr Wahm and Bir Sarab")

    assert found.verdict == "ambiguous"
    assert "2 places are named" in found.reason


def test_coordinates_are_their_own_place(small: Gazetteer) -> None:
    found = _ask(small, "37SDV580651")

    assert found.chosen is not None
    assert (found.chosen.origin, found.chosen.admin1, found.precision) == ("coordinates", "Raqqa", "within_100m")


def test_the_record_knows_villages_that_no_gazetteer_has(small: Gazetteer) -> None:
    found = _ask(small, "Kherbet Sarab", _own(("Khirbat Sarab", 36.4, 37.6, "village")))

    assert found.chosen is not None
    assert (found.chosen.origin, found.chosen.accounts) == ("own", ("list:1",))


def test_a_name_known_only_from_a_strike_is_no_place_without_a_doubt(small: Gazetteer) -> None:
    found = _ask(small, "Khirbat Sarab", _own(("Khirbat Sarab", 36.4, 37.6, "within_100m")))

    assert found.verdict == "ambiguous"
    assert "only strikes in or about it are known" in found.reason


def test_a_near_miss_is_shown_and_never_chosen(small: Gazetteer) -> None:
    found = _ask(small, "كفر وهن")

    assert found.verdict == "unknown"
    assert found.candidates[0].id == "geonames:1"


def test_a_country_is_no_place_in_it(small: Gazetteer) -> None:
    assert "is a country" in _ask(small, "Syria").reason


@pytest.mark.parametrize("nothing", [None, "", "   ", "\x00", "x" * 100_000])
def test_no_name_is_unknown(small: Gazetteer, nothing: str | None) -> None:
    assert _ask(small, nothing).verdict == "unknown"


def test_a_province_that_nobody_knows_is_flagged(small: Gazetteer) -> None:
    assert "no province 'Atlantis' is known in SYR" in _ask(small, "Kafr Wahm", admin1="Atlantis").flags


def test_without_a_country_only_exact_spellings_are_looked_up_and_it_is_said(small: Gazetteer) -> None:
    found = _ask(small, "Kafr Wahm", country=None)

    assert found.chosen is not None
    assert "letter for letter" in found.flags[0]


def test_a_country_of_no_code_is_refused(small: Gazetteer) -> None:
    with pytest.raises(UnknownWording, match="SYRIA"):
        _ask(small, "Kafr Wahm", country="SYRIA")


@given(st.text(max_size=60), st.sampled_from(["", "Raqqa"]))
def test_any_name_has_a_verdict_with_a_reason(small: Gazetteer, name: str, admin1: str) -> None:
    found = _ask(small, name, admin1=admin1)

    assert found.reason
    assert all(0 <= each.score <= 1 for each in found.candidates)
    assert (found.verdict == "resolved") == (found.radius_km is not None)


@pytest.mark.parametrize(
    ("name", "country", "listed"),
    [
        ("Raqqa", "SYR", "Ar Raqqah"),
        ("Rakka", "SYR", "Ar Raqqah"),
        ("الرقة", "SYR", "Ar Raqqah"),
        ("Membij", "SYR", "Manbij"),
        ("Deir Ezzor", "SYR", "Deir ez-Zor"),
        ("Mosul", "IRQ", "Mosul"),
        ("Hodeidah", "YEM", "Al Ḩudaydah"),
    ],
)
def test_cities_are_found_in_the_packaged_gazetteer(name: str, country: str, listed: str) -> None:
    found = resolve(PlaceQuery(name, country=country), gazetteer())

    assert found.chosen is not None
    assert (found.chosen.name, found.precision) == (listed, "city")
