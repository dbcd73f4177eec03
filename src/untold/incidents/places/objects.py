"""A place for other programs: one JSON object, whose shape ships with the package as a JSON Schema."""

from dataclasses import dataclass

from untold.codebook.schemas import Schema, made_schema, shipped_schema
from untold.incidents.places.resolution import Resolution


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
    return shipped_schema("untold.incidents", "place")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    return made_schema(SCHEMA, PlaceObject)
