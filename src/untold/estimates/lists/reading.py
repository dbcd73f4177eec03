"""Reading lists: a file of capture patterns, or of one row a unit, becomes capture tables.

A mark that was misread moves an overlap, and an overlap moves the estimate by
hundreds. So nothing is guessed here: a cell that is neither 0 nor 1 ends the
reading with its row and column, and what is left out is counted.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from untold.codebook.errors import UnreadableReport, UnusableLists
from untold.estimates.capture_table import CaptureTable, LeftOut, Unit, capture_table
from untold.estimates.lists.cells import count, mark, unreadable
from untold.estimates.lists.columns import Columns, columns_of
from untold.reports.lists import Entry, Header, ListReport, entries_under, headed, read_list
from untold.reports.lists.opening import MOST_BYTES

Key = tuple[tuple[str, str | None], ...]
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Stratum:
    """One stratum: its columns with their values, null where a value is missing, and its capture table."""

    key: Key
    table: CaptureTable


@dataclass(frozen=True, slots=True)
class CaptureLists:
    """What a file says of its lists: the table of all units, and one for each stratum where some were asked for.

    `unused` are columns that are neither lists nor strata. `empty` are lists
    that nobody is on, which are left out.
    """

    table: CaptureTable
    strata: tuple[Stratum, ...]
    unused: tuple[str, ...]
    empty: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """One row as it was read: its pattern over all lists of the file, how many, and its stratum."""

    entry: Entry
    pattern: int
    count: int
    key: Key


def read_lists(path: str, *, lists: Sequence[str] = (), by: Sequence[str] = (), unit: Unit = "units") -> CaptureLists:
    """Return the capture tables in a CSV, TSV, XLSX, JSON Lines or Parquet file.

    With a column `count` a row is a capture pattern, without one it is a unit.
    `lists` names the columns that are lists (`*` for any letters); without it
    they are those of 0 and 1 alone. `by` names columns that make strata. Lines
    that begin with `#` above the header are comments. Units on none of the
    lists are left out and counted.

    Raises `UnreadableReport` for what is no table, `UnreadableRow` naming file,
    row and column, and `UnusableLists` for totals alone, a count of units on
    no list, or a number of lists that no estimate can be made from.
    """
    listed = _opened(path)
    header, entries = _entries(listed)
    columns = columns_of(path, header, entries, lists=lists, by=by)
    units = _kept(path, columns, entries, are_named=bool(lists))
    return _captured(path, header, columns, units, unit)


def _captured(path: str, header: Header, columns: Columns, units: tuple[list[_Unit], int], unit: Unit) -> CaptureLists:
    rows, off = units
    seen = 0
    for row in rows:
        seen |= row.pattern if row.count else 0
    if not seen:
        raise UnusableLists(f"{path}: every count is 0", "check that the rows were read")
    bits = [bit for bit in range(len(columns.lists)) if seen >> bit & 1]
    names = [header.names[header.places[key]] for key in columns.lists]
    kept = tuple(names[bit] for bit in bits)
    empty = tuple(name for bit, name in enumerate(names) if bit not in bits)
    unused = tuple(header.names[header.places[key]] for key in columns.unused)
    left_out = (LeftOut(off, "on none of the lists"),) if off else ()
    provenance = _provenance(path, columns, unused, empty)

    def table_of(some: Sequence[_Unit], out: tuple[LeftOut, ...]) -> CaptureTable:
        counts: Counter[int] = Counter()
        for row in some:
            counts[_on(row.pattern, bits)] += row.count
        return capture_table(kept, counts, unit=unit, provenance=provenance, left_out=out)

    strata = tuple(Stratum(key, table_of(some, ())) for key, some in _by_stratum(rows) if columns.by)
    return CaptureLists(table_of(rows, left_out), strata, unused, empty)


def _opened(path: str) -> ListReport:
    """Return the file as a list, its comments above the header emptied, so that rows keep their numbers."""
    try:
        size = Path(path).stat().st_size
        content = Path(path).read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise UnreadableReport(path, (error.strerror or "cannot be read").lower(), "check the path") from None
    if size > MOST_BYTES:
        raise UnreadableReport(path, "is larger than any list of people", "split it by place or by year")
    start = content.removeprefix(b"\xef\xbb\xbf")
    lines = start.split(b"\n")
    at = 0
    while at < len(lines) and lines[at].startswith(b"#"):
        lines[at] = b""
        at += 1
    return read_list(path, b"\n".join(lines) if at else content)


def _entries(listed: ListReport) -> tuple[Header, list[Entry]]:
    """Return the header and the rows of the first sheet that has any; raises `UnreadableRow` for a broken row."""
    for sheet in listed.sheets:
        found = headed(sheet)
        if found is None or sheet.is_hidden:
            continue
        header, rows = found
        entries = list(entries_under(header, rows))
        for entry in entries:
            if entry.row.fault is not None:
                raise unreadable(listed.origin, entry, None, entry.row.fault)
        if entries:
            return header, entries
    raise UnusableLists(f"{listed.origin} has a header and no rows", "check that it was saved whole")


def _kept(path: str, columns: Columns, entries: Sequence[Entry], *, are_named: bool) -> tuple[list[_Unit], int]:
    """Return the rows on some list, and how many units are on none.

    A person on no list may stand in a file of persons and is left out, and so
    is a pattern of lists that were not named. A count of those whom nobody
    lists is what cannot be known, so a pattern that gives one is refused.
    """
    rows, off = [], 0
    for row in _units(path, columns, entries):
        if row.pattern:
            rows.append(row)
        elif are_named or columns.count is None:
            off += row.count
        else:
            raise UnusableLists(
                f"{path}, row {row.entry.row.number}: a count of units that are on no list",
                "leave that row out: how many it has is what is estimated",
            )
    if not rows:
        raise UnusableLists(f"{path}: nobody is on any of the lists", "name other lists")
    return rows, off


def _units(path: str, columns: Columns, entries: Sequence[Entry]) -> Iterator[_Unit]:
    first: dict[tuple[int, Key], int] = {}
    for entry in entries:
        pattern = sum(1 << bit for bit, key in enumerate(columns.lists) if mark(path, entry, key))
        many = 1 if columns.count is None else count(path, entry, columns.count)
        key = tuple((entry.header.names[entry.header.places[each]], entry.text(each)) for each in columns.by)
        if columns.count is not None and not columns.unused:
            earlier = first.setdefault((pattern, key), entry.row.number)
            if earlier != entry.row.number:
                raise UnusableLists(
                    f"{path}, row {entry.row.number}: a pattern that row {earlier} has too",
                    "add the two rows, or name the column that tells them apart as a stratum",
                )
        yield _Unit(entry, pattern, many, key)


def _by_stratum(rows: Sequence[_Unit]) -> list[tuple[Key, list[_Unit]]]:
    """Return the rows of each stratum, those with a missing value last."""
    groups: dict[Key, list[_Unit]] = {}
    for row in rows:
        if row.count:
            groups.setdefault(row.key, []).append(row)
    return sorted(groups.items(), key=lambda group: [(value is None, value or "") for _, value in group[0]])


def _on(pattern: int, bits: Sequence[int]) -> int:
    return sum(1 << place for place, bit in enumerate(bits) if pattern >> bit & 1)


def _provenance(path: str, columns: Columns, unused: Sequence[str], empty: Sequence[str]) -> str:
    what = "one row a unit" if columns.count is None else "capture patterns with their counts"
    parts = [f"{Path(path).name}, {what}"]
    if unused:
        parts.append(f"columns not used: {_some(unused)}")
    if empty:
        parts.append(f"lists left out because nobody is on them: {_some(empty)}")
    return "; ".join(parts)


def _some(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
