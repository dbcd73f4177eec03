"""A tally for other programs: one JSON object, or lines of JSON; the shape ships with the package as a JSON Schema."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

import msgspec

from untold.tallies.counted.answer import Answer, Emptiness
from untold.tallies.counting.sensitivity import Without
from untold.tallies.ranging.explaining import Explained
from untold.tallies.tally import Dimension, LeftOut, Tally


@dataclass(frozen=True, slots=True)
class Schema:
    """Which shape an object has; the version rises when a field changes its meaning or goes."""

    name: str
    version: int


@dataclass(frozen=True, slots=True)
class TallyObject:
    """The one object of `untold tally --as json`.

    `total` counts each incident once, `tallies` are the cells by the fields
    `by`, each with the codes of its incidents and the ids of the claims behind
    it. `sensitivity` is null where it was not asked for; `emptiness` says why
    there is nothing, and is null where there is something.
    """

    schema: Schema
    by: tuple[Dimension, ...]
    total: Tally
    tallies: tuple[Tally, ...]
    left_out: LeftOut
    sensitivity: tuple[Without, ...] | None
    emptiness: Emptiness | None


@dataclass(frozen=True, slots=True)
class ExplanationObject:
    """The one object of `untold tally --explain INCIDENT --as json`."""

    schema: Schema
    explanation: Explained


SCHEMA = Schema("untold.tally", 1)
EXPLANATION_SCHEMA = Schema("untold.tally.explanation", 1)


def tally_object(answer: Answer) -> TallyObject:
    """Return an answer as one object."""
    table = answer.table
    return TallyObject(SCHEMA, table.by, table.total, table.cells, table.left_out, answer.sensitivity, answer.emptiness)


def as_json(answer: Answer) -> str:
    """Return one JSON object."""
    return msgspec.json.format(msgspec.json.encode(tally_object(answer)), indent=2).decode() + "\n"


def as_jsonl(answer: Answer) -> str:
    """Return one JSON object a line, each with the name of its record under `record`."""
    return "".join(f"{msgspec.json.encode(line).decode()}\n" for line in _lines(answer))


def explanation_json(explained: Explained) -> str:
    """Return the explanation of one incident's ranges as one JSON object."""
    whole = ExplanationObject(EXPLANATION_SCHEMA, explained)
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def schema(name: str = "tally") -> str:
    """Return the JSON Schema of a tally's object, or of its `explanation`, as it ships with the package."""
    return resources.files("untold.tallies").joinpath(f"schemas/{_FILES[name]}").read_text(encoding="utf-8")


def written_schema(name: str = "tally") -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    kind, version = _KINDS[name]
    own = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{version.name} {version.version}"}
    made = msgspec.json.encode({**own, **msgspec.json.schema(kind)})
    return msgspec.json.format(made, indent=2).decode() + "\n"


_FILES = {"tally": "tally.schema.json", "explanation": "tally.explanation.schema.json"}
_KINDS: dict[str, tuple[type[Any], Schema]] = {
    "tally": (TallyObject, SCHEMA),
    "explanation": (ExplanationObject, EXPLANATION_SCHEMA),
}


def _lines(answer: Answer) -> Iterator[dict[str, object]]:
    table = answer.table
    yield {"record": "total", **msgspec.to_builtins(table.total), **msgspec.to_builtins(table.left_out)}
    yield from ({"record": "tally", **msgspec.to_builtins(cell)} for cell in table.cells)
    yield from ({"record": "without", **msgspec.to_builtins(each)} for each in answer.sensitivity or ())
