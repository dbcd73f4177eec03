"""Victims for other programs: one JSON object of what may be shown, whose shape ships as a JSON Schema."""

from collections.abc import Sequence
from dataclasses import dataclass

from untold.codebook.schemas import Schema, made_schema, shipped_schema
from untold.incidents.victims.comparing import Proposal
from untold.incidents.victims.hand import VictimWord, people
from untold.incidents.victims.publishing import Policy, PublicVictim, redacted
from untold.incidents.victims.victim import Victim


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a casebook's victims: `proposals` among them, `matches` with a register."""

    victims: tuple[Victim, ...]
    words: tuple[VictimWord, ...]
    proposals: tuple[Proposal, ...]
    matches: tuple[Proposal, ...]
    policy: Policy


@dataclass(frozen=True, slots=True)
class VictimsObject:
    """The one object of `untold victims --as json`: `people` are the ids that people joined, each group one person."""

    schema: Schema
    victims: tuple[PublicVictim, ...]
    people: tuple[tuple[str, ...], ...]
    proposals: tuple[Proposal, ...]
    matches: tuple[Proposal, ...]


SCHEMA = Schema("untold.victims", 1)


def victims_object(shown: Shown) -> VictimsObject:
    """Return a casebook's victims as they may be shown, as one object."""
    public = public_victims(shown.victims, shown.policy)
    return VictimsObject(SCHEMA, public, people(shown.victims, shown.words), shown.proposals, shown.matches)


def public_victims(victims: Sequence[Victim], policy: Policy) -> tuple[PublicVictim, ...]:
    """Return every victim as it may be shown under a policy."""
    return tuple(redacted(each, policy) for each in victims)


def schema() -> str:
    """Return the JSON Schema of the victims' object, as it ships with the package."""
    return shipped_schema("untold.incidents", "victims")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    return made_schema(SCHEMA, VictimsObject)
