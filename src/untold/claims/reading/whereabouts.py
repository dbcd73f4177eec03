"""Where: the places that a sentence says people were harmed in, in its words.

A place counts when a preposition leads to it ("in Raqqa", "near the town of
Jayrud", "on al-Shaar neighborhood"); a place inside a source's name, a
nationality or a party's home does not. Coordinates come later, from the gazetteer.
"""

import msgspec

from untold.claims.claim import Place
from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.openings import PLACE
from untold.claims.reading.tokens import Token
from untold.codebook.places import KnownPlace, country_name, demonyms, find_place
from untold.codebook.wordlists import word_list

_SOURCE_NOUN_OR_PERSON_OR_ACTOR = K.SOURCE_NOUN | K.PERSON | K.ACTOR
_PASSED_TO_PLACE = K.ARTICLE | K.DEMONYM | K.PLACE | K.AND | K.ADVERB | K.MEANS | K.UNIT
_PERSON_OR_SOURCE_NOUN_OR_RECORD_OR_MEANS = K.PERSON | K.SOURCE_NOUN | K.RECORD | K.MEANS
_WORDS = word_list("where")
_LEADING = frozenset(_WORDS["leading"]["words"])
_GENERIC = frozenset(_WORDS["generic"]["words"])
_WIDE = frozenset(_WORDS["wide"]["words"])
_DIRECTIONS = frozenset(_WORDS["directions"]["words"])
_NOT_NAMES = frozenset(_WORDS["not_names"]["words"])
_PARTICLES = frozenset(_WORDS["particles"]["words"])
_PASSING = closed_set("whereabouts", "passing")
_NAME_WORDS = 4
_LED_WITHIN = 12  # words of "in the rebel-held eastern district of"

WIDTHS = {"country": 1, "region": 2, "governorate": 2, "city": 3, "town": 4, "area": 5}
_NOT_A_NAME = (
    K.ACTOR
    | K.MONTH
    | K.WEEKDAY
    | K.DEMONYM
    | K.PERSON
    | K.TITLE
    | K.PRONOUN
    | K.PREPOSITION
    | K.SAY
    | K.MEANS
    | K.SOURCE_NOUN
    | K.NUMBER
    | K.HARM
    | K.ARTICLE
    | K.EXACT
    | K.UNIT
    | K.BE
    | K.AND
    | K.ADVERB
)


class Where(msgspec.Struct, frozen=True, gc=False):
    """A place of a sentence: tokens from `start` up to `end`.

    `width` says how narrow it is, 1 for a country to 5 for a neighborhood or a
    landmark; `led` whether a preposition of place leads to it.
    """

    place: Place
    start: int
    end: int
    width: int
    led: bool


def find_places(tokens: list[Token], text: str) -> list[Where]:
    """Return the places of a sentence in order; `text` is the report's, for the words as written."""
    found: list[Where] = []
    end = 0  # of the last place found
    for index in [at for at, token in enumerate(tokens) if token.opens & PLACE]:
        if index < end or not _may_begin(tokens, index, text):
            continue
        where = (
            _of_war(tokens, index, text)
            or _known(tokens, index, text)
            or _unknown(tokens, index, text, joins=_follows_place(found, index))
        )
        if where is not None:
            found.append(where)
            end = where.end
    return _shared_nouns(tokens, found)


def _follows_place(found: list[Where], index: int) -> bool:
    """Tell whether a place stands two tokens before, so that "and" may join another to it."""
    return bool(found) and found[-1].end == index - 1 and found[-1].led


def _may_begin(tokens: list[Token], index: int, text: str) -> bool:
    token = tokens[index]
    if token.cased or token.mask & K.EVENT_NAME:
        return True
    if token.mask & K.PLACE:
        return any(map(str.isupper, text[token.start : token.end]))  # "al-Shaar", "city of Aleppo"
    return (
        token.word in ("al", "el") and index + 1 < len(tokens) and tokens[index + 1].glued and tokens[index + 1].cased
    )


