"""What holds of every record: sums that are sums, bounds in their order, and the same numbers by another way."""

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tallies.counting.recorded import AIRWARS, AS_OF, SOHR, Recorded, a_person, civilians, records
from untold.incidents.incident import CasualtyRange, Incident
from untold.tallies.counting import Counting
from untold.tallies.ranging.rules import ranges_by
from untold.tallies.tables import Tables
from untold.tallies.tables.independent import copies_in, copies_table
from untold.tallies.tables.ranges import incidents_said, ranges_table
from untold.tallies.tally import Dimension, RangeRule, TallyScope, Window

SCOPES = st.builds(
    TallyScope,
    actors=st.sampled_from(((), ("us-led-coalition",), ("russia",))),
    is_alone=st.booleans(),
    window=st.sampled_from((Window(), Window("2015-02"), Window(None, "2015-12"))),
    harm=st.sampled_from(("killed", "injured")),
    status=st.sampled_from(("civilian", "combatant", None)),
    demographic=st.sampled_from((None, "children")),
    grades=st.sampled_from(((), ("fair",))),
    grades_by=st.sampled_from(("ours", "source")),
)
EXAMPLES = int(os.environ.get("UNTOLD_TALLY_EXAMPLES", "20"))  # a database is opened for each
ONE_VALUE: tuple[Dimension, ...] = ("month", "year", "country", "governorate", "place")


def ruled(made: Recorded, rule: RangeRule) -> Tables:
    """Return the tables of a record by a rule."""
    plain = made.tables()
    copies = copies_in(copies_table(made.incidents, made.accounts, made.claims))
    return replace(plain, ranges=ranges_table(plain.claims, rule, copies), rule=rule, copies=copies)


@settings(max_examples=EXAMPLES)
@given(records(), SCOPES, st.sampled_from(get_args(RangeRule)), st.sampled_from(ONE_VALUE))
def test_cells_of_one_value_each_add_up_to_the_total(
    made: Recorded, scope: TallyScope, rule: RangeRule, field: Dimension
) -> None:
    with Counting(ruled(made, rule), as_of=AS_OF) as counting:
        table = counting.count(scope, (field,))

    for name in (
        "incidents",
        "low",
        "known_best",
        "known_high",
        "without_low",
        "without_best",
        "without_high",
        "silent",
        "unstated",
        "from_parts",
    ):
        assert sum(getattr(cell, name) or 0 for cell in table.cells) == (getattr(table.total, name) or 0), name
    assert all(cell.shared == 0 and cell.incidents > 0 for cell in table.cells)


@settings(max_examples=EXAMPLES)
@given(
    records(),
    SCOPES,
    st.sampled_from(get_args(RangeRule)),
    st.lists(st.sampled_from(get_args(Dimension)[:-1]), max_size=3, unique=True),
)
def test_low_best_and_high_stand_in_that_order_in_every_cell(
    made: Recorded, scope: TallyScope, rule: RangeRule, fields: list[Dimension]
) -> None:
    with Counting(ruled(made, rule), as_of=AS_OF) as counting:
        table = counting.behind(counting.count(scope, fields))

    for each in (table.total, *table.cells):
        bounds = [bound for bound in (each.low, each.best, each.high) if bound is not None]
        assert bounds == sorted(bounds)
        assert len(each.codes) == each.incidents
        assert (each.high is None) == (each.without_high > 0 or each.incidents == 0)
        assert (each.best is None) == (each.without_best > 0 or each.incidents == 0)
        assert each.silent <= min(each.without_low, each.without_best, each.without_high)
        assert set(each.codes) <= set(table.total.codes)


@settings(max_examples=EXAMPLES)
@given(records(), st.sampled_from(("actor", "role", "source", "means", "grade", "status")))
def test_the_total_counts_each_incident_once_however_many_cells_it_is_in(made: Recorded, field: Dimension) -> None:
    scope = TallyScope(grades_by="source", status=None)
    with made.counting() as counting:
        table = counting.behind(counting.count(scope, (field,)))

    often: defaultdict[str, int] = defaultdict(int)
    for cell in table.cells:
        for code in cell.codes:
            often[code] += 1
    assert set(often) == set(table.total.codes)
    assert len(table.total.codes) == len(set(table.total.codes)) == table.total.incidents
    for cell in table.cells:
        assert cell.shared == sum(often[code] > 1 for code in cell.codes)


