"""Statements that came in with a list: each at its place in the captured file, with what the list says beside it.

An account holds what a row means. The docket needs the row itself too: the
words as they stand in the capture, the day on which they came out, the place
and the grid as printed. So the list is read again from its capture.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from untold.claims.account import Account
from untold.claims.columns.cells import Cells
from untold.claims.columns.days import day_of
from untold.claims.columns.entering import Taken, accounts_from_list
from untold.claims.columns.keeping import layout_kept, list_of
from untold.claims.columns.layout import Layout
from untold.reports.casebook import read_reports
from untold.reports.lists import Entry, ListReport
from untold.reports.report import Passage, Report


@dataclass(frozen=True, slots=True)
class ListedStatement:
    """One statement of a list: its account, its words in the capture, and what its row prints beside them.

    `published` is an ISO prefix; `filed_as` is the list's own word for where
    the allegation stands. Nothing printed is null.
    """

    account: Account
    statement: Passage
    published: str | None
    place: str | None
    grid: str | None
    filed_as: str | None


def statements_listed(folder: Path, accounts: Iterable[Account]) -> Iterator[ListedStatement]:
    """Yield the statements of a casebook's lists, list by list in the order in which they came in, row by row.

    An account whose row is not found again is left out: it is a text's, which
    has no row. Raises `CasebookError` where the capture of a list is missing.
    """
    wanted: dict[tuple[str, str], list[Account]] = {}
    for account in accounts:
        wanted.setdefault((account.report, account.id.partition(":")[0]), []).append(account)
    reports = {each.id: each for each in read_reports(folder)}
    order = {identity: n for n, identity in enumerate(reports)}
    for (report, name), own in sorted(wanted.items(), key=lambda each: (order.get(each[0][0], -1), each[0][1])):
        if report in reports and name != report:
            yield from _of_list(folder, reports[report], name, own)


def _of_list(folder: Path, report: Report, name: str, accounts: Iterable[Account]) -> Iterator[ListedStatement]:
    listed, layout = list_of(folder, report), layout_kept(folder, name)
    rows = accounts_from_list(listed, layout).taken
    by_words = {_said(row.account): row for row in reversed(rows)}
    by_id = {row.account.id: row for row in rows}
    for account in accounts:
        row = by_id.get(account.id)
        if row is None or _said(row.account) != _said(account):  # rows of one code may have changed places
            row = by_words.get(_said(account), row)
        if row is not None:
            yield _statement(listed, layout, row, account)


def _said(account: Account) -> Account:
    return replace(account, id="", report="", claims=())


def _statement(listed: ListReport, layout: Layout, row: Taken, account: Account) -> ListedStatement:
    entry = row.entry
    evidence = layout.read(Cells(listed.origin, entry)).evidence
    published = _printed(entry, evidence.get("published", ()))
    return ListedStatement(
        account=account,
        statement=_words(listed, entry, account.text or ""),
        published=None if published is None else day_of(published),
        place=_printed(entry, evidence.get("places", ())),
        grid=_printed(entry, evidence.get("grid", ())),
        filed_as=_printed(entry, ("assessment",)),
    )


def _words(listed: ListReport, entry: Entry, text: str) -> Passage:
    """Return the cell that holds the statement, or its whole row where its words are put together from several."""
    for cell in entry.row.cells():
        if cell.text.strip() == text and (found := listed.passage(cell)) is not None:
            return found
    return listed.line(entry.row)


def _printed(entry: Entry, columns: Iterable[str]) -> str | None:
    return next((found for column in columns if (found := entry.text(column)) is not None), None)
