"""`untold series`: what a source counts as running totals, and whether its own daily counts make them."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from untold.cli.destinations import writable
from untold.cli.edge import complain
from untold.cli.languages import page_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from untold.tallies.running import Running, Series


class SeriesForm(StrEnum):
    """The forms in which series can be had."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


def _harm(value: str | None) -> str | None:
    from untold.cli.review_options import term_typed

    return term_typed(value, "harm", "harm")


def series(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[SERIES]...", help="Series by their ids; all of them without any.")
    ] = None,
    *,
    casebook: Annotated[Path, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook.")],
    source: Annotated[
        str | None, typer.Option("--source", help="Only those that this source publishes or speaks in.")
    ] = None,
    harm: Annotated[str | None, typer.Option("--harm", callback=_harm, help="Only killed, injured …")] = None,
    group: Annotated[str | None, typer.Option("--group", help="Only children, civilian, journalists …")] = None,
    form: Annotated[SeriesForm, typer.Option("--as", help="The form of the series.")] = SeriesForm.TABLE,
    language: Annotated[
        str | None, typer.Option(callback=page_language, help="The language of the page: en or ar.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(callback=writable, dir_okay=False, help="Write to this file, whole or not at all.")
    ] = None,
) -> None:
    """Show running totals day by day, and check each step against the source's own daily counts.

    Running totals are snapshots: each holds the people of the one before, and
    they are never added up. What falls, jumps, restarts or changes its source
    is told with the numbers it rests on. A table lists the series; of those
    that are named, it also lists what is told.

    Example: untold series --casebook cases --source gaza-health-ministry --harm killed

    Example: untold series daily-gaza.killed_cum --casebook cases --as html --out series.html
    """
    from untold.cli.output import put

    running = _running(casebook)
    asked = _asked(running, casebook, ids or [], source=source, harm=harm, group=group)
    put(_rendered(running, asked, form, language, is_named=bool(ids)), out)
    if running.undated:
        complain(f"{len(running.undated)} running totals are of no certain day, and in no series: --as json names them")


def _running(casebook: Path) -> "Running":
    """Return the running totals of a casebook, people's words on its claims applied."""
    from untold.claims.hand import apply_words, words_kept
    from untold.claims.readings import kept_claims
    from untold.reports.casebook import read_reports
    from untold.tallies.running import running_totals

    published = {report.id: report.published for report in read_reports(casebook) if report.published}
    return running_totals(apply_words(kept_claims(casebook), words_kept(casebook)), published)


def _asked(
    running: "Running",
    casebook: Path,
    ids: "Sequence[str]",
    *,
    source: str | None,
    harm: str | None,
    group: str | None,
) -> "tuple[Series, ...]":
    """Return the series that the options mean; raises `CasebookError` with those that there are where none is meant."""
    from untold.codebook.errors import CasebookError
    from untold.tallies.running import chosen

    known = {each.id for each in running.series}
    for name in ids:
        if name not in known:
            raise CasebookError(str(casebook), f"holds no series {name!r}", "see their ids with untold series")
    found = chosen(running.series, ids=ids, source=source, harm=harm, group=group)
    if not found:
        if known:
            why, remedy = "holds no series of that source, harm and group", "see what there is with untold series"
        else:
            why, remedy = "holds no running totals", "import a daily series, or read reports that give totals to date"
        raise CasebookError(str(casebook), why, remedy)
    return found


def _rendered(
    running: "Running", asked: "Sequence[Series]", form: SeriesForm, language: str | None, *, is_named: bool
) -> str | bytes:
    match form:
        case SeriesForm.CSV:
            from untold.tallies.running.objects import as_csv

            return as_csv(asked)
        case SeriesForm.XLSX:
            from untold.tallies.running.objects import as_xlsx

            return as_xlsx(running, asked)
        case SeriesForm.JSON | SeriesForm.JSONL:
            from untold.tallies.running.objects import as_json, as_jsonl

            return as_json(running, asked) if form is SeriesForm.JSON else as_jsonl(running, asked)
        case SeriesForm.HTML:
            from untold.tallies.running.page import as_page

            return as_page(running, asked, language=language)
        case _:
            from untold.cli.series_lines import series_lines

            return series_lines(running, asked, is_named=is_named)
