"""Accounts written as a list again, in a layout that others read.

What came in by a layout goes out as it came: the file's own columns and cells,
also those that no field of an account holds, changed only where the record has
changed since. What came from elsewhere is written as far as the layout's
columns hold it.
"""

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.claims.columns.entering import Taken, accounts_from_list
from untold.claims.columns.layout import Layout
from untold.codebook.errors import UnreadableReport
from untold.reports.lists import Header, ListReport, also_named, column_key, header_of
from untold.reports.lists.guarding import guarded
from untold.reports.lists.laying import plain


@dataclass(frozen=True, slots=True)
class Table:
    """A list to be written: its columns, and a row of cells for each account."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def export_table(
    accounts: Sequence[Account], claims: Sequence[Claim], layout: Layout, lists: Sequence[ListReport] = ()
) -> Table:
    """Return accounts as a table of a layout; `lists` are the files of that layout that they came in by.

    Raises `UnreadableReport` for a layout that is only read.
    """
    if layout.write is None:
        raise UnreadableReport(layout.name, "is only read, never written", "choose another layout for --to")
    by_id = {claim.id: claim for claim in claims}
    own = {account.id: tuple(by_id[each] for each in account.claims if each in by_id) for account in accounts}
    sources = _sources(accounts, [row for listed in lists for row in accounts_from_list(listed, layout).taken])
    written = [(account, tuple(rows_of(layout, account, own[account.id]))) for account in accounts]
    said = {column for _, rows in written for row in rows for column, words in row.items() if words}
    columns = _columns(layout, [sources[account.id] for account in accounts if account.id in sources], accounts, said)
    header = also_named(header_of(columns), layout.aliases)
    return Table(
        columns,
        tuple(_row(header, row, sources.get(account.id), layout) for account, rows in written for row in rows),
    )


def _sources(accounts: Sequence[Account], rows: Sequence[Taken]) -> dict[str, Taken]:
    """Return the row that each account came from: by its claims' ids, which are their cells, or by its own id."""
    by_claim = {claim.id: row for row in rows for claim in row.claims}
    by_id = {row.account.id: row for row in rows}
    found = {one.id: by_claim.get(next(iter(one.claims), ""), by_id.get(one.id)) for one in accounts}
    return {identity: row for identity, row in found.items() if row is not None}


def rows_of(layout: Layout, account: Account, claims: Sequence[Claim]) -> Iterator[Mapping[str, str]]:
    """Yield the rows that a layout has for an account: one, or one for each of its people."""
    if layout.write_each is not None:
        yield from layout.write_each(account, claims)
    elif layout.write is not None:
        yield layout.write(account, claims)


def as_csv(table: Table) -> str:
    """Return a table as CSV in which no cell is a formula.

    A cell that a spreadsheet would run gets an apostrophe before it, which the
    import of a list takes away again.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(guarded, table.columns))
    writer.writerows([guarded(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _columns(
    layout: Layout, sources: Sequence[Taken], accounts: Sequence[Account], said: Collection[str]
) -> tuple[str, ...]:
    """Return the columns of the latest file, then those of earlier ones and of the layout that it lacks, if needed.

    A column that the file lacks is needed where an account has something for
    it: what a workbook says once in its title.
    """
    names: dict[str, str] = {}
    for header in reversed(list({id(row.entry.header): row.entry.header for row in sources}.values())):
        for name in header.names:
            names.setdefault(column_key(name), name)
    is_whole = bool(names) and len(sources) == len(accounts)
    header = also_named(header_of(tuple(names.values())), layout.aliases)
    for name in layout.columns:
        if name not in header and (name in said or not is_whole):
            names.setdefault(column_key(name), name)
    return tuple(names.values())


def _row(header: Header, written: Mapping[str, str], source: Taken | None, layout: Layout) -> tuple[str, ...]:
    cells = [""] * len(header.names)
    if source is not None and layout.write_each is None:
        for n, name in enumerate(header.names):
            cells[n] = plain(source.entry.value(name))
    for column, words in _new(written, source, layout):
        place = header.places.get(column_key(column))
        if place is not None:
            cells[place] = words
    return tuple(cells)


def _new(written: Mapping[str, str], source: Taken | None, layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield the cells that the record says otherwise than the file of the account, or all where it came from none."""
    if source is None or layout.write is None or layout.write_each is not None:
        yield from written.items()
        return
    before, own = layout.write(source.account, source.claims), also_named(source.entry.header, layout.aliases)
    for column, words in written.items():
        if words != before.get(column) or column not in own:
            yield column, words
