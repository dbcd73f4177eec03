"""Counting: what is in a tally, what stands beside it, and what is left open."""

from dataclasses import replace

import pytest

from tests.tallies.counting.recorded import (
    AIRWARS,
    COALITION,
    GAZETTE,
    RUSSIA,
    SNHR,
    SOHR,
    Recorded,
    civilians,
    graded,
    people,
    stated,
)
from untold.claims.account import AccountDate, AccountPlace
from untold.claims.claim import Attribution
from untold.codebook.counts import Count
from untold.tallies.tally import Dimension, NamedPeriod, Tally, TallyScope, TallyTable, Window

KILLED = TallyScope()


def counted(made: Recorded, scope: TallyScope = KILLED, *by: Dimension) -> TallyTable:
    with made.counting() as counting:
        return counting.behind(counting.count(scope, by))


def bounds(tally: Tally) -> tuple[int | None, int | None, int | None]:
    return tally.low, tally.high, tally.known_high


def cells(table: TallyTable) -> dict[tuple[str | None, ...], int | None]:
    return {tuple(value for _, value in cell.by): cell.low for cell in table.cells}


def test_floors_and_ceilings_are_added_up_apart() -> None:
    made = Recorded()
    made.told(Count.between(3, 5))
    made.told(Count.exactly(10))

    assert bounds(counted(made).total) == (13, 15, 15)


def test_an_incident_without_a_floor_adds_nothing_and_is_said_to_have_none() -> None:
    made = Recorded()
    made.told(3)
    made.told(Count.at_most(9))
    total = counted(made).total

    assert bounds(total) == (3, 12, 12)
    assert (total.without_low, total.without_high, total.silent) == (1, 0, 0)


def test_an_incident_without_a_ceiling_leaves_the_total_without_one() -> None:
    made = Recorded()
    made.told(3)
    made.told(Count.at_least(9))
    total = counted(made).total

    assert bounds(total) == (12, None, 3)
    assert (total.without_low, total.without_high) == (0, 1)


def test_what_nobody_says_is_not_zero() -> None:
    made = Recorded()
    made.told(None)
    total = counted(made).total

    assert bounds(total) == (None, None, None)
    assert (total.incidents, total.silent) == (1, 1)


def test_zero_is_a_number() -> None:
    made = Recorded()
    made.told(Count.nobody())

    assert bounds(counted(made).total) == (0, 0, 0)


def test_people_of_unsaid_status_stand_beside_the_civilians_and_never_among_them() -> None:
    made = Recorded()
    made.told(3)
    made.incident(made.account(SOHR, people(40)))
    total = counted(made).total

    assert bounds(total) == (3, None, 3)
    assert (total.unstated, total.unstated_low, total.unstated_known_high) == (1, 40, 40)
    assert total.without_low == total.silent == 1


def test_everybody_is_the_stated_whole_and_not_its_civilians() -> None:
    made = Recorded()
    made.incident(made.account(SOHR, people(40), civilians(3)))

    assert bounds(counted(made, replace(KILLED, status=None)).total) == (40, 40, 40)


def test_an_incident_of_two_actors_counts_once_in_the_total_and_once_under_each() -> None:
    made = Recorded()
    made.told(3, attributed_to=(COALITION,))
    made.told(5, attributed_to=(COALITION, RUSSIA))
    table = counted(made, KILLED, "actor")

    assert (table.total.low, table.total.incidents) == (8, 2)
    assert cells(table) == {("russia",): 5, ("us-led-coalition",): 8}
    assert [cell.shared for cell in table.cells] == [1, 1]


def test_alone_leaves_out_where_anybody_else_is_blamed() -> None:
    made = Recorded()
    made.told(3, attributed_to=(COALITION,))
    made.told(5, attributed_to=(COALITION, RUSSIA))
    made.told(7, attributed_to=(COALITION, Attribution("russia", "Russia", "denied")))
    scope = replace(KILLED, actors=("us-led-coalition",))

    assert counted(made, scope).total.low == 15
    assert counted(made, replace(scope, is_alone=True)).total.low == 10


def test_a_part_of_a_body_is_that_body() -> None:
    made = Recorded()
    made.told(3, attributed_to=(Attribution("us-air-force", "the US Air Force", "known"),))

    assert counted(made, replace(KILLED, actors=("united-states",), is_alone=True)).total.low == 3


