"""A tally in a terminal: eighty columns, the number first, and every empty state in words."""

from io import StringIO

import pytest
from rich.console import Console

from tests.tallies.counted.test_objects import answer, hostile_places
from tests.tallies.counting.recorded import COALITION, RUSSIA, SNHR, SOHR, Recorded, civilians, people
from untold.claims.account import AccountDate, AccountPlace
from untold.claims.claim import Party
from untold.codebook.counts import Count
from untold.tallies.counted.answer import Answer
from untold.tallies.counted.phrases import tally_phrases
from untold.tallies.counted.terminal import print_answer
from untold.tallies.tally import TallyScope, Window


def printed(found: Answer) -> str:
    out = StringIO()
    print_answer(found, Console(file=out, width=80))
    return out.getvalue()


def flat(found: Answer) -> str:
    """Return what is printed on one line, as it is read."""
    return " ".join(printed(found).split())


def test_the_number_says_no_more_than_is_known() -> None:
    made = Recorded()
    made.told(Count.between(3, 9))
    made.told(Count.at_least(5))

    assert "at least 8 killed, 2 incidents" in flat(answer(made))
    assert "ceilings that are known: 9; no ceiling in 1" in flat(answer(made))


def test_a_number_of_which_nothing_is_known_is_unknown_and_not_zero() -> None:
    made = Recorded()
    made.told(None)

    assert "an unknown number killed, 1 incident" in flat(answer(made))


def test_known_ceilings_below_the_floor_bound_nothing_and_are_not_shown() -> None:
    made = Recorded()
    made.told(2)
    made.told(Count.at_least(9))
    printed_cells = flat(answer(made, "year"))

    assert "2015 11 – 2" in printed_cells
    assert "2+" not in printed_cells


def test_cells_that_overlap_are_said_to() -> None:
    made = Recorded()
    made.told(3, attributed_to=(COALITION, RUSSIA))

    assert "The cells hold 2 incidents, and there are 1" in flat(answer(made, "actor"))


def test_people_of_unsaid_status_are_told_beside() -> None:
    made = Recorded()
    made.incident(made.account(SOHR, people(40)))

    assert "1 incidents count people and say nothing of their status: at least 40" in flat(answer(made))


def test_a_long_table_stays_within_eighty_columns() -> None:
    made = Recorded()
    made.told(3, place=AccountPlace("The eastern countryside of " * 4, country="SYR"), attributed_to=(COALITION,))
    made.incident(made.account(SOHR, civilians(5)), made.account(SNHR, civilians(9)))

    lines = printed(answer(made, "place", "actor", "month")).splitlines()

    assert max(map(len, lines)) <= 80


def test_of_many_sources_those_that_move_the_number_most_are_shown() -> None:
    made = Recorded()
    made.incident(*(made.account(Party(None, f"Paper {n}"), civilians(n + 1)) for n in range(30)))

    assert "10 more sources move it less" in flat(answer(made))


def test_no_word_of_a_report_moves_the_cursor() -> None:
    assert "\x1b" not in printed(answer(hostile_places(), "place"))


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (TallyScope(places=("Nowhere",)), "1 incidents would be, if it were not for the place."),
        (TallyScope(grades=("fair",)), "No incident of the record is graded yet"),
        (TallyScope(window=Window("2016", "2016")), "if it were not for the window"),
    ],
)
def test_an_empty_scope_says_why_it_is_empty(scope: TallyScope, words: str) -> None:
    made = Recorded()
    made.told(3)
    said = flat(answer(made, "month", scope=scope))

    assert "No incident is in this scope." in said
    assert words in said


def test_what_has_no_date_is_told_where_a_window_leaves_nothing() -> None:
    made = Recorded()
    made.told(3, date=AccountDate())

    assert "1 more incidents have no date" in flat(answer(made, scope=TallyScope(window=Window("2016"))))


def test_a_record_without_incidents_says_what_to_do() -> None:
    assert "The record holds no incident: match its accounts first" in flat(answer(Recorded()))


def test_the_phrases_of_both_languages_have_the_same_keys() -> None:
    english, arabic = tally_phrases("en").tables, tally_phrases("ar").tables

    assert {name: set(table) for name, table in english.items()} == {name: set(table) for name, table in arabic.items()}
