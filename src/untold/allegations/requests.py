"""Requests for information: what was asked about an allegation, of whom, and what came back.

A review that waits for an answer and one that never asked look alike from
outside. So each question is a record of its own, with the days that it waits.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from untold.allegations.allegation import Allegation, Request
from untold.allegations.days import days_from
from untold.allegations.hand import Asked, standing_lines
from untold.allegations.hand_steps import hand_id, party_named


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request on a day: whether it is answered by then, and the days that it waited; null where no day is known."""

    request: Request
    is_answered: bool
    days: int | None


def requests_of(
    lines: Sequence[Asked], allegations: Iterable[Allegation], names: Mapping[str, str]
) -> tuple[tuple[Request, ...], tuple[str, ...]]:
    """Return the requests in the order in which they were entered, and the names of what is not there any more.

    The last answer that stands is the request's; one to a request that was
    taken back is about nothing.
    """
    by_id = {each.id: each for each in allegations}
    made: dict[str, Request] = {}
    lost: list[str] = []
    for number, line in standing_lines(lines):
        allegation = by_id.get(names.get(line.subject, line.subject))
        if line.verb == "answer":
            if line.subject in made:
                made[line.subject] = replace(made[line.subject], answered=line.date, answer=line.words)
            else:
                lost.append(line.subject)
        elif allegation is None:
            lost.append(line.subject)
        else:
            to = party_named(line.to) or allegation.to
            made[hand_id(number)] = Request(hand_id(number), allegation.id, to, line.date, line.words)
    return tuple(made.values()), tuple(lost)


def waiting(requests: Iterable[Request], as_of: str) -> tuple[Waiting, ...]:
    """Return the requests that were asked by a day, an ISO date, as they stood then; the longest wait first."""
    asked = (each for each in requests if each.asked <= as_of)
    found = [_waiting(each, as_of) for each in asked]
    return tuple(sorted(found, key=lambda each: (each.is_answered, each.request.asked, each.request.id)))


def _waiting(request: Request, as_of: str) -> Waiting:
    is_answered = request.answered is not None and request.answered <= as_of
    return Waiting(request, is_answered, days_from(request.asked, request.answered if is_answered else as_of))
