"""`untold compare`: all voices on one scope, each number with what it rests on, each pair with a verdict."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from untold.cli import compared_options as options
from untold.cli.compared_output import put_out
from untold.cli.compared_scope import GradesBy, HarmAsked, StatusAsked, Typed, scope_typed
from untold.cli.edge import ExitCode, complain
from untold.cli.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from untold.tallies.comparison.casebook import Record
    from untold.tallies.comparison.figure import ScopeComparison
    from untold.tallies.tally import TallyScope


def compare(
    sources: options.Sources = None,
    *,
    casebook: options.Kept = None,
    actor: options.ByWhom = None,
    alone: options.Alone = False,
    country: options.Country = None,
    place: options.Smaller = None,
    start: options.FirstDay = None,
    end: options.LastDay = None,
    harm: options.HarmOption = HarmAsked.KILLED,
    status: options.StatusOption = StatusAsked.CIVILIAN,
    demographic: options.DemographicOption = None,
    grades: options.Grades = None,
    grades_by: options.WhoseGrades = GradesBy.OURS,
    source: options.SaidBy = None,
    published: options.Published = None,
    language: options.Language = None,
    form: options.AsForm = Form.TABLE,
    out: options.Out = None,
) -> None:
    """Set all voices side by side on one scope: what is reported, documented, conceded, and what may be compared.

    Tallies are counted from the casebook's incidents. Of a running total the
    latest snapshot before the last day stands, the earlier ones are its history.

    Example: untold compare --casebook cases --actor us-led-coalition --country SYR --to 2016-03-31

    Example: untold compare article.txt other.txt --country SYR --as html --out comparison.html
    """
    if casebook is None and not sources:
        message = "name what to compare: files to read, or --casebook DIR"
        raise typer.BadParameter(message)
    actors, countries, places, said_by = (tuple(each or ()) for each in (actor, country, place, source))
    people = (harm, status, demographic)
    asked = scope_typed(Typed(actors, alone, countries, places, start, end, *people, grades, grades_by, said_by))
    record, failed = _record(casebook, sources or [], published=published)
    put_out(_compared(casebook, record, asked), record, form, out, language=language)
    if failed:
        raise typer.Exit(ExitCode.SOME_FAILED if record.reports else ExitCode.ERROR)


def _record(casebook: Path | None, sources: "Sequence[str]", *, published: str | None) -> "tuple[Record, int]":
    """Return what is compared, and how many of the inputs could not be read."""
    from untold.cli.compared_sources import kept_ids, only, with_readings
    from untold.cli.inputs import Wish, read_inputs
    from untold.tallies.comparison.casebook import Record, record_of

    record = Record((), ()) if casebook is None else record_of(casebook)
    ids = kept_ids(record, sources)
    paths = [source for source in sources if source not in ids]
    readings, failures = read_inputs(paths, Wish(None, published, None), jobs=1) if paths else ([], [])
    for failure in failures:
        complain(failure.message)
    return with_readings(only(record, ids) if ids else record, readings), len(failures)


def _compared(casebook: Path | None, record: "Record", asked: "TallyScope") -> "ScopeComparison":
    from untold.cli.compared_sources import hints
    from untold.tallies.comparison import compare_on_scope
    from untold.tallies.comparison.casebook import counted_in

    for hint in hints(record, asked):
        complain(hint)
    today = datetime.now(UTC).date().isoformat()
    if casebook is None:
        return compare_on_scope(asked, record.claims, as_of=today, published=record.published)
    with counted_in(casebook, record, today) as counted:
        return compare_on_scope(asked, record.claims, as_of=today, published=record.published, counted=counted)
