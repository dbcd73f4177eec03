"""Where a comparison goes, and in which form."""

import sys
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from untold.cli.forms import Form
from untold.cli.output import write_whole
from untold.tallies.comparison.objects import ReportNamed, as_csv, as_json, as_jsonl, comparison_object

if TYPE_CHECKING:
    from rich.console import Console

    from untold.tallies.comparison.casebook import Record
    from untold.tallies.comparison.figure import ScopeComparison

_WIDEST = 100  # columns; longer lines of prose are hard to follow


def put_out(made: "ScopeComparison", record: "Record", form: Form, out: Path | None, *, language: str | None) -> None:
    """Write a comparison in one form, to a file or to standard output."""
    if form is Form.TABLE and out is None:
        from rich.console import Console

        console = Console(highlight=False)
        console.width = min(console.width, _WIDEST)
        _print(made, record, console)
        return
    text = render(made, record, form, language=language)
    if out is not None:
        write_whole(out, text)
        return
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def render(made: "ScopeComparison", record: "Record", form: Form, *, language: str | None) -> str:
    """Return a comparison as text in one form."""
    match form:
        case Form.JSON:
            return as_json(comparison_object(made, record.claims, record.reports))
        case Form.JSONL:
            return as_jsonl(comparison_object(made, record.claims, record.reports))
        case Form.CSV:
            return as_csv(made)
        case Form.HTML:
            from untold.tallies.comparison.page import as_page

            return as_page(made, _reports(made, record), language=language)
        case _:
            from rich.console import Console

            plain = StringIO()
            _print(made, record, Console(file=plain, width=80))
            return plain.getvalue()


def _print(made: "ScopeComparison", record: "Record", console: "Console") -> None:
    from untold.tallies.comparison.terminal import print_comparison

    print_comparison(made, _reports(made, record), console)


def _reports(made: "ScopeComparison", record: "Record") -> dict[str, ReportNamed]:
    return {each.id: each for each in comparison_object(made, record.claims, record.reports).reports}
