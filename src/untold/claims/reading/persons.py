"""Persons who speak: a run of capitalized words, where the phrase shows that it is somebody's name.

"Dr Samir Haddad of the town's hospital" is a person, and so is the one whose
name stands straight before the verb; a town after "in" is nobody.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.tokens import Token
from untold.claims.reading.utterances import Speaker

_SOURCE_NOUN_OR_PLACE = K.SOURCE_NOUN | K.PLACE
_ARTICLE_OR_TITLE = K.ARTICLE | K.TITLE
_PREPOSITION_OR_PLACE = K.PREPOSITION | K.PLACE
_PLACE_OR_ACTOR_OR_SOURCE_NOUN = K.PLACE | K.ACTOR | K.SOURCE_NOUN
_NAME_WORDS = 4
_LEADING = closed_set("persons", "leading")
_FULL_NAME = 2
_PARTICLES = closed_set("persons", "particles")
_NO_NAME = (
    K.PREPOSITION
    | K.BE
    | K.AND
    | K.ARTICLE
    | K.EXACT
    | K.CLAUSE
    | K.MONTH
    | K.WEEKDAY
    | K.PRONOUN
    | K.HARM
    | K.MEANS
    | K.DEMONYM
    | K.TITLE
    | K.NUMBER
    | K.UNIT
    | K.ADVERB
)


def titled(tokens: list[Token], start: int, end: int) -> Speaker | None:
    """Return the person whom the phrase opens with: "Dr Samir Haddad of the town's hospital"."""
    first = start
    while first < end and (tokens[first].mask & K.TITLE or tokens[first].word == "."):
        first += 1
    run = name_run(tokens, first, end)
    if (
        run is None
        or run[0] != first
        or run[1] - run[0] < _FULL_NAME
        or any(token.mask & _SOURCE_NOUN_OR_PLACE for token in tokens[slice(*run)])
    ):
        return None
    if run[1] < end and tokens[run[1]].word not in ("of", "from", "at", "who", "the", "a", "an"):
        return None
    return Speaker(None, run, start, end, person=run)


def beside_verb(tokens: list[Token], start: int, end: int, other: int | None) -> Speaker | None:
    """Return the person named straight before the verb, where the office or body before it is not the person's own."""
    run = name_run(tokens, start, end, last=True)
    if run is not None and run == (end - 1, end) and other is not None and _is_surname(tokens, run[0], other):
        return Speaker(None, run, run[0], run[1], person=run)
    if other is None or run is None or run[1] != end or run[0] - other <= 2 or run[1] - run[0] < 2:  # noqa: PLR2004
        return None
    if any(
        token.mask & _ARTICLE_OR_TITLE or token.word in (",", "for", "spokesman", "named", "identified")
        for token in tokens[other : run[0]]
    ):
        return None
    return Speaker(None, run, run[0], run[1], person=run)


def _is_surname(tokens: list[Token], at: int, other: int) -> bool:
    """Tell whether a single name ends another's clause: "attackers came from the south Haddad said"."""
    between = tokens[other + 1 : at]
    plain = bool(between) and not tokens[at].mask and not between[-1].mask and not between[-1].cased
    return plain and any(token.mask & K.PREPOSITION for token in between)


def person(tokens: list[Token], start: int, end: int, *, from_right: bool) -> Speaker | None:
    """Return the person named in a phrase, unless the name is where something is."""
    run = name_run(tokens, start, end, last=from_right)
    if run is None:
        return None
    first, last = run
    while (
        last - first > _FULL_NAME
        and first > start
        and tokens[first].mask & K.PLACE
        and tokens[first - 1].mask & _PREPOSITION_OR_PLACE
    ):
        first += 1  # "in Aleppo Samir Haddad told"
    if first > run[0]:
        return Speaker(None, (first, last), first, last, person=(first, last))
    ahead = first - 2 if first - 1 > start and tokens[first - 1].word == "the" else first - 1
    if first > start and tokens[ahead].word in (
        "of",
        "in",
        "at",
        "near",
        "on",
        "to",
        "from",
        "outside",
        "by",
        "with",
        "against",
    ):
        return None  # "mortars on many quarters of Homs said"
    return Speaker(None, run, first, last, person=run)


def name_run(tokens: list[Token], start: int, end: int, *, last: bool = False) -> tuple[int, int] | None:
    """Return the first (or last) run of capitalized words, as a person's name would be."""
    found = None
    here = start
    while here < end:
        if not is_name(tokens[here]):
            here += 1
            continue
        begin = here
        while here < end and (is_name(tokens[here]) or tokens[here].word in _PARTICLES):
            here += 1
        if here - begin <= _NAME_WORDS + 2:
            found = begin, here
            if not last:
                break
    return found


def name_before(tokens: list[Token], end: int, start: int) -> tuple[int, int] | None:
    """Return the full name that ends straight before `end`: "Samir Haddad a local official"."""
    first = end
    while (
        first > start
        and (is_name(tokens[first - 1]) or tokens[first - 1].word in _PARTICLES - {"."})
        and not tokens[first - 1].mask & _PLACE_OR_ACTOR_OR_SOURCE_NOUN
    ):
        first -= 1
    return (first, end) if _FULL_NAME <= end - first <= _NAME_WORDS else None


def is_name(token: Token) -> bool:
    """Tell whether a word can be part of a name: a place, or a capitalized word that the grammar does not need."""
    if not token.cased:
        return False
    return bool(token.mask & K.PLACE) or (
        len(token.word) > 1 and not token.mask & _NO_NAME and token.word.isalpha() and token.word not in _LEADING
    )
