"""The strikes in a workbook of the Bureau's: which rows are strikes, and what a merged cell says to each.

Titles, notes, years between the rows and a total under them are no strikes. A
cell merged over several rows is shown beside each of them, so its words hold
for each; its number does not, for three killed in two strikes are not six.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from untold.claims.columns.beginnings import tables
from untold.claims.columns.bureau.headings import Group, groups_of, heading_of
from untold.codebook.errors import UnreadableReport
from untold.codebook.places import find_place
from untold.reports.lists import Cell, Entry, Header, ListReport, Row, Sheet
from untold.reports.lists.entries import column_key

_NAMES_A_ROW = ("Strike ID", "Date")
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b.*|sum\b.*", re.IGNORECASE)
_COUNTRY = re.compile(r"\bin ((?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)")
_CAPITALIZED = re.compile(r"\b[A-Z][a-z]{3,}\b")
_DRONES = re.compile(r"\bdrones?\b|\bpredators?\b|\breapers?\b", re.IGNORECASE)
_FEWEST = 3  # cells with words: a note or a heading between the rows has one or two


@dataclass(frozen=True, slots=True)
class Strike(Entry):
    """A row of a strike, with the merged cells that reach down to it, and what its workbook is about."""

    merged: Mapping[int, Cell] = field(default_factory=dict)  # words from above, by column
    shared: frozenset[int] = frozenset()  # columns whose number is of several rows together
    groups: tuple[Group, ...] = ()
    country: str | None = None  # ISO 3166-1 alpha-3
    is_of_drones: bool = False

    def cell(self, column: str) -> Cell | None:
        """Return the cell under a column, or the merged one that is shown there."""
        above = self._above(column)
        return Entry.cell(self, column) if above is None else above

    def text(self, column: str) -> str | None:
        """Return the words under a column, or those of the merged cell that is shown there."""
        above = self._above(column)
        return Entry.text(self, column) if above is None else above.text.strip() or None

    def is_shared(self, column: str) -> bool:
        """Return whether the number under a column is one for several rows."""
        return self.header.places.get(column_key(column)) in self.shared

    def _above(self, column: str) -> Cell | None:
        place = self.header.places.get(column_key(column))
        return None if place is None else self.merged.get(place)


def strikes(listed: ListReport) -> Iterator[Strike]:
    """Yield the strikes of every sheet that has a table of them.

    Raises `UnreadableReport` where no sheet does.
    """
    found = list(tables(listed, is_header))
    if not found:
        why = "has no table with a date and minimum and maximum numbers of people killed, so it is no bureau list"
        raise UnreadableReport(listed.origin, why, "choose another --from, or write a mapping with --suggest")
    for sheet, header, rows in found:
        yield from _strikes(listed, sheet, header, rows)


def is_header(header: Header) -> bool:
    """Return whether a row heads a table of strikes: it names a day or a code, and counts people."""
    return any(name in header for name in _NAMES_A_ROW) and bool(groups_of(header))


def _strikes(listed: ListReport, sheet: Sheet, header: Header, rows: Sequence[Row]) -> Iterator[Strike]:
    groups, about = groups_of(header), _about(listed, sheet)
    country, is_of_drones = country_in(about), bool(_DRONES.search(" ".join(about)))
    counted = frozenset(n for n, name in enumerate(header.names) if heading_of(name) is not None)
    by_number = {row.number: row for row in rows}
    for row in rows:
        if row.fault is not None or is_strike(row, header):
            merged, shared = _merged(sheet, row, by_number, counted)
            yield Strike(row, header, merged, shared, groups, country, is_of_drones)


def is_strike(row: Row, header: Header) -> bool:
    """Return whether a row is a strike: it has a code and a day or several cells, and is no total and no header."""
    words = [text.strip() for text in row.texts if text.strip()]
    named = [
        row.texts[n].strip() for name in _NAMES_A_ROW if (n := _place(header, name)) is not None and n < len(row.texts)
    ]
    is_named = len(named) == len(_NAMES_A_ROW) and all(named)
    if (len(words) < _FEWEST and not is_named) or _TOTAL.fullmatch(words[0]):
        return False
    return words[:_FEWEST] != [name for name in header.names if name][:_FEWEST]


def _place(header: Header, name: str) -> int | None:
    return header.places.get(column_key(name))


def country_in(titles: Sequence[str]) -> str | None:
    """Return the one country that the titles say the strikes were in, or null where they name none or several.

    Whose strikes they were is no place: the United States is never it.

    >>> country_in(["US drone strikes in Pakistan", "Drone strikes data"]), country_in(["Yemen strikes"])
    ('PAK', 'YEM')
    >>> country_in(["US drone strikes"]) is None, country_in(["Yemen and Somalia"]) is None
    (True, True)
    """
    said = _countries(found[1] for title in titles for found in _COUNTRY.finditer(title))
    named = said or _countries(word for title in titles for word in _CAPITALIZED.findall(title))
    return named.pop() if len(named) == 1 else None


def _countries(names: Iterable[str]) -> set[str]:
    places = (find_place(name) for name in names)
    codes = {place.country for place in places if place is not None and place.kind == "country"}
    return {code for code in codes if code is not None} - {"USA"}


def _about(listed: ListReport, own: Sheet) -> list[str]:
    """Return the lines that say what a workbook is about: each sheet's first words and the own sheet's name."""
    firsts = [row.texts[0] for sheet in listed.sheets if not sheet.is_hidden for row in sheet.rows[:1] if row.texts]
    return [own.name or "", *firsts]


def _merged(
    sheet: Sheet, row: Row, rows: Mapping[int, Row], counted: frozenset[int]
) -> tuple[dict[int, Cell], frozenset[int]]:
    words: dict[int, Cell] = {}
    shared: set[int] = set()
    for area in sheet.merged:
        if not area.first_row <= row.number <= area.last_row or area.first_row == area.last_row:
            continue
        if area.first_column in counted:
            shared.add(area.first_column)
        elif row.number > area.first_row and area.first_row in rows:
            cell = rows[area.first_row].cell(area.first_column)
            if cell is not None:
                words[area.first_column] = cell
    return words, frozenset(shared)
