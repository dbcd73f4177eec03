"""The answers of a report, one by one, each under its heading; and the prose between them."""

from dataclasses import dataclass, field

from untold.allegations.reading.headings import closes_section, section_of
from untold.allegations.reading.lines import Line, goes_on, is_closed, lines_of
from untold.claims.official_statements import Section
from untold.reports.report import Passage, Report

_ROW_WORDS = 9
_ROW_LETTERS = 90
_LONGEST = 8_000  # letters of one answer: more is no answer


@dataclass(frozen=True, slots=True)
class Answer:
    """The words of one answer, and the heading that it stands under."""

    words: Passage
    section: Section | None


@dataclass(frozen=True, slots=True)
class Parted:
    """A report parted into its answers and its prose."""

    answers: tuple[Answer, ...]
    prose: tuple[Passage, ...]


@dataclass(slots=True)
class _Parting:
    """Where the reading of a report stands."""

    report: Report
    section: Section | None = None
    open_start: int | None = None
    open_end: int = 0
    answers: list[Answer] = field(default_factory=list)
    prose: list[Passage] = field(default_factory=list)

    def take(self, line: Line) -> None:
        """Take the next line: as a heading, as the start or the rest of an answer, or as prose."""
        section = None if line.is_start else self._heading(line)
        if line.is_start:
            self.close()
            self.open_start, self.open_end = line.words.start, line.words.end
        elif section is not None:
            self.close()
            self.section = section
            self._tell(line)
        elif self.open_start is not None and self._belongs(line):
            self.open_end = line.words.end
        else:
            self.close()
            self._tell(line)
            if closes_section(line.text):
                self.section = None

    def close(self) -> None:
        """End the answer that is open."""
        if self.open_start is not None:
            self.answers.append(Answer(self.report.passage(self.open_start, self.open_end), self.section))
            self.open_start = None

    def _heading(self, line: Line) -> Section | None:
        """Return what a line says of the answers below; the rest of a wrapped sentence is no heading."""
        is_fresh = line.is_apart or self.open_start is None or is_closed(self._told())
        return section_of(line.words) if is_fresh and not line.text[:1].islower() else None

    def _belongs(self, line: Line) -> bool:
        if self.open_start is not None and line.words.end - self.open_start > _LONGEST:
            return False
        return not line.is_apart or goes_on(self._told(), line)

    def _told(self) -> str:
        return self.report.text[max(self.open_end - 40, 0) : self.open_end]

    def _tell(self, line: Line) -> None:
        """Keep a line as prose: with the line before, unless it stands apart or is a row of its own."""
        before = self.prose[-1] if self.prose else None
        if before is None or line.is_apart or _is_row(line.text) or _is_row(before.text):
            self.prose.append(line.words)
        else:
            self.prose[-1] = self.report.passage(before.start, line.words.end)


def parted(report: Report) -> Parted:
    """Return a report parted into its answers and the prose between them, in the order of its text."""
    parting = _Parting(report)
    for line in lines_of(report):
        parting.take(line)
    parting.close()
    return Parted(tuple(parting.answers), tuple(parting.prose))


def _is_row(text: str) -> bool:
    """Tell whether a line is a row of a table: a few words and one number at its end or its beginning.

    >>> _is_row("Open at start: 43"), _is_row("were killed in 43 strikes in this month of")
    (True, False)
    """
    if len(text) > _ROW_LETTERS:
        return False
    words = text.split()
    edges = (words[0].strip("():,"), words[-1].strip("():,"))
    return len(words) <= _ROW_WORDS and any(edge.replace(",", "").isdecimal() for edge in edges)
