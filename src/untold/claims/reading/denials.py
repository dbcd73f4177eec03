"""Denials that give no number: "The ministry denied that its strikes had killed civilians".

Nobody is counted, and yet it is a statement about those whom others count: a
claim of kind denial, whose number is not stated.
"""

from untold.claims.reading import kinds as K
from untold.claims.reading.acts import denies_number, is_done
from untold.claims.reading.draft import Draft, Phrase
from untold.claims.reading.groups import Group
from untold.claims.reading.lexicon import PersonNoun
from untold.claims.reading.tokens import Token
from untold.codebook.counts import Count
from untold.codebook.wordlists import word_list

_POSSESSIVE_OR_NUMBER_OR_UNIT_OR_SCALE = K.POSSESSIVE | K.NUMBER | K.UNIT | K.SCALE
_PREPOSITION_OR_PUNCTUATION_OR_TIME = K.PREPOSITION | K.PUNCTUATION | K.TIME
_PERSON_OR_NOT_PEOPLE = K.PERSON | K.NOT_PEOPLE
_NUMBER_OR_UNIT_OR_SCALE = K.NUMBER | K.UNIT | K.SCALE
_DENYING = frozenset(word_list("speech")["verbs"]["deny"])
_RULE = "denial_without_number"
_REACH = 12  # words between the denial and the verb of harm
_NOUN_REACH = 4  # words between that verb and its people: "killing any Syrian civilians"
_TAKING = K.GERUND | K.FINITE | K.PARTICIPLE  # the people are its object
_UNDERGOING = K.PARTICIPLE | K.DIES  # the people are its subject
_FORMS = (K.PARTICIPLE, K.GERUND, K.FINITE, K.DIES, K.HARM_NOUN)
_AUXILIARY = K.BE | K.HAVE | K.ADVERB
_ENDS_NOUN = K.PUNCTUATION | K.PREPOSITION | K.CLAUSE | K.HARM_VERB | K.NUMBER | K.UNIT | K.SAY | K.NOT_PEOPLE


def denials_without_number(phrase: Phrase, drafts: list[Draft]) -> list[Draft]:
    """Return a draft for the first harm of each denial in a sentence, where no number is denied with it."""
    if not phrase.sentence.mask & K.SAY or _DENYING.isdisjoint(phrase.sentence.words):
        return []
    taken = {draft.at for draft in drafts}
    found = []
    for at, token in enumerate(phrase.tokens):
        if token.mask & K.SAY and token.value(K.SAY) == "deny" and is_done(phrase.tokens, at):
            denied = _denied_harm(phrase, at)
            if denied is not None and denied.at not in taken:
                found.append(denied)
    return found


def _denied_harm(phrase: Phrase, at: int) -> Draft | None:
    """Return the harm that the denial at `at` denies of people without a number."""
    tokens = phrase.tokens
    for verb in range(at + 1, min(at + 1 + _REACH, len(tokens))):
        token = tokens[verb]
        if token.mask & K.PUNCTUATION and token.word not in ('"', "'"):
            return None
        if token.mask & K.HARM_VERB or _is_harm_noun(tokens, verb):
            noun = _people(tokens, verb) if token.mask & K.HARM_VERB else verb
            if noun is None:
                return None
            draft = _draft(phrase, verb, noun)
            draft.show("modality", (tokens[at].start, tokens[at].end))
            return draft if denies_number(draft, at) else None
    return None


def _is_harm_noun(tokens: list[Token], at: int) -> bool:
    """Tell whether "civilian casualties" stands at `at`, of which nothing was told before ("the deaths")."""
    if not tokens[at].mask & K.HARM_NOUN or not tokens[at].word.endswith("s"):
        return False
    return not any(
        token.word == "the" or token.mask & _POSSESSIVE_OR_NUMBER_OR_UNIT_OR_SCALE
        for token in tokens[max(0, at - 3) : at]
    )


def _people(tokens: list[Token], verb: int) -> int | None:
    """Return where the noun without a number stands that a verb of harm takes."""
    mask = tokens[verb].mask
    if mask & _TAKING and not tokens[verb - 1].mask & K.BE:
        for here in range(verb + 1, min(verb + 1 + _NOUN_REACH, len(tokens))):
            if _is_people(tokens, here):
                return here
            if tokens[here].mask & _ENDS_NOUN:
                break
    if mask & K.PARTICIPLE and not mask & K.DIES and _has_object(tokens, verb):
        return None  # "denied that the traffickers had killed the mayor"
    here = verb - 1
    while here > 0 and tokens[here].mask & _AUXILIARY:
        here -= 1
    return here if mask & _UNDERGOING and _is_people(tokens, here) and not _is_counted(tokens, here) else None


def _has_object(tokens: list[Token], verb: int) -> bool:
    """Tell whether a verb after "have" takes somebody: the people before it are those who did it."""
    before = tokens[verb - 1]
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    return bool(before.mask & K.HAVE) and after is not None and not after.mask & _PREPOSITION_OR_PUNCTUATION_OR_TIME


def _is_people(tokens: list[Token], at: int) -> bool:
    """Tell whether a plural noun for people stands at `at`, with no other noun of its phrase after it."""
    noun = tokens[at].value(K.PERSON)
    glued = at + 1 < len(tokens) and bool(tokens[at + 1].mask & _PERSON_OR_NOT_PEOPLE)
    return isinstance(noun, PersonNoun) and noun.plural and not glued


def _is_counted(tokens: list[Token], at: int) -> bool:
    return any(token.mask & _NUMBER_OR_UNIT_OR_SCALE for token in tokens[max(0, at - 2) : at])


def _draft(phrase: Phrase, verb: int, at: int) -> Draft:
    tokens = phrase.tokens
    noun = tokens[at].value(K.PERSON)
    group = Group(Count.vague(), at, at + 1, at + 1, head=at)
    if isinstance(noun, PersonNoun):
        group.status, group.status_at = noun.status, at if noun.status else None
        group.demographic, group.demographic_at = noun.demographic, at if noun.demographic else None
    elif at and isinstance(before := tokens[at - 1].value(K.PERSON), PersonNoun):  # "civilian casualties"
        group.start, group.status, group.status_at = at - 1, before.status, at - 1
    token = tokens[verb]
    harm = next(str(value) for kind in _FORMS if (value := token.value(kind)))
    draft = Draft(phrase, group, group.count, harm, _RULE, (token.start, token.end), verb, active=verb < at)
    draft.modality, draft.kind = "denied", "denial"
    return draft
