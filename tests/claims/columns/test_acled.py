"""ACLED's events, now and before."""

import pytest

from tests.claims.columns.lists import csv_of, taken
from untold.claims.columns import FromList
from untold.claims.columns.acled import ACLED, WORDS
from untold.codebook.counts import Count

ROW = {
    **dict.fromkeys(WORDS.columns, ""),
    "event_id_cnty": "TAL77",
    "event_date": "2016-03-14",
    "year": "2016",
    "time_precision": "1",
    "event_type": "Explosions/Remote violence",
    "sub_event_type": "Air/drone strike",
    "actor1": "Military Forces of Russia (2000-)",
    "inter1": "8",
    "actor2": "Civilians (Syria)",
    "inter2": "7",
    "country": "Syria",
    "admin1": "North Vale",
    "location": "Tal Zahra",
    "latitude": "35.5",
    "longitude": "38.25",
    "geo_precision": "2",
    "source": "SOHR",
    "notes": "An air strike hit the market.",
    "fatalities": "4",
}


def read(**cells: str) -> FromList:
    row = {**ROW, **cells}
    return taken(ACLED, csv_of([list(row), list(row.values())]))


@pytest.mark.parametrize(
    ("number", "notes", "count", "said"),
    [
        ("4", "Four died.", Count.exactly(4), None),
        ("0", "", Count.exactly(0), None),
        ("12", "Dozens died.", Count.at_least(12), "'dozens'"),
        ("10", "Tens of people died.", Count.at_least(10), "'tens'"),
        ("100", "Hundreds died.", Count.at_least(100), "'hundreds'"),
        ("12", "Twelve died.", Count.exactly(12), "also what it writes"),
    ],
    ids=["number", "zero", "dozens", "tens", "hundreds", "perhaps"],
)
def test_its_rule_for_words_is_kept_and_named(number: str, notes: str, count: Count, said: str | None) -> None:
    (claim,) = read(fatalities=number, notes=notes).claims

    assert claim.count == count
    assert claim.rule == "column:acled.fatalities"
    assert (claim.note is None) == (said is None)
    assert said is None or said in str(claim.note)


@pytest.mark.parametrize(
    ("cells", "roles"),
    [
        ({}, [("russia", "suspected")]),
        ({"inter1": "External/Other forces", "inter2": "Civilians"}, [("russia", "suspected")]),
        (
            {"actor1": "Civilians (Syria)", "inter1": "7", "actor2": "Northern Band", "inter2": "2"},
            [(None, "suspected")],
        ),
        (
            {"event_type": "Battles", "actor2": "Northern Band", "inter2": "2"},
            [("russia", "contested"), (None, "contested")],
        ),
        ({"event_type": "Protests", "inter1": "6"}, []),
        ({"event_type": "Strategic developments"}, []),
    ],
    ids=["attack", "words", "other way round", "battle", "protest", "neither"],
)
def test_actor_one_and_two_are_not_attacker_and_victim(
    cells: dict[str, str], roles: list[tuple[str | None, str]]
) -> None:
    account = read(**cells).accounts[0]

    assert [(one.id, one.role) for one in account.attributed_to] == roles


@pytest.mark.parametrize(
    ("precision", "span"),
    [("1", ("2016-03-14", "2016-03-14")), ("2", ("2016-03-11", "2016-03-17")), ("3", ("2016-03-01", "2016-03-31"))],
    ids=["day", "week", "month"],
)
def test_a_precision_of_time_widens_the_day(precision: str, span: tuple[str, str]) -> None:
    date = read(time_precision=precision).accounts[0].date

    assert (date.start, date.end) == span


def test_the_source_is_the_claimant_and_the_notes_are_the_narrative() -> None:
    found = read()

    assert found.claims[0].claimant is not None
    assert found.claims[0].claimant.id == "sohr"
    assert (found.accounts[0].text, found.accounts[0].means) == ("An air strike hit the market.", "airstrike")
    assert found.accounts[0].place.precision == "district"


def test_the_older_layout_is_read_too() -> None:
    row = {name: value for name, value in ROW.items() if name not in {"time_precision", "geo_precision", "tags"}}
    row = {"data_id": "9", "iso3": "SYR", **row, "time_prec": "1", "geo_prec": "1", "event_date": "14 March 2016"}
    found = taken(ACLED, csv_of([list(row), list(row.values())]))

    assert found.faults == ()
    assert (found.accounts[0].date.start, found.accounts[0].place.precision) == ("2016-03-14", "town")
