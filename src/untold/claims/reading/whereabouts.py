"""Where: the places that a sentence says people were harmed in, in its words.

A place counts when a preposition leads to it ("in Raqqa", "near the town of
Jayrud"); a place inside a source's name, a nationality or a party's home does
not. Coordinates come later, from the gazetteer.
"""

from dataclasses import dataclass

from untold.claims.claim import Place
from untold.claims.reading import kinds as K
from untold.claims.reading.tokens import Token
from untold.codebook.places import KnownPlace
from untold.codebook.wordlists import word_list

_WORDS = word_list("where")
_LEADING = frozenset(_WORDS["leading"]["words"])
_GENERIC = frozenset(_WORDS["generic"]["words"])
_DIRECTIONS = frozenset(_WORDS["directions"]["words"])
_NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Where:
    """A place of a sentence: tokens from `start` up to `end`, `led` by a preposition of place or not."""

    place: Place
    start: int
    end: int
    kind: str  # country, governorate, city, town, area
    led: bool


def find_places(tokens: list[Token], text: str) -> list[Where]:
    """Return the places of a sentence in order; `text` is the report's, for the words as written."""
    found: list[Where] = []
    index = 0
    while index < len(tokens):
        where = _known(tokens, index, text) or _unknown(tokens, index, text)
        if where is None:
            index += 1
            continue
        found.append(where)
        index = where.end
    return found


def _known(tokens: list[Token], index: int, text: str) -> Where | None:
    token = tokens[index]
    known = token.value(K.PLACE)
    if not isinstance(known, KnownPlace) or not token.cased or token.mask & K.ACTOR:
        return None
    if index + 1 < len(tokens) and (tokens[index + 1].glued or tokens[index + 1].word == "'s" and _names_people(tokens, index + 2)):
        return None  # "Britain-based", "Syria's army"
    name = text[token.start : token.end]
    if token.word.endswith("s") and name_without_s(token, known):
        name = name[:-1]
    return Where(Place(name, known.country), index, index + 1, known.kind, led=_is_led(tokens, index))


def name_without_s(token: Token, known: KnownPlace) -> bool:
    """Tell whether the token is a place whose apostrophe was lost ("Aleppos old city")."""
    return not known.name.lower().endswith("s") and token.word[:-1] in known.name.lower()


def _names_people(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and bool(tokens[index].mask & (K.SOURCE_NOUN | K.PERSON | K.ACTOR))


def _is_led(tokens: list[Token], index: int) -> bool:
    """Tell whether a preposition of place leads to the token: "in", "near the town of", "in northern"."""
    here = index - 1
    while here >= 0 and index - here < 9:  # noqa: PLR2004 (words of "in the rebel-held eastern district of")
        token = tokens[here]
        if token.word in _LEADING:
            return True
        passes = (
            token.mask & (K.ARTICLE | K.DEMONYM | K.PLACE | K.AND | K.ADVERB)
            or token.word in _GENERIC
            or token.word in _DIRECTIONS
            or token.word in ("the", "of", "'s", ",", "held", "controlled", "town", "its", "de", "facto", "rebel", "government", "opposition", "regime")
            or token.glued
            or (here + 1 < len(tokens) and tokens[here + 1].glued)
            or token.cased
            or token.mask & K.ACTOR
        )
        if not passes:
            return False
        here -= 1
    return False


def _unknown(tokens: list[Token], index: int, text: str) -> Where | None:
    """Read a capitalized name that no list knows, where the words before it say that it is a place."""
    token = tokens[index]
    if not token.cased or token.mask & (K.ACTOR | K.PLACE | K.MONTH | K.WEEKDAY | K.DEMONYM | K.PERSON | K.TITLE | K.PRONOUN | K.PREPOSITION | K.SAY | K.MEANS | K.SOURCE_NOUN | K.NUMBER | K.HARM | K.ARTICLE | K.EXACT) or not index:
        return None
    before = tokens[index - 1]
    said = before.word in _GENERIC or (before.word == "of" and index > 1 and tokens[index - 2].word in _GENERIC)
    if not (said or before.word in ("in", "near", "at", "outside", "around", "inside")):
        return None
    end = index + 1
    while end < len(tokens) and end - index < _NAME_WORDS and (_continues(tokens, end)):
        end += 1
    if end < len(tokens) and tokens[end].mask & (K.PERSON | K.SOURCE_NOUN | K.RECORD) and not said:
        return None
    return Where(Place(text[token.start : tokens[end - 1].end], None), index, end, "area", led=True)


def _continues(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.word in ("al", "el", "de", "la", "del", "los", "las") and index + 1 < len(tokens) and tokens[index + 1].cased:
        return True
    return token.cased and token.word.isalpha() and not token.mask & (K.MONTH | K.WEEKDAY | K.SAY | K.PREPOSITION | K.PLACE | K.ACTOR | K.HARM | K.BE | K.AND | K.PERSON | K.PRONOUN)
