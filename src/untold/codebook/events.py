"""Dated events: what "since the start of the war" means as a date.

A running total often names its start by an event. Each event here carries the
source of its date, because "the start of the intervention" differs by country
and by who tells it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType

import msgspec

from untold.codebook.actors import all_actors
from untold.codebook.errors import BrokenVocabulary
from untold.codebook.folding import name_key
from untold.codebook.places import countries, place_names
from untold.codebook.shapes import shaped_list
from untold.codebook.wordlists import word_list


@dataclass(frozen=True, slots=True)
class Event:
    """Something that began on a known date: a war, a campaign, an operation.

    `start` is an ISO prefix, as precise as `source` makes it. `country` (ISO
    3166-1 alpha-3) and `actor` (slug) are null where there is no single one.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    start: str
    country: str | None
    actor: str | None
    source: str


class EventEntry(msgspec.Struct, forbid_unknown_fields=True):
    """One event as its word list writes it."""

    name: str
    start: str
    source: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    actor: str | None = None


class EventList(msgspec.Struct, forbid_unknown_fields=True):
    """The events, the phrases that open an event, and the events that no text dates alone."""

    openings: tuple[str, ...]  # "the start of", "the beginning of"
    unnamed: tuple[str, ...]  # "the conflict": an event, but which one the context says
    event: dict[str, EventEntry]


@cache
def all_events() -> Mapping[str, Event]:
    """Return every dated event by slug.

    Raises `BrokenVocabulary` where an event names a country or an actor that no list knows.
    """
    return MappingProxyType({slug: _checked(slug, entry) for slug, entry in _listed().event.items()})


@cache
def event_names() -> Mapping[str, Event]:
    """Return the phrases that mean an event wherever they stand, under their `name_key`.

    Without a leading article, which a text may put before any of them. A phrase that holds a place, a means or a day
    ("the war in Yemen", "Russian airstrikes", "October 7") counts only after an
    opening ("the start of"), because elsewhere its parts have a meaning of
    their own; `since_names` has it bare.
    """
    names = since_names()
    bare = {key: event for key, event in names.items() if not key.startswith("the ")}
    return MappingProxyType({key: event for key, event in bare.items() if _is_opened(key) or _stands_alone(key)})


@cache
def since_names() -> Mapping[str, Event]:
    """Return every phrase that can follow "since", under its `name_key`, with its event.

    Raises `BrokenVocabulary` where two events claim one phrase.
    """
    named: dict[str, Event] = {}
    for event in all_events().values():
        for key in _phrases((event.name, *event.aliases)):
            if named.setdefault(key, event) is not event:
                raise BrokenVocabulary(f"events.toml, {event.id}", f"{key!r} is already {named[key].id!r}")
    return MappingProxyType(named)


@cache
def unnamed_events() -> frozenset[str]:
    """Return the `name_key` of phrases that mean an event which only the context can name.

    "Since the start of the intervention" is a running total, but of no date.
    """
    return frozenset(_phrases(_listed().unnamed)) - since_names().keys()


def _is_opened(key: str) -> bool:
    return key.startswith(_openings())


def _stands_alone(key: str) -> bool:
    """Tell whether no part of a phrase is a place, a means or a day of a month."""
    words = key.split()
    pairs = (" ".join(pair) for pair in pairwise(words))
    if any(word in _means_words() or (word.isdigit() and len(word) < len("2003")) for word in words):
        return False
    return not any(piece in place_names() for piece in (*words, *pairs))


@cache
def _means_words() -> frozenset[str]:
    return frozenset(name_key(word) for row in word_list("means").values() for word in row["words"])


def _phrases(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        bare = name_key(name).removeprefix("the ")
        for start in ("", "the "):
            yield f"{start}{bare}"
            for opening in _openings():
                yield f"{opening}{start}{bare}"


def _checked(slug: str, entry: EventEntry) -> Event:
    if entry.country is not None and entry.country not in countries():
        raise BrokenVocabulary(f"events.toml, {slug}", f"no such country as {entry.country!r}")
    if entry.actor is not None and entry.actor not in all_actors():
        raise BrokenVocabulary(f"events.toml, {slug}", f"no such actor as {entry.actor!r}")
    return Event(slug, entry.name, entry.aliases, entry.start, entry.country, entry.actor, entry.source)


@cache
def _openings() -> tuple[str, ...]:
    """Return the words that open an event, each with the space after it."""
    return tuple(f"{name_key(opening)} " for opening in _listed().openings)


@cache
def _listed() -> EventList:
    return shaped_list("events", EventList)
