"""Wars: which dated event of the codebook a text means by "the war", and whether a window begins with one."""

from collections.abc import Collection
from datetime import date
from functools import cache

from untold.claims.reading.constructions import closed_set
from untold.claims.reading.moments import words_of
from untold.claims.reading.tokens import Token
from untold.codebook.events import Event, all_events, since_names
from untold.codebook.folding import name_key

_REACH = 4  # words of an event's name on either side of "war"


def event_in(tokens: list[Token], index: int) -> tuple[Event | None, int, int]:
    """Return the event whose name stands around the noun at `index` ("the war in Yemen"), and where its words stand."""
    for start in range(max(0, index - _REACH), index + 1):
        for end in range(min(len(tokens), index + _REACH), index, -1):
            if end - start > 1 and (event := since_names().get(_key(tokens, start, end))) is not None:
                return event, start, end
    return None, index, index + 1


def _key(tokens: list[Token], start: int, end: int) -> str:
    return name_key(words_of(tokens, start, end).replace(" 's", "'s"))


def began_in(start: str, country: str | None) -> bool:
    """Tell whether an event of a country is known to have begun at a date, as precisely as the date is said."""
    return any(event.start.startswith(start) or start.startswith(event.start) for event in _of_country(country))


def the_war_of(countries: Collection[str | None], words: str, published: date | None) -> Event | None:
    """Return the one event of the countries that the words can mean ("since the conflict began"), or None."""
    said = set(name_key(words).split())
    known = [event for country in countries for event in _of_country(country) if said & _nouns(event)]
    begun = {event.id: event for event in known if published is None or event.start <= published.isoformat()}
    return next(iter(begun.values())) if len(begun) == 1 else None


@cache
def _of_country(country: str | None) -> tuple[Event, ...]:
    return tuple(event for event in all_events().values() if event.country == country) if country is not None else ()


@cache
def _nouns(event: Event) -> frozenset[str]:
    """Return what sort of event it is called: "war", "conflict", "uprising"."""
    words = {word for name in (event.name, *event.aliases) for word in name_key(name).split()}
    return frozenset(words & _SORTS)


_SORTS = closed_set("wars", "sorts")
