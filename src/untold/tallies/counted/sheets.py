"""A tally as a spreadsheet: one line a cell, the total first, nothing in it that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from untold.reports.lists.guarding import guarded
from untold.tallies.counted.answer import Answer
from untold.tallies.counted.phrases import scope_facts, scope_heading, tally_phrases
from untold.tallies.counted.wording import beside, notes
from untold.tallies.ledger.cleaning import without_controls
from untold.tallies.tally import Tally

# The sums of a cell, in the order of a spreadsheet's columns; a field that is empty is not known, which is not 0.
SUMS = (
    "incidents", "low", "best", "high", "known_best", "known_high", "without_low", "without_best", "without_high",
    "silent", "from_parts", "shared", "unstated", "unstated_low", "unstated_known_high",
)  # fmt: skip
_LONGEST = 32_000  # characters; a cell of XLSX holds 32,767
Value = str | int | None


def as_csv(answer: Answer) -> str:
    """Return a line for the total and one for each cell, with a header; without the rows of the sensitivity."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(_guarded(row) for row in rows(answer))
    return out.getvalue()


def as_xlsx(answer: Answer) -> bytes:
    """Return a workbook: the tallies, what was asked, and, where it was asked for, the tally without each source."""
    book = Workbook(write_only=True)
    _fill(book, "tallies", rows(answer))
    if answer.sensitivity is not None:
        _fill(book, "without each source", sensitivity_rows(answer))
    _fill(book, "question", _question(answer))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rows(answer: Answer) -> Iterator[Sequence[Value]]:
    """Yield the header, the total, and each cell."""
    table = answer.table
    yield ["cell", *table.by, *SUMS, "rule", "as_of", "codes", "claims"]
    yield _row("total", table.total, [None] * len(table.by))
    for cell in table.cells:
        yield _row("cell", cell, [value for _, value in cell.by])


def sensitivity_rows(answer: Answer) -> Iterator[Sequence[Value]]:
    """Yield the header, and the total without each source."""
    yield ["without", "name", "touched", "gone", *SUMS]
    for each in answer.sensitivity or ():
        yield [each.source, each.name, each.touched, each.gone, *(getattr(each.tally, name) for name in SUMS)]


def _row(kind: str, tally: Tally, keys: Sequence[str | None]) -> Sequence[Value]:
    sums = [getattr(tally, name) for name in SUMS]
    return [kind, *keys, *sums, tally.rule, tally.as_of, ";".join(tally.codes), ";".join(tally.claims)]


def _question(answer: Answer) -> Iterator[Sequence[Value]]:
    phrases, total = tally_phrases("en"), answer.table.total
    yield ["question", scope_heading(total.scope, phrases)]
    yield from (["question", fact] for fact in scope_facts(total.scope, phrases))
    yield ["rule", f"{total.rule}: {phrases.say('rule', total.rule)}"]
    yield ["as of", total.as_of]
    yield from (["note", note] for note in (*beside(total, phrases), *notes(answer.table, phrases)))


def _guarded(row: Iterable[Value]) -> list[Value]:
    return [guarded(without_controls(value)) if isinstance(value, str) else value for value in row]


def _fill(book: Workbook, title: str, lines: Iterable[Sequence[Value]]) -> None:
    sheet = book.create_sheet(title)
    for n, line in enumerate(lines):
        cells = [WriteOnlyCell(sheet, value=_cut(value)) for value in _guarded(line)]
        for each in cells:
            if isinstance(each.value, str):
                each.data_type = "s"  # a text, whatever it begins with
            each.font = Font(bold=n == 0)
        sheet.append(cells)


def _cut(value: Value) -> Value:
    """Return a text that a cell can hold; a list of a hundred thousand codes is whole in the other forms."""
    if isinstance(value, str) and len(value) > _LONGEST:
        return f"{value[:_LONGEST]}\u2026"
    return value
