"""Iraq Body Count's two downloads: incidents under a page of conditions, and people under their incident."""

import pytest

from tests.claims.columns.lists import csv_of, rewritten, taken
from untold.claims.columns import FromList
from untold.claims.columns.changing import Change
from untold.claims.columns.exporting import export_table
from untold.claims.columns.ibc import COLUMNS, IBC
from untold.claims.columns.ibc_people import COLUMNS as PERSON_COLUMNS
from untold.claims.columns.ibc_people import IBC_INDIVIDUALS, demographic_of, people_written
from untold.claims.columns.renewing import renew
from untold.codebook.counts import Count
from untold.codebook.errors import UnreadableReport

CONDITIONS = ("A list of incidents", "Please read the conditions of use.", "")
ROWS = (
    (
        "x901",
        "20 Mar 2003",
        "20 Mar 2003",
        "PM",
        "Tal Zahra, north of Safir",
        "market",
        "roadside bomb",
        "3",
        "5",
        "AB 21 Mar",
    ),
    ("k9002a", "2-Sep-13", "4-Sep-13", "", "Wadi Safir", "", "gunfire, car bomb", "1", "1", "CD 3 Sep, EF 4 Sep"),
    ("d9003", "May 2006", "", "", "Unknown", "", "", "0", "1", ""),
)
PEOPLE = (
    ("x901-aa1", "Person One", "34", "Male", "Married", "Parent", "20 Mar 2003", "20 Mar 2003", "Tal Zahra"),
    ("x901-aa2", "Person Two", "9", "Female", "", "", "20 Mar 2003", "20 Mar 2003", "Tal Zahra"),
    ("k9002a-b3", "Person Three", "Adult", "Female", "", "", "2 Sep 2013", "2 Sep 2013", "Wadi Safir"),
    ("x901-aa4", "Person Four", "unknown", "Male", "", "", "20 Mar 2003", "20 Mar 2003", "Tal Zahra"),
)


def _incidents(rows: tuple[tuple[str, ...], ...] = ROWS) -> FromList:
    preamble = "".join(f"{line}\n" for line in CONDITIONS).encode()
    return taken(IBC, preamble + csv_of([COLUMNS, *rows]))


def _people(rows: tuple[tuple[str, ...], ...] = PEOPLE) -> FromList:
    preamble = "".join(f"{line}\n" for line in CONDITIONS).encode()
    return taken(IBC_INDIVIDUALS, preamble + csv_of([PERSON_COLUMNS, *rows]))


def test_the_page_of_conditions_is_no_row() -> None:
    found = _incidents()

    assert [account.id for account in found.accounts] == ["ibc:x901", "ibc:k9002a", "ibc:d9003"]
    assert found.faults == ()


def test_a_cell_of_two_lines_under_the_conditions_is_one_cell() -> None:
    content = csv_of([COLUMNS, ROWS[0]]).replace(b",market,", b',"market\nand shop",')
    found = taken(IBC, b'"Incidents","",""\n"Cite us.\nSee page 2"\n\n' + content)

    assert [account.text for account in found.accounts] == ["market and shop"]
    assert found.faults == ()


def test_minimum_and_maximum_are_civilians_killed() -> None:
    claims = _incidents().claims

    assert [(str(claim.count), claim.status, claim.harm) for claim in claims] == [
        ("3–5", "civilian", "killed"),
        ("1", "civilian", "killed"),
        ("0–1", "civilian", "killed"),
    ]


def test_days_of_both_downloads_are_read() -> None:
    dates = [(a.date.start, a.date.end, a.date.precision) for a in _incidents().accounts]

    assert dates == [
        ("2003-03-20", "2003-03-20", "day"),
        ("2013-09-02", "2013-09-04", "days"),
        ("2006-05-01", "2006-05-31", "month"),
    ]


def test_two_different_weapons_are_no_one_means() -> None:
    assert [account.means for account in _incidents().accounts] == ["ied", None, None]


def test_every_place_is_in_iraq_and_an_unknown_one_has_no_name() -> None:
    places = [account.place for account in _incidents().accounts]

    assert {place.country for place in places} == {"IRQ"}
    assert places[2].name is None


def test_the_layout_of_one_number_is_read_too() -> None:
    header = ("IBC_code", "Start_Date", "End_Date", "Location", "Deaths_recorded")
    found = taken(IBC, csv_of([header, ("m9010", "2-Sep-13", "2-Sep-13", "Wadi Safir", "4")]))

    assert [str(claim.count) for claim in found.claims] == ["4"]


@pytest.mark.parametrize(
    ("n", "cell", "expected"),
    [
        (0, "", "column IBC code: is empty; expected a code such as x334"),
        (0, "see x901", "column IBC code: 'see x901' is not a code such as x334"),
        (1, "31 Feb 2003", "column Start Date: '31 Feb 2003' is not a day such as 20 Mar 2003"),
        (2, "19 Mar 2003", "column End Date: '19 Mar 2003' is not a day on or after the Start Date, 2003-03-20"),
        (7, "many", "column Reported Minimum: 'many' is not a number of people"),
        (8, "-1", "column Reported Maximum: '-1' is not a number of people"),
    ],
)
def test_a_bad_cell_refuses_its_row_alone(n: int, cell: str, expected: str) -> None:
    bad = (*ROWS[0][:n], cell, *ROWS[0][n + 1 :])
    found = _incidents((bad, ROWS[1]))

    assert [account.codes for account in found.accounts] == [("k9002a",)]
    assert expected in str(found.faults[0])
    assert "row 5" in str(found.faults[0])


