"""Statements that came in with a list: each at its place in the captured file, with what the list says beside it.

An account holds what a row means. The docket needs the row itself too: the
words as they stand in the capture, the day on which they came out, the place
and the grid as printed. So the list is read again from its capture.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from untold.claims.account import Account
from untold.claims.columns.cells import Cells
from untold.claims.columns.days import day_of
from untold.claims.columns.entering import Taken, accounts_from_list
from untold.claims.columns.keeping import layout_kept, list_of
from untold.claims.columns.layout import Layout
from untold.codebook.errors import UnreadableReport
from untold.reports.casebook import read_reports
from untold.reports.lists import Entry, ListReport
from untold.reports.report import Passage, Report

# What no list is: a report of one of these kinds is not read again as one.
_PROSE = frozenset({"text/html", "application/xhtml+xml", "application/pdf", "text/plain"})


@dataclass(frozen=True, slots=True)
class ListedStatement:
    """One statement of a list: its account, its words in the capture, and what its row prints beside them.

    `published` is an ISO prefix; `filed_as` is the list's own word for where
    the allegation stands. `corrects` is the statement's own earlier wording in
    an earlier list. Nothing printed is null.
    """

    account: Account
    statement: Passage
    published: str | None
    place: str | None
    grid: str | None
    filed_as: str | None
    corrects: Passage | None = None


def statements_listed(folder: Path, accounts: Iterable[Account]) -> Iterator[ListedStatement]:
    """Yield the statements of a casebook's lists by layout and account, a list's earlier wording before the present.

    A row that a later list words otherwise is yielded as it was, too: what was
    said was said. Accounts of texts have no row, and are left out. Raises
    `CasebookError` where the capture of a list is missing.
    """
    wanted: dict[str, list[Account]] = {}
    for account in accounts:
        if not account.id.startswith(account.report):
            wanted.setdefault(account.id.partition(":")[0], []).append(account)
    reports = read_reports(folder)
    for name, own in wanted.items():
        layout = layout_kept(folder, name)
        used = {account.report for account in own}
        rows = {
            report.id: listed
            for report in reports
            if report.id in used or _may_be_earlier(report, layout)
            if (listed := _rows(folder, report, layout)) is not None
        }
        for account in own:
            yield from _versions(account, rows, layout)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one list, by what they say and by the id that they would have."""

    listed: ListReport
    by_words: Mapping[Account, Taken]
    by_id: Mapping[str, Taken]

    def row_of(self, account: Account) -> Taken | None:
        """Return the row of an account; rows of one code may have changed places, so what it says comes first."""
        row = self.by_id.get(account.id)
        if row is None or _said(row.account) != _said(account):
            row = self.by_words.get(_said(account), row)
        return row


def _may_be_earlier(report: Report, layout: Layout) -> bool:
    return report.source is not None and report.source.id == layout.source.id and report.media_type not in _PROSE


def _rows(folder: Path, report: Report, layout: Layout) -> _Rows | None:
    """Return the rows of a report, null for one that is no list of that layout."""
    try:
        listed = list_of(folder, report)
        taken = accounts_from_list(listed, layout).taken
    except UnreadableReport:
        return None
    by_words = {_said(row.account): row for row in reversed(taken)}
    return _Rows(listed, by_words, {row.account.id: row for row in taken})


def _versions(account: Account, rows: Mapping[str, _Rows], layout: Layout) -> Iterator[ListedStatement]:
    """Yield a statement each time that a list, up to its own, says something else in it.

    Where only what stands beside it changed, its words stay where they were
    first captured, and the rest is the later list's.
    """
    last: ListedStatement | None = None
    for report, own in rows.items():
        row = own.row_of(account) if report == account.report else own.by_id.get(account.id)
        if row is None or not row.account.text or row.account.stated.position is None:
            continue
        found = _statement(own.listed, layout, row, replace(row.account, id=account.id, claims=account.claims))
        if last is None:
            last = found
        elif _meant(found.account) == _meant(last.account):
            last = replace(found, statement=last.statement, corrects=last.corrects)
        else:
            yield last
            last = replace(found, corrects=last.statement)
        if report == account.report:
            break
    if last is not None:
        yield last


def _meant(account: Account) -> tuple[object, ...]:
    return account.text, account.stated.position, account.stated.conceded


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
