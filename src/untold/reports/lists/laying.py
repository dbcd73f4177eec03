"""From tables to a report's text: each row a line, each cell a slice of it.

A tab or a line break inside a cell becomes a space, one for one, so that the
lines of the text are the rows of the file and the offsets are the cells'.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from untold.codebook.errors import UnreadableReport
from untold.reports.lists.table import ListReport, Merged, Row, Sheet, Value
from untold.reports.plain_text import ID_DIGITS
from untold.reports.report import Report, Source, Zone

# A list is held whole, as its text, cells and claims. Half as many cells, 200,000 events of UCDP's layout, take 4.1 GB
# to import (measured in November 2026); the whole of UCDP's event data has 19 million.
MOST_CELLS = 20_000_000
_BREAKS = dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " ")


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as a format's reader found it: its number in the file, its values, and why it is no row, if it is none."""

    number: int
    values: tuple[Value, ...]
    fault: str | None = None
    texts: tuple[str, ...] | None = None  # as the format shows them; null: as `shown` does


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as a format's reader found it."""

    name: str | None
    rows: Sequence[RawRow]
    columns: tuple[str, ...] | None = None
    merged: tuple[Merged, ...] = ()
    is_hidden: bool = False


def lay_out(
    origin: str,
    content: bytes,
    sheets: Sequence[RawSheet],
    *,
    media_type: str,
    source: Source | None = None,
    captured_at: str | None = None,
) -> ListReport:
    """Return the list that these sheets are: one report, its text laid out, every cell with its offsets."""
    lines: list[str] = []
    laid: list[Sheet] = []
    start = 0
    for sheet in sheets:
        rows: list[Row] = []
        for row, line in _rows(sheet, start):
            rows.append(row)
            lines.append(line)
            start += len(line) + 1
        laid.append(Sheet(sheet.name, rows, sheet.columns, sheet.merged, sheet.is_hidden))
    report = _report(origin, content, "\n".join(lines), media_type=media_type, source=source, captured_at=captured_at)
    return ListReport(report, content, tuple(laid))


def check_size(origin: str, cells: int) -> None:
    """Raise `UnreadableReport` for more cells than a list may have."""
    if cells > MOST_CELLS:
        why = f"holds more than {MOST_CELLS:,} cells, which is the limit"
        raise UnreadableReport(origin, why, "split it by year or by country, and import each part with --part")


def plain(value: Value) -> str:
    """Return a value as a cell of a delimited file holds it, with its tabs and line breaks.

    >>> plain("two\\nlines"), plain(None), plain(7.0)
    ('two\\nlines', '', '7')
    """
    return value if isinstance(value, str) else shown(value)


def shown(value: Value) -> str:
    """Return a value as the report's text shows it, on one line.

    >>> shown(7.0), shown(None), shown(dt.datetime(2016, 3, 14)), shown("two\\nlines")
    ('7', '', '2016-03-14', 'two lines')
    """
    match value:
        case None:
            return ""
        case str():
            return value.translate(_BREAKS) if not value.isprintable() else value
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004 - exact
        case dt.datetime():
            at_midnight = value.time() == dt.time()
            return value.date().isoformat() if at_midnight else value.isoformat(sep=" ")
        case dt.date() | dt.time():
            return value.isoformat()
        case list() | dict():
            return json.dumps(value, ensure_ascii=False).translate(_BREAKS)
        case _:
            return str(value)


def _rows(sheet: RawSheet, start: int) -> Iterable[tuple[Row, str]]:
    for raw in sheet.rows:
        texts = tuple(map(shown, raw.values if raw.texts is None else raw.texts))
        kept = None if texts == tuple(value or "" for value in raw.values) else raw.values
        line = "\t".join(texts)
        yield Row(sheet.name, raw.number, start, texts, kept, raw.fault), line
        start += len(line) + 1


def _report(
    origin: str, content: bytes, text: str, *, media_type: str, source: Source | None, captured_at: str | None
) -> Report:
    capture = hashlib.sha256(content).hexdigest()
    return Report(
        id=capture[:ID_DIGITS],
        origins=(origin,),
        source=source,
        url=None,
        title=None,
        language=None,
        published=None,
        published_reason="a list shows no date of publication",
        date_candidates=(),
        text=text,
        zones=(Zone("body", 0, len(text)),) if text else (),
        capture=capture,
        captured_at=captured_at,
        media_type=media_type,
    )
