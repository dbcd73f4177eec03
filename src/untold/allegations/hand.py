"""What people enter of a review: allegations put, determinations made, information asked for; by whom and why.

The three lists under `hand/` are only ever added to. A line is taken back by a
later one that names its number, so both stay visible; a determination that a
belligerent changed is no line taken back, but a new one that corrects it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

from untold.claims.account import Conceded
from untold.claims.columns.quantities import count_of
from untold.codebook.actors import all_actors
from untold.codebook.counts import Count
from untold.codebook.errors import CasebookError, UnknownWording
from untold.codebook.vocabularies import vocabulary
from untold.reports.casebook import Casebook
from untold.reports.hand import add_line, lines_kept
from untold.reports.page_dates import is_iso_prefix

ALLEGATIONS = Path("hand") / "allegations.csv"
DETERMINATIONS = Path("hand") / "determinations.csv"
REQUESTS = Path("hand") / "requests.csv"
FIRST_LINE = 2  # the number of the first line: line 1 has the names of the columns


@dataclass(frozen=True, slots=True)
class Put:
    """An allegation that a person enters: about an incident or an account, to an actor of the codebook by its slug."""

    when: str  # ISO 8601, UTC
    who: str
    incident: str
    account: str
    actor: str
    received: str
    reporter: str
    number: str
    code: str
    undo: bool
    line: str
    why: str

    def __post_init__(self) -> None:
        if not self.undo:
            _check(self.actor in all_actors(), self.actor, "actor")
            _check_date(self.received)


@dataclass(frozen=True, slots=True)
class Determined:
    """A determination that a person enters; `reasons` are separated by semicolons, counts are as worded."""

    when: str  # ISO 8601, UTC
    who: str
    allegation: str
    status: str
    date: str
    reasons: str
    standard: str
    killed: str
    injured: str
    place: str
    grid: str
    corrects: str
    undo: bool
    line: str
    why: str

    def __post_init__(self) -> None:
        if self.undo:
            return
        _check(self.status in _slugs("review_status"), self.status, "review status")
        _check_date(self.date)
        for reason in self.slugs:
            _check(reason in _slugs("review_reason") | _slugs("credible_circumstance"), reason, "review reason")
        _check(self.standard in _slugs("standard_of_proof") | {""}, self.standard, "standard of proof")
        for words in (self.killed, self.injured):
            _count(words)

    @property
    def slugs(self) -> tuple[str, ...]:
        """Return the reasons one by one."""
        return tuple(each.strip() for each in self.reasons.split(";") if each.strip())

    @property
    def conceded(self) -> Conceded | None:
        """Return how many people it concedes, null where it says nothing of any."""
        killed, injured = _count(self.killed), _count(self.injured)
        return None if killed is None and injured is None else Conceded(killed, injured)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about an allegation (`ask`), or what came back to one (`answer`).

    `subject` is the allegation's id or the request's, `to` whom was asked: a
    slug, or a name that the codebook does not have.
    """

    when: str  # ISO 8601, UTC
    who: str
    verb: Literal["ask", "answer"]
    subject: str
    to: str
    date: str
    words: str
    undo: bool
    line: str
    why: str

    def __post_init__(self) -> None:
        if not self.undo:
            _check(bool(self.date), self.date, "date")
            _check_date(self.date)


class Undoable(Protocol):
    """A line that may take another back: `line` is the number of the one that it takes back."""

    @property
    def undo(self) -> bool:
        """Whether it takes a line back."""

    @property
    def line(self) -> str:
        """The number of the line that it takes back."""


HandLine = Put | Determined | Asked
Line = TypeVar("Line", bound=Undoable)
_KINDS: dict[type[Any], tuple[Path, str]] = {
    Put: (ALLEGATIONS, "allegation"),
    Determined: (DETERMINATIONS, "determination"),
    Asked: (REQUESTS, "request"),
}


def enter(casebook: Casebook, line: HandLine) -> str:
    """Add a line to its list under `hand/`, which is made on the first, and return its number.

    Raises `CasebookError` where the reason is empty, or where it takes back a
    line that is not there, or not there any more.
    """
    file, noun = _KINDS[type(line)]
    before = lines_kept(casebook.folder, file, type(line), noun=noun)
    if line.undo and line.line not in {number for number, _ in standing_lines(before)}:
        why = f"{file} has no line {line.line or '(none named)'} that stands"
        raise CasebookError(str(casebook.folder), why, "name the line by its number, as its id does after hand:")
    add_line(casebook, file, line, noun=noun)
    return str(len(before) + FIRST_LINE)


def put_kept(folder: Path) -> tuple[Put, ...]:
    """Return every line of `hand/allegations.csv`; raises `CasebookError` for a line that is no allegation."""
    return lines_kept(folder, ALLEGATIONS, Put, noun="allegation")


def determined_kept(folder: Path) -> tuple[Determined, ...]:
    """Return every line of `hand/determinations.csv`; raises `CasebookError` for a line that is no determination."""
    return lines_kept(folder, DETERMINATIONS, Determined, noun="determination")


def asked_kept(folder: Path) -> tuple[Asked, ...]:
    """Return every line of `hand/requests.csv`; raises `CasebookError` for a line that is no request."""
    return lines_kept(folder, REQUESTS, Asked, noun="request")


def standing_lines(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """Yield the lines that nothing takes back, each with its number in the file."""
    gone = {line.line for line in lines if line.undo}
    for number, line in enumerate(lines, FIRST_LINE):
        if not line.undo and str(number) not in gone:
            yield str(number), line


def _count(words: str) -> Count | None:
    count = count_of(words) if words.strip() else None
    _check(count is not None or not words.strip(), words, "count")
    return count


def _check_date(words: str) -> None:
    _check(not words or is_iso_prefix(words), words, "date")


def _check(is_right: bool, words: str, kind: str) -> None:  # noqa: FBT001 (what is asked, not how)
    if not is_right:
        raise UnknownWording(words, kind)


def _slugs(name: str) -> frozenset[str]:
    return frozenset(term.slug for term in vocabulary(name))
