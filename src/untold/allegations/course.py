"""The course of an allegation: which determinations stand, what each moved, and where it is, as of a day.

A party that corrects itself does not undo what it said; it says something else
from then on, of the same day as before. So a correction takes the place of the
determination that it names, and counts from the day on which it came out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from untold.allegations.allegation import COMPLETED, Allegation, Determination, ReviewStatus
from untold.allegations.days import first_day, is_by, last_day, month_of

_WAITING: frozenset[ReviewStatus] = frozenset({"open", "reopened", "no_response"})


@dataclass(frozen=True, slots=True)
class Move:
    """One move of the ledger: an allegation comes in, is completed, or is taken up again.

    `status` is where it stands afterwards, `date` an ISO prefix or null,
    `determination` the id of the step that moved it, null for a receipt.
    """

    kind: Literal["new", "reopened", "completed"]
    date: str | None
    status: ReviewStatus
    determination: str | None


@dataclass(frozen=True, slots=True)
class Course:
    """Where an allegation stands, and how it came there.

    `standing` are the determinations that nothing has corrected, in the order
    of the days they are of, each with that day. `moves` is empty for one that
    was never put to the actor.
    """

    status: ReviewStatus
    standing: tuple[tuple[Determination, str | None], ...]
    moves: tuple[Move, ...]

    @property
    def is_open(self) -> bool:
        """Return whether it was put and waits for a finding."""
        return bool(self.moves) and self.status not in COMPLETED

    @property
    def worded(self) -> ReviewStatus | None:
        """Return the finding that the last step's words state, though it is filed as waiting; null for none."""
        waiting = [each.worded for each, _ in self.standing if each.status in _WAITING] if self.is_open else []
        return waiting[-1] if waiting and waiting[-1] in COMPLETED else None

    @property
    def is_placed(self) -> bool:
        """Return whether each of its moves has a month."""
        return all(month_of(move.date) is not None for move in self.moves)

    @property
    def entered(self) -> str | None:
        """Return the ISO prefix on which it came in, null where it did not, or nothing says when."""
        return self.moves[0].date if self.moves else None

    @property
    def was_answered(self) -> bool:
        """Return whether it ever had a finding that stands, also where it was taken up again since."""
        return any(move.kind == "completed" for move in self.moves)

    @property
    def answered(self) -> str | None:
        """Return the ISO prefix of the first finding that stands, null where there is none, or nothing says when."""
        return next((move.date for move in self.moves if move.kind == "completed"), None)

    @property
    def reopenings(self) -> int:
        """Return how often it was taken up again, also where nothing recorded says that it had been completed."""
        said = sum(each.status == "reopened" for each, _ in self.standing)
        return max(said, sum(move.kind == "reopened" for move in self.moves))

    @property
    def open_since(self) -> str | None:
        """Return the ISO prefix since which it waits: its receipt or its reopening; null where it does not wait."""
        if not self.is_open:
            return None
        return next(move.date for move in reversed(self.moves) if move.kind != "completed")


def course_of(allegation: Allegation, as_of: str | None = None) -> Course:
    """Return an allegation's course by all that is recorded, or by what was known on a day, an ISO date.

    A step without a date counts on every day, for nothing says that it came
    later; it stands before the dated ones, so that it decides nothing that
    they decide.

    A finding that says again what stands moves nothing, nor does `duplicate`
    where a finding stands: it says that this was answered. Another finding
    than the one that stands is a reopening and a completion.

    >>> from untold.claims.claim import Party
    >>> steps = (Determination("r:0", "non_credible", "2017-03"), Determination("r:9", "credible", "2018-11"))
    >>> course = course_of(Allegation("a:1", None, "x", Party("a", "A"), "2017-01-20", "credible", steps))
    >>> [(move.kind, move.date) for move in course.moves]
    [('new', '2017-01-20'), ('completed', '2017-03'), ('reopened', '2018-11'), ('completed', '2018-11')]
    """
    steps = standing(allegation.determinations, as_of)
    received = allegation.received
    if received is not None and as_of is not None and not is_by(received, as_of):
        received = None
    moves = tuple(_moves(received, steps))
    return Course(_status(moves, steps), steps, moves)


