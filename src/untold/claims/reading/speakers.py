"""Cutting a speaker out of a sentence: the noun phrase beside a verb of saying.

The phrase may hold a name that the codebook knows ("Observatory head …"), a kind
of source without a name ("a medical source in Hama"), a person, or only "he".
An adjective or a stray word is nobody: no claimant is better than that.
"""

from dataclasses import dataclass

from untold.claims.reading import kinds as K
from untold.claims.reading.tokens import Token
from untold.codebook.actors import Actor

_REACH = 16  # words of a noun phrase with its apposition
_APPOSED = frozenset({"group", "monitor", "organization", "organisation", "network", "ngo", "watchdog", "agency", "collective", "charity", "service", "monitoring group", "center", "centre", "coalition"})
_ENDS_BEFORE = K.SAY | K.HARM_VERB | K.STATE | K.MODAL | K.TIME | K.WEEKDAY | K.MONTH | K.NUMBER | K.ACCORDING | K.RELATIVE_DAY
_PRESS = frozenset({"media", "television", "tv", "radio", "newspaper", "channel"})
_NAME_WORDS = 4
_LINKS = frozenset({"of", "for", "at", "in", "from", "the", "and", "on", "to", "with", "who", "which", ",", "near", "inside", "'s", "de", "al", "el", "&", "a", "an", "by", "as"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as worded: `name` are the token bounds of the words to show, null for a pronoun."""

    actor: Actor | None
    name: tuple[int, int] | None
    start: int
    end: int
    pronoun: bool = False
    anaphor: bool = False  # "the organization", "the monitor"
    generic: bool = False  # a kind of source: "a monitor", "activists"
    person: tuple[int, int] | None = None  # a person's name that stands beside the actor


def speaker_before(tokens: list[Token], index: int, *, through_be: bool = False, possessive: bool = False) -> Speaker | None:
    """Return the speaker whose noun phrase ends before the verb at `index`."""
    stop = _skip_back(tokens, index - 1, through_be=through_be)
    if stop > 0 and tokens[stop].word in ("which", "who"):
        stop = _antecedent(tokens, stop)
    if stop < 0:
        return None
    begin = stop
    while begin >= 0 and stop - begin < _REACH and not _bounds(tokens, begin, stop):
        begin -= 1
    return _best(tokens, begin + 1, stop + 1, from_right=True, possessive=possessive)


def _antecedent(tokens: list[Token], relative: int) -> int:
    """Return where the noun phrase ends that "which" or "who" takes up."""
    before = relative - 1
    return before - 1 if tokens[before].word == "," else before


def _skip_back(tokens: list[Token], here: int, *, through_be: bool) -> int:
    while here >= 0:
        token = tokens[here]
        skip = token.mask & (K.ADVERB | K.HAVE | K.TIME | K.WEEKDAY | K.RELATIVE_DAY | K.SO_FAR) or (through_be and token.mask & K.BE) or token.word in ("also", "later", "on")
        if not skip or token.mask & (K.SOURCE_NOUN | K.ACTOR):
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
    if token.word == "." or token.word in ("that", "while", "but", "because", "although", "when", "where", "whereas", "if", "after", "before", "since", "so", "and") and not (token.word == "and" and here < stop and here > 0 and tokens[here - 1].mask & (K.SOURCE_NOUN | K.ACTOR)):
        return True
    if token.mask & K.BE:
        return True
    return bool(token.mask & _ENDS_BEFORE) and not token.mask & (K.SOURCE_NOUN | K.ACTOR | K.ADVERB | K.MEANS) and not token.glued


def _is_apposition(tokens: list[Token], here: int, stop: int) -> bool:
    """Tell whether the comma at `here` opens "…, a Britain-based monitor, said"."""
    opened = tokens[here + 1].mask & K.ARTICLE or tokens[here + 1].word in ("which", "who", "the", "himself", "herself") if here + 1 <= stop else False
    named = any(token.mask & (K.SOURCE_NOUN | K.TITLE) for token in tokens[here + 1 : stop + 1])
    return stop - here > 1 and tokens[stop].word == "," and bool(opened or named)


def speaker_after(tokens: list[Token], index: int, *, inverted: bool = False) -> Speaker | None:
    """Return the speaker whose noun phrase begins at `index`: after "according to", or after an inverted "said"."""
    end = index
    while end < len(tokens) and end - index < _REACH and not _bounds_after(tokens, end, index):
        end += 1
    if end == index:
        return None
    index = next((here + 1 for here in range(index, min(end - 1, index + 5)) if tokens[here].word in ("by", "from") and tokens[here - 1].mask & (K.RECORD | K.SOURCE_NOUN)), index)
    found = _best(tokens, index, end, from_right=False)
    if found is None or (inverted and found.pronoun and tokens[index].word not in ("he", "she", "it", "they")):
        return None
    return found


def _bounds_after(tokens: list[Token], here: int, start: int) -> bool:
    token = tokens[here]
    if token.mask & K.PUNCTUATION:
        return token.word not in ("(", ")", "'", "/") and not (token.word == "." and tokens[here - 1].cased and len(tokens[here - 1].word) == 1)
    if token.mask & (K.BE | K.HAVE | K.MODAL) and not token.mask & K.SOURCE_NOUN:
        return here > start
    if token.word in ("that", "while", "but", "because", "when", "where", "after", "as", "if", "since", "adding", "with", "who", "which"):
        return True
    if token.mask & (K.TIME | K.WEEKDAY | K.MONTH) and here - start < 2:  # noqa: PLR2004 ("a February report by")
        return False
    return bool(token.mask & (K.SAY | K.HARM_VERB | K.NUMBER | K.WEEKDAY | K.TIME)) and not token.mask & (K.SOURCE_NOUN | K.ACTOR)


def _best(tokens: list[Token], start: int, end: int, *, from_right: bool, possessive: bool = False) -> Speaker | None:
    """Return the speaker inside a noun phrase: a known actor, else a kind of source, else a person, else a pronoun."""
    order = range(end - 1, start - 1, -1) if from_right else range(start, end)
    noun = actor_at = None
    for index in order:
        token = tokens[index]
        if token.mask & K.ANAPHOR and noun is None and not (index + 1 < end and (tokens[index + 1].mask & K.ACTOR or _is_name(tokens[index + 1]))):
            return Speaker(_claiming(token), (index, index + 1), index, end, anaphor=True)
        if token.mask & K.PRONOUN and noun is None and (index in (start, end - 1)):
            return Speaker(None, None, index, index + 1, pronoun=True)
        if (actor := _claiming(token)) is not None and not _is_object(tokens, index, start):
            actor_at = index
            break
        if token.mask & (K.SOURCE_NOUN | K.PERSON) and noun is None and not token.glued and not (index + 1 < end and tokens[index + 1].glued):
            noun = index
    if from_right and (person := _beside_verb(tokens, start, end, actor_at if actor_at is not None else noun)) is not None:
        return person
    if actor_at is not None and (noun is None or _belongs(tokens, actor_at, noun)):
        return _known(tokens, actor_at, start, end)
    if noun is not None:
        return _kind_of_source(tokens, noun, start, end)
    if possessive:
        return None
    if from_right and (described := _described(tokens, start, end)) is not None:
        return described
    return _person(tokens, start, end, from_right=from_right)


def _beside_verb(tokens: list[Token], start: int, end: int, other: int | None) -> Speaker | None:
    """Return the person named straight before the verb, where the office or body before it is not the person's own."""
    run = _name_run(tokens, start, end, last=True)
    if other is None or run is None or run[1] != end or run[0] - other <= 2 or run[1] - run[0] < 2:  # noqa: PLR2004
        return None
    if any(token.mask & (K.ARTICLE | K.TITLE) or token.word in (",", "for", "spokesman", "named", "identified") for token in tokens[other:run[0]]):
        return None
    return Speaker(None, run, run[0], run[1], person=run)


def _described(tokens: list[Token], start: int, end: int) -> Speaker | None:
    """Return a speaker whose noun no list knows, where an article opens the phrase and the verb closes it ("the owner said")."""
    for here in range(end - 2, max(start - 1, end - 6), -1):
        token = tokens[here]
        if token.mask & K.ARTICLE or token.word == "the":
            return Speaker(None, (here, end), here, end, generic=True)
        if token.mask & (K.PUNCTUATION | K.PREPOSITION | K.HARM | K.MEANS | K.PLACE):
            return None
    return None


def _claiming(token: Token) -> Actor | None:
    actor = token.value(K.ACTOR)
    return actor if isinstance(actor, Actor) and actor.can_claim else None


def _is_object(tokens: list[Token], index: int, start: int) -> bool:
    """Tell whether an actor is only somebody's opponent or place: "clashes with ISIS", "a village held by …"."""
    return index > start and tokens[index - 1].word in ("with", "by", "against")


def _belongs(tokens: list[Token], actor_at: int, noun: int) -> bool:
    """Tell whether the source's noun and the known actor are one: "the army's spokesman", "SOHR, a monitor"."""
    first, second = sorted((actor_at, noun))
    between = tokens[first + 1 : second]
    if noun < actor_at:  # "a spokesman for the Defense Department"
        return all(token.word in _LINKS or token.cased or token.mask & (K.ADVERB | K.DEMONYM) for token in between)
    word = tokens[noun].word.rsplit(" ", 1)[-1]
    if word in _PRESS:
        return False  # "Syrian state media" is not the state
    if not between or all(token.word in ("'s", "(", ")") or token.cased or token.glued or token.mask & K.ACTOR for token in between):
        return True  # "Observatory head", "SOHR (the monitor)"
    opens = between[0].mask & K.ARTICLE or between[0].word in (",", "(", "the")
    return bool(opens) and (word in _APPOSED or between[0].word in (",", "("))


def _known(tokens: list[Token], at: int, start: int, end: int) -> Speaker:
    person = None
    if at + 1 < end and tokens[at + 1].word != "(":
        person = _name_run(tokens, at + 1, end)
    actor = _claiming(tokens[at])
    return Speaker(actor, (at, at + 1), min(start, at), end, person=person)


def _head_noun(tokens: list[Token], noun: int, start: int) -> int:
    """Return the noun that heads the phrase: the doctor of "a doctor at the nearest field hospital"."""
    for here in range(noun - 1, max(start - 1, noun - 7), -1):
        token = tokens[here]
        if token.mask & (K.SOURCE_NOUN | K.PERSON) and not token.glued and token.word not in ("member", "members") and tokens[here + 1].word in ("at", "in", "of", "for", "from", "with"):
            return _head_noun(tokens, here, start)
        if token.mask & (K.PUNCTUATION | K.HARM_VERB | K.SAY | K.NUMBER) or token.word in ("and", "who", "which"):
            break
    return noun


def _kind_of_source(tokens: list[Token], noun: int, start: int, end: int) -> Speaker | None:
    """Cut "a medical source in Hama" out of its phrase: the noun, what qualifies it before, a place or office after."""
    noun = _head_noun(tokens, noun, start)
    first = noun
    while first > start and noun - first < 5 and not tokens[first - 1].mask & (K.PUNCTUATION | K.PREPOSITION | K.HARM_VERB) and tokens[first - 1].word not in ("and", "'s"):  # noqa: PLR2004
        first -= 1
        if tokens[first].mask & K.ARTICLE or tokens[first].word in ("the", "one", "some", "several"):
            break
    last = noun + 1
    while last < end and last - noun < 8 and (tokens[last].word in _LINKS and tokens[last].word not in (",", "who", "which", "and", "a") or tokens[last].cased or tokens[last].mask & (K.SOURCE_NOUN | K.PLACE)):  # noqa: PLR2004
        last += 1
    while last > noun + 1 and tokens[last - 1].word in _LINKS:
        last -= 1
    return Speaker(None, (first, last), first, last, generic=True, person=_name_run(tokens, noun + 1, end))


def _person(tokens: list[Token], start: int, end: int, *, from_right: bool) -> Speaker | None:
    run = _name_run(tokens, start, end, last=from_right)
    if run is None:
        return None
    first, last = run
    if first > start and tokens[first - 1].word in ("of", "in", "at", "near", "on", "to", "from", "outside"):
        return None  # "rockets on several parts of Douma said"
    return Speaker(None, run, first, last, person=run)


def _name_run(tokens: list[Token], start: int, end: int, *, last: bool = False) -> tuple[int, int] | None:
    """Return the first (or last) run of capitalized words, as a person's name would be."""
    runs: list[tuple[int, int]] = []
    here = start
    while here < end:
        if not _is_name(tokens[here]):
            here += 1
            continue
        begin = here
        while here < end and (_is_name(tokens[here]) or tokens[here].word in ("al", "el", "de", "bin", "ibn", ".", "van", "abu")):
            here += 1
        if here - begin <= _NAME_WORDS + 2:
            runs.append((begin, here))
    if not runs:
        return None
    return runs[-1] if last else runs[0]


def _is_name(token: Token) -> bool:
    if token.mask & K.PLACE and token.cased:
        return True
    return token.cased and token.word.isalpha() and len(token.word) > 1 and not token.mask & (K.PREPOSITION | K.BE | K.AND | K.ARTICLE | K.EXACT | K.CLAUSE | K.MONTH | K.WEEKDAY | K.PRONOUN | K.HARM | K.MEANS | K.DEMONYM | K.TITLE | K.NUMBER | K.UNIT | K.ADVERB)
