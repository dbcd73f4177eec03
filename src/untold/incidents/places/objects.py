"""A place for other programs: one JSON object, whose shape ships with the package as a JSON Schema."""

from dataclasses import dataclass
from importlib import resources

import msgspec

from untold.incidents.places.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Schema:
    """Which shape an object has; the version rises when a field changes its meaning or goes."""

    name: str
    version: int


@dataclass(frozen=True, slots=True)
class PlaceObject:
    """The one object of `untold place --as json`; `doubts` say what is odd about coordinates that were given."""

    schema: Schema
    resolution: Resolution
    doubts: tuple[str, ...]


SCHEMA = Schema("untold.place", 1)


def place_object(resolution: Resolution, doubts: tuple[str, ...]) -> PlaceObject:
    """Return a resolution as one object."""
    return PlaceObject(SCHEMA, resolution, doubts)


def schema() -> str:
    """Return the JSON Schema of the place's object, as it ships with the package."""
    return resources.files("untold.incidents").joinpath("schemas/place.schema.json").read_text(encoding="utf-8")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    own = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{SCHEMA.name} {SCHEMA.version}"}
    made = msgspec.json.encode({**own, **msgspec.json.schema(PlaceObject)})
    return msgspec.json.format(made, indent=2).decode() + "\n"
