"""The review for other programs: JSON objects, whose shapes ship with the package as JSON Schemas."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from untold.allegations.allegation import Allegation
from untold.allegations.course import course_of, known_on
from untold.allegations.history import History
from untold.allegations.ledger.ageing import Overdue
from untold.allegations.ledgers import ActorLedger
from untold.allegations.record import Review
from untold.allegations.report_steps import Unread
from untold.allegations.requests import Waiting, waiting
from untold.codebook.schemas import Schema, made_schema, shipped_schema


@dataclass(frozen=True, slots=True)
class AllegationObject:
    """One allegation as it was known on the day.

    `standing` are the ids of the determinations that nothing has corrected;
    `entered` is when it came in and `open_since` since when it waits, null
    where it does not, or nothing says. `history` is given for one allegation
    that was asked for, null in a list of them.
    """

    allegation: Allegation
    standing: tuple[str, ...]
    entered: str | None
    open_since: str | None
    reopenings: int
    requests: tuple[Waiting, ...]
    history: History | None = None


@dataclass(frozen=True, slots=True)
class AllegationsObject:
    """The one object of `untold review list` and `show`; `unread` are answers whose finding could not be read."""

    schema: Schema
    as_of: str
    allegations: tuple[AllegationObject, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class LedgersObject:
    """The one object of `untold review ledger`."""

    schema: Schema
    as_of: str
    ledgers: tuple[ActorLedger, ...]


@dataclass(frozen=True, slots=True)
class OverdueObject:
    """The one object of `untold review overdue`: allegations and requests that wait for more than `days` days."""

    schema: Schema
    as_of: str
    days: int
    overdue: tuple[Overdue, ...]
    requests: tuple[Waiting, ...]


ALLEGATIONS_SCHEMA = Schema("untold.review", 1)
LEDGER_SCHEMA = Schema("untold.review.ledger", 1)
OVERDUE_SCHEMA = Schema("untold.review.overdue", 1)
_SHIPPED: dict[str, tuple[Schema, type]] = {
    "review": (ALLEGATIONS_SCHEMA, AllegationsObject),
    "review_ledger": (LEDGER_SCHEMA, LedgersObject),
    "review_overdue": (OVERDUE_SCHEMA, OverdueObject),
}


def allegations_object(review: Review, allegations: Iterable[AllegationObject], as_of: str) -> AllegationsObject:
    """Return allegations as one object."""
    return AllegationsObject(ALLEGATIONS_SCHEMA, as_of, tuple(allegations), review.docket.unread)


def allegation_objects(
    review: Review, allegations: Iterable[Allegation], as_of: str, history: History | None = None
) -> Iterable[AllegationObject]:
    """Yield allegations as they were known on a day, an ISO date; one of which nothing was known then is left out."""
    asked = waiting(review.docket.requests, as_of)
    for allegation in allegations:
        then = known_on(allegation, as_of)
        if then is not None:
            own = tuple(each for each in asked if each.request.allegation == allegation.id)
            yield _allegation_object(then, own, history)


def _allegation_object(
    allegation: Allegation, requests: tuple[Waiting, ...], history: History | None
) -> AllegationObject:
    course = course_of(allegation)
    return AllegationObject(
        allegation=allegation,
        standing=tuple(each.id for each, _ in course.standing),
        entered=course.entered,
        open_since=course.open_since,
        reopenings=course.reopenings,
        requests=requests,
        history=history,
    )


def schema_names() -> Sequence[str]:
    """Return the names of the objects that have a schema."""
    return tuple(_SHIPPED)


def schema(name: str) -> str:
    """Return the JSON Schema of an object, as it ships with the package."""
    return shipped_schema("untold.allegations", name)


def written_schema(name: str) -> str:
    """Return the JSON Schema of an object as the records now make it; a test holds the shipped file to it."""
    return made_schema(*_SHIPPED[name])
