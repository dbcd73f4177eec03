"""The totals that a workbook of the Bureau's prints, against what its rows add up to.

A summary is a second statement of the same facts. Where the two differ, a row
is missing, a formula is broken or a figure was changed on one side only; the
difference is written down and neither side is repaired.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from untold.claims.columns.bounds import of_group
from untold.claims.columns.bureau.headings import Heading, groups_of, heading_of
from untold.claims.columns.bureau.rows import Strike, is_header
from untold.claims.columns.days import day_of
from untold.claims.columns.entering import FromList, Taken
from untold.claims.columns.possible import without_doubt
from untold.claims.columns.quantities import count_of, digits_of
from untold.reports.lists import Header, ListReport, Row, Sheet, header_of
from untold.reports.report import Passage

_OVER = ("Year", "US President", "President", "Month")
_YEAR = re.compile(r"(\d{4})(?:-01-01)?")
_ALL = re.compile(r"(?:grand )?totals?", re.IGNORECASE)
_DAYS = re.compile(
    r"([A-Z][a-z]+ \d{1,2},? \d{4})(?: (?:to|-|–) ([A-Z][a-z]+ \d{1,2},? \d{4})| onwards?| to present)", re.IGNORECASE
)
Within = Callable[[str], bool]  # whether a day is within the line of a summary


@dataclass(frozen=True, slots=True)
class PrintedTotal:
    """One cell of a summary beside the sum of the rows that it sums up.

    `residual` is what is printed less what the rows say: 0 where they agree.
    `unsummed` is the number of rows whose cell holds no number; `claims` are
    those that were summed, none where strikes are counted.
    """

    sheet: str | None
    row: int
    column: str
    over: str  # the summary's own words for the line: "2009", "TOTAL"
    printed: int
    summed: int
    unsummed: int
    claims: tuple[str, ...]
    passage: Passage
    is_of_zeros: bool = False  # every number of its line is 0, as where formulas were lost

    @property
    def residual(self) -> int:
        """Return what is printed less what the rows add up to."""
        return self.printed - self.summed

    @property
    def message(self) -> str:
        """Return the total and its sum in a line."""
        where = f"sheet {self.sheet!r}, row {self.row}, column {self.column}"
        left = "they agree" if not self.residual else f"{self.residual:+,} is left"
        rest = f", {self.unsummed} rows give no number" if self.unsummed else ""
        lost = "; all of the line is 0, as where a summary's formulas were lost" if self.is_of_zeros else ""
        return f"{where}: {self.over} prints {self.printed:,}, the rows add up to {self.summed:,}{rest}; {left}{lost}"


def printed_totals(listed: ListReport, found: FromList) -> tuple[PrintedTotal, ...]:
    """Return every total that the workbook's summaries print, beside the sum of the rows that were taken."""
    return tuple(
        total
        for sheet in listed.sheets
        if not sheet.is_hidden
        for header, row, within in _lines(sheet)
        for total in _totals(listed, header, row, [taken for taken in found.taken if _is_within(taken, within)])
    )


def _lines(sheet: Sheet) -> Iterator[tuple[Header, Row, Within]]:
    """Yield the lines of a sheet's summaries: their header, their row, and which days they sum up."""
    header: Header | None = None
    for row in sheet.rows:
        candidate = header_of(row.texts)
        if is_summary(candidate):
            header = candidate
        elif header is not None and not any(text.strip() for text in row.texts):
            header = None
        elif header is not None and row.texts and (within := days_of(row.texts[0])) is not None:
            yield header, row, within


def is_summary(header: Header) -> bool:
    """Return whether a row heads a summary: its first column is a period, and it has minima and maxima of people."""
    return bool(header.names) and header.names[0] in _OVER and bool(groups_of(header)) and not is_header(header)


def days_of(words: str) -> Within | None:
    """Return which days the first cell of a summary's line speaks of, or null where it speaks of none.

    >>> days_of("2009")("2009-12-31"), days_of("TOTAL")("1999-01-01"), days_of("Percentage increase") is None
    (True, True, True)
    >>> days_of("George Bush January 20 2001 to January 20 2009")("2009-01-20")
    False
    """
    plain = " ".join(words.split())
    if (year := _YEAR.fullmatch(plain)) is not None:
        return lambda day: day[:4] == year[1]
    if _ALL.fullmatch(plain):
        return lambda _: True
    found = _DAYS.search(plain)
    start = None if found is None else day_of(found[1])
    if found is None or start is None or plain.casefold().startswith("percentage"):
        return None
    end = None if found[2] is None else day_of(found[2])
    return lambda day: start <= day and (end is None or day < end)


def _is_within(taken: Taken, within: Within) -> bool:
    return taken.account.date.start is not None and within(taken.account.date.start)


def _totals(listed: ListReport, header: Header, row: Row, rows: Sequence[Taken]) -> Iterator[PrintedTotal]:
    headings = [(n, name, heading) for n, name in enumerate(header.names) if (heading := heading_of(name)) is not None]
    numbers = {n: digits_of(cell.text) for n, _, _ in headings if (cell := row.cell(n)) is not None}
    is_of_zeros = set(numbers.values()) == {0}
    for n, name, heading in headings:
        cell, printed = row.cell(n), numbers.get(n)
        if cell is None or printed is None:
            continue
        found = [_summand(taken, heading) for taken in rows] if heading.harm else []
        summands = [number for number, _ in found if number is not None]
        yield PrintedTotal(
            sheet=row.sheet,
            row=row.number,
            column=name,
            over=" ".join(row.texts[0].split()),
            printed=printed,
            summed=sum(summands) if heading.harm else len(rows),
            unsummed=len(found) - len(summands),
            claims=tuple(claim for _, claim in found if claim is not None),
            passage=listed.report.passage(cell.start, cell.end),
            is_of_zeros=is_of_zeros,
        )


def _summand(taken: Taken, heading: Heading) -> tuple[int | None, str | None]:
    """Return the number that a row adds to a column, a range giving its bound, and the claim that it is of."""
    entry = taken.entry
    groups = entry.groups if isinstance(entry, Strike) else ()
    group = next((each for each in groups if (each.people, each.harm) == (heading.people, heading.harm)), None)
    if group is None:
        return None, None
    words = entry.text(group.high if heading.bound == "high" else group.low)
    count = None if words is None else count_of(without_doubt(words)[0])
    own = next(iter(of_group(taken.claims, group.harm, status=group.status, demographic=group.demographic)), None)
    number = None if count is None else count.high if heading.bound == "high" else count.low
    return number, None if own is None else own.id
