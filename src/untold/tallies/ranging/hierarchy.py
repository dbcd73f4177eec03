"""Hierarchy: the source that stands highest in a stated order decides, and the order is data.

Who believes a hospital before a ministry should say so in a file that others
can read, quarrel with and replace. The shipped order is one proposal.

Source: "source hierarchy" in Every Casualty Counts, Standards for Casualty Recording.
"""

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

import msgspec

from untold.codebook.actors import ActorKind, all_actors
from untold.codebook.errors import BrokenVocabulary, UnknownWording
from untold.tallies.ranging.majority import majority
from untold.tallies.ranging.ranged import Ranged
from untold.tallies.ranging.spoken import PassedOver, Spoken, claims_of


class Rank(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step of the order: who stands there, by slug, by kind, or by being a party to the fighting or unknown."""

    name: str
    ids: tuple[str, ...] = ()
    kinds: tuple[ActorKind, ...] = ()
    parties: bool = False
    unlisted: bool = False


class Hierarchy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An order of sources, the most believed first."""

    rank: tuple[Rank, ...]

    @property
    def digest(self) -> str:
        """Return what tells one order from another: 16 hex digits."""
        return sha256(msgspec.json.encode(self)).hexdigest()[:16]


@cache
def shipped_hierarchy() -> Hierarchy:
    """Return the order that comes with the program.

    >>> shipped_hierarchy().rank[0].kinds
    ('monitor',)
    """
    path = resources.files("untold.tallies.ranging").joinpath("hierarchy.toml")
    return hierarchy_in(path.read_text(encoding="utf-8"), "hierarchy.toml")


def hierarchy_of(path: Path) -> Hierarchy:
    """Return the order that a file gives.

    Raises `BrokenVocabulary` for a file that is no order, and `UnknownWording`
    for a slug that the codebook does not have.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BrokenVocabulary(str(path), f"is not in UTF-8 ({error.reason})") from None
    return hierarchy_in(text, str(path))


def hierarchy_in(text: str, where: str) -> Hierarchy:
    """Return the order that a text of TOML gives; raises as `hierarchy_of` does."""
    try:
        found = msgspec.convert(tomllib.loads(text), Hierarchy)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BrokenVocabulary(where, str(error)) from None
    if not found.rank:
        raise BrokenVocabulary(where, "holds no [[rank]]")
    for slug in (slug for rank in found.rank for slug in rank.ids):
        if slug not in all_actors():
            raise UnknownWording(slug, f"source (in {where})")
    return found


@lru_cache(maxsize=65536)
def rank_of(source: str, order: Hierarchy) -> int:
    """Return the place of a source in an order, 0 for the first; after all of them where no rank names it.

    A slug that a rank names itself goes before its kind.

    >>> rank_of("sohr", shipped_hierarchy()) < rank_of("us-led-coalition", shipped_hierarchy())
    True
    """
    named = (n for n, rank in enumerate(order.rank) if source in rank.ids)
    by_kind = (n for n, rank in enumerate(order.rank) if _is_of(source, rank, order))
    return next(named, next(by_kind, len(order.rank)))


def _is_of(source: str, rank: Rank, order: Hierarchy) -> bool:
    known = all_actors().get(source)
    if known is None:
        return rank.unlisted
    if known.can_harm and any(each.parties for each in order.rank):
        return rank.parties
    return known.kind in rank.kinds


def by_hierarchy(voices: Sequence[Spoken], order: Hierarchy) -> Ranged:
    """Return the range of the voices of the highest rank; among them `best` is what most of them admit."""
    top, best_rank = highest(voices, order)
    ranged = majority(top)
    below = [each for each in voices if each not in top]
    why = f"{rank_name(best_rank, order)}: {ranged.why}"
    return Ranged(
        ranged.low, ranged.best, ranged.high, ranged.used, (*ranged.passed, *_below(below, best_rank, order)), why
    )


def highest(voices: Sequence[Spoken], order: Hierarchy) -> tuple[tuple[Spoken, ...], int]:
    """Return the voices of the highest rank, and that rank."""
    ranks = [min(rank_of(source, order) for source in each.sources) for each in voices]
    best = min(ranks)
    return tuple(each for each, rank in zip(voices, ranks, strict=True) if rank == best), best


def rank_name(rank: int, order: Hierarchy) -> str:
    """Return the name of a rank; those after the last are in no rank."""
    return order.rank[rank].name if rank < len(order.rank) else "sources in no rank"


def _below(voices: Sequence[Spoken], rank: int, order: Hierarchy) -> tuple[PassedOver, ...]:
    claims = tuple(dict.fromkeys(claim for each in voices for claim in claims_of(each)))
    return (PassedOver(claims, f"its source ranks after {rank_name(rank, order)}"),) if claims else ()
