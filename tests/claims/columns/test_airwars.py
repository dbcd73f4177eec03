"""Airwars' columns, in the public table and in its own export."""

from typing import Any

import pytest

from tests.claims.columns.lists import csv_of, taken
from tests.evaluation.corpora import data_folder
from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.claims.columns import FromList, accounts_from_list
from untold.claims.columns.airwars import AIRWARS
from untold.codebook.counts import Count
from untold.reports.lists import open_list

ROW = {
    "code": "CS900 TS9",
    "previous_codes": "S1;R2 RS3",
    "date": "2016-03-14",
    "date_end": "",
    "local_time": "around_midnight",
    "location": "Tal Zahra",
    "location_ar": "تل زهرة\u200e",
    "governorate": "North Vale",
    "country": "سوريا",
    "lat": "35.5",
    "lon": "38.25",
    "geo_accuracy": "neighbourhood_area",
    "belligerents": "Turkish Military, U.S.-led Coalition",
    "strike_type": "Airstrike",
    "strike_status": "Likely strike",
    "grade": "Fair",
    "killed_min": "3",
    "killed_max": "5",
    "children_killed_min": "1",
    "children_killed_max": "1",
    "combatants_killed_min": "0",
    "combatants_killed_max": "1",
    "official_assessments": "coalition=credible;turkey=not_yet_assessed",
}


def read(**cells: str) -> FromList:
    row = {**ROW, **cells}
    return taken(AIRWARS, csv_of([list(row), list(row.values())]))


def account(**cells: str) -> Account:
    return read(**cells).accounts[0]


def claims(**cells: str) -> dict[str, Claim]:
    return {claim.rule.removeprefix("column:airwars."): claim for claim in read(**cells).claims}


def test_a_row_is_an_account_with_its_place_and_its_day() -> None:
    found = account()

    assert found.id == "airwars:CS900"
    assert found.codes == ("CS900", "TS9")
    assert found.stated.previous_codes == ("S1", "R2", "RS3")
    assert (found.place.name, found.place.name_local, found.place.country) == ("Tal Zahra", "تل زهرة", "SYR")
    assert (found.place.lat, found.place.lon, found.place.precision) == (35.5, 38.25, "neighbourhood")
    assert (found.date.start, found.date.end, found.date.precision) == ("2016-03-14", "2016-03-14", "day")
    assert (found.date.time_of_day, found.means) == ("around_midnight", "airstrike")
    assert (found.stated.grade, found.stated.strike_status, found.stated.position) == ("fair", "likely", "credible")


def test_the_belligerent_that_accepted_is_known_and_the_other_suspected() -> None:
    assert [(one.id, one.role) for one in account().attributed_to] == [
        ("turkish-armed-forces", "suspected"),
        ("us-led-coalition", "known"),
    ]


@pytest.mark.parametrize(
    ("low", "high", "count"),
    [
        ("3", "5", Count.between(3, 5)),
        ("0", "1", Count.between(0, 1)),
        ("0", "0", Count.exactly(0)),
        ("3", "", Count.at_least(3)),
        ("", "3", Count.at_most(3)),
        ("Unknown", "Unknown", Count.vague()),
        ("", "", None),
        ("null", "NULL", None),
    ],
    ids=["range", "nobody or one", "zero", "floor", "ceiling", "unknown", "empty", "null"],
)
def test_null_unknown_a_range_and_zero_are_different_things(low: str, high: str, count: Count | None) -> None:
    found = claims(killed_min=low, killed_max=high).get("killed_min")

    assert (None if found is None else found.count) == count


def test_children_are_within_the_civilians_and_combatants_are_not() -> None:
    found = claims()

    assert found["children_killed_min"].part_of == found["killed_min"].id
    assert (found["combatants_killed_min"].part_of, found["combatants_killed_min"].status) == (None, "combatant")


def test_an_acceptance_without_a_number_is_a_concession_without_a_number() -> None:
    found = claims()["official_assessments"]

    assert (found.kind, found.modality, found.count) == ("concession", "conceded", Count.vague())
    assert found.claimant is not None
    assert found.claimant.id == "us-led-coalition"


def test_conceded_counts_are_the_accepting_belligerents() -> None:
    extra = {"conceded_killed_min": "2", "conceded_killed_max": "2"}
    found = read(**extra)
    conceded = [claim for claim in found.claims if claim.kind == "concession"]

    assert [(claim.harm, claim.count) for claim in conceded] == [("killed", Count.exactly(2))]
    assert found.accounts[0].stated.conceded is not None
    assert found.accounts[0].stated.conceded.killed == Count.exactly(2)


