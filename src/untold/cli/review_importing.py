"""`untold review import`: a belligerent's own reports, taken in whole, each answer at its place."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from untold.cli.edge import ExitCode, complain
from untold.cli.review_options import actor_named, come_prefix, now

if TYPE_CHECKING:
    from untold.allegations.allegation import Allegation
    from untold.allegations.reading import OfficialReport
    from untold.allegations.record import Review
    from untold.claims.claim import Party
    from untold.reports.report import Report
    from untold.reports.taken import Taken


def import_reports(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Reports: files, directories, addresses; - is standard input."),
    ],
    *,
    actor: Annotated[str, typer.Option("--actor", help="Whose reports they are: a slug or a name.")],
    casebook: Annotated[Path, typer.Option("--casebook", file_okay=False, help="Keep them there.")],
    published: Annotated[
        str | None, typer.Option(callback=come_prefix, help="The day on which they came out, where they show none.")
    ] = None,
    corrects: Annotated[
        str | None, typer.Option(metavar="REPORT", help="The id of the report that this one changes: an addendum.")
    ] = None,
) -> None:
    """Import a belligerent's own reports on its review: each answer becomes a determination in its own words.

    A report that comes again in another version, or with --corrects, makes new
    determinations that correct the earlier ones; nothing goes. The ledger that
    it prints is kept and checked by untold review ledger. To have its claims
    of people harmed among the incidents too, read it with untold read.

    Example: untold review import 2017-04.pdf --actor us-led-coalition --published 2017-04-30 --casebook cases

    Example: untold review import addendum.txt --actor pentagon --corrects aa1177c6ec7baf81 --casebook cases
    """
    party = actor_named(actor)
    taken, failures = _opened(files, published)
    if corrects is not None and len(taken) > 1:
        message = "one report changes another: give one FILE with --corrects"
        raise typer.BadParameter(message)
    read = _keep(casebook, taken, party, corrects) if taken else ()
    failures += len(taken) - len(read)
    if failures:
        raise typer.Exit(ExitCode.SOME_FAILED if read else ExitCode.ERROR)


def _opened(files: Sequence[str], published: str | None) -> tuple[list["Taken"], int]:
    """Return what the files hold, and how many could not be read, each of which is named."""
    from untold.reports.opening import open_source

    moment = now()
    taken: list[Taken] = []
    failures = 0
    for file in files:
        for opened in open_source(file, published=published, captured_at=moment):
            taken += opened.taken
            if opened.error is not None:
                complain(str(opened.error))
                failures += 1
    return taken, failures


def _keep(folder: Path, taken: Sequence["Taken"], actor: "Party", corrects: str | None) -> "tuple[OfficialReport, ...]":
    """Keep the reports that hold anything of a review, and say what became of each."""
    from untold.allegations.official_reports import keep_official_reports
    from untold.allegations.record import renew_docket
    from untold.reports.archive import keep_all
    from untold.reports.casebook import open_casebook

    with open_casebook(folder) as casebook:
        told = [one for one in taken if _is_of_a_review(folder, one.report, actor)]
        kept = {each.id: each for each in keep_all(casebook, told)} if told else {}
        read = tuple(replace(_read(each, actor), corrects=corrects) for each in kept.values())
        if read:
            keep_official_reports(casebook, read)
            review = renew_docket(casebook)
    for each in read:
        typer.echo("\n".join(_told(each, kept[each.report], review)))
    return read


def _read(report: "Report", actor: "Party") -> "OfficialReport":
    from untold.allegations.reading import read_official_report

    return read_official_report(report, actor=actor)


def _is_of_a_review(folder: Path, report: "Report", actor: "Party") -> bool:
    """Return whether a report answers allegations or prints a ledger; says why where it does not."""
    from untold.claims.accounts import accounts_kept

    origin = report.origins[-1]
    if any(each.report == report.id and not each.id.startswith(report.id) for each in accounts_kept(folder)):
        complain(f"{origin}: the casebook keeps it as a list; import it again with untold import")
        return False
    read = _read(report, actor)
    if not read.entries and read.ledger is None:
        complain(f"{origin}: holds no answer to an allegation and no ledger; check that it is a report on a review")
        return False
    return True


def _told(read: "OfficialReport", report: "Report", review: "Review") -> "Sequence[str]":
    from untold.allegations.report_steps import versions_before
    from untold.cli.directions import wrapped
    from untold.tallies.ledger.cleaning import printable

    own = [each for each in review.docket.allegations if _is_answered_in(each, read.report)]
    unread = sum(each.statement.report == read.report for each in review.docket.unread)
    about = sum(each.incident is not None for each in own)
    before = versions_before(review.reports).get(read.report)
    version = f", a version of {before}" if before else ""
    left = f"; {unread:,} answers whose finding could not be read" if unread else ""
    lines = [
        f"{read.report}  {printable(report.origins[-1])}",
        f"  about {read.period or 'no month'}, published {read.published or 'on no known day'}{version}",
        f"  {len(read.entries):,} answers on {len(own):,} allegations, {about:,} of them on known incidents{left}",
    ]
    return [wrapped(each, hanging="    ") if len(each) > 80 else each for each in lines]  # noqa: PLR2004 (columns)


def _is_answered_in(allegation: "Allegation", report: str) -> bool:
    return any(each.id.startswith(f"{report}:") for each in allegation.determinations)
