"""Where a tally goes, and in which form."""

import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from untold.cli.output import put
from untold.cli.tally_options import TallyForm

if TYPE_CHECKING:
    from untold.tallies.counted.answer import Answer
    from untold.tallies.counting import Counting
    from untold.tallies.ranging import Hierarchy
    from untold.tallies.tally import RangeRule

_WIDEST = 100  # columns; longer lines of prose are hard to follow


def put_out(
    counting: "Counting", answer: "Answer", casebook: Path, form: TallyForm, out: Path | None, *, language: str | None
) -> None:
    """Write an answer in one form, to a file or to standard output; all but the table name what stands behind it."""
    if form is TallyForm.TABLE:
        put(_table(answer, wide=out is None), out)
        return
    whole = replace(answer, table=counting.behind(answer.table))
    if form is TallyForm.XLSX:
        from untold.tallies.counted.sheets import as_xlsx

        put(as_xlsx(whole), out)
        return
    put(_text(counting, whole, casebook, form, language), out)


def put_explanation(
    casebook: Path, code: str, rule: "RangeRule", order: "Hierarchy | None", *, form: TallyForm, out: Path | None
) -> None:
    """Write what one incident's ranges rest on, as lines or as JSON; raises `CasebookError` for no incident."""
    from untold.tallies.counted.explanation import explained_in, explanation_lines
    from untold.tallies.counted.objects import explanation_json

    found = explained_in(casebook, code, rule, order)
    if form in {TallyForm.JSON, TallyForm.JSONL}:
        put(explanation_json(found.explained), out)
    else:
        put("\n".join(explanation_lines(found)) + "\n", out)


def _text(counting: "Counting", answer: "Answer", casebook: Path, form: TallyForm, language: str | None) -> str:
    match form:
        case TallyForm.JSON:
            from untold.tallies.counted.objects import as_json

            return as_json(answer)
        case TallyForm.JSONL:
            from untold.tallies.counted.objects import as_jsonl

            return as_jsonl(answer)
        case TallyForm.CSV:
            from untold.tallies.counted.sheets import as_csv

            return as_csv(answer)
        case _:
            from untold.tallies.counted.evidence import evidence_in
            from untold.tallies.counted.page import as_page

            return as_page(answer, evidence_in(casebook, counting, answer.table), language=language)


def _table(answer: "Answer", *, wide: bool) -> str:
    from rich.console import Console

    from untold.tallies.counted.terminal import print_answer

    if wide and sys.stdout.isatty():
        console = Console(highlight=False)
        console.width = min(console.width, _WIDEST)
        print_answer(answer, console)
        return ""
    plain = StringIO()
    print_answer(answer, Console(file=plain, width=80))
    return "".join(f"{line.rstrip()}\n" for line in plain.getvalue().splitlines())
