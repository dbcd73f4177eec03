"""The closed lists: grades, statuses, harms, ladders, each value with its meaning.

Every field that holds a slug holds one of these. They are data, so that the
pages of the documentation, the choices of a form and the check of an import
all print and test the same list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import msgspec

from untold.codebook.errors import BrokenVocabulary, UnknownWording
from untold.codebook.shapes import shaped_list


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a vocabulary: its slug, what it means in a line, where it comes from."""

    slug: str
    meaning: str
    source: str


@dataclass(frozen=True, slots=True)
class GeoCodes:
    """A rung of the geolocation ladder in the codes of others: UCDP's `where_prec`, ACLED's `geo_precision`."""

    ucdp: int
    acled: int


class TermEntry(msgspec.Struct, forbid_unknown_fields=True):
    """A term whose source is not its vocabulary's."""

    meaning: str
    source: str


class VocabularyEntry(msgspec.Struct, forbid_unknown_fields=True):
    """One vocabulary as its word list writes it; the order of the terms is kept."""

    about: str
    source: str
    terms: dict[str, str | TermEntry]
    ucdp: dict[str, int] = {}
    acled: dict[str, int] = {}


@cache
def vocabulary_names() -> tuple[str, ...]:
    """Return the names of all vocabularies, in the order of the list."""
    return tuple(_listed())


def vocabulary_meaning(name: str) -> str:
    """Return what the vocabulary is of, in a line; raises `UnknownWording` for no vocabulary.

    >>> vocabulary_meaning("harm")
    'What happened to the people who are counted.'
    """
    return _entry(name).about


@cache
def vocabulary(name: str) -> tuple[Term, ...]:
    """Return the terms of one vocabulary in their order; raises `UnknownWording` for no vocabulary.

    >>> [term.slug for term in vocabulary("grade")]
    ['confirmed', 'fair', 'weak', 'contested', 'discounted', 'ungraded']
    """
    entry = _entry(name)
    return tuple(
        Term(slug, term, entry.source) if isinstance(term, str) else Term(slug, term.meaning, term.source)
        for slug, term in entry.terms.items()
    )


@cache
def geo_crosswalk() -> Mapping[str, GeoCodes]:
    """Return the geolocation ladder's rungs in UCDP's and ACLED's codes; the pairing is ours.

    Raises `BrokenVocabulary` where a rung has no code or a code no rung.

    >>> geo_crosswalk()["province"]
    GeoCodes(ucdp=4, acled=3)
    """
    entry = _entry("geo_precision")
    if not entry.terms.keys() == entry.ucdp.keys() == entry.acled.keys():
        raise BrokenVocabulary("vocabularies.toml, geo_precision", "its rungs and their codes are not the same list")
    return MappingProxyType({rung: GeoCodes(entry.ucdp[rung], entry.acled[rung]) for rung in entry.terms})


def _entry(name: str) -> VocabularyEntry:
    if name not in _listed():
        raise UnknownWording(name, kind="vocabulary")
    return _listed()[name]


@cache
def _listed() -> Mapping[str, VocabularyEntry]:
    return MappingProxyType(shaped_list("vocabularies", dict[str, VocabularyEntry]))
