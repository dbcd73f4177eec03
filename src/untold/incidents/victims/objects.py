"""Victims for other programs: one JSON object of what may be shown, whose shape ships as a JSON Schema."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

import msgspec

from untold.incidents.victims.comparing import Proposal
from untold.incidents.victims.hand import VictimWord, people
from untold.incidents.victims.publishing import Policy, PublicVictim, redacted
from untold.incidents.victims.victim import Victim


@dataclass(frozen=True, slots=True)
class Schema:
    """Which shape an object has; the version rises when a field changes its meaning or goes."""

    name: str
    version: int


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
    return resources.files("untold.incidents").joinpath("schemas/victims.schema.json").read_text(encoding="utf-8")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    own = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{SCHEMA.name} {SCHEMA.version}"}
    made = msgspec.json.encode({**own, **msgspec.json.schema(VictimsObject)})
    return msgspec.json.format(made, indent=2).decode() + "\n"