def _known(tokens: list[Token], index: int, text: str) -> Where | None:
    token = tokens[index]
    known = token.value(K.PLACE) if token.mask & K.PLACE else None
    if not isinstance(known, KnownPlace) or (token.mask & K.ACTOR and not _after_preposition(tokens, index)):
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and (
        after.glued
        or (after.word == "'s" and _names_people(tokens, index + 2))
        or (after.mask & K.PERSON and after.cased)
        or (after.mask & K.MEANS and known.kind == "country")
    ):
        return None  # "Britain-based", "Syria's army"
    name = text[token.start : token.end]
    if lost_apostrophe(token, known):
        name = name[:-1]
    width = WIDTHS[known.kind]
    if after is not None and after.word in _WIDE:
        width = min(width, 2)
    elif after is not None and after.word in _GENERIC and known.kind in ("area", "town"):
        width = 5 if known.kind == "area" else width
    return Where(Place(name, known.country), index, index + 1, width, led=_is_led(tokens, index))


def _of_war(tokens: list[Token], index: int, text: str) -> Where | None:
    """Read the country out of a named war ("Syria's civil war")."""
    token = tokens[index]
    if not token.mask & K.EVENT_NAME:
        return None
    for word in text[token.start : token.end].split():
        name = word.split("\u2019")[0].split("'")[0]
        for spelling in (name.removesuffix("s"), name):
            known = find_place(spelling)
            if known is not None and known.kind == "country":
                return Where(Place(spelling, known.country), index, index + 1, 1, led=False)
        iso3 = demonyms().get(name.lower())
        if iso3 is not None:
            return Where(Place(country_name(iso3), iso3), index, index + 1, 1, led=False)
    return None


def _after_preposition(tokens: list[Token], index: int) -> bool:
    """Tell a country from its government: "in Ukraine" from "Ukraine said"."""
    before = tokens[index - 1] if index else None
    return before is not None and (
        before.word in _LEADING or before.word in _DIRECTIONS or before.word in ("of", ",", "across")
    )


def lost_apostrophe(token: Token, known: KnownPlace) -> bool:
    """Tell whether the token is a place whose apostrophe was lost ("Aleppos old city")."""
    if not token.word.endswith("s"):
        return False
    names = {name.lower() for name in (known.name, *known.aliases)}
    return token.word not in names and token.word[:-1] in names


