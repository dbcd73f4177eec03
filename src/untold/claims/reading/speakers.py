"""Cutting a speaker out of a sentence: where the noun phrase beside a verb of saying begins and ends.

Texts of the wires have often lost their commas, so that an apposition, a clause
with "which" or a place runs on to the verb; the phrase reaches over them to the
one who speaks.
"""

import msgspec

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.naming import MONITORING, best
from untold.claims.reading.persons import is_name, name_before
from untold.claims.reading.tokens import Token
from untold.claims.reading.utterances import Speaker

_ACTOR_OR_SOURCE_NOUN_OR_ANAPHOR = K.ACTOR | K.SOURCE_NOUN | K.ANAPHOR
_HARM_OR_SAY = K.HARM | K.SAY
_PASSED_BEFORE = K.ADVERB | K.HAVE | K.TIME | K.WEEKDAY | K.RELATIVE_DAY | K.SO_FAR
_SOURCE_NOUN_OR_ACTOR = K.SOURCE_NOUN | K.ACTOR
_SOURCE_NOUN_OR_ACTOR_OR_ADVERB_OR_MEANS = K.SOURCE_NOUN | K.ACTOR | K.ADVERB | K.MEANS
_SOURCE_NOUN_OR_TITLE = K.SOURCE_NOUN | K.TITLE
_BE_OR_HAVE_OR_MODAL = K.BE | K.HAVE | K.MODAL
_TIME_OR_WEEKDAY_OR_MONTH = K.TIME | K.WEEKDAY | K.MONTH
_NO_NAME_OF_SPEAKER = K.SAY | K.HARM_VERB | K.NUMBER | K.WEEKDAY | K.TIME
_REACH = 16  # words of a noun phrase with its apposition
_RELATIVE = closed_set("speakers", "relative")
_BREAKS = closed_set("speakers", "breaks")
_TURNS = closed_set("speakers", "turns")
_CITING = closed_set("speakers", "citing")
_TO_AUTHOR = 6  # words of "a statement released on Saturday by"
_BEFORE_AUTHOR = K.RECORD | K.SOURCE_NOUN | K.WEEKDAY | K.TIME | K.SAY
_QUOTED_NAME = 5  # words of a name in quotation marks that ends a phrase, its marks among them
_ENDS_BEFORE = (
    K.SAY | K.HARM_VERB | K.STATE | K.MODAL | K.TIME | K.WEEKDAY | K.MONTH | K.NUMBER | K.ACCORDING | K.RELATIVE_DAY
)


def speaker_before(
    tokens: list[Token], index: int, *, through_be: bool = False, possessive: bool = False
) -> Speaker | None:
    """Return the speaker whose noun phrase ends before the verb at `index`."""
    stop = _over_aside(tokens, _skip_back(tokens, index - 1, through_be=through_be))
    if stop > 0 and tokens[stop].word in ("which", "who"):
        stop = _antecedent(tokens, stop)
    if stop < 0:
        return None
    begin = stop
    while begin >= 0 and stop - begin < _REACH and not _bounds(tokens, begin, stop):
        begin -= 1
    found = best(tokens, begin + 1, stop + 1, from_right=True, possessive=possessive)
    if found is None and begin > 1 and (cites := next((n for n in (begin, begin - 1) if tokens[n].word in _CITING), 0)):
        return speaker_before(tokens, cites)  # "a monitor citing figures from clinics in the suburbs put"
    return found if begin + 1 >= stop else _first_of_two(tokens, begin + 1, stop, found)


def _first_of_two(tokens: list[Token], start: int, stop: int, second: Speaker | None) -> Speaker | None:
    """Return whom the codebook knows of two who speak together, else both: "an opposition group and residents"."""
    if second is None or second.actor is not None:
        return second
    joint = next((here for here in range(start + 1, stop) if _joins(tokens, here, stop)), None)
    if joint is None or second.start < joint:
        return second
    first = best(tokens, start, joint, from_right=True)
    if first is None or first.name is None or first.end != joint:
        return second
    if first.actor is not None or second.name is None or not (first.generic and second.generic):
        return first if first.actor is not None or tokens[joint - 1].word in MONITORING else second
    return msgspec.structs.replace(first, name=(first.name[0], second.name[1]), end=second.end)


def _over_aside(tokens: list[Token], stop: int) -> int:
    """Return where the speaker ends before an aside that closes at `stop`.

    ", who heads the council,", "which tracks the war", "known as "the Helmets"".
    """
    if stop <= 0:
        return stop
    if tokens[stop].word == '"':
        opens = next(
            (here for here in range(stop - 2, max(stop - _QUOTED_NAME, 0), -1) if tokens[here].word == '"'), stop
        )
        return opens - 1 if opens < stop and tokens[opens + 1].cased else stop
    closed = tokens[stop].word == ","
    for here in range(stop - 1, max(stop - _REACH - 4, 0), -1):
        token = tokens[here]
        if (token.mask & K.HARM_VERB and not closed) or token.word in _TURNS:
            return stop
        if closed and token.word == "," and _opens_aside(tokens[here + 1]) and _may_speak(tokens[here - 1]):
            return here - 1
        if (
            not closed
            and token.word in _RELATIVE
            and (_may_speak(tokens[here - 1], known=True) or _is_full_name(tokens, here))
            and _leads(tokens, here, stop)
        ):
            return here - 1
    return stop


