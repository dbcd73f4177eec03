"""The scopes of two claims, compared field by field.

Each rule looks at one field and answers with an objection in words, or with
nothing. A refusal means that the two numbers do not count the same thing; a
caveat, that they may not.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from untold.claims.claim import Claim
from untold.codebook.actors import all_actors, is_compatible
from untold.tallies.standing import actor_keys, group, place_keys, voice_name
from untold.tallies.windows import relation
from untold.tallies.wording import listed, when, where


@dataclass(frozen=True, slots=True)
class Objection:
    """Why two numbers cannot be compared, or what to keep in mind when they are."""

    refuses: bool
    reason: str


def objections(one: Claim, other: Claim) -> tuple[Objection, ...]:
    """Return everything that stands against comparing two claims, the refusals first."""
    found = [objection for rule in _RULES for objection in rule(one, other)]
    return tuple(sorted(found, key=lambda objection: not objection.refuses))


def _harm(one: Claim, other: Claim) -> Iterator[Objection]:
    if one.harm != other.harm:
        yield Objection(refuses=True, reason=f"different harm: {one.harm} and {other.harm}")


def _place(one: Claim, other: Claim) -> Iterator[Objection]:
    ours, theirs = place_keys(one), place_keys(other)
    if not ours and not theirs:
        yield Objection(refuses=False, reason="place not stated by either")
    elif not ours or not theirs:
        silent = one if not ours else other
        yield Objection(refuses=True, reason=f"place not stated by {voice_name(silent)}")
    elif ours != theirs:
        yield Objection(refuses=True, reason=f"different place: {where(one)}, against {where(other)}")


def _people(one: Claim, other: Claim) -> Iterator[Objection]:
    (status, demographic, affiliation), (status_2, demographic_2, affiliation_2) = group(one), group(other)
    if status != status_2:
        both = listed(_stated(each) for each in (status, status_2))
        is_doubt = {status, status_2} == {None, "unknown"}
        yield Objection(refuses=not is_doubt, reason=f"different status: {both}")
    if demographic != demographic_2:
        both = listed(demographic or "everybody" for demographic in (demographic, demographic_2))
        yield Objection(refuses=True, reason=f"different people: {both}")
    if affiliation != affiliation_2:
        both = listed(claim.affiliation.name if claim.affiliation else "not stated" for claim in (one, other))
        yield Objection(refuses=True, reason=f"different affiliation: {both}")


def _actors(one: Claim, other: Claim) -> Iterator[Objection]:
    ours, theirs = actor_keys(one), actor_keys(other)
    if bool(ours) != bool(theirs):
        silent = one if not ours else other
        yield Objection(refuses=False, reason=f"{voice_name(silent)} does not state by whom")
    elif ours and not any(_may_be_one(mine, yours) for mine in ours for yours in theirs):
        both = listed(_actor_names(claim) for claim in (one, other))
        yield Objection(refuses=True, reason=f"different actors: {both}")


def _time(one: Claim, other: Claim) -> Iterator[Objection]:
    stands = relation(one, other)
    if stands == "apart":
        yield Objection(refuses=True, reason=f"different time: {when(one)}, against {when(other)}")
    elif stands != "same" and _are_incidents_apart(one, other):
        reason = f"two reports of incidents that may be two: {when(one)}, and {when(other)}"
        yield Objection(refuses=True, reason=reason)
    elif stands == "unknown":
        yield Objection(refuses=False, reason=f"window not dated: {when(one)}, against {when(other)}")
    elif stands != "same":
        yield Objection(refuses=False, reason=f"windows overlap: {when(one)} and {when(other)}")


def _are_incidents_apart(one: Claim, other: Claim) -> bool:
    """Return whether nothing but the place ties two incidents together: one town is struck more than once."""
    return one.report != other.report and one.scope == other.scope == "incident"


def _extent(one: Claim, other: Claim) -> Iterator[Objection]:
    scopes = {one.scope, other.scope}
    if scopes == {"period", "cumulative"}:
        yield Objection(refuses=False, reason="a period beside a running total")
    elif len(scopes) > 1:
        longer = "a period" if "period" in scopes else "a running total"
        yield Objection(refuses=True, reason=f"one incident beside {longer}")


_RULES: tuple[Callable[[Claim, Claim], Iterator[Objection]], ...] = (_harm, _place, _people, _actors, _time, _extent)


def _may_be_one(mine: str, yours: str) -> bool:
    actors = all_actors()
    if mine in actors and yours in actors:
        return is_compatible(actors[mine], actors[yours])
    return mine == yours


def _actor_names(claim: Claim) -> str:
    return " with ".join(each.name for each in claim.attributed_to if each.role != "denied")


def _stated(status: str | None) -> str:
    return "not stated" if status is None else status.replace("_", " ")
