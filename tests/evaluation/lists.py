"""Monitors' lists as they are: how many rows come in, come back, and add up to what their list prints.

A list that is imported whole in a test of our own says little about one that
people kept for fifteen years. So the lists themselves are imported, written in
their own layout, read again and compared, field by field.
"""

import io
import json
from collections.abc import Iterator
from csv import DictWriter
from functools import cache

from tests.evaluation.corpora import data_folder, present
from tests.evaluation.measurement import Measurement, Outcome, share_right
from untold.claims.columns import FromList, Layout, accounts_from_list
from untold.claims.columns.bureau import printed_totals
from untold.claims.columns.entering import Taken
from untold.claims.columns.layouts import fitting, layouts_named
from untold.reports.lists import ListReport, open_list, read_list

WORKBOOK = "tbij_drones/us-pakistan-strikes-from-2004.xlsx"
LISTS = (
    ("airwars_coalition_syria_2014_2016.csv", "airwars"),
    (WORKBOOK, "bureau"),
    ("tbij_drones/pakistan.csv", "bureau"),
    ("aoav_half.csv", "aoav"),
    ("uscentcom_strike_lines_2014_2016.csv", "centcom"),
    ("coalition_statements_2014_2016.jsonl", "statements"),
)


@cache
def imported(file: str, name: str) -> tuple[ListReport, Layout, FromList]:
    """Return a list with its layout and what was taken of it; raises `AbsentTexts` where it is not at hand."""
    listed = open_list(str(present(data_folder() / file)))
    layout = fitting(listed, layouts_named(name))
    return listed, layout, accounts_from_list(listed, layout)


def rows_in() -> Iterator[Outcome]:
    """Yield each row of each list: in, or refused and why."""
    for file, found in _all():
        yield from (Outcome(f"{file}:{row.entry.row.number}", right=True, gold="in", read="in") for row in found.taken)
        for fault in found.faults:
            if fault.is_refused:
                yield Outcome(
                    f"{file}:{fault.row}", right=False, gold="in", read=f"{fault.column} is not {fault.expected}"
                )


def rows_without_fault() -> Iterator[Outcome]:
    """Yield each row of each list: read whole, or with a cell that is told and not read."""
    for file, found in _all():
        told = {fault.row: f"{fault.column} is not {fault.expected}" for fault in found.faults}
        numbers = {row.entry.row.number for row in found.taken} | told.keys()
        yield from (Outcome(f"{file}:{n}", n not in told, "whole", told.get(n, "whole")) for n in sorted(numbers))


def rows_back() -> Iterator[Outcome]:
    """Yield each account of each list: the same or not after it was written in its own layout and read again."""
    for file, name in LISTS:
        listed, layout, found = imported(file, name)
        again = accounts_from_list(read_list(file, written(listed, layout, found)), layout)
        by_id = {_key(n, row): row for n, row in enumerate(again.taken)}
        for n, row in enumerate(found.taken):
            other = by_id.get(_key(n, row))
            changed = ["row"] if other is None else list(changes(row, other))
            yield Outcome(f"{file}:{row.entry.row.number}", not changed, "unchanged", ", ".join(changed) or "unchanged")


def written(listed: ListReport, layout: Layout, found: FromList) -> bytes:
    """Return the accounts of a list in its layout: as JSON Lines where they came so, else as CSV."""
    assert layout.write is not None
    rows = [dict(layout.write(row.account, row.claims)) for row in found.taken]
    if listed.report.media_type == "application/x-ndjson":
        return "\n".join(map(json.dumps, rows)).encode()
    out = io.StringIO()
    writer = DictWriter(out, layout.columns, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def changes(one: Taken, other: Taken) -> Iterator[str]:
    """Yield the fields in which two readings of one row differ."""
    for field in ("date", "place", "attributed_to", "means", "codes", "stated", "text"):
        if getattr(one.account, field) != getattr(other.account, field):
            yield field
    if [_said(claim) for claim in one.claims] != [_said(claim) for claim in other.claims]:
        yield "claims"


def totals_right() -> Iterator[Outcome]:
    """Yield each sum of people that the workbook prints: what its rows add up to, or not.

    A line of zeros is none: its formulas were lost when the workbook was
    converted, of which its own notes warn. An import tells each of them.
    """
    listed, _, found = imported(WORKBOOK, "bureau")
    totals = printed_totals(listed, found)
    people = [total for total in totals if total.claims]
    alive = {total.row for total in people if total.printed}
    for total in people:
        if total.row in alive:
            unit = f"{total.over} {total.column}"
            yield Outcome(unit, not total.residual, str(total.printed), str(total.summed))


def measure() -> list[Measurement]:
    """Return the measures of the lists."""
    return [
        share_right("lists.rows_in", "the lists", rows_in()),
        share_right("lists.rows_without_fault", "the lists", rows_without_fault()),
        share_right("lists.round_trip", "the lists", rows_back()),
        share_right("lists.bureau_totals", WORKBOOK, totals_right()),
    ]


def _all() -> Iterator[tuple[str, FromList]]:
    for file, name in LISTS:
        yield file, imported(file, name)[2]


def _key(n: int, row: Taken) -> object:
    """Return what a row is found again by: its id, or its place where the id is the hash of its cells."""
    return row.account.id if row.account.codes or row.account.id.startswith("statements:") else n


def _said(claim: object) -> tuple[object, ...]:
    fields = ("kind", "harm", "count", "status", "demographic", "affiliation", "modality", "note")
    return tuple(getattr(claim, field) for field in fields)
