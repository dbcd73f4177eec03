"""What an official statement states of its incident is read, and what it does not state stays unread."""

import pytest

from untold.claims.official_statements import NamedPlace, read_official_statement
from untold.codebook.counts import Count

BOILERPLATE = "After a review of the records it was found that no strikes were flown in the area that day."


def test_a_line_of_a_monthly_list_states_day_place_code_number_and_grid() -> None:
    stated = read_official_statement(
        f"Oct. 7, 2016, in Tal Zahra, Syria, via a monitor's report. {BOILERPLATE} 5120/CS901 37SEV111222"
    )

    assert stated.days == ("2016-10-07",)
    assert stated.places == (NamedPlace("Tal Zahra", "in"),)
    assert (stated.codes, stated.numbers, stated.grids) == (("CS901",), ("5120",), ("37SEV111222",))


def test_boilerplate_states_nothing() -> None:
    stated = read_official_statement(BOILERPLATE)

    assert (stated.days, stated.places, stated.codes, stated.grids) == ((), (), (), ())


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("On July 4, 2015, near Umm Rihan, Syria, during a strike", "2015-07-04"),
        ("(11.) Sept. 30, 2016, near Umm Rihan, Syria: no strikes", "2016-09-30"),
        ("3. 4 March 2015 in Umm Rihan, Syria", "2015-03-04"),
        ("Dec. 6, 2106, near Umm Rihan, Syria, via a report", "2106-12-06"),
        ("(22) 4 June 2017 \u2013 near Umm Rihan, Syria, via self-report", "2017-06-04"),
        ("On or about May 9th 2017, near the village of Umm Rihan, Syria", "2017-05-09"),
        ("No strikes were conducted in Umm Rihan on 5 July 2017.", "2017-07-05"),
    ],
)
def test_the_day_is_read_as_printed_a_slip_of_the_pen_included(words: str, day: str) -> None:
    assert read_official_statement(words).days == (day,)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("June 3-4, 2017, near Umm Rihan, Syria", ("2017-06-03", "2017-06-04")),
        ("Between May 31 and June 2, 2017, in Umm Rihan, Syria", ("2017-05-31", "2017-06-01", "2017-06-02")),
        ("June 9-3, 2017, near Umm Rihan, Syria", ()),
    ],
)
def test_of_some_days_each_is_read(words: str, days: tuple[str, ...]) -> None:
    assert read_official_statement(words).days == days


def test_a_code_is_read_after_the_word_for_it_too() -> None:
    stated = read_official_statement("A monitor's report CS901: No strikes were conducted in Karm on 5 July 2017.")

    assert (stated.codes, stated.numbers) == (("CS901",), ())


@pytest.mark.parametrize(
    "words",
    [
        "The strike near Umm Rihan was first published on 22 January 2016.",
        "Number 4 on the Nov. 9, 2016, press release was wrong.",
        "Video shows a fuel point. 13 Nov 2014: the review could not tell who was harmed.",
        "Feb. 30, 2016, was printed in the list.",
    ],
)
def test_a_date_of_the_list_or_of_the_review_dates_no_incident(words: str) -> None:
    assert read_official_statement(words).days == ()


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("June 19, 2015, near Umm Rihan village, north of Karm, Syria, via", [("Umm Rihan", "near"), ("Karm", "near")]),
        ("Feb. 2, 2016, in Al Warda, Syria, near Karm, during", [("Al Warda", "in"), ("Karm", "near")]),
        ("May 1, 2016, on the road between Karm and Sahl, Syria, via", [("Karm", "between"), ("Sahl", "between")]),
        ("In the vicinity of Karm City, Syria, strikes likely killed two", [("Karm", "near")]),
        ("June 10, 2015, Karm, Syria, via a report", [("Karm", "in")]),
    ],
)
def test_places_are_read_with_how_near_the_incident_was(words: str, places: list[tuple[str, str]]) -> None:
    assert [(place.name, place.nearness) for place in read_official_statement(words).places] == places


def test_the_people_conceded_are_read() -> None:
    stated = read_official_statement(
        "Aug. 3, 2016, near Karm, Syria: it is assessed that four civilians were killed and two were injured."
    )

    assert (stated.killed, stated.injured) == (Count.exactly(4), Count.exactly(2))


def test_an_empty_statement_states_nothing() -> None:
    assert read_official_statement(" ").days == ()
