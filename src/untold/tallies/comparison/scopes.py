"""The scopes of two numbers, compared field by field.

Each rule looks at one field and answers with an objection in words, or with
nothing. A refusal means that the two numbers do not count the same thing; a
caveat, that they may not.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from untold.claims.claim import Party
from untold.codebook.actors import all_actors, is_compatible
from untold.codebook.folding import name_key
from untold.tallies.comparison import scope_words as words
from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.places import PlaceRelation, place_relation
from untold.tallies.comparison.record import Verdict
from untold.tallies.comparison.scope import Scope
from untold.tallies.comparison.voices import voice_name, voice_of
from untold.tallies.windows import EARLIEST, LATEST, Relation, Span, Window, span_relation
from untold.tallies.wording import listed

Field = Literal[
    "unit", "harm", "places", "status", "demographic", "affiliation", "actors", "window", "extent", "grades", "voice"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Objection:
    """Why two numbers cannot be compared, or what to keep in mind when they are; `field` is where their scopes part."""

    refuses: bool
    reason: str
    field: Field


def objections(one: Figure, other: Figure) -> tuple[Objection, ...]:
    """Return everything that stands against comparing two figures, the refusals first."""
    found = [objection for rule in _RULES for objection in rule(one, other)]
    return tuple(sorted(found, key=lambda objection: not objection.refuses))


def verdict_of(against: Iterable[Objection]) -> Verdict:
    """Return the verdict that objections come to: one refusal is enough, and without any two numbers are comparable."""
    kinds = {objection.refuses for objection in against}
    return "not_comparable" if True in kinds else "with_caveat" if kinds else "comparable"


def window_relation(one: Figure, other: Figure) -> Relation:
    """Return how the time of one figure stands to the other's."""
    return span_relation(_span(one), _span(other))


def actors_of(scope: Scope) -> frozenset[str]:
    """Return by whom, as keys."""
    return frozenset(each.id or name_key(each.name) for each in scope.actors)


def _unit(one: Figure, other: Figure) -> Iterator[Objection]:
    if one.scope.unit != other.scope.unit:
        reason = f"different unit: {one.scope.unit}, against {other.scope.unit}"
        yield Objection(refuses=True, reason=reason, field="unit")


def _harm(one: Figure, other: Figure) -> Iterator[Objection]:
    if one.scope.harm != other.scope.harm:
        both = listed(figure.scope.harm for figure in (one, other))
        yield Objection(refuses=True, reason=f"different harm: {both}", field="harm")


def _place(one: Figure, other: Figure) -> Iterator[Objection]:
    ours, theirs = (figure.scope.places for figure in (one, other))
    is_anywhere = ["places" in figure.scope.unbounded for figure in (one, other)]
    if all(is_anywhere):
        return
    if not ours and not theirs:
        silent = listed(voice_name(each) for each in (one, other) if "places" not in each.scope.unbounded)
        reason = f"place not stated by {silent}" if any(is_anywhere) else "place not stated by either"
        yield Objection(refuses=False, reason=reason, field="places")
    elif any(is_anywhere) or (ours and theirs):
        yield from _different_place(one, other)
    else:
        silent = voice_name(one if not ours else other)
        yield Objection(refuses=True, reason=f"place not stated by {silent}", field="places")


def _different_place(one: Figure, other: Figure) -> Iterator[Objection]:
    stands = place_relation_of(one.scope, other.scope)
    if stands != "same":
        reason = f"different place: {words.where(one.scope)}, against {words.where(other.scope)}"
        yield Objection(refuses=True, reason=reason, field="places")


def place_relation_of(ours: Scope, theirs: Scope) -> PlaceRelation:
    """Return how two scopes' places stand to each other, where each states some or means everywhere."""
    if "places" in ours.unbounded:
        return "around"
    return "inside" if "places" in theirs.unbounded else place_relation(ours.places, theirs.places)


def _people(one: Figure, other: Figure) -> Iterator[Objection]:
    ours, theirs = one.scope, other.scope
    if words.status(ours) != words.status(theirs):
        both = listed(words.status(each) for each in (ours, theirs))
        is_doubt = all(each.status in {None, "unknown"} for each in (ours, theirs))
        yield Objection(refuses=not is_doubt, reason=f"different status: {both}", field="status")
    if ours.demographic != theirs.demographic:
        both = listed(each.demographic or "everybody" for each in (ours, theirs))
        yield Objection(refuses=True, reason=f"different people: {both}", field="demographic")
    if _key(ours.affiliation) != _key(theirs.affiliation):
        both = listed(each.affiliation.name if each.affiliation else "not stated" for each in (ours, theirs))
        yield Objection(refuses=True, reason=f"different affiliation: {both}", field="affiliation")


def _actors(one: Figure, other: Figure) -> Iterator[Objection]:
    ours, theirs = actors_of(one.scope), actors_of(other.scope)
    is_anybody = ["actors" in figure.scope.unbounded for figure in (one, other)]
    if all(is_anybody) or not (ours or theirs or any(is_anybody)):
        return
    if any(is_anybody) and (ours or theirs):
        yield _different_actors(one, other)
    elif bool(ours) != bool(theirs) or any(is_anybody):
        silent = next(each for each in (one, other) if not each.scope.actors and "actors" not in each.scope.unbounded)
        yield Objection(refuses=False, reason=f"{voice_name(silent)} does not state by whom", field="actors")
    elif not are_same_hands(ours, theirs, is_incident=one.scope.extent == other.scope.extent == "incident"):
        yield _different_actors(one, other)