def test_who_is_only_cleared_is_no_actor_unless_asked_for() -> None:
    made = Recorded()
    made.told(3, attributed_to=(Attribution("russia", "Russia", "denied"),))
    scope = replace(KILLED, actors=("russia",))

    assert counted(made, scope).total.incidents == 0
    assert counted(made, replace(scope, roles=("denied",))).total.incidents == 1
    assert cells(counted(made, KILLED, "actor")) == {(None,): 3}


def test_grades_are_ours_or_as_sources_state_them() -> None:
    made = Recorded()
    made.told(3, grade=graded("fair"), stated=stated("weak"))
    made.told(5, grade=graded("weak"), stated=stated("fair"))

    assert counted(made, replace(KILLED, grades=("fair",))).total.low == 3
    assert counted(made, replace(KILLED, grades=("fair",), grades_by="source")).total.low == 5
    assert cells(counted(made, replace(KILLED, grades_by="source"), "grade")) == {("fair",): 5, ("weak",): 3}


def test_a_grade_is_asked_of_the_sources_of_the_scope() -> None:
    made = Recorded()
    made.incident(made.account(SOHR, civilians(3), stated=stated("fair")), made.account(SNHR, civilians(9)))
    scope = replace(KILLED, grades=("fair",), grades_by="source")

    assert counted(made, replace(scope, sources=("sohr",))).total.low == 3
    assert counted(made, replace(scope, sources=("snhr",))).total.incidents == 0
    assert counted(made, replace(scope, without=("sohr",))).total.incidents == 0


def test_each_source_has_what_it_says_itself() -> None:
    made = Recorded()
    made.incident(made.account(SOHR, civilians(3)), made.account(SNHR, civilians(9)))
    made.incident(made.account(SNHR, civilians(1)))
    table = counted(made, KILLED, "source")

    assert cells(table) == {("snhr",): 10, ("sohr",): 3}
    assert [cell.claims for cell in table.cells] == [("a1:0", "a2:0"), ("a0:0",)]
    assert table.total.low == 4


def test_an_outlet_that_quotes_a_monitor_brings_the_monitors_word() -> None:
    made = Recorded()
    made.incident(made.account(GAZETTE, civilians(3, claimant=SOHR)))

    assert cells(counted(made, KILLED, "source")) == {("sohr",): 3}
    for named in ("sohr", "The Village Gazette"):
        assert counted(made, replace(KILLED, sources=(named,))).total.low == 3
        assert counted(made, replace(KILLED, without=(named,))).total.incidents == 0


def test_a_range_is_worked_out_again_from_fewer_sources() -> None:
    made = Recorded()
    made.incident(made.account(SOHR, civilians(3)), made.account(SNHR, civilians(9)))

    assert bounds(counted(made).total) == (3, 9, 9)
    assert bounds(counted(made, replace(KILLED, without=("sohr",))).total) == (9, 9, 9)
    assert bounds(counted(made, replace(KILLED, sources=("sohr",))).total) == (3, 3, 3)


def test_status_and_group_cells_are_of_the_numbers_and_what_states_no_part_is_whole() -> None:
    made = Recorded()
    made.incident(made.account(SOHR, civilians(9), civilians(4, demographic="children"), people(6, status="combatant")))
    made.told(5)
    made.incident(made.account(SNHR, people(7)))

    assert cells(counted(made, KILLED, "demographic")) == {("children",): 4, (None,): 5}
    by_status = counted(made, replace(KILLED, status=None), "status")
    assert cells(by_status) == {("civilian",): 14, ("combatant",): 6, (None,): 7}
    assert [cell.shared for cell in by_status.cells] == [1, 1, 0]


def test_parts_alone_make_a_floor_and_are_said_to() -> None:
    made = Recorded()
    made.incident(made.account(SOHR, civilians(3, demographic="women"), civilians(2, demographic="children")))
    total = counted(made).total

    assert bounds(total) == (5, None, None)
    assert (total.from_parts, total.best) == (1, None)
    assert total.claims == ("a0:0", "a0:1")


def test_days_must_lie_in_the_window_and_what_straddles_it_is_told() -> None:
    made = Recorded()
    for start, end in (("2015-06-10", "2015-06-10"), ("2015-06-30", "2015-07-02"), ("2015", "2015"), (None, None)):
        made.told(3, date=AccountDate(start, end))
    table = counted(made, replace(KILLED, window=Window("2015-06", "2015-06")))

    assert table.total.incidents == 1
    assert (table.left_out.undated, table.left_out.straddling) == (1, 2)
    assert counted(made).left_out.undated is None


