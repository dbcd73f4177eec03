"""Iraq Body Count's incidents: one row an incident, with a minimum and a maximum of civilians killed.

Its download opens with a page of conditions of use before the header. Its
codes (x334, k7919, d2329, m2046) are what everybody cites, a letter at the end
and all.

Source: Iraq Body Count, "Methods" and the header of its download; a minimum and
a maximum stand where reports differ, or where it is unclear whether somebody
was a civilian. It counts the police as civilians.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.claim import Claim, Party
from untold.claims.columns.beginnings import first_table
from untold.claims.columns.bounds import of_group
from untold.claims.columns.cells import Cells
from untold.claims.columns.days import ordered_day
from untold.claims.columns.layout import Figure, Layout, RowDraft
from untold.claims.columns.named_means import named_means
from untold.claims.columns.spans import runs_backwards, span_of
from untold.claims.columns.written import bounds_written, said
from untold.codebook.counts import Count
from untold.reports.lists import Entry, ListReport, entries_under

COLUMNS = (
    "IBC code", "Start Date", "End Date", "Time", "Location", "Target", "Weapons",
    "Reported Minimum", "Reported Maximum", "Sources",
)  # fmt: skip
IRAQ_BODY_COUNT = Party("iraq-body-count", "Iraq Body Count")
LOW, HIGH = "Reported Minimum", "Reported Maximum"
_DEATHS = ("Deaths recorded", "Deaths")  # the layout of 2016: one number
_CODE = re.compile(r"[a-z]{1,3}\d[\w./]*", re.IGNORECASE)  # x334, k7919, k3289e
_SHORT_YEAR = re.compile(r"(\d{1,2}[ -][A-Za-z]{3,9}[ -])(\d{2})")
_UNTOLD = frozenset({"unknown", "not known"})


def incidents(listed: ListReport) -> Iterator[Entry]:
    """Return the incidents of a download, its page of conditions left aside.

    Raises `UnreadableReport` for a file without them.
    """
    _, header, rows = first_table(listed, ("IBC code", "Start Date"), "ibc")
    return entries_under(header, rows)


def read_incident(cells: Cells) -> RowDraft:
    """Return an incident as its row states it."""
    code = read_code(cells)
    count, columns = _count(cells)
    figure = () if count is None else (Figure(columns, count, "killed", "civilian"),)
    return RowDraft(
        codes=() if code is None else (code,),
        date=read_span(cells, "Start Date", "End Date", time_of_day=cells.text("Time")),
        place=read_place(cells),
        means=named_means(cells.text("Weapons") or ""),
        text=cells.text("Target"),
        figures=figure,
        evidence={
            "period": ("Start Date", "End Date"),
            "places": ("Location",),
            "means": ("Weapons",),
            "time_of_day": ("Time",),
            "sources": ("Sources",),
        },
    )


def write_incident(account: Account, claims: Sequence[Claim]) -> Mapping[str, str]:
    """Return the cells of an account in Iraq Body Count's layout."""
    killed = next(iter(of_group(claims, "killed", status="civilian")), None)
    low, high = ("", "") if killed is None else bounds_written(killed)
    return {
        "IBC code": account.codes[0] if account.codes else "",
        "Start Date": account.date.start or "",
        "End Date": account.date.end or "",
        "Time": account.date.time_of_day or "",
        "Location": account.place.name or "",
        "Target": account.text or "",
        "Weapons": said(claims, "means") or (account.means or "").replace("_", " "),
        LOW: low,
        HIGH: high,
        "Sources": said(claims, "sources"),
    }


def read_code(cells: Cells) -> str | None:
    """Return Iraq Body Count's code of a row; a row without one, or with something else in its place, is refused."""
    found = cells.needed("IBC code", "a code such as x334")
    if found is not None and not _CODE.fullmatch(found):
        cells.refuse("IBC code", "a code such as x334")
        return None
    return found


def read_span(cells: Cells, first: str, last: str, *, time_of_day: str | None = None) -> AccountDate:
    """Return the days between two cells; days that run backwards refuse the row."""
    start, end = read_day(cells, first), read_day(cells, last)
    if runs_backwards(start, end):
        cells.refuse(last, f"a day on or after the {first}, {start}")
        return AccountDate(time_of_day=time_of_day)
    return span_of(start, end, time_of_day=time_of_day)


def read_day(cells: Cells, column: str) -> str | None:
    """Return a day; what is no day refuses the row."""
    found = cells.text(column)
    day = None if found is None else day_in_words(found)
    if found is not None and day is None:
        cells.refuse(column, "a day such as 20 Mar 2003")
    return day


def day_in_words(words: str) -> str | None:
    """Return the day that some words are, as Iraq Body Count writes days, or null.

    "2-Sep-13" is of this century, as all of its record is.

    >>> day_in_words("20 Mar 2003"), day_in_words("2-Sep-13"), day_in_words("03/04/2006"), day_in_words("May")
    ('2003-03-20', '2013-09-02', '2006-04-03', None)
    """
    short = _SHORT_YEAR.fullmatch(words)
    return ordered_day(f"{short[1]}20{short[2]}" if short else words, "dmy")


def read_place(cells: Cells) -> AccountPlace:
    """Return where it was; every place of the list is in Iraq."""
    name = cells.text("Location")
    is_known = name is not None and name.casefold() not in _UNTOLD
    return AccountPlace(name=name if is_known else None, country="IRQ")


def _count(cells: Cells) -> tuple[Count | None, tuple[str, ...]]:
    if cells.has(LOW) or cells.has(HIGH):
        return cells.between(LOW, HIGH), (LOW, HIGH)
    column = next((name for name in _DEATHS if cells.has(name)), None)
    if column is None:
        cells.refuse(None, f"a row with {LOW} and {HIGH}")
        return None, ()
    return cells.count(column), (column,)


IBC = Layout("ibc", IRAQ_BODY_COUNT, COLUMNS, incidents, read_incident, write_incident)
