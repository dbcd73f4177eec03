"""What becomes of each field of the casebook, as data: published, changed, withheld; and how, or why.

A column that nobody thought of is the classic leak. Here every field of every
record has its word, a test holds the list to the records, and another puts a
mark into whatever is withheld and looks for it in what was released.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast, get_args

from untold.codebook.errors import BrokenVocabulary

Fate = Literal["published", "changed", "withheld", "parts"]
_FILE = "fields.toml"


@dataclass(frozen=True, slots=True)
class Disposal:
    """What becomes of one field, and how or why; no words where it leaves as it is."""

    fate: Fate
    words: str


@cache
def classification() -> Mapping[str, Mapping[str, Disposal]]:
    """Return what becomes of each field, by the name of its record.

    >>> classification()["Decision"]["by"]
    Disposal(fate='changed', words='rule or person')
    """
    listed = tomllib.loads((files("untold.releases.redaction") / _FILE).read_text("utf-8"))
    return MappingProxyType(
        {
            record: MappingProxyType({field: disposal(f"{record}.{field}", words) for field, words in named.items()})
            for record, named in listed.items()
        }
    )


def disposal(where: str, words: str) -> Disposal:
    """Return a field's word from its line; raises `BrokenVocabulary` for none, and for a reason that is not given."""
    fate, _, why = words.partition(": ")
    if fate not in get_args(Fate) or (fate in {"changed", "withheld"}) != bool(why):
        raise BrokenVocabulary(f"{_FILE}, {where}", f"{words!r} is none of {', '.join(get_args(Fate))} with its reason")
    return Disposal(cast("Fate", fate), why)
