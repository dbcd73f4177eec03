"""Reading what a belligerent publishes of its review: whole reports, their answers and their ledgers."""

from untold.allegations.reading.record import Entry, OfficialReport, PrintedLedger
from untold.allegations.reading.report import read_official_report

__all__ = ["Entry", "OfficialReport", "PrintedLedger", "read_official_report"]
