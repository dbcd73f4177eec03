"""A tally as a spreadsheet: one line a cell, the total first, nothing in it that a spreadsheet would run."""

from collections.abc import Iterator, Sequence

from untold.tallies.counted.answer import Answer
from untold.tallies.counted.phrases import scope_facts, scope_heading, tally_phrases
from untold.tallies.counted.wording import beside, notes
from untold.tallies.ledger.rows import Value, csv_text, workbook
from untold.tallies.tally import Tally

# The sums of a cell, in the order of a spreadsheet's columns; a field that is empty is not known, which is not 0.
SUMS = (
    "incidents", "low", "best", "high", "known_best", "known_high", "without_low", "without_best", "without_high",
    "silent", "from_parts", "shared", "unstated", "unstated_low", "unstated_known_high",
)  # fmt: skip


def as_csv(answer: Answer) -> str:
    """Return a line for the total and one for each cell, with a header; without the rows of the sensitivity."""
    header, *lines = rows(answer)
    return csv_text([str(each) for each in header], lines)


def as_xlsx(answer: Answer) -> bytes:
    """Return a workbook: the tallies, what was asked, and, where it was asked for, the tally without each source."""
    sheets = {"tallies": rows(answer)}
    if answer.sensitivity is not None:
        sheets["without each source"] = sensitivity_rows(answer)
    return workbook({**sheets, "question": _question(answer)})


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
