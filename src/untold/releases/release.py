"""A release: which number, of what day, under which licence, after which other; and what its files are.

What was published stays as it was published. A correction is a new release
with the next number, which names the one before by its hash.
"""

from dataclasses import dataclass

MANIFEST = "SHA256SUMS"
DESCRIPTION = "release.json"
PACKAGE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Previous:
    """The release before: its number, its day, and the SHA-256 of its `SHA256SUMS`, which stands for all its files."""

    number: int
    date: str
    manifest: str


@dataclass(frozen=True, slots=True)
class Release:
    """What a release says of itself in `release.json`.

    `number` counts from 1; `date` is the ISO day that the publisher gives, no
    clock's. `licence` is an SPDX identifier of the tables' own licence, null
    where none is granted. `policy` names the policy of redaction that was
    applied, and `withheld` how many things of each kind it kept back.
    """

    number: int
    date: str
    title: str
    licence: str | None = None
    publisher: str | None = None
    policy: str | None = None
    withheld: tuple[tuple[str, int], ...] = ()
    previous: Previous | None = None
    with_hxl: bool = False
