"""Which body "the civil defence" is: that of the country the report speaks of.

Rescuers of one country are called so in every report on it, and only where they
are named in full does the name say whose they are.
"""

from functools import cache

from untold.claims.claim import Party
from untold.claims.reading.constructions import closed_list
from untold.claims.reading.countries import Countries
from untold.codebook.actors import all_actors

_WORDS = closed_list("civil_defence", "words")


def with_country(party: Party, countries: Countries) -> Party:
    """Return a nameless party as it is, or with the slug of the civil defence that its words mean."""
    name = party.name.lower()
    if _WORDS[0] not in name and _WORDS[1] not in name:
        return party
    slug = _by_country().get(countries.most_spoken_of() or "")
    return party if slug is None else Party(slug, party.name)


@cache
def _by_country() -> dict[str, str]:
    """Return the slug of each country's civil defence."""
    return {
        actor.country: actor.id
        for actor in all_actors().values()
        if actor.kind == "rescue" and actor.country is not None and _is_civil_defence((actor.name, *actor.aliases))
    }


def _is_civil_defence(names: tuple[str, ...]) -> bool:
    return any(words in name.lower() for name in names for words in _WORDS)
