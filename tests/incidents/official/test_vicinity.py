"""The lines of a strike log stand beside the incidents of their day and surroundings, and merge with none."""

from dataclasses import replace
from datetime import date

import pytest

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.claim import Party
from untold.incidents.official import IncidentFacts, StrikeLine, StrikeLog, Whereabouts, strike_line
from untold.incidents.official.facts import name_parts

DAY = date(2016, 3, 10)
KARM = IncidentFacts("T001", ("T001",), DAY, DAY, name_parts("Karm"), (35.0, 38.0), admin1="Sahl")
VILLAGE = IncidentFacts("T002", ("T002",), DAY, DAY, name_parts("Umm Rihan"), (35.5, 38.4), admin1="Sahl")
KNOWN = Whereabouts([KARM, VILLAGE])


def line(number: str, day: int, place: str) -> StrikeLine:
    return StrikeLine(number, date(2016, 3, day), place, f"Near {place}, one strike destroyed a pump.")


def beside(incident: IncidentFacts, *lines: StrikeLine) -> list[str]:
    return [each.line for each in StrikeLog(lines, KNOWN).vicinity(incident)]


def test_lines_of_the_day_and_the_day_after_stand_beside_an_incident() -> None:
    assert beside(
        VILLAGE, line("1", 9, "Karm"), line("2", 10, "Karm"), line("3", 11, "Karm"), line("4", 12, "Karm")
    ) == [
        "2",
        "3",
    ]


def test_the_link_is_vicinity_with_distance_days_and_reason() -> None:
    (link,) = StrikeLog([line("1", 11, "Al-Karm")], KNOWN).vicinity(VILLAGE)

    assert (link.kind, link.incident, link.line, link.days) == ("vicinity", "T002", "1", 1)
    assert link.distance_km == pytest.approx(66.3, abs=0.2)
    assert link.reason == "the day after, 66 km from Al-Karm"


def test_a_line_that_names_a_distant_town_is_not_listed() -> None:
    far = replace(VILLAGE, point=(36.5, 39.0))

    assert beside(far, line("1", 10, "Karm")) == []


def test_a_line_whose_place_nobody_knows_is_not_listed() -> None:
    assert beside(VILLAGE, line("1", 10, "Nowhere")) == []


def test_a_line_that_names_two_towns_is_listed_for_the_nearer() -> None:
    assert beside(VILLAGE, line("1", 10, "Nowhere and Umm Rihan")) == ["1"]


def test_an_incident_known_to_its_province_alone_is_beside_the_lines_of_that_name() -> None:
    somewhere = replace(KARM, point=None, names=(), admin1="Ar-Raqqah")
    (link,) = StrikeLog([line("1", 10, "Raqqa")], KNOWN).vicinity(somewhere)

    assert (link.distance_km, link.reason) == (None, "the same day, in the province of Ar-Raqqah")


def test_an_incident_without_a_day_has_no_surroundings() -> None:
    assert beside(replace(KARM, first=None, last=None), line("1", 10, "Karm")) == []


def test_an_account_of_a_log_becomes_a_line_and_one_without_a_day_does_not() -> None:
    account = Account(
        "log:1", "r", Party(None, "A log"), (), AccountDate("2016-03-10"), AccountPlace("Karm"), text="One strike."
    )

    assert strike_line(account) == StrikeLine("log:1", DAY, "Karm", "One strike.")
    assert strike_line(replace(account, date=AccountDate("2016-03"))) is None