def test_what_the_layout_can_hold_comes_back() -> None:
    first = _incidents()
    again = taken(IBC, rewritten(IBC, first))

    assert [(a.id, a.date, a.place, a.means, a.text) for a in first.accounts] == [
        (a.id, a.date, a.place, a.means, a.text) for a in again.accounts
    ]
    assert [claim.count for claim in first.claims] == [claim.count for claim in again.claims]


def test_people_are_claims_of_their_incidents_account() -> None:
    found = _people()

    assert [(account.id, len(account.claims)) for account in found.accounts] == [
        ("ibc-individuals:x901", 3),
        ("ibc-individuals:k9002a", 1),
    ]
    assert {claim.count for claim in found.claims} == {Count.exactly(1)}


def test_age_and_sex_say_the_group_and_doubt_says_none() -> None:
    assert [claim.demographic for claim in _people().claims] == ["men", "children", None, "women"]
    assert demographic_of("17-19", "Female") is None


def test_a_name_is_evidence_and_stands_nowhere_else() -> None:
    found = _people()

    for row in found.taken:
        assert "Person" not in repr(row.account)
        for claim in row.claims:
            shown = repr((claim.quote, claim.note, claim.rule, claim.places, claim.claimant))
            assert "Person" not in shown
            assert "Person" in repr(claim.evidence["name"])


def test_no_fault_repeats_a_name() -> None:
    bad = (
        ("x901-aa1", "Person One", "34", "Male", "", "", "soon", "20 Mar 2003", "Tal Zahra"),
        ("Person Two", "x901-aa2", "9", "Female", "", "", "20 Mar 2003", "20 Mar 2003", "Tal Zahra"),
        ("x901-aa3", "Person Three", "9"),
        PEOPLE[3],
    )
    found = _people(bad)

    assert [account.codes for account in found.accounts] == [("x901",)]
    assert len(found.refused) == 3
    assert "Person" not in " ".join(map(str, found.faults))


@pytest.mark.parametrize(
    ("n", "cell", "fields"),
    [
        (1, "Person Uno", ["x901-aa1 name"]),
        (2, "35", ["x901-aa1 age"]),
        (4, "", ["x901-aa1 marital_status"]),
        (2, "9", ["x901-aa1 demographic", "x901-aa1 age"]),
    ],
)
def test_a_person_told_otherwise_is_a_change_that_repeats_no_cell_of_theirs(
    n: int, cell: str, fields: list[str]
) -> None:
    before = _people()
    now = _people(((*PEOPLE[0][:n], cell, *PEOPLE[0][n + 1 :]), *PEOPLE[1:]))
    renewal = renew(before.accounts, before.claims, now, IBC_INDIVIDUALS, is_part=False)

    assert {identity: [each.field for each in changes] for identity, changes in renewal.changed.items()} == {
        "ibc-individuals:x901": fields
    }
    assert all("Person" not in repr(each) and PEOPLE[0][n] not in repr(each) for each in renewal.changed.values())


def test_a_person_more_is_told_by_their_code_and_no_other_person_changed() -> None:
    before, now = _people(PEOPLE[1:]), _people()
    renewal = renew(before.accounts, before.claims, now, IBC_INDIVIDUALS, is_part=False)

    assert renewal.changed == {"ibc-individuals:x901": (Change("x901-aa1", "", "1"),)}


def test_people_of_one_incident_with_other_days_are_told() -> None:
    other = (*PEOPLE[1][:6], "21 Mar 2003", "21 Mar 2003", "Tal Zahra")
    found = _people((PEOPLE[0], other))

    assert len(found.claims) == 2
    assert "'21 Mar 2003 to 21 Mar 2003 in row 6' is not the days of the first of this incident, in row 5" in str(
        found.faults[0]
    )


def test_each_person_is_written_back_as_a_row() -> None:
    found = _people()
    rows = [row for one in found.taken for row in people_written(one.account, one.claims)]
    again = taken(IBC_INDIVIDUALS, csv_of([PERSON_COLUMNS, *([row[name] for name in PERSON_COLUMNS] for row in rows)]))

    assert [(a.id, a.date, a.place) for a in again.accounts] == [(a.id, a.date, a.place) for a in found.accounts]
    assert [c.demographic for c in again.claims] == [c.demographic for c in found.claims]


def test_an_export_has_a_row_for_each_person() -> None:
    found = _people()
    table = export_table(found.accounts, found.claims, IBC_INDIVIDUALS)

    assert len(table.rows) == len(PEOPLE)
    assert sorted(row[:4] for row in table.rows) == sorted(row[:4] for row in PEOPLE)


def test_one_download_is_not_taken_for_the_other() -> None:
    with pytest.raises(UnreadableReport, match="Start Date"):
        taken(IBC, csv_of([PERSON_COLUMNS, *PEOPLE]))
    with pytest.raises(UnreadableReport, match="Name or Identifying Details"):
        taken(IBC_INDIVIDUALS, csv_of([COLUMNS, *ROWS]))
