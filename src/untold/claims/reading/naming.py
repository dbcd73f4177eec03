"""Naming a speaker: which words of a noun phrase say who speaks.

The phrase may hold a name that the codebook knows ("Observatory head …"), a kind
of source without a name ("a medical source in Hama"), a person, or only "he".
An adjective, a stray word or the people who were harmed are nobody: no claimant
is better than that.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.constructions import closed_set
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.persons import beside_verb, is_name, name_before, name_run, person, titled
from untold.claims.reading.tokens import Token
from untold.claims.reading.utterances import Speaker
from untold.codebook.actors import Actor
from untold.codebook.wordlists import word_list

_SOURCE_NOUN_OR_PERSON = K.SOURCE_NOUN | K.PERSON
_NUMBER_OR_UNIT_OR_SCALE_OR_VAGUE = K.NUMBER | K.UNIT | K.SCALE | K.VAGUE
_PARTS_NAME = K.PUNCTUATION | K.PREPOSITION | K.PERSON | K.HARM_VERB | K.ARTICLE
_NO_SPEAKER = K.PUNCTUATION | K.PREPOSITION | K.HARM | K.MEANS | K.PLACE
_RECORD_OR_SOURCE_NOUN = K.RECORD | K.SOURCE_NOUN
_ADVERB_OR_DEMONYM = K.ADVERB | K.DEMONYM
_PUNCTUATION_OR_HARM_VERB_OR_SAY_OR_NUMBER = K.PUNCTUATION | K.HARM_VERB | K.SAY | K.NUMBER
_ARTICLE_OR_NOBODY = K.ARTICLE | K.NOBODY
_PLACE_OR_THING = K.PLACE | K.NOT_PEOPLE | K.MEANS | K.TOLL
_WORDS = word_list("speech")["speakers"]
_APPOSED = frozenset(_WORDS["apposed"])
_PRESS = frozenset(_WORDS["press"])
MONITORING = frozenset(_WORDS["monitoring"])
_LINKS = frozenset(_WORDS["links"])
_OF_OFFICE = frozenset(_WORDS["of_office"])
_LINKING_ADVERBS = closed_set("naming", "linking_adverbs")
_INSIDE = (_LINKS | {"identified", "named"}) - {",", "who", "which", "and", "a"}
_OF_LAND = K.PLACE | K.DEMONYM
_BEFORE_NOUN = 5  # words that qualify a source's noun
_INSIDE_KINDS = K.SOURCE_NOUN | K.PLACE | K.PERSON
_AFTER_NOUN = 8
_ENDS_QUALIFIERS = K.PUNCTUATION | K.PREPOSITION | K.HARM_VERB | K.OTHERS | K.VAGUE | K.NUMBER | K.UNIT | K.HARM_NOUN

Span = tuple[int, int]


_MAY_SPEAK = K.ANAPHOR | K.PRONOUN | K.ACTOR | K.SOURCE_NOUN | K.PERSON


def _is_anaphor(tokens: list[Token], index: int, end: int) -> bool:
    """Tell whether "the group" stands for somebody named before: no name follows it in its phrase."""
    if not tokens[index].mask & K.ANAPHOR:
        return False
    return index + 1 >= end or not (tokens[index + 1].mask & K.ACTOR or is_name(tokens[index + 1]))


def best(tokens: list[Token], start: int, end: int, *, from_right: bool, possessive: bool = False) -> Speaker | None:
    """Return the speaker inside a noun phrase: a known actor, else a kind of source, else a person, else a pronoun."""
    order = range(end - 1, start - 1, -1) if from_right else range(start, end)
    noun = actor_at = None
    for index in order:
        token = tokens[index]
        if not token.mask & _MAY_SPEAK:
            continue
        if noun is None and _is_anaphor(tokens, index, end):
            return Speaker(_claiming(token), (index, index + 1), index, end, anaphor=True)
        if token.mask & K.PRONOUN and noun is None and (index in (start, end - 1)):
            return Speaker(None, None, index, index + 1, pronoun=True)
        if _claiming(token) is not None and not _is_object(tokens, index, end, start):
            if not from_right and _owns_press(tokens, index, end):
                continue  # "according to Syrian state media"
            actor_at = _outlet_before(tokens, index, noun, start) if from_right else _outlet_after(tokens, index, end)
            break
        if noun is None and _is_source(tokens, index, end):
            noun = index
    return _chosen(tokens, (start, end), noun, actor_at, from_right=from_right, possessive=possessive)


def _chosen(
    tokens: list[Token], phrase: Span, noun: int | None, actor_at: int | None, *, from_right: bool, possessive: bool
) -> Speaker | None:
    """Return which of a phrase's source noun, known actor and person speaks."""
    start, end = phrase
    other = actor_at if actor_at is not None else noun
    if from_right and (named := beside_verb(tokens, start, end, other)) is not None:
        return named
    if actor_at is not None and (noun is None or _belongs(tokens, actor_at, noun)):
        return _known(tokens, actor_at, start, end)
    if not from_right and (named := titled(tokens, start, end)) is not None:
        return named
    if noun is not None:
        return _kind_of_source(tokens, noun, start, end)
    if possessive:
        return None
    if from_right and (described := _described(tokens, start, end)) is not None:
        return described
    return person(tokens, start, end, from_right=from_right)