@settings(max_examples=EXAMPLES)
@given(records(), SCOPES)
def test_a_recount_in_plain_python_gives_the_same_numbers(made: Recorded, scope: TallyScope) -> None:
    scope = replace(scope, demographic=None, status=scope.status or "civilian")
    with made.counting() as counting:
        found = counting.count(scope).total

    chosen = [each for each in made.incidents if _is_in(each, scope, made)]
    ranges = [_range(each, scope) for each in chosen]
    stated = [each for each in ranges if each is not None]
    assert found.incidents == len(chosen)
    if not any(_has_parts_alone(each, scope) for each in chosen):
        assert found.low == _sum(each.low for each in stated)
        assert found.known_high == _sum(each.high for each in stated)
        assert found.without_low == len(chosen) - sum(each.low is not None for each in stated)


@settings(max_examples=EXAMPLES)
@given(records())
def test_the_widest_rule_gives_what_the_incident_holds(made: Recorded) -> None:
    for incident, said in incidents_said(made.tables().claims):
        found = ranges_by("widest", said)

        own = {
            group: (each.low, each.best, each.high, each.used) for group, each in found.items() if not each.from_parts
        }
        held = made.incidents[incident].ranges
        assert own == {(r.harm, r.status, r.demographic): (r.low, r.best, r.high, r.claims) for r in held}


@settings(max_examples=EXAMPLES)
@given(records(), SCOPES, st.sampled_from(get_args(RangeRule)))
def test_what_is_shown_without_a_source_is_what_a_tally_without_it_counts(
    made: Recorded, scope: TallyScope, rule: RangeRule
) -> None:
    with Counting(ruled(made, rule), as_of=AS_OF) as counting:
        for each in counting.sensitivity(scope):
            assert each.tally == counting.count(replace(scope, without=(each.source,))).total


@pytest.mark.parametrize("field", get_args(Dimension)[:-1])
def test_a_record_of_nothing_has_a_total_of_nothing_and_no_cells(field: Dimension) -> None:
    with Recorded().counting() as counting:
        table = counting.behind(counting.count(TallyScope(), (field,)))

        assert counting.sensitivity(TallyScope()) == ()
    assert (table.total.incidents, table.total.low, table.total.high, table.cells) == (0, None, None, ())


@pytest.mark.parametrize("kind", ["casualty", "concession"])
def test_a_concession_beside_a_list_of_persons_is_held_alike_by_rule_and_incident(kind: str) -> None:
    made = Recorded()
    conceded = civilians(3, kind="concession", modality="conceded")
    listed = a_person(status="civilian", demographic="women", kind=kind)
    made.incident(made.account(SOHR, listed), made.account(AIRWARS, conceded, civilians(2, part_of="a1:0")))

    ((_, said),) = incidents_said(made.tables().claims)

    held = {(each.harm, each.status, each.demographic): (each.low, each.high) for each in made.incidents[0].ranges}
    found = {group: (each.low, each.high) for group, each in ranges_by("widest", said).items() if not each.from_parts}
    assert found == held


def _is_in(incident: Incident, scope: TallyScope, made: Recorded) -> bool:
    blamed = {each.id or each.name for each in incident.attributions if each.role != "denied"}
    month = (incident.date.start or "")[:7]
    grades = {made.accounts[each].stated.grade for each in incident.accounts}
    if scope.grades_by == "ours":
        grades = {incident.grade.value if incident.grade else None}
    conditions = (
        not scope.actors or set(scope.actors) <= blamed,
        not scope.actors or not scope.is_alone or blamed == set(scope.actors),
        scope.window == Window() or bool(month),
        scope.window.start is None or month >= scope.window.start[:7],
        scope.window.end is None or month <= scope.window.end[:7],
        not scope.grades or bool(grades & set(scope.grades)),
    )
    return all(conditions)


def _range(incident: Incident, scope: TallyScope) -> CasualtyRange | None:
    group = (scope.harm, scope.status, scope.demographic)
    return next((each for each in incident.ranges if (each.harm, each.status, each.demographic) == group), None)


def _has_parts_alone(incident: Incident, scope: TallyScope) -> bool:
    own = [each for each in incident.ranges if (each.harm, each.status) == (scope.harm, scope.status)]
    return bool(own) and all(each.demographic is not None for each in own)


def _sum(bounds: Iterable[int | None]) -> int | None:
    known = [bound for bound in bounds if bound is not None]
    return sum(known) if known else None
