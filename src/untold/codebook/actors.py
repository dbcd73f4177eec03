"""Who speaks and who strikes: monitors, outlets, armed forces, armed groups and officials.

One body has many names: a reader who took Daesh, ISIS and the Islamic State for
three would compare nothing and count everything thrice. Here each body has one
slug, with the spellings of the press in Latin and Arabic script beside it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from untold.codebook.errors import BrokenVocabulary
from untold.codebook.folding import fold, name_key
from untold.codebook.shapes import shaped_list

ActorKind = Literal[
    "monitor",
    "outlet",
    "agency",
    "ministry",
    "government",
    "armed_forces",
    "police",
    "armed_group",
    "coalition",
    "international",
    "medical",
    "rescue",
    "official",
]
MemberStatus = Literal["combatant", "armed_forces", "police"]

ACTOR_FILES = (
    "monitors",
    "medics_and_rescuers",
    "outlets",
    "outlets_elsewhere",
    "state_media",
    "international",
    "governments",
    "ministries",
    "armed_forces",
    "coalitions_and_police",
    "armed_groups_syria_iraq",
    "armed_groups_elsewhere",
    "armed_groups_americas",
    "officials",
)
_HARMING_KINDS = frozenset({"government", "armed_forces", "police", "armed_group", "coalition"})
_STATUS_OF_KIND: Mapping[str, MemberStatus] = {
    "armed_forces": "armed_forces",
    "police": "police",
    "armed_group": "combatant",
}


@dataclass(frozen=True, slots=True)
class Actor:
    """A body that claims or harms, under one slug.

    `aliases` are found whatever their case; `case_aliases` are short forms
    ("IS", "US") that mean the body only as they are written. `status` is what
    its members are when they are the casualties, null where they have none of
    their own. `member_of` holds the slugs of the bodies it is a part of, and
    `contributors`, of a coalition, those of the bodies that strike in it and
    stay bodies of their own. `source` says where the naming comes from.
    """

    id: str
    name: str
    name_ar: str | None
    kind: ActorKind
    aliases: tuple[str, ...]
    case_aliases: tuple[str, ...]
    status: MemberStatus | None
    country: str | None  # ISO 3166-1 alpha-3
    member_of: tuple[str, ...]
    can_claim: bool
    can_harm: bool
    source: str
    is_state: bool = False  # what the country's own demonym means: "Russian airstrikes" are Russia's
    contributors: tuple[str, ...] = ()


class ActorEntry(msgspec.Struct, forbid_unknown_fields=True):
    """One actor as its word list writes it; what is left out follows from `kind`."""

    name: str
    kind: ActorKind
    name_ar: str | None = None
    aliases: tuple[str, ...] = ()
    case_aliases: tuple[str, ...] = ()
    status: MemberStatus | None = None
    country: str | None = None
    member_of: tuple[str, ...] = ()
    can_claim: bool = True
    can_harm: bool | None = None  # null: as its kind does
    source: str | None = None  # null: the file's
    is_state: bool = False
    contributors: tuple[str, ...] = ()


class ActorList(msgspec.Struct, forbid_unknown_fields=True):
    """One file of actors, by slug, with the source of the namings in it."""

    source: str
    actor: dict[str, ActorEntry]


def actor_from_entry(slug: str, entry: ActorEntry, file_source: str) -> Actor:
    """Return the actor of one entry, with what follows from its kind filled in."""
    harms = entry.kind in _HARMING_KINDS if entry.can_harm is None else entry.can_harm
    return Actor(
        id=slug,
        name=entry.name,
        name_ar=entry.name_ar,
        kind=entry.kind,
        aliases=entry.aliases,
        case_aliases=entry.case_aliases,
        status=entry.status or _STATUS_OF_KIND.get(entry.kind),
        country=entry.country,
        member_of=entry.member_of,
        can_claim=entry.can_claim,
        can_harm=harms,
        source=entry.source or file_source,
        is_state=entry.is_state,
        contributors=entry.contributors,
    )


@cache
def all_actors() -> Mapping[str, Actor]:
    """Return every actor of the codebook by slug.

    Raises `BrokenVocabulary` where two files claim a slug or a whole is unknown.
    """
    return join_actors({name: shaped_list(name, ActorList) for name in ACTOR_FILES})


def join_actors(lists: Mapping[str, ActorList]) -> Mapping[str, Actor]:
    """Return the actors of all `lists` (by file) in one mapping by slug.

    Raises `BrokenVocabulary` where two files claim a slug or a whole is unknown.
    """
    actors: dict[str, Actor] = {}
    for file, listed in lists.items():
        for slug, entry in listed.actor.items():
            if slug in actors:
                raise BrokenVocabulary(f"{file}.toml, {slug}", "another entry has this slug")
            actors[slug] = actor_from_entry(slug, entry, listed.source)
    for file, listed in lists.items():
        for slug, entry in listed.actor.items():
            for whole in entry.member_of:
                if whole not in actors:
                    raise BrokenVocabulary(f"{file}.toml, {slug}", f"member of {whole!r}, which no list knows")
            for member in entry.contributors:
                if member not in actors:
                    raise BrokenVocabulary(f"{file}.toml, {slug}", f"contributor {member!r}, which no list knows")
    return MappingProxyType(actors)


def actor(slug: str) -> Actor:
    """Return the actor with this slug; raises `KeyError` for a slug that no list has.

    >>> actor("sohr").name
    'Syrian Observatory for Human Rights'
    """
    return all_actors()[slug]


@cache
def states() -> Mapping[str, Actor]:
    """Return, by ISO 3166-1 alpha-3 code, the actor that a country's demonym means before a means of harm.

    "Russian airstrikes" are Russia's. Countries at war with themselves are
    there only where the press means the government.

    >>> states()["RUS"].id
    'russia'
    """
    found: dict[str, Actor] = {}
    for one in all_actors().values():
        if one.is_state and one.country is not None and found.setdefault(one.country, one) is not one:
            raise BrokenVocabulary(one.id, f"{found[one.country].id!r} is already the state of {one.country}")
    return MappingProxyType(found)


@cache
def actor_names() -> Mapping[str, Actor]:
    """Return every name and alias, under its `name_key`, with the actor that bears it.

    Raises `BrokenVocabulary` where two actors claim one name.
    """
    return index_names(all_actors())


@cache
def cased_actor_names() -> Mapping[str, Actor]:
    """Return the short forms that count only as they are written: "IS", never "is".

    Raises `BrokenVocabulary` where two actors claim one form.
    """
    named: dict[str, Actor] = {}
    for bearer in all_actors().values():
        for alias in bearer.case_aliases:
            claim_name(named, alias, bearer)
    return MappingProxyType(named)


def index_names(actors: Mapping[str, Actor]) -> Mapping[str, Actor]:
    """Return the names of `actors` by `name_key`.

    Raises `BrokenVocabulary` where a name is empty, claimed by two actors, or
    listed twice by one.
    """
    named: dict[str, Actor] = {}
    for bearer in actors.values():
        for spelling in _spellings(bearer):
            claim_name(named, name_key(spelling), bearer)
    return MappingProxyType(named)


def claim_name(named: dict[str, Actor], key: str, bearer: Actor) -> None:
    """Enter `bearer` under `key`; raises `BrokenVocabulary` where the key is taken or empty."""
    if not key:
        raise BrokenVocabulary(bearer.id, "an empty name")
    if key in named:
        raise BrokenVocabulary(bearer.id, f"the name {key!r} is already a name of {named[key].id!r}")
    named[key] = bearer


def find_actor(name: str) -> Actor | None:
    """Return the actor that `name` means, with or without its article, or null.

    >>> find_actor("the Nusra Front").id
    'nusra-front'
    >>> find_actor("IS").id, find_actor("is")
    ('islamic-state', None)
    """
    written = " ".join(fold(name).split())
    for form in (written, _without_article(written)):
        if form in cased_actor_names():
            return cased_actor_names()[form]
        if (key := name_key(form)) in actor_names():
            return actor_names()[key]
    return None


def is_compatible(one: Actor, other: Actor) -> bool:
    """Return whether two actors can be one in a story: the same, or one within the other.

    >>> is_compatible(actor("centcom"), actor("pentagon"))
    True
    """
    return one == other or other.id in _wholes(one) or one.id in _wholes(other)


def is_one_hand(one: str, other: str) -> bool:
    """Return whether two slugs can mean the same hand: one body, a part of it, or a coalition and its member.

    Two members of a coalition are two hands. A slug that no list holds is a hand of its own.

    >>> is_one_hand("us-air-force", "us-led-coalition"), is_one_hand("russia", "us-led-coalition")
    (True, False)
    >>> is_one_hand("france", "united-kingdom")
    False
    """
    return other in hands_of(one)


@cache
def hands_of(slug: str) -> frozenset[str]:
    """Return the slugs that can mean the same hand as one does, itself among them."""
    own = _kin(slug)
    coalitions = {each.id for each in all_actors().values() if own.intersection(each.contributors)}
    members = {each for coalition in own if coalition in all_actors() for each in actor(coalition).contributors}
    return own.union(*(_kin(each) for each in coalitions | members))


def _kin(slug: str) -> frozenset[str]:
    """Return a body with its parts and wholes."""
    if slug not in all_actors():
        return frozenset({slug})
    return frozenset(each.id for each in all_actors().values() if is_compatible(each, all_actors()[slug]))


def _wholes(part: Actor) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(part.member_of)
    while waiting:
        slug = waiting.pop()
        if slug not in found:
            found.add(slug)
            waiting.extend(actor(slug).member_of)
    return frozenset(found)


def _spellings(bearer: Actor) -> Iterator[str]:
    yield bearer.name
    if bearer.name_ar is not None:
        yield bearer.name_ar
    yield from bearer.aliases


def _without_article(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name
