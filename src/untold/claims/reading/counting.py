"""Number expressions: "at least 1,044", "two dozen", "between 12 and 15", "scores of", "a".

The bounds are those that the words guarantee, by the table of counts in the
method; a range is never averaged and a vague word never becomes a number.
"""

from functools import lru_cache

import msgspec

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.lexicon import lexicon
from untold.claims.reading.tokens import Token, cut
from untold.codebook.counts import Count
from untold.codebook.errors import UnknownWording
from untold.codebook.folding import fold, lowered

_QUALIFIER_OR_EXACT = K.QUALIFIER | K.EXACT
_NUMBER_OR_UNIT = K.NUMBER | K.UNIT
_PERSON_OR_NUMBER = K.PERSON | K.NUMBER
_PARTICIPLE_OR_BE = K.PARTICIPLE | K.BE
_MAKERS = {
    "at_least": Count.at_least,
    "more_than": Count.more_than,
    "at_most": Count.at_most,
    "less_than": Count.less_than,
    "about": Count.about,
    "exact": Count.exactly,
}
_COUNTS_KEPT = 4_096  # most reports count in small numbers
_CORE = K.NUMBER | K.UNIT | K.SCALE | K.FIXED
_QUALIFIED = _CORE | K.QUALIFIER | K.EXACT
_DIGIT_CEILING = 10_000_000_000  # more than everybody alive: an identifier, not a count
_DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
_HUNDRED = 100
_TWENTY, _NINE = 20, 9  # "twenty-three" is one number, "twelve three" two
_RISING = closed_set("counting", "rising")
_THOUSANDS = 3  # digits of a group of thousands