def _is_source(tokens: list[Token], index: int, end: int) -> bool:
    """Tell whether a noun can be who speaks; people who are counted are those who were harmed."""
    token = tokens[index]
    if not token.mask & _SOURCE_NOUN_OR_PERSON or token.glued or (index + 1 < end and tokens[index + 1].glued):
        return False
    if token.mask & K.SOURCE_NOUN:
        return True
    for here in range(index - 1, max(index - 4, -1), -1):
        if tokens[here].mask & _NUMBER_OR_UNIT_OR_SCALE_OR_VAGUE or tokens[here].word.endswith("number of"):
            return False
        if tokens[here].mask & _PARTS_NAME:
            break
    return True


def _owns_press(tokens: list[Token], index: int, end: int) -> bool:
    """Tell whether a state is named only as the owner of its media."""
    return index + 1 < end and tokens[index + 1].word in _PRESS and _claims_harm(tokens[index])


def _outlet_after(tokens: list[Token], index: int, end: int) -> int:
    """Return the outlet that an owner's name leads up to: "Hezbollah's official television station Al-Manar"."""
    owner = _claiming(tokens[index])
    if owner is None or owner.kind in ("agency", "outlet") or (index + 1 < end and _claiming(tokens[index + 1])):
        return index  # "says the Observatory AFP": the outlet only passes it on
    for here in range(index + 1, min(end, index + _BEFORE_NOUN + 1)):
        named = _claiming(tokens[here])
        if named is not None:
            return here if named.kind in ("agency", "outlet") else index
        if tokens[here].mask & K.PUNCTUATION or tokens[here].word in ("and", "of", "in"):
            break
    return index


def _outlet_before(tokens: list[Token], index: int, noun: int | None, start: int) -> int:
    """Return the outlet named before a state's own word: "SANA regime news agency" is not the regime."""
    press = noun is not None and tokens[noun].word.rsplit(" ", 1)[-1] in (*_PRESS, "agency")
    if (
        press
        and index > start
        and (named := _claiming(tokens[index - 1])) is not None
        and named.kind in ("agency", "outlet")
    ):
        return index - 1
    return index


def _described(tokens: list[Token], start: int, end: int) -> Speaker | None:
    """Return a speaker whose noun no list knows, between an article and the verb: "the owner said"."""
    if end - start > 1 and is_name(tokens[end - 1]) and tokens[end - 1].cased and not tokens[end - 2].cased:
        return None  # "a very low figure Haddad said"
    for here in range(end - 2, max(start - 1, end - 6), -1):
        token = tokens[here]
        if token.mask & K.ARTICLE or token.word == "the":
            is_thing = any(after.mask & _PLACE_OR_THING for after in tokens[here + 1 : end])
            return None if is_thing else Speaker(None, (here, end), here, end, generic=True)
        if token.mask & _NO_SPEAKER:
            return None
    return None


def _claiming(token: Token) -> Actor | None:
    actor = token.value(K.ACTOR) if token.mask & K.ACTOR else None
    return actor if isinstance(actor, Actor) and actor.can_claim else None


def _is_object(tokens: list[Token], index: int, end: int, start: int) -> bool:
    """Tell whether an actor is only somebody's opponent or place: "clashes with ISIS", "a village held by …"."""
    if index + 1 < end and tokens[index + 1].glued:
        return True  # "the Britain-based group"
    if index <= start or tokens[index - 1].word not in ("with", "by", "against"):
        return False
    if index + 1 < len(tokens) and tokens[index + 1].word == "'s":
        return False  # "by SOHR's count"
    return not (index > 1 and tokens[index - 1].word == "by" and tokens[index - 2].mask & _RECORD_OR_SOURCE_NOUN)


