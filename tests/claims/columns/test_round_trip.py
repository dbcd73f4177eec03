"""A list that goes in and comes out again says what it said, from the record alone and beside its file."""

from hypothesis import given

from tests.claims.columns.generated import (
    Rows,
    acled_rows,
    airwars_rows,
    cells,
    listed,
    said,
    through,
    ucdp_rows,
)
from untold.claims.columns import Layout
from untold.claims.columns.acled import ACLED
from untold.claims.columns.airwars import AIRWARS
from untold.claims.columns.mapping import layout_of
from untold.claims.columns.mapping_file import mapping_from
from untold.claims.columns.ucdp import UCDP

MAPPED = layout_of(
    mapping_from(
        "m.toml",
        b"""
name = "made-up"
source = "A Monitor"
dates = "dmy"
[columns]
code = "Code"
date = "Day"
date_end = "Last day"
place = "Town"
lat = "Lat"
lon = "Lon"
actor = "Who"
text = "What"
grade = "Grade"
[words.grade]
A = "confirmed"
B = "weak"
[[counts]]
harm = "killed"
low = "Killed, least"
high = "Killed, most"
[[counts]]
harm = "killed"
demographic = "children"
column = "Children"
part_of = "Killed, least"
""",
    )
)


def assert_nothing_is_lost(rows: Rows, layout: Layout) -> None:
    columns = list(layout.columns)
    first, again = through(listed(rows, columns), layout, with_file=False)

    assert said(first, layout) == said(again, layout)

    extra = [{**row, "of no layout": f"kept {n}"} for n, row in enumerate(rows)]
    first, again = through(listed(extra, ["of no layout", *columns]), layout, with_file=True)
    assert cells(first) == cells(again)


@given(airwars_rows())
def test_airwars_incidents_come_back(rows: Rows) -> None:
    assert_nothing_is_lost(rows, AIRWARS)


@given(ucdp_rows())
def test_ucdp_events_come_back(rows: Rows) -> None:
    assert_nothing_is_lost(rows, UCDP)


@given(acled_rows())
def test_acled_events_come_back(rows: Rows) -> None:
    assert_nothing_is_lost(rows, ACLED)


@given(airwars_rows())
def test_a_list_of_a_mapping_comes_back(rows: Rows) -> None:
    assert_nothing_is_lost([_mapped(row) for row in rows], MAPPED)


def _mapped(row: dict[str, str]) -> dict[str, str]:
    def turned(day: str) -> str:
        return "/".join(reversed(day.split("-"))) if day else ""

    children = row["children_killed_min"]
    return {
        "Code": row["code"],
        "Day": turned(row["date"]),
        "Last day": turned(row["date_end"]),
        "Town": row["location"],
        "Lat": row["lat"],
        "Lon": row["lon"],
        "Who": "A Force; Another Force",
        "What": row["summary"],
        "Grade": {"Confirmed": "A", "Weak": "B"}.get(row["grade"], ""),
        "Killed, least": row["killed_min"],
        "Killed, most": row["killed_max"],
        "Children": f"at least {children}" if children.isdigit() else children,
    }
