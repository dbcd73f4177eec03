"""A release: which number, of what day, under which licence, after which other; and what it holds.

What was published stays as it was published. A correction is a new release
with the next number, which names the one before by its hash.
"""

import hashlib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import msgspec

from untold.codebook.errors import BrokenRelease

DESCRIPTION = "release.json"
MANIFEST = "SHA256SUMS"
PACKAGE = "datapackage.json"
DATABASE = "untold.sqlite"


@dataclass(frozen=True, slots=True)
class Schema:
    """Which shape an object has; the version rises when a field changes its meaning or goes."""

    name: str
    version: int


SCHEMA = Schema("untold.release", 1)


@dataclass(frozen=True, slots=True)
class Previous:
    """The release before: its number, its day, and the SHA-256 of its `SHA256SUMS`, which stands for all its files."""

    number: int
    date: str
    manifest: str


@dataclass(frozen=True, slots=True)
class TableOfRelease:
    """A table as the release holds it: how many rows, and of how many the policy withheld something."""

    name: str
    title: str
    rows: int
    redacted: int


@dataclass(frozen=True, slots=True)
class Terms:
    """What a publisher says of a release: number, ISO day, title, publisher, and the licence that is granted.

    `number` counts from 1; `date` is the day that the publisher gives, no
    clock's. `licence` is an SPDX identifier, null where none is granted.
    """

    number: int
    date: str
    title: str = "Casualty record"
    publisher: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """What a release says of itself in `release.json`: its terms, and what it holds.

    `policy` names the policy of redaction that was applied, `program` what
    wrote the files; `has_hxl` tells whether a row of HXL tags follows the
    header of each CSV file.
    """

    schema: Schema
    number: int
    date: str
    title: str
    publisher: str | None
    licence: str | None
    policy: str
    program: str
    previous: Previous | None
    has_hxl: bool
    tables: tuple[TableOfRelease, ...]


def as_json(release: Release) -> bytes:
    """Return what stands in `release.json`."""
    return msgspec.json.format(msgspec.json.encode(release), indent=2) + b"\n"


def release_at(folder: str | Path) -> Release:
    """Return what the release in a folder says of itself.

    Raises `BrokenRelease` for a folder that is none, and for one of a shape that this program does not know.
    """
    remedy = "give the folder that untold release wrote"
    try:
        found = msgspec.json.decode(Path(folder, DESCRIPTION).read_bytes(), type=Release)
    except OSError:
        raise BrokenRelease(str(folder), f"holds no {DESCRIPTION}", remedy) from None
    except msgspec.DecodeError as error:
        raise BrokenRelease(str(folder), f"{DESCRIPTION}: {error}", remedy) from None
    if found.schema != SCHEMA:
        why = f"is a {found.schema.name} {found.schema.version}, and this program knows {SCHEMA.name} {SCHEMA.version}"
        raise BrokenRelease(str(folder), why, "use the version of the program that wrote it")
    return found


def as_previous(folder: str | Path) -> Previous:
    """Return how a release is named by the one after it; raises `BrokenRelease` for a folder that is none."""
    release = release_at(folder)
    try:
        content = Path(folder, MANIFEST).read_bytes()
    except OSError:
        raise BrokenRelease(str(folder), f"holds no {MANIFEST}", "give the folder whole") from None
    return Previous(release.number, release.date, hashlib.sha256(content).hexdigest())


def json_schema() -> str:
    """Return the JSON Schema of `release.json`, as it ships with the package."""
    return resources.files("untold.releases").joinpath("schemas/release.schema.json").read_text(encoding="utf-8")


def written_schema() -> str:
    """Return the JSON Schema as the records now make it; a test holds the shipped file to it."""
    own = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{SCHEMA.name} {SCHEMA.version}"}
    made = msgspec.json.encode({**own, **msgspec.json.schema(Release)})
    return msgspec.json.format(made, indent=2).decode() + "\n"