def _names_people(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and bool(tokens[index].mask & _SOURCE_NOUN_OR_PERSON_OR_ACTOR)


def _is_led(tokens: list[Token], index: int) -> bool:
    """Tell whether a preposition of place leads to the token: "in", "near the town of", "in northern"."""
    here = index - 1
    spare = 2  # plain adjectives on the way: "the divided second city of"
    while here >= 0 and index - here < _LED_WITHIN:
        token = tokens[here]
        if token.word in _LEADING:
            return True
        if not token.mask and spare:
            spare -= 1
            here -= 1
            continue
        passes = (
            token.mask & _PASSED_TO_PLACE
            or token.word in _GENERIC
            or token.word in _DIRECTIONS
            or token.word in _PASSING
            or token.glued
            or (here + 1 < len(tokens) and tokens[here + 1].glued)
            or token.cased
            or token.mask & K.ACTOR
        )
        if not passes:
            return False
        here -= 1
    return False


def _unknown(tokens: list[Token], index: int, text: str, *, joins: bool) -> Where | None:
    """Read a capitalized name that no list knows, where the words around it say that it is a place."""
    token = tokens[index]
    if (
        not index
        or token.word in _DIRECTIONS
        or token.word in _NOT_NAMES
        or token.word in _GENERIC
        or token.glued
        or (token.mask & _NOT_A_NAME and token.word not in ("al", "el"))
    ):
        return None
    end = _name_end(tokens, index)
    before = tokens[index - 1]
    noun_before = before.word in _GENERIC or (before.word == "of" and index > 1 and tokens[index - 2].word in _GENERIC)
    noun_at = end + 1 if end + 1 < len(tokens) and tokens[end].word in _DIRECTIONS else end
    noun_after = noun_at < len(tokens) and tokens[noun_at].word in _GENERIC and not tokens[noun_at].cased
    joined = before.word == "and" and joins
    bare = (
        _is_struck(tokens, index)
        or before.word in ("in", "near", "outside", "around", "inside")
        or before.glued
        or before.word in _DIRECTIONS
    )
    if not (noun_before or noun_after or bare or joined) or not _is_led(tokens, index):
        return None
    if bare and not noun_after and end < len(tokens) and tokens[end].mask & _PERSON_OR_SOURCE_NOUN_OR_RECORD_OR_MEANS:
        return None
    noun = (
        tokens[noun_at].word
        if noun_after
        else before.word
        if before.word in _GENERIC
        else tokens[index - 2].word
        if noun_before
        else ""
    )
    width = 2 if noun in _WIDE else 5 if noun_before or noun_after else 4
    return Where(Place(text[token.start : tokens[end - 1].end], None), index, end, width, led=True)


def _is_struck(tokens: list[Token], index: int) -> bool:
    """Tell whether the name at `index` is what was struck: "airstrikes on", "the assault of"."""
    if index < 2 or tokens[index - 1].word not in ("on", "of"):  # noqa: PLR2004 (the blow and its preposition)
        return False
    blow = tokens[index - 2]
    return bool(blow.mask & K.MEANS) or blow.word in ("attack", "attacks", "assault", "offensive")


def _name_end(tokens: list[Token], index: int) -> int:
    end = index + 1
    while end < len(tokens) and end - index <= _NAME_WORDS and _continues(tokens, end):
        end += 1
    return end


def _continues(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.word in _PARTICLES and index + 1 < len(tokens) and tokens[index + 1].cased:
        return True
    if token.glued and (token.cased or len(token.word) <= 2 or tokens[index - 1].word in _PARTICLES):  # noqa: PLR2004 ("Pul-e Safid")
        return True
    if token.mask & K.PLACE and token.word.startswith(("al ", "el ")):
        return True  # "Tareeq al-Bab" is no Bab
    return (
        token.cased
        and token.word.isalpha()
        and token.word not in _NOT_NAMES
        and not token.mask & (_NOT_A_NAME | K.PLACE)
    )


def _shared_nouns(tokens: list[Token], found: list[Where]) -> list[Where]:
    """Add the first of "al-Qosour and al-Joura neighborhoods", which shares its noun with the second."""
    starts = {where.start for where in found}
    added: list[Where] = []
    for where in found:
        if where.width < 5 or where.start < 2 or tokens[where.start - 1].word not in ("and", ","):  # noqa: PLR2004
            continue
        begin = where.start - 2
        while (
            begin > 0
            and where.start - begin <= _NAME_WORDS
            and tokens[begin].cased
            and (tokens[begin - 1].cased or (tokens[begin].glued and tokens[begin - 1].word in ("al", "el")))
        ):
            begin -= 1
        if tokens[begin].cased is False and tokens[begin].word not in ("al", "el"):
            continue
        if begin in starts or (tokens[begin].mask & (_NOT_A_NAME | K.PLACE) and tokens[begin].word not in ("al", "el")):
            continue
        added.append(
            Where(
                Place(_words(tokens, begin, where.start - 1), None), begin, where.start - 1, where.width, led=where.led
            )
        )
    return sorted([*found, *added], key=lambda where: where.start) if added else found


def _words(tokens: list[Token], start: int, end: int) -> str:
    """Return a name's words; a hyphen where one joined them."""
    name = ""
    for token in tokens[start:end]:
        piece = token.word if token.word in ("al", "el") else token.word.capitalize()
        name += ("-" if token.glued else " " if name else "") + piece
    return name
