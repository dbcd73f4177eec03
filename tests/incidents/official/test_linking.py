"""A statement finds its incident by what it prints, and where that leaves two, both are named."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.claims.official_statements import read_official_statement
from untold.incidents.official import IncidentFacts, StatementLink, StatementLinker
from untold.incidents.official.facts import name_parts


def incident(code: str, day: str, place: str, at: tuple[float, float] | None, killed: int = 4) -> IncidentFacts:
    on = date.fromisoformat(day)
    return IncidentFacts(code, (code,), on, on, name_parts(place), at, (killed, killed))


KARM = (35.0, 38.0)
INCIDENTS = [
    incident("T001", "2016-03-10", "Karm", KARM),
    incident("T002", "2016-03-20", "Umm Rihan", (36.5, 38.9)),
    incident("T003", "2016-03-25", "Al Warda", (35.03, 38.02), killed=2),
    incident("T004", "2016-04-02", "Karm", KARM, killed=3),
    incident("T005", "2016-04-02", "Karm", KARM, killed=20),
    incident("T006", "2016-05-05", "Road between Sahl and Karm", None),
    incident("T007", "2016-05-05", "Karm", KARM),
]
LINKER = StatementLinker(INCIDENTS)


def link(words: str, published: str | None = None) -> StatementLink:
    return LINKER.link(read_official_statement(words, published=published))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("March 10, 2016, in Karm, Syria, via a report.", "T001"),
        ("March 11, 2016, near Al-Karm, Syria, via a report.", "T001"),
        ("March 20, 2016, in Oum Rihan, Syria, via a report.", "T002"),
        ("March 25, 2016, near Karm, Syria, via a report.", "T003"),
        ("May 5, 2016, on the road between Karm and Sahl, Syria, via a report.", "T006"),
    ],
)
def test_day_and_place_find_the_incident_though_either_is_a_little_off(words: str, code: str) -> None:
    assert (link(words).verdict, link(words).incident) == ("linked", code)


def test_two_incidents_in_one_town_on_one_day_are_ambiguous_and_both_are_named_with_reasons() -> None:
    found = link("April 2, 2016, in Karm, Syria, via a report.")

    assert (found.verdict, found.incident) == ("ambiguous", None)
    assert [each.incident for each in found.candidates[:2]] == ["T004", "T005"]
    assert all("the same day" in each.reasons for each in found.candidates[:2])


def test_the_number_conceded_decides_between_two_incidents_of_one_day() -> None:
    found = link("April 2, 2016, near Karm, Syria: it is assessed that ten civilians were killed.")

    assert found.incident == "T005"
    assert "10 killed are fewer than any source counts (20)" in found.reason


@pytest.mark.parametrize(
    "words",
    [
        "No strikes were flown in the geographical area on that day.",
        "The report holds too little to say when or where it was.",
        "During a strike on a fighting position four civilians were killed.",
        "In the vicinity of Karm City, Syria, strikes likely killed four civilians.",
    ],
)
def test_words_without_a_day_of_their_own_link_to_nothing(words: str) -> None:
    assert (link(words).verdict, link(words).incident) == ("none", None)


def test_a_day_three_days_off_is_shown_and_not_linked() -> None:
    found = link("March 13, 2016, in Karm, Syria, via a report.")

    assert found.incident is None
    assert found.candidates[0].incident == "T001"


def test_the_same_day_of_another_year_is_shown_and_not_linked() -> None:
    found = link("March 10, 2017, in Karm, Syria, via a report.", published="2018-01-01")

    assert found.incident is None
    assert "the same day of 2016, not of 2017" in found.candidates[0].reasons


def test_a_day_later_than_the_statement_itself_is_a_slip_of_the_year() -> None:
    found = link("March 10, 2061, in Karm, Syria, via a report.", published="2018-01-01")

    assert (found.incident, found.by) == ("T001", "day and place")


def test_a_printed_code_links_whatever_the_spelling_of_the_place() -> None:
    found = link("March 10, 2016, in Kharm, Syria, via a report. 77/T1")

    assert (found.incident, found.by) == ("T001", "code")


def test_an_old_code_finds_the_incident_that_bore_it() -> None:
    renamed = replace(INCIDENTS[0], codes=("T001", "OLD7"))
    found = StatementLinker([renamed]).link(read_official_statement("Mar. 10, 2016, in Karm, Syria. 77/OLD7"))

    assert found.incident == "T001"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("March 10, 2016, in Karm, Syria, via a report. 78/T002", "Karm lies"),
        ("June 1, 2016, in Karm, Syria, via a report. 77/T001", "its day is 2016-06-01, not 2016-03-10"),
        ("March 10, 2016, in Karm, Syria, via a report. 77/T001 37SFU300700", "its grid 37SFU300700 lies"),
    ],
)
def test_a_code_that_the_statement_itself_contradicts_is_flagged_and_not_linked(words: str, reason: str) -> None:
    found = link(words)

    assert (found.verdict, found.incident) == ("contradicted", None)
    assert reason in found.reason


def test_a_code_that_nobody_bears_is_not_replaced_by_a_guess() -> None:
    found = link("March 10, 2016, in Karm, Syria, via a report. 99/X555")

    assert (found.verdict, found.incident) == ("none", None)
    assert found.candidates[0].incident == "T001"


def test_a_code_that_two_incidents_bear_is_ambiguous() -> None:
    twins = [replace(INCIDENTS[0], code=code) for code in ("T001 a", "T001 b")]
    found = StatementLinker(twins).link(read_official_statement("March 10, 2016, in Karm, Syria. 77/T001"))

    assert found.verdict == "ambiguous"


@given(st.permutations(INCIDENTS))
def test_the_order_of_the_incidents_changes_nothing(incidents: list[IncidentFacts]) -> None:
    statement = read_official_statement("April 2, 2016, in Karm, Syria, via a report.")

    assert StatementLinker(incidents).link(statement) == LINKER.link(statement)
