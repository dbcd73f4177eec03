"""The shapes of what other programs read: one JSON object a command, held to a JSON Schema that ships with the package.

Whoever builds on a number must see when its meaning changes. So each object
names its shape and version, and a test holds every shipped schema to the
records that make it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources

import msgspec


@dataclass(frozen=True, slots=True)
class Schema:
    """Which shape an object has; the version rises when a field changes its meaning or goes."""

    name: str
    version: int


def json_object(whole: object) -> str:
    """Return a record as one JSON object, indented, with a line break at its end."""
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def json_lines(records: Iterable[object]) -> str:
    """Return records as lines of JSON, one each."""
    return "".join(f"{msgspec.json.encode(each).decode()}\n" for each in records)


def shipped_schema(package: str, name: str) -> str:
    """Return the JSON Schema that ships in a package's `schemas` folder; raises `FileNotFoundError` for none."""
    return resources.files(package).joinpath(f"schemas/{name}.schema.json").read_text(encoding="utf-8")


def made_schema(shape: Schema, kind: type) -> str:
    """Return the JSON Schema of a record as it is now, titled with the shape's name and version.

    >>> made_schema(Schema("untold.example", 1), int).splitlines()[2]
    '  "title": "untold.example 1",'
    """
    own = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{shape.name} {shape.version}"}
    return json_object({**own, **msgspec.json.schema(kind)})