def _different_actors(one: Figure, other: Figure) -> Objection:
    both = listed(words.by_whom(figure.scope) for figure in (one, other))
    return Objection(refuses=True, reason=f"different actors: {both}", field="actors")


@lru_cache(maxsize=4096)
def are_same_hands(ours: frozenset[str], theirs: frozenset[str], *, is_incident: bool) -> bool:
    """Return whether two sets of actors are those of one count.

    Of one incident two sources may name one hand among several; a total by two
    parties together is more than a total by one of them.
    """
    if ours == theirs:
        return True
    if is_incident:
        return any(may_be_one(mine, yours) for mine in ours for yours in theirs)
    return _all_found(ours, theirs) and _all_found(theirs, ours)


def _all_found(ours: Iterable[str], theirs: frozenset[str]) -> bool:
    return all(any(may_be_one(mine, yours) for yours in theirs) for mine in ours)


def _alone(one: Figure, other: Figure) -> Iterator[Objection]:
    alone, open_ = (one, other) if one.scope.is_alone else (other, one)
    if alone.scope.is_alone and not open_.scope.is_alone and open_.scope.actors:
        of_others = "counts also what others are blamed for with them"
        says = of_others if open_.scope.extent == "tally" else "does not say that nobody else is blamed"
        hands = words.together(alone.scope.actors)
        reason = f"only incidents laid to {hands} alone; {voice_name(open_)} {says}"
        yield Objection(refuses=False, reason=reason, field="actors")


def _time(one: Figure, other: Figure) -> Iterator[Objection]:
    stands = window_relation(one, other)
    ours, theirs = words.when(one.scope), words.when(other.scope)
    if stands == "apart":
        yield Objection(refuses=True, reason=f"different time: {ours}, against {theirs}", field="window")
    elif stands != "same" and _are_incidents_apart(one, other):
        reason = f"two reports of incidents that may be two: {ours}, and {theirs}"
        yield Objection(refuses=True, reason=reason, field="window")
    elif stands == "unknown":
        yield Objection(refuses=False, reason=f"window not dated: {ours}, against {theirs}", field="window")
    elif stands != "same":
        yield Objection(refuses=False, reason=f"windows overlap: {ours} and {theirs}", field="window")


def _are_incidents_apart(one: Figure, other: Figure) -> bool:
    """Return whether nothing but the place ties two incidents together: one town is struck more than once."""
    return one.report != other.report and one.scope.extent == other.scope.extent == "incident"


def _extent(one: Figure, other: Figure) -> Iterator[Objection]:
    extents = {one.scope.extent, other.scope.extent}
    if extents == {"period", "cumulative"}:
        yield Objection(refuses=False, reason="a period beside a running total", field="extent")
    elif "incident" in extents and len(extents) > 1:
        longer = next(_LONGER[extent] for extent in _LONGER if extent in extents)
        yield Objection(refuses=True, reason=f"one incident beside {longer}", field="extent")


_LONGER = {"period": "a period", "cumulative": "a running total", "tally": "a tally of several"}


def _grades(one: Figure, other: Figure) -> Iterator[Objection]:
    ours, theirs = one.scope, other.scope
    if ours.grades is None and theirs.grades is None:
        return
    if ours.grades is None or theirs.grades is None:
        silent, graded = (one, other) if ours.grades is None else (other, one)
        if graded.scope.grades:
            reason = f"only incidents {words.grades(graded.scope)}; {voice_name(silent)} states no grade"
            yield Objection(refuses=False, reason=reason, field="grades")
    elif set(ours.grades) != set(theirs.grades):
        reason = f"different grades: {words.grades(ours)}, against {words.grades(theirs)}"
        yield Objection(refuses=True, reason=reason, field="grades")
    elif ours.grades and ours.grades_by != theirs.grades_by:
        reason = f"grades by different rules: {words.grades(ours)}, against {words.grades(theirs)}"
        yield Objection(refuses=False, reason=reason, field="grades")


def _voices(one: Figure, other: Figure) -> Iterator[Objection]:
    """Object to what makes two numbers lean on each other, or be of two kinds."""
    if voice_of(one) == voice_of(other):
        reason = f"one voice: {voice_name(one)} prints the one, and its own records add up to the other"
        yield Objection(refuses=False, reason=reason, field="voice")
    if (one.adjective == "estimated") != (other.adjective == "estimated"):
        yield Objection(refuses=False, reason="an estimate beside a count", field="voice")


_RULES: tuple[Callable[[Figure, Figure], Iterator[Objection]], ...] = (
    _unit,
    _harm,
    _place,
    _people,
    _actors,
    _alone,
    _time,
    _extent,
    _grades,
    _voices,
)


def may_be_one(mine: str, yours: str) -> bool:
    """Return whether two slugs, or keys of names, can be one actor: the same, or one within the other."""
    if mine == yours:
        return True
    actors = all_actors()
    return mine in actors and yours in actors and is_compatible(actors[mine], actors[yours])


def _span(figure: Figure) -> Span:
    window = figure.scope.window
    if window is None:
        return Span(None, figure.scope.period, figure.report)
    return Span(Window(window.start or EARLIEST, window.end or LATEST), figure.scope.period, figure.report)


def _key(party: Party | None) -> str | None:
    return None if party is None else party.id or name_key(party.name)
