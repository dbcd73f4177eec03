"""The months of a review: what came in, what was taken up again, what was found, and what is left open.

Every number is a count of moves of single allegations, so that each month ends
where the next begins, and anybody may count them again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from untold.allegations.allegation import Allegation
from untold.allegations.course import Move, course_of
from untold.allegations.days import month_of, months_from
from untold.allegations.ledger.record import Ledger, LedgerMonth
from untold.claims.claim import Party


def ledger_of(allegations: Iterable[Allegation], *, as_of: str, actor: Party | None = None) -> Ledger:
    """Return the months from the first allegation to the day `as_of`, an ISO date, by what was known on it.

    With `actor` only that actor's allegations are counted. An allegation comes
    in in the month of its receipt; where nothing says when that was, in the
    month of its first answer, and `by_answer` counts those. One of which a
    step has no month is in no month, and named.

    >>> from untold.allegations.allegation import Determination
    >>> answered = Determination("r:0", "non_credible", "2017-04-02")
    >>> ledger = ledger_of([Allegation("a:1", None, "x", Party("a", "A"), "2017-03-20", "non_credible", (answered,))],
    ...     as_of="2017-04-30")
    >>> [(each.month, each.open_at_start, each.new, each.completed, each.open_at_end) for each in ledger.months]
    [('2017-03', 0, 1, 0, 1), ('2017-04', 1, 0, 1, 0)]
    """
    own = [each for each in allegations if actor is None or _is_of(each, actor)]
    courses = {each.id: course for each in own if (course := course_of(each, as_of)).moves}
    placed = [course for course in courses.values() if course.is_placed]
    moved = _moved(move for course in placed for move in course.moves)
    unplaced = tuple(identity for identity, course in courses.items() if not course.is_placed)
    return Ledger(actor, as_of, tuple(_months(moved, as_of)), unplaced)


def open_on(allegations: Iterable[Allegation], day: str) -> tuple[str, ...]:
    """Return the ids of the allegations that were open at the end of a day, an ISO date, by what was known on it.

    Those that are in no month of the ledger are in none of its numbers, and not here.
    """
    courses = ((each.id, course_of(each, day)) for each in allegations)
    return tuple(identity for identity, course in courses if course.is_open and course.is_placed)


def within(ledger: Ledger, first: str | None, last: str | None) -> tuple[LedgerMonth, ...]:
    """Return the months from one to another, both among them; ISO prefixes of at least a month, null is open."""
    return tuple(
        each
        for each in ledger.months
        if (first is None or each.month >= first[:7]) and (last is None or each.month <= last[:7])
    )


def _is_of(allegation: Allegation, actor: Party) -> bool:
    own = allegation.to
    return own.id == actor.id if actor.id is not None else own.name == actor.name


def _moved(moves: Iterable[Move]) -> Mapping[str, Counter[str]]:
    """Return by month how many allegations were moved, and how."""
    found: dict[str, Counter[str]] = {}
    for move in moves:
        kind = move.status if move.kind == "completed" else move.kind
        own = found.setdefault(month_of(move.date) or "", Counter())
        own[kind] += 1
        own["by_answer"] += move.kind == "new" and move.determination is not None
    return found


def _months(moved: Mapping[str, Counter[str]], as_of: str) -> Iterator[LedgerMonth]:
    still_open = 0
    for month in months_from(min(moved), max(as_of, *moved)) if moved else ():
        row = _month(month, still_open, moved.get(month, Counter()))
        still_open = row.open_at_end
        yield row


def _month(month: str, open_at_start: int, own: Counter[str]) -> LedgerMonth:
    completed = own["credible"] + own["non_credible"] + own["duplicate"]
    return LedgerMonth(
        month=month,
        open_at_start=open_at_start,
        new=own["new"],
        by_answer=own["by_answer"],
        reopened=own["reopened"],
        credible=own["credible"],
        non_credible=own["non_credible"],
        duplicate=own["duplicate"],
        completed=completed,
        open_at_end=open_at_start + own["new"] + own["reopened"] - completed,
    )