def test_a_month_cell_holds_what_lies_in_one_month_and_the_rest_has_none() -> None:
    made = Recorded()
    for start, end in (("2015-06-10", "2015-06-10"), ("2015-06-30", "2015-07-02"), (None, None)):
        made.told(3, date=AccountDate(start, end))

    assert cells(counted(made, KILLED, "month")) == {("2015-06",): 3, (None,): 6}


def test_named_periods_are_cells_and_may_overlap() -> None:
    made = Recorded()
    for day in ("2009-01-19", "2009-01-20", "2017-01-20"):
        made.told(3, date=AccountDate(day, day, "day"))
    periods = [
        NamedPeriod("before", Window(None, "2009-01-19")),
        NamedPeriod("after", Window("2009-01-20", "2016")),
        NamedPeriod("2009", Window("2009", "2009")),
    ]
    with made.counting(periods=periods) as counting:
        table = counting.behind(counting.count(KILLED, ("period",)))

    assert cells(table) == {("2009",): 6, ("after",): 3, ("before",): 3, (None,): 3}
    assert [cell.shared for cell in table.cells] == [2, 1, 1, 0]


def test_a_table_by_period_needs_periods() -> None:
    with Recorded().counting() as counting, pytest.raises(ValueError, match="period"):
        counting.count(KILLED, ("period",))


def test_two_fields_make_a_cell_for_each_pair() -> None:
    made = Recorded()
    made.told(3, attributed_to=(COALITION, RUSSIA), means="airstrike")
    made.told(5, attributed_to=(RUSSIA,), means="artillery")
    table = counted(made, KILLED, "actor", "means")

    assert cells(table) == {
        ("russia", "airstrike"): 3,
        ("russia", "artillery"): 5,
        ("us-led-coalition", "airstrike"): 3,
    }


def test_places_are_found_by_name_and_by_governorate() -> None:
    made = Recorded()
    made.told(3, place=AccountPlace("Tal Zahra", admin1="Aleppo", country="SYR"))
    made.told(5, place=AccountPlace("Wadi Safir", lat=36.2, lon=37.15))

    assert counted(made, replace(KILLED, places=("tal zahra",))).total.low == 3
    assert counted(made, replace(KILLED, places=("Aleppo province",))).total.low == 8
    assert counted(made, replace(KILLED, countries=("SYR",))).total.low == 8
    assert cells(counted(made, KILLED, "governorate")) == {("Aleppo",): 8}


@pytest.mark.parametrize("hostile", ["'; DROP TABLE incidents; --", '"', "?", "$1", "\x00", "محافظة"])
def test_a_place_may_be_called_anything(hostile: str) -> None:
    made = Recorded()
    made.told(3, place=AccountPlace(hostile, country="SYR"))
    scope = replace(KILLED, places=(hostile,), sources=(hostile,), actors=(hostile,), means=(hostile,))

    assert counted(made, scope, "place").total.incidents == 0
    assert cells(counted(made, KILLED, "place")) == {(hostile,): 3}


def test_what_stands_behind_one_cell_is_what_stands_behind_it_in_the_table() -> None:
    made = Recorded()
    made.told(3, attributed_to=(COALITION, RUSSIA))
    made.incident(made.account(SOHR, civilians(2)), made.account(AIRWARS, civilians(6), attributed_to=(RUSSIA,)))
    with made.counting() as counting:
        table = counting.count(KILLED, ("actor",))
        whole = counting.behind(table)

        assert tuple(counting.behind_cell(cell) for cell in table.cells) == whole.cells
    assert whole.cells[0].codes == ("U-0000", "U-0001")
    assert whole.cells[0].claims == ("a0:0", "a1:0", "a2:0")


def test_the_incidents_of_a_scope_come_with_their_own_ranges() -> None:
    made = Recorded()
    made.told(Count.between(3, 5), date=AccountDate("2016-01-01", "2016-01-01", "day"))
    made.told(None)
    with made.counting() as counting:
        found = counting.incidents(KILLED)

    assert [(each.code, each.low, each.high, each.claims) for each in found] == [
        ("U-0001", None, None, ()),
        ("U-0000", 3, 5, ("a0:0",)),
    ]
