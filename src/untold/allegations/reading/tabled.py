"""The answers of a yearly table: each row an operation of a day that the belligerent says harmed people.

A row has no sentence, so its columns say what its numbers count, and the words
above the table say what was found.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from untold.allegations.reading.headings import section_named
from untold.allegations.reading.record import Entry
from untold.allegations.reading.tables import Row, Table, table_in
from untold.claims.account import Conceded
from untold.claims.official_statements import NamedPlace, OfficialStatement, Section, read_answer
from untold.claims.official_statements.days import days_in
from untold.claims.official_statements.flat import flatten
from untold.claims.official_statements.naming import is_country
from untold.codebook.counts import Count
from untold.codebook.places import find_place
from untold.reports.report import Passage, Report

_ABOVE = 1_200  # letters above a table in which its finding is named
_PLACE = re.compile(
    r"(?P<lead>near |in )?(?P<name>[^\W\d][^,\d]{2,60}), (?P<country>[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)\b"
)
_RANGE = re.compile(r"(\d+)\s?[-\u2013]\s?(\d+)$")


def answers_in_tables(report: Report) -> Iterator[Entry]:
    """Yield the rows of a report's table as answers; none where it has no table, or nothing says what was found."""
    table = table_in(report)
    section = None if table is None else _section(report, table)
    if table is None or section is None:
        return
    for row in table.rows:
        stated = read_answer(row.words, published=report.published, under=_own_section(row) or section)
        yield Entry(row.words, _with_cells(stated, row))


def _section(report: Report, table: Table) -> Section | None:
    """Return what the words above a table say of its rows: the nearest line that names one outcome, or the title."""
    above = report.text[max(table.start - _ABOVE, 0) : table.start]
    for line in reversed(list(re.finditer(r"[^\n]+", above))):
        start = table.start - len(above) + line.start()
        section = section_named(Passage(report.id, start, start + len(line[0]), line[0]))
        if section is not None:
            return section
    return None


def _own_section(row: Row) -> Section | None:
    cell = row.cells.get("outcome")
    return None if cell is None else section_named(cell)


def _with_cells(stated: OfficialStatement, row: Row) -> OfficialStatement:
    return _with_numbers(_with_place(_with_day(stated, row), row), row)


def _with_day(stated: OfficialStatement, row: Row) -> OfficialStatement:
    """Return the row's statement with the days of its date's cell and the number that it has of its own."""
    day, number = row.cells.get("date"), row.cells.get("number")
    days = () if day is None else tuple(told.value for told in days_in(flatten(day.text)))
    if day is not None and days:
        stated = replace(stated, days=days, evidence={**stated.evidence, "days": (day,) * len(days)})
    if number is None or not number.text.isdecimal():
        return stated
    return replace(stated, numbers=(number.text,), evidence={**stated.evidence, "numbers": (number,)})


def _with_numbers(stated: OfficialStatement, row: Row) -> OfficialStatement:
    """Return the row's statement with the numbers of its columns, conceded where it finds the allegation credible."""
    killed, injured = _count(row.cells.get("killed")), _count(row.cells.get("injured"))
    concedes = stated.outcome == "credible" and (killed is not None or injured is not None)
    prefixes = ("", "conceded.") if concedes else ("",)
    shown = {
        f"{prefix}{field}": row.cells[field]
        for prefix in prefixes
        for field, count in (("killed", killed), ("injured", injured))
        if count is not None
    }
    return replace(
        stated,
        killed=killed,
        injured=injured,
        conceded=Conceded(killed, injured) if concedes else None,
        evidence={**stated.evidence, **shown},
    )


def _count(cell: Passage | None) -> Count | None:
    """Return the number of a cell; a nought is a number, and words that are none are not stated."""
    if cell is None:
        return None
    words = cell.text.strip().replace(",", "")
    bounds = _RANGE.match(words)
    if bounds is not None and int(bounds[1]) <= int(bounds[2]):
        return Count.between(int(bounds[1]), int(bounds[2]))
    return Count.exactly(int(words)) if words.isdecimal() else None


def _with_place(stated: OfficialStatement, row: Row) -> OfficialStatement:
    """Return the row's statement with its place and country: of its cell, or between its date and a country."""
    cell = row.cells.get("place", row.words)
    for found in _PLACE.finditer(cell.text):
        country = next(filter(is_country, (found["country"], found["country"].split()[0])), None)
        known = None if country is None else find_place(country)
        if known is not None:
            name = found["name"].strip()
            start = cell.start + found.start("name") + found["name"].index(name)
            words = Passage(cell.report, start, start + len(name), name)
            place = NamedPlace(name, "near" if found["lead"] == "near " else "in")
            return replace(
                stated, places=(place,), country=known.country, evidence={**stated.evidence, "places": (words,)}
            )
    return stated