def _is_full_name(tokens: list[Token], end: int) -> bool:
    """Tell whether a person's full name ends before "who": "Archdeacon Samir Haddad who works in the area said"."""
    return tokens[end].word == "who" and name_before(tokens, end, 0) is not None


def _opens_aside(token: Token) -> bool:
    return token.mask & K.ARTICLE > 0 or token.word in _RELATIVE or token.word == "the"


def _may_speak(token: Token, *, known: bool = False) -> bool:
    """Tell whether a word can end the name of a speaker; a `known` one is on a list."""
    if token.mask & _ACTOR_OR_SOURCE_NOUN_OR_ANAPHOR:
        return not token.mask & K.PLACE
    return not known and is_name(token) and not token.mask & K.PLACE


def _leads(tokens: list[Token], relative: int, stop: int) -> bool:
    """Tell whether the speaker opens the sentence, so that a clause without commas is its own."""
    if any(token.mask & _HARM_OR_SAY and not token.mask & K.SOURCE_NOUN for token in tokens[:relative]):
        return False
    return tokens[relative].word != "based" or tokens[relative + 1].word in ("in", "out") or relative == stop


def _antecedent(tokens: list[Token], relative: int) -> int:
    """Return where the noun phrase ends that "which" or "who" takes up."""
    before = relative - 1
    return before - 1 if tokens[before].word == "," else before


def _skip_back(tokens: list[Token], here: int, *, through_be: bool) -> int:
    while here >= 0:
        token = tokens[here]
        skip = (
            token.mask & _PASSED_BEFORE or (through_be and token.mask & K.BE) or token.word in ("also", "later", "on")
        )
        if not skip or token.mask & _SOURCE_NOUN_OR_ACTOR:
            return here
        here -= 1
    return -1


def _bounds(tokens: list[Token], here: int, stop: int) -> bool:
    """Tell whether the noun phrase cannot reach back over the token at `here`."""
    token = tokens[here]
    if token.word == ",":
        return not (here == stop or _is_apposition(tokens, here, stop))
    if token.word in ("(", ")"):
        return False
    if token.mask & K.PUNCTUATION and token.word not in ("'", ".", "/"):
        return True
    if token.word == "." or (token.word in _BREAKS and not _joins(tokens, here, stop)):
        return True
    if token.mask & K.BE:
        return True
    return (
        bool(token.mask & _ENDS_BEFORE)
        and not token.mask & _SOURCE_NOUN_OR_ACTOR_OR_ADVERB_OR_MEANS
        and not token.glued
    )


def _is_apposition(tokens: list[Token], here: int, stop: int) -> bool:
    """Tell whether the comma at `here` opens "…, a Britain-based monitor, said"."""
    opened = (
        tokens[here + 1].mask & K.ARTICLE or tokens[here + 1].word in ("which", "who", "the", "himself", "herself")
        if here + 1 <= stop
        else False
    )
    named = any(token.mask & _SOURCE_NOUN_OR_TITLE for token in tokens[here + 1 : stop + 1])
    return stop - here > 1 and tokens[stop].word == "," and bool(opened or named)


def speaker_after(tokens: list[Token], index: int, *, inverted: bool = False) -> Speaker | None:
    """Return the speaker whose noun phrase begins at `index`: after "according to", or after an inverted "said"."""
    end = index
    while end < len(tokens) and end - index < _REACH and not _bounds_after(tokens, end, index):
        end += 1
    if end == index:
        return None
    index = next(
        (
            here + 1
            for here in range(index, min(end - 1, index + _TO_AUTHOR))
            if tokens[here].word in ("by", "from") and tokens[here - 1].mask & _BEFORE_AUTHOR
        ),
        index,
    )
    found = best(tokens, index, end, from_right=False)
    if found is None or (inverted and found.pronoun and tokens[index].word not in ("he", "she", "it", "they")):
        return None
    return found


def _joins(tokens: list[Token], here: int, stop: int) -> bool:
    """Tell whether "and" joins two who speak together: "an opposition group and residents"."""
    return tokens[here].word == "and" and 0 < here < stop and tokens[here - 1].mask & _SOURCE_NOUN_OR_ACTOR > 0


def _bounds_after(tokens: list[Token], here: int, start: int) -> bool:
    token = tokens[here]
    if token.mask & K.PUNCTUATION:
        return token.word not in ("(", ")", "'", "/") and not (
            token.word == "." and tokens[here - 1].cased and len(tokens[here - 1].word) == 1
        )
    if token.mask & _BE_OR_HAVE_OR_MODAL and not token.mask & K.SOURCE_NOUN:
        return here > start
    if token.word in (
        "that",
        "while",
        "but",
        "because",
        "when",
        "where",
        "after",
        "as",
        "if",
        "since",
        "adding",
        "as well as",
        "along with",
        "in addition to",
        "together with",
        "with",
        "who",
        "which",
    ):
        return True
    if token.mask & _TIME_OR_WEEKDAY_OR_MONTH and here + 1 < len(tokens) and tokens[here + 1].word == "by":
        return False  # "a statement released Saturday by"
    if token.mask & _TIME_OR_WEEKDAY_OR_MONTH and here - start < 2:  # noqa: PLR2004 ("a February report by")
        return False
    return bool(token.mask & _NO_NAME_OF_SPEAKER) and not token.mask & _SOURCE_NOUN_OR_ACTOR