def test_its_own_export_numbers_the_belligerents() -> None:
    row = {
        "code": "CS901",
        "date": "2016-03-14",
        "location_name": "Tal Zahra",
        "country_name": "Syria",
        "latitude": "35.5",
        "longitude": "38.25",
        "geolocation_accuracy_name": "Exact location (via Coalition)",
        "civilian_harm_status_name": "Confirmed",
        "civilian_non_combatants_killed_min": "2",
        "civilian_non_combatants_killed_max": "4",
        "journalists_killed_min": "1",
        "journalists_killed_max": "1",
        "belligerent_1_name": "US-led Coalition",
        "belligerent_1_type": "Known",
        "belligerent_1_assessment_slug": "credible-substantiated",
        "belligerent_1_deaths_conceded_min": "1",
        "belligerent_1_deaths_conceded_max": "2",
        "belligerent_2_name": "",
    }
    found = taken(AIRWARS, csv_of([list(row), list(row.values())]))

    assert found.faults == ()
    assert [one.role for one in found.accounts[0].attributed_to] == ["known"]
    assert found.accounts[0].place.precision == "exact_location_belligerent"
    assert [(claim.kind, str(claim.count)) for claim in found.claims] == [
        ("casualty", "2–4"),
        ("casualty", "1"),
        ("concession", "1–2"),
    ]


@pytest.mark.parametrize(
    ("cells", "words", "is_refused"),
    [
        ({"killed_min": "some"}, "column killed_min: 'some' is not a number of people", True),
        ({"killed_min": "-1"}, "column killed_min: '-1' is not a number of people", True),
        ({"killed_min": "6"}, "column killed_min: '6' is not at most 5, the killed_max", False),
        ({"date": "14/03/2016"}, "column date: '14/03/2016' is not a date such as 2016-03-14", True),
        ({"date": "2016-02-30"}, "column date: '2016-02-30' is not a date such as 2016-03-14", True),
        (
            {"date_end": "2016-03-13"},
            "column date_end: '2016-03-13' is not a day on or after the date, 2016-03-14",
            True,
        ),
        ({"lat": "350"}, "column lat: '350' is not a latitude from -90 to 90", True),
        ({"lon": "east"}, "column lon: 'east' is not a longitude from -180 to 180", True),
        ({"code": ""}, "column code: is empty; expected the incident's code", True),
        ({"country": "Atlantis"}, "column country: 'Atlantis' is not a country that the codebook knows", False),
        ({"grade": "Great"}, "column grade: 'Great' is not one of confirmed, fair, weak", False),
        ({"official_assessments": "coalition=maybe"}, "column official_assessments: 'coalition=maybe' is not", False),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_a_fault_names_file_row_column_value_and_what_was_expected(
    cells: dict[str, str], words: str, is_refused: Any
) -> None:
    found = read(**cells)

    (fault,) = found.faults
    assert str(fault).startswith(f"list.csv, row 2, {words}")
    assert fault.is_refused is is_refused
    assert bool(found.accounts) is not is_refused


def test_every_fault_of_a_row_is_told() -> None:
    assert [fault.column for fault in read(killed_min="x", lat="y", date="z").faults] == ["date", "lat", "killed_min"]


@pytest.mark.skipif(not data_folder().exists(), reason="no reference data here: set UNTOLD_DATA")
def test_the_public_table_comes_in_whole_and_adds_up_to_what_is_known_of_it() -> None:
    listed = open_list(str(data_folder() / "airwars_coalition_syria_2014_2016.csv"))
    found = accounts_from_list(listed, AIRWARS)
    minima = {claim.id: claim.count.low or 0 for claim in found.claims if claim.rule == "column:airwars.killed_min"}
    graded = [one for one in found.accounts if one.stated.grade in {"fair", "confirmed"}]
    early = [one for one in graded if one.date.start is not None and one.date.start <= "2016-03-31"]
    alone = [one for one in early if len(one.attributed_to) == 1]

    assert len(found.accounts) == 434
    assert (len(early), sum(minima.get(claim, 0) for one in early for claim in one.claims)) == (100, 515)
    assert (len(alone), sum(minima.get(claim, 0) for one in alone for claim in one.claims)) == (98, 508)
