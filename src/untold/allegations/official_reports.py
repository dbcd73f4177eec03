"""The belligerents' own reports, kept: each version as it was read, and which one it changes."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from untold.allegations.reading.record import OfficialReport
from untold.codebook.errors import CasebookError
from untold.reports.casebook import Casebook, read_records, write_records

FILE = "official_reports.jsonl"


def official_reports_kept(folder: str | Path) -> tuple[OfficialReport, ...]:
    """Return the official reports of a casebook, in the order in which they first came in; none where there is none."""
    return read_records(folder, FILE, OfficialReport)


def keep_official_reports(casebook: Casebook, reports: Iterable[OfficialReport]) -> None:
    """Add reports as they were read; one that is there already is put in its own place.

    What a person said that it corrects stays, unless the report now says so
    itself. Raises `CasebookError` for one that corrects itself or a report
    that the casebook does not hold.
    """
    kept = {each.report: each for each in official_reports_kept(casebook.folder)}
    for report in reports:
        before = kept.get(report.report)
        kept[report.report] = report if before is None or report.corrects else replace(report, corrects=before.corrects)
    for report in kept.values():
        if report.corrects is not None and (report.corrects not in kept or report.corrects == report.report):
            why = f"{report.report} cannot correct {report.corrects}"
            raise CasebookError(str(casebook.folder), why, "name another report that was imported, by its id")
    write_records(casebook, FILE, kept.values())
