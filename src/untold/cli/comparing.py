"""`untold compare`: all voices on one scope, each number with what it rests on, each pair with a verdict."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from untold.cli.compared_output import put_out
from untold.cli.compared_scope import DemographicAsked, GradesBy, HarmAsked, StatusAsked, Typed, scope_typed
from untold.cli.destinations import writable
from untold.cli.edge import ExitCode, complain
from untold.cli.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from untold.tallies.comparison.casebook import Record
    from untold.tallies.comparison.figure import ScopeComparison
    from untold.tallies.tally import TallyScope

_ISO_PREFIX = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def _iso_prefix(value: str | None) -> str | None:
    if value is not None and _ISO_PREFIX.fullmatch(value) is None:
        message = f"{value!r} is no date; write 2016, 2016-03 or 2016-03-23"
        raise typer.BadParameter(message)
    return value


Listed = list[str]


def compare(
    sources: Annotated[
        Listed | None,
        typer.Argument(
            metavar="[SOURCE...]",
            help="Files, folders, addresses; of a casebook the ids of reports or claims, to compare these alone.",
        ),
    ] = None,
    *,
    casebook: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="The casebook; nothing is kept in it.")
    ] = None,
    actor: Annotated[Listed | None, typer.Option(help="By whom: a slug or a name; may be repeated.")] = None,
    alone: Annotated[bool, typer.Option("--alone", help="Only incidents that nobody else is blamed for.")] = False,
    country: Annotated[Listed | None, typer.Option(help="Where: SYR, or a name; may be repeated.")] = None,
    place: Annotated[Listed | None, typer.Option(help="Where: a smaller place; may be repeated.")] = None,
    start: Annotated[str | None, typer.Option("--from", callback=_iso_prefix, help="The first day.")] = None,
    end: Annotated[str | None, typer.Option("--to", callback=_iso_prefix, help="The last day.")] = None,
    harm: Annotated[HarmAsked, typer.Option(help="What happened to them.")] = HarmAsked.KILLED,
    status: Annotated[StatusAsked, typer.Option(help="Who they were; any is everybody.")] = StatusAsked.CIVILIAN,
    demographic: Annotated[DemographicAsked | None, typer.Option(help="Children, women or men alone.")] = None,
    grades: Annotated[str | None, typer.Option(help="Count only incidents of these grades: fair,confirmed.")] = None,
    grades_by: Annotated[GradesBy, typer.Option("--grades-by", help="Whose grades.")] = GradesBy.OURS,
    source: Annotated[Listed | None, typer.Option(help="Only what these sources say; may be repeated.")] = None,
    published: Annotated[
        str | None, typer.Option(callback=_iso_prefix, help="The day of publication of what is read now.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="The language of the page: en, ar.")] = None,
    form: Annotated[Form, typer.Option("--as", help="The form of the comparison.")] = Form.TABLE,
    out: Annotated[
        Path | None, typer.Option(callback=writable, dir_okay=False, help="Write to this file, whole or not at all.")
    ] = None,
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
    typed = Typed(
        actors=tuple(actor or ()),
        alone=alone,
        countries=tuple(country or ()),
        places=tuple(place or ()),
        start=start,
        end=end,
        harm=harm,
        status=status,
        demographic=demographic,
        grades=grades,
        grades_by=grades_by,
        sources=tuple(source or ()),
    )
    asked = scope_typed(typed)
    record, failed = _record(casebook, sources or [], published=published)
    made = _compared(casebook, record, asked)
    put_out(made, record, form, out, language=language)
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
    from untold.tallies.comparison import compare_on_scope
    from untold.tallies.comparison.casebook import counted_in

    today = datetime.now(UTC).date().isoformat()
    if casebook is None:
        return compare_on_scope(asked, record.claims, as_of=today, published=record.published)
    with counted_in(casebook, record, today) as counted:
        return compare_on_scope(asked, record.claims, as_of=today, published=record.published, counted=counted)