def standing(
    determinations: Sequence[Determination], as_of: str | None = None
) -> tuple[tuple[Determination, str | None], ...]:
    """Return the determinations that nothing known has corrected, by the days they are of, each with that day.

    Of one day a duplicate comes last: it says that there is a finding.
    """
    known = [each for each in determinations if _is_known(each, as_of)]
    corrected = {each.corrects for each in known}
    dated = {each.id: each for each in determinations}
    found = [(each, _day_of(each, dated)) for each in known if each.id not in corrected]
    told = {each.status for each, day in found if day is not None}
    return tuple(
        sorted(
            ((each, day) for each, day in found if day is not None or each.status not in told),
            key=lambda pair: (pair[1] or "", pair[0].status == "duplicate"),
        )
    )


def known_on(allegation: Allegation, day: str) -> Allegation | None:
    """Return an allegation as it was known on a day, an ISO date: its steps until then, and where it stood.

    Null where nothing of it was known. One without any date is known on every
    day, for nothing says that it came later.
    """
    steps = tuple(each for each in allegation.determinations if _is_known(each, day))
    received = allegation.received if allegation.received is not None and is_by(allegation.received, day) else None
    was_dated = bool(allegation.determinations) or allegation.received is not None
    if was_dated and not steps and received is None:
        return None
    then = replace(allegation, determinations=steps, received=received)
    return replace(then, status=course_of(then).status)


def _is_known(determination: Determination, as_of: str | None) -> bool:
    known = determination.published or determination.date
    return as_of is None or known is None or is_by(known, as_of)


def _day_of(determination: Determination, by_id: dict[str, Determination]) -> str | None:
    """Return the day that a determination is of: its own, or that of the first in the line that it corrects."""
    seen = {determination.id}
    first = determination
    while first.corrects in by_id and first.corrects not in seen:
        first = by_id[first.corrects]
        seen.add(first.id)
    return first.date or determination.date


def _moves(received: str | None, steps: Sequence[tuple[Determination, str | None]]) -> Iterator[Move]:
    put = [(each, day) for each, day in steps if each.status != "not_submitted"]
    status: ReviewStatus | None = None
    if received is not None:
        status = "open"
        yield Move("new", _earlier(received, [day for _, day in put if day is not None]), status, None)
    for each, day in put:
        if status is None:
            status = "open"
            yield Move("new", day, status, each.id)
        for move in _moved(status, each, day):
            yield move
            status = move.status


def _moved(status: ReviewStatus, step: Determination, day: str | None) -> Iterator[Move]:
    """Yield what a step moves in the ledger, from where the allegation stands."""
    is_done = status in COMPLETED
    if step.status in _WAITING:
        if is_done:
            yield Move("reopened", day, step.status, step.id)
    elif not is_done:
        yield Move("completed", day, step.status, step.id)
    elif step.status not in (status, "duplicate"):
        yield Move("reopened", day, "reopened", step.id)
        yield Move("completed", day, step.status, step.id)


def _status(moves: Sequence[Move], steps: Sequence[tuple[Determination, str | None]]) -> ReviewStatus:
    """Return where it stands: by its last move, and in the words of the last step while it waits."""
    if not moves:
        return "not_submitted"
    if moves[-1].kind == "completed":
        return moves[-1].status
    waiting = [each.status for each, _ in steps if each.status in _WAITING]
    return waiting[-1] if waiting else "open"


def _earlier(received: str, days: Sequence[str]) -> str:
    """Return the receipt, or the first of the steps' days where that is earlier, whatever day of them is meant."""
    first = min(days, key=last_day, default=received)
    return first if last_day(first) < first_day(received) else received