def _belongs(tokens: list[Token], actor_at: int, noun: int) -> bool:
    """Tell whether the source's noun and the known actor are one: "the army's spokesman", "SOHR, a monitor"."""
    first, second = sorted((actor_at, noun))
    between = tokens[first + 1 : second]
    if noun < actor_at:  # "a spokesman for the Defense Department"
        return all(token.word in _LINKS or token.cased or token.mask & _ADVERB_OR_DEMONYM for token in between)
    word = tokens[noun].word if tokens[noun].word in MONITORING else tokens[noun].word.rsplit(" ", 1)[-1]
    if word in _PRESS:
        return False  # "Syrian state media" is not the state
    if _claims_harm(tokens[actor_at]) and (word in MONITORING or any(token.mask & K.PLACE for token in between)):
        return False  # "… held by the Islamic State group a monitor"
    if not between or all(
        token.word in _OF_OFFICE or token.word in ("'s", "(", ")") or token.cased or token.glued or token.mask & K.ACTOR
        for token in between
    ):
        return True  # "Observatory head", "SOHR (the monitor)"
    if between[0].word == ")":
        between = between[1:] or between  # "the committees (LCC), a network"
    opens = between[0].mask & K.ARTICLE or between[0].word in (",", "(", "the")
    return bool(opens) and (word in _APPOSED or word in MONITORING or between[0].word in (",", "("))


def _claims_harm(token: Token) -> bool:
    actor = _claiming(token)
    return actor is not None and actor.can_harm


def _known(tokens: list[Token], at: int, start: int, end: int) -> Speaker:
    beside = None
    if at + 1 < end and tokens[at + 1].word != "(":
        beside = name_run(tokens, at + 1, end)
    actor = _claiming(tokens[at])
    return Speaker(actor, (at, at + 1), min(start, at), end, person=beside)


def _head_noun(tokens: list[Token], noun: int, start: int) -> int:
    """Return the noun that heads the phrase: the doctor of "a doctor at the nearest field hospital"."""
    for here in range(noun - 1, max(start - 1, noun - 7), -1):
        token = tokens[here]
        if (
            token.mask & _SOURCE_NOUN_OR_PERSON
            and not token.glued
            and token.word not in ("member", "members")
            and _is_source(tokens, here, noun)
            and tokens[here + 1].word in ("at", "in", "of", "for", "from", "with", "working", "based")
        ):
            return _head_noun(tokens, here, start)
        if token.mask & _PUNCTUATION_OR_HARM_VERB_OR_SAY_OR_NUMBER or token.word in ("and", "who", "which"):
            break
        if _opens_phrase(tokens, here):
            break  # "four nurses in a tent a medic said"
    return noun


def _opens_phrase(tokens: list[Token], here: int) -> bool:
    """Tell whether an article opens a noun phrase of its own, with no preposition before it."""
    if not (tokens[here].mask & K.ARTICLE or tokens[here].word == "the") or not here:
        return False
    return not tokens[here - 1].mask & K.PREPOSITION


def _kind_of_source(tokens: list[Token], noun: int, start: int, end: int) -> Speaker | None:
    """Cut "a medical source in Hama" out of its phrase: the noun, what qualifies it before, a place or office after."""
    noun = _head_noun(tokens, noun, start)
    first = noun
    while (
        first > start
        and noun - first < _BEFORE_NOUN
        and not tokens[first - 1].mask & _ENDS_QUALIFIERS
        and tokens[first - 1].word not in ("and", "'s")
        and not _ends_place(tokens, first - 1)
        and not _is_other_noun(tokens[first - 1], tokens[noun])
        and not (tokens[first].mask & _OF_LAND and tokens[first - 1].mask & K.PLACE)  # "in Homs Syrian activists say"
    ):
        first -= 1
        if tokens[first].mask & _ARTICLE_OR_NOBODY or tokens[first].word in ("the", "one", "some", "several"):
            break
    if tokens[first].mask & K.NOBODY:
        return None
    last = noun + 1
    while (
        last < end
        and last - noun < _AFTER_NOUN
        and (tokens[last].word in _INSIDE or tokens[last].cased or tokens[last].mask & _INSIDE_KINDS)
    ):
        last += 1
    while last > noun + 1 and tokens[last - 1].word in _LINKS:
        last -= 1
    while first < noun and tokens[first].word in _LINKING_ADVERBS:
        first += 1
    named = name_before(tokens, first, start) if tokens[first].mask & K.ARTICLE or tokens[first].word == "the" else None
    if named is not None:
        return Speaker(None, (named[0], last), named[0], last, generic=True, person=named)
    return Speaker(None, (first, last), first, last, generic=True, person=name_run(tokens, noun + 1, end))


def _is_other_noun(token: Token, noun: Token) -> bool:
    """Tell whether a word beside a source's noun belongs to the words before: "killed 100 militants media reported"."""
    person = token.value(K.PERSON)
    many = isinstance(person, PersonNoun) and person.plural
    if noun.word.rsplit(" ", 1)[-1] in _PRESS:
        return many or (token.mask & K.NOT_PEOPLE > 0 and not token.cased)
    return many and not token.mask & K.SOURCE_NOUN


def _ends_place(tokens: list[Token], here: int) -> bool:
    """Tell whether a place ends here that belongs to the words before: "the city of Homs state television"."""
    return here > 0 and tokens[here].mask & K.PLACE > 0 and tokens[here - 1].mask & K.PREPOSITION > 0