@lru_cache(maxsize=_COUNTS_KEPT)
def _bounded(qualifier: str, number: int) -> Count:
    """Return the count that a qualifier makes of a number."""
    return _MAKERS[qualifier](number)


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number expression of the text: its bounds, and the tokens from `start` up to `end`."""

    count: Count
    start: int
    end: int
    article: bool = False  # "a", "an", "another": one, if the noun is singular


def read_count(phrase: str) -> Count:
    """Return the bounds that a count phrase states, and no more than it states.

    >>> read_count("at least 1,044")
    Count(stated=1044, low=1044, high=None, qualifier='at_least')
    >>> read_count("between 12 and 15")
    Count(stated=None, low=12, high=15, qualifier='range')
    >>> read_count("almost 400").high
    400

    Raises `UnknownWording` rather than guess: a guessed number would be
    published with a real source's name under it.
    """
    folded = fold(phrase)
    words = cut(folded, lowered(folded), 0, len(folded), lexicon(), trust_case=False)
    tokens = words.tokens(0, len(words))
    number = read_number(tokens, 0) if tokens else None
    if number is None or number.end != len(tokens):
        raise UnknownWording(phrase)
    return number.count


def read_number(tokens: list[Token], index: int) -> Number | None:
    """Return the number expression that begins at `index`, or None where none begins."""
    token = tokens[index]
    if token.word == "between":
        return read_between(tokens, index)
    if not token.mask & K.COUNTING or token.mask & K.TIME:
        return None
    if not token.mask & _QUALIFIED and not _is_scaled(tokens, index):
        return _vague(tokens, index) or _article(tokens, index)  # most often a mere article
    return _qualified(tokens, index) or _vague(tokens, index) or _article(tokens, index)


def read_between(tokens: list[Token], index: int) -> Number | None:
    """Return the range that "between … and …" or "from … to …" opens at `index`."""
    begin = index + 1
    if begin < len(tokens) and tokens[begin].mask & K.QUALIFIER:
        begin += 1  # "from about 500 to"
    first = _core(tokens, begin)
    if first is None or first[1] >= len(tokens) or tokens[first[1]].word not in ("and", "to"):
        return None
    after = _past_aside(tokens, first[1] + 1)
    if after < len(tokens) and tokens[after].mask & K.QUALIFIER:
        after += 1  # "from 10,000 to more than 30,000"
    second = _core(tokens, after)
    if second is None or second[0] < first[0]:
        return None
    return Number(Count.between(first[0], second[0]), index, second[1])


def _past_aside(tokens: list[Token], index: int) -> int:
    """Return where a range goes on after an aside: "500 to - by one account - 1,300"."""
    if index >= len(tokens) or tokens[index].word not in _DASHES:
        return index
    closing = (here + 1 for here in range(index + 1, min(index + 6, len(tokens))) if tokens[here].word in _DASHES)
    return next(closing, index)


def _qualified(tokens: list[Token], index: int) -> Number | None:
    qualifier = "exact"
    here = index
    while here < len(tokens) and (
        (tokens[here].mask & _QUALIFIER_OR_EXACT and not tokens[here].mask & _CORE)
        or (tokens[here].word == "at" and _is_second_at(tokens, here, index))
    ):
        token = tokens[here]
        if token.mask & K.QUALIFIER and (qualifier in ("exact", "about")) and not _is_rise(tokens, here):
            qualifier = str(token.value(K.QUALIFIER))
        here += 1
    if here > index and here + 2 < len(tokens) and tokens[here].word == "[" and tokens[here + 2].word == "]":
        core = _core(tokens, here + 1)  # an editor's correction: "at least [9] persons"
        return core and Number(_bounded(qualifier, core[0]), index, here + 3)
    if here > index and here < len(tokens) and tokens[here].word == "between":
        return read_between(tokens, here)
    core = _core(tokens, here)
    if (
        index > 1
        and tokens[index - 1].word == "in"
        and tokens[index - 2].mask & _NUMBER_OR_UNIT
        and not tokens[index - 2].mask & K.TIME
    ):
        return None  # the three of "one in three"
    if core is None:
        return _qualified_vague(tokens, index, here)
    value, end = core
    if end + 1 < len(tokens) and tokens[end].word == "in" and tokens[end + 1].mask & _NUMBER_OR_UNIT:
        return None  # "one in three"
    changed = index > 0 and tokens[index - 1].word == "from"  # "rose from 9 to 12" is no range
    if here == index and not changed and (spread := _range(tokens, value, end)) is not None:
        return Number(spread[0], index, spread[1])
    if qualifier == "exact" and (more := _or_more(tokens, end)):
        return Number(Count.at_least(value), index, more)
    return Number(_bounded(qualifier, value), index, end)


def _is_second_at(tokens: list[Token], here: int, index: int) -> bool:
    """Tell whether "at" is said twice over: "put the toll at least at 85"."""
    return here == index + 1 and here + 1 < len(tokens) and bool(tokens[here + 1].mask & _CORE)


def _is_rise(tokens: list[Token], index: int) -> bool:
    """Tell whether "up to" says how far a figure went, and bounds nothing: "came up to more than 130"."""
    if tokens[index].word != "up to":
        return False
    bounded = index + 1 < len(tokens) and tokens[index + 1].mask & K.QUALIFIER
    return bool(bounded) or (index > 0 and tokens[index - 1].word in _RISING)


def _or_more(tokens: list[Token], end: int) -> int:
    """Return where "or more" ends after a number, or the plus of "20+"; 0 where neither stands there."""
    if _words(tokens, end) == "+":
        return end + 1
    return end + 2 if _words(tokens, end) == "or" and _words(tokens, end + 1) == "more" else 0


def _words(tokens: list[Token], index: int) -> str:
    return tokens[index].word if index < len(tokens) else ""


def _qualified_vague(tokens: list[Token], index: int, here: int) -> Number | None:
    """Read "at least several dozen", "some dozens of": the vague word keeps its own floor."""
    if here == index or here >= len(tokens) or not tokens[here].mask & K.VAGUE:
        return None
    vague = _vague(tokens, here)
    return vague and Number(vague.count, index, vague.end)


def _range(tokens: list[Token], low: int, end: int) -> tuple[Count, int] | None:
    """Read "12-15", "12–15", "12 to 15", "two or three" after the first number."""
    if end >= len(tokens):
        return None
    joint = tokens[end]
    if joint.mask & K.NUMBER and joint.glued:
        second: tuple[int, int] | None = _core(tokens, end)
    elif joint.word in ("to", "or", "\u2013"):
        second = _core(tokens, end + 1)
    else:
        return None
    if second is None or second[0] <= low:
        return None
    return Count.between(low, second[0]), second[1]


def _core(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Return the plain number at `index` and where it ends: digits, words, or both ("1.2 million")."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.mask & K.TIME:
        return None
    if token.mask & K.FIXED:
        return _as_int(token.value(K.FIXED)), index + 1
    if token.mask & K.NUMBER:
        return _digits(tokens, index)
    if token.mask & K.UNIT:
        return _spelled(tokens, index)
    return _spelled(tokens, index + 1, start=1) if _is_scaled(tokens, index) else None


def _is_scaled(tokens: list[Token], index: int) -> bool:
    """Tell whether an article stands before "hundred", "dozen" or the like."""
    return bool(tokens[index].mask & K.ARTICLE and index + 1 < len(tokens) and tokens[index + 1].mask & K.SCALE)


def _digits(tokens: list[Token], index: int) -> tuple[int, int] | None:
    token = tokens[index]
    number = token.number
    before = tokens[index - 1] if index else None
    if (
        number is None
        or (token.word[0] == "0" and len(token.word) > 1)  # a clock, or a year torn apart
        or number > _DIGIT_CEILING
        or (token.glued and before is not None and not before.mask & _NUMBER_OR_UNIT)
    ):
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and len(token.word) <= 3 and _is_thousands(tokens, index):  # noqa: PLR2004 ("1 000", "230 000")
        return _thousands(tokens, index, int(number))
    if before is not None and before.word in "$€£" and before.end == token.start:
        return None
    if after is not None and after.mask & K.SCALE and not after.glued:
        return round(number * _as_int(after.value(K.SCALE))), index + 2
    if after is not None and after.glued and not after.mask & K.NUMBER:
        return None  # "12-year-old", "15-man"
    return (int(number), index + 1) if number == int(number) and "." not in token.word else None


def _thousands(tokens: list[Token], index: int, value: int) -> tuple[int, int]:
    """Join "1 044 000": every further group of three digits."""
    here = index + 1
    while (
        here < len(tokens)
        and tokens[here].mask & K.NUMBER
        and len(tokens[here].word) == _THOUSANDS
        and tokens[here].start - tokens[here - 1].end == 1
    ):
        value = value * 1000 + int(tokens[here].word)
        here += 1
    return value, here


def _is_thousands(tokens: list[Token], index: int) -> bool:
    """Tell whether a space parts the thousands ("1 000 people"), not two numbers."""
    after = tokens[index + 1]
    if (
        not after.mask & K.NUMBER
        or len(after.word) != _THOUSANDS
        or after.glued
        or "." in tokens[index].word
        or after.start - tokens[index].end != 1
    ):
        return False
    follow = tokens[index + 2] if index + 2 < len(tokens) else None
    return after.word == "000" or (follow is not None and bool(follow.mask & _PERSON_OR_NUMBER))


def _spelled(tokens: list[Token], index: int, start: int | None = None) -> tuple[int, int] | None:
    """Read number words: "twenty-three", "one hundred and five", "two dozen"."""
    total, current, here = 0, start or 0, index
    while here < len(tokens):
        token = tokens[here]
        if token.mask & K.UNIT:
            value = _as_int(token.value(K.UNIT))
            if (
                here > index
                and tokens[here - 1].mask & K.UNIT
                and not (1 <= value <= _NINE and current % _HUNDRED >= _TWENTY)
            ):
                break
            current += value
        elif token.mask & K.SCALE:
            value = _as_int(token.value(K.SCALE))
            if value > _HUNDRED:
                total, current = total + max(current, 1) * value, 0
            else:
                current = max(current, 1) * value
        elif not (
            token.word == "and"
            and here > index
            and tokens[here - 1].word in ("hundred", "thousand")
            and _continues(tokens, here)
        ):
            break
        here += 1
    if here == index or (here < len(tokens) and tokens[here].glued and not tokens[here].mask & K.UNIT):
        return None  # nothing read, or a compound: "three-day", "two-storey"
    return total + current, here


def _continues(tokens: list[Token], index: int) -> bool:
    """Tell whether "and" joins two parts of one number ("one hundred and five"), not two groups."""
    after = index + 1
    if after >= len(tokens) or not tokens[after].mask & K.UNIT:
        return False
    return not (after + 1 < len(tokens) and tokens[after + 1].mask & _PARTICIPLE_OR_BE)


def _vague(tokens: list[Token], index: int) -> Number | None:
    token = tokens[index]
    if token.mask & K.VAGUE:
        end = index + 1
        if end < len(tokens) and tokens[end].mask & K.EXACT and tokens[end].mask & K.OTHERS:
            end += 0
        return Number(Count.vague(_as_int(token.value(K.VAGUE))), index, end)
    if token.mask & K.NOBODY:
        of_some = _core(tokens, index + 1) if token.word.endswith("the") else None
        return Number(Count.nobody(), index, index + 1 if of_some is None else of_some[1])  # "none of the 60"
    if token.mask & K.UNBOUNDED:
        return Number(Count.vague(), index, index + 1)
    return None


def _article(tokens: list[Token], index: int) -> Number | None:
    """Read "a", "an", "another" before a noun: one, if the noun turns out singular."""
    token = tokens[index]
    if token.mask & K.ARTICLE or token.word in ("another", "yet another"):
        return Number(_bounded("exact", 1), index, index + 1, article=True)
    return None


def _as_int(value: object) -> int:
    return value if isinstance(value, int) else 0
