"""What came in by the door: a report beside the bytes that it was read from, or the reason why not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from untold.codebook.errors import UnreadableReport
from untold.reports.report import Report


@dataclass(frozen=True, slots=True)
class Taken:
    """A report and its own bytes, whose SHA-256 is the report's capture; `headers` are those it came with."""

    report: Report
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """One input of a source: what it holds, or the error for it. One of `taken` and `error` is empty."""

    origin: str
    taken: tuple[Taken, ...] = ()
    error: UnreadableReport | None = None

    @property
    def reports(self) -> tuple[Report, ...]:
        """Return the reports without their bytes."""
        return tuple(taken.report for taken in self.taken)
