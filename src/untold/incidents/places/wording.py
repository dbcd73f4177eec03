"""What the words around a name say of where: "near", "countryside of", "between", "northern".

A name is a point; the words before it may make it a belt, a road or a half
of a province. They are taken off the name, and what they say is kept.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

from untold.codebook.folding import fold

Relation = Literal["at", "near", "countryside", "part", "quarter"]
_LONGEST = 300  # characters; a longer text is a story, not a place
_MOST_PIECES = 8
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,200})[)\]]")
_HEADING = r"(?:(?:to the )?(?:north|south|east|west)?-?(?:east|west)? ?(?:from|of|away from|outside)|من|عن)"
_UNIT = "km|kms|kilomet(?:er|re)s?|miles?|كم|كيلومترا?"
_AWAY = re.compile(
    rf"(?:about |some |around |على بعد )?(\d{{1,3}}(?:[.,]\d)?) ?({_UNIT})\.? {_HEADING}(?= )",
    re.IGNORECASE,
)
_KM_PER_MILE = 1.609344
_BREAKS = re.compile(r"\s*[,،;]\s*")
_SEVERAL = re.compile(r"\s+and\s+|\s*/\s*|\s+&\s+| - ", re.IGNORECASE)


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    leading: tuple[str, ...]
    trailing: tuple[str, ...]


class _Between(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[tuple[str, str], ...]


class _WordList(msgspec.Struct, forbid_unknown_fields=True):
    near: _Words
    countryside: _Words
    part: _Words
    settlement: _Words
    quarter: _Words
    between: _Between


@dataclass(frozen=True, slots=True)
class Piece:
    """One name of a phrase, and how the incident lies to it."""

    name: str
    relation: Relation = "at"
    words: str = ""  # those that gave the relation
    away_km: float | None = None  # "20 km from it"


@dataclass(frozen=True, slots=True)
class Wording:
    """A place as it was worded.

    `pieces` go from the narrowest to the widest: what stands after a comma
    holds what stands before it. `aliases` stand in brackets: another name, or
    a wider place. `ends` are the two names of "between A and B", `several`
    those of "A and B".

    >>> [(piece.relation, piece.name) for piece in read_wording("near Kafr Tall, Aleppo").pieces]
    [('near', 'Kafr Tall'), ('at', 'Aleppo')]
    >>> read_wording("Road between Ayn Rasha and Bir Sultan").ends
    ('Ayn Rasha', 'Bir Sultan')
    """

    pieces: tuple[Piece, ...]
    aliases: tuple[str, ...] = ()
    ends: tuple[str, str] | None = None
    several: tuple[str, ...] = ()


@lru_cache(maxsize=16384)
def read_wording(text: str) -> Wording:
    """Return what a phrase says of where; of a text too long to be a place, nothing.

    >>> [(piece.relation, piece.name) for piece in read_wording("ريف حلب الشرقي").pieces]
    [('countryside', 'حلب')]
    >>> read_wording("20 km north of Kafr Tall").pieces[0].away_km
    20.0
    """
    plain = " ".join(fold(text).split()) if len(text) <= _LONGEST else ""
    aliases = tuple(alias.strip() for alias in _BRACKETS.findall(plain))
    bare = " ".join(_BRACKETS.sub(" ", plain).split())
    ends = _ends(bare)
    pieces = tuple(_piece(piece) for piece in _BREAKS.split(bare)[:_MOST_PIECES] if piece) if ends is None else ()
    names = tuple(name.strip() for name in _SEVERAL.split(pieces[0].name)) if pieces else ()
    return Wording(pieces, aliases, ends, names if len(names) > 1 and all(names) else ())


def is_plain(text: str) -> bool:
    """Return whether a phrase is a name and no more: no way to it, no nearness, no second place.

    >>> is_plain("Kafr Tall"), is_plain("20 km from Kafr Tall"), is_plain("Kafr Tall (the mill)")
    (True, False, True)
    """
    wording = read_wording(text)
    is_one = len(wording.pieces) == 1 and not wording.several
    return is_one and wording.pieces[0].relation == "at" and not any(map(str.isdigit, text))


def _ends(text: str) -> tuple[str, str] | None:
    for opening, joining in _listed().between.words:
        joint = rf"\s+{joining}\s+" if joining.isascii() else rf"\s+{joining}\s*"
        if found := re.search(rf"(?:^|\s){opening}\s+(.{{2,80}}?){joint}(.{{2,80}})$", text, re.IGNORECASE):
            return _piece(found[1]).name, _piece(found[2]).name
    return None


def _piece(text: str) -> Piece:
    name, relation, words = text.strip(" .'-"), "at", []
    if away := _AWAY.match(name):
        kilometres = float(away[1].replace(",", ".")) * (_KM_PER_MILE if away[2][0] in "mM" else 1)
        return Piece(_piece(name[away.end() :]).name, "near", away[0].strip(), round(kilometres, 1))
    for _ in range(4):  # "northern Aleppo countryside": more words than that are no name's
        taken = _taken_off(name)
        if taken is None:
            break
        name, found, word = taken
        relation = _wider(relation, found)
        words += [word] if found != "settlement" else []
    return Piece(name, relation, " ".join(words))  # type: ignore[arg-type]


_WIDTH = {"settlement": 0, "at": 0, "quarter": 1, "near": 2, "part": 3, "countryside": 4}


def _wider(one: str, other: str) -> str:
    return other if _WIDTH[other] > _WIDTH[one] else one


def _taken_off(name: str) -> tuple[str, str, str] | None:
    low = name.lower()
    for kind, word, is_leading in _words():
        if is_leading and low.startswith(f"{word} "):
            return name[len(word) :].strip(), kind, word
        if not is_leading and low.endswith(f" {word}"):
            return name[: -len(word)].strip(), kind, word
    return None


@cache
def _words() -> tuple[tuple[str, str, bool], ...]:
    """Return each word with what it says and whether it leads, the longest first."""
    kinds = {kind: getattr(_listed(), kind) for kind in ("near", "countryside", "part", "settlement", "quarter")}
    leading = [(kind, word, True) for kind, words in kinds.items() for word in words.leading]
    trailing = [(kind, word, False) for kind, words in kinds.items() for word in words.trailing]
    return tuple(sorted(leading + trailing, key=lambda entry: -len(entry[1])))


@cache
def _listed() -> _WordList:
    return msgspec.convert(
        tomllib.loads((files("untold.incidents.places") / "wording.toml").read_text("utf-8")), _WordList
    )
