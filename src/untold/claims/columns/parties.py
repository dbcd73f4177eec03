"""Who is meant by a party's name in a list: the codebook's slug beside the name as worded."""

import re
from collections.abc import Callable
from functools import lru_cache

from untold.claims.claim import Attribution, Party, Role
from untold.claims.columns.cells import Cells
from untold.codebook.actors import Actor, find_actor, states
from untold.codebook.places import find_place

_BRACKETED = re.compile(r"\s*\([^)]*\)")
# ACLED's naming: "Military Forces of Jordan (1999-)"; the years are those of a government.
_FORCES = re.compile(r"(?:Government|Military Forces|Police Forces) of (.+)")


@lru_cache(maxsize=8192)
def actor_named(name: str) -> Actor | None:
    """Return the actor that a list means, or null: as it is named, without what is in brackets, or as a state's forces.

    >>> actor_named("Military Forces of Russia (2000-)").id, actor_named("Unidentified Armed Group (Syria)")
    ('russia', None)
    """
    plain = _BRACKETED.sub("", name).strip()
    found = find_actor(name) or (find_actor(plain) if plain else None)
    forces = _FORCES.match(plain)
    if found is not None or forces is None:
        return found
    place = find_place(forces[1].strip())
    return None if place is None or place.kind != "country" else states().get(place.country or "")


def party(name: str) -> Party:
    """Return a party by its name as worded, with its slug where the codebook knows it.

    >>> party("SOHR")
    Party(id='sohr', name='SOHR')
    """
    found = actor_named(name)
    return Party(None if found is None else found.id, name)


def attribution(name: str, role: Role) -> Attribution:
    """Return who is said to have done it, and how sure the list is of it."""
    found = actor_named(name)
    return Attribution(None if found is None else found.id, name, role)


@lru_cache(maxsize=1024)
def country_code(name: str) -> str | None:
    """Return ISO 3166-1 alpha-3 of a country, in any spelling or script that the codebook knows, or null.

    Of "Myanmar (Burma)" either name will do.

    >>> country_code("سوريا"), country_code("Yemen (North Yemen)"), country_code("SYR"), country_code("Atlantis")
    ('SYR', 'YEM', 'SYR', None)
    """
    inside = re.search(r"\(([^)]*)\)", name)
    for form in (name, _BRACKETED.sub("", name).strip(), inside[1] if inside else ""):
        place = find_place(form) if form else None
        if place is not None and place.kind == "country":
            return place.country
    return _as_code(name.strip())


def country_in(cells: Cells, *columns: str, read: Callable[[str], str | None] = country_code) -> str | None:
    """Return the country that the first of these columns with any words names; one that nobody knows is in doubt."""
    for column in columns:
        named = cells.text(column)
        if named is not None:
            code = read(named)
            if code is None:
                cells.doubt(column, "a country that the codebook knows")
            return code
    return None


def _as_code(name: str) -> str | None:
    from untold.codebook.places import countries

    return name.upper() if name.upper() in countries() else None
