"""Steps gathered into allegations: what bears one number, or answers one incident, is one allegation.

A monthly report answers twice, a case is called a duplicate, another is
reopened. Counted as allegations of their own they would make the review look
busier than it was.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from untold.allegations.allegation import Allegation
from untold.allegations.course import course_of
from untold.allegations.step import Step, actor_key, number_names
from untold.claims.claim import Party


@dataclass(frozen=True, slots=True)
class Gathered:
    """One allegation, and every name under which it goes or went."""

    allegation: Allegation
    names: tuple[str, ...]


def gather(steps: Sequence[Step], kept: Collection[str] = ()) -> tuple[tuple[Gathered, ...], tuple[Step, ...]]:
    """Return the allegations in the order of actor, entry and id, and the steps of which no allegation is known.

    `kept` are the ids that were given before: they stay, as long as anything
    that they name is there.
    """
    groups = list(_groups(steps))
    found = [_gathered(group, frozenset(kept)) for group in groups if any(each.to is not None for each in group)]
    lost = tuple(step for group in groups if all(each.to is None for each in group) for step in group)
    return tuple(sorted(found, key=_order)), lost


def _groups(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """Yield the steps that keys join, in their order."""
    leaders = list(range(len(steps)))

    def leader(n: int) -> int:
        while leaders[n] != n:
            leaders[n] = leaders[leaders[n]]
            n = leaders[n]
        return n

    first: dict[str, int] = {}
    for n, step in enumerate(steps):
        for key in step.keys:
            one, other = sorted((leader(n), leader(first.setdefault(key, n))))
            leaders[other] = one
    groups: dict[int, list[Step]] = {}
    for n, step in enumerate(steps):
        groups.setdefault(leader(n), []).append(step)
    yield from groups.values()


def _gathered(group: Sequence[Step], kept: Collection[str]) -> Gathered:
    ordered = sorted(group, key=_day)
    to = next(step.to for step in ordered if step.to is not None)
    numbers = _once(number for step in ordered for number in step.numbers)
    names = _once((*number_names(to, numbers), *(name for step in ordered for name in step.names)))
    incidents = _once(step.incident for step in ordered if step.incident is not None)
    bare = Allegation(
        id=next((name for name in names if name in kept), names[0]),
        incident=incidents[0] if incidents else None,
        account=None if incidents else next((step.account for step in ordered if step.account is not None), None),
        to=to,
        received=min((step.received for step in ordered if step.received is not None), default=None),
        status="open",
        determinations=tuple(step.determination for step in ordered if step.determination is not None),
        reporter=next((step.reporter for step in ordered if step.reporter is not None), None),
        numbers=numbers,
        codes=_once(code for step in ordered for code in step.codes),
        doubts=_once(_doubts(ordered, incidents, to)),
    )
    return Gathered(replace(bare, status=course_of(bare).status), names)


def _doubts(steps: Sequence[Step], incidents: Sequence[str], to: Party) -> Iterator[str]:
    """Yield what the steps leave open, and where they do not agree with each other."""
    for step in steps:
        yield from step.doubts
        if step.homeless is not None and not incidents:
            yield step.homeless
    if len(incidents) > 1:
        yield f"its answers are about {' and '.join(incidents)}; it is kept with the first"
    numbers = _once(number for step in steps for number in step.numbers)
    if len(numbers) > 1:
        yield f"{to.name} numbers it {' and '.join(numbers)}"
    received = _once(step.received for step in steps if step.received is not None)
    if len(received) > 1:
        yield f"received on {' and on '.join(sorted(received))}; the first is kept"


def _day(step: Step) -> str:
    return (step.determination.date if step.determination is not None else None) or ""


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _order(found: Gathered) -> tuple[str, str, str]:
    allegation = found.allegation
    return actor_key(allegation.to), course_of(allegation).entered or "", allegation.id
